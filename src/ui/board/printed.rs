//! The board on paper: drawn from the whole map when printing begins, fitted to one page unless the
//! person chose otherwise.

use super::state::Board;
use crate::analysis::emotion::Peak;
use crate::geometry::curve::dashes;
use crate::geometry::paper::{MARGIN, Paper, tiles};
use crate::geometry::print::{Picture, Role, Shape, Words, draw, title};
use crate::geometry::wrap::FROM_RIGHT;
use crate::i18n::fill;
use crate::model::path::Path;
use crate::model::{Detail, Id, Map, Thing};
use crate::ui::boxed::effect;
use crate::ui::details;
use crate::ui::feelings;
use crate::ui::names;
use crate::ui::picture::{Lease, lend};
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use leptos::ev;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};

/// Kept free for the number of a page beside its title, px.
const NUMBER: f64 = 90.0;

/// A place for the picture; empty but while printing.
#[component]
pub fn Printed() -> AnyView {
    let board = expect_context::<Board>();
    let sheet = NodeRef::<leptos::html::Div>::new();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        board.shell.flush();
        let paper = board.views.paper.get_untracked();
        if let Some(sheet) = sheet.get_untracked() {
            // A part of a map must not pass for all of it on paper.
            let part = board.shell.refuse_part();
            sheet.set_text_content(part.then_some(board.shell.t_now().board.part_only));
            if part {
                return;
            }
            for page in pages(board, &paper) {
                let _ = sheet.append_child(&page);
            }
        }
    });
    let after = window_event_listener_untyped("afterprint", move |_: ev::Event| {
        forget();
        if let Some(sheet) = sheet.get_untracked() {
            sheet.set_text_content(None);
        }
    });
    effect(move || set_page(&board.views.paper.get()));
    on_cleanup(move || {
        forget();
        before.remove();
        after.remove();
    });
    view! { <div class="print-sheet" aria-hidden="true" node_ref=sheet></div> }
}

/// Tells the browser the paper. A rule of its own, since no style sheet can know what was chosen.
fn set_page(paper: &Paper) {
    let (width, height) = paper.room();
    let (width, height) = (width + 2.0 * MARGIN, height + 2.0 * MARGIN);
    // In lengths: CSS has no names for paper above A3.
    let rule = format!("@page {{ size: {width}mm {height}mm; margin: {MARGIN}mm }}");
    if let Ok(sheet) = web_sys::CssStyleSheet::new() {
        let _ = sheet.replace_sync(&rule);
        let sheets = js_sys::Array::of1(&sheet);
        let _ =
            js_sys::Reflect::set(&document(), &JsValue::from_str("adoptedStyleSheets"), &sheets);
    }
}

/// Works with the words of the screen that a picture needs.
pub fn picture_words<T>(shell: Shell, work: impl FnOnce(&Words) -> T) -> T {
    let t = shell.t_now();
    let marks = |map: &Map, card: Id| crate::ui::views::facets::marks(t, map, card);
    let locale = shell.locale.get_untracked();
    let level = |level: i8| format!("{} {}", feelings::word(t, level), locale.level(level));
    let felt = |name: &str, peak: Option<Peak>| feelings::said(t, name, peak);
    let line = |word: &str| details::word(t, Detail::Line, word).to_owned();
    let path = |path: &Path| super::paths::said(t, path);
    let about = shell.mirror.read(|map| crate::ui::about::parts(t, map).join(" · "));
    work(&Words {
        about: &about,
        marks: &marks,
        level: &level,
        felt: &felt,
        line: &line,
        path: &path,
        optional: t.paths.optional,
        skipped: t.paths.skipped,
        moment: t.feelings.moment,
    })
}

/// The open map without its hidden lanes as it goes on this paper, a page each.
pub fn pages(board: Board, paper: &Paper) -> Vec<web_sys::Element> {
    let shell = board.shell;
    let t = shell.t_now();
    let widths = super::grid::font();
    let picture = shell.mirror.read(|map| {
        let rows = untrack(|| board.lanes_shown(map));
        picture_words(shell, |words| draw(map, &rows, words, &widths))
    });
    let heading = |width: f64| {
        shell.mirror.read(|map| {
            let about = crate::ui::about::parts(t, map).join(" · ");
            title(map, &names::of(t, map, Thing::Map), &about, width)
        })
    };
    let made: Vec<Option<web_sys::Element>> = if paper.tiled {
        let sheets = tiles(&picture, paper);
        let count = sheets.len().to_string();
        let page = |(at, sheet): (usize, &crate::geometry::paper::Sheet)| {
            let svg = region(shell, &[], (0.0, 0.0), sheet.size)?;
            let place = fill(t.views.slide_of, &[&(at + 1).to_string(), &count]);
            append(shell, &svg, &heading(sheet.size.0 - NUMBER))?;
            append(shell, &svg, &[Shape::Text(Role::Page, sheet.size.0, 20.0, place)])?;
            for part in &sheet.parts {
                let inner = region(shell, &part.shapes, part.from, part.size)?;
                for (name, value) in [
                    ("x", part.at.0),
                    ("y", part.at.1),
                    ("width", part.size.0),
                    ("height", part.size.1),
                ] {
                    inner.set_attribute(name, &format!("{value:.1}")).ok()?;
                }
                svg.append_child(&inner).ok()?;
            }
            Some(svg)
        };
        sheets.iter().enumerate().map(page).collect()
    } else {
        vec![whole(shell, &picture)]
    };
    let (width, height) = paper.room();
    let sized = made.into_iter().flatten().inspect(|svg| {
        let _ = svg.set_attribute("class", "print-picture");
        if let Some(style) = svg.dyn_ref::<web_sys::SvgElement>().map(web_sys::SvgElement::style) {
            let _ = style.set_property("width", &format!("{width}mm"));
            // A hair less than the page, which rounding must not fill.
            let _ = style.set_property("height", &format!("{}mm", height - 1.0));
        }
    });
    sized.collect()
}

fn whole(shell: Shell, picture: &Picture) -> Option<web_sys::Element> {
    region(shell, &picture.shapes, (-1.0, 0.0), (picture.width + 2.0, picture.height + 2.0))
}

/// An SVG element with attributes.
pub fn make(name: &str, attributes: &[(&str, String)]) -> Option<web_sys::Element> {
    let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name).ok()?;
    for (key, value) in attributes {
        element.set_attribute(key, value).ok()?;
    }
    Some(element)
}

/// A piece of a picture as an SVG element. Built by hand and not as a view, because it must be there
/// when the event's handler returns.
pub fn region(
    shell: Shell,
    shapes: &[Shape],
    from: (f64, f64),
    size: (f64, f64),
) -> Option<web_sys::Element> {
    let view = format!("{:.0} {:.0} {:.0} {:.0}", from.0, from.1, size.0, size.1);
    let svg = make("svg", &[("viewBox", view)])?;
    append(shell, &svg, shapes)?;
    Some(svg)
}

fn append(shell: Shell, svg: &web_sys::Element, shapes: &[Shape]) -> Option<()> {
    for shape in shapes {
        let made = match shape {
            Shape::Rect(role, x, y, width, height) => make(
                "rect",
                &[
                    ("class", class(*role)),
                    ("data-kind", kind(*role)),
                    ("data-colour", colour(*role)),
                    ("x", format!("{x:.1}")),
                    ("y", format!("{y:.1}")),
                    ("width", format!("{width:.1}")),
                    ("height", format!("{height:.1}")),
                    ("rx", "4".to_owned()),
                ],
            ),
            Shape::Text(role, x, y, text) => text_at((*x, *y), *role, text).inspect(|made| {
                made.set_text_content(Some(text));
            }),
            Shape::Upright(role, x, y, text) => text_at((*x, *y), *role, "").inspect(|made| {
                let turn = format!("rotate(-90 {x:.1} {y:.1})");
                let _ = made.set_attribute("transform", &turn);
                made.set_text_content(Some(text));
            }),
            Shape::Tint(path, top, bottom) => tint(svg, path, *top, *bottom),
            Shape::Face(level, x, y) => make(
                "path",
                &[
                    ("class", format!("print-face {}", if *level < 0 { "bad" } else { "good" })),
                    ("data-level", level.to_string()),
                    ("transform", format!("translate({x:.1} {y:.1}) scale(.8)")),
                    ("d", feelings::face(*level).0.to_owned()),
                ],
            ),
            Shape::Pieces(x, y, pieces) => {
                let first = pieces.first().map_or("", |piece| piece.text.as_str());
                let made = text_at((*x, *y), Role::CardText, first)?;
                for piece in pieces {
                    let looks = [
                        (piece.strong, "strong"),
                        (piece.em, "em"),
                        (piece.link.is_some(), "link"),
                    ];
                    let looks = looks.into_iter().filter(|(on, _)| *on).map(|(_, look)| look);
                    let looks = looks.collect::<Vec<_>>().join(" ");
                    let part = make("tspan", &[("class", looks)])?;
                    part.set_text_content(Some(&piece.text));
                    made.append_child(&part).ok()?;
                }
                Some(made)
            }
            Shape::Image(x, y, width, height, key) => image(shell, key, [*x, *y, *width, *height]),
            Shape::Portrait(x, y, side, key) => {
                image(shell, key, [*x, *y, *side, *side]).inspect(|made| {
                    let _ = made.set_attribute("class", "print-image print-portrait");
                    let _ = made.set_attribute("preserveAspectRatio", "xMidYMid slice");
                })
            }
            Shape::Path(role, path) => make(
                "path",
                &[
                    ("class", class(*role)),
                    ("data-line", line(*role, |number| number % 4)),
                    ("data-dash", line(*role, dashes)),
                    ("d", path.clone()),
                ],
            ),
        };
        svg.append_child(made?.unchecked_ref()).ok()?;
    }
    Some(())
}

/// A line of text without its words yet. One that is read from the right begins there, but for what is aligned
/// already: the scale and the number of the page by their ends, words by their middle.
fn text_at((x, y): (f64, f64), role: Role, text: &str) -> Option<web_sys::Element> {
    let mut attributes =
        vec![("class", class(role)), ("x", format!("{x:.1}")), ("y", format!("{y:.1}"))];
    let aligned = matches!(role, Role::Scale | Role::Page | Role::Word | Role::Line);
    if text.starts_with(FROM_RIGHT) && !aligned {
        attributes.push(("direction", "rtl".to_owned()));
    }
    make("text", &attributes)
}

/// What is tinted, the more the further from the middle; the style sheet says in which colours.
fn tint(svg: &web_sys::Element, path: &str, top: f64, bottom: f64) -> Option<web_sys::Element> {
    // An address within the page: another for every picture in it.
    let name = TINTS.with(|tints| {
        tints.set(tints.get() + 1);
        format!("tint-{}", tints.get())
    });
    let (top, bottom) = (format!("{top:.1}"), format!("{bottom:.1}"));
    let gradient = make(
        "linearGradient",
        &[
            ("id", name.clone()),
            ("gradientUnits", "userSpaceOnUse".to_owned()),
            ("x1", "0".to_owned()),
            ("x2", "0".to_owned()),
            ("y1", top),
            ("y2", bottom),
        ],
    )?;
    for (place, class) in [("0", "good much"), ("0.5", "good"), ("0.5", "bad"), ("1", "bad much")] {
        let stop = [("offset", place.to_owned()), ("class", format!("print-stop {class}"))];
        gradient.append_child(make("stop", &stop)?.unchecked_ref()).ok()?;
    }
    svg.append_child(&gradient).ok()?;
    let fill = format!("url(#{name})");
    make("path", &[("class", "print-tint".to_owned()), ("fill", fill), ("d", path.to_owned())])
}

thread_local! {
    /// How many tints were drawn.
    static TINTS: Cell<u32> = const { Cell::new(0) };
    /// The pictures on paper: read before they are printed, since printing waits for nothing.
    static READ: RefCell<HashMap<String, (Lease, web_sys::Element)>> = RefCell::default();
}

/// A picture of the map; where its bytes are not there, nothing but its place.
fn image(shell: Shell, key: &str, [x, y, width, height]: [f64; 4]) -> Option<web_sys::Element> {
    let address = READ.with_borrow_mut(|read| {
        if !read.contains_key(key)
            && let Some(lease) = lend(shell, key)
        {
            // Held by an element of its own, it is at hand for those that are made while printing.
            let held = document().create_element("img").ok()?;
            held.set_attribute("src", &lease.address).ok()?;
            read.insert(key.to_owned(), (lease, held));
        }
        read.get(key).map(|(lease, _)| lease.address.clone())
    });
    let mut attributes = vec![
        ("class", "print-image".to_owned()),
        ("x", format!("{x:.1}")),
        ("y", format!("{y:.1}")),
        ("width", format!("{width:.1}")),
        ("height", format!("{height:.1}")),
    ];
    attributes.extend(address.map(|address| ("href", address)));
    make("image", &attributes)
}

/// Gives back what was read for paper.
pub fn forget() {
    READ.with_borrow_mut(HashMap::clear);
}

fn class(role: Role) -> String {
    let word = match role {
        Role::Title => "title",
        Role::About => "about",
        Role::Stage => "stage",
        Role::Step => "step",
        Role::Lane => "lane",
        Role::Card(..) => "card",
        Role::CardText => "text",
        Role::Marks => "marks",
        Role::Edge(..) => "edge",
        Role::Rule => "rule",
        Role::Zero => "zero",
        Role::Curve(_) => "curve",
        Role::Point(_) => "point",
        Role::Word => "word",
        Role::Page => "page",
        Role::Level => "level",
        Role::Scale => "scale",
        Role::Line => "line",
        Role::Way(true) => "way back",
        Role::Way(false) => "way",
    };
    format!("print-{word}")
}

fn kind(role: Role) -> String {
    match role {
        Role::Card(kind, _) | Role::Edge(kind, _) => kind.word().to_owned(),
        _ => String::new(),
    }
}

fn colour(role: Role) -> String {
    match role {
        Role::Card(_, colour) | Role::Edge(_, colour) => colour.to_owned(),
        _ => String::new(),
    }
}

fn line(role: Role, of: fn(usize) -> usize) -> String {
    match role {
        Role::Curve(number) | Role::Point(number) => of(number).to_string(),
        _ => String::new(),
    }
}
