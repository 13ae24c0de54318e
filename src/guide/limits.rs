//! How large a guide may be. One table for the parser, the checker and `guides/FORMAT.md`.

/// Size of a guide file in bytes.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;
/// Steps in a guide.
pub const STEPS: usize = 10_000;
/// Lists of steps within lists of steps.
pub const DEPTH: usize = 32;
/// Loops within loops: each walks all that is in it once per item.
pub const LOOPS: usize = 3;
/// Characters in one text.
pub const TEXT_CHARS: usize = 10_000;
/// Characters in an id; only `a-z`, `0-9` and `-`.
pub const ID_CHARS: usize = 64;
/// The newest format this program knows.
pub const FORMAT: u32 = 1;
/// How often a jump back is taken where the guide does not say.
pub const JUMPS_BACK: u16 = 2;
/// The most that a guide may say.
pub const JUMPS_BACK_MOST: u16 = 100;
