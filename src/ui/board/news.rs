//! What others did since one last looked: the mark on a thing, and the way through all of them.

use super::state::{Board, Panel};
use crate::geometry::spot::{self, Spot};
use crate::i18n::Messages;
use crate::model::{Map, Thing};
use crate::session::News;
use crate::ui::boxed::Show;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;

impl News {
    /// What the mark says.
    pub fn word(self, t: &Messages) -> &'static str {
        match self {
            News::New => t.people.new,
            News::Changed => t.people.new_changed,
        }
    }
}

/// What others did to a thing; watches it.
pub fn news(shell: Shell, thing: Thing) -> Option<News> {
    // Another state of the map has signs of its own.
    if shell.look.with(Option::is_some) {
        return None;
    }
    shell.mirror.watch(Mark::Thing(thing), |_| ());
    shell.mirror.session(|session| session.news_of(thing)).flatten()
}

/// The mark on a thing that others made or changed.
#[component]
pub fn NewsMark(
    /// Which thing.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let found = memo(move || news(shell, thing));
    view! {
        {move || {
            found
                .get()
                .map(|news| {
                    let (word, icon) = match news {
                        News::New => ("new", icons::NEWS),
                        News::Changed => ("changed", icons::PEN),
                    };
                    view! {
                        <span class="news-mark" data-news=word>
                            <icons::Glyph icon=icon />
                            <span>{move || news.word(shell.t())}</span>
                        </span>
                    }
                })
        }}
    }
}

/// Whether a thing is seen somewhere on the page.
fn is_shown(map: &Map, thing: Thing) -> bool {
    match thing {
        Thing::Map => true,
        Thing::Persona(id) => map.cast.contains(&id),
        _ => spot::of(map, thing).is_some(),
    }
}

/// What is new and can be shown, in the order of the board.
fn to_see(board: Board) -> Vec<Thing> {
    let all = board
        .shell
        .mirror
        .session(|session| session.news().map(|(thing, _)| thing).collect::<Vec<_>>());
    let mut all = all.unwrap_or_default();
    board.shell.mirror.read(|map| {
        all.retain(|thing| is_shown(map, *thing));
        all.sort_by_cached_key(|thing| {
            let place = spot::of(map, *thing);
            let row = |spot: Spot| match spot {
                Spot::Cell { lane, .. } | Spot::Lane(lane) => {
                    map.rows.iter().position(|row| *row == lane).map(|at| at + 1)
                }
                _ => Some(0),
            };
            (place.and_then(row), place.and_then(|spot| spot.column(map)), *thing)
        });
    });
    all
}

/// How much is new, the way to the next of it, and marking all as seen.
#[component]
pub fn NewsBar() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || {
        shell.mirror.watch(Mark::Any, |_| ());
        to_see(board)
    });
    let count = move || all.with(Vec::len);
    let last = StoredValue::new(None::<Thing>);
    let next = Callback::new(move |()| {
        let things = all.get_untracked();
        let at = last.get_value().and_then(|last| things.iter().position(|one| *one == last));
        let thing = things.get(at.map_or(0, |at| at + 1)).or(things.first());
        let Some(thing) = thing.copied() else { return };
        last.set_value(Some(thing));
        show(board, thing);
    });
    let seen = Callback::new(move |()| {
        let things = shell.mirror.session(|session| session.mark_seen());
        let marks = things.unwrap_or_default().into_iter().map(Mark::Thing);
        shell.mirror.touch(marks.chain([Mark::Any]));
    });
    view! {
        <Show when=move || { count() > 0 }>
            <Button
                label=Signal::derive(move || {
                    shell.locale.get().count(count(), shell.t().people.news)
                })
                icon=icons::NEWS
                class="news"
                keys=Signal::derive(move || shell.t().people.news_next.to_owned())
                on_press=next
            />
            <Button
                label=Signal::derive(move || shell.t().people.news_seen.to_owned())
                icon=icons::CHECK
                bare=true
                class="quiet"
                on_press=seen
            />
        </Show>
    }
}

/// Leads to a thing.
pub fn show(board: Board, thing: Thing) {
    if let Thing::Feeling { persona, .. } = thing {
        board.persona.set(Some(persona));
    }
    match (board.shell.mirror.read(|map| spot::of(map, thing)), thing) {
        (Some(spot), _) => board.go(spot),
        (None, Thing::Persona(persona)) => {
            board.persona.set(Some(persona));
            board.panel.set(Some(Panel::Personas));
        }
        (None, _) => {
            let title = document().query_selector(".title").ok().flatten();
            if let Some(title) = title.and_then(|e| wasm_bindgen::JsCast::dyn_into(e).ok()) {
                let title: web_sys::HtmlElement = title;
                let _ = title.focus();
            }
        }
    }
}
