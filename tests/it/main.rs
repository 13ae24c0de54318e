//! One integration test binary, because linking is slow on two cores.

#![expect(clippy::disallowed_methods, reason = "tests prepare files of their own")]
#![expect(clippy::expect_used, reason = "a test that cannot go on fails with what it expected")]

mod begun;
mod cli;
mod consequences;
mod dpia;
mod editions;
mod erasing;
#[path = "../../fuzz/fuzz_targets/body.rs"]
mod fuzz_body;
mod guides;
mod handover;
mod hostile;
mod inspection;
mod journal;
mod journeys;
mod layers;
mod locking;
mod logo;
mod paper;
mod papers;
mod replay;
mod review;
mod screens;
mod soft;
mod table;
mod team;
mod texts;
mod tidy;
mod vault;
mod waiting;
mod walk;

/// As in the program, so that what is left in memory after locking can be looked at.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);
