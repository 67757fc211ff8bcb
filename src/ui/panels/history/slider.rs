//! The slider through the moments of the map.

use super::words;
use crate::i18n::fill;
use crate::model::Id;
use crate::model::timeline::{Point, Timeline};
use crate::ui::board::state::Board;
use crate::ui::boxed::effect;
use crate::ui::command::Command;
use crate::ui::history::Walk;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;

/// The slider. `at` is where it stands.
#[component]
pub fn Slider(at: RwSignal<usize>) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let field = NodeRef::<leptos::html::Input>::new();
    let said = move || {
        let line = shell.history.line.get();
        line.map(|line| words::moment(shell, &line, at.get())).unwrap_or_default()
    };
    // The end first: a value beyond it would not stand.
    effect(move || {
        let last = shell.history.line.get().map_or(0, |line| line.moments.len().saturating_sub(1));
        if let Some(field) = field.get() {
            field.set_max(&last.to_string());
            field.set_value(&at.get().to_string());
        }
    });
    let moved = move |event| {
        let Ok(to) = event_target_value(&event).parse::<usize>() else { return };
        at.set(to);
        go(shell, to);
    };
    let size = move || {
        let (h, locale) = (shell.t().history, shell.locale.get());
        let line = shell.history.line.get()?;
        let all = locale.count(line.changes, h.changes);
        let few = line.moments.len() < line.changes;
        let sampled = || fill(h.sampled, &[&locale.integer(line.moments.len()), &all]);
        Some(if few { sampled() } else { all.clone() })
    };
    view! {
        <div class="history-slider">
            <input
                class="slider"
                aria-label=move || shell.t().history.moment
                aria-valuetext=said
                type="range"
                min="0"
                step="1"
                node_ref=field
                on:input=moved
            />
            <p class="history-moment">{move || said()}</p>
            <p class="panel-sort">{move || size().unwrap_or_default()}</p>
        </div>
    }
}

/// Shows a moment on the board; the last is the map itself.
pub fn go(shell: Shell, to: usize) {
    let Some(line) = shell.history.line.get_untracked() else { return };
    let Some(moment) = line.moments.get(to) else { return };
    if to + 1 == line.moments.len() {
        shell.send(Command::LookBack);
        return;
    }
    let words = untrack(|| words::moment(shell, &line, to));
    let words = fill(shell.t_now().history.as_it_was, &[&words]);
    shell.send(Command::History(Walk::At(Point::Moment(moment.change.clone()), words)));
}

/// Where a point that is looked at stands among the moments.
pub fn place(shell: Shell, line: &Timeline, point: &Point) -> Option<usize> {
    match point {
        Point::Now => Some(line.moments.len().saturating_sub(1)),
        Point::Moment(change) => line.moments.iter().position(|moment| moment.change == *change),
        Point::Heads(_) => {
            let named = named(shell, line, point);
            let placed = line.versions.iter().find(|placed| Some(placed.version) == named);
            placed.map(|placed| placed.moment)
        }
    }
}

/// The version that names a point.
pub fn named(shell: Shell, line: &Timeline, point: &Point) -> Option<Id> {
    let Point::Heads(heads) = point else { return None };
    let is_it = |id: &Id| {
        shell.mirror.read_own(|map| map.versions.get(id).is_some_and(|one| one.heads == *heads))
    };
    line.versions.iter().map(|placed| placed.version).find(is_it)
}
