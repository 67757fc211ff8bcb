//! One touchpoint of the table: what it is in one row, and its fields below while it is open.

use super::Opened;
use super::placing::{Grip, Places};
use crate::analysis::inventory::{channel, uses};
use crate::i18n::fill;
use crate::model::detail::{FOR, PAID, TOUCHES};
use crate::model::edit::Edit;
use crate::model::map::CHANNELS;
use crate::model::{Detail, Id, Kind, List, Thing};
use crate::ui::board::leads::looks_closer;
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::details::{set_word, word};
use crate::ui::icons;
use crate::ui::memo::{flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::details::channel::ChannelField;
use crate::ui::panels::details::fields::{LineField, TypedText, WordField, YesField};
use crate::ui::panels::details::grip::arrow;
use crate::ui::panels::details::led::LedMaps;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The row, a group of the table.
#[component]
pub fn Line(
    /// Which touchpoint.
    id: Id,
    /// The one that is open.
    opened: Opened,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let thing = Thing::Entry(List::Touchpoints, id);
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let said = move |detail: Detail| {
        shell.mirror.watch(Mark::Thing(thing), |map| {
            word(shell.t(), detail, map.word(thing, detail)).to_owned()
        })
    };
    let wanted =
        flag(move || shell.mirror.watch(Mark::Thing(thing), |map| map.is(thing, Detail::Wanted)));
    let head = NodeRef::<leptos::html::Button>::new();
    // A line that is moved in the page loses the focus.
    let back = move || {
        request_animation_frame(move || {
            if let Some(head) = head.get_untracked() {
                let _ = head.focus();
            }
        });
    };
    let is_open = flag(move || opened.get() == Some(id));
    let stages = memo(move || {
        board.views.survey(|map| {
            let mut all: Vec<Id> =
                uses(map).into_iter().filter(|u| u.touchpoint == id).map(|u| u.stage).collect();
            all.dedup();
            all.into_iter()
                .map(|stage| names::of(shell.t(), map, Thing::Stage(stage)))
                .collect::<Vec<_>>()
        })
    });
    let places = move || match stages.get() {
        all if all.is_empty() => shell.t().touchpoints.unplaced.to_owned(),
        all => all.join(", "),
    };
    view! {
        <tbody class="touch-item" class:open=move || is_open.get()>
            <tr>
                <th scope="row">
                    <span class="touch-name">
                        <Grip id=id />
                        <button
                            class="touch-open"
                            aria-expanded=move || if is_open.get() { "true" } else { "false" }
                            title=move || shell.t().touchpoints.move_how
                            type="button"
                            node_ref=head
                            on:keydown=move |event| {
                                if event.alt_key() && arrow(shell, thing, &event) {
                                    back();
                                }
                            }
                            on:click=move |_| {
                                let open = is_open.get_untracked();
                                opened.set((!open).then_some(id));
                            }
                        >
                            {called}
                        </button>
                    </span>
                </th>
                <td>{move || said(Detail::Channel)}</td>
                <td>{move || said(Detail::Type)}</td>
                <td>
                    <span class="touch-state" class:wanted=move || wanted.get()>
                        {move || {
                            let t = shell.t().touchpoints;
                            if wanted.get() { t.is_wanted } else { t.exists }
                        }}
                    </span>
                </td>
                <td class="touch-places" class:none=move || stages.with(Vec::is_empty)>{places}</td>
            </tr>
            <Show when=move || is_open.get()>
                <tr>
                    <td colspan="5">
                        <div class="details touch-fields">{fields(thing, id)}</div>
                    </td>
                </tr>
            </Show>
        </tbody>
    }
}

fn fields(thing: Thing, id: Id) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let label = Signal::derive(move || shell.t().details.name.to_owned());
    let called =
        move || shell.mirror.watch(Mark::Thing(thing), |map| names::of(shell.t(), map, thing));
    let outward = flag(move || shell.mirror.watch(Mark::Any, |map| map.kind == Kind::Experience));
    view! {
        <div class="detail">
            <span class="detail-name">{move || label.get()}</span>
            <TypedText thing=thing label=label />
        </div>
        <Channel id=id />
        <WordField thing=thing detail=Detail::Type words=&TOUCHES />
        <WordField thing=thing detail=Detail::Paid words=&PAID />
        <WordField thing=thing detail=Detail::For words=&FOR />
        <LineField thing=thing detail=Detail::Leads />
        <YesField thing=thing detail=Detail::Wanted />
        <Places id=id />
        <Show when=move || outward.get()>
            <LedMaps thing=thing />
            <Button
                label=Signal::derive(move || fill(shell.t().journeys.go_into_of, &[&called()]))
                icon=icons::PLUS
                class="quiet"
                on_press=Callback::new(move |()| looks_closer(board, thing))
            />
        </Show>
        <Button
            label=Signal::derive(move || fill(shell.t().touchpoints.delete, &[&called()]))
            icon=icons::BIN
            class="quiet"
            on_press=Callback::new(move |()| {
                shell.send(Command::Apply(Edit::Delete(thing), 0));
            })
        />
    }
    .into_any()
}

/// Channels people choose from beside those of cards.
const MORE: [&str; 2] = ["outdoor", "third"];

#[component]
fn Channel(id: Id) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let thing = Thing::Entry(List::Touchpoints, id);
    let now = Signal::derive(move || {
        shell.mirror.watch(Mark::Thing(thing), |map| channel(map, id).to_owned())
    });
    let keep = Callback::new(move |word: String| set_word(shell, &[thing], Detail::Channel, &word));
    let words = CHANNELS.into_iter().chain(MORE).collect();
    view! { <ChannelField words=words now=now keep=keep /> }
}
