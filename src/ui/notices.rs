//! Messages at the foot of the window: what happened, what it means, what to do.

use super::command::{Command, Notice, Route, Trouble};
use super::icons;
use super::shell::{Shell, use_shell};
use super::widgets::button::Button;
use crate::i18n::{Messages, fill};
use crate::ui::boxed::{For, effect};
use crate::ui::prelude::*;

/// Why saving failed, and what to do, in words.
pub fn trouble(t: &Messages, trouble: &Trouble) -> String {
    let r = t.reports;
    match trouble {
        Trouble::Full => r.why_full.to_owned(),
        Trouble::Closed => r.why_closed.to_owned(),
        Trouble::Deleted => r.why_deleted.to_owned(),
        Trouble::Blocked => r.why_blocked.to_owned(),
        Trouble::Newer => r.why_newer.to_owned(),
        Trouble::Unavailable => r.why_unavailable.to_owned(),
        Trouble::Other(words) => fill(r.why_other, &[words]),
    }
}

/// The messages.
#[component]
pub fn Notices() -> AnyView {
    let shell = use_shell();
    view! {
        <div
            class="notices"
            class:raised=move || matches!(shell.route.get(), Route::Map(_))
            role="status"
            aria-live="polite"
        >
            {move || {
                let working = shell.working.get();
                working
                    .map(|words| {
                        view! {
                            <div class="notice working">
                                <p>{words}</p>
                            </div>
                        }
                    })
            }}
            <For
                each=move || shell.notices.get()
                key=|notice| notice.number
                children=|notice| view! { <NoticeView notice=notice /> }
            />
        </div>
    }
}

/// How long news are shown, ms; as long again while the pointer or the focus is on them.
const SHOWN: u64 = 6000;

/// Takes a message away after a while, unless someone is at it.
fn wait(shell: Shell, number: u32, place: NodeRef<leptos::html::Div>) {
    let over = move || {
        if shell.notices.with_untracked(|all| all.iter().all(|notice| notice.number != number)) {
            return;
        }
        let element = place.get_untracked();
        if element.is_some_and(|e| e.matches(":hover, :focus-within").unwrap_or(false)) {
            wait(shell, number, place);
        } else {
            shell.notices.update(|all| all.retain(|notice| notice.number != number));
        }
    };
    set_timeout(over, std::time::Duration::from_millis(SHOWN));
}

#[component]
fn NoticeView(notice: Notice) -> AnyView {
    let shell = use_shell();
    let number = notice.number;
    let dismiss = move || shell.notices.update(|all| all.retain(|n| n.number != number));
    // News go by themselves, also those that offer what Ctrl+Z does; troubles and offers stay.
    let passing = !notice.alarm && matches!(notice.button, None | Some((_, Command::Undo)));
    let place = NodeRef::<leptos::html::Div>::new();
    if passing {
        let spoken = shell.locale.get_untracked();
        effect(move || {
            if shell.locale.get() != spoken {
                dismiss();
            }
        });
        wait(shell, number, place);
    }
    let button = notice.button.map(|(label, command)| {
        let press = Callback::new(move |()| {
            dismiss();
            shell.send(command.clone());
        });
        view! { <Button label=label on_press=press /> }
    });
    view! {
        <div class="notice" class:alarm=notice.alarm node_ref=place>
            <icons::Glyph icon=if notice.alarm { icons::ALARM } else { icons::CHECK } />
            <p>{notice.text}</p>
            {button}
            <Button
                label=Signal::derive(move || shell.t().reports.dismiss.to_owned())
                icon=icons::CROSS
                bare=true
                class="quiet"
                on_press=Callback::new(move |()| dismiss())
            />
        </div>
    }
}
