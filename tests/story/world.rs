//! Five people with copies of one map, and the files between them that come late, twice or not at all.

use super::bin::without_bin;
use super::random;
use super::reach::{scalars, unreachable, words};
use super::story::Board;
use parcours::model::check::{Finding, check};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::{Choice, Value};
use parcours::model::picture::key;
use parcours::model::{Detail, Field, Map, Source, Thing};
use parcours::session::{Change, MergeError, Session};
use std::collections::{BTreeMap, HashMap, HashSet};

/// One person with a copy.
struct Peer {
    board: Board,
    /// What stands in each thing, as far as it was looked at.
    words: HashMap<Thing, String>,
    values: HashMap<Thing, BTreeMap<Field, String>>,
    /// Characters that this opening of the copy wrote, and where: a join copies what others typed.
    mine: HashSet<(Thing, char)>,
    /// Fields whose values came from others.
    others: HashSet<(Thing, Field)>,
    /// Fields with more than one value.
    contested: HashSet<(Thing, Field)>,
    gesture: u32,
}

/// All of them.
pub struct World {
    peers: Vec<Peer>,
    die: Seeded,
    /// Every change anyone made, as a file of its own.
    wire: Vec<Vec<u8>>,
    /// Characters by where they were typed or taken out: a join copies them.
    typed: HashSet<(Thing, char)>,
    gone: HashSet<(Thing, char)>,
    /// How often each sort of edit was taken.
    pub taken: BTreeMap<&'static str, usize>,
}

/// Who did something.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Me,
    /// My undo or redo.
    MyWayBack,
    Others,
}

impl World {
    /// `count` copies of one small map.
    pub fn new(seed: u64, count: usize) -> Self {
        let mut first = Board::new(seed);
        first.card("");
        let saved = first.session.save();
        let mut world = World {
            peers: Vec::new(),
            die: Seeded::new(seed ^ 0x5eed),
            wire: std::mem::take(&mut first.stored),
            typed: HashSet::new(),
            gone: HashSet::new(),
            taken: BTreeMap::new(),
        };
        let first = (first.stage, first.step, first.lane, first.persona);
        for at in 0..count {
            let mut source = Seeded::new(seed.wrapping_mul(31).wrapping_add(at as u64 + 1));
            let session = Session::open(std::slice::from_ref(&saved), &mut source).unwrap().session;
            let ((stage, step, lane, persona), ink) = (first, at as u32 * 4000);
            let stored = vec![saved.clone()];
            let board = Board { session, source, stored, stage, step, lane, persona, ink };
            world.peers.push(Peer::new(board));
        }
        world
    }

    /// One thing happens. `anew`: every copy is then compared with one read from its file, which takes
    /// its time and tells when a story goes wrong.
    pub fn turn(&mut self, anew: bool) {
        let at = self.die.below(self.peers.len());
        self.act(at);
        if anew {
            let board = &mut self.peers[at].board;
            let again = Session::open(&[board.session.save()], &mut Seeded::new(0)).unwrap();
            same(board.session.map(), again.session.map(), "the map read from its file");
        }
    }

    fn act(&mut self, at: usize) {
        match self.die.below(100) {
            0..50 => self.edit(at),
            50..58 => self.type_on(at),
            58..63 => {
                self.go_back(at, true);
            }
            63..67 => {
                self.go_back(at, false);
            }
            67..70 => self.back_and_forth(at),
            70..80 => self.post(at),
            80..90 => self.tab(at),
            90..95 => self.file(at),
            95..97 => self.turn_merge(at),
            97 => self.reopen(at),
            98 if self.die.below(3) == 0 => self.vary(at),
            _ => self.nonsense(at),
        }
    }

    fn edit(&mut self, at: usize) {
        let board = &mut self.peers[at].board;
        let Some(edit) = random::edit(board) else { return };
        let name = name_of(&edit);
        if let Edit::Choose { thing, field, .. } = &edit {
            // Who chooses has taken all the values in hand.
            let Peer { board, mine, .. } = &mut self.peers[at];
            let map = board.session.map();
            let options = map.choices[thing].iter().filter(|choice| choice.field == *field);
            let values = options.flat_map(|choice| &choice.options);
            let texts = values.filter_map(|option| match &option.value {
                Value::Text(text) => Some(written(text)),
                _ => None,
            });
            mine.extend(texts.flatten().map(|character| (*thing, character)));
        }
        let board = &mut self.peers[at].board;
        let map = board.session.map();
        let open = match &edit {
            Edit::Choose { thing, .. } if seen(map, *thing) => {
                Some((*thing, map.choices[thing].clone()))
            }
            _ => None,
        };
        let before = board.session.heads();
        match board.session.apply(edit, 0, &mut board.source) {
            Ok(change) => {
                *self.taken.entry(name).or_default() += 1;
                self.done(at, By::Me, &change);
                if let Some((thing, open)) = open {
                    self.choose_again(at, thing, &open);
                }
            }
            Err(_) => {
                assert_eq!(board.session.heads(), before, "refused, yet something was written")
            }
        }
    }

    /// What was just settled is undone: the choice is open as it was; redone, it is settled as before.
    fn choose_again(&mut self, at: usize, thing: Thing, open: &[Choice]) {
        let of = |me: &Self| me.peers[at].board.session.map().choices.get(&thing).cloned();
        let settled = of(self);
        if !seen(self.peers[at].board.session.map(), thing) || self.go_back(at, true).is_none() {
            return;
        }
        assert_eq!(of(self).unwrap_or_default(), open, "undone, the choice is open as before");
        self.go_back(at, false);
        assert_eq!(of(self), settled, "redone, it is settled as before");
    }

    /// A session of typing in one text, kept or taken back.
    fn type_on(&mut self, at: usize) {
        let peer = &mut self.peers[at];
        let Some(thing) = random::thing(&mut peer.board) else { return };
        peer.gesture += 1;
        let gesture = peer.gesture;
        let before = without_bin(peer.board.session.map());
        for _ in 0..1 + self.die.below(3) {
            let board = &mut self.peers[at].board;
            let keys = random::keys(board, thing);
            let change = board.session.apply(keys, gesture, &mut board.source).unwrap();
            self.done(at, By::Me, &change);
        }
        if self.die.below(3) == 0 {
            let board = &mut self.peers[at].board;
            if let Some(change) = board.session.cancel(gesture, &mut board.source) {
                self.done(at, By::MyWayBack, &change);
            }
            same(&without_bin(self.peers[at].board.session.map()), &before, "Escape");
        }
    }

    /// Undo or redo; `None` where nothing was left.
    fn go_back(&mut self, at: usize, undo: bool) -> Option<()> {
        let Board { session, source, .. } = &mut self.peers[at].board;
        let change = if undo { session.undo(source) } else { session.redo(source) }?;
        self.done(at, By::MyWayBack, &change);
        Some(())
    }

    /// So many undos and as many redos with nothing between change nothing.
    fn back_and_forth(&mut self, at: usize) {
        let before = without_bin(self.peers[at].board.session.map());
        let wanted = 1 + self.die.below(12);
        let undone = |me: &Self| me.peers[at].board.session.actions().undone.len();
        let there = undone(self);
        for _ in 0..wanted {
            if self.go_back(at, true).is_none() {
                break;
            }
        }
        for _ in there..undone(self) {
            self.go_back(at, false);
        }
        if before.cast.is_empty() {
            // Undo brought one back, and the last persona stays.
            return;
        }
        let after = without_bin(self.peers[at].board.session.map());
        same(&after, &before, "undos and redos");
    }

    /// Some change of someone's arrives, perhaps again, perhaps without those before it.
    fn post(&mut self, at: usize) {
        let bytes = &self.wire[self.die.below(self.wire.len())];
        let session = &mut self.peers[at].board.session;
        let heads = session.heads();
        match session.merge_tab(bytes) {
            Ok(change) => self.done(at, By::Others, &change),
            Err(MergeError::Missing) => {
                assert_eq!(session.heads(), heads, "changes that were refused are in the map");
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Another copy hands over all that is new.
    fn tab(&mut self, at: usize) {
        let from = self.die.below(self.peers.len());
        let heads = self.peers[at].board.session.heads();
        let bytes = self.peers[from].board.session.changes_after(&heads);
        if !bytes.is_empty() {
            let change = self.peers[at].board.session.merge_tab(&bytes).unwrap();
            self.done(at, By::Others, &change);
        }
    }

    fn file(&mut self, at: usize) {
        let from = self.die.below(self.peers.len());
        let file = self.peers[from].board.session.save();
        let back = self.die.below(3) == 0;
        let titles = [at, from].map(|at| written(&self.peers[at].board.session.map().title));
        let Board { session, source, .. } = &mut self.peers[at].board;
        let merged = if back {
            // An original keeps its title, whatever the variant is called.
            self.gone.extend(titles.into_iter().flatten().map(|character| (Thing::Map, character)));
            session.merge_variant(&file, source).unwrap()
        } else {
            session.merge_file(&file, source).unwrap()
        };
        self.done(at, By::Others, &merged.change);
    }

    /// The copy goes on as a variant.
    fn vary(&mut self, at: usize) {
        let board = &mut self.peers[at].board;
        let title = format!("{} v", board.session.map().title);
        let change = board.session.begin_variant(&title, &mut board.source).unwrap();
        self.done(at, By::Me, &change);
    }

    /// Some merge is undone, or taken in again.
    fn turn_merge(&mut self, at: usize) {
        let Board { session, source, .. } = &mut self.peers[at].board;
        let rows = session.merges();
        if rows.is_empty() {
            return;
        }
        let id = rows[self.die.below(rows.len())].id;
        let change = session.undo_merge(id, source).or_else(|| session.redo_merge(id, source));
        if let Some(change) = change {
            self.done(at, By::Me, &change);
        }
    }

    /// The copy is closed and opened from its chunks, in any order, some twice; at times one is found
    /// only later.
    fn reopen(&mut self, at: usize) {
        let peer = &mut self.peers[at];
        let before = peer.board.session.map().clone();
        let mut chunks = peer.board.stored.clone();
        for place in 0..chunks.len() {
            chunks.swap(place, self.die.below(place + 1));
        }
        let twice = chunks[self.die.below(chunks.len())].clone();
        let late = if chunks.len() > 3 { chunks.pop() } else { None };
        if !is_first(&late, &peer.board.stored) {
            chunks.push(twice);
        }
        chunks.extend(late.clone().filter(|_| is_first(&late, &peer.board.stored)));
        let opened = Session::open(&chunks, &mut peer.board.source).unwrap();
        assert!(opened.broken.is_empty(), "{:?}", opened.broken);
        peer.board.session = opened.session;
        if let Some(late) = late {
            peer.board.session.merge_tab(&late).unwrap();
        }
        same(peer.board.session.map(), &before, "opened from its chunks");
        peer.mine.clear();
        peer.others.clear();
        peer.look();
    }

    /// Edits that do not fit are refused and write nothing.
    fn nonsense(&mut self, at: usize) {
        let Board { session, source, .. } = &mut self.peers[at].board;
        let heads = session.heads();
        let (nobody, far) = (source.id(), usize::MAX);
        let past = Splice { at: 1 << 20, delete: 1, insert: String::new() };
        let (kind, some) = (parcours::model::Kind::Journey, source.id());
        let add = Edit::AddPersona { persona: source.id(), name: "x".into(), at: 0 };
        let edits = [
            Edit::Found { kind, id: some },
            Edit::EditText { of: TextOf::Title, splices: vec![past] },
            Edit::Purge(Thing::Persona(session.map().cast.first().copied().unwrap_or(nobody))),
            Edit::Several(vec![add, Edit::MoveStage { stage: nobody, at: far }]),
        ];
        let [.., last] = &edits;
        let before = session.map().clone();
        assert!(session.apply(last.clone(), 0, source).is_err());
        for edit in edits {
            assert!(session.apply(edit, 0, source).is_err());
        }
        assert_eq!((session.heads(), session.map()), (heads, &before), "refused, yet changed");
    }

    /// Keeps the accounts of who wrote what.
    fn done(&mut self, at: usize, by: By, change: &Change) {
        let peer = &mut self.peers[at];
        peer.board.keep(change);
        if by != By::Others && !change.bytes.is_empty() {
            self.wire.push(change.bytes.clone());
        }
        let map = peer.board.session.map();
        for thing in &change.touched {
            let now = words(map, *thing);
            let was = peer.words.insert(*thing, now.clone()).unwrap_or_default();
            if by != By::Others {
                let (was, now) = (written(&was), written(&now));
                let here = |character: &char| (*thing, *character);
                let came: Vec<_> = now.difference(&was).map(here).collect();
                let went: Vec<_> = was.difference(&now).map(here).collect();
                peer.mine.extend(&came);
                let mine = by == By::Me || went.iter().all(|there| peer.mine.contains(there));
                assert!(mine, "undo took another's words: {went:?}");
                self.typed.extend(came);
                self.gone.extend(went);
            }
            let now = scalars(map, *thing);
            let was = peer.values.insert(*thing, now.clone()).unwrap_or_default();
            for (field, value) in now {
                if was.get(&field) == Some(&value) {
                    continue;
                }
                let place = (*thing, field);
                let contested = peer.contested.contains(&place);
                match by {
                    By::Me => drop(peer.others.remove(&place)),
                    // Where one of two values went, the other may have been mine.
                    By::Others if contested => drop(peer.others.remove(&place)),
                    By::Others => drop(peer.others.insert(place)),
                    By::MyWayBack => {
                        assert!(!peer.others.contains(&place), "undid another's {place:?}");
                    }
                }
            }
        }
        for thing in &change.touched {
            peer.contested.retain(|(of, _)| of != thing);
            let choices = map.choices.get(thing).into_iter().flatten();
            peer.contested.extend(choices.map(|choice| (choice.thing, choice.field)));
        }
    }

    /// Everyone takes in everyone's work: the same map everywhere, and nothing lost.
    pub fn end(&mut self) {
        let count = self.peers.len();
        for at in (1..count).chain(1..count) {
            for (from, to) in [(at, 0), (0, at)] {
                let heads = self.peers[to].board.session.heads();
                let bytes = self.peers[from].board.session.changes_after(&heads);
                if !bytes.is_empty() {
                    self.peers[to].board.session.merge_tab(&bytes).unwrap();
                }
            }
        }
        let (first, others) = self.peers.split_first_mut().unwrap();
        let session = &mut first.board.session;
        for other in others {
            same(session.map(), other.board.session.map(), "two copies with all changes");
        }
        let saved = session.save();
        let again = Session::open(&[saved], &mut Seeded::new(0)).unwrap().session;
        same(session.map(), again.map(), "the map read from its file");
        let broken: Vec<Finding> = check(session.map())
            .into_iter()
            .filter(|found| matches!(found, Finding::Broken(_)))
            .collect();
        assert!(broken.is_empty(), "{broken:?}");
        assert_eq!(session.picture_faults(), []);
        for bytes in (0..5).map(random::picture) {
            // Whatever refers to a picture finds it, also what was undone, purged or lost a choice.
            let key = key(&bytes);
            if session.map().in_use(Detail::Picture).contains(key.as_str()) {
                assert_eq!(session.picture(&key), Some(bytes));
            }
        }
        assert_eq!(unreachable(session), [], "exists and is found nowhere");
        let map = session.map();
        let there: HashSet<char> =
            things(map).into_iter().flat_map(|thing| written(&words(map, thing))).collect();
        let kept = self.typed.difference(&self.gone);
        let lost: Vec<_> = kept.filter(|(_, character)| !there.contains(character)).collect();
        assert!(lost.is_empty(), "typed, deleted by nobody, and missing: {lost:?}");
    }
}

impl Peer {
    /// Reads all there is.
    fn look(&mut self) {
        let map = self.board.session.map();
        let all = things(map);
        self.words = all.iter().map(|thing| (*thing, words(map, *thing))).collect();
        self.values = all.iter().map(|thing| (*thing, scalars(map, *thing))).collect();
    }

    fn new(board: Board) -> Self {
        let mut peer = Peer {
            board,
            words: HashMap::new(),
            values: HashMap::new(),
            mine: HashSet::new(),
            others: HashSet::new(),
            contested: HashSet::new(),
            gesture: 0,
        };
        peer.look();
        peer
    }
}

/// The characters that are written once in a story: not those of the names that programs give.
fn written(words: &str) -> HashSet<char> {
    words.chars().filter(|character| !character.is_ascii()).collect()
}

fn is_first(chunk: &Option<Vec<u8>>, stored: &[Vec<u8>]) -> bool {
    chunk.as_ref() == stored.first()
}

/// Two maps are one and the same; names what differs, since a whole map is hard to read.
fn same(one: &Map, two: &Map, when: &str) {
    if one == two {
        return;
    }
    let all: HashSet<Thing> = things(one).union(&things(two)).copied().collect();
    let differ: Vec<String> = all
        .into_iter()
        .map(|thing| (thing, picture(one, thing), picture(two, thing)))
        .filter(|(_, one, two)| one != two)
        .map(|(thing, one, two)| format!("{thing:?}:\n    {one}\n    {two}"))
        .collect();
    panic!("{when}: two maps, not one\n  {}", differ.join("\n  "));
}

fn picture(map: &Map, thing: Thing) -> String {
    let choices = map.choices.get(&thing);
    let (at, words) = (map.deleted_at(thing), words(map, thing));
    let rich = match thing {
        Thing::Card(id) => map.cards.get(&id).and_then(|card| card.rich.clone()),
        _ => None,
    };
    let tags = if let Thing::Card(id) = thing { map.tags.get(&id) } else { None };
    let beside = (tags, map.noted.get(&thing), map.ties.get(&thing));
    format!("{words} {rich:?} {:?} {at:?} {choices:?} {beside:?}", scalars(map, thing))
}

/// Whether a thing is in the map and not in its bin.
fn seen(map: &Map, thing: Thing) -> bool {
    map.holds(thing) && map.deleted_at(thing).is_none()
}

/// Everything of a map that words can stand in.
fn things(map: &Map) -> HashSet<Thing> {
    let mut all = HashSet::from([Thing::Map]);
    all.extend(map.stages.keys().copied().map(Thing::Stage));
    all.extend(map.steps.keys().copied().map(Thing::Step));
    all.extend(map.lanes.keys().copied().map(Thing::Lane));
    all.extend(map.cards.keys().copied().map(Thing::Card));
    all.extend(map.personas.keys().copied().map(Thing::Persona));
    all.extend(map.notes.keys().copied().map(Thing::Note));
    all.extend(map.paths.keys().copied().map(Thing::Path));
    all.extend(map.views.keys().copied().map(Thing::View));
    all.extend(map.entries.keys());
    all.extend(parcours::model::GoalField::ALL.map(Thing::Goal));
    all.extend(map.feelings.keys().map(|&(persona, step)| Thing::Feeling { persona, step }));
    // Words of a feeling that lost to its being taken away stand in the choice alone.
    all.extend(map.choices.keys());
    all
}

/// Each sort of edit by name: a new one does not compile here before it is drawn too.
fn name_of(edit: &Edit) -> &'static str {
    match edit {
        Edit::Found { .. } => "Found",
        Edit::EditText { .. } => "EditText",
        Edit::SetText { .. } => "SetText",
        Edit::Mark { .. } => "Mark",
        Edit::SetLine { .. } => "SetLine",
        Edit::AddStage { .. } => "AddStage",
        Edit::AddStep { .. } => "AddStep",
        Edit::AddLane { .. } => "AddLane",
        Edit::AddPersona { .. } => "AddPersona",
        Edit::AddCard { .. } => "AddCard",
        Edit::MoveStage { .. } => "MoveStage",
        Edit::MoveStep { .. } => "MoveStep",
        Edit::MoveLane { .. } => "MoveLane",
        Edit::MovePersona { .. } => "MovePersona",
        Edit::MoveCard { .. } => "MoveCard",
        Edit::Delete(_) => "Delete",
        Edit::Restore(_) => "Restore",
        Edit::Purge(_) => "Purge",
        Edit::SetStar { .. } => "SetStar",
        Edit::SetChannel { .. } => "SetChannel",
        Edit::SetLevel { .. } => "SetLevel",
        Edit::SetFeelingName { .. } => "SetFeelingName",
        Edit::Set { .. } => "Set",
        Edit::AddPicture { .. } => "AddPicture",
        Edit::Tag { .. } => "Tag",
        Edit::AddNote { .. } => "AddNote",
        Edit::MoveNote { .. } => "MoveNote",
        Edit::Tie { .. } => "Tie",
        Edit::AddEntry { .. } => "AddEntry",
        Edit::MoveEntry { .. } => "MoveEntry",
        Edit::AddPath { .. } => "AddPath",
        Edit::MovePath { .. } => "MovePath",
        Edit::Choose { .. } => "Choose",
        Edit::Join { .. } => "Join",
        Edit::KeepApart(_) => "KeepApart",
        Edit::SetPerson(_) => "SetPerson",
        Edit::NameVersion { .. } => "NameVersion",
        Edit::AddView { .. } => "AddView",
        Edit::Several(_) => "Several",
    }
}

/// The sorts of edits that a world must have seen; a map is founded once, when it is made.
pub const EDITS: usize = 38;
