//! A picture of a map on sheets of paper: fitted to one, or cut over several at the edges of columns,
//! lanes and cards, with stages and lane names again on each.

use super::print::{Picture, Role, Shape};

/// A size of paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Size {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
    /// 420 × 594 mm.
    A2,
    /// 594 × 841 mm.
    A1,
    /// 841 × 1189 mm.
    A0,
    /// 8.5 × 11 in.
    Letter,
    /// 11 × 17 in.
    Tabloid,
}

impl Size {
    /// All, from the smallest; then those of North America.
    pub const ALL: [Size; 7] =
        [Size::A4, Size::A3, Size::A2, Size::A1, Size::A0, Size::Letter, Size::Tabloid];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Size::A4 => "A4",
            Size::A3 => "A3",
            Size::A2 => "A2",
            Size::A1 => "A1",
            Size::A0 => "A0",
            Size::Letter => "US Letter",
            Size::Tabloid => "US Tabloid",
        }
    }

    /// Short and long edge, mm.
    pub fn edges(self) -> (f64, f64) {
        match self {
            Size::A4 => (210.0, 297.0),
            Size::A3 => (297.0, 420.0),
            Size::A2 => (420.0, 594.0),
            Size::A1 => (594.0, 841.0),
            Size::A0 => (841.0, 1189.0),
            Size::Letter => (215.9, 279.4),
            Size::Tabloid => (279.4, 431.8),
        }
    }
}

/// Free at each edge of a sheet, mm.
pub const MARGIN: f64 = 8.0;
/// Px of a picture on a mm of tiled paper: its 13 px text is 2.6 mm high, as small print in a book.
const DENSITY: f64 = 5.0;
/// How often the pieces may grow by a twentieth to fill their sheets.
const LARGER: u8 = 20;
/// Height of the line with title and page number, px.
const LINE: f64 = 50.0;

/// How a map is put on paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paper {
    /// The size of a sheet.
    pub size: Size,
    /// Its long edge lies below.
    pub landscape: bool,
    /// Over as many sheets as it takes, in one scale; else all on one.
    pub tiled: bool,
}

impl Default for Paper {
    fn default() -> Self {
        Paper { size: Size::A4, landscape: true, tiled: false }
    }
}

impl Paper {
    /// Width and height of the sheet within its margins, mm.
    pub fn room(&self) -> (f64, f64) {
        let (short, long) = self.size.edges();
        let (width, height) = if self.landscape { (long, short) } else { (short, long) };
        (width - 2.0 * MARGIN, height - 2.0 * MARGIN)
    }
}

/// A piece of the picture and where it lies on a sheet: both have its size.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    /// Left and top on the sheet, px.
    pub at: (f64, f64),
    /// Left and top in the picture, px.
    pub from: (f64, f64),
    /// Width and height, px.
    pub size: (f64, f64),
    /// What is drawn of it, in the picture's places.
    pub shapes: Vec<Shape>,
}

/// One sheet.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    /// Width and height, px.
    pub size: (f64, f64),
    /// The pieces.
    pub parts: Vec<Part>,
}

/// Where the parts of a picture lie: what may stand again on each sheet, and where it may be cut.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Ruling {
    /// Top of the heads of stages and steps.
    pub head: f64,
    /// Top of the first lane.
    pub top: f64,
    /// Edges of the columns, left to right, one more than there are; the first is the lanes' right.
    pub columns: Vec<f64>,
    /// Edges of the lanes, top to bottom, one more than there are.
    pub bands: Vec<f64>,
    /// First column of each stage.
    pub stages: Vec<usize>,
}

/// The picture cut over sheets, row by row. A picture that was never ruled comes as one piece.
pub fn tiles(picture: &Picture, paper: &Paper) -> Vec<Sheet> {
    let (width, height) = paper.room();
    let full = (width * DENSITY, height * DENSITY);
    let ruling = &picture.ruling;
    let (Some(left), Some(_)) = (ruling.columns.first().copied(), ruling.bands.first()) else {
        let part = Part {
            at: (0.0, LINE),
            from: (0.0, 0.0),
            size: (picture.width, picture.height),
            shapes: picture.shapes.clone(),
        };
        return vec![Sheet { size: full, parts: vec![part] }];
    };
    let head = ruling.top - ruling.head;
    let cut = |scale: f64| {
        let size = (full.0 / scale, full.1 / scale);
        let across = cuts(&ruling.columns, size.0 - left, |_, to| to);
        let room = (size.1 - LINE - head).max(120.0);
        let down = cuts(&ruling.bands, room, |from, to| between_cards(picture, from, to));
        (size, across, down)
    };
    // As large as the same number of sheets allows, so that none is left half empty.
    let mut best = cut(1.0);
    let (wide, high) = (best.1.len(), best.2.len());
    for step in 1..=LARGER {
        let larger = cut(1.0 + f64::from(step) * 0.05);
        let widest = ruling.columns.windows(2).map(|edge| edge[1] - edge[0]).fold(0.0, f64::max);
        if larger.1.len() != wide || larger.2.len() != high || larger.0.0 - left < widest {
            break;
        }
        best = larger;
    }
    let (size, across, down) = best;
    let mut sheets = Vec::new();
    for (top, bottom) in &down {
        for (start, end) in &across {
            let (x, y, w, h) = (*start, *top, end - start, bottom - top);
            let mut heads = region(picture, (x, ruling.head), (w, head));
            heads.extend(again(picture, &stage_edges(ruling), Role::Stage, x, true));
            let mut lanes = region(picture, (0.0, y), (left, h));
            lanes.extend(again(picture, &ruling.bands, Role::Lane, y, false));
            let part = |at, from, size, shapes| Part { at, from, size, shapes };
            sheets.push(Sheet {
                size,
                parts: vec![
                    part((left, LINE), (x, ruling.head), (w, head), heads),
                    part((0.0, LINE + head), (0.0, y), (left, h), lanes),
                    part((left, LINE + head), (x, y), (w, h), region(picture, (x, y), (w, h))),
                ],
            });
        }
    }
    sheets
}

/// Left edges of the stages, and the right edge of the last.
fn stage_edges(ruling: &Ruling) -> Vec<f64> {
    let edges = ruling.stages.iter().filter_map(|first| ruling.columns.get(*first));
    edges.chain(ruling.columns.last()).copied().collect()
}

/// Runs of bands that fit in `room` together; a band that does not fit alone is cut where `within`
/// says for the piece that would fit.
fn cuts(edges: &[f64], room: f64, within: impl Fn(f64, f64) -> f64) -> Vec<(f64, f64)> {
    let Some(last) = edges.last().copied() else { return Vec::new() };
    let mut out = Vec::new();
    let mut from = edges[0];
    while last - from > 0.5 {
        let fits =
            edges.iter().rev().copied().find(|edge| *edge > from + 0.5 && edge - from <= room);
        let to = fits.unwrap_or_else(|| within(from, from + room).min(last));
        let to = if to > from + 0.5 { to } else { from + room };
        out.push((from, to));
        from = to;
    }
    out
}

/// The lowest height in `from..=to` at which no card is cut; `to` if there is none.
fn between_cards(picture: &Picture, from: f64, to: f64) -> f64 {
    let mut cut = to;
    loop {
        let crossed = picture.shapes.iter().find_map(|shape| match shape {
            Shape::Rect(Role::Card(..), _, top, _, height) if *top < cut && top + height > cut => {
                Some(*top)
            }
            _ => None,
        });
        match crossed {
            Some(top) if top > from + 1.0 => cut = top,
            Some(_) => return to,
            None => return cut,
        }
    }
}

/// What is seen of the picture in a piece of it; what reaches over its edges is clipped when drawn.
fn region(picture: &Picture, (x, y): (f64, f64), (width, height): (f64, f64)) -> Vec<Shape> {
    let inside = |at: f64, start: f64, length: f64| at >= start - 0.5 && at < start + length - 0.5;
    let touches = |shape: &&Shape| match shape {
        Shape::Rect(_, left, top, w, h) | Shape::Image(left, top, w, h, _) => {
            left + w > x && *left < x + width && top + h > y && *top < y + height
        }
        Shape::Text(_, left, base, _) | Shape::Pieces(left, base, _) => {
            inside(*left, x, width) && inside(base - 5.0, y, height)
        }
        // It stands beside the title, which every page writes anew.
        Shape::Portrait(..) => false,
        // Lines and curves are few beside cards and texts.
        _ => true,
    };
    picture.shapes.iter().filter(touches).cloned().collect()
}

/// The names of the band that goes on at `at` from the sheet before, moved there.
fn again(picture: &Picture, edges: &[f64], role: Role, at: f64, across: bool) -> Vec<Shape> {
    let band = edges.windows(2).find(|edge| edge[0] < at - 0.5 && edge[1] > at + 0.5);
    let Some([start, end]) = band.and_then(|edge| <[f64; 2]>::try_from(edge).ok()) else {
        return Vec::new();
    };
    let moved = |shape: &Shape| match shape {
        Shape::Text(of, x, y, text) if *of == role => {
            let place = if across { *x } else { *y };
            let by = at - start;
            let (x, y) = if across { (x + by, *y) } else { (*x, y + by) };
            (place >= start && place < end).then(|| Shape::Text(role, x, y, text.clone()))
        }
        _ => None,
    };
    picture.shapes.iter().filter_map(moved).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LaneKind;

    /// 12 columns of 200 px in three stages, 6 lanes of 400 px and one of 3,000; a card a cell, in the
    /// last lane fifteen.
    fn picture() -> Picture {
        let columns: Vec<f64> = (0..=12).map(|at| 150.0 + 200.0 * f64::from(at)).collect();
        let mut bands: Vec<f64> = (0..=6).map(|at| 100.0 + 400.0 * f64::from(at)).collect();
        bands.push(bands[6] + 3000.0);
        let mut shapes = Vec::new();
        for (number, first) in [0, 4, 8].into_iter().enumerate() {
            shapes.push(Shape::Text(Role::Stage, columns[first] + 8.0, 60.0, format!("S{number}")));
        }
        for (lane, band) in bands.windows(2).enumerate() {
            shapes.push(Shape::Text(Role::Lane, 8.0, band[0] + 20.0, format!("L{lane}")));
            for (column, x) in columns[..12].iter().enumerate() {
                for card in 0..if lane == 6 { 15 } else { 1 } {
                    let top = band[0] + 4.0 + 197.0 * f64::from(card);
                    let kind = Role::Card(LaneKind::Actions, "");
                    shapes.push(Shape::Rect(kind, x + 5.0, top, 190.0, 180.0));
                    let text = format!("{lane}.{column}.{card}");
                    shapes.push(Shape::Text(Role::CardText, x + 15.0, top + 16.0, text));
                }
            }
        }
        let ruling = Ruling { head: 40.0, top: 100.0, columns, bands, stages: vec![0, 4, 8] };
        Picture { width: 2550.0, height: 5500.0, shapes, ruling }
    }

    fn texts(part: &Part, role: Role) -> Vec<&str> {
        let of = part.shapes.iter().filter_map(move |shape| match shape {
            Shape::Text(of, _, _, text) if *of == role => Some(text.as_str()),
            _ => None,
        });
        of.collect()
    }

    #[test]
    fn every_text_is_on_one_sheet_and_every_sheet_has_its_heads() {
        for size in Size::ALL {
            for landscape in [true, false] {
                let paper = Paper { size, landscape, tiled: true };
                let picture = picture();
                let sheets = tiles(&picture, &paper);
                let mut all: Vec<&str> = Vec::new();
                for sheet in &sheets {
                    let [heads, lanes, body] = &sheet.parts[..] else { panic!("three parts") };
                    assert!(!texts(heads, Role::Stage).is_empty(), "a stage is named");
                    assert!(!texts(lanes, Role::Lane).is_empty(), "a lane is named");
                    all.extend(texts(body, Role::CardText));
                    assert!(body.at.0 + body.size.0 <= sheet.size.0 + 0.5);
                    assert!(body.at.1 + body.size.1 <= sheet.size.1 + 0.5);
                }
                all.sort_unstable();
                let count = all.len();
                all.dedup();
                assert_eq!((count, all.len()), (12 * 21, 12 * 21), "{} {landscape}", size.name());
            }
        }
    }

    #[test]
    fn larger_paper_takes_fewer_sheets() {
        let sheets =
            |size, landscape| tiles(&picture(), &Paper { size, landscape, tiled: true }).len();
        let counts =
            [Size::A4, Size::A3, Size::A2, Size::A1, Size::A0].map(|size| sheets(size, true));
        assert_eq!(counts, [14, 10, 4, 3, 2]);
        assert!(sheets(Size::A4, false) > sheets(Size::A3, false));
    }

    #[test]
    fn no_card_is_cut_and_a_stage_that_goes_on_is_named_again() {
        let picture = picture();
        let sheets = tiles(&picture, &Paper { tiled: true, ..Paper::default() });
        for sheet in &sheets {
            let body = &sheet.parts[2];
            for shape in &body.shapes {
                if let Shape::Rect(_, x, y, w, h) = shape {
                    assert!(*x >= body.from.0 && x + w <= body.from.0 + body.size.0);
                    assert!(
                        *y >= body.from.1 && y + h <= body.from.1 + body.size.1 + 0.5,
                        "{y} {h}"
                    );
                }
            }
        }
        // Six columns a sheet: the second begins in the middle of the second stage.
        assert_eq!(texts(&sheets[0].parts[0], Role::Stage), ["S0", "S1"]);
        assert_eq!(texts(&sheets[1].parts[0], Role::Stage), ["S2", "S1"]);
    }

    #[test]
    fn paper_has_its_size_within_its_margins() {
        assert_eq!(Paper::default().room(), (281.0, 194.0));
        let tall = Paper { size: Size::A0, landscape: false, tiled: false };
        assert_eq!(tall.room(), (825.0, 1173.0));
    }
}
