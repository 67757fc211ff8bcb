//! One card: its text, its marks, and its editor while it is typed into.

use super::cell::Item;
use super::drag::Dragging;
use super::glance::Glance;
use super::grid::Measured;
use super::news::{NewsMark, news};
use super::paragraphs::formatted;
use super::rich::CardEditor;
use super::sign;
use super::state::{Board, Editing, Target};
use crate::analysis::overlay::{Run, Sign};
use crate::geometry::board::GAP;
use crate::geometry::spot::Spot;
use crate::model::rich::Rich;
use crate::model::{Detail, Id, LaneKind, Thing};
use crate::ui::attribute::px;
use crate::ui::boxed::effect;
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::picture::{PictureOf, said};
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use leptos::html;

/// What a card shows.
#[derive(Clone, PartialEq, Default)]
struct Face {
    text: String,
    rich: Option<Box<Rich>>,
    marks: String,
    glance: Glance,
    name: String,
    signs: Vec<Sign>,
    runs: Vec<Run>,
    /// Its own lane is one of images.
    large: bool,
}

/// The card.
#[component]
pub fn CardView(
    /// Which card.
    card: Id,
    /// The lane of the cell; in the moments lane another than the card's own.
    lane: Id,
    /// The kind of that lane.
    kind: LaneKind,
    /// The step of the cell.
    step: Id,
    /// The cards of the cell in view.
    items: Memo<Vec<Item>>,
) -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let dragging = expect_context::<Dragging>();
    let measured = expect_context::<Measured>();
    let element = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(element) = element.get() {
            measured.watch(&element);
        }
    });
    let spot = Spot::Cell { lane, step, card: Some(card) };
    let face = memo(move || face(board, card, lane));
    let item =
        memo(move || items.with(|items| items.iter().find(|item| item.card == card).copied()));
    let chosen = flag(move || board.spot.get() == Some(spot));
    let editing = flag(move || {
        board.editing.get().is_some_and(
            |e| matches!(e.target, Target::Card(id, of, _) if id == card && of == lane),
        )
    });
    view! {
        <div
            id=dom_id(spot)
            class="card"
            role="listitem"
            node_ref=element
            data-card=card.to_string()
            data-kind=kind.word()
            data-home=move || {
                let large = face.with(|face| face.large);
                large.then_some(LaneKind::Images.word())
            }
            data-colour=move || {
                let colour = face.with(|face| face.glance.colour.clone());
                (!colour.is_empty()).then_some(colour)
            }
            aria-label=move || {
                let name = face.with(|face| face.name.clone());
                match news(shell, Thing::Card(card)) {
                    Some(word) => format!("{name}, {}", word.word(shell.t())),
                    None => name,
                }
            }
            aria-describedby=move || chosen.get().then_some(super::byline::ID)
            aria-posinset=move || item.get().map(|item| item.position)
            aria-setsize=move || item.get().map(|item| item.count)
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            class:chosen=chosen
            class:editing=move || editing.get()
            class:dim=move || board.views.is_dim(card)
            class:wordless=move || face.with(|face| face.text.trim().is_empty())
            style:margin-top=move || item.get().map(|i| px(i.above.max(GAP)))
            on:focus=move |event| {
                if event.target() == event.current_target() {
                    board.select(spot);
                }
            }
            on:dblclick=move |_| {
                if !editing.get_untracked() {
                    board.open(Editing { target: Target::Card(card, lane, None), replace: false });
                }
            }
            on:pointerdown=move |event| {
                if !editing.get_untracked() {
                    dragging.begin(&event, spot);
                }
            }
        >
            <PictureOf thing=Thing::Card(card) class="card-picture" />
            {move || {
                if editing.get() {
                    view! { <CardEditor card=card lane=lane step=step /> }.into_any()
                } else {
                    view! {
                        <div class="card-text" dir="auto">
                            {move || face.with(|face| {
                                match &face.rich {
                                    _ if !face.runs.is_empty() => sign::text(&face.runs),
                                    Some(rich) => formatted(&face.text, rich),
                                    None => face.text.clone().into_any(),
                                }
                            })}
                        </div>
                    }
                        .into_any()
                }
            }}
            {move || face.with(|face| under(board, face))}
            <NewsMark thing=Thing::Card(card) />
            <ChoiceMark thing=Thing::Card(card) />
        </div>
    }
}

/// What stands below the text: star, channel and what is known of it, and signs.
fn under(board: Board, face: &Face) -> AnyView {
    let marks = face.glance.line(board.shell.t(), &face.marks);
    let signs = (!face.signs.is_empty()).then(
        || view! { <div class="card-signs">{sign::chips(board.shell.t(), &face.signs)}</div> },
    );
    view! { {marks} {signs} }.into_any()
}

fn face(board: Board, card: Id, lane: Id) -> Face {
    let t = board.shell.t();
    let thing = Thing::Card(card);
    let (signs, runs) = board.shell.signs.with(|signs| {
        let of = signs.of.get(&thing).cloned().unwrap_or_default();
        (of, signs.texts.get(&thing).cloned().unwrap_or_default())
    });
    board.shell.mirror.watch(Mark::Thing(Thing::Card(card)), |map| {
        let Some(found) = map.cards.get(&card) else { return Face::default() };
        let mut marks = Vec::new();
        if found.star {
            marks.push(format!("★ {}", t.board.star_short));
        }
        if found.lane != lane {
            let home = names::of(t, map, Thing::Lane(found.lane));
            marks.push(crate::i18n::fill(t.board.starred_from, &[&home]));
        } else if let Some(channel) = &found.channel {
            marks.push(names::channel(t, channel));
        }
        let marks = marks.join(" · ");
        let shows = map.is_pictured(card).then(|| {
            let shows = said(board.shell, map.word(thing, Detail::Alt));
            crate::i18n::fill(t.hands.says, &[t.details.picture, &shows])
        });
        let text = match (found.text.trim(), &shows) {
            ("", None) => t.board.empty_card.to_owned(),
            ("", Some(shows)) => shows.clone(),
            (_, None) => found.text.clone(),
            (_, Some(shows)) => format!("{}, {shows}", found.text),
        };
        let mut name = if marks.is_empty() { text.clone() } else { format!("{text}, {marks}") };
        let glance = Glance::of(t, map, card);
        for words in glance.words(t, board.shell.locale.get()) {
            name = format!("{name}, {words}");
        }
        for one in &signs {
            name = format!("{name}, {}", sign::word(t, *one));
        }
        let lane = map.lanes.get(&found.lane);
        let large = lane.is_some_and(|lane| lane.kind == LaneKind::Images);
        let (text, rich) = (found.text.clone(), found.rich.clone());
        Face { large, text, rich, marks, glance, name, signs, runs }
    })
}
