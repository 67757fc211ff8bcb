//! The editor of a card: its text with bold, italic, links and lists, seen while one types.
//!
//! The browser types into the page itself, so that input methods, spelling and dictation work as
//! everywhere; what it made is read back after each input. What has a meaning of its own (new lines,
//! formatting, lists, pasting, undo) is done here, on the characters, and drawn anew.

mod commands;
mod field;
mod over;
mod page;
mod reader;
mod state;
mod toolbar;

use super::editor::{End, Sitting, leave};
use super::focus::Focus;
use super::grid::pasted;
use super::state::{Board, Target};
use crate::geometry::spot::{Spot, Way};
use crate::model::edit::{Edit, TextOf};
use crate::model::rich::{Block, Mark};
use crate::model::styled::Styled;
use crate::model::{Id, LaneKind, Thing};
use crate::ui::boxed::effect;
use crate::ui::mirror;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::typing::{Create, Typing, text_of};
use field::RichField;
use leptos::ev;
use std::rc::Rc;
use toolbar::Toolbar;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The editor of a card's text; of a card that is not there yet, when the target is a draft.
#[component]
pub fn CardEditor(
    /// Which card.
    card: Id,
    /// The lane of the cell.
    lane: Id,
    /// The step of the cell.
    step: Id,
) -> AnyView {
    let board = expect_context::<Board>();
    let focus = expect_context::<Focus>();
    let shell = board.shell;
    let of = TextOf::Of(Thing::Card(card));
    let (written, create) = beginning(board, card, lane, step);
    let replace = board.editing.get_untracked().is_some_and(|editing| editing.replace);
    let is_draft = create.is_some();
    let typing = Typing::start(shell, of, written.clone(), create);
    let field = RichField::new(typing, &if replace { Default::default() } else { written });
    let spot = Spot::Cell { lane, step, card: Some(card) };
    let sitting = Sitting::begin(board, typing);
    effect(move || {
        if let Some(root) = field.root.get() {
            let _ = root.focus();
            field.show();
        }
    });
    effect(move || {
        let now =
            shell.mirror.watch(mirror::Mark::Thing(Thing::Card(card)), |map| text_of(map, of));
        if let Some(now) = now {
            field.meet(&now);
        }
    });
    // Only the document itself hears of it. Another editor's takes its place, and stays there.
    let moved = Closure::<dyn Fn()>::new(move || field.follow()).into_js_value();
    document().set_onselectionchange(moved.dyn_ref());
    let moved = StoredValue::new_local(moved);
    on_cleanup(move || {
        let own = document().onselectionchange().map(JsValue::from);
        if own.is_some() && own == moved.try_get_value() {
            document().set_onselectionchange(None);
        }
    });
    let end = move |how: End| {
        if !sitting.end(how) {
            return;
        }
        board.release(card, (lane, step));
        leave(board, spot, how);
        // On a card just made, typing goes on with the next one below instead of replacing it.
        let made = is_draft && matches!(how, End::Keep | End::Go(_) | End::Through(_));
        board.made.set_value(
            shell.mirror.read(|map| spot.settle(map)).and_then(|it| it.thing()).filter(|_| made),
        );
    };
    view! {
        <div
            class="rich"
            on:pointerdown=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
            on:focusout=move |event| {
                let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
                let own = event.current_target().and_then(|own| own.dyn_into::<web_sys::Node>().ok());
                let inside = own.is_some_and(|own| to.is_some() && own.contains(to.as_ref()));
                if !inside && !focus.is_taken(&event) {
                    end(End::Left);
                }
            }
            on:keydown=move |event| {
                event.stop_propagation();
                if event.key() == "Escape" && !event.default_prevented() {
                    event.prevent_default();
                    end(End::Cancel);
                }
            }
        >
            <div
                class="rich-text"
                data-editor=""
                contenteditable="true"
                role="textbox"
                aria-multiline="true"
                dir="auto"
                spellcheck="true"
                node_ref=field.root
                aria-label=move || names::sort(shell.t(), Thing::Card(card))
                aria-describedby="rich-hint"
                on:focus=move |_| field.regain()
                on:input=move |_| field.input()
                on:compositionstart=move |_| field.compose(true)
                on:compositionend=move |_| field.compose(false)
                on:keydown=move |event| key(field, &event, end)
                on:paste=move |event| paste(field, event.unchecked_ref())
                on:click=move |event| {
                    if event.ctrl_key() || event.meta_key() {
                        field.follow();
                        field.follow_link();
                    }
                }
                on:copy=|event| event.stop_propagation()
                on:cut=|event| event.stop_propagation()
                on:beforeinput=move |event| before(field, event.unchecked_ref())
            ></div>
            <span id="rich-hint" hidden=true>{move || shell.t().rich.hint}</span>
            <Toolbar field=field />
        </div>
    }
}

/// The text a card's editor begins with, and the edit that makes the card where there is none yet.
fn beginning(
    board: Board,
    card: Id,
    lane: Id,
    step: Id,
) -> (crate::ui::typing::Written, Option<Create>) {
    let mirror = board.shell.mirror;
    if let Some(written) = mirror.read(|map| text_of(map, TextOf::Of(Thing::Card(card)))) {
        return (written, None);
    }
    let at = match board.editing.get_untracked().map(|editing| editing.target) {
        Some(Target::Card(_, _, Some((_, at)))) => at,
        _ => usize::MAX,
    };
    let moments = |map: &crate::model::Map| {
        map.lanes.get(&lane).is_some_and(|lane| lane.kind == LaneKind::Moments)
    };
    let star = mirror.read(moments);
    let create = move |text| Edit::AddCard { card, lane, step, at, text, star, channel: None };
    (Default::default(), Some(Rc::new(create)))
}

fn key(field: RichField, event: &ev::KeyboardEvent, end: impl Fn(End)) {
    if event.is_composing() || event.key_code() == 229 {
        event.stop_propagation();
        return;
    }
    let (ctrl, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
    let key = event.key();
    // A letter is the browser's to type.
    if !ctrl && key.chars().nth(1).is_none() {
        return event.stop_propagation();
    }
    // The browser tells of a moved selection later than of the next key.
    field.follow();
    let letter = key.to_ascii_lowercase();
    match (letter.as_str(), event.code().as_str()) {
        ("enter", _) if shift => field.new_line(),
        ("enter", _) if ctrl => field.follow_link(),
        ("enter", _) => end(End::Keep),
        ("tab", _) => end(End::Through(if shift { Way::Left } else { Way::Right })),
        ("escape", _) => end(End::Cancel),
        ("arrowleft", _) if field.is_empty() => end(End::Go(Way::Left)),
        ("arrowright", _) if field.is_empty() => end(End::Go(Way::Right)),
        ("arrowup", _) if field.is_empty() => end(End::Go(Way::Up)),
        ("arrowdown", _) if field.is_empty() => end(End::Go(Way::Down)),
        ("b", _) if ctrl => field.toggle(Mark::Strong),
        ("i", _) if ctrl => field.toggle(Mark::Em),
        ("k", _) if ctrl => field.bar.update(|bar| (bar.open, bar.linking) = (true, true)),
        ("z", _) if ctrl => field.step(!shift),
        ("y", _) if ctrl => field.step(false),
        (_, "Digit7") if ctrl && shift => field.list(Block::Number),
        (_, "Digit8") if ctrl && shift => field.list(Block::Bullet),
        ("f10", _) if event.alt_key() => toolbar::enter(field),
        _ => return event.stop_propagation(),
    }
    event.prevent_default();
    event.stop_propagation();
}

/// What the browser is about to do that is done here.
fn before(field: RichField, event: &web_sys::InputEvent) {
    field.follow();
    match event.input_type().as_str() {
        "insertParagraph" | "insertLineBreak" => field.new_line(),
        "formatBold" => field.toggle(Mark::Strong),
        "formatItalic" => field.toggle(Mark::Em),
        "historyUndo" => field.step(true),
        "historyRedo" => field.step(false),
        other if other.starts_with("delete") && !event.is_composing() => {
            if !field.delete(other.ends_with("Forward")) {
                return;
            }
        }
        "insertText" if !event.is_composing() => {
            let Some(typed) = event.data() else { return };
            if !field.type_in(&typed) {
                return;
            }
        }
        "insertFromPaste" | "insertFromDrop" => {}
        other if other.starts_with("format") => {}
        _ => return,
    }
    if event.cancelable() {
        event.prevent_default();
    }
}

/// A table goes to the board; anything else comes in as text with the formatting known here.
fn paste(field: RichField, event: &web_sys::Event) {
    if pasted(event).is_some() {
        return;
    }
    event.stop_propagation();
    event.prevent_default();
    let data = event.dyn_ref::<web_sys::ClipboardEvent>().and_then(|event| event.clipboard_data());
    let Some(data) = data else { return };
    let of = |format: &str| data.get_data(format).ok().filter(|text| !text.is_empty());
    let plain = || of("text/plain").map(|text| Styled::new(&text.replace("\r\n", "\n"), None));
    let html = of("text/html").and_then(|html| reader::from_html(&html));
    if let Some(new) = html.filter(|new| !new.letters.is_empty()).or_else(plain) {
        field.put(&new);
    }
}
