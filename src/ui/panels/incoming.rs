//! What copies would bring, before they are taken in: totals first, then person by person and stage by
//! stage.

use super::differences::{Lines, counts};
use crate::i18n::fill;
use crate::model::compare::Difference;
use crate::model::shares::Share;
use crate::model::{Detail, Id, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::command::{Command, Incoming as Waiting, Route};
use crate::ui::dates::minute;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::names;
use crate::ui::prelude::*;
use crate::ui::shell::{Shell, use_shell};
use crate::ui::widgets::button::Button;

/// What waits for the map on the board.
pub fn waiting(shell: Shell) -> Option<Waiting> {
    let Route::Map(slot) = shell.route.get() else { return None };
    shell.incoming.with(|all| all.iter().find(|incoming| incoming.slot == slot).cloned())
}

/// The panel.
#[component]
pub fn Incoming() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let found = memo(move || waiting(shell));
    (move || found.get().map(|incoming| view! { <Brought incoming=incoming /> })).into_any()
}

#[component]
fn Brought(incoming: Waiting) -> AnyView {
    let shell = use_shell();
    let previewed = incoming.previewed.clone();
    let total = {
        let (names, incoming) = (incoming.names(), incoming.clone());
        move || {
            let (t, locale) = (shell.t(), shell.locale.get());
            let counts = counts(t, locale, &incoming.previewed.differences.items);
            let title = incoming.title.trim();
            let title = if title.is_empty() { t.library.untitled } else { title };
            fill(t.reports.incoming_total, &[&names, title, &counts])
        }
    };
    let choices = previewed.choices;
    let need = move || {
        (choices > 0).then(|| {
            let (t, locale) = (shell.t(), shell.locale.get());
            fill(t.reports.incoming_choices, &[&locale.count(choices, t.reports.choices)])
        })
    };
    let press = move |label: fn(&crate::i18n::Messages) -> &'static str,
                      class: &'static str,
                      command: fn(String) -> Command| {
        let slot = incoming.slot.clone();
        view! {
            <Button
                label=Signal::derive(move || label(shell.t()).to_owned())
                class=class
                on_press=Callback::new(move |()| shell.send(command(slot.clone())))
            />
        }
    };
    let looking = Signal::derive(move || shell.look.with(Option::is_some));
    let toggle = Callback::new(move |()| {
        let on = looking.get_untracked();
        shell.send(if on { Command::LookBack } else { Command::LookAtIncoming });
    });
    let shares = previewed.shares.clone();
    let file = move |share: &Share| {
        incoming.files.get(share.file).map(|(name, _)| name.clone()).unwrap_or_default()
    };
    view! {
        <div class="report">
            <p role="status">{move || total()}</p>
            {move || need().map(|words| view! { <p class="panel-hint">{words}</p> })}
            <div class="report-buttons">
                {press(|t| t.reports.take_all, "primary", Command::TakeIncoming)}
                {press(|t| t.reports.open_apart, "", Command::IncomingApart)}
                {press(|t| t.reports.cancel, "quiet", Command::LeaveIncoming)}
            </div>
            <div class="report-buttons">
                <Button
                    label=Signal::derive(move || shell.t().reports.show_on_board.to_owned())
                    icon=icons::EYE
                    class="quiet"
                    pressed=MaybeProp::derive(move || Some(looking.get()))
                    on_press=toggle
                />
            </div>
        </div>
        {shares
            .into_iter()
            .map(|share| {
                let (file, previewed) = (file(&share), previewed.clone());
                view! { <Part share=share file=file previewed=previewed /> }
            })
            .collect_view()}
    }
}

/// What one person brought.
#[component]
fn Part(
    share: Share,
    /// The file it came in.
    file: String,
    previewed: std::sync::Arc<crate::analysis::previewed::Previewed>,
) -> AnyView {
    let shell = use_shell();
    let named = !share.name.is_empty();
    let who = if named { share.name.clone() } else { file.clone() };
    let items: Vec<Difference> = share
        .items
        .iter()
        .filter_map(|place| previewed.differences.items.get(*place).cloned())
        .collect();
    let many = items.len() > 40;
    let groups = by_stage(&previewed.overlay.map, &items);
    let when = move || {
        let changes = shell.locale.get().count(share.changes, shell.t().reports.changes);
        let when = minute(shell.locale.get(), share.last.saturating_mul(1000));
        let line = fill(shell.t().reports.share_line, &[&changes, &when]);
        if named { format!("{line} – {file}") } else { line }
    };
    let group = move |(stage, items): (Option<Id>, Vec<Difference>)| {
        let (told, previewed) = (items.clone(), previewed.clone());
        let both = previewed.differences.both.clone();
        let heading = move || {
            let (t, locale) = (shell.t(), shell.locale.get());
            let place = match stage {
                Some(stage) => names::of(t, &previewed.overlay.map, Thing::Stage(stage)),
                None => t.reports.whole_map.to_owned(),
            };
            (place, counts(t, locale, &told))
        };
        let heading = memo(heading);
        view! {
            <li>
                <p class="stage-line">
                    <strong>{move || heading.with(|(place, _)| place.clone())}</strong>
                    " – "
                    {move || heading.with(|(_, counts)| counts.clone())}
                </p>
                <Lines items=items both=both />
            </li>
        }
    };
    // A long list is made when it is opened.
    let opened = RwSignal::new(!many);
    let on_toggle = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    let groups = move || opened.get().then(|| groups.iter().cloned().map(&group).collect_view());
    view! {
        <details class="share" open=!many on:toggle=on_toggle>
            <summary>
                <strong>{who}</strong>
                <span class="share-when">{move || when()}</span>
            </summary>
            <ul class="stages">{groups}</ul>
        </details>
    }
}

/// The stage a thing stands in.
fn stage_of(map: &Map, thing: Thing) -> Option<Id> {
    let of_step = |step: &Id| map.steps.get(step).map(|step| step.stage);
    match thing {
        Thing::Stage(id) => Some(id),
        Thing::Step(id) => of_step(&id),
        Thing::Card(id) => map.cards.get(&id).and_then(|card| of_step(&card.step)),
        Thing::Feeling { step, .. } => of_step(&step),
        Thing::Note(id) => map.notes.get(&id).and_then(|note| stage_of(map, note.of)),
        Thing::Path(id) => map.paths.get(&id).and_then(|path| of_step(&path.from)),
        Thing::Entry(..) => stage_of(map, map.referred(thing, Detail::At)?),
        Thing::Map
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Version(_)
        | Thing::View(_)
        | Thing::Goal(_) => None,
    }
}

/// Differences by the stage they stand in, left to right; first those of the whole map.
fn by_stage(map: &Map, items: &[Difference]) -> Vec<(Option<Id>, Vec<Difference>)> {
    let stages = map.stage_order();
    let order = std::iter::once(None).chain(stages.iter().copied().map(Some));
    let mut groups: Vec<(Option<Id>, Vec<Difference>)> =
        order.map(|stage| (stage, Vec::new())).collect();
    for item in items {
        let stage = stage_of(map, item.thing).filter(|stage| stages.contains(stage));
        if let Some((_, group)) = groups.iter_mut().find(|(of, _)| *of == stage) {
            group.push(item.clone());
        }
    }
    groups.retain(|(_, items)| !items.is_empty());
    groups
}
