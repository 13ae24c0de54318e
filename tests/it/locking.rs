//! Locking: nothing readable is left, not on the screen, not on disk and not in memory, and everything is there again after
//! the passphrase.

#![expect(clippy::print_stdout, reason = "tests say what they counted")]

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use roer::desk::hands::VaultHand;
use roer::desk::{Command, Now, View};
use roer::dossier::answer::Answer;

use crate::screens::Window;
use crate::table;
use crate::vault::files;

pub const WORDS: &str = "fiets regen koffie maandag";
pub const LOCK: (Modifiers, Key) = (Modifiers::COMMAND, Key::L);

/// A window without a vault, on a folder of its own.
pub fn window(place: &Path, clock: fn() -> Now) -> Window {
    Window::with((1280.0, 1400.0), false, VaultHand::new(place.to_owned(), place.with_extension("demo"), clock), clock)
}

/// Makes a vault through the screens, as a new user does.
pub fn set_up(window: &mut Window) {
    window.click("Begin met een eigen map");
    window.type_in("Uw naam of initialen", "Peter");
    window.type_in("Wachtwoordzin", WORDS);
    window.type_in("Dezelfde zin nog een keer", WORDS);
    window.click("Niemand");
    window.click("Maak de map");
    assert_eq!(window.desk().view(), View::Clients);
}

pub fn begin(window: &mut Window, name: &str) {
    window.click("Nieuwe klant");
    window.type_in("Naam of schuilnaam", name);
    window.key(Modifiers::NONE, Key::Enter);
    window.click("Begin met de kern: Zelf aan het roer");
    window.key(Modifiers::COMMAND, Key::Enter);
    window.key(Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.step(), "wens-dag");
}

pub fn unlock(window: &mut Window, words: &str) {
    window.type_in("Wachtwoordzin", words);
    window.key(Modifiers::NONE, Key::Enter);
}

#[test]
fn what_was_half_typed_is_there_again_after_the_passphrase() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut window = window(&dir.path().join("kluis"), table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    window.tab_and_write("Ik sta op en ga naar mijn w");
    window.key(LOCK.0, LOCK.1);
    assert_eq!(window.desk().view(), View::Unlock);
    assert!(window.desk().open().is_none() && window.desk().clients().is_empty());
    assert!(window.harness.query_by_label_contains("Noor").is_none());
    // No key of the conversation does anything while it is locked.
    for wish in [(Modifiers::COMMAND, Key::Num1), (Modifiers::COMMAND, Key::Num3), (Modifiers::COMMAND, Key::P), LOCK] {
        window.key(wish.0, wish.1);
        assert_eq!(window.desk().view(), View::Unlock);
    }
    unlock(&mut window, "een verkeerde zin");
    assert_eq!(window.desk().view(), View::Unlock);
    assert!(window.harness.query_by_label_contains("Deze wachtwoordzin past niet").is_some());
    unlock(&mut window, WORDS);
    assert_eq!((window.desk().view(), window.step().as_str()), (View::Walk, "wens-dag"));
    assert!(window.harness.query_by_label_contains("Deze wachtwoordzin past niet").is_none());
    let open = window.desk().open().expect("the dossier");
    let said = open.stop().expect("the step").fields[0].answer.clone();
    assert_eq!(said, Some(Answer::Text("Ik sta op en ga naar mijn w".to_owned())));
}

/// The hour of the test below.
static MILLIS: AtomicI64 = AtomicI64::new(0);

fn later() -> Now {
    Now { millis: table::now().millis + MILLIS.load(Ordering::SeqCst), ..table::now() }
}

fn minutes_pass(window: &mut Window, minutes: i64) {
    MILLIS.fetch_add(minutes * 60_000, Ordering::SeqCst);
    window.harness.run();
}

#[test]
fn silence_at_the_table_hides_first_and_locks_much_later() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut window = window(&dir.path().join("kluis"), later);
    set_up(&mut window);
    begin(&mut window, "Noor");
    minutes_pass(&mut window, 4);
    assert!(!window.desk().is_hidden());
    minutes_pass(&mut window, 2);
    assert!(window.desk().is_hidden());
    assert!(window.harness.query_by_label_contains("Noor").is_none());
    assert!(window.harness.query_by_label_contains("Druk op een toets").is_some());
    // Any key brings it back, and does nothing else.
    window.key(Modifiers::NONE, Key::Space);
    assert!(!window.desk().is_hidden());
    assert_eq!(window.step(), "wens-dag");
    minutes_pass(&mut window, 31);
    assert_eq!(window.desk().view(), View::Unlock);
    unlock(&mut window, WORDS);
    assert_eq!(window.step(), "wens-dag");
    // With only the list open it is five minutes.
    window.click("Klanten");
    minutes_pass(&mut window, 6);
    assert_eq!(window.desk().view(), View::Unlock);
}

#[test]
fn a_conversation_that_is_not_kept_leaves_no_file_and_waits_behind_the_lock() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut window = window(&dir.path().join("kluis"), table::now);
    set_up(&mut window);
    let state =
        || files(dir.path()).into_iter().map(|path| (std::fs::read(&path).expect("read"), path)).collect::<Vec<_>>();
    let before = state();
    window.click("Nieuwe klant");
    window.type_in("Naam of schuilnaam", "Niemand weet");
    window.click("Niets opslaan");
    window.click("Maak dossier");
    window.click("Begin met de kern: Zelf aan het roer");
    window.key(Modifiers::COMMAND, Key::Enter);
    window.key(Modifiers::COMMAND, Key::Enter);
    window.tab_and_write("Ik wil werken.");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(window.desk().plan().says_something());
    assert!(window.harness.query_by_label_contains("Dit gesprek wordt niet bewaard").is_some());
    window.key(LOCK.0, LOCK.1);
    assert_eq!(window.desk().view(), View::Unlock);
    assert!(window.harness.query_by_label_contains("Niemand weet").is_none());
    unlock(&mut window, WORDS);
    assert!(window.desk().plan().says_something());
    assert_eq!(state(), before, "nothing was written");
    // Leaving is told first, and done at the second word, when nothing else came between.
    window.key(Modifiers::COMMAND, Key::Num1);
    assert!(window.desk().open().is_some());
    window.key(Modifiers::COMMAND, Key::Num2);
    window.key(Modifiers::COMMAND, Key::Num1);
    assert!(window.desk().open().is_some());
    window.key(Modifiers::COMMAND, Key::Num1);
    assert!(window.desk().open().is_none() && window.desk().clients().is_empty());
    assert_eq!(state(), before);
}

/// Tells the child where its vault lies; the child is this test program with only [`the_sitting`] to run.
const PLACE: &str = "ROER_TEST_SITTING";
const MARKED: usize = 200;

/// A word that occurs nowhere else; made when it is needed, so that the program itself does not hold it.
fn marked(number: usize) -> String {
    format!("{}{}-{number:03}", "zeekool", "vis")
}

/// Types marked words everywhere, locks, says so, and waits. Does nothing unless it was started for that.
#[test]
fn the_sitting() {
    let Ok(place) = std::env::var(PLACE) else { return };
    let place = PathBuf::from(place);
    let mut window = window(&place, table::now);
    set_up(&mut window);
    begin(&mut window, &marked(0));
    window.tab_and_write(&marked(1));
    window.type_in("Notitie voor uzelf", &marked(2));
    window.key(Modifiers::COMMAND, Key::Enter);
    let mut number = 3;
    while number < MARKED - 1 {
        let ctx = window.harness.ctx.clone();
        let Some(stop) = window.desk().open().and_then(|open| open.stop()).cloned() else { break };
        for field in stop.fields.iter().filter(|field| matches!(field.ask, roer::guide::ask::Ask::Text { .. })) {
            for _ in 0..20 {
                let (place, field, answer) = (stop.place.clone(), field.key.clone(), Answer::Text(marked(number)));
                window.harness.state_mut().handle(Command::Answer { place, field, answer }, &ctx);
                number += 1;
            }
        }
        let note = Command::WriteNote { place: stop.place.clone(), note: marked(number) };
        window.harness.state_mut().handle(note, &ctx);
        number += 1;
        window.harness.run();
        window.key(Modifiers::COMMAND, Key::Enter);
    }
    // The rest as notes, one over the other: what was replaced is kept too.
    let place = window.desk().open().and_then(|open| open.walk().stops.first()).map(|stop| stop.place.clone());
    for number in number..MARKED {
        let ctx = window.harness.ctx.clone();
        let note = Command::WriteNote { place: place.clone().expect("a stop"), note: marked(number) };
        window.harness.state_mut().handle(note, &ctx);
    }
    number = MARKED;
    // The plan and the overview on the screen.
    window.key(Modifiers::COMMAND, Key::Num5);
    window.key(Modifiers::COMMAND, Key::Num4);
    println!("typed {number} at {}", window.step());
    let mut out = std::io::stdout();
    out.write_all(b"before\n").expect("told");
    out.flush().expect("told");
    let mut word = String::new();
    std::io::stdin().read_line(&mut word).expect("a word");
    window.key(LOCK.0, LOCK.1);
    assert_eq!(window.desk().view(), View::Unlock);
    for _ in 0..3 {
        window.harness.run();
    }
    out.write_all(b"locked\n").expect("told");
    out.flush().expect("told");
    let mut rest = Vec::new();
    std::io::stdin().read_to_end(&mut rest).expect("the end");
}

/// How often the marked word stands in what the process has in memory, in UTF-8 or UTF-16.
#[cfg(target_os = "linux")]
fn copies_in_memory(pid: u32) -> usize {
    use std::os::unix::fs::FileExt as _;
    let maps = std::fs::read_to_string(format!("/proc/{pid}/maps")).expect("its memory");
    let memory = std::fs::File::open(format!("/proc/{pid}/mem")).expect("its memory");
    let word = marked(0).as_bytes()[.."zeekoolvis".len()].to_vec();
    let wide: Vec<u8> = String::from_utf8_lossy(&word).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut copies = 0;
    for line in maps.lines().filter(|line| line.contains(" rw")) {
        let range = line.split(' ').next().and_then(|range| range.split_once('-')).expect("a range");
        let [from, to] = [range.0, range.1].map(|at| u64::from_str_radix(at, 16).expect("an address"));
        let mut bytes = vec![0; usize::try_from(to - from).expect("fits")];
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            copies += bytes.windows(word.len()).filter(|found| *found == word).count();
            copies += bytes.windows(wide.len()).filter(|found| *found == wide).count();
        }
    }
    copies
}

#[cfg(target_os = "linux")]
#[test]
fn two_hundred_marked_words_are_in_no_file_and_after_locking_not_in_memory() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command as Process, Stdio};

    let dir = tempfile::tempdir().expect("a folder");
    let mut child = Process::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "locking::the_sitting", "--nocapture"])
        .env(PLACE, dir.path().join("kluis"))
        .env("HOME", dir.path())
        .env("TMPDIR", dir.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let mut told = BufReader::new(child.stdout.take().expect("its words")).lines().map_while(Result::ok);
    let mut wait_for = |word: &str| {
        let mut seen = String::new();
        while !seen.ends_with(word) {
            seen = told.next().unwrap_or_else(|| panic!("it ended before ‘{word}’"));
            if seen.contains("typed ") {
                println!("{seen}");
            }
        }
    };
    wait_for("before");
    let before = copies_in_memory(child.id());
    let mut to_child = child.stdin.take().expect("its ears");
    to_child.write_all(b"lock\n").expect("told");
    wait_for("locked");
    let after = copies_in_memory(child.id());
    drop(to_child);
    assert!(child.wait().expect("ended").success());
    let in_files = crate::vault::holding(dir.path(), "zeekoolvis");
    println!("marked words: in memory before {before}, after locking {after}, in files {in_files}");
    assert!(before > 20, "the words were not there to be found: {before}");
    assert_eq!((after, in_files), (0, 0));
}

#[test]
fn what_could_not_be_saved_waits_behind_the_lock() {
    let dir = tempfile::tempdir().expect("a folder");
    let place = dir.path().join("kluis");
    let mut window = window(&place, table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    // The share goes away while an answer is being saved.
    let away = dir.path().join("weg");
    std::fs::rename(&place, &away).expect("moved");
    window.tab_and_write("Dit mag niet weg.");
    window.key(Modifiers::COMMAND, Key::Enter);
    let returned =
        |window: &Window| window.desk().open().and_then(|open| open.returned()).map(|back| back.answer.clone());
    assert_eq!(returned(&window), Some(table::text("Dit mag niet weg.")));
    window.key(LOCK.0, LOCK.1);
    assert_eq!(window.desk().view(), View::Unlock);
    std::fs::rename(&away, &place).expect("back");
    unlock(&mut window, WORDS);
    assert_eq!(window.step(), "wens-dag");
    window.key(Modifiers::COMMAND, Key::Enter);
    window.key(Modifiers::ALT, Key::ArrowLeft);
    let said = window.desk().open().and_then(|open| open.stop()).and_then(|stop| stop.fields[0].answer.clone());
    assert_eq!(said, Some(table::text("Dit mag niet weg.")));
}
