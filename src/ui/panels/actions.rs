//! My own actions by name: what stands, what was undone, and the way to any point among them.

use crate::i18n::{Messages, fill};
use crate::model::Map;
use crate::model::deed::{Deed, Verb};
use crate::ui::actions::history;
use crate::ui::board::state::Board;
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;

/// One line: the number of actions that stand once it is the last, the action (none for the map as it
/// was opened), and how it stands now.
type Line = (usize, Option<Deed>, Stand);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Stand {
    Done,
    Last,
    Undone,
}

/// The panel, the newest first.
#[component]
pub fn MyActions() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let lines = memo(move || {
        shell.mirror.watch(Mark::Any, |_| ());
        let actions = shell.mirror.session(|session| session.actions()).unwrap_or_default();
        let count = actions.done.len();
        let done = actions.done.into_iter().map(Some);
        let undone = actions.undone.into_iter().map(Some);
        let all = std::iter::once(None).chain(done).chain(undone).enumerate();
        let stand = |at: usize| match at.cmp(&count) {
            std::cmp::Ordering::Less => Stand::Done,
            std::cmp::Ordering::Equal => Stand::Last,
            std::cmp::Ordering::Greater => Stand::Undone,
        };
        let mut lines: Vec<Line> = all.map(|(at, deed)| (at, deed, stand(at))).collect();
        lines.reverse();
        lines
    });
    view! {
        <p class="panel-hint">{move || shell.t().people.actions_hint}</p>
        <ol class="panel-list action-list">
            <For
                each=move || lines.get()
                key=|line| *line
                children=move |(at, deed, stand)| {
                    let words = move || {
                        let t = shell.t();
                        deed.map_or_else(
                            || t.people.as_opened.to_owned(),
                            |deed| shell.mirror.read(|map| words(t, map, deed)),
                        )
                    };
                    let undone = stand == Stand::Undone;
                    view! {
                        <li>
                            <button
                                type="button"
                                class="button quiet action-line"
                                class:undone=undone
                                aria-current=(stand == Stand::Last).then_some("step")
                                on:click=move |_| history(board, Command::GoTo(at))
                            >
                                {undone.then(|| view! { <icons::Glyph icon=icons::REDO /> })}
                                <span class="panel-text">{words}</span>
                                {undone
                                    .then(|| {
                                        view! {
                                            <span class="chip">{move || shell.t().people.undone}</span>
                                        }
                                    })}
                                {(stand == Stand::Last)
                                    .then(|| {
                                        view! {
                                            <span class="chip">{move || shell.t().people.now}</span>
                                        }
                                    })}
                            </button>
                        </li>
                    }
                }
            />
        </ol>
    }
}

/// "Move card “Wait for parcel”".
fn words(t: &Messages, map: &Map, deed: Deed) -> String {
    let p = t.people;
    let template = match deed.verb {
        Verb::Add => p.did_add,
        Verb::Edit => p.did_edit,
        Verb::Move => p.did_move,
        Verb::Delete => p.did_delete,
        Verb::Purge => p.did_purge,
        Verb::Restore => p.did_restore,
        Verb::Star => p.did_star,
        Verb::Channel => p.did_channel,
        Verb::Set => t.details.did_set,
        Verb::Feel => p.did_feel,
        Verb::Choose => p.did_choose,
        Verb::Join => p.did_join,
        Verb::Apart => p.did_apart,
    };
    let text = fill(template, &[&names::quoted(t, map, deed.thing)]);
    if deed.count < 2 {
        return text;
    }
    format!("{text} {}", fill(t.reports.and_more, &[&(deed.count - 1).to_string()]))
}
