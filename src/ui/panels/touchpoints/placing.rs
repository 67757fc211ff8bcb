//! Puts a touchpoint onto the board, and takes it off: by ticking a column, or by dragging it there.

use crate::analysis::inventory::uses;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::map::Value;
use crate::model::{Detail, Id, LaneKind, List, Thing};
use crate::ui::board::state::Board;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::lanes;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::fields::Check;
use crate::ui::prelude::*;

/// What a dragged touchpoint is called among what is dragged.
pub const DRAGGED: &str = "application/x-parcours-touchpoint";

/// Makes a card that stands for a touchpoint: in this lane, else in the first for touchpoints, which is made when
/// there is none. One gesture.
pub fn place(board: Board, touchpoint: Id, lane: Option<Id>, step: Id) {
    let shell = board.shell;
    if shell.refuse_look() {
        return;
    }
    let first = shell.mirror.read(|map| {
        let fits = |id: &Id| map.lanes.get(id).is_some_and(|l| l.kind == LaneKind::Touchpoints);
        map.rows.iter().copied().find(fits)
    });
    let mut edits = Vec::new();
    let lane = lane.or(first).unwrap_or_else(|| {
        let (lane, kind) = (shell.id(), LaneKind::Touchpoints);
        let name = lanes::name(shell.t_now(), kind).to_owned();
        edits.push(Edit::AddLane { lane, kind, name, at: usize::MAX });
        lane
    });
    let card = shell.id();
    let (at, text) = (usize::MAX, String::new());
    edits.push(Edit::AddCard { card, lane, step, at, text, star: false, channel: None });
    let value = Some(Value::Text(touchpoint.to_string()));
    edits.push(Edit::Set { thing: Thing::Card(card), detail: Detail::Touchpoint, value });
    shell.send(Command::Apply(Edit::Several(edits), 0));
}

/// Puts the cards of a touchpoint in a column into the bin.
fn take_off(board: Board, touchpoint: Id, step: Id) {
    let cards = board.shell.mirror.read(|map| {
        let here = uses(map).into_iter().filter(|u| u.touchpoint == touchpoint && u.step == step);
        here.map(|one| Edit::Delete(Thing::Card(one.card))).collect::<Vec<_>>()
    });
    if !board.shell.refuse_look() {
        board.shell.send(Command::Apply(Edit::Several(cards), 0));
    }
}

/// Where people meet a touchpoint: a box for each column.
#[component]
pub fn Places(
    /// Which touchpoint.
    id: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let columns = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let steps = map.columns.iter().filter_map(|column| column.step);
            steps.map(|step| (step, names::column(shell.t(), map, step))).collect::<Vec<_>>()
        })
    });
    let placed = memo(move || {
        // A box that was ticked and at once undone is set back at once.
        shell.mirror.watch(Mark::Any, |map| {
            let own = uses(map).into_iter().filter(|one| one.touchpoint == id);
            own.map(|one| one.step).collect::<Vec<Id>>()
        })
    });
    let boxes = move || {
        let all = columns.get().into_iter().map(|(step, name)| {
            let label = Signal::derive(move || name.clone());
            let checked = Signal::derive(move || placed.with(|all| all.contains(&step)));
            let on_change = Callback::new(move |on| {
                if on { place(board, id, None, step) } else { take_off(board, id, step) }
            });
            view! { <Check label=label checked=checked on_change=on_change /> }
        });
        all.collect_view()
    };
    view! {
        <fieldset class="touch-boxes">
            <legend class="detail-name">{move || shell.t().touchpoints.met_at}</legend>
            {boxes}
            {move || {
                columns
                    .with(Vec::is_empty)
                    .then(|| view! { <p class="panel-note">{shell.t().touchpoints.no_columns}</p> })
            }}
        </fieldset>
    }
}

/// What a touchpoint is dragged by.
#[component]
pub fn Grip(
    /// Which touchpoint.
    id: Id,
) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let thing = Thing::Entry(List::Touchpoints, id);
    let title = move || {
        let called = shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
        fill(shell.t().touchpoints.drag, &[&called])
    };
    view! {
        <span
            class="touch-grip"
            title=title
            draggable="true"
            on:dragstart=move |event| drag(&event, id)
        >
            <icons::Glyph icon=icons::TOUCHPOINTS />
        </span>
    }
}

/// A touchpoint begins to be dragged.
pub fn drag(event: &leptos::ev::DragEvent, id: Id) {
    if let Some(data) = event.data_transfer() {
        let _ = data.set_data(DRAGGED, &id.to_string());
        data.set_effect_allowed("copy");
    }
}
