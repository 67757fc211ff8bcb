//! One cell: the cards of it that are in view, a hint when it is empty, and the way to add a card.

use super::card::CardView;
use super::drag::Dragging;
use super::pictures;
use super::state::{Board, Editing, Target};
use crate::geometry::board::{GAP, Placed};
use crate::geometry::spot::Spot;
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::For;
use crate::ui::icons;
use crate::ui::lanes;
use crate::ui::memo::{Flag, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use crate::ui::worn::worn;
use leptos::html;

/// A card in view: which, its position, how many there are, and the space above it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Item {
    /// Which card.
    pub card: Id,
    /// Position in the cell, from 1.
    pub position: usize,
    /// How many cards the cell has.
    pub count: usize,
    /// Space above, px: more than the gap where cards above are not mounted.
    pub above: f64,
}

/// The cell.
#[component]
pub fn CellView(
    /// Its lane.
    lane: Id,
    /// The lane's kind.
    kind: LaneKind,
    /// Its column.
    column: Column,
    /// Its step.
    step: Id,
    /// The whole lane is empty.
    bare: Flag,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let dragging = expect_context::<Dragging>();
    let arrival = board.arrive(lane, column);
    let is_there = move || arrival.is_none_or(|ready| ready.get());
    let items = memo(move || if is_there() { items(board, lane, step) } else { Vec::new() });
    let empty = flag(move || is_there() && items.with(Vec::is_empty));
    let spot = Spot::Cell { lane, step, card: None };
    let chosen = flag(move || board.spot.get() == Some(spot));
    let typed = flag(move || match board.editing.get().map(|editing| editing.target) {
        Some(Target::Card(_, of, Some((at, _)))) => of == lane && at == step,
        Some(Target::Card(card, of, None)) => {
            of == lane && items.with(|all| all.iter().any(|item| item.card == card))
        }
        _ => false,
    });
    let label = move || {
        // Its name is made of three.
        for header in [Thing::Step(step), Thing::Stage(column.stage)] {
            shell.mirror.watch(Mark::Thing(header), |_| ());
        }
        shell.mirror.watch(Mark::Thing(Thing::Lane(lane)), |map| {
            let t = shell.t();
            let lane = names::of(t, map, Thing::Lane(lane));
            crate::i18n::fill(t.board.cell_label, &[&lane, &names::column(t, map, step)])
        })
    };
    let add = move || {
        board.go(Spot::Cell { lane, step, card: None });
        if pictures::is_gallery(board, lane) {
            return pictures::add(board);
        }
        let target = Target::Card(shell.id(), lane, Some((step, usize::MAX)));
        board.open(Editing { target, replace: false });
    };
    let element = NodeRef::<html::Div>::new();
    worn(element, move |worn| {
        worn.attribute("aria-label", Some(label()));
        worn.attribute("aria-colindex", Some((board.place_of(column) + 2).to_string()));
        let chosen = chosen.get();
        worn.attribute("tabindex", Some(if chosen { "0" } else { "-1" }.to_owned()));
        worn.class("chosen", chosen);
        worn.class("bare", bare.get());
        worn.class("writing", typed.get());
        worn.style("left", px(board.left(column)));
        worn.style("width", px(board.width(column)));
    });
    view! {
        <div
            id=dom_id(spot)
            class="cell"
            role="gridcell"
            tabindex="-1"
            node_ref=element
            data-lane=lane.to_string()
            data-step=step.to_string()
            on:focus=move |event| {
                if event.target() == event.current_target() {
                    board.select(spot);
                }
            }
            on:click=move |event| {
                let plain = !event.shift_key() && !event.ctrl_key() && !dragging.was_drag();
                if plain && empty.get_untracked() && event.target() == event.current_target() {
                    add();
                }
            }
            on:dblclick=move |event| {
                if event.target() == event.current_target() {
                    add();
                }
            }
        >
            <div class="cards" role="list">
                <For
                    each=move || items.get()
                    key=|item| item.card
                    children=move |item| {
                        view! { <CardView card=item.card lane=lane kind=kind step=step items=items /> }
                    }
                />
            </div>
            {move || {
                if empty.get() {
                    view! {
                        <span class="hint" aria-hidden="true">
                            {move || lanes::hint_of(shell, lane, kind)}
                        </span>
                    }
                } else {
                    view! {
                        <button
                            type="button"
                            class="cell-add"
                            tabindex="-1"
                            title=move || shell.t().board.add_card
                            aria-label=move || shell.t().board.add_card
                            on:click=move |_| add()
                        >
                            <icons::Glyph icon=icons::PLUS />
                        </button>
                    }
                }
            }}
        </div>
    }
}

/// The cards to mount: those in the window (all, once the board was painted, if the row is no taller than it), the
/// selected one, and the draft being typed at its place.
fn items(board: Board, lane: Id, step: Id) -> Vec<Item> {
    let placed = board.cards(lane, step);
    let draft = board.editing.with(|editing| match editing.map(|editing| editing.target) {
        Some(Target::Card(card, of, Some((at_step, at)))) if of == lane && at_step == step => {
            Some((card, at))
        }
        _ => None,
    });
    let mut kept: Vec<Placed> = in_window(board, lane, step, &placed);
    let count = placed.len();
    if let Some((card, at)) = draft
        && !placed.iter().any(|placed| placed.card == card)
    {
        let position = at.min(count);
        let top = placed.get(position).map_or_else(
            || placed.last().map_or(GAP, |last| last.top + last.height + GAP),
            |next| next.top,
        );
        let place = kept.iter().position(|p| p.position >= position).unwrap_or(kept.len());
        kept.insert(place, Placed { card, position, top, height: -GAP });
    }
    let mut end = 0.0;
    kept.into_iter()
        .map(|placed| {
            let above = placed.top - end;
            end = placed.top + placed.height;
            let (card, position) = (placed.card, placed.position + 1);
            Item { card, position, count: count.max(position), above: above.max(0.0) }
        })
        .collect()
}

fn in_window(board: Board, lane: Id, step: Id, placed: &[Placed]) -> Vec<Placed> {
    let (room, reach) = (board.size.get().1, board.reach.get());
    let row = match board.row(lane) {
        Some(row) if row.height > room * 1.5 || reach == 0.0 => row,
        _ => return placed.to_vec(),
    };
    let top = board.scroll.get().1 - row.top;
    let (from, to) = (top - reach, top + room + reach);
    let selected = board.spot.with(|spot| match spot {
        Some(Spot::Cell { lane: l, step: s, card }) if *l == lane && *s == step => *card,
        _ => None,
    });
    let typed = board.editing.with(|editing| match editing.map(|editing| editing.target) {
        Some(Target::Card(card, of, _)) if of == lane => Some(card),
        _ => None,
    });
    let kept = [selected, typed];
    placed
        .iter()
        .filter(|p| (p.top + p.height >= from && p.top <= to) || kept.contains(&Some(p.card)))
        .copied()
        .collect()
}
