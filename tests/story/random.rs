//! Random edits of a map, of every sort there is, for the property tests.

// Every test file uses a part of these.
#![allow(dead_code)]

use super::story::Board;
use parcours::model::detail::{Shape, details};
use parcours::model::draft::{CardDraft, Draft, FeelingDraft, LaneDraft, StageDraft};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::note::OF_PERSONA;
use parcours::model::path::PathKind;
use parcours::model::people::{COLOURS, Person};
use parcours::model::picture::key;
use parcours::model::rich::{Block, Mark};
use parcours::model::ties::fits;
use parcours::model::{Detail, GoalField, Id, LaneKind, List, Map, NoteField, Source, Thing};

/// How many seeds a property runs by default is its own affair; `PARCOURS_SEEDS` sets another number.
pub fn seeds(usual: u64) -> std::ops::Range<u64> {
    let raised = std::env::var("PARCOURS_SEEDS").ok().and_then(|n| n.parse().ok());
    0..raised.unwrap_or(usual)
}

/// A die with a bottle of ink: it writes no character twice.
struct Hand<'a> {
    die: &'a mut Seeded,
    ink: &'a mut u32,
}

impl Hand<'_> {
    /// A word of 1 to 3 characters that stand nowhere else in this story; some take two UTF-16 units.
    fn word(&mut self) -> String {
        (0..1 + self.die.below(3)).map(|_| self.character()).collect()
    }

    fn character(&mut self) -> char {
        *self.ink += 1;
        let base = if self.ink.is_multiple_of(4) { 0x20000 } else { 0x4e00 };
        char::from_u32(base + *self.ink).unwrap()
    }

    fn pick<T: Copy + Ord>(&mut self, from: impl IntoIterator<Item = T>) -> Option<T> {
        let mut from: Vec<T> = from.into_iter().collect();
        // Hash maps give their keys in an order of their own each time.
        from.sort_unstable();
        (!from.is_empty()).then(|| from[self.die.below(from.len())])
    }

    fn kind(&mut self) -> LaneKind {
        use LaneKind::{Actions, Emotions, Moments, Pains, Touchpoints};
        [Actions, Pains, Moments, Touchpoints, Emotions][self.die.below(5)]
    }

    fn thing(&mut self, map: &Map) -> Option<Thing> {
        let mut all: Vec<Thing> = map.cards.keys().copied().map(Thing::Card).collect();
        all.extend(map.stages.keys().copied().map(Thing::Stage));
        all.extend(map.steps.keys().copied().map(Thing::Step));
        all.extend(map.lanes.keys().copied().map(Thing::Lane));
        all.extend(map.personas.keys().copied().map(Thing::Persona));
        all.extend(map.notes.keys().copied().map(Thing::Note));
        all.extend(map.paths.keys().copied().map(Thing::Path));
        all.extend(map.views.keys().copied().map(Thing::View));
        all.extend(map.entries.keys().filter(|thing| matches!(thing, Thing::Entry(..))));
        all.extend(GoalField::ALL.map(Thing::Goal));
        self.pick(all)
    }

    /// Anything that can bear details and notes.
    fn bearer(&mut self, map: &Map) -> Option<Thing> {
        let felt = self.pick(map.feelings.keys().copied());
        match (self.die.below(8), felt) {
            (0, _) => Some(Thing::Map),
            (1, Some((persona, step))) => Some(Thing::Feeling { persona, step }),
            _ => self.thing(map).filter(|thing| {
                use Thing::{Goal, Note, Path, View};
                !matches!(thing, Note(_) | Path(_) | View(_) | Goal(_))
            }),
        }
    }

    /// A value for a detail, or none.
    fn value(&mut self, map: &Map, detail: Detail) -> Option<Value> {
        if self.die.below(4) == 0 {
            return None;
        }
        Some(match detail.shape() {
            // Of two silent values one goes: no ink for them.
            Shape::Text if detail.is_silent() => Value::Text("pale".to_owned()),
            Shape::Text => Value::Text(self.word()),
            Shape::Whole => Value::Int(self.die.below(500) as i64),
            Shape::Yes => Value::Bool(true),
            shape => {
                let mut all: Vec<Thing> = map.cards.keys().copied().map(Thing::Card).collect();
                all.extend(map.personas.keys().copied().map(Thing::Persona));
                all.extend(map.stages.keys().copied().map(Thing::Stage));
                all.extend(map.entries.keys());
                let fitting = all.into_iter().filter(|to| shape.spelled(*to).is_some());
                Value::Text(shape.spelled(self.pick(fitting)?)?)
            }
        })
    }

    /// Something was pasted: two stages by one lane, some of it by names that are there already.
    fn draft(&mut self, map: &Map) -> Draft {
        let known = self.pick(map.rows.iter().copied()).map(|id| map.lanes[&id].name.clone());
        let persona = self.pick(map.cast.iter().copied()).map(|id| map.personas[&id].name.clone());
        let stages = [self.word(), self.word()];
        let cards = (0..2).map(|stage| CardDraft {
            stage,
            text: self.word(),
            star: stage == 0,
            channel: (stage == 1).then(|| "web".to_owned()),
            ..CardDraft::default()
        });
        Draft {
            cards: cards.collect(),
            personas: persona.into_iter().collect(),
            lanes: vec![LaneDraft { kind: LaneKind::Text, name: known.unwrap_or_default() }],
            stages: stages
                .map(|name| StageDraft { name, steps: vec!["a".into(), "b".into()] })
                .into(),
            feelings: vec![FeelingDraft { step: 1, level: Some(9), ..FeelingDraft::default() }],
            ..Draft::default()
        }
    }

    /// Some characters of a text go, a word comes.
    fn splice(&mut self, text: &str) -> Splice {
        let borders: Vec<usize> =
            text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let from = self.die.below(borders.len());
        let to = (from + self.die.below(3)).min(borders.len() - 1);
        let units = |range: &str| range.encode_utf16().count();
        Splice {
            at: units(&text[..borders[from]]),
            delete: units(&text[borders[from]..borders[to]]),
            insert: if self.die.below(4) == 0 { String::new() } else { self.word() },
        }
    }
}

/// The text of a thing.
fn text(map: &Map, thing: Thing) -> &str {
    match thing {
        Thing::Map | Thing::Feeling { .. } | Thing::Version(_) => &map.title,
        Thing::Stage(id) => &map.stages[&id].name,
        Thing::Step(id) => &map.steps[&id].name,
        Thing::Lane(id) => &map.lanes[&id].name,
        Thing::Card(id) => &map.cards[&id].text,
        Thing::Persona(id) => &map.personas[&id].name,
        Thing::Note(id) => &map.notes[&id].text,
        Thing::Path(id) => &map.paths[&id].condition,
        Thing::View(id) => &map.views[&id].name,
        Thing::Entry(..) | Thing::Goal(_) => map.called(thing),
    }
}

/// Bytes that begin as a picture does.
pub fn picture(number: u8) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10", [number; 40].as_slice()].concat()
}

/// One random edit that fits the map as it stands; `None` when the die shows one that does not.
pub fn edit(board: &mut Board) -> Option<Edit> {
    let Board { session, source, ink, .. } = board;
    let (map, mut hand) = (session.map(), Hand { die: source, ink });
    let at = hand.die.below(4);
    let step = |hand: &mut Hand| hand.pick(map.columns.iter().filter_map(|column| column.step));
    let lane = |hand: &mut Hand| hand.pick(map.rows.iter().copied());
    let stage = |hand: &mut Hand| hand.pick(map.stage_order());
    let card = |hand: &mut Hand| hand.pick(map.cards.keys().copied());
    Some(match hand.die.below(66) {
        0 => Edit::AddStage { stage: hand.die.id(), step: hand.die.id(), name: hand.word(), at },
        1 => Edit::AddStep { step: hand.die.id(), stage: stage(&mut hand)?, name: hand.word(), at },
        2 => Edit::AddLane { lane: hand.die.id(), kind: hand.kind(), name: hand.word(), at },
        3 => Edit::AddPersona { persona: hand.die.id(), name: hand.word(), at },
        4..=7 => Edit::AddCard {
            card: hand.die.id(),
            lane: lane(&mut hand)?,
            step: step(&mut hand)?,
            at,
            text: hand.word(),
            star: at == 0,
            channel: (at == 1).then(|| hand.word()),
        },
        8 => Edit::MoveStage { stage: hand.pick(map.stages.keys().copied())?, at },
        9 => Edit::MoveStep { step: step(&mut hand)?, stage: stage(&mut hand)?, at },
        10 => Edit::MoveLane { lane: lane(&mut hand)?, at },
        11 => Edit::MovePersona { persona: hand.pick(map.cast.iter().copied())?, at },
        12..=14 => Edit::MoveCard {
            card: card(&mut hand)?,
            lane: lane(&mut hand)?,
            step: step(&mut hand)?,
            at,
        },
        15 | 16 => Edit::Delete(hand.thing(map)?),
        17 => {
            let (persona, step) = hand.pick(map.feelings.keys().copied())?;
            Edit::Delete(Thing::Feeling { persona, step })
        }
        18 | 19 => Edit::Restore(hand.pick(session.deleted())?),
        20 => Edit::Purge(hand.pick(session.deleted())?),
        21 => Edit::SetStar { card: card(&mut hand)?, star: at > 1 },
        22 | 23 => {
            Edit::SetChannel { card: card(&mut hand)?, channel: (at > 1).then(|| hand.word()) }
        }
        24 | 25 => Edit::SetLevel {
            persona: hand.pick(map.cast.iter().copied())?,
            step: step(&mut hand)?,
            level: (at > 0).then_some(at as i8 - 2),
        },
        26 => Edit::SetFeelingName {
            persona: hand.pick(map.cast.iter().copied())?,
            step: step(&mut hand)?,
            name: if at == 0 { String::new() } else { hand.word() },
        },
        27 => Edit::SetText { of: TextOf::Of(hand.thing(map)?), text: hand.word() },
        28 | 29 => {
            let choice = &map.choices[&hand.pick(map.choices.keys().copied())?][0];
            let value = choice.options[at % choice.options.len()].value.clone();
            Edit::Choose { thing: choice.thing, field: choice.field, value, why: String::new() }
        }
        30 if at == 0 => hand.draft(map).to_edit(hand.die),
        30 => hand.draft(map).into_map(map, hand.die),
        31 => Edit::EditText { of: TextOf::Title, splices: vec![hand.splice(&map.title)] },
        32 | 33 => {
            let cards = map.cards.iter().filter(|(_, card)| card.deleted.is_none());
            let touchpoints = map.list(List::Touchpoints);
            let mut all: Vec<Thing> = if at == 0 {
                map.cast.iter().copied().map(Thing::Persona).collect()
            } else if at == 1 && touchpoints.len() > 1 {
                touchpoints.iter().map(|id| Thing::Entry(List::Touchpoints, *id)).collect()
            } else {
                cards.map(|(id, _)| Thing::Card(*id)).collect()
            };
            all.sort();
            let keep = hand.pick(all.iter().copied())?;
            let other = hand.pick(all.into_iter().filter(|other| *other != keep))?;
            if hand.die.below(4) == 0 {
                Edit::KeepApart(vec![keep, other])
            } else {
                Edit::Join { keep, others: vec![other] }
            }
        }
        34 if at == 0 => Edit::AddView {
            view: hand.die.id(),
            name: hand.word(),
            // Of two silent values one goes: no ink for them.
            settings: "{}".to_owned(),
        },
        34 if at == 1 => Edit::Set {
            thing: Thing::View(hand.pick(map.views.keys().copied())?),
            detail: Detail::Settings,
            value: Some(Value::Text("{}".to_owned())),
        },
        34 => Edit::NameVersion { version: hand.die.id(), name: "v".into(), heads: Vec::new() },
        35 => {
            let (id, name) = (hand.die.id(), "A name".to_owned());
            Edit::SetPerson(Person { id, name, colour: COLOURS[at].to_owned() })
        }
        36..=39 => {
            let thing = hand.bearer(map)?;
            let all: Vec<Detail> = details(thing).collect();
            let detail = hand.pick(all)?;
            Edit::Set { thing, detail, value: hand.value(map, detail) }
        }
        40 | 41 => {
            let tag = ["urgent", "a/b", "Überfall"][hand.die.below(3)].to_owned();
            Edit::Tag { card: card(&mut hand)?, tag, on: at > 0 }
        }
        42..=44 => {
            let of = hand.bearer(map)?;
            let field = match of {
                Thing::Persona(_) if at > 0 => OF_PERSONA[at],
                Thing::Card(_) if at == 0 => NoteField::Source,
                Thing::Map if at > 1 => NoteField::Outcome,
                Thing::Map if at == 1 => NoteField::Fails,
                _ => NoteField::Comment,
            };
            let own: Vec<Id> = map.notes_in(of, field).map(|(id, _)| id).collect();
            if let Some(note) = hand.pick(own).filter(|_| hand.die.below(2) == 0) {
                return Some(Edit::MoveNote { note, at });
            }
            Edit::AddNote { note: hand.die.id(), of, field, text: hand.word(), at }
        }
        45 | 46 => {
            let (from, to) = (step(&mut hand)?, step(&mut hand)?);
            let kind = if at > 1 { PathKind::Loop } else { PathKind::Alternative };
            if from == to {
                return None;
            }
            if let Some(path) = map.paths.keys().min().copied().filter(|_| at == 1) {
                return Some(Edit::MovePath { path, from, to, kind });
            }
            Edit::AddPath { path: hand.die.id(), from, to, kind, condition: hand.word() }
        }
        47 | 48 => {
            // A few pictures only: that different people add the same one is the point.
            let bytes = picture(hand.die.below(5) as u8);
            let value = Some(Value::Text(key(&bytes)));
            let add = Edit::AddPicture { bytes };
            let thing = match hand.die.below(3) {
                0 => return Some(add),
                1 => Thing::Persona(hand.pick(map.personas.keys().copied())?),
                _ => Thing::Card(card(&mut hand)?),
            };
            Edit::Several(vec![add, Edit::Set { thing, detail: Detail::Picture, value }])
        }
        49..=52 => formatting(&mut hand, map)?,
        53..=55 => {
            let list = List::ALL[hand.die.below(4)];
            if let Some(id) = hand.pick(map.list(list).iter().copied()).filter(|_| at == 0) {
                return Some(Edit::MoveEntry { list, id, at: hand.die.below(4) });
            }
            Edit::AddEntry { list, id: hand.die.id(), name: hand.word(), at }
        }
        56..=58 => tie(&mut hand, map, at)?,
        _ => typing(&mut hand, map)?,
    })
}

/// A stretch of a card's text is marked, a line of it becomes another, or a line break comes.
fn formatting(hand: &mut Hand, map: &Map) -> Option<Edit> {
    let card = hand.pick(map.cards.keys().copied())?;
    let of = TextOf::Of(Thing::Card(card));
    let text = &map.cards[&card].text;
    let Splice { at, .. } = hand.splice(text);
    Some(match hand.die.below(5) {
        0 => Edit::EditText { of, splices: vec![Splice { at, delete: 0, insert: "\n".into() }] },
        1 | 2 => {
            let block = [Block::Plain, Block::Bullet, Block::Number][hand.die.below(3)];
            Edit::SetLine { of, at, block }
        }
        _ => {
            let other = hand.splice(text).at;
            let mark = Mark::ALL[hand.die.below(3)];
            let value = match mark {
                Mark::Link => format!("https://{}.example", hand.die.below(3)),
                _ => String::new(),
            };
            let value = (hand.die.below(3) > 0).then_some(value);
            Edit::Mark { of, from: at.min(other), to: at.max(other), mark, value }
        }
    })
}

/// An outcome is tied to a step, a source to a card or persona; or untied.
fn tie(hand: &mut Hand, map: &Map, at: usize) -> Option<Edit> {
    if at == 0 {
        let from = hand.pick(map.ties.keys().copied())?;
        let to = hand.pick(map.ties_of(from))?;
        return Some(Edit::Tie { from, to, on: false });
    }
    let outcomes = map.notes.iter().filter(|(_, note)| note.field == NoteField::Outcome);
    let mut from: Vec<Thing> = outcomes.map(|(id, _)| Thing::Note(*id)).collect();
    from.extend(map.entries.keys());
    let mut to: Vec<Thing> = map.steps.keys().copied().map(Thing::Step).collect();
    to.extend(map.cards.keys().copied().map(Thing::Card));
    to.extend(map.personas.keys().copied().map(Thing::Persona));
    let from = hand.pick(from.into_iter().filter(|from| to.iter().any(|to| fits(*from, *to))))?;
    let to = hand.pick(to.into_iter().filter(|to| fits(from, *to)))?;
    Some(Edit::Tie { from, to, on: true })
}

fn typing(hand: &mut Hand, map: &Map) -> Option<Edit> {
    let thing = hand.thing(map)?;
    let of = TextOf::Of(thing);
    Some(Edit::EditText { of, splices: vec![hand.splice(text(map, thing))] })
}

/// Typing in one text, as its widget hands it over.
pub fn keys(board: &mut Board, thing: Thing) -> Edit {
    let Board { session, source, ink, .. } = board;
    let splice = Hand { die: source, ink }.splice(text(session.map(), thing));
    Edit::EditText { of: TextOf::Of(thing), splices: vec![splice] }
}

/// Any thing with a text.
pub fn thing(board: &mut Board) -> Option<Thing> {
    let Board { session, source, ink, .. } = board;
    Hand { die: source, ink }.thing(session.map())
}

/// Tries random edits until one is taken; gives its change.
pub fn apply(board: &mut Board) -> parcours::session::Change {
    loop {
        let Some(edit) = edit(board) else { continue };
        if let Ok(change) = board.session.apply(edit, 0, &mut board.source) {
            board.keep(&change);
            return change;
        }
    }
}
