//! What cards rest on, as far as it lies outside them: the log's sources and the age that makes them old.

use super::state::Board;
use crate::analysis::research::{limit, months, sources};
use crate::model::{Id, List, Thing};
use crate::ui::boxed::effect;
use crate::ui::dates::today;
use crate::ui::memo::{Memo, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;

/// The sources of the log, and the day before which they are old.
pub type Grounds = Memo<(Vec<Id>, String)>;

/// Watches them.
pub fn grounds(shell: Shell) -> Grounds {
    memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let all = map.list(List::Sources).to_vec();
            let limit = if all.is_empty() { String::new() } else { limit(&today(), months(map)) };
            (all, limit)
        })
    })
}

/// The day before which sources are old; watches those that a card is tied to.
pub fn watched(board: Board, card: Thing) -> String {
    let mirror = board.shell.mirror;
    let (some, limit) = board.grounds.with(|(all, limit)| (!all.is_empty(), limit.clone()));
    if some {
        let tied: Vec<Thing> = mirror.read(|map| sources(map, card).collect());
        for source in tied {
            mirror.watch(Mark::Thing(source), |_| ());
        }
    }
    limit
}

/// Lays the board out again where the log gained or lost a source: cards that rest on none say so only on
/// a map that keeps one.
pub fn follow(board: Board) {
    let known = StoredValue::new(board.grounds.with_untracked(|(all, _)| all.clone()));
    effect(move || {
        let now = board.grounds.with(|(all, _)| all.clone());
        if known.get_value() != now {
            known.set_value(now);
            board.rebuild();
        }
    });
}
