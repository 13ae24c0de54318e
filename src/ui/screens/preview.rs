//! Draws a sheet as it will be printed: the same marks at the same places, in ink on paper whatever the theme.

use eframe::egui::{
    Color32, ColorImage, Context, CornerRadius, FontId, Id, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind,
    TextureHandle, TextureId, TextureOptions, Ui, accesskit::Role, pos2, vec2,
};

use crate::guide::Picture;

use crate::paper::{Area, Mark, PAGE_HEIGHT, PAGE_WIDTH, Sheet, text_of};
use crate::texts::Texts;
use crate::ui::{fonts, theme};

/// A page is never drawn wider than this.
const WIDEST: f32 = 820.0;

pub fn ui(ui: &mut Ui, texts: &Texts, sheet: &Sheet) {
    let width = (ui.available_width() - 48.0).clamp(240.0, WIDEST);
    let scale = width / PAGE_WIDTH;
    let left = (ui.available_width() - width) / 2.0;
    for (at, page) in sheet.pages.iter().enumerate() {
        ui.add_space(12.0);
        let (whole, response) = ui.allocate_exact_size(vec2(ui.available_width(), PAGE_HEIGHT * scale), Sense::hover());
        let rect = Rect::from_min_size(pos2(whole.left() + left, whole.top()), vec2(width, PAGE_HEIGHT * scale));
        let painter = ui.painter_at(rect.expand(1.0));
        painter.rect(
            rect,
            CornerRadius::ZERO,
            theme::PAPER,
            Stroke::new(1.0, theme::tokens(ui).line),
            StrokeKind::Outside,
        );
        for item in &page.items {
            draw(&painter, rect.min, scale, &item.mark);
        }
        let name = texts.say_with("plan-page", &[("page", (at + 1).into()), ("pages", sheet.pages.len().into())]);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Document);
            node.set_label(name);
            // Only made where a screen reader listens.
            node.set_value(text_of(sheet));
        });
    }
    ui.add_space(24.0);
}

fn draw(painter: &Painter, origin: Pos2, scale: f32, mark: &Mark) {
    let at = |x: f32, y: f32| origin + vec2(x, y) * scale;
    let area = |area: &Area| Rect::from_min_size(at(area.x, area.y), vec2(area.width, area.height) * scale);
    match mark {
        Mark::Text(run) => {
            let font = FontId::new(run.size * scale, fonts::on_paper(run.face));
            let galley = painter.layout_no_wrap(run.drawn().to_owned(), font, theme::PAPER_INK);
            // Glyphs know their baseline, counted from the top of the galley.
            let baseline =
                galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or_default();
            painter.galley(at(run.x, run.y) - vec2(0.0, baseline), galley, theme::PAPER_INK);
        }
        Mark::Rule { x, y, width, thickness, dash } => {
            let stroke = Stroke::new(thickness * scale, theme::PAPER_INK);
            let ends = [at(*x, *y), at(x + width, *y)];
            match dash {
                Some(dash) => {
                    painter.extend(Shape::dashed_line(&ends, stroke, dash * scale, dash * scale));
                }
                None => {
                    painter.line_segment(ends, stroke);
                }
            }
        }
        Mark::Frame { area: frame, radius, thickness } => {
            let stroke = Stroke::new(thickness * scale, theme::PAPER_INK);
            painter.rect_stroke(area(frame), corner(*radius * scale), stroke, StrokeKind::Middle);
        }
        Mark::Picture { area: place, picture } => {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(texture(painter.ctx(), picture), area(place), whole, Color32::WHITE);
        }
        Mark::Fill { area: fill, radius, grey } => {
            painter.rect_filled(area(fill), corner(*radius * scale), theme::paper_grey(*grey));
        }
    }
}

/// Kept from frame to frame, until another picture comes.
fn texture(ctx: &Context, picture: &Picture) -> TextureId {
    let kept = Id::unique("logo");
    if let Some((known, texture)) = ctx.data(|data| data.get_temp::<(Picture, TextureHandle)>(kept))
        && known == *picture
    {
        return texture.id();
    }
    let size = [picture.width() as usize, picture.height() as usize];
    let image = ColorImage::from_rgb(size, picture.rgb());
    let texture = ctx.load_texture("logo", image, TextureOptions::LINEAR);
    let id = texture.id();
    ctx.data_mut(|data| data.insert_temp(kept, (picture.clone(), texture)));
    id
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a corner of a few points")]
fn corner(radius: f32) -> CornerRadius {
    CornerRadius::same(radius.round().clamp(0.0, 255.0) as u8)
}
