//! All cards as a table: sorted by a column, filtered, its texts typed into; only the lines in the
//! window are in the page.

use super::facets;
use super::table_row::RowView;
use crate::analysis::listing::{Column, Sort, list};
use crate::geometry::spot::Spot;
use crate::i18n::{Messages, fill};
use crate::model::{Id, Thing};
use crate::ui::actions::for_key;
use crate::ui::attribute::px;
use crate::ui::board::focus::Focus;
use crate::ui::board::grid::head_rows;
use crate::ui::board::state::Board;
use crate::ui::board::window_size;
use crate::ui::boxed::{For, Show, effect};
use crate::ui::icons::{self, Glyph};
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::selection::begins_typing;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

/// Height of a line, px: on a narrow screen a card's place stands below its text. `style/table.css`
/// says the same.
fn line() -> f64 {
    if window_size().0 <= 760.0 { 64.0 } else { 44.0 }
}

/// Lines mounted beyond the window, above and below.
const BEYOND: usize = 8;

/// What a column is called.
pub fn title(t: &Messages, column: Column) -> &'static str {
    let v = t.views;
    match column {
        Column::Text => v.column_text,
        Column::Stage => v.column_stage,
        Column::Step => v.column_step,
        Column::Lane => v.column_lane,
        Column::Facet(facet) => facets::name(t, facet),
    }
}

/// The table.
#[component]
pub fn Table() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let focus = Focus::new(board);
    provide_context(focus);
    let (cards, columns) = lines(board);
    let scroller = NodeRef::<html::Div>::new();
    let window = RwSignal::new((0usize, 40usize));
    let tall = RwSignal::new(line());
    let look = move || {
        let Some(scroller) = scroller.get_untracked() else { return };
        if tall.get_untracked() != line() {
            tall.set(line());
        }
        let first = (f64::from(scroller.scroll_top()) / line()) as usize;
        let seen = (f64::from(scroller.client_height()) / line()) as usize + 2;
        let now = (first.saturating_sub(BEYOND), first + seen + BEYOND);
        if window.get_untracked() != now {
            window.set(now);
        }
    };
    let resized = window_event_listener(ev::resize, move |_| look());
    on_cleanup(move || resized.remove());
    effect(move || {
        if scroller.get().is_some() {
            board.next_frame(move || {
                // Another view may have been turned to meanwhile.
                if window.try_get_untracked().is_some() {
                    look();
                    arrive(board, scroller, cards);
                }
            });
        }
    });
    let shown = memo(move || {
        let (first, end) = window.get();
        let kept = board.spot.get().and_then(card_of);
        cards.with(|cards| {
            let mut shown: Vec<(usize, Id)> = Vec::new();
            let lines = cards.iter().copied().enumerate();
            shown.extend(lines.skip(first).take(end - first));
            // The selected line keeps the focus wherever the window goes.
            let place = kept.and_then(|kept| cards.iter().position(|card| *card == kept));
            if let Some(place) = place.filter(|place| !(first..end).contains(place)) {
                shown.push((place, cards[place]));
            }
            shown
        })
    });
    let name = move || {
        let map = shell
            .mirror
            .watch(Mark::Thing(Thing::Map), |map| names::of(shell.t(), map, Thing::Map));
        fill(shell.t().views.table_of, &[&map])
    };
    let empty = move || cards.with(Vec::is_empty);
    view! {
        <div class="table-page" node_ref=scroller on:scroll=move |_| look()>
            <div
                class="cards-table"
                role="grid"
                aria-label=name
                aria-rowcount=move || cards.with(Vec::len) + 1
                aria-colcount=move || columns.with(Vec::len) + 1
                on:keydown=move |event| key(board, scroller, cards, &event)
                on:focusout=move |event| focus.back(&event)
            >
                <Head columns=columns />
                <div
                    class="table-body"
                    role="rowgroup"
                    style:height=move || px(cards.with(Vec::len) as f64 * tall.get())
                >
                    <For
                        each=move || shown.get()
                        key=|(_, card)| *card
                        children=move |(_, card)| {
                            let place = memo(move || {
                                cards.with(|cards| cards.iter().position(|one| *one == card)).unwrap_or(0)
                            });
                            view! { <RowView card=card place=place line=tall columns=columns /> }
                        }
                    />
                </div>
            </div>
            <Show when=empty>
                <p class="table-none">
                    {move || {
                        let v = shell.t().views;
                        if board.views.filtered.get() { v.filter_none } else { v.no_cards }
                    }}
                </p>
            </Show>
        </div>
    }
}

/// The cards in order. While texts are typed the order stays; it is worked out anew once the map rests.
fn lines(board: Board) -> (Memo<Vec<Id>>, Memo<Vec<Column>>) {
    let views = board.views;
    let worked = RwSignal::new(Vec::<Id>::new());
    let columns = RwSignal::new(Vec::<Column>::new());
    let sort = memo(move || views.sight.with(|sight| sight.sort));
    let work = move || {
        let (filter, sort) = (views.filter.get_untracked(), sort.get_untracked());
        let (now, used) = board.shell.mirror.read(|map| {
            let now = list(map, &filter, sort);
            // A column in which nothing stands is left out, unless the lines are sorted by it.
            let by = sort.map(|sort| sort.column);
            let used = |column: &Column| match column {
                Column::Facet(facet) => by == Some(*column) || facet.is_used(map, &now),
                // Without a step shown on the board there is no name to tell.
                Column::Step => by == Some(*column) || head_rows(map) > 1,
                _ => true,
            };
            let used: Vec<Column> = Column::all().into_iter().filter(used).collect();
            (now, used)
        });
        if columns.with_untracked(|old| *old != used) {
            columns.set(used);
        }
        if worked.with_untracked(|old| *old != now) {
            worked.set(now);
        }
    };
    work();
    effect(move || {
        views.filter.track();
        sort.track();
        work();
    });
    effect(move || {
        views.rested.track();
        if board.editing.with(Option::is_none) {
            work();
        }
    });
    (memo(move || worked.get()), memo(move || columns.get()))
}

/// The card a place is of.
fn card_of(spot: Spot) -> Option<Id> {
    match spot {
        Spot::Cell { card, .. } => card,
        _ => None,
    }
}

/// Begins at the selected card, else at the first.
fn arrive(board: Board, scroller: NodeRef<html::Div>, cards: Memo<Vec<Id>>) {
    let chosen = board.spot.get_untracked().and_then(card_of);
    let at = cards.with_untracked(|cards| {
        chosen.and_then(|card| cards.iter().position(|one| *one == card)).unwrap_or(0)
    });
    go(board, scroller, cards, at);
}

/// Selects a line, brings it into the window and gives it the focus.
fn go(board: Board, scroller: NodeRef<html::Div>, cards: Memo<Vec<Id>>, at: usize) {
    let Some(card) = cards.with_untracked(|cards| cards.get(at).copied()) else { return };
    let spot = board.shell.mirror.read(|map| {
        let found = map.cards.get(&card)?;
        Some(Spot::Cell { lane: found.lane, step: found.step, card: Some(card) })
    });
    if let Some(scroller) = scroller.get_untracked() {
        let (top, room) = (at as f64 * line(), f64::from(scroller.client_height()) - line());
        let now = f64::from(scroller.scroll_top());
        if top < now {
            scroller.set_scroll_top(top as i32);
        } else if top + line() > now + room {
            scroller.set_scroll_top((top + line() - room).ceil() as i32);
        }
    }
    if let Some(spot) = spot {
        board.go(spot);
    }
}

fn key(
    board: Board,
    scroller: NodeRef<html::Div>,
    cards: Memo<Vec<Id>>,
    event: &ev::KeyboardEvent,
) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let on_line = target.is_some_and(|e| e.has_attribute("data-place"));
    if event.is_composing() || !on_line {
        return;
    }
    let (ctrl, alt, shift) =
        (event.ctrl_key() || event.meta_key(), event.alt_key(), event.shift_key());
    let key = event.key();
    let chosen = board.spot.get_untracked().and_then(card_of);
    let count = cards.with_untracked(Vec::len);
    let now = cards.with_untracked(|cards| cards.iter().position(|one| Some(*one) == chosen));
    let now = now.unwrap_or(0);
    let page =
        scroller.get_untracked().map_or(10, |s| (f64::from(s.client_height()) / line()) as usize);
    let next = match key.as_str() {
        _ if alt || shift => None,
        "ArrowDown" => Some(now + 1),
        "ArrowUp" => Some(now.saturating_sub(1)),
        "PageDown" => Some(now + page.max(2) - 1),
        "PageUp" => Some(now.saturating_sub(page.max(2) - 1)),
        "Home" => Some(0),
        "End" => Some(count),
        _ => None,
    };
    if let Some(next) = next {
        event.prevent_default();
        go(board, scroller, cards, next.min(count.saturating_sub(1)));
    } else if let Some(action) = for_key(board, ctrl, alt, shift, &key) {
        event.prevent_default();
        event.stop_propagation();
        (action.run)(board);
    } else if begins_typing(event) {
        board.edit(true);
    }
}

/// The headers: pressed, they sort; pressed again, the other way; a third time, as on the board.
#[component]
fn Head(columns: Memo<Vec<Column>>) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let of = move |column: Column| {
        board.views.sight.with(|sight| sight.sort.filter(|s| s.column == column))
    };
    let cell = move |(at, column): (usize, Column)| {
        let sorted = move || match of(column) {
            Some(Sort { descending: true, .. }) => "descending",
            Some(_) => "ascending",
            None => "none",
        };
        let press = move |_| {
            board.views.alter(|sight| {
                sight.sort = match sight.sort.filter(|sort| sort.column == column) {
                    None => Some(Sort { column, descending: false }),
                    Some(Sort { descending: false, .. }) => Some(Sort { column, descending: true }),
                    Some(_) => None,
                };
            });
        };
        view! {
            <div
                class="table-cell"
                role="columnheader"
                data-column=column.word()
                aria-colindex=at + 1
                aria-sort=sorted
            >
                <button type="button" class="table-sort" on:click=press>
                    <span>{move || title(shell.t(), column)}</span>
                    {move || {
                        of(column)
                            .map(|sort| {
                                let icon = if sort.descending { icons::DOWN } else { icons::UP };
                                view! { <Glyph icon=icon /> }
                            })
                    }}
                </button>
            </div>
        }
    };
    view! {
        <div class="table-head" role="rowgroup">
            <div class="table-row" role="row" aria-rowindex="1">
                {move || columns.get().into_iter().enumerate().map(cell).collect_view()}
                <div class="table-cell" role="columnheader" data-column="go" aria-colindex=move || columns.with(Vec::len) + 1>
                    <span class="unseen">{move || shell.t().views.to_board}</span>
                </div>
            </div>
        </div>
    }
}
