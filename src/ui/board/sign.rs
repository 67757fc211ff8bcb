//! The signs of things that differ: an icon, a word and a colour each, and a changed text word by word.

use crate::analysis::overlay::{Run, Sign};
use crate::i18n::Messages;
use crate::model::Thing;
use crate::ui::icons::{self, Icon};
use crate::ui::memo::memo;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// Its word in the sheet of styles.
pub fn key(sign: Sign) -> &'static str {
    match sign {
        Sign::Added => "added",
        Sign::Removed => "removed",
        Sign::Moved => "moved",
        Sign::Changed => "changed",
    }
}

/// The words of all of a thing's signs in the sheet of styles; nothing where there are none.
pub fn keys(signs: &[Sign]) -> Option<String> {
    let keys: Vec<_> = signs.iter().map(|sign| key(*sign)).collect();
    (!keys.is_empty()).then(|| keys.join(" "))
}

/// Its word on the screen.
pub fn word(t: &Messages, sign: Sign) -> &'static str {
    match sign {
        Sign::Added => t.board.sign_added,
        Sign::Removed => t.board.sign_removed,
        Sign::Moved => t.board.sign_moved,
        Sign::Changed => t.board.sign_changed,
    }
}

/// Its picture.
pub fn icon(sign: Sign) -> Icon {
    match sign {
        Sign::Added => icons::PLUS,
        Sign::Removed => icons::MINUS,
        Sign::Moved => icons::MOVED,
        Sign::Changed => icons::PEN,
    }
}

/// The signs themselves.
pub fn chips(t: &Messages, signs: &[Sign]) -> AnyView {
    signs
        .iter()
        .map(|sign| {
            view! {
                <span class="sign" data-sign=key(*sign)>
                    <icons::Glyph icon=icon(*sign) />
                    {word(t, *sign)}
                </span>
            }
        })
        .collect_view()
        .into_any()
}

/// The signs on a thing with a header or a point of its own.
#[component]
pub fn SignMark(
    /// Which thing.
    thing: Thing,
) -> AnyView {
    let shell = use_shell();
    let signs =
        memo(move || shell.signs.with(|signs| signs.of.get(&thing).cloned().unwrap_or_default()));
    (move || signs.with(|signs| chips(shell.t(), signs))).into_any()
}

/// A text that changed: what came is underlined, what went is struck through.
pub fn text(runs: &[Run]) -> AnyView {
    runs.iter()
        .map(|run| match run {
            Run::Kept(text) => view! { <span>{text.clone()}</span> }.into_any(),
            Run::Come(text) => view! { <ins>{text.clone()}</ins> }.into_any(),
            Run::Gone(text) => view! { <del>{text.clone()}</del> }.into_any(),
        })
        .collect_view()
        .into_any()
}
