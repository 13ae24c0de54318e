//! Draws a frame on the processor, so that pictures of screens can be compared where there is no GPU.

use std::collections::HashMap;

use eframe::egui::epaint::{Mesh, Primitive, Vertex};
use eframe::egui::{Color32, Context, FullOutput, ImageData, Pos2, Rect, TextureId, TexturesDelta, pos2};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// Textures as egui gave them, by id.
#[derive(Default)]
pub struct Soft(HashMap<TextureId, Texture>);

struct Texture {
    size: [usize; 2],
    pixels: Vec<Color32>,
}

impl TestRenderer for Soft {
    #[expect(clippy::iter_over_hash_type, reason = "textures do not see each other; their order says nothing")]
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, deltas) in delta.set.drain() {
            for delta in deltas {
                let ImageData::Color(image) = &delta.image;
                match (delta.pos, self.0.get_mut(&id)) {
                    (Some([left, top]), Some(texture)) => {
                        for (row, pixels) in image.pixels.chunks(image.size[0]).enumerate() {
                            let from = (top + row) * texture.size[0] + left;
                            texture.pixels[from..from + pixels.len()].copy_from_slice(pixels);
                        }
                    }
                    _ => {
                        self.0.insert(id, Texture { size: image.size, pixels: image.pixels.clone() });
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.0.remove(&id);
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture of a few hundred pixels")]
    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas { width, height, pixels: vec![[0.0; 4]; width * height] };
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = &clipped.primitive
                && let Some(texture) = self.0.get(&mesh.texture_id)
            {
                canvas.mesh(mesh, texture, clipped.clip_rect * scale, scale);
            }
        }
        Ok(RgbaImage::from_fn(width as u32, height as u32, |x, y| {
            let [r, g, b, _] = canvas.pixels[y as usize * width + x as usize];
            Rgba([r, g, b, 1.0].map(|part| (part * 255.0).round().clamp(0.0, 255.0) as u8))
        }))
    }
}

struct Canvas {
    width: usize,
    height: usize,
    /// Premultiplied, 0 to 1.
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        for corners in mesh.indices.chunks_exact(3) {
            let [a, b, c] = [0, 1, 2].map(|at| mesh.vertices[corners[at] as usize]);
            self.triangle([a, b, c], texture, clip, scale);
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture")]
    fn triangle(&mut self, mut corners: [Vertex; 3], texture: &Texture, clip: Rect, scale: f32) {
        let at = |vertex: &Vertex| pos2(vertex.pos.x * scale, vertex.pos.y * scale);
        if edge(at(&corners[0]), at(&corners[1]), at(&corners[2])) < 0.0 {
            corners.swap(1, 2);
        }
        let [a, b, c] = [at(&corners[0]), at(&corners[1]), at(&corners[2])];
        let area = edge(a, b, c);
        if area <= 0.0 {
            return;
        }
        // Most of a screen is of one colour; it is worked out once.
        let [first, rest @ ..] = &corners;
        let plain = rest.iter().all(|vertex| vertex.uv == first.uv && vertex.color == first.color);
        let plain = plain.then(|| shade(&corners, [1.0, 0.0, 0.0], texture));
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
        let limit = |value: f32, most: usize| value.round().clamp(0.0, most as f32) as usize;
        for y in limit(bounds.top() - 0.5, self.height)..limit(bounds.bottom() + 0.5, self.height) {
            for x in limit(bounds.left() - 0.5, self.width)..limit(bounds.right() + 0.5, self.width) {
                let here = pos2(x as f32 + 0.5, y as f32 + 0.5);
                if !clip.contains(here) {
                    continue;
                }
                let weights = [edge(b, c, here), edge(c, a, here), edge(a, b, here)];
                let edges = [(b, c), (c, a), (a, b)];
                // A pixel on the line between two triangles belongs to one of them only.
                let inside = weights
                    .iter()
                    .zip(edges)
                    .all(|(weight, (from, to))| *weight > 0.0 || (*weight == 0.0 && owns(from, to)));
                if inside {
                    let colour = plain.unwrap_or_else(|| shade(&corners, weights.map(|weight| weight / area), texture));
                    let pixel = &mut self.pixels[y * self.width + x];
                    *pixel = std::array::from_fn(|part| colour[part] + pixel[part] * (1.0 - colour[3]));
                }
            }
        }
    }
}

fn edge(from: Pos2, to: Pos2, at: Pos2) -> f32 {
    (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
}

/// Top and left edges own the pixels on them.
#[expect(clippy::float_cmp, reason = "an edge is level only when it is exactly level")]
fn owns(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &Texture) -> [f32; 4] {
    let mix = |part: &dyn Fn(&Vertex) -> f32| {
        corners.iter().zip(weights).map(|(vertex, weight)| part(vertex) * weight).sum::<f32>()
    };
    let colour: [f32; 4] = std::array::from_fn(|part| mix(&|vertex| f32::from(vertex.color.to_array()[part]) / 255.0));
    let texel = sample(texture, mix(&|vertex| vertex.uv.x), mix(&|vertex| vertex.uv.y));
    std::array::from_fn(|part| colour[part] * texel[part])
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the texture")]
fn sample(texture: &Texture, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let texel = |x: f32, y: f32| {
        let (x, y) = (x.clamp(0.0, width as f32 - 1.0) as usize, y.clamp(0.0, height as f32 - 1.0) as usize);
        texture.pixels[y * width + x].to_array().map(|part| f32::from(part) / 255.0)
    };
    let (fx, fy) = (x - left, y - top);
    let corners = [texel(left, top), texel(left + 1.0, top), texel(left, top + 1.0), texel(left + 1.0, top + 1.0)];
    let shares = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
    std::array::from_fn(|part| corners.iter().zip(shares).map(|(corner, share)| corner[part] * share).sum())
}
