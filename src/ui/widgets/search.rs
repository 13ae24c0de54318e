//! The field to search in.

use eframe::egui::{Response, Ui, UiBuilder, accesskit::Role, pos2, vec2};

use crate::texts::Texts;
use crate::ui::theme::{CONTROL, tokens};

use super::button::Button;
use super::field::Field;
use super::mark::{Mark, square};

/// A search field; `label` says what is searched and stands in it while it is empty.
pub fn search_field(ui: &mut Ui, texts: &Texts, key: &str, label: &str, text: &mut String) -> Response {
    let width = ui.available_width();
    let response = Field::line(key, label).label_elsewhere().example(label).width(width).edit(ui, None, text);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::SearchInput));
    let side = eframe::egui::Rect::from_min_size(
        pos2(response.rect.right() - CONTROL, response.rect.top()),
        vec2(CONTROL, response.rect.height()),
    );
    if text.is_empty() {
        Mark::Magnifier.paint(ui.painter(), square(side.center(), 16.0), tokens(ui).soft);
    } else {
        let clear = texts.say("widget-search-clear");
        let builder = UiBuilder::new().id_salt(("clear", key)).max_rect(side);
        if ui.new_child(builder).add(Button::icon(Mark::Cross, &clear)).clicked() {
            text.clear();
            response.request_focus();
        }
    }
    response
}
