//! The list of keys, read from the table of actions.

use crate::ui::actions::{ACTIONS, Key};
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// A key as people write it.
pub fn spelled(key: &Key) -> &'static str {
    match (key.ctrl, key.alt, key.shift, key.key) {
        (true, _, true, "z") => "Ctrl+Shift+Z",
        (true, _, _, "z") => "Ctrl+Z",
        (true, _, _, "y") => "Ctrl+Y",
        (true, _, _, "p") => "Ctrl+P",
        (_, true, _, "ArrowLeft") => "Alt+←",
        (_, true, _, "ArrowRight") => "Alt+→",
        (_, true, _, "ArrowUp") => "Alt+↑",
        (_, true, _, "ArrowDown") => "Alt+↓",
        (_, _, true, "Enter") => "Shift+Enter",
        (.., "Enter") => "Enter",
        (.., other) => other,
    }
}

/// The list.
#[component]
pub fn KeyList() -> AnyView {
    let shell = use_shell();
    let line = |keys: String, does: &'static str| {
        view! {
            <tr>
                <th scope="row">
                    <kbd>{keys}</kbd>
                </th>
                <td>{does}</td>
            </tr>
        }
    };
    view! {
        <table class="key-list">
            <tbody>
                {move || {
                    let (t, k) = (shell.t(), shell.t().keys);
                    let fixed = [
                        (k.arrows, k.move_around),
                        (k.ends, k.to_the_ends),
                        (k.page, k.page_does),
                        (k.typing, k.typing_does),
                        (k.tab, k.tab_does),
                        (k.shift_enter, k.shift_enter_does),
                        (k.escape, k.escape_does),
                        (k.alt_arrows, k.alt_arrows_does),
                        (k.plus_minus, k.plus_minus_does),
                    ];
                    let table = ACTIONS
                        .iter()
                        .filter(|action| {
                            !action.keys.is_empty() && action.keys.iter().all(|key| !key.alt)
                        })
                        .map(|action| {
                            let keys: Vec<&str> = action.keys.iter().map(spelled).collect();
                            line(keys.join(" · "), (action.label)(t))
                        })
                        .collect_view();
                    let fixed = fixed
                        .into_iter()
                        .map(|(keys, does)| line(keys.to_owned(), does))
                        .collect_view();
                    view! {
                        {fixed}
                        {table}
                    }
                }}
            </tbody>
        </table>
    }
}
