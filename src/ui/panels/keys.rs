//! The list of keys, read from the table of actions.

use crate::i18n::Messages;
use crate::ui::actions::{Key, all};
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// A key as people of this language write it.
pub fn spelled(t: &Messages, key: &Key) -> String {
    let k = t.keys;
    let name = match key.key {
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Enter" => k.enter,
        "Insert" => k.insert,
        "Delete" => k.delete,
        "Backspace" => k.backspace,
        other => other,
    };
    let held = [(key.ctrl, "Ctrl"), (key.alt, "Alt"), (key.shift, k.shift)];
    let mut words: Vec<&str> = held.iter().filter(|held| held.0).map(|held| held.1).collect();
    let capital = name.to_ascii_uppercase();
    // A letter is shown as it stands on the key; names of keys stay words.
    words.push(if key.key.len() == 1 { &capital } else { name });
    words.join("+")
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
                        (t.hands.shift_arrows, t.hands.shift_arrows_does),
                        (t.hands.ctrl_click, t.hands.ctrl_click_does),
                        (t.hands.marquee, t.hands.marquee_does),
                        (t.hands.menu_key, t.hands.menu_key_does),
                    ];
                    let table = all()
                        .filter(|action| {
                            !action.keys.is_empty() && action.keys.iter().all(|key| !key.alt || key.ctrl)
                        })
                        .map(|action| {
                            let keys = action.keys.iter().map(|key| spelled(t, key));
                            line(keys.collect::<Vec<_>>().join(" · "), (action.label)(t))
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
