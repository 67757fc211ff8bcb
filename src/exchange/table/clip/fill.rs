//! A pasted block fills the board from a cell rightwards and downwards.

use super::met::Met;
use super::{Brought, CardClip, CellClip, Clip};
use crate::exchange::table::draft::{armed, items, marked};
use crate::exchange::table::{TableWords, feeling};
use crate::geometry::picked::Area;
use crate::model::edit::{Edit, TextOf};
use crate::model::picture::key;
use crate::model::rich_edits::format;
use crate::model::{Id, LaneKind, Map, Source, Thing};

/// The names of what a block that runs past the end of the board adds.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Of a lane.
    pub lane: &'a str,
    /// Of a step.
    pub step: &'a str,
}

/// What a paste does.
#[derive(Clone, PartialEq, Debug)]
pub struct Filled {
    /// The edit.
    pub edit: Edit,
    /// The cards it brings.
    pub cards: Vec<Id>,
    /// How many steps it adds where the board ends.
    pub steps: usize,
    /// How many lanes it adds.
    pub lanes: usize,
}

/// What fills the board from the top left cell of `area` on. A single cell fills each cell of the area;
/// anything else goes rightwards and downwards as far as it reaches, with further steps and lanes where
/// the board ends. `after` is the card below which the first cell's cards come; the points of the curve
/// become those of `persona`. `None` when there is nothing to fill or no cell to begin at.
pub fn fill(
    map: &Map,
    brought: &Brought,
    area: &Area,
    (after, persona): (Option<Id>, Option<Id>),
    names: Names,
    source: &mut dyn Source,
) -> Option<Filled> {
    let said = |grid: &Vec<Vec<String>>| {
        let cell = |text: &String| CellClip::Said(armed(text).to_owned());
        let rows = grid.iter().map(|row| row.iter().map(cell).collect()).collect();
        Clip { rows, ..Clip::default() }
    };
    let clip = match brought {
        Brought::Clip(clip) => clip.clone(),
        Brought::Table(grid) => said(grid),
        Brought::Lines(text) => said(&vec![vec![text.replace('\r', "")]]),
    };
    let (lane, step) = (*area.lanes.first()?, *area.steps.first()?);
    let words = TableWords::default();
    let mut filler = Filler {
        map,
        home: clip.map == map.id && !map.id.is_empty(),
        pictures: clip.pictures.iter().map(|bytes| key(bytes)).collect(),
        persona,
        words: &words,
        edits: Vec::new(),
        cards: Vec::new(),
        met: Met::default(),
        source,
    };
    match clip.rows.as_slice() {
        [row] if row.len() == 1 => {
            for lane in &area.lanes {
                for step in &area.steps {
                    let first = filler.cards.is_empty();
                    filler.cell(
                        (*lane, kind_of(map, *lane)),
                        *step,
                        &row[0],
                        after.filter(|_| first),
                    );
                }
            }
        }
        rows => {
            let lanes = filler.lanes(lane, rows.len(), names.lane)?;
            let width = rows.iter().map(Vec::len).max().unwrap_or(0);
            let steps = filler.steps(step, width, names.step)?;
            for (row, lane) in rows.iter().zip(&lanes) {
                for (cell, step) in row.iter().zip(&steps) {
                    let first = filler.cards.is_empty();
                    filler.cell(*lane, *step, cell, after.filter(|_| first));
                }
            }
        }
    }
    let Filler { mut edits, cards, .. } = filler;
    if edits.is_empty() {
        return None;
    }
    let pictures = clip.pictures.iter();
    edits.splice(..0, pictures.map(|bytes| Edit::AddPicture { bytes: bytes.clone() }));
    let added = |is: fn(&Edit) -> bool| edits.iter().filter(|edit| is(edit)).count();
    let steps = added(|edit| matches!(edit, Edit::AddStep { .. }));
    let lanes = added(|edit| matches!(edit, Edit::AddLane { .. }));
    Some(Filled { edit: Edit::Several(edits), cards, steps, lanes })
}

fn kind_of(map: &Map, lane: Id) -> LaneKind {
    map.lanes.get(&lane).map_or(LaneKind::Text, |lane| lane.kind)
}

struct Filler<'a> {
    map: &'a Map,
    /// The block was taken from this map.
    home: bool,
    /// The keys of the pictures that come along.
    pictures: Vec<String>,
    persona: Option<Id>,
    words: &'a TableWords,
    edits: Vec<Edit>,
    cards: Vec<Id>,
    /// The touchpoints that came along.
    met: Met,
    source: &'a mut dyn Source,
}

impl Filler<'_> {
    /// So many lanes from one on, added where the board ends.
    fn lanes(&mut self, from: Id, count: usize, name: &str) -> Option<Vec<(Id, LaneKind)>> {
        let at = self.map.rows.iter().position(|row| *row == from)?;
        let there = self.map.rows[at..].iter().take(count);
        let mut lanes: Vec<(Id, LaneKind)> =
            there.map(|lane| (*lane, kind_of(self.map, *lane))).collect();
        while lanes.len() < count {
            let (lane, kind) = (self.source.id(), LaneKind::Text);
            let (name, at) = (name.to_owned(), usize::MAX);
            self.edits.push(Edit::AddLane { lane, kind, name, at });
            lanes.push((lane, kind));
        }
        Some(lanes)
    }

    /// So many steps from one on, added to the last stage where the board ends.
    fn steps(&mut self, from: Id, count: usize, name: &str) -> Option<Vec<Id>> {
        let columns = &self.map.columns;
        let at = columns.iter().position(|column| column.step == Some(from))?;
        let stage = columns.last()?.stage;
        let mut steps: Vec<Id> =
            columns[at..].iter().filter_map(|column| column.step).take(count).collect();
        while steps.len() < count {
            let (step, name) = (self.source.id(), name.to_owned());
            self.edits.push(Edit::AddStep { step, stage, name, at: usize::MAX });
            steps.push(step);
        }
        Some(steps)
    }

    fn cell(&mut self, (lane, kind): (Id, LaneKind), step: Id, cell: &CellClip, after: Option<Id>) {
        if kind == LaneKind::Emotions {
            return self.feel(step, cell);
        }
        let siblings = self.map.cell(lane, step);
        let place = after.and_then(|after| siblings.iter().position(|card| *card == after));
        let cards = match cell {
            CellClip::Cards(cards) => cards.clone(),
            CellClip::Felt(..) => plain_card(super::said(cell)),
            CellClip::Said(text) => {
                let card = |item: String| {
                    let (star, channel, text) = marked(&item, kind, self.words);
                    let (text, channel) = (text.to_owned(), channel.map(str::to_owned));
                    CardClip { text, star, channel, ..CardClip::default() }
                };
                items(text).into_iter().map(card).collect()
            }
        };
        for (number, card) in cards.into_iter().enumerate() {
            let at = place.map_or(usize::MAX, |place| place + 1 + number);
            self.card(lane, step, at, card);
        }
    }

    /// One card: the one that was cut, taken out of the bin, or a new one.
    fn card(&mut self, lane: Id, step: Id, at: usize, card: CardClip) {
        let cut = card.id.filter(|id| {
            let gone = self.map.cards.get(id).and_then(|card| card.deleted.as_ref());
            self.home && gone.is_some_and(|gone| !gone.purged) && !self.cards.contains(id)
        });
        if let Some(id) = cut {
            self.edits.push(Edit::Restore(Thing::Card(id)));
            self.edits.push(Edit::MoveCard { card: id, lane, step, at });
            self.cards.push(id);
            return;
        }
        let id = self.source.id();
        let CardClip { text, rich, star, channel, more, .. } = card;
        let formats = format(TextOf::Of(Thing::Card(id)), &text, rich.as_deref());
        self.edits.push(Edit::AddCard { card: id, lane, step, at, text, star, channel });
        self.edits.extend(formats);
        let has = |key: &str| self.home || self.pictures.iter().any(|one| one == key);
        let given = super::kept::give(self.map, id, &more, &has, &mut self.met, self.source);
        self.edits.extend(given);
        self.cards.push(id);
    }

    /// A point of the curve: what the cell says a persona feels.
    fn feel(&mut self, step: Id, cell: &CellClip) {
        let (level, word) = match cell {
            CellClip::Felt(level, word) => (*level, word.clone()),
            _ => {
                let text = super::said(cell);
                let said = items(&text).into_iter().map(|line| feeling::read(&line));
                said.fold((None, String::new()), |(level, mut word), said| {
                    if !word.is_empty() && !said.name.is_empty() {
                        word.push_str(", ");
                    }
                    (level.or(said.level), word + &said.name)
                })
            }
        };
        let Some(persona) = self.persona.filter(|_| level.is_some() || !word.is_empty()) else {
            return;
        };
        self.edits.push(Edit::SetLevel { persona, step, level });
        self.edits.push(Edit::SetFeelingName { persona, step, name: word });
    }
}

fn plain_card(text: String) -> Vec<CardClip> {
    let card = CardClip { text, ..CardClip::default() };
    if card.text.is_empty() { Vec::new() } else { vec![card] }
}
