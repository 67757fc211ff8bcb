//! Walks Automerge's run-length-encoded columns: how many values, without laying them out.

use super::Refused;
use super::pieces::Reader;

/// What the values of a column are: the low three bits of its specification.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ColumnKind {
    /// Unsigned numbers in runs (groups, actors, integers, value metadata).
    Unsigned,
    /// Differences of numbers in runs.
    Delta,
    /// Lengths of alternating runs of false and true.
    Boolean,
    /// Texts in runs.
    Text,
    /// Bytes that another column measures.
    Raw,
}

impl ColumnKind {
    /// The kind that a specification names.
    pub(super) fn of(specification: u64) -> Self {
        match specification & 7 {
            3 => ColumnKind::Delta,
            4 => ColumnKind::Boolean,
            5 => ColumnKind::Text,
            7 => ColumnKind::Raw,
            _ => ColumnKind::Unsigned,
        }
    }
}

/// How many values a column stands for; `u64::MAX` for more.
pub(super) fn count(kind: ColumnKind, data: &[u8], at: u64) -> Result<u64, Refused> {
    let mut reader = Reader::new(data, at);
    let mut total = 0u64;
    while !reader.is_empty() {
        let run = match kind {
            ColumnKind::Raw => return Ok(0),
            ColumnKind::Boolean => reader.unsigned()?,
            _ => match reader.signed()? {
                0 => reader.unsigned()?,
                run if run > 0 => {
                    skip(kind, &mut reader)?;
                    run.unsigned_abs()
                }
                literal => {
                    for _ in 0..literal.unsigned_abs() {
                        skip(kind, &mut reader)?;
                    }
                    literal.unsigned_abs()
                }
            },
        };
        total = total.saturating_add(run);
    }
    Ok(total)
}

fn skip(kind: ColumnKind, reader: &mut Reader<'_>) -> Result<(), Refused> {
    match kind {
        ColumnKind::Delta => reader.signed().map(|_| ()),
        ColumnKind::Text => {
            let length = reader.unsigned()?;
            reader.take(length).map(|_| ())
        }
        _ => reader.unsigned().map(|_| ()),
    }
}

/// The values of a column of numbers, one by one (a null is 0). Count them first.
pub(super) struct Numbers<'a> {
    reader: Reader<'a>,
    kind: ColumnKind,
    left: u64,
    run: Run,
    sum: i64,
}

#[derive(Clone, Copy)]
enum Run {
    Null,
    Same(i64),
    Each,
}

impl<'a> Numbers<'a> {
    /// The values of `data`, a [`ColumnKind::Unsigned`] or [`ColumnKind::Delta`] column.
    pub(super) fn new(kind: ColumnKind, data: &'a [u8], at: u64) -> Self {
        Self { reader: Reader::new(data, at), kind, left: 0, run: Run::Null, sum: 0 }
    }

    /// The next value, `None` after the last.
    pub(super) fn next(&mut self) -> Result<Option<i64>, Refused> {
        while self.left == 0 {
            if self.reader.is_empty() {
                return Ok(None);
            }
            (self.left, self.run) = match self.reader.signed()? {
                0 => (self.reader.unsigned()?, Run::Null),
                run if run > 0 => (run.unsigned_abs(), Run::Same(self.number()?)),
                literal => (literal.unsigned_abs(), Run::Each),
            };
        }
        self.left -= 1;
        let value = match self.run {
            Run::Null => return Ok(Some(0)),
            Run::Same(value) => value,
            Run::Each => self.number()?,
        };
        if self.kind != ColumnKind::Delta {
            return Ok(Some(value));
        }
        let sum = self.sum.checked_add(value);
        self.sum = sum.ok_or_else(|| self.reader.damaged("number too large"))?;
        Ok(Some(self.sum))
    }

    fn number(&mut self) -> Result<i64, Refused> {
        if self.kind == ColumnKind::Delta {
            return self.reader.signed();
        }
        let value = self.reader.unsigned()?;
        i64::try_from(value).map_err(|_| self.reader.damaged("number too large"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three times 5, then 1 and 2, then two nulls.
    const COLUMN: [u8; 7] = [3, 5, 0x7e, 1, 2, 0, 2];

    #[test]
    fn runs_are_counted_and_laid_out() {
        assert_eq!(count(ColumnKind::Unsigned, &COLUMN, 0), Ok(7));
        let mut numbers = Numbers::new(ColumnKind::Unsigned, &COLUMN, 0);
        let mut all = Vec::new();
        while let Some(value) = numbers.next().unwrap() {
            all.push(value);
        }
        assert_eq!(all, [5, 5, 5, 1, 2, 0, 0]);
        let mut sums = Numbers::new(ColumnKind::Delta, &COLUMN[..2], 0);
        assert_eq!(sums.next(), Ok(Some(5)));
        assert_eq!(sums.next(), Ok(Some(10)));
    }

    #[test]
    fn a_run_of_billions_is_counted_at_once() {
        let column = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x3f, 1].repeat(1000);
        assert!(count(ColumnKind::Unsigned, &column, 0).unwrap() > 1 << 50);
    }

    #[test]
    fn a_literal_run_longer_than_its_bytes_is_damaged() {
        assert!(count(ColumnKind::Text, &[0x80, 0x80, 0x40, 1, b'a'], 0).is_err());
    }
}
