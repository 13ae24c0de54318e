//! The structure tree of the PDF: what a screen reader walks through. PDF 1.7, sections 14.7 and 14.8.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::line::is_backwards;
use super::read_back::words_by_element;
use super::sheet::{Area, Mark, PAGE_HEIGHT, Role, Sheet};

/// Adds the tree of `sheet` to `file`. `contents` gives for each page the element that each marked content (by its number) belongs to.
///
/// # Errors
/// When the file lacks a page or its catalog.
pub(super) fn add(file: &mut Document, sheet: &Sheet, contents: &[Vec<usize>]) -> Result<(), lopdf::Error> {
    let tree = &sheet.tree;
    let words = words_by_element(sheet);
    let root = file.new_object_id();
    let document = file.new_object_id();
    let ids: Vec<ObjectId> = tree.elements.iter().map(|_| file.new_object_id()).collect();
    let pages: Vec<ObjectId> = file.page_iter().collect();

    let mut kids: Vec<Vec<Object>> = vec![Vec::new(); ids.len()];
    let mut top: Vec<Object> = Vec::new();
    for (element, id) in tree.elements.iter().zip(&ids) {
        match element.parent.and_then(|parent| kids.get_mut(parent)) {
            Some(siblings) => siblings.push(Object::Reference(*id)),
            None => top.push(Object::Reference(*id)),
        }
    }
    let mut numbers: Vec<Object> = Vec::new();
    for ((at, tags), page) in contents.iter().enumerate().zip(&pages) {
        let mut parents = Vec::new();
        for (number, tag) in tags.iter().enumerate() {
            parents.push(ids.get(*tag).map_or(Object::Null, |id| Object::Reference(*id)));
            if let Some(kids) = kids.get_mut(*tag) {
                kids.push(dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => whole(number) }.into());
            }
        }
        numbers.push(whole(at));
        numbers.push(Object::Reference(file.add_object(parents)));
        let page = file.get_dictionary_mut(*page)?;
        page.set("StructParents", whole(at));
        page.set("Tabs", "S");
        // printpdf leaves an empty list behind.
        page.remove(b"Annots");
    }
    let figures = areas_of_figures(sheet);
    for (at, (((element, id), kids), words)) in tree.elements.iter().zip(&ids).zip(kids).zip(words).enumerate() {
        let parent = element.parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(document);
        let mut entry = dictionary! { "Type" => "StructElem", "S" => name(element.role), "P" => parent, "K" => kids };
        if let Role::List { numbered } = element.role {
            entry.set("A", list_attribute(numbered));
        }
        if let Some(area) = figures.get(&at) {
            entry.set("Alt", lopdf::text_string(&words));
            entry.set("A", layout_of(*area));
        }
        // Words whose letters stand in drawing order are said in reading order.
        else if element.spoken.is_some() || is_backwards(&words) {
            entry.set("ActualText", lopdf::text_string(&words.replace('\u{AD}', "")));
        }
        file.objects.insert(*id, entry.into());
    }
    let entry = dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => top };
    file.objects.insert(document, entry.into());
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let entry = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(document)],
        "ParentTree" => parents,
        "ParentTreeNextKey" => whole(contents.len()),
    };
    file.objects.insert(root, entry.into());
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(_) => "H3",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Span => "Span",
        Role::Figure => "Figure",
    }
}

/// Where each picture stands, by its element.
fn areas_of_figures(sheet: &Sheet) -> BTreeMap<usize, Area> {
    let items = sheet.pages.iter().flat_map(|page| &page.items);
    items
        .filter_map(|item| if let Mark::Picture { area, .. } = item.mark { Some((item.tag?, area)) } else { None })
        .collect()
}

/// PDF counts y from the bottom.
fn layout_of(area: Area) -> Dictionary {
    let (left, bottom) = (area.x, PAGE_HEIGHT - area.y - area.height);
    let sides = [left, bottom, left + area.width, bottom + area.height].map(Object::Real).to_vec();
    dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => sides }
}

fn list_attribute(numbered: bool) -> Dictionary {
    dictionary! { "O" => "List", "ListNumbering" => if numbered { "Decimal" } else { "Disc" } }
}

fn whole(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
