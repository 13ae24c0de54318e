//! A picture that a municipality puts on its papers: its logo.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use png::{ColorType, Decoder, Limits, Transformations};
use thiserror::Error;

/// Pixels on white, from the top left, row by row. Copies share them.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    /// Red, green, blue; a byte each.
    rgb: Arc<[u8]>,
}

/// Why a file is no picture that can be used.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PictureFault {
    #[error("it is no PNG, or a damaged one")]
    NoPng,
    #[error("it has more pixels or bytes than a logo needs")]
    TooLarge,
}

impl Picture {
    /// Bytes of a file.
    pub const LIMIT: u64 = 1024 * 1024;
    /// Pixels along a side.
    const SIDE: u32 = 2000;

    /// Reads a PNG of any colours; what shines through is laid on white.
    ///
    /// # Errors
    /// [`PictureFault::TooLarge`] before anything is decoded, or [`PictureFault::NoPng`].
    pub fn from_png(bytes: &[u8]) -> Result<Self, PictureFault> {
        if bytes.len() as u64 > Self::LIMIT {
            return Err(PictureFault::TooLarge);
        }
        let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: 32 * 1024 * 1024 });
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(|_| PictureFault::NoPng)?;
        let (width, height) = reader.info().size();
        if width > Self::SIDE || height > Self::SIDE {
            return Err(PictureFault::TooLarge);
        }
        let mut pixels = vec![0; reader.output_buffer_size().ok_or(PictureFault::TooLarge)?];
        let frame = reader.next_frame(&mut pixels).map_err(|_| PictureFault::NoPng)?;
        pixels.truncate(frame.buffer_size());
        let on_white = |of: u8, alpha: u8| {
            let (of, alpha) = (u16::from(of), u16::from(alpha));
            u8::try_from((of * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255)
        };
        let rgb: Vec<u8> = match frame.color_type {
            ColorType::Rgb => pixels,
            ColorType::Rgba => pixels
                .chunks_exact(4)
                .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]].map(|of| on_white(of, pixel[3])))
                .collect(),
            ColorType::Grayscale => pixels.into_iter().flat_map(|grey| [grey; 3]).collect(),
            ColorType::GrayscaleAlpha => {
                pixels.chunks_exact(2).flat_map(|pixel| [on_white(pixel[0], pixel[1]); 3]).collect()
            }
            ColorType::Indexed => return Err(PictureFault::NoPng),
        };
        Ok(Self { width, height, rgb: rgb.into() })
    }

    #[must_use]
    pub fn width(&self) -> u32 {
        self.width
    }

    #[must_use]
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Red, green, blue of each pixel.
    #[must_use]
    pub fn rgb(&self) -> &[u8] {
        &self.rgb
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, color: ColorType, pixel: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(color);
        let pixels = pixel.repeat((width * height) as usize);
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        bytes
    }

    #[test]
    fn every_kind_of_colour_comes_out_on_white() {
        let kinds: [(ColorType, &[u8], [u8; 3]); 5] = [
            (ColorType::Rgb, &[1, 2, 3], [1, 2, 3]),
            (ColorType::Rgba, &[1, 2, 3, 255], [1, 2, 3]),
            (ColorType::Rgba, &[1, 2, 3, 0], [255, 255, 255]),
            (ColorType::Grayscale, &[7], [7, 7, 7]),
            (ColorType::GrayscaleAlpha, &[0, 128], [127, 127, 127]),
        ];
        for (color, pixel, expected) in kinds {
            let picture = Picture::from_png(&png(3, 2, color, pixel)).unwrap();
            assert_eq!((picture.width(), picture.height()), (3, 2));
            assert_eq!(picture.rgb(), expected.repeat(6), "{color:?}");
        }
    }

    #[test]
    fn what_is_no_logo_is_refused() {
        assert_eq!(Picture::from_png(b"no picture"), Err(PictureFault::NoPng));
        let whole = png(20, 20, ColorType::Rgb, &[1, 2, 3]);
        for length in 0..whole.len() {
            // Losing only the closing chunk loses nothing that is drawn.
            if let Err(fault) = Picture::from_png(&whole[..length]) {
                assert_eq!(fault, PictureFault::NoPng, "{length}");
            }
        }
        assert!(Picture::from_png(&whole[..whole.len() / 2]).is_err());
        assert_eq!(Picture::from_png(&vec![0; 2 * 1024 * 1024]), Err(PictureFault::TooLarge));
        // A small file with a header that claims very many pixels.
        let bomb = png(2001, 1, ColorType::Grayscale, &[0]);
        assert_eq!(Picture::from_png(&bomb), Err(PictureFault::TooLarge));
    }
}
