//! Where a hit of the search is: shown there, and said when that is not in sight on the board.

use super::state::{Board, Panel};
use crate::analysis::find::is_in_sight;
use crate::analysis::search::fold;
use crate::analysis::sight::Mode;
use crate::geometry::spot::{self, Spot};
use crate::i18n::fill;
use crate::model::{Id, Map, Thing};
use crate::ui::details;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use wasm_bindgen::JsCast;

/// The hit stepped on.
#[derive(Clone, Copy)]
pub struct Found {
    board: Board,
    words: RwSignal<String>,
    /// The panel the search opened, and the one that was open before.
    opened: StoredValue<Option<(Panel, Option<Panel>)>>,
}

/// What keeps a hit out of sight.
#[derive(Clone, Copy, PartialEq)]
enum Away {
    /// Its lane is hidden.
    Hidden(Id),
    /// Its lane is folded.
    Folded(Id),
    /// The filter leaves it out.
    Filtered,
    /// It is a card without a place.
    Unplaced,
    /// The words stand beside it.
    Beside,
}

impl Found {
    /// Looks for where the hits of these words are.
    pub fn new(board: Board, words: RwSignal<String>) -> Self {
        Found { board, words, opened: StoredValue::new(None) }
    }

    fn now(self) -> Option<Thing> {
        self.board.hits.with(|hits| hits.found.get(hits.at).copied())
    }

    /// What keeps a hit out of sight; nothing when it is in sight.
    fn away(self, map: &Map, thing: Thing) -> Option<Away> {
        let views = self.board.views;
        let sought = |thing| self.words.with(|words| is_in_sight(map, thing, words));
        // The title stands above every view.
        if thing == Thing::Map && sought(thing) {
            return None;
        }
        let Some(spot) = spot::of(map, thing) else {
            let card = matches!(thing, Thing::Card(_));
            return Some(if card { Away::Unplaced } else { Away::Beside });
        };
        if let (Spot::Cell { lane, .. } | Spot::Lane(lane), Mode::Board) = (spot, views.mode.get())
        {
            let shown = self.board.shown.get();
            if shown.hidden.contains(&lane) {
                return Some(Away::Hidden(lane));
            }
            if shown.folded.contains(&lane) && matches!(spot, Spot::Cell { .. }) {
                return Some(Away::Folded(lane));
            }
        }
        let card = match thing {
            Thing::Card(card) => Some(card),
            _ => None,
        };
        if card.is_some_and(|card| views.is_dim(card)) {
            return Some(Away::Filtered);
        }
        let named =
            matches!(thing, Thing::Card(_) | Thing::Stage(_) | Thing::Step(_) | Thing::Lane(_));
        let in_table = views.mode.get() != Mode::Table || card.is_some();
        let seen = named && in_table && sought(thing);
        (!seen).then_some(Away::Beside)
    }

    /// Selects the hit and brings it into the window; the focus stays where one types. What is not in
    /// sight is shown in a panel.
    pub fn show(self) {
        let board = self.board;
        untrack(move || {
            unpoint();
            let Some(thing) = self.now() else { return self.put_back() };
            let (spot, away, panel) = board
                .shell
                .mirror
                .read(|map| (spot::of(map, thing), self.away(map, thing), panel(map, thing)));
            if let Some(persona) = board.shell.mirror.read(|map| persona(map, thing)) {
                board.persona.set(Some(persona));
            }
            if let Some(spot) = spot {
                board.unpick();
                board.select(spot);
                board.reveal(spot);
            }
            match away {
                Some(_) => self.open(panel),
                None => self.put_back(),
            }
            let words = self.words.get_untracked();
            board.next_frame(move || point(board, thing, &words));
        });
    }

    fn open(self, panel: Panel) {
        let now = self.board.panel.get_untracked();
        if now != Some(panel) {
            let before = self.opened.get_value().map_or(now, |(_, before)| before);
            self.opened.set_value(Some((panel, before)));
            self.board.panel.set(Some(panel));
        }
    }

    /// Leaves the panel as it was before the search opened one.
    fn put_back(self) {
        if let Some((opened, before)) = self.opened.get_value() {
            self.opened.set_value(None);
            if self.board.panel.get_untracked() == Some(opened) {
                self.board.panel.set(before);
            }
        }
    }

    /// Where the hit is, in words, if it is not in sight.
    pub fn said(self) -> Option<String> {
        let thing = self.now()?;
        let shell = self.board.shell;
        let t = shell.t();
        shell.mirror.read(|map| {
            let in_lane = |form: &str, lane| fill(form, &[&names::of(t, map, Thing::Lane(lane))]);
            let of = |what: &str, of| fill(t.hands.find_of, &[what, &names::quoted(t, map, of)]);
            Some(match self.away(map, thing)? {
                Away::Hidden(lane) => in_lane(t.hands.find_hidden, lane),
                Away::Folded(lane) => in_lane(t.hands.find_folded, lane),
                Away::Filtered => t.hands.find_filtered.to_owned(),
                Away::Unplaced => t.hands.find_unplaced.to_owned(),
                Away::Beside => match thing {
                    Thing::Note(id) => {
                        let note = map.notes.get(&id)?;
                        of(details::note(t, note.field), note.of)
                    }
                    Thing::Path(id) => of(t.paths.thing, Thing::Step(map.paths.get(&id)?.from)),
                    Thing::Map => t.details.about.to_owned(),
                    Thing::Persona(_) => names::quoted(t, map, thing),
                    thing => of(t.details.details, thing),
                },
            })
        })
    }

    /// Leaves the search for the hit: its lane is unfolded or shown, and it takes the focus.
    pub fn enter(self) {
        let board = self.board;
        let (spot, away) = untrack(move || {
            let thing = self.now();
            let (spot, away) = board.shell.mirror.read(|map| {
                thing.map_or((None, None), |thing| (spot::of(map, thing), self.away(map, thing)))
            });
            (if thing.is_some() { spot } else { board.spot.get() }, away)
        });
        if let Some(Away::Hidden(lane) | Away::Folded(lane)) = away {
            board.show(|shown| {
                shown.hidden.remove(&lane);
                shown.folded.remove(&lane);
            });
            self.put_back();
        }
        let beside =
            (away == Some(Away::Beside)).then(|| element(".panel :is(input, textarea).pointed"));
        let on_field = beside.flatten().is_some_and(|field| field.focus().is_ok());
        match spot {
            _ if on_field => unpoint(),
            Some(spot) => {
                unpoint();
                board.go(spot);
            }
            None => board.next_frame(move || {
                let there = element(".panel .pointed :is(button, input, textarea):enabled");
                let there = there.or_else(|| element(".panel-head button"));
                if let Some(there) = there {
                    let _ = there.focus();
                }
                unpoint();
            }),
        }
    }
}

/// The panel in which a thing is found.
fn panel(map: &Map, thing: Thing) -> Panel {
    match thing {
        Thing::Map => Panel::About,
        Thing::Persona(_) => Panel::Personas,
        Thing::Entry(..) | Thing::Goal(_) => Panel::Method,
        Thing::Note(id) => map.notes.get(&id).map_or(Panel::Details, |note| panel(map, note.of)),
        Thing::Card(_) if spot::of(map, thing).is_none() => Panel::Bin,
        _ => Panel::Details,
    }
}

/// The persona a thing is about.
fn persona(map: &Map, thing: Thing) -> Option<Id> {
    match thing {
        Thing::Persona(persona) | Thing::Feeling { persona, .. } => Some(persona),
        Thing::Note(id) => persona(map, map.notes.get(&id)?.of),
        _ => None,
    }
}

fn element(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Marks the hit in outline, table and panel and scrolls to it; the board does so by itself.
fn point(board: Board, thing: Thing, words: &str) {
    unpoint();
    let place = board.shell.mirror.read(|map| spot::of(map, thing)).map(dom_id);
    let place = place.and_then(|id| document().get_element_by_id(&id));
    let on_board = board.views.mode.get_untracked() == Mode::Board;
    let in_panel = match thing {
        Thing::Note(id) | Thing::Path(id) | Thing::Card(id) => {
            element(&format!(".panel [data-of=\"{id}\"]"))
        }
        _ => None,
    };
    let title = (thing == Thing::Map).then(|| element("input.title")).flatten();
    let title = title.filter(|_| board.shell.mirror.read(|map| is_in_sight(map, thing, words)));
    let in_panel = title.or(in_panel).map(Into::into).or_else(|| holding(words));
    for there in place.filter(|_| !on_board).into_iter().chain(in_panel) {
        let _ = there.class_list().add_1(POINTED);
        if let Ok(Some(fold)) = there.closest("details") {
            let _ = fold.set_attribute("open", "");
        }
        let place = there.get_bounding_client_rect();
        if place.top() < 60.0 || place.bottom() > super::window_size().1 - 60.0 {
            there.scroll_into_view_with_bool(false);
        }
    }
}

/// The first field of the panel that holds the words.
fn holding(words: &str) -> Option<web_sys::Element> {
    let (panel, words) = (element(".panel")?, fold(words.trim()));
    let holds = |field: &web_sys::Element| {
        let value = js_sys::Reflect::get(field, &"value".into()).ok();
        // Of items, which have a number for a value, the text.
        let text = value.and_then(|value| value.as_string()).or_else(|| field.text_content());
        text.is_some_and(|text| fold(&text).contains(&words))
    };
    ["textarea", "input", "li"].into_iter().find_map(|tag| {
        let all = panel.get_elements_by_tag_name(tag);
        (0..all.length()).filter_map(|at| all.item(at)).find(holds)
    })
}

/// Takes the mark of the hit away.
fn unpoint() {
    while let Some(old) = element(".pointed") {
        let _ = old.class_list().remove_1(POINTED);
    }
}

/// The class of the hit outside the board.
const POINTED: &str = "pointed";
