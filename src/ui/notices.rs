//! Messages at the foot of the window: what happened, what it means, what to do.

use super::command::{Notice, Trouble};
use super::icons;
use super::shell::use_shell;
use super::widgets::button::Button;
use crate::i18n::{Messages, fill};
use crate::ui::boxed::For;
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
        <div class="notices" role="status" aria-live="polite">
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

#[component]
fn NoticeView(notice: Notice) -> AnyView {
    let shell = use_shell();
    let number = notice.number;
    let dismiss = move || shell.notices.update(|all| all.retain(|n| n.number != number));
    // News go by themselves after a while; troubles, and what offers a button, stay.
    if !notice.alarm && notice.button.is_none() {
        set_timeout(dismiss, std::time::Duration::from_secs(15));
    }
    let button = notice.button.map(|(label, command)| {
        let press = Callback::new(move |()| {
            dismiss();
            shell.send(command.clone());
        });
        view! { <Button label=label on_press=press /> }
    });
    view! {
        <div class="notice" class:alarm=notice.alarm>
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
