//! Undo and redo of my own actions: recorded writes and their reversal.

use super::characters::raw;
use super::deed::Deed;
use super::delta::Delta;
use super::edit::Refused;
use super::edit::writer::Writer;
use super::flags::Flag;
use super::row::text_at;
use super::spans::{self, Span};
use super::{Field, Id, Map, Thing, decisions, flags};
use automerge::{ChangeHash, ReadDoc, ScalarValue};
use std::collections::{BTreeSet, HashMap, HashSet};

/// How many actions can be undone.
const DEPTH: usize = 1000;

/// One recorded write, holding its way back.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Write {
    /// A scalar field went from `was` to the values `left` (one, none, or those of a conflict).
    Scalar { thing: Thing, field: Field, was: Option<ScalarValue>, left: Vec<ScalarValue> },
    /// A text changed; `back` leads back from the text as it stands once all later writes of the same
    /// stack are undone.
    Text { thing: Thing, back: Delta },
    /// Marks of a text changed, or their characters went.
    Marks { thing: Thing, spans: Vec<Span> },
    /// A thing came into being.
    Made { thing: Thing },
    /// A decision about a thing was noted, or flagged as undone.
    Decided { thing: Thing, id: Id, undone: bool },
    /// A tag was put on a card, or taken off; a tie was made, or undone.
    Flag { thing: Thing, flag: Flag, on: bool },
}

impl Write {
    pub(crate) fn thing(&self) -> Thing {
        match self {
            Write::Scalar { thing, .. }
            | Write::Text { thing, .. }
            | Write::Marks { thing, .. }
            | Write::Made { thing }
            | Write::Flag { thing, .. }
            | Write::Decided { thing, .. } => *thing,
        }
    }
}

/// Actions as one: what Ctrl+Z takes back at a time.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) gesture: u32,
    pub(crate) writes: Vec<Write>,
    /// The heads it was made at.
    pub(crate) before: Vec<ChangeHash>,
    /// What it was, in a word.
    deed: Deed,
    /// The tick after which others' work counts: see [`History::worked_on`].
    since: u64,
    /// The tick of the action itself, through all undoing and redoing.
    made: u64,
}

/// The actions of this session that can be undone and redone.
#[derive(Default, Debug)]
pub(crate) struct History {
    undo: Vec<Entry>,
    redo: Vec<Entry>,
    /// Counts entries and merges.
    tick: u64,
    /// The tick at which others last worked on a thing.
    others: HashMap<Thing, u64>,
    /// The tick at which others last took a value away.
    emptied: HashMap<(Thing, Field), u64>,
}

/// Which way to go through the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Undo,
    Redo,
}

impl History {
    /// Whether undo and redo have an entry.
    pub(crate) fn can(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// How many actions can be undone.
    pub(crate) fn depth(&self) -> usize {
        self.undo.len()
    }

    /// The actions that stand, the first first, and those undone, the next to be redone first.
    pub(crate) fn deeds(&self) -> (Vec<Deed>, Vec<Deed>) {
        let of = |entry: &Entry| entry.deed;
        (self.undo.iter().map(of).collect(), self.redo.iter().rev().map(of).collect())
    }

    /// Remembers an action; one with the gesture of the last joins it.
    pub(crate) fn push(
        &mut self,
        gesture: u32,
        deed: Deed,
        before: Vec<ChangeHash>,
        writes: Vec<Write>,
    ) {
        self.redo.clear();
        match self.undo.last_mut() {
            Some(last) if gesture != 0 && last.gesture == gesture => last.writes.extend(writes),
            _ => {
                self.tick += 1;
                let tick = self.tick;
                self.undo.push(Entry { gesture, writes, before, deed, since: tick, made: tick });
                if self.undo.len() > DEPTH {
                    self.undo.remove(0);
                }
            }
        }
    }

    /// Takes the next entry off its stack.
    pub(crate) fn pop(&mut self, way: Way) -> Option<Entry> {
        match way {
            Way::Undo => self.undo.pop(),
            Way::Redo => self.redo.pop(),
        }
    }

    /// Takes the last entry off if it is this gesture's.
    pub(crate) fn pop_gesture(&mut self, gesture: u32) -> Option<Entry> {
        self.undo.pop_if(|last| gesture != 0 && last.gesture == gesture)
    }

    /// Puts what reversing `entry` wrote on the other stack.
    pub(crate) fn turn(
        &mut self,
        way: Way,
        entry: &Entry,
        before: Vec<ChangeHash>,
        writes: Vec<Write>,
    ) {
        let (made, deed) = (entry.made, entry.deed);
        // Redoing crosses only what came since the undo; undoing again all since the action.
        let (stack, since) = match way {
            Way::Undo => (&mut self.redo, self.tick),
            Way::Redo => (&mut self.undo, made),
        };
        stack.push(Entry { gesture: 0, writes, before, deed, since, made });
    }

    /// Notes what others worked on: binning it is no longer an undo of my own action alone.
    pub(crate) fn worked_on(&mut self, things: impl IntoIterator<Item = Thing>) {
        self.tick += 1;
        let tick = self.tick;
        self.others.extend(things.into_iter().map(|thing| (thing, tick)));
    }

    /// Notes fields whose value others took away: a key without a value tells no more who left it so.
    pub(crate) fn emptied(&mut self, fields: impl IntoIterator<Item = (Thing, Field)>) {
        let tick = self.tick;
        self.emptied.extend(fields.into_iter().map(|field| (field, tick)));
    }

    /// The fields of an entry that others emptied after it was made.
    pub(crate) fn emptied_later(&self, entry: &Entry) -> HashSet<(Thing, Field)> {
        let fields = entry.writes.iter().filter_map(|write| match write {
            Write::Scalar { thing, field, .. } => Some((*thing, *field)),
            _ => None,
        });
        fields.filter(|f| self.emptied.get(f).is_some_and(|tick| *tick > entry.since)).collect()
    }

    /// The things of an entry that others worked on after it was made.
    pub(crate) fn later(&self, entry: &Entry) -> HashSet<Thing> {
        let worked_on = |thing: &Thing| self.others.get(thing).is_some_and(|t| *t > entry.since);
        entry.writes.iter().map(Write::thing).filter(worked_on).collect()
    }

    /// Moves the ways back of a text past a change that is on neither stack.
    pub(crate) fn pass(&mut self, thing: Thing, change: &Delta) {
        pass(&mut self.undo, thing, change.clone());
        pass(&mut self.redo, thing, change.clone());
    }

    /// The texts that some way back leads through.
    pub(crate) fn texts(&self) -> BTreeSet<Thing> {
        let writes = self.undo.iter().chain(&self.redo).flat_map(|entry| &entry.writes);
        let text = |write: &Write| {
            matches!(write, Write::Text { .. } | Write::Marks { .. }).then(|| write.thing())
        };
        writes.filter_map(text).collect()
    }

    /// Gives up an entry without reversing it: the older ones of its stack stand on top of it now.
    pub(crate) fn give_up(&mut self, way: Way, mut entry: Entry, text: impl Fn(Thing) -> String) {
        while let Some(write) = entry.writes.pop() {
            if let Write::Text { thing, back } = write {
                let there = back.inverse(&text(thing));
                let there = pass(std::slice::from_mut(&mut entry), thing, there);
                let stack = if way == Way::Undo { &mut self.undo } else { &mut self.redo };
                pass(stack, thing, there);
            }
        }
    }
}

/// Moves `change` down through the entries, newest first; gives what is left of it below the oldest.
fn pass(entries: &mut [Entry], thing: Thing, change: Delta) -> Delta {
    pass_writes(entries.iter_mut().rev().flat_map(|e| e.writes.iter_mut().rev()), thing, change)
}

/// Moves `change` past the ways back of a text, newest first.
pub(crate) fn pass_writes<'a>(
    writes: impl Iterator<Item = &'a mut Write>,
    thing: Thing,
    mut change: Delta,
) -> Delta {
    for write in writes {
        match write {
            Write::Text { thing: of, back } if *of == thing => {
                let (moved, below) = Delta::pass(back, &change);
                *back = moved;
                change = below;
            }
            Write::Marks { thing: of, spans } if *of == thing => spans::pass(spans, &change),
            _ => {}
        }
    }
    change
}

/// Whether such writes could change anything outside the bin.
pub(crate) fn are_visible(map: &Map, writes: &[Write]) -> bool {
    writes.iter().any(|write| {
        let of_bin = matches!(write, Write::Scalar { field: Field::Deleted | Field::Purged, .. });
        of_bin || !in_bin(map, write.thing())
    })
}

/// Whether a thing is in the bin or not in the map at all.
pub(crate) fn in_bin(map: &Map, thing: Thing) -> bool {
    match thing {
        Thing::Map | Thing::Goal(_) | Thing::Feeling { .. } => false,
        Thing::Entry(..) => map.entry(thing).is_none_or(|one| one.deleted.is_some()),
        Thing::Stage(id) => map.stages.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Step(id) => map.steps.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Lane(id) => map.lanes.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Card(id) => map.cards.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Persona(id) => map.personas.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Version(id) => map.versions.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::View(id) => map.views.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Note(id) => map.notes.get(&id).is_none_or(|one| one.deleted.is_some()),
        Thing::Path(id) => map.paths.get(&id).is_none_or(|one| one.deleted.is_some()),
    }
}

/// When a write may go back.
pub(crate) struct Rule<'a> {
    /// The actor whose values may be replaced; `None` where only the value counts.
    pub(crate) mine: Option<&'a str>,
    /// Whether someone worked on a thing later, so that it must not go into the bin.
    pub(crate) later: &'a dyn Fn(Thing) -> bool,
    /// Whether someone later took away the value of a field: it stays away.
    pub(crate) emptied: &'a dyn Fn(Thing, Field) -> bool,
    /// What others, who did not know these writes, made texts bear.
    pub(crate) theirs: Vec<(Thing, Vec<Span>)>,
}

/// Writes the way back of `writes`, newest first. Gives the things left alone because they are no
/// longer as these writes left them.
///
/// # Errors
/// Automerge's; the caller then rolls back.
pub(crate) fn reverse(
    w: &mut Writer,
    writes: &[Write],
    rule: &Rule,
) -> Result<Vec<Thing>, Refused> {
    let (mut skipped, mut theirs) = (Vec::new(), rule.theirs.clone());
    for write in writes.iter().rev() {
        let thing = write.thing();
        let written = w.log.len();
        let done = match write {
            Write::Made { .. } => in_bin(w.map, thing) || into_bin(w, thing, None, rule)?,
            Write::Scalar { field, was, left, .. } => {
                let now = w.scalars(thing, *field);
                let same = now.len() == left.len()
                    && now.iter().all(|(value, _)| left.contains(value))
                    && rule.mine.is_none_or(|me| w.is_mine(thing, *field, me));
                match was {
                    _ if now.len() < 2 && now.first().map(|(now, _)| now) == was.as_ref() => true,
                    _ if !same || now.is_empty() && (rule.emptied)(thing, *field) => false,
                    Some(flag) if *field == Field::Deleted => {
                        into_bin(w, thing, Some(flag.clone()), rule)?
                    }
                    was => {
                        w.put(thing, *field, was.clone())?;
                        true
                    }
                }
            }
            Write::Decided { id, undone, .. } => {
                decisions::set_undone(w, thing, *id, !undone)?;
                true
            }
            Write::Flag { flag, on, .. } => flags::reverse(w, thing, flag, *on, rule.mine)?,
            Write::Text { back, .. } => match text_at(w.doc, thing, None) {
                Some(text) if w.doc.length(&text) == back.before() => {
                    w.edit_raw(thing, &text, back)?;
                    w.bare(thing, &text, back)?;
                    for (_, spans) in theirs.iter_mut().filter(|(of, _)| *of == thing) {
                        spans::pass(spans, back);
                    }
                    true
                }
                _ => false,
            },
            Write::Marks { spans, .. } => match text_at(w.doc, thing, None) {
                Some(text) => {
                    let theirs = theirs.iter().find(|(of, _)| *of == thing);
                    let theirs = theirs.map_or(&[][..], |(_, spans)| spans);
                    w.marks_back(thing, &text, spans, theirs)?
                }
                None => false,
            },
        };
        if w.log.len() > written {
            w.touch([thing]);
        }
        if !done && !skipped.contains(&thing) {
            skipped.push(thing);
        }
    }
    Ok(skipped)
}

/// Puts a thing into the bin unless someone worked on it later or it is the last persona.
fn into_bin(
    w: &mut Writer,
    thing: Thing,
    flag: Option<ScalarValue>,
    rule: &Rule,
) -> Result<bool, Refused> {
    let last = matches!(thing, Thing::Persona(id) if w.map.cast == [id]);
    if last || (rule.later)(thing) {
        return Ok(false);
    }
    let flag = flag.unwrap_or_else(|| w.bin_flag());
    w.put(thing, Field::Deleted, Some(flag))?;
    Ok(true)
}

/// The raw text of a thing, block markers included: what ways back count in.
pub(crate) fn raw_text(doc: &automerge::AutoCommit, thing: Thing) -> String {
    text_at(doc, thing, None).map(|text| raw(doc, &text, None)).unwrap_or_default()
}
