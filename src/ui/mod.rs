//! The screen: signals, actions, components. Talks to the app through [`command::Command`] only.

pub mod actions;
pub mod attribute;
pub mod board;
pub mod boxed;
pub mod command;
pub mod dates;
pub mod element;
pub mod history;
pub mod icons;
pub mod library;
pub mod memo;
pub mod mirror;
pub mod names;
pub mod node_ref;
pub mod notices;
pub mod panels;
pub mod prelude;
pub mod root;
pub mod selection;
pub mod shell;
pub mod signal;
pub mod typing;
pub mod views;
pub mod widgets;
pub mod you;
