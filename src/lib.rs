//! Parcours: journey maps and experience maps as Automerge documents.
//!
//! # The road of an edit
//!
//! ```text
//! key or pointer ─▶ action ─▶ edit ─▶ one Automerge transaction ─▶ change ─┬▶ signals ─▶ DOM
//!                                                                          ├▶ bytes ─▶ IndexedDB
//! another tab, a file ───────────── merge ────────────────────────────────▶┘└▶ bytes ─▶ other tabs
//! ```
//!
//! # Rooms
//!
//! Imports run downwards only; `tests/tidy.rs` holds it.
//!
//! - [`model`]: what a map is, how it is written, read, merged, undone. Imports no other room.
//! - [`i18n`]: every text on the screen, in English and French. Imports no other room.
//! - [`session`]: one open map: an edit or a merge in, a [`session::Change`] out.
//! - [`analysis`]: values computed from a map (sizes, counts). No screen, no storage.
//! - [`geometry`]: the board and the curve as rectangles, texts and paths.
//! - [`exchange`]: one file per foreign format; each gives or takes a [`model::draft::Draft`].
//! - [`worker`]: what workers do: a disposable one with bytes from strangers, one that stays with the
//!   history of the map on the board.
//! - `browser` (feature `web`): the only room that knows web storage, tabs, files, clock.
//! - `ui` (feature `web`): signals, actions, components. Never imports `browser`.
//! - `app` (feature `web`): wires all of them.
//!
//! # What never happens
//!
//! - The core calls no clock, draws no random number and knows no browser: time and fresh ids come in
//!   as arguments ([`model::Source`]).
//! - Nothing but [`model::edit`] writes a document; nothing repairs one silently after a merge.
//! - No change is ever removed: undoing a merge is a new change.
//! - Automerge bytes from strangers are not parsed on the page before a disposable worker has loaded,
//!   checked and saved them without harm; the page takes what that worker gives back.

pub mod analysis;
pub mod exchange;
pub mod geometry;
pub mod i18n;
pub mod model;
pub mod session;
pub mod worker;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod ui;
