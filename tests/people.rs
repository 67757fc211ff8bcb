//! Stories of several people: names, who wrote what, what is new, what was decided, joined, undone.

#[path = "people/mod.rs"]
mod people;
mod story;
