//! What a file of this map tells of people and of what was deleted, and the export without all that.

use crate::i18n::fill;
use crate::model::personal::Personal;
use crate::ui::board::state::Board;
use crate::ui::command::{Command, Route};
use crate::ui::dates::minute;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The panel.
#[component]
pub fn Share() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    shell.flush();
    // Read once: it goes through all that was ever written.
    let told = shell.mirror.session(|session| {
        let binned = session.deleted().len();
        (session.personal(), binned)
    });
    let told = StoredValue::new(told.unwrap_or_default());
    let lines = move || {
        let (c, locale) = (shell.t().copies, shell.locale.get());
        told.with_value(|(told, binned)| {
            let Personal { names, people, sittings, changes, span, rewritten, sources } = told;
            let count = |number: usize, forms| locale.count(number, forms);
            let mut lines = vec![
                if names.is_empty() {
                    c.share_no_names.to_owned()
                } else {
                    fill(c.share_names, &[&names.join(", ")])
                },
                fill(c.share_people, &[&count(*people, c.people), &count(*sittings, c.sittings)]),
            ];
            if let Some((first, last)) = span {
                let changes = count(*changes, c.changes);
                let (first, last) =
                    (minute(shell.locale.get(), *first), minute(shell.locale.get(), *last));
                lines.push(fill(c.share_changes, &[&changes, &first, &last]));
            }
            if !sources.is_empty() {
                lines.push(fill(c.share_sources, &[&sources.join(", ")]));
            }
            lines.push(fill(c.share_binned, &[&count(*binned, c.things)]));
            lines.push(fill(c.share_rewritten, &[&count(*rewritten, c.texts)]));
            lines
        })
    };
    let unplaced = memo(move || shell.mirror.watch(Mark::Any, |map| map.unplaced().len()));
    let left = move || {
        let cards = shell.locale.get().count(unplaced.get(), shell.t().reports.cards);
        fill(shell.t().copies.share_unplaced, &[&cards])
    };
    let export = Callback::new(move |()| {
        if let Route::Map(slot) = shell.route.get_untracked() {
            shell.send(Command::ExportPlain(slot));
        }
    });
    view! {
        <p class="panel-hint">{move || shell.t().copies.share_ordinary}</p>
        <ul class="report-lines told">
            {move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
        </ul>
        <h3>{move || shell.t().copies.share_now}</h3>
        <p class="panel-hint">{move || shell.t().copies.share_plain}</p>
        <p class="panel-hint">{move || shell.t().copies.share_texts_stay}</p>
        {move || (unplaced.get() > 0).then(|| view! { <p class="panel-hint">{left()}</p> })}
        <Button
            label=Signal::derive(move || shell.t().copies.share_now.to_owned())
            icon=icons::EXPORT
            on_press=export
        />
    }
}
