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

/// The channel of a card.
#[component]
pub fn Channel(
    /// Whose.
    card: Id,
) -> AnyView {
    let shell = use_shell();
    let now = Signal::derive(move || {
        shell.mirror.watch(Mark::Thing(Thing::Card(card)), |map| {
            map.cards.get(&card).and_then(|card| card.channel.clone()).unwrap_or_default()
        })
    });
    let keep = Callback::new(move |channel: String| {
        let channel = (!channel.is_empty()).then_some(channel);
        shell.send(Command::Apply(Edit::SetChannel { card, channel }, 0));
    });
    view! { <ChannelField words=CHANNELS.to_vec() now=now keep=keep /> }
}

/// A channel: a known one by its name, or free text.
#[component]
pub fn ChannelField(
    /// The known ones.
    words: Vec<&'static str>,
    /// The word in the map.
    now: Signal<String>,
    /// Called with another one.
    keep: Callback<String>,
) -> AnyView {
    let shell = use_shell();
    let words = StoredValue::new(words);
    let named = move || names::channel(shell.t(), &now.get());
    let typed = move |typed: String| {
        let (t, typed) = (shell.t_now(), typed.trim());
        let is_meant = |word: &&str| names::channel(t, word).eq_ignore_ascii_case(typed);
        let word = words.get_value().into_iter().find(is_meant).unwrap_or(typed);
        if word != now.get_untracked() {
            keep.run(word.to_owned());
        }
    };
    view! {
        <label class="detail">
            <span class="detail-name">{move || shell.t().board.channel}</span>
            <input
                class="field-line"
                aria-label=move || shell.t().board.channel
                type="text"
                list="channels"
                prop:value=named
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:change=move |event| typed(event_target_value(&event))
            />
            <datalist id="channels">
                {move || {
                    let t = shell.t();
                    words
                        .get_value()
                        .into_iter()
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
