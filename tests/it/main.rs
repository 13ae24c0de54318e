//! One integration test binary, because linking is slow on two cores.

mod cli;
mod guides;
mod journal;
mod journeys;
mod paper;
mod screens;
mod table;
mod texts;
mod tidy;
mod walk;
