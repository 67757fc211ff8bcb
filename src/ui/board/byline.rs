//! The line below the board: who wrote the selected thing, and who changed it last.

use super::state::Board;
use crate::i18n::fill;
use crate::session::{Authors, Byline, Who};
use crate::ui::dates::moment;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;

/// The id by which a selected card names the line as its description.
pub const ID: &str = "byline";

/// The line. It is always there, so that the board keeps its height while the selection moves.
#[component]
pub fn BylineView() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let authors = memo(move || {
        // While one types it is plain who does.
        if board.editing.with(Option::is_some) {
            return None;
        }
        let thing = board.spot.get().and_then(|spot| spot.thing());
        shell.person.track();
        shell.mirror.watch(Mark::Any, |_| ());
        thing.and_then(|thing| shell.mirror.session(|session| session.authors(thing)))
    });
    let text = move || authors.with(|authors| authors.as_ref().map(|a| words(board, a)));
    let colour = move || {
        authors.with(|authors| {
            let last = authors.as_ref().and_then(|a| a.changed.as_ref().or(a.written.as_ref()));
            last.map(|byline| names::colour(&byline.who))
        })
    };
    view! {
        <footer class="byline">
            <span class="person-dot" class:unseen=move || colour().is_none() data-person=colour></span>
            <span id=ID>{text}</span>
        </footer>
    }
}

fn words(board: Board, authors: &Authors) -> String {
    let shell = board.shell;
    let (t, p) = (shell.t(), shell.t().people);
    let told = |template: &str, byline: &Byline| {
        let when = moment(shell, byline.at);
        let text = fill(template, &[&names::who(t, &byline.who), &when]);
        text.trim_end_matches(", ").to_owned()
    };
    let joined: Vec<String> = authors.joined.iter().map(|who: &Who| names::who(t, who)).collect();
    let joined = (!joined.is_empty()).then(|| fill(p.joined_from, &[&joined.join(", ")]));
    let written = authors.written.as_ref().map(|byline| told(p.written, byline));
    let changed = authors.changed.as_ref().map(|byline| told(p.changed, byline));
    let parts: Vec<String> = [written, changed, joined].into_iter().flatten().collect();
    let text = parts.join(p.then);
    // A thing without a beginning of its own starts with the change.
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
