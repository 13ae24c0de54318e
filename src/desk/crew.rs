//! Jobs leave the frame here: to threads in the window, or done at once in tests.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Instant;

use super::command::{Command, Job, Reply};
use super::hands::{LAST_WAIT, PaperHand, VaultHand};

/// Whoever takes jobs. Replies come back as commands through the inbox that the crew was made with.
pub trait Crew {
    fn ask(&mut self, job: Job);
}

/// Two threads: one for the vault, one for dialogs and papers, so that an open dialog never holds up a save.
pub struct Threads {
    vault: Option<Sender<Job>>,
    paper: Option<Sender<Job>>,
    working: Vec<JoinHandle<()>>,
}

impl Threads {
    /// `wake` is called after each reply, so that a sleeping window looks at its inbox.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn start(
        vault: VaultHand,
        paper: PaperHand,
        inbox: &Sender<Command>,
        wake: impl Fn() + Clone + Send + 'static,
    ) -> std::io::Result<Self> {
        let (vault_jobs, to_vault) = jobs();
        let (paper_jobs, to_paper) = jobs();
        let (mut vault, mut paper) = (vault, paper);
        let vault_thread = work("roer-vault", to_vault, inbox.clone(), wake.clone(), move |job| vault.run(job))?;
        let paper_thread = work("roer-paper", to_paper, inbox.clone(), wake, move |job| paper.run(job))?;
        Ok(Self { vault: Some(vault_jobs), paper: Some(paper_jobs), working: vec![vault_thread, paper_thread] })
    }
}

fn jobs() -> (Sender<Job>, Receiver<Job>) {
    channel()
}

fn work(
    name: &str,
    jobs: Receiver<Job>,
    inbox: Sender<Command>,
    wake: impl Fn() + Send + 'static,
    mut hand: impl FnMut(&Job) -> Option<Reply> + Send + 'static,
) -> std::io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(move || {
        for job in jobs {
            let Some(reply) = hand(&job) else { continue };
            if inbox.send(Command::Reply(reply)).is_err() {
                return;
            }
            wake();
        }
    })
}

impl Crew for Threads {
    fn ask(&mut self, job: Job) {
        let to = if is_for_paper(&job) { &self.paper } else { &self.vault };
        if let Some(to) = to {
            // A thread that is gone cannot take work; the window says "bezig" and the answer stays on the screen.
            let _ = to.send(job);
        }
    }
}

impl Drop for Threads {
    /// Waits for answers that are still on their way to the disk, and for papers that are put away at the end.
    fn drop(&mut self) {
        self.vault = None;
        self.paper = None;
        let began = Instant::now();
        while !self.working.iter().all(JoinHandle::is_finished) && began.elapsed() < LAST_WAIT {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
    }
}

/// Does every job where it is asked.
pub struct AtOnce {
    pub vault: VaultHand,
    pub paper: PaperHand,
    pub inbox: Sender<Command>,
}

impl Crew for AtOnce {
    fn ask(&mut self, job: Job) {
        let reply = if is_for_paper(&job) { self.paper.run(&job) } else { self.vault.run(&job) };
        if let Some(reply) = reply {
            // Whoever stopped listening does not need the reply.
            let _ = self.inbox.send(Command::Reply(reply));
        }
    }
}

fn is_for_paper(job: &Job) -> bool {
    matches!(
        job,
        Job::SavePlan { .. }
            | Job::WritePlan { .. }
            | Job::ViewPlan { .. }
            | Job::ViewSheet { .. }
            | Job::PutAway
            | Job::PickGuide
            | Job::ReadGuide { .. }
    )
}
