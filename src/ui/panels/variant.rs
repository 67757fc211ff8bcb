//! What a variant changes in its original: the backlog, and the way back into it.

use crate::i18n::fill;
use crate::ui::board::state::Board;
use crate::ui::command::{Command, Original, Route};
use crate::ui::icons;
use crate::ui::panels::differences::{Lines, counts};
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The panel.
#[component]
pub fn Variant() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let again = move || {
        shell.flush();
        shell.send(Command::CompareVariant);
    };
    shell.variant.set(None);
    again();
    let body = move || {
        let found = shell.variant.get()?;
        let (c, locale) = (shell.t().copies, shell.locale.get());
        let (hint, slot) = match found.original {
            Original::Here { slot, title } => (fill(c.compared_now, &[&title]), Some(slot)),
            Original::Then => (c.compared_base.to_owned(), None),
            Original::Unknown => (c.compared_never.to_owned(), None),
        };
        let known = found.items.is_some();
        let items = found.items.unwrap_or_default();
        let sum = counts(shell.t(), locale, &items);
        let home = slot.map(|slot| {
            let original = Route::Map(slot.clone()).href();
            let merge = Callback::new(move |()| {
                shell.flush();
                shell.send(Command::MergeBack(slot.clone()));
            });
            view! {
                <p class="panel-hint">{c.merge_back_hint}</p>
                <div class="report-buttons">
                    <Button
                        label=Signal::derive(move || shell.t().copies.merge_back.to_owned())
                        icon=icons::IMPORT
                        class="primary"
                        on_press=merge
                    />
                    <a class="button" href=original>
                        {c.open_original}
                    </a>
                </div>
            }
        });
        Some(view! {
            <p class="panel-hint">{hint}</p>
            {known.then(|| view! {
                <p class="variant-sum">{sum}</p>
                <Lines items=items />
            })}
            {home}
        })
    };
    view! {
        <div class="variant" role="status">{body}</div>
        <div class="report-buttons variant-again">
            <Button
                label=Signal::derive(move || shell.t().copies.compare_again.to_owned())
                class="quiet"
                on_press=Callback::new(move |()| again())
            />
        </div>
    }
}
