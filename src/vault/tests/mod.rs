//! What the vault promises, tried out.

mod copies;
mod crash;
mod crash_disk;
mod damage;
mod disks;
mod failing;
mod keeping;
mod places;
mod samples;
mod telling;
