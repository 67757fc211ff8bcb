//! One cell of the emotions lane: its point is gripped here, and said in words.

use super::curve::{Pulled, active, active_now};
use super::news::NewsMark;
use super::sign::SignMark;
use super::state::{Board, Editing, Target};
use super::word::WordEditor;
use crate::analysis::emotion::Extremes;
use crate::geometry::curve::Plot;
use crate::geometry::spot::Spot;
use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::map::Column;
use crate::model::{Detail, Id, Map, Thing};
use crate::ui::actions::details::open;
use crate::ui::attribute::px;
use crate::ui::command::Command;
use crate::ui::feelings;
use crate::ui::icons;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::panels::details::felt::to_card;
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use leptos::ev;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// One cell of the lane: what the chosen persona feels there, in words for those who can't see the line.
#[component]
pub fn CurveCell(
    /// The lane.
    lane: Id,
    /// The column.
    column: Column,
    /// Its step.
    step: Id,
    /// The point being dragged.
    pulled: Pulled,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let spot = Spot::Cell { lane, step, card: None };
    let chosen = flag(move || board.spot.get() == Some(spot));
    let editing = memo(move || match board.editing.get().map(|editing| editing.target) {
        Some(Target::Word(persona, of)) if of == step => Some(persona),
        _ => None,
    });
    let label = memo(move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        shell.mirror.watch(Mark::Curve, |map| {
            let mut parts = vec![names::column(t, map, step)];
            for persona in &map.cast {
                let feeling = map.feeling(*persona, step);
                let level = feeling
                    .level
                    .map_or_else(|| t.board.no_feeling.to_owned(), |level| locale.level(level));
                let who = names::of(t, map, Thing::Persona(*persona));
                let name = feelings::name(t, &feeling.name);
                let felt = format!("{level} {name}");
                parts.push(fill(t.hands.says, &[&who, felt.trim_end()]));
            }
            parts.join(", ")
        })
    });
    // What the picture says beside the numbers, of the line that is moved.
    let description = move || {
        let (t, persona) = (shell.t(), active(board)?);
        shell.mirror.watch(Mark::Curve, |map| {
            let level = map.level(persona, step);
            let peak = level.and_then(|level| Extremes::of(map, persona).peak(level));
            let mut said = vec![];
            said.extend(level.map(|level| feelings::word(t, level)));
            said.extend(peak.map(|peak| feelings::peak(t, peak).1));
            said.extend(map.has_star(step).then_some(t.feelings.moment));
            said.extend((!map.goes_through(persona, step)).then_some(t.paths.skipped));
            let why = why(map, persona, step).map(|why| fill(t.paths.because, &[&why]));
            let missing = why.is_none() && level.is_some_and(|level| level < 0);
            said.extend(why.as_deref());
            said.extend(missing.then_some(t.paths.why_missing));
            (!said.is_empty()).then(|| said.join(", "))
        })
    };
    // The grip over the point: an element that stays while the line is drawn anew under the pointer.
    let grip = memo(move || {
        let persona = active(board)?;
        let set = shell.mirror.watch(Mark::Curve, |map| map.level(persona, step));
        let level = match pulled.get() {
            Some((who, at, level)) if (who, at) == (persona, step) => level,
            _ => set.unwrap_or(0),
        };
        Some(Plot::BOARD.y(level))
    });
    let begin = move |event: ev::PointerEvent| {
        if let Some(persona) = active_now(board) {
            pull(board, &event, persona, step, lane, pulled);
        }
    };
    let open = move || {
        if let Some(persona) = active_now(board) {
            board.open(Editing { target: Target::Word(persona, step), replace: false });
        }
    };
    // A click, not the end of a drag, sets the point of a step that has none at its height.
    let pressed_at = StoredValue::new((0, 0));
    let press = move |event: ev::PointerEvent| {
        pressed_at.set_value((event.client_x(), event.client_y()));
    };
    let click = move |event: ev::MouseEvent| {
        let (x, y) = pressed_at.get_value();
        let still = (event.client_x() - x).abs() < 4 && (event.client_y() - y).abs() < 4;
        let more = event.shift_key() || event.ctrl_key() || event.meta_key();
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let plain = target.is_some_and(|on| {
            on.class_list().contains("curve-cell") || on.class_list().contains("curve-grip")
        });
        let Some(persona) = active_now(board).filter(|_| still && plain && !more) else { return };
        let empty = shell.mirror.read(|map| map.level(persona, step).is_none());
        if empty
            && !shell.mirror.is_looking()
            && let Some(level) = level_at(board, spot, f64::from(event.client_y()))
        {
            let edit = Edit::SetLevel { persona, step, level: Some(level) };
            shell.send(Command::Apply(edit, 0));
            board.entering.set(true);
        }
    };
    view! {
        <div
            id=dom_id(spot)
            class="cell curve-cell"
            role="gridcell"
            aria-label=move || label.get()
            aria-description=description
            aria-colindex=move || board.place_of(column) + 2
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            class:chosen=chosen
            style:left=move || px(board.left(column))
            style:width=move || px(board.width(column))
            on:focus=move |_| board.select(spot)
            on:pointerdown=press
            on:click=click
            on:dblclick=move |_| open()
        >
            <div
                class="curve-grip"
                style:top=move || grip.get().map(px)
                on:pointerdown=begin
            ></div>
            <Why step=step />
            {move || {
                editing
                    .get()
                    .map(|persona| view! { <WordEditor persona=persona step=step spot=spot /> })
            }}
            {move || {
                shell
                    .mirror
                    .watch(Mark::Shape, |map| map.cast.clone())
                    .into_iter()
                    .map(|persona| view! { <SignMark thing=Thing::Feeling { persona, step } /> })
                    .collect_view()
            }}
            {move || {
                active(board)
                    .map(|persona| view! { <NewsMark thing=Thing::Feeling { persona, step } /> })
            }}
            {move || {
                active(board)
                    .map(|persona| view! { <ChoiceMark thing=Thing::Feeling { persona, step } /> })
            }}
        </div>
    }
}

/// Why a persona feels so: its words, else the card it comes from.
fn why(map: &Map, persona: Id, step: Id) -> Option<String> {
    let thing = Thing::Feeling { persona, step };
    let reason = map.word(thing, Detail::Reason);
    if !reason.is_empty() {
        return Some(reason.to_owned());
    }
    let cause = Id::parse(map.word(thing, Detail::Cause))?;
    map.cards.get(&cause).filter(|card| card.deleted.is_none()).map(|card| card.text.clone())
}

/// At the point of the line that is moved: its reason, and the way to it; where an unpleasant one has
/// none, a hint that it might.
#[component]
fn Why(step: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let found = memo(move || {
        let persona = active(board)?;
        shell.mirror.watch(Mark::Curve, |map| {
            let level = map.level(persona, step)?;
            let why = why(map, persona, step);
            let cause = Id::parse(map.word(Thing::Feeling { persona, step }, Detail::Cause));
            (why.is_some() || level < 0).then_some((level, why, cause))
        })
    });
    view! {
        {move || {
            let (level, why, cause) = found.get()?;
            let p = shell.t().paths;
            let label = why.as_ref().map_or(p.why_missing.to_owned(), |why| fill(p.because, &[why]));
            let press = move |_| match cause {
                Some(card) => to_card(board, card),
                None => {
                    let Some(lane) = curve_lane(board) else { return };
                    board.go(Spot::Cell { lane, step, card: None });
                    open(board, "input");
                }
            };
            let icon = if why.is_some() { icons::QUOTES } else { icons::QUESTIONS };
            Some(view! {
                <button
                    type="button"
                    tabindex="-1"
                    class="curve-why"
                    class:said=why.is_some()
                    style:top=px(Plot::BOARD.y(level))
                    aria-label=label.clone()
                    title=label
                    on:click=press
                >
                    <icons::Glyph icon=icon />
                </button>
            })
        }}
    }
}

/// The first lane that draws the curve.
fn curve_lane(board: Board) -> Option<Id> {
    let curve = |lane: &&Id| crate::ui::actions::is_curve(board, **lane);
    board.shell.mirror.read(|map| map.rows.clone()).iter().find(curve).copied()
}

/// The level at a height in the window.
fn level_at(board: Board, spot: Spot, y: f64) -> Option<i8> {
    let cell = document().get_element_by_id(&dom_id(spot))?;
    Some(Plot::BOARD.level((y - cell.get_bounding_client_rect().top()) / board.zoom_now()))
}

/// Drags a point: it follows the pointer in half-steps; letting go is one edit, Escape none.
fn pull(board: Board, event: &ev::PointerEvent, persona: Id, step: Id, lane: Id, pulled: Pulled) {
    if event.button() != 0 || board.shell.mirror.is_looking() {
        return;
    }
    event.prevent_default();
    let spot = Spot::Cell { lane, step, card: None };
    board.go(spot);
    let before = board.shell.mirror.read(|map| map.feeling(persona, step).level);
    // Held by the listeners alone: nothing of the page's tree may take them down in mid-drag.
    let handles = Rc::new(RefCell::new(Vec::<WindowListenerHandle>::new()));
    let held = handles.clone();
    let stop = move || {
        pulled.set(None);
        for handle in held.take() {
            handle.remove();
        }
    };
    let follow = window_event_listener(ev::pointermove, move |event| {
        if let Some(level) = level_at(board, spot, f64::from(event.client_y())) {
            pulled.set(Some((persona, step, level)));
        }
    });
    let (dropped, cancelled, escaped) = (stop.clone(), stop.clone(), stop);
    let drop = window_event_listener(ev::pointerup, move |_| {
        if let Some((_, _, level)) = pulled.get_untracked()
            && Some(level) != before
        {
            let edit = Edit::SetLevel { persona, step, level: Some(level) };
            board.shell.send(Command::Apply(edit, 0));
            board.entering.set(true);
        }
        dropped();
    });
    let lost = window_event_listener(ev::pointercancel, move |_| cancelled());
    let escape = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            escaped();
        }
    });
    *handles.borrow_mut() = vec![follow, drop, lost, escape];
}
