//! A small map to tell stories on, for the tests of edits and merges.

// Every test file tells with a part of these.
#![allow(dead_code)]

use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Kind;
use parcours::model::{Id, LaneKind, Source, Thing};
use parcours::session::{Change, Merged, Session};

/// One stage with one step, one lane, one persona; every change's bytes are kept as storage would.
pub struct Board {
    pub session: Session,
    pub source: Seeded,
    pub stored: Vec<Vec<u8>>,
    pub stage: Id,
    pub step: Id,
    pub lane: Id,
    pub persona: Id,
    /// How much ink random edits took: each character of theirs is written once.
    pub ink: u32,
}

impl Board {
    pub fn new(seed: u64) -> Self {
        let mut source = Seeded::new(seed);
        let (stage, step, lane, persona) = (source.id(), source.id(), source.id(), source.id());
        let first = Edit::Several(vec![
            Edit::AddPersona { persona, name: "Ada".into(), at: 0 },
            Edit::AddLane { lane, kind: LaneKind::Actions, name: "Actions".into(), at: 0 },
            Edit::AddStage { stage, step, name: "Discover".into(), at: 0 },
        ]);
        let (session, change) = Session::create(Kind::Journey, first, &mut source).unwrap();
        Board { session, source, stored: vec![change.bytes], stage, step, lane, persona, ink: 0 }
    }

    /// Applies an edit as a gesture of its own.
    pub fn apply(&mut self, edit: Edit) -> Change {
        let change = self.session.apply(edit, 0, &mut self.source).unwrap();
        self.keep(&change);
        change
    }

    /// Another copy of the same map, opened from what is stored, with an actor of its own.
    pub fn copy(&mut self, seed: u64) -> Board {
        let mut source = Seeded::new(seed);
        let session = Session::open(&[self.session.save()], &mut source).unwrap().session;
        let (stage, step, lane, persona) = (self.stage, self.step, self.lane, self.persona);
        Board { session, source, stored: Vec::new(), stage, step, lane, persona, ink: 4000 }
    }

    /// Takes in everything of another copy that is new here, as a file.
    pub fn take(&mut self, other: &mut Board) -> Merged {
        let merged = self.session.merge_file(&other.session.save(), &mut self.source).unwrap();
        self.keep(&merged.change);
        merged
    }

    /// Takes in everything of another copy that is new here, as from another tab.
    pub fn hear(&mut self, other: &mut Board) {
        let bytes = other.session.changes_after(&self.session.heads());
        if !bytes.is_empty() {
            self.session.merge_tab(&bytes).unwrap();
        }
    }

    pub fn undo(&mut self) -> Change {
        let change = self.session.undo(&mut self.source).unwrap();
        self.keep(&change);
        change
    }

    pub fn redo(&mut self) -> Change {
        let change = self.session.redo(&mut self.source).unwrap();
        self.keep(&change);
        change
    }

    pub fn keep(&mut self, change: &Change) {
        if !change.bytes.is_empty() {
            self.stored.push(change.bytes.clone());
        }
    }

    /// A card with this text in the only cell.
    pub fn card(&mut self, text: &str) -> Id {
        let card = self.source.id();
        let (lane, step) = (self.lane, self.step);
        let text = text.into();
        self.apply(Edit::AddCard { card, lane, step, at: 9, text, star: false, channel: None });
        card
    }

    pub fn text(&self, card: Id) -> &str {
        &self.session.map().cards[&card].text
    }

    pub fn write(&mut self, card: Id, text: &str) -> Change {
        self.apply(Edit::SetText { of: TextOf::Of(Thing::Card(card)), text: text.into() })
    }
}

/// Typing at a position.
pub fn typed(at: usize, text: &str) -> Vec<Splice> {
    vec![Splice { at, delete: 0, insert: text.into() }]
}
