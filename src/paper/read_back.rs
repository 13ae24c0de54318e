//! A sheet read back as a screen reader would: the words in the order of the structure tree.

use super::sheet::{Mark, Sheet};

/// The tagged text in reading order, a line for each element; furniture left out.
#[must_use]
pub fn text_of(sheet: &Sheet) -> String {
    let said = words_by_element(sheet);
    let lines = said.into_iter().map(|words| words.replace('\u{AD}', "")).filter(|words| !words.trim().is_empty());
    lines.map(|words| words.trim_end().to_owned() + "\n").collect()
}

/// What each element of the tree says, without its children.
pub(super) fn words_by_element(sheet: &Sheet) -> Vec<String> {
    let mut said: Vec<String> =
        sheet.tree.elements.iter().map(|element| element.spoken.clone().unwrap_or_default()).collect();
    for item in sheet.pages.iter().flat_map(|page| &page.items) {
        if let (Some(tag), Mark::Text(run)) = (item.tag, &item.mark)
            && let Some(words) = said.get_mut(tag)
        {
            words.push_str(&run.text);
        }
    }
    said
}
