//! Cuts bytes into Automerge's chunks by their headers, and checks each one's checksum.
//!
//! After the binary format's specification, <https://automerge.org/automerge-binary-format-spec/>.

use super::Refused;
use sha2::{Digest, Sha256};

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// What a chunk is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PieceKind {
    /// A whole document.
    Document,
    /// One change.
    Change,
    /// One change, deflated as a whole; its checksum is that of the inflated change.
    Compressed,
}

/// One chunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece<'a> {
    /// What it is.
    pub(super) kind: PieceKind,
    /// The first four bytes of its SHA-256, as the header has them.
    pub(super) checksum: [u8; 4],
    /// Header and data.
    pub(super) whole: &'a [u8],
    /// Data without the header.
    pub(super) data: &'a [u8],
    /// Where the data starts in the file.
    pub(super) at: u64,
}

/// A place in bytes being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    at: u64,
}

impl<'a> Reader<'a> {
    /// Reads `bytes`, which start at `at` of the file.
    pub(super) fn new(bytes: &'a [u8], at: u64) -> Self {
        Self { rest: bytes, at }
    }

    /// Whether all was read.
    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Where in the file it stands.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// The next bytes.
    pub(super) fn take(&mut self, count: u64) -> Result<&'a [u8], Refused> {
        let taken = usize::try_from(count).ok().and_then(|count| self.rest.split_at_checked(count));
        let Some((taken, rest)) = taken else { return Err(self.damaged("cut short")) };
        self.rest = rest;
        self.at += count;
        Ok(taken)
    }

    /// The next unsigned number in LEB128.
    pub(super) fn unsigned(&mut self) -> Result<u64, Refused> {
        let (mut value, mut shift) = (0u64, 0);
        loop {
            let byte = self.take(1)?[0];
            // The tenth byte has room for one bit only.
            if shift == 63 && byte > 1 {
                return Err(self.damaged("number too large"));
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
            shift += 7;
        }
    }

    /// The next signed number in LEB128.
    pub(super) fn signed(&mut self) -> Result<i64, Refused> {
        let (mut value, mut shift) = (0i64, 0);
        loop {
            let byte = self.take(1)?[0];
            if shift == 63 && byte != 0 && byte != 0x7f {
                return Err(self.damaged("number too large"));
            }
            value |= i64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                let negative = byte & 0x40 != 0 && shift < 64;
                return Ok(if negative { value | (-1 << shift) } else { value });
            }
        }
    }

    /// The error that something is wrong here.
    pub(super) fn damaged(&self, reason: &str) -> Refused {
        Refused::Damaged { at: self.at, reason: reason.into() }
    }
}

/// The chunks of `bytes`.
///
/// # Errors
/// `NotADocument` if they don't begin like one, `Damaged` if one is cut short or its checksum is not
/// right. Bundles, which this app does not write, are refused as damaged.
pub(super) fn pieces(bytes: &[u8]) -> Result<Vec<Piece<'_>>, Refused> {
    if !bytes.starts_with(&MAGIC) {
        return Err(Refused::NotADocument);
    }
    let mut reader = Reader::new(bytes, 0);
    let mut found = Vec::new();
    while !reader.is_empty() {
        found.push(piece(bytes, &mut reader)?);
    }
    Ok(found)
}

fn piece<'a>(bytes: &'a [u8], reader: &mut Reader<'a>) -> Result<Piece<'a>, Refused> {
    let start = reader.at();
    if reader.take(4)? != MAGIC {
        return Err(Refused::Damaged { at: start, reason: "no chunk begins here".into() });
    }
    let sum = reader.take(4)?;
    let checksum = [sum[0], sum[1], sum[2], sum[3]];
    let letter = reader.take(1)?[0];
    let length = reader.unsigned()?;
    let at = reader.at();
    let data = reader.take(length)?;
    let kind = match letter {
        0 => PieceKind::Document,
        1 => PieceKind::Change,
        2 => PieceKind::Compressed,
        _ => return Err(Refused::Damaged { at: start, reason: "unknown chunk".into() }),
    };
    // The checksum of a compressed change can only be checked once it is inflated.
    if kind != PieceKind::Compressed && self::checksum(letter, data) != checksum {
        return Err(Refused::Damaged { at: start, reason: "wrong checksum".into() });
    }
    // Both fit: they are positions within `bytes`, which `take` has checked.
    Ok(Piece { kind, checksum, whole: &bytes[start as usize..reader.at() as usize], data, at })
}

/// The checksum of a chunk of type `letter` with this data.
pub(super) fn checksum(letter: u8, data: &[u8]) -> [u8; 4] {
    let mut hasher = Sha256::new();
    hasher.update([letter]);
    let mut length = data.len() as u64;
    while length >= 0x80 {
        hasher.update([(length as u8) | 0x80]);
        length >>= 7;
    }
    hasher.update([length as u8]);
    hasher.update(data);
    let hash = hasher.finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_leb128_writes_them() {
        let mut reader = Reader::new(&[0xe5, 0x8e, 0x26, 0x7f, 0x80, 0x7f], 0);
        assert_eq!(reader.unsigned(), Ok(624_485));
        assert_eq!(reader.signed(), Ok(-1));
        assert_eq!(reader.signed(), Ok(-128));
        let smallest = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
        assert_eq!(Reader::new(&smallest, 0).signed(), Ok(i64::MIN));
        assert!(Reader::new(&[0xff; 11], 0).unsigned().is_err());
        assert!(Reader::new(&[0x80], 7).signed().is_err());
    }

    #[test]
    fn other_bytes_are_no_document_and_a_cut_one_is_damaged() {
        assert_eq!(pieces(b""), Err(Refused::NotADocument));
        assert_eq!(pieces(b"%PDF-1.7"), Err(Refused::NotADocument));
        let mut document = automerge::AutoCommit::new();
        let saved = document.save();
        assert_eq!(pieces(&saved).map(|found| found.len()), Ok(1));
        assert!(matches!(pieces(&saved[..saved.len() - 1]), Err(Refused::Damaged { .. })));
        let twice = [saved.clone(), b"tail".to_vec()].concat();
        assert!(
            matches!(pieces(&twice), Err(Refused::Damaged { at, .. }) if at == saved.len() as u64)
        );
    }
}
