//! Looks through a file's bytes before Automerge does: how much would there be to lay out?
//!
//! A 10 KB file can stand for ten million operations, a 1 MB file inflate to a gigabyte. So chunk by
//! chunk, columns are inflated within one budget and their runs counted; nothing is laid out.

use super::columns::{ColumnKind, Numbers, count};
use super::inflate::Budget;
use super::pieces::{Piece, PieceKind, Reader, checksum, pieces};
use super::{Measure, Refused};

/// A file above this many bytes needs a second yes.
pub const LARGE_FILE: u64 = 20_000_000;
/// So many new operations need a second yes.
pub const MANY_OPS: u64 = 300_000;
/// A file of so many operations is not even looked at without a second yes. It may be one more copy
/// of a big map kept here, which adds nothing; it takes about two seconds.
pub const LOOK_OPS: u64 = 1_000_000;
/// More is never taken.
pub const MOST_OPS: u64 = 2_500_000;

/// The bit of a column's specification that says it is deflated.
const DEFLATED: u64 = 8;
/// Specifications of the change columns that tell how many operations each change claims.
const CHANGE_ACTOR: u64 = 1;
const MAX_OP: u64 = (1 << 4) | 3;
const DEPS_COUNT: u64 = 4 << 4;
const DEPS_INDEX: u64 = (4 << 4) | 3;

/// What a file would be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scanned {
    /// Operations at least; room the loader would make for them.
    pub ops: u64,
    /// Changes.
    pub changes: u64,
}

/// Looks through a file. `free` operations pass without a second yes.
///
/// # Errors
/// `NotADocument`, `Damaged`, or `TooBig`.
pub fn scan(file: &[u8], free: u64, confirmed: bool) -> Result<Scanned, Refused> {
    let size = file.len() as u64;
    if size > LARGE_FILE && !confirmed {
        return Err(Refused::TooBig { measure: Measure::Size, amount: size, ask: true });
    }
    let mut budget = Budget::new();
    let mut total = Scanned::default();
    for piece in pieces(file)? {
        let found = match piece.kind {
            PieceKind::Document => document(&piece, &mut budget)?,
            PieceKind::Change => change(piece.data, piece.at)?,
            PieceKind::Compressed => {
                let inflated = budget.inflate(piece.data, piece.at)?;
                if checksum(1, &inflated) != piece.checksum {
                    let reason = "wrong checksum".into();
                    return Err(Refused::Damaged { at: piece.at, reason });
                }
                change(&inflated, piece.at)?
            }
        };
        total.ops = total.ops.saturating_add(found.ops);
        total.changes = total.changes.saturating_add(found.changes);
        bound(Measure::Ops, total.ops, free, confirmed)?;
        bound(Measure::Changes, total.changes, free, confirmed)?;
    }
    Ok(total)
}

fn bound(measure: Measure, amount: u64, free: u64, confirmed: bool) -> Result<(), Refused> {
    let limit = if confirmed { MOST_OPS } else { free.min(MOST_OPS) };
    if amount <= limit {
        return Ok(());
    }
    Err(Refused::TooBig { measure, amount, ask: !confirmed && amount <= MOST_OPS })
}

struct Column {
    specification: u64,
    data: Vec<u8>,
    at: u64,
}

/// A document chunk: actors, heads, the two tables of columns, then their data.
fn document(piece: &Piece<'_>, budget: &mut Budget) -> Result<Scanned, Refused> {
    let mut reader = Reader::new(piece.data, piece.at);
    for _ in 0..reader.unsigned()? {
        let length = reader.unsigned()?;
        reader.take(length)?;
    }
    for _ in 0..reader.unsigned()? {
        reader.take(32)?;
    }
    let changes = table(&mut reader)?;
    let ops = table(&mut reader)?;
    let changes = columns(&mut reader, changes, Some(budget))?;
    let ops = columns(&mut reader, ops, Some(budget))?;
    let longest = longest(&changes)?;
    // Counted before the values are laid out one by one.
    bound(Measure::Changes, longest, MOST_OPS, true)?;
    Ok(Scanned { ops: self::longest(&ops)?.max(claimed(&changes, longest)?), changes: longest })
}

/// A change chunk: dependencies, actor, numbers, message, other actors, one table of columns.
fn change(data: &[u8], at: u64) -> Result<Scanned, Refused> {
    let mut reader = Reader::new(data, at);
    for _ in 0..reader.unsigned()? {
        reader.take(32)?;
    }
    let length = reader.unsigned()?;
    reader.take(length)?;
    reader.unsigned()?;
    reader.unsigned()?;
    reader.signed()?;
    let length = reader.unsigned()?;
    reader.take(length)?;
    for _ in 0..reader.unsigned()? {
        let length = reader.unsigned()?;
        reader.take(length)?;
    }
    let ops = table(&mut reader)?;
    let ops = columns(&mut reader, ops, None)?;
    Ok(Scanned { ops: longest(&ops)?, changes: 1 })
}

/// Specifications and lengths of columns.
fn table(reader: &mut Reader<'_>) -> Result<Vec<(u64, u64)>, Refused> {
    let mut found = Vec::new();
    for _ in 0..reader.unsigned()? {
        found.push((reader.unsigned()?, reader.unsigned()?));
    }
    Ok(found)
}

/// The columns of a table, inflated. Without a budget none may be deflated.
fn columns(
    reader: &mut Reader<'_>,
    table: Vec<(u64, u64)>,
    mut budget: Option<&mut Budget>,
) -> Result<Vec<Column>, Refused> {
    let mut found = Vec::new();
    for (specification, length) in table {
        let at = reader.at();
        let stored = reader.take(length)?;
        let data = match (specification & DEFLATED != 0, budget.as_deref_mut()) {
            (false, _) => stored.to_vec(),
            (true, Some(budget)) => budget.inflate(stored, at)?,
            (true, None) => return Err(reader.damaged("deflated column in a change")),
        };
        found.push(Column { specification: specification & !DEFLATED, data, at });
    }
    Ok(found)
}

/// The number of values in the longest column.
fn longest(columns: &[Column]) -> Result<u64, Refused> {
    let mut most = 0;
    for column in columns {
        most = most.max(count(ColumnKind::of(column.specification), &column.data, column.at)?);
    }
    Ok(most)
}

/// The operations that the changes of a document claim by their highest operation numbers: the
/// loader makes room for each change's, from its dependencies' highest to its own.
fn claimed(columns: &[Column], changes: u64) -> Result<u64, Refused> {
    let numbers = |wanted: u64| {
        let column = columns.iter().find(|column| column.specification == wanted);
        let (data, at) = column.map_or((&[][..], 0), |column| (&column.data[..], column.at));
        Numbers::new(ColumnKind::of(wanted), data, at)
    };
    let (mut actors, mut max_ops) = (numbers(CHANGE_ACTOR), numbers(MAX_OP));
    let (mut counts, mut deps) = (numbers(DEPS_COUNT), numbers(DEPS_INDEX));
    let broken = |reason: &str| Refused::Damaged { at: 0, reason: reason.into() };
    let mut highest = Vec::new();
    for _ in 0..changes {
        let Some(highest_op) = max_ops.next()? else { break };
        if actors.next()?.is_none() {
            return Err(broken("change without an actor"));
        }
        highest.push(u64::try_from(highest_op).map_err(|_| broken("negative operation number"))?);
    }
    let mut total = 0u64;
    for own in &highest {
        let mut before = 0;
        for _ in 0..counts.next()?.unwrap_or(0) {
            let index = deps.next()?.and_then(|index| usize::try_from(index).ok());
            let known = index.and_then(|index| highest.get(index));
            before = before.max(*known.ok_or_else(|| broken("dependency on no change"))?);
        }
        let claim = own.checked_sub(before).ok_or_else(|| broken("operation numbers go back"))?;
        total = total.saturating_add(claim);
    }
    Ok(total)
}
