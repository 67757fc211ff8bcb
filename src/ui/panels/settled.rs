//! The choices that were settled: what, by whom, when, why, and whether it still stands.

use super::choices::{byline_words, field_word};
use crate::i18n::fill;
use crate::model::Thing;
use crate::model::decisions::{About, Decision, State};
use crate::model::map::Value;
use crate::session::{Byline, Who};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;

/// The list, folded up.
#[component]
pub fn Settled() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let all = memo(move || {
        shell.mirror.watch(Mark::Any, |_| ());
        shell.mirror.session(|session| session.decisions()).unwrap_or_default()
    });
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <details class="settled">
                <summary>
                    {move || format!("{} ({})", shell.t().people.settled, all.with(Vec::len))}
                </summary>
                <ul class="panel-list">
                    <For
                        each=move || all.get()
                        key=|decision| (decision.id, decision.state)
                        children=move |decision| {
                            let decision = StoredValue::new(decision);
                            view! {
                                <li class="settled-item">
                                    {move || decision.with_value(|one| lines(shell, one))}
                                </li>
                            }
                        }
                    />
                </ul>
            </details>
        </Show>
    }
}

fn lines(shell: Shell, decision: &Decision) -> AnyView {
    let p = shell.t().people;
    let (heading, what) = subject(shell, &decision.about);
    let who = shell.mirror.session(|session| match decision.person {
        Some(person) => session.person(person),
        None => Who::Unknown(String::new()),
    });
    let byline = who.map(|who| byline_words(shell, &Byline { who, at: decision.at }));
    let state = match decision.state {
        State::Stands => p.stands,
        State::Undone => p.undone,
        State::Overtaken => p.overtaken,
    };
    let why = (!decision.why.is_empty()).then(|| fill(p.because, &[&decision.why]));
    view! {
        <span class="choice-head">{heading}</span>
        <span>{what}</span>
        {why.map(|why| view! { <span>{why}</span> })}
        <span class="choice-told">{byline}</span>
        <span class="chip">{state}</span>
    }
    .into_any()
}

/// What a decision was about, and what it says.
fn subject(shell: Shell, about: &About) -> (String, String) {
    let (t, locale) = (shell.t(), shell.locale.get());
    shell.mirror.read(|map| match about {
        About::Choice { thing, field, value, over } => {
            let name = names::of(t, map, *thing);
            let heading = fill(
                t.hands.says,
                &[names::sort(t, *thing), &format!("{name} – {}", field_word(t, *field))],
            );
            let words = |value: &Value| names::value(t, locale, map, *thing, *field, value);
            let others: Vec<String> = over.iter().map(words).collect();
            (heading, fill(t.people.instead, &[&words(value), &others.join(", ")]))
        }
        About::Apart(things) => {
            let quoted = |thing: &Thing| names::quoted(t, map, *thing);
            let names: Vec<String> = things.iter().map(quoted).collect();
            (t.people.not_same.to_owned(), names.join(", "))
        }
    })
}
