//! About: version, licence, notices, and where the maps are.

use crate::i18n::fill;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::modal;

/// The dialog.
#[component]
pub fn About(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> AnyView {
    let shell = use_shell();
    let (dialog, _) = modal();
    let used = move || {
        shell.storage.get().map(|(bytes, persisted)| {
            let l = shell.t().library;
            let promise = if persisted { l.about_persisted } else { l.about_not_persisted };
            let used = format!("{} {promise}", l.about_storage);
            fill(&used, &[&megabytes(shell.locale.get(), bytes)])
        })
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-label=move || shell.t().library.about
            on:close=move |_| open.set(false)
        >
            <h2>{move || shell.t().library.app}</h2>
            <p class="chip">
                {move || fill(shell.t().library.about_version, &[env!("CARGO_PKG_VERSION")])}
            </p>
            <p>{move || shell.t().library.about_text}</p>
            <p>{move || used()}</p>
            <p>
                {move || shell.t().library.about_license} " "
                <a href="notices.txt" target="_blank" rel="noopener noreferrer">
                    {move || shell.t().library.about_notices}
                </a>
            </p>
            <Button
                label=Signal::derive(move || shell.t().library.close.to_owned())
                class="primary"
                on_press=Callback::new(move |()| {
                    if let Some(dialog) = dialog.get_untracked() {
                        dialog.close();
                    }
                })
            />
        </dialog>
    }
}

/// Bytes as megabytes with one decimal, as the language writes it.
pub fn megabytes(locale: crate::i18n::Locale, bytes: f64) -> String {
    let text = format!("{:.1}\u{a0}MB", bytes / 1_000_000.0);
    match locale {
        crate::i18n::Locale::En => text,
        crate::i18n::Locale::Fr => text.replace('.', ",").replace("MB", "Mo"),
    }
}
