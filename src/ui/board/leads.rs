//! What leads from the board into journey maps: marks in the headers of columns that stand out or lead
//! somewhere, and the way in.

use super::state::{Board, Panel};
use crate::analysis::linked::{column_of, links, links_from};
use crate::analysis::results::Stand;
use crate::analysis::standouts::{Reason, standouts};
use crate::analysis::summary::says;
use crate::geometry::spot::{self, Spot};
use crate::i18n::{Messages, fill};
use crate::model::detail::Shape;
use crate::model::{Id, Kind, List, Map, Thing};
use crate::ui::actions::structure::step_of;
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::journeys::{reasons, standing, title, word};
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::prelude::*;

/// What leads from one column.
#[derive(Clone, PartialEq, Default)]
struct Lead {
    /// Why it stands out, the bad reasons first.
    reasons: Vec<Reason>,
    /// The journey maps it leads into, and how their results stand.
    links: Vec<(String, Option<Stand>)>,
}

/// What leads from the columns of the open map; one a page.
#[derive(Clone, Copy)]
pub struct Leads(Memo<Vec<(Id, Lead)>>);

impl Leads {
    /// Worked out when the map has rested, and when the list of maps is another. Journey maps have none.
    pub fn new(board: Board) -> Self {
        let shell = board.shell;
        Leads(memo(move || {
            board.views.rested.track();
            let found = shell
                .mirror
                .watch(Mark::Shape, |map| (map.kind == Kind::Experience).then(|| gather(map)));
            let (columns, linked) = found.unwrap_or_default();
            let mut all: Vec<(Id, Lead)> = columns
                .into_iter()
                .map(|(step, reasons)| (step, Lead { reasons, links: Vec::new() }))
                .collect();
            for (step, lineage, called, heads) in linked {
                let stand = standing(shell, &lineage, heads.as_deref());
                let link = (title(shell, &called), stand);
                match all.iter_mut().find(|(of, _)| *of == step) {
                    Some((_, lead)) => lead.links.push(link),
                    None => all.push((step, Lead { links: vec![link], ..Lead::default() })),
                }
            }
            all
        }))
    }

    fn of(self, step: Id) -> Lead {
        self.0
            .with(|all| all.iter().find(|(of, _)| *of == step).map(|(_, lead)| lead.clone()))
            .unwrap_or_default()
    }
}

type Linked = (Id, String, String, Option<Vec<String>>);

fn gather(map: &Map) -> (Vec<(Id, Vec<Reason>)>, Vec<Linked>) {
    let columns = standouts(map).into_iter().map(|one| (one.step, one.reasons)).collect();
    let linked = links(map).into_iter().filter_map(|link| {
        let step = column_of(map, link.at?)?;
        Some((step, link.lineage, link.title, link.results.map(|results| results.heads)))
    });
    (columns, linked.collect())
}

/// What a header says of it, in words. Watches it.
pub fn words(board: Board, spot: Spot) -> Vec<String> {
    let Some(leads) = use_context::<Leads>() else { return Vec::new() };
    let (shell, Some(step)) = (board.shell, step_of(board, Some(spot))) else { return Vec::new() };
    said(board, &leads.of(step), shell.t())
}

fn said(board: Board, lead: &Lead, t: &Messages) -> Vec<String> {
    let mut words = Vec::new();
    if !lead.reasons.is_empty() {
        let good = lead.reasons.iter().all(|reason| reason.is_good());
        let how = if good { t.journeys.good } else { t.journeys.bad };
        let why = reasons(t, board.shell.locale.get(), &lead.reasons);
        words.push(fill(t.journeys.stands_out, &[how, &why]));
    }
    for (called, stand) in &lead.links {
        let how = stand.map_or(t.lists.link, |stand| word(t, stand).1);
        words.push(fill(t.journeys.stands_out, &[called, how]));
    }
    words
}

/// The marks in a header: a button that opens the part of the method about journeys.
#[component]
pub fn LeadMark(
    /// Where it is.
    spot: Spot,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let lead = memo(move || {
        let step = step_of(board, Some(spot))?;
        use_context::<Leads>().map(|leads| leads.of(step)).filter(|lead| *lead != Lead::default())
    });
    let text = move || {
        lead.with(|lead| {
            lead.as_ref().map(|lead| said(board, lead, shell.t()).join("\n")).unwrap_or_default()
        })
    };
    let marks = move || {
        let lead = lead.get()?;
        let bad = lead.reasons.iter().any(|reason| !reason.is_good());
        let flag = (!lead.reasons.is_empty()).then(|| {
            let icon = if bad { icons::PAINS } else { icons::DELIGHTS };
            view! { <icons::Glyph icon=icon /> }
        });
        // Of several links the one that wants something comes first.
        let stand = lead.links.iter().filter_map(|(_, stand)| *stand).min();
        let link = (!lead.links.is_empty()).then(|| {
            let wants = stand.filter(|stand| matches!(stand, Stand::Never | Stand::Changed));
            let words = wants.map(|stand| view! { <span>{word(shell.t(), stand).1}</span> });
            view! {
                <icons::Glyph icon=icons::INSIGHTS />
                {words}
            }
        });
        Some(view! {
            {flag}
            {link}
        })
    };
    let bad = move || {
        lead.with(|lead| {
            lead.as_ref().is_some_and(|lead| lead.reasons.iter().any(|reason| !reason.is_good()))
        })
    };
    view! {
        <Show when=move || lead.with(Option::is_some)>
            <button
                class="lead-mark"
                class:bad=bad
                aria-label=text
                type="button"
                tabindex="-1"
                title=text
                on:pointerdown=|event| event.stop_propagation()
                on:click=move |_| open(board)
            >
                {marks}
            </button>
        </Show>
    }
}

/// Goes to what the way that was taken leads to: from a journey map back to where it leads from.
pub fn land(board: Board) {
    let shell = board.shell;
    let place = shell.landing.try_update_value(std::mem::take).unwrap_or_default();
    let thing = Shape::Thing.refers(&place);
    if let Some(spot) = thing.and_then(|thing| shell.mirror.read(|map| spot::of(map, thing))) {
        board.go(spot);
    }
}

/// Opens the part of the method about journeys.
pub fn open(board: Board) {
    board.part.set(Some("links"));
    board.panel.set(Some(Panel::Method));
}

/// Whether journey maps can lead from such a thing.
pub fn can_lead(thing: Thing) -> bool {
    matches!(
        thing,
        Thing::Stage(_) | Thing::Step(_) | Thing::Card(_) | Thing::Entry(List::Touchpoints, _)
    )
}

/// What a thing is called where a journey map leads from it.
pub fn offered(t: &Messages, map: &Map, thing: Thing) -> String {
    match thing {
        Thing::Step(step) => names::column(t, map, step),
        Thing::Card(card) => {
            let text = says(map, card);
            let short: String = text.chars().take(60).collect();
            if short.is_empty() { names::of(t, map, thing) } else { short }
        }
        _ => names::of(t, map, thing),
    }
}

/// Makes a journey map that leads from a thing, and goes there.
pub fn looks_closer(board: Board, thing: Thing) {
    let shell = board.shell;
    if shell.refuse_look() || !can_lead(thing) {
        return;
    }
    let t = shell.t_now();
    let called = shell.mirror.read(|map| offered(t, map, thing));
    let own = shell.mirror.read(|map| title(shell, &map.title));
    shell.send(Command::NewJourney(thing, fill(t.journeys.journey_of, &[&called, &own])));
}

/// What is selected and can lead somewhere; of a cell without a card its column. Watches the selection.
pub fn selected(board: Board) -> Option<Thing> {
    let thing = match board.spot.get()? {
        Spot::Cell { step, card: None, .. } => Some(Thing::Step(step)),
        spot => spot.thing(),
    };
    thing.filter(|thing| can_lead(*thing))
}

/// What is selected and can lead somewhere, on an experience map. Watches the selection.
pub fn here(board: Board) -> Option<Thing> {
    let thing = selected(board)?;
    let outward = board.shell.mirror.watch(Mark::Shape, |map| map.kind == Kind::Experience);
    outward.then_some(thing)
}

/// The slot of the first journey map that the selected thing leads into and that is kept here. Watches both.
pub fn into(board: Board) -> Option<String> {
    let thing = here(board)?;
    let shell = board.shell;
    let all = shell.mirror.watch(Mark::Any, |map| links_from(map, thing));
    all.iter().find_map(|link| crate::ui::journeys::here(shell, &link.lineage)).map(|map| map.slot)
}
