//! The board on paper: drawn from the whole map when printing begins, fitted to one landscape page.

use crate::analysis::emotion::Peak;
use crate::geometry::curve::dashes;
use crate::geometry::print::{Picture, Role, Shape, Words, draw};
use crate::ui::feelings;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use leptos::ev;
use wasm_bindgen::JsCast;

/// A place for the picture; empty but while printing.
#[component]
pub fn Printed() -> AnyView {
    let shell = use_shell();
    let sheet = NodeRef::<leptos::html::Div>::new();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        shell.flush();
        let t = shell.t_now();
        let channel = |word: &str| names::channel(t, word);
        let widths = super::grid::measure_font();
        let locale = shell.locale.get_untracked();
        let level = |level: i8| format!("{} {}", feelings::word(t, level), locale.level(level));
        let felt = |name: &str, peak: Option<Peak>| feelings::said(t, name, peak);
        let words =
            Words { star: t.board.star_short, channel: &channel, level: &level, felt: &felt };
        let picture = shell.mirror.read(|map| draw(map, &words, &widths));
        if let (Some(sheet), Some(svg)) = (sheet.get_untracked(), element(&picture)) {
            sheet.set_text_content(None);
            let _ = sheet.append_child(&svg);
        }
    });
    let after = window_event_listener_untyped("afterprint", move |_: ev::Event| {
        if let Some(sheet) = sheet.get_untracked() {
            sheet.set_text_content(None);
        }
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! { <div class="print-sheet" aria-hidden="true" node_ref=sheet></div> }
}

/// The picture as an SVG element. Built by hand and not as a view, because it must be there when the
/// event's handler returns.
fn element(picture: &Picture) -> Option<web_sys::Element> {
    let make = |name: &str, attributes: &[(&str, String)]| {
        let element =
            document().create_element_ns(Some("http://www.w3.org/2000/svg"), name).ok()?;
        for (key, value) in attributes {
            element.set_attribute(key, value).ok()?;
        }
        Some(element)
    };
    let svg = make(
        "svg",
        &[
            ("viewBox", format!("-1 0 {:.0} {:.0}", picture.width + 2.0, picture.height + 2.0)),
            ("class", "print-picture".to_owned()),
        ],
    )?;
    for shape in &picture.shapes {
        let made = match shape {
            Shape::Rect(role, x, y, width, height) => make(
                "rect",
                &[
                    ("class", class(*role)),
                    ("data-kind", kind(*role)),
                    ("x", format!("{x:.1}")),
                    ("y", format!("{y:.1}")),
                    ("width", format!("{width:.1}")),
                    ("height", format!("{height:.1}")),
                    ("rx", "4".to_owned()),
                ],
            ),
            Shape::Text(role, x, y, text) => {
                let made = make(
                    "text",
                    &[("class", class(*role)), ("x", format!("{x:.1}")), ("y", format!("{y:.1}"))],
                );
                if let Some(made) = &made {
                    made.set_text_content(Some(text));
                }
                made
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
    Some(svg)
}

fn class(role: Role) -> String {
    let word = match role {
        Role::Title => "title",
        Role::Stage => "stage",
        Role::Step => "step",
        Role::Lane => "lane",
        Role::Card(_) => "card",
        Role::CardText => "text",
        Role::Marks => "marks",
        Role::Rule => "rule",
        Role::Zero => "zero",
        Role::Curve(_) => "curve",
        Role::Point(_) => "point",
        Role::Word => "word",
        Role::Level => "level",
        Role::Scale => "scale",
    };
    format!("print-{word}")
}

fn kind(role: Role) -> String {
    match role {
        Role::Card(kind) => kind.word().to_owned(),
        _ => String::new(),
    }
}

fn line(role: Role, of: fn(usize) -> usize) -> String {
    match role {
        Role::Curve(number) | Role::Point(number) => of(number).to_string(),
        _ => String::new(),
    }
}
