//! What bytes of a picture are, by how they begin: its form and its size, no more is read of them.

/// More pixels than this would fill the memory of whoever shows them.
const PIXELS: u64 = 40_000_000;

/// A form of pictures that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
    /// GIF.
    Gif,
}

impl Form {
    /// The form of a picture, if the bytes begin as one of a sound size does.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (form, size) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            (Form::Png, png(bytes))
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            (Form::Jpeg, jpeg(bytes))
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            (Form::Webp, webp(bytes))
        } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            (Form::Gif, number(bytes, 6, 2, false).zip(number(bytes, 8, 2, false)))
        } else {
            return None;
        };
        let (width, height) = size?;
        (1..=PIXELS).contains(&(width.saturating_mul(height))).then_some(form)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Png => "image/png",
            Form::Jpeg => "image/jpeg",
            Form::Webp => "image/webp",
            Form::Gif => "image/gif",
        }
    }
}

/// A number of so many bytes at a place, the highest byte first or last.
fn number(bytes: &[u8], at: usize, length: usize, highest_first: bool) -> Option<u64> {
    let found = bytes.get(at..at.checked_add(length)?)?;
    let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
    Some(if highest_first { found.iter().fold(0, add) } else { found.iter().rev().fold(0, add) })
}

fn png(bytes: &[u8]) -> Option<(u64, u64)> {
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    number(bytes, 16, 4, true).zip(number(bytes, 20, 4, true))
}

fn webp(bytes: &[u8]) -> Option<(u64, u64)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((number(bytes, 24, 3, false)? + 1, number(bytes, 27, 3, false)? + 1)),
        b"VP8L" => {
            let both = number(bytes, 21, 4, false)?;
            Some(((both & 0x3fff) + 1, (both >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => {
            Some((number(bytes, 26, 2, false)? & 0x3fff, number(bytes, 28, 2, false)? & 0x3fff))
        }
        _ => None,
    }
}

/// The size stands in the first frame, behind segments that name their lengths.
fn jpeg(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        (*bytes.get(at)? == 0xff).then_some(())?;
        let marker = *bytes.get(at + 1)?;
        match marker {
            // Filling before a marker, and markers that stand alone.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return number(bytes, at + 7, 2, true).zip(number(bytes, at + 5, 2, true));
            }
            _ => at += 2 + usize::try_from(number(bytes, at + 2, 2, true)?.max(2)).ok()?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn the_forms_are_told_by_their_first_bytes_and_nothing_else_is_one() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08\0\x20\0\x30\x03";
        let webp = |kind: &[u8], rest: &[u8]| [b"RIFF\0\0\0\0WEBP", kind, rest].concat();
        let known: [(&[u8], Form); 6] = [
            (&png_of(20, 30), Form::Png),
            (jpeg, Form::Jpeg),
            (b"GIF89a\x10\0\x10\0", Form::Gif),
            (&webp(b"VP8X", &[0; 14]), Form::Webp),
            (&webp(b"VP8L", &[0, 0, 0, 0, 0x2f, 9, 0, 0, 0]), Form::Webp),
            (&webp(b"VP8 ", b"\0\0\0\0\0\0\0\x9d\x01\x2a\x10\0\x10\0"), Form::Webp),
        ];
        for (bytes, form) in known {
            assert_eq!(Form::of(bytes), Some(form));
            // Cut short anywhere there is nothing to be shown, and nothing breaks.
            for end in 0..bytes.len().min(9) {
                assert_eq!(Form::of(&bytes[..end]), None, "{form:?} {end}");
            }
            for end in 9..bytes.len() {
                let _ = Form::of(&bytes[..end]);
            }
        }
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for other in [svg.as_slice(), b"<!doctype html>", b"%PDF-1.4", b"BM\0\0\0\0", b""] {
            assert_eq!(Form::of(other), None);
        }
    }

    #[test]
    fn a_picture_of_no_pixels_or_of_far_too_many_is_none() {
        assert_eq!(Form::of(&png_of(0, 5)), None);
        assert_eq!(Form::of(&png_of(5000, 5000)), Some(Form::Png));
        assert_eq!(Form::of(&png_of(50_000, 50_000)), None);
        assert_eq!(Form::of(&png_of(u32::MAX, u32::MAX)), None);
    }
}
