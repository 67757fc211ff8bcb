//! Loads a document from stored chunks, each change parsed by itself: what fails is named, the rest kept.

use super::document::{Unreadable, skeleton};
use super::read::{is_map, names_lineage};
use automerge::{AutoCommit, Change, ChangeHash};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
/// Chunk types of Automerge's format.
const DOCUMENT: u8 = 0;
const CHANGE: u8 = 1;
const COMPRESSED: u8 = 2;

/// A document put together from chunks.
pub(crate) struct Loaded {
    pub(crate) doc: AutoCommit,
    pub(crate) broken: Vec<(usize, String)>,
    pub(crate) waiting: usize,
}

/// What one Automerge chunk holds.
enum Part {
    Document(Box<AutoCommit>),
    Change(Box<Change>),
}

/// Loads all chunks ("s": a saved document, "i": changes), whatever their order.
///
/// # Errors
/// When what can be read is no Parcours map.
pub(crate) fn load(chunks: &[Vec<u8>]) -> Result<Loaded, Unreadable> {
    let (mut base, mut others) = (None::<AutoCommit>, Vec::new());
    let (mut changes, mut broken, mut any) = (Vec::new(), Vec::new(), false);
    for (at, chunk) in chunks.iter().enumerate() {
        let (parts, error) = parse(chunk);
        any |= chunk.starts_with(&MAGIC);
        broken.extend(error.map(|error| (at, error)));
        for part in parts {
            match part {
                Part::Change(change) => changes.push((at, *change)),
                Part::Document(doc) if base.is_none() => base = Some(*doc),
                Part::Document(doc) => others.push((at, *doc)),
            }
        }
    }
    let mut doc = base.unwrap_or_default();
    for (at, mut other) in others {
        if let Err(error) = doc.merge(&mut other) {
            broken.push((at, error.to_string()));
        }
    }
    let hashes: Vec<ChangeHash> = changes.iter().map(|(_, change)| change.hash()).collect();
    apply(&mut doc, changes, &mut broken);
    // The skeleton is known by heart: a store that lost its chunk opens all the same.
    let skeleton = skeleton()?;
    if doc.get_missing_deps(&[]).contains(&skeleton.hash()) {
        apply(&mut doc, vec![(0, skeleton)], &mut broken);
    }
    broken.sort();
    broken.dedup_by_key(|(at, _)| *at);
    let missing = !doc.get_missing_deps(&[]).is_empty();
    // Without its lineage the map's first change is not here: what could be shown would look empty.
    if !is_map(&doc) || !names_lineage(&doc) {
        let first = broken.into_iter().next();
        return Err(match first {
            Some((_, reason)) if any => Unreadable::Damaged(reason),
            _ if missing => Unreadable::Damaged("changes without their predecessors".to_owned()),
            _ if any => Unreadable::NotAMap,
            _ => Unreadable::NotADocument,
        });
    }
    let waiting = if missing {
        let hashes: HashSet<ChangeHash> = hashes.into_iter().collect();
        hashes.iter().filter(|hash| doc.get_change_meta_by_hash(hash).is_none()).count()
    } else {
        0
    };
    Ok(Loaded { doc, broken, waiting })
}

/// Applies all at once; where Automerge refuses the batch, one by one, so that one clash loses one.
fn apply(doc: &mut AutoCommit, changes: Vec<(usize, Change)>, broken: &mut Vec<(usize, String)>) {
    let all: Vec<Change> = changes.iter().map(|(_, change)| change.clone()).collect();
    if doc.apply_changes(all).is_ok() {
        return;
    }
    for (at, change) in changes {
        if let Err(error) = doc.apply_changes([change]) {
            broken.push((at, error.to_string()));
        }
    }
}

/// The changes in `bytes`, from change chunks and saved documents alike.
///
/// # Errors
/// The first thing that could not be read.
pub(crate) fn changes(bytes: &[u8]) -> Result<Vec<Change>, String> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some((changes, length)) = next(&bytes[at..])? {
        found.extend(changes);
        at += length;
    }
    Ok(found)
}

/// The changes in the first chunk of `bytes`, and its length; `None` where nothing is left.
///
/// # Errors
/// Why it could not be read.
pub(crate) fn next(bytes: &[u8]) -> Result<Option<(Vec<Change>, usize)>, String> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let (kind, length) = frame(bytes).ok_or("not an Automerge chunk")?;
    let mut found = Vec::new();
    for part in read(kind, &bytes[..length])? {
        match part {
            Part::Change(change) => found.push(*change),
            Part::Document(mut doc) => found.extend(doc.get_changes(&[])),
        }
    }
    Ok(Some((found, length)))
}

/// Splits stored bytes at Automerge's chunk borders and reads each; stops naming at the first error
/// that hides where the next chunk begins.
fn parse(bytes: &[u8]) -> (Vec<Part>, Option<String>) {
    let (mut parts, mut error, mut rest) = (Vec::new(), None, bytes);
    if bytes.is_empty() {
        error = Some("empty".to_owned());
    }
    while !rest.is_empty() {
        let Some((kind, length)) = frame(rest) else {
            error.get_or_insert_with(|| "not an Automerge chunk".to_owned());
            break;
        };
        let (chunk, next) = rest.split_at(length);
        match read(kind, chunk) {
            Ok(part) => parts.extend(part),
            Err(reason) => drop(error.get_or_insert(reason)),
        }
        rest = next;
    }
    (parts, error)
}

/// Type and whole length of the first chunk: magic, checksum (4 bytes), type,
/// length (LEB128), contents.
fn frame(bytes: &[u8]) -> Option<(u8, usize)> {
    let kind = *bytes.get(8)?;
    let (mut length, mut at) = (0usize, 9);
    loop {
        let byte = *bytes.get(at)?;
        let shift = 7 * (at - 9);
        if shift > 49 {
            return None;
        }
        length |= usize::from(byte & 0x7f).checked_shl(shift as u32)?;
        at += 1;
        if byte < 0x80 {
            break;
        }
    }
    let end = at.checked_add(length)?;
    (bytes.starts_with(&MAGIC) && end <= bytes.len()).then_some((kind, end))
}

fn read(kind: u8, chunk: &[u8]) -> Result<Vec<Part>, String> {
    // The checksum is looked at before anything is parsed: Automerge's parser may panic on bytes that
    // were not written by it. That of a compressed change is over its inflated form: see below.
    if kind != COMPRESSED && Sha256::digest(&chunk[8..])[..4] != chunk[4..8] {
        return Err("bad checksum".to_owned());
    }
    match kind {
        CHANGE | COMPRESSED => {
            let change = Change::from_bytes(chunk.to_vec()).map_err(|error| error.to_string())?;
            if change.hash().0[..4] != chunk[4..8] {
                return Err("bad checksum".to_owned());
            }
            Ok(vec![Part::Change(Box::new(change))])
        }
        DOCUMENT => {
            let doc = AutoCommit::load(chunk).map_err(|error| error.to_string())?;
            Ok(vec![Part::Document(Box::new(doc))])
        }
        _ => Err(format!("unknown chunk type {kind}")),
    }
}
