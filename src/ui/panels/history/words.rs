//! What sittings, moments and points of the history are called.

use crate::i18n::fill;
use crate::model::map::Version;
use crate::model::timeline::{Counts, Point, Sitting, Timeline};
use crate::model::{Id, Thing};
use crate::ui::dates::{range, second};
use crate::ui::mirror::Mark;
use crate::ui::shell::Shell;

/// So many sittings are listed before one asks for more.
pub const FEW: usize = 60;

/// Whose a sitting is.
pub fn who(shell: Shell, sitting: &Sitting) -> String {
    let h = shell.t().history;
    match &sitting.person {
        Some(person) if shell.person.with(|me| me.id.to_string() == *person) => h.you.to_owned(),
        _ if !sitting.name.trim().is_empty() => sitting.name.trim().to_owned(),
        _ => h.someone.to_owned(),
    }
}

/// Who sat down, and from when to when.
pub fn sitting(shell: Shell, sitting: &Sitting) -> String {
    let when = range(shell.locale.get(), sitting.from, sitting.until);
    fill(shell.t().history.who_when, &[&who(shell, sitting), &when])
}

/// Who made the change of a moment, and when; of the last it says that it is the present.
pub fn moment(shell: Shell, line: &Timeline, at: usize) -> String {
    let Some(moment) = line.moments.get(at) else { return String::new() };
    let h = shell.t().history;
    let when = second(shell.locale.get(), moment.time);
    let who = line.sittings.get(moment.sitting).map(|one| who(shell, one)).unwrap_or_default();
    let words = fill(h.who_when, &[&who, &when]);
    if at + 1 == line.moments.len() { fill(h.who_when, &[h.now, &words]) } else { words }
}

/// What was touched, counted.
pub fn touched(shell: Shell, counts: &Counts) -> String {
    let (t, locale) = (shell.t(), shell.locale.get());
    let r = t.reports;
    let sorts = [
        (counts.stages, r.stages),
        (counts.steps, r.steps),
        (counts.lanes, r.lanes),
        (counts.cards, r.cards),
        (counts.personas, r.personas),
        (counts.feelings, r.feelings),
        (counts.notes, t.details.notes),
        (counts.paths, t.paths.paths_count),
        (counts.views, t.views.saved_views),
        (counts.lists[0], t.lists.touchpoints),
        (counts.lists[1], t.lists.sources),
        (counts.lists[2], t.lists.links),
        (counts.lists[3], t.lists.mentions),
        (counts.goals, t.lists.goal_texts),
    ];
    let found = sorts.into_iter().filter(|(count, _)| *count > 0);
    let mut words: Vec<String> = found.map(|(count, forms)| locale.count(count, forms)).collect();
    if counts.title {
        words.push(t.history.touched_title.to_owned());
    }
    if words.is_empty() { t.history.nothing_on_board.to_owned() } else { words.join(", ") }
}

/// A version as the map holds it now; watches it.
pub fn version(shell: Shell, id: Id) -> Option<Version> {
    shell.mirror.watch(Mark::Thing(Thing::Version(id)), |_| ());
    shell.mirror.read_own(|map| map.versions.get(&id).cloned())
}

/// The name of a version.
pub fn version_name(shell: Shell, id: Id) -> String {
    let name = version(shell, id).map(|version| version.name.trim().to_owned());
    let name = name.filter(|name| !name.is_empty());
    name.unwrap_or_else(|| shell.t().history.unnamed_version.to_owned())
}

/// A version within a sentence.
pub fn version_words(shell: Shell, id: Id) -> String {
    fill(shell.t().history.the_version, &[&version_name(shell, id)])
}

/// The points that can be compared, newest first, each with what it is called: the present, the moment
/// on the board, the versions, the ends of the newest sittings.
pub fn points(shell: Shell, line: &Timeline, shown: Option<usize>) -> Vec<(Point, String)> {
    let h = shell.t().history;
    let mut found = vec![(Point::Now, h.now.to_owned())];
    let is_end = |at: usize| line.sittings.iter().any(|one| one.last == at);
    if let Some(at) = shown.filter(|at| !is_end(*at) && *at < line.moments.len()) {
        let words = moment(shell, line, at);
        found.push((Point::Moment(line.moments[at].change.clone()), words));
    }
    for placed in &line.versions {
        if let Some(version) = version(shell, placed.version) {
            found.push((Point::Heads(version.heads), version_words(shell, placed.version)));
        }
    }
    let ends = line.sittings.iter().rev().skip(1).take(FEW);
    found.extend(
        ends.map(|one| (Point::Moment(line.moments[one.last].change.clone()), sitting(shell, one))),
    );
    found
}
