//! Pieces of screen that know nothing of maps.

pub mod button;
pub mod confirm;
pub mod menu;
pub mod modal;
