//! Small drawings. The font has no boxes, ticks or arrows, and a font that has them looks different elsewhere.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Tick,
    Cross,
    Plus,
    Up,
    Down,
    Left,
    Right,
    Calendar,
    Magnifier,
    /// A ring with a stroke in it: something to read.
    Attention,
}

impl Mark {
    /// Draws the mark to fill the square `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let stroke = Stroke::new((rect.width() / 8.0).max(1.5), colour);
        let at = |x: f32, y: f32| -> Pos2 { rect.min + vec2(x, y) * rect.width() };
        let line = |points: &[(f32, f32)]| {
            let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
            painter.add(Shape::line(points, stroke));
        };
        match self {
            Self::Tick => line(&[(0.15, 0.55), (0.4, 0.8), (0.87, 0.22)]),
            Self::Cross => {
                line(&[(0.2, 0.2), (0.8, 0.8)]);
                line(&[(0.8, 0.2), (0.2, 0.8)]);
            }
            Self::Plus => {
                line(&[(0.5, 0.12), (0.5, 0.88)]);
                line(&[(0.12, 0.5), (0.88, 0.5)]);
            }
            Self::Up => line(&[(0.18, 0.66), (0.5, 0.34), (0.82, 0.66)]),
            Self::Down => line(&[(0.18, 0.34), (0.5, 0.66), (0.82, 0.34)]),
            Self::Left => line(&[(0.64, 0.18), (0.34, 0.5), (0.64, 0.82)]),
            Self::Right => line(&[(0.36, 0.18), (0.66, 0.5), (0.36, 0.82)]),
            Self::Calendar => {
                let sheet = Rect::from_min_max(at(0.08, 0.16), at(0.92, 0.94));
                painter.rect_stroke(sheet, 2.0, stroke, StrokeKind::Inside);
                line(&[(0.08, 0.42), (0.92, 0.42)]);
                line(&[(0.32, 0.04), (0.32, 0.26)]);
                line(&[(0.68, 0.04), (0.68, 0.26)]);
            }
            Self::Magnifier => {
                painter.circle_stroke(at(0.42, 0.42), rect.width() * 0.32, stroke);
                line(&[(0.66, 0.66), (0.94, 0.94)]);
            }
            Self::Attention => {
                painter.circle_stroke(rect.center(), rect.width() * 0.45, stroke);
                line(&[(0.5, 0.26), (0.5, 0.56)]);
                painter.circle_filled(at(0.5, 0.73), stroke.width * 0.6, colour);
            }
        }
    }
}

/// A square of `side` with its middle at `middle`.
#[must_use]
pub fn square(middle: Pos2, side: f32) -> Rect {
    Rect::from_center_size(pos2(middle.x.round(), middle.y.round()), Vec2::splat(side))
}
