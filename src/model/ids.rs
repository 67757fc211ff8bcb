//! Random ids, and the one door through which time and randomness reach the core.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{Hash, Hasher};
use uuid::Uuid;

/// The id of a stage, step, lane, card, persona or any other row: a random UUID.
///
/// In the document it is written lower-case with hyphens, as `crypto.randomUUID()` gives it. The
/// default is the nil id, which no row has: it stands where a reference could not be read.
#[derive(Clone, Copy, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Id(Uuid);

// As one number: a map of ten thousand cards compares and hashes them by the hundred thousand, and the page's library
// compares bytes one by one.
impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.number() == other.number()
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u128(self.number());
    }
}

impl Id {
    fn number(&self) -> u128 {
        u128::from_ne_bytes(*self.0.as_bytes())
    }

    /// An id from 16 bytes (the bits that name version and variant are set here).
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Id(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// Reads the canonical spelling; anything else (upper case, braces, no hyphens) is `None`,
    /// because such a key would not be found again under the spelling this type prints.
    pub fn parse(text: &str) -> Option<Self> {
        let uuid = Uuid::try_parse(text).ok()?;
        let mut canonical = [0u8; 36];
        (uuid.hyphenated().encode_lower(&mut canonical) == text).then_some(Id(uuid))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// Where time and randomness come from: the browser in the app, a seed in tests.
pub trait Source {
    /// Milliseconds since 1970-01-01T00:00Z.
    fn now(&mut self) -> i64;
    /// Sixteen random bytes.
    fn random(&mut self) -> [u8; 16];
    /// A fresh id.
    fn id(&mut self) -> Id {
        Id::from_random(self.random())
    }
}

/// A repeatable [`Source`] for tests, benches and the building of constant documents
/// (SplitMix64, Steele, Lea and Flood 2014; the clock advances one second per reading).
#[derive(Clone, Debug)]
pub struct Seeded {
    state: u64,
    clock: i64,
}

impl Seeded {
    /// A source that yields the same series for the same seed.
    pub fn new(seed: u64) -> Self {
        Seeded { state: seed, clock: 1_700_000_000_000 }
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound` (which must not be 0).
    pub fn below(&mut self, bound: usize) -> usize {
        (self.bits() % bound as u64) as usize
    }
}

impl Source for Seeded {
    fn now(&mut self) -> i64 {
        self.clock += 1000;
        self.clock
    }

    fn random(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.bits().to_le_bytes());
        bytes[8..].copy_from_slice(&self.bits().to_le_bytes());
        bytes
    }
}
