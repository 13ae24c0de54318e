//! What the vault promises, tried out.

mod care;
mod copies;
mod crash;
mod crash_disk;
mod damage;
mod defending;
mod disks;
mod failing;
mod failing_care;
mod keeping;
mod killed;
mod merging;
mod places;
mod rollback;
mod samples;
mod team;
mod telling;
mod trusting;
mod vectors;
mod waiting;
