//! The map published as a template: what goes into the file, and where it goes.

use crate::exchange::template::{AREAS, TemplateFile};
use crate::i18n::fill;
use crate::ui::board::state::Board;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::library::gallery::area;
use crate::ui::mirror::Mark;
use crate::ui::panels::details::fields::Check;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use std::sync::Arc;

/// The panel.
#[component]
pub fn Publish() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    shell.flush();
    let title = shell.mirror.read(|map| map.title.trim().to_owned());
    let (name, about) = (RwSignal::new(title), RwSignal::new(String::new()));
    let areas = RwSignal::new(Vec::<&'static str>::new());
    let (contents, hints) = (RwSignal::new(false), RwSignal::new(true));
    let made = move || {
        shell.flush();
        let file = shell
            .mirror
            .read_own(|map| TemplateFile::of(map, contents.get_untracked(), hints.get_untracked()));
        let named = name.with_untracked(|name| name.trim().to_owned());
        let named =
            if named.is_empty() { shell.t_now().library.untitled.to_owned() } else { named };
        let mut file = TemplateFile { name: named.clone(), ..file };
        file.about = about.get_untracked().trim().to_owned();
        file.areas = AREAS
            .into_iter()
            .filter(|area| areas.with_untracked(|all| all.contains(area)))
            .collect();
        file.draft.title = named;
        Arc::new(file)
    };
    let goes = move || {
        let (t, locale) = (shell.t(), shell.locale.get());
        let counts = shell.mirror.watch(Mark::Any, |map| {
            let mut counts = vec![
                locale.count(map.stage_order().len(), t.library.stages),
                locale.count(map.rows.len(), t.templates.lanes),
            ];
            if contents.get() {
                let cards = map.cards.values().filter(|card| card.deleted.is_none());
                let waiting = map.unplaced().len();
                counts.push(locale.count(cards.count().saturating_sub(waiting), t.library.cards));
            }
            counts
        });
        fill(t.templates.goes, &[&counts.join(", ")])
    };
    let tick = move |signal: RwSignal<bool>, label: fn(&crate::i18n::Messages) -> &'static str| {
        let label = Signal::derive(move || label(shell.t()).to_owned());
        let checked = Signal::derive(move || signal.get());
        view! { <Check label=label checked=checked on_change=Callback::new(move |on| signal.set(on)) /> }
    };
    let ticks = AREAS.map(|word| {
        let on_change = Callback::new(move |on| {
            areas.update(|all| {
                all.retain(|one| *one != word);
                if on {
                    all.push(word);
                }
            });
        });
        let label = Signal::derive(move || area(shell.t(), word).to_owned());
        let checked = Signal::derive(move || areas.with(|all| all.contains(&word)));
        view! { <Check label=label checked=checked on_change=on_change /> }
    });
    let line = move |signal: RwSignal<String>,
                     label: fn(&crate::i18n::Messages) -> &'static str| {
        view! {
            <label class="detail">
                <span class="detail-name">{move || label(shell.t())}</span>
                <input
                    class="field-line"
                    aria-label=move || label(shell.t())
                    type="text"
                    dir="auto"
                    prop:value=move || signal.get()
                    on:input=move |event| signal.set(event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <div class="details publish">
            <p class="panel-hint">{move || shell.t().templates.publish_hint}</p>
            {line(name, |t| t.templates.name)}
            {line(about, |t| t.templates.about)}
            <fieldset class="publish-areas">
                <legend class="detail-name">{move || shell.t().templates.areas}</legend>
                {ticks.into_iter().collect_view()}
            </fieldset>
            {tick(contents, |t| t.templates.contents)}
            {tick(hints, |t| t.templates.hints)}
            <p class="panel-hint" role="status">{goes}</p>
            <Button
                label=Signal::derive(move || shell.t().templates.download.to_owned())
                icon=icons::EXPORT
                class="primary"
                on_press=Callback::new(move |()| shell.send(Command::DownloadTemplate(made())))
            />
            <Button
                label=Signal::derive(move || shell.t().templates.keep.to_owned())
                icon=icons::TABLE
                on_press=Callback::new(move |()| shell.send(Command::KeepTemplate(made())))
            />
        </div>
    }
}
