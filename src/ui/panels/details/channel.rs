//! The channel and the star of a card in the panel.

use super::fields::Check;
use crate::model::edit::Edit;
use crate::model::map::CHANNELS;
use crate::model::{Id, Thing};
use crate::ui::command::Command;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The channel: a known one by its name, or free text.
#[component]
pub fn Channel(
    /// Whose.
    card: Id,
) -> AnyView {
    let shell = use_shell();
    let now = move || {
        shell.mirror.watch(Mark::Thing(Thing::Card(card)), |map| {
            let word = map.cards.get(&card).and_then(|card| card.channel.as_deref());
            word.map(|word| names::channel(shell.t(), word)).unwrap_or_default()
        })
    };
    let keep = move |typed: String| {
        let typed = typed.trim().to_owned();
        if typed == untrack(now) {
            return;
        }
        let t = shell.t_now();
        let known =
            CHANNELS.iter().find(|word| names::channel(t, word).eq_ignore_ascii_case(&typed));
        let channel = known.map(|word| (*word).to_owned()).unwrap_or(typed);
        let channel = (!channel.is_empty()).then_some(channel);
        shell.send(Command::Apply(Edit::SetChannel { card, channel }, 0));
    };
    view! {
        <label class="detail">
            <span class="detail-name">{move || shell.t().board.channel}</span>
            <input
                class="field-line"
                aria-label=move || shell.t().board.channel
                type="text"
                list="channels"
                prop:value=now
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:change=move |event| keep(event_target_value(&event))
            />
            <datalist id="channels">
                {move || {
                    let t = shell.t();
                    CHANNELS
                        .iter()
                        .map(|word| view! { <option>{names::channel(t, word)}</option> })
                        .collect_view()
                }}
            </datalist>
        </label>
    }
}

/// Whether it is a moment of truth.
#[component]
pub fn Star(
    /// Whose.
    card: Id,
) -> AnyView {
    let shell = use_shell();
    let checked = Signal::derive(move || {
        shell.mirror.watch(Mark::Thing(Thing::Card(card)), |map| {
            map.cards.get(&card).is_some_and(|card| card.star)
        })
    });
    let on_change = Callback::new(move |star| {
        shell.send(Command::Apply(Edit::SetStar { card, star }, 0));
    });
    let label = Signal::derive(move || shell.t().board.star.to_owned());
    view! { <Check label=label checked=checked on_change=on_change /> }
}
