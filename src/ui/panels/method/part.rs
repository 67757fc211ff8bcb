//! One part of the method: its name, how far it is, what it holds while it is open.

use super::{Section, reorder};
use crate::analysis::course::{self, Part};
use crate::analysis::standing::Standing;
use crate::i18n::fill;
use crate::ui::board::state::Board;
use crate::ui::boxed::{Show, effect};
use crate::ui::icons;
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::menu::{Entry, Menu};

/// The part.
#[component]
pub fn PartView(
    /// Which.
    section: &'static Section,
    /// All parts in their order.
    parts: Memo<Vec<Part>>,
    /// The part that is open.
    open: RwSignal<Option<&'static str>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let id = section.id;
    let skipped = flag(move || parts.with(|parts| parts.contains(&(id, true))));
    let is_open = flag(move || open.get() == Some(id));
    let standing = memo(move || board.views.survey(section.standing));
    let kind = memo(move || shell.mirror.watch(Mark::Any, |map| map.kind));
    let name = move || (section.name)(shell.t());
    let state = move || {
        let (m, locale) = (shell.t().method, shell.locale.get());
        match standing.get() {
            _ if skipped.get() => (icons::RIGHT, m.skipped.to_owned()),
            Standing::Empty => (icons::FLAG, m.to_begin.to_owned()),
            Standing::Missing(count) => (icons::PEN, locale.count(count, m.missing)),
            Standing::Whole => (icons::CHECK, m.whole.to_owned()),
        }
    };
    let entries = Signal::derive(move || {
        let m = shell.t().method;
        let entry = |label: &str, icon, alter: fn(Vec<Part>, &str) -> Vec<Part>| Entry {
            label: label.to_owned(),
            icon: Some(icon),
            run: Callback::new(move |()| {
                if !shell.refuse_look() {
                    reorder(shell, &alter(parts.get_untracked(), id));
                }
            }),
        };
        let at = parts.with(|parts| parts.iter().position(|part| part.0 == id));
        let last = parts.with(Vec::len).checked_sub(1);
        let label = if skipped.get() { m.take_up } else { m.skip };
        let mut all = vec![entry(label, icons::CHECK, course::turned)];
        if at != Some(0) {
            all.push(entry(m.move_up, icons::UP, |parts, id| course::moved(parts, id, false)));
        }
        if at != last {
            all.push(entry(m.move_down, icons::DOWN, |parts, id| course::moved(parts, id, true)));
        }
        all
    });
    let item = NodeRef::<leptos::html::Li>::new();
    effect(move || {
        if let Some(item) = item.get().filter(|_| is_open.get()) {
            request_animation_frame(move || come_up(&item));
        }
    });
    let (head, body) = (format!("method-{id}"), format!("method-{id}-body"));
    let (labelled, controls) = (head.clone(), body.clone());
    view! {
        <li node_ref=item class="method-part" class:skipped=move || skipped.get()>
            <div class="method-head">
                <button
                    class="method-name"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-controls=move || is_open.get().then(|| controls.clone())
                    id=head
                    type="button"
                    on:click=move |_| {
                        let shut = is_open.get_untracked();
                        open.set((!shut).then_some(id));
                    }
                >
                    <icons::Glyph icon=icons::DOWN />
                    <span class="panel-text">{name}</span>
                    <span
                        class="method-state"
                        class:whole=move || standing.get() == Standing::Whole && !skipped.get()
                    >
                        {move || {
                            let (icon, words) = state();
                            view! {
                                <icons::Glyph icon=icon />
                                <span>{words}</span>
                            }
                        }}
                    </span>
                </button>
                <Menu
                    label=Signal::derive(move || fill(shell.t().method.actions_of, &[name()]))
                    icon=icons::MORE
                    bare=true
                    class="quiet"
                    entries=entries
                />
            </div>
            <Show when=move || is_open.get()>
                <div class="method-body" id=body.clone() role="group" aria-labelledby=labelled.clone()>
                    {move || {
                        (standing.get() == Standing::Empty)
                            .then(|| {
                                view! {
                                    <p class="panel-hint">{move || (section.first)(shell.t(), kind.get())}</p>
                                }
                            })
                    }}
                    {(section.body)()}
                </div>
            </Show>
        </li>
    }
}

/// Brings a part up that opened in the lower half of the panel and runs out of it below.
fn come_up(item: &web_sys::Element) {
    let Some(panel) = item.closest(".panel").ok().flatten() else { return };
    let (room, own) = (panel.get_bounding_client_rect(), item.get_bounding_client_rect());
    if own.top() > room.top() + room.height() / 2.0 && own.bottom() > room.bottom() {
        item.scroll_into_view();
    }
}
