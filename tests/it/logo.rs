//! The municipality's logo: from a file in the folder with dossiers to the paper, and what is told when it cannot be used.

use std::path::Path;

use image::{ImageFormat, RgbImage};

use crate::locking::{LOCK, WORDS, begin, set_up, unlock, window};
use crate::screens::Window;
use crate::table;

const ORGANISATION: &str = r#"Organisatie(formaat: 1, naam: "Gemeente Voorbeeldstad", logo: "Het stadswapen")"#;

fn told(window: &Window) -> Vec<&str> {
    window.desk().notices().iter().map(|notice| notice.key.as_str()).filter(|key| key.starts_with("logo-")).collect()
}

/// Locks and opens again, which reads the organisation file and the logo anew.
fn again(window: &mut Window) {
    window.key(LOCK.0, LOCK.1);
    unlock(window, WORDS);
}

fn write(place: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(place.join(name), bytes).expect("written");
}

#[test]
fn a_logo_beside_the_organisation_file_comes_on_the_plan_and_one_that_cannot_be_used_is_told() {
    let dir = tempfile::tempdir().expect("a folder");
    let place = dir.path().join("kluis");
    let mut window = window(&place, table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    let mut png = Vec::new();
    let picture = RgbImage::from_pixel(30, 10, image::Rgb([20, 60, 120]));
    picture.write_to(&mut std::io::Cursor::new(&mut png), ImageFormat::Png).expect("a picture");

    write(&place, "logo.png", &png);
    again(&mut window);
    assert_eq!(told(&window), [""; 0], "nobody asked for it");
    assert_eq!(window.desk().plan().contact.logo, None);

    write(&place, "organisatie.ron", ORGANISATION.as_bytes());
    again(&mut window);
    assert_eq!(told(&window), [""; 0]);
    let logo = window.desk().plan().contact.logo.clone().expect("a logo");
    assert_eq!((logo.words.as_str(), logo.picture.width(), logo.picture.height()), ("Het stadswapen", 30, 10));

    for bytes in [b"geen plaatje".to_vec(), vec![7; 2 * 1024 * 1024]] {
        write(&place, "logo.png", &bytes);
        again(&mut window);
        assert_eq!(told(&window), ["logo-unusable"]);
        assert_eq!(window.desk().plan().contact.logo, None, "the plan works without it");
    }
    std::fs::remove_file(place.join("logo.png")).expect("removed");
    again(&mut window);
    assert_eq!(told(&window), ["logo-missing"]);
}
