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
use crate::session::News;
use crate::ui::attribute::px;
use crate::ui::icons;
use crate::ui::memo::{Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::choices::ChoiceMark;
use crate::ui::picture::{PictureOf, said};
use crate::ui::prelude::*;
use crate::ui::selection::dom_id;
use crate::ui::worn::worn;
use leptos::html;

/// What a card shows.
#[derive(Clone, PartialEq, Default)]
struct Face {
    text: String,
    /// The name of the touchpoint it stands for.
    met: String,
    rich: Option<Box<Rich>>,
    marks: String,
    glance: Glance,
    name: String,
    signs: Vec<Sign>,
    runs: Vec<Run>,
    news: Option<News>,
    choice: bool,
    pictured: bool,
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
    let dragging = expect_context::<Dragging>();
    let measured = expect_context::<Measured>();
    let element = NodeRef::<html::Div>::new();
    let spot = Spot::Cell { lane, step, card: Some(card) };
    let face = memo(move || face(board, card, lane));
    let pictured = flag(move || face.with(|face| face.pictured));
    let chosen = flag(move || board.spot.get() == Some(spot));
    let editing = flag(move || {
        board.editing.get().is_some_and(
            |e| matches!(e.target, Target::Card(id, of, _) if id == card && of == lane),
        )
    });
    let mut is_new = true;
    worn(element, move |worn| {
        if let Some(element) = element.get_untracked().filter(|_| is_new) {
            measured.watch(&element);
            is_new = false;
        }
        face.with(|face| {
            let colour = &face.glance.colour;
            worn.attribute("aria-label", Some(face.name.clone()));
            worn.attribute("data-colour", (!colour.is_empty()).then(|| colour.clone()));
            worn.attribute("data-home", face.large.then(|| LaneKind::Images.word().to_owned()));
            worn.attribute("data-signs", sign::keys(&face.signs));
            worn.class("undecided", face.choice);
            worn.class("wordless", face.text.trim().is_empty() && face.met.is_empty());
        });
        let item = items.with(|all| all.iter().find(|item| item.card == card).copied());
        if let Some(item) = item {
            worn.attribute("aria-posinset", Some(item.position.to_string()));
            worn.attribute("aria-setsize", Some(item.count.to_string()));
            worn.style("margin-top", px(item.above.max(GAP)));
        }
        let chosen = chosen.get();
        worn.attribute("aria-describedby", chosen.then(|| super::byline::ID.to_owned()));
        worn.attribute("tabindex", Some(if chosen { "0" } else { "-1" }.to_owned()));
        worn.class("chosen", chosen);
        worn.class("editing", editing.get());
        worn.class("dim", board.views.is_dim(card));
    });
    view! {
        <div
            id=dom_id(spot)
            class="card"
            role="listitem"
            tabindex="-1"
            node_ref=element
            data-card=card.to_string()
            data-kind=kind.word()
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
            {move || {
                let picture = || view! { <PictureOf thing=Thing::Card(card) class="card-picture" /> };
                pictured.get().then(picture)
            }}
            {move || face.with(met)}
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
            {move || face.with(|face| under(board, card, face))}
        </div>
    }
}

/// The touchpoint that a card stands for, by its name.
fn met(face: &Face) -> Option<AnyView> {
    let name = (!face.met.is_empty()).then(|| face.met.clone())?;
    let line = view! {
        <div class="card-met" dir="auto">
            <icons::Glyph icon=icons::TOUCHPOINTS />
            <span>{name}</span>
        </div>
    };
    Some(line.into_any())
}

/// What stands below the text: star, channel and what is known of it, and signs.
fn under(board: Board, card: Id, face: &Face) -> AnyView {
    let thing = Thing::Card(card);
    let locale = board.shell.locale.get();
    let marks = face.glance.line(board.shell.t(), locale, &face.marks);
    let signs = (!face.signs.is_empty()).then(
        || view! { <div class="card-signs">{sign::chips(board.shell.t(), &face.signs)}</div> },
    );
    let news = face.news.map(|_| view! { <NewsMark thing=thing /> });
    let choice = face.choice.then(|| view! { <ChoiceMark thing=thing /> });
    view! { {marks} {signs} {news} {choice} }.into_any()
}

fn face(board: Board, card: Id, lane: Id) -> Face {
    let t = board.shell.t();
    let thing = Thing::Card(card);
    let (signs, runs) = board.shell.signs.with(|signs| {
        let of = signs.of.get(&thing).cloned().unwrap_or_default();
        (of, signs.texts.get(&thing).cloned().unwrap_or_default())
    });
    let news = news(board.shell, thing);
    let of =
        board.shell.mirror.watch(Mark::Thing(thing), |map| map.referred(thing, Detail::Touchpoint));
    let met = of.map(|of| board.shell.mirror.watch(Mark::Thing(of), |map| names::of(t, map, of)));
    let met = met.unwrap_or_default();
    let limit = super::grounds::watched(board, thing);
    board.shell.mirror.watch(Mark::Thing(thing), |map| {
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
            ("", _) if !met.is_empty() => met.clone(),
            ("", None) => t.board.empty_card.to_owned(),
            ("", Some(shows)) => shows.clone(),
            (_, None) => found.text.clone(),
            (_, Some(shows)) => format!("{}, {shows}", found.text),
        };
        let mut name = if marks.is_empty() { text.clone() } else { format!("{text}, {marks}") };
        let glance = Glance::of(t, map, card, &limit);
        for words in glance.words(t, board.shell.locale.get()) {
            name = format!("{name}, {words}");
        }
        for one in &signs {
            name = format!("{name}, {}", sign::word(t, *one));
        }
        if let Some(news) = news {
            name = format!("{name}, {}", news.word(t));
        }
        let lane = map.lanes.get(&found.lane);
        let large = lane.is_some_and(|lane| lane.kind == LaneKind::Images);
        let (text, rich) = (found.text.clone(), found.rich.clone());
        let (choice, pictured) = (map.choices.contains_key(&thing), shows.is_some());
        Face { text, met, rich, marks, glance, name, signs, runs, news, choice, pictured, large }
    })
}
