//! Splits a task line into name, score and actors, by what its writer meant.

use super::number::number;
use super::separator::{Separator, Sign, separators};
use super::source::trim;

/// How a task's score stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Score {
    /// A number, of any size.
    Number(f64),
    /// Something else than a number stands after the name; the name holds it.
    Words,
    /// Nothing stands after the name.
    Missing,
}

/// A task line in its parts, still escaped.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Task<'a> {
    /// The name; the whole line if no score was found.
    pub name: &'a str,
    /// The score.
    pub score: Score,
    /// The actors, separated by commas; empty if there are none.
    pub actors: &'a str,
    /// What follows a further colon after the actors.
    pub after: &'a str,
    /// A comment at the end of the line, with its `#`.
    pub comment: &'a str,
}

/// Where a score was found: end of the name, its value, start of what follows.
type Found = (usize, f64, usize);

/// Splits a line that is a task.
///
/// Readings are tried in turn, the first with a number wins: colons; colons between digits too (but
/// not those of clock times, ever); arrows too; commas too.
pub(super) fn split(line: &str) -> Task<'_> {
    let all = separators(line);
    let found = scored(line, &all)
        .or_else(|| find(line, &all, &[Sign::Colon, Sign::Ratio, Sign::Arrow], false))
        .or_else(|| find(line, &all, &[Sign::Colon, Sign::Ratio, Sign::Arrow, Sign::Comma], true));
    if let Some((name, score, rest)) = found {
        return tail(line, &all, rest, trim(&line[..name]), Score::Number(score));
    }
    let mut colons = all.iter().filter(|separator| separator.sign == Sign::Colon);
    let Some(first) = colons.next() else {
        return Task { name: line, score: Score::Missing, actors: "", after: "", comment: "" };
    };
    let (field, rest) = match colons.next() {
        Some(second) => (&line[first.end..second.start], second.end),
        None => (&line[first.end..], line.len()),
    };
    if trim(field).is_empty() {
        return tail(line, &all, rest, trim(&line[..first.start]), Score::Missing);
    }
    Task { name: line, score: Score::Words, actors: "", after: "", comment: "" }
}

/// Whether a line has the strict shape of a task, a number after a colon, and whether actors follow.
pub(super) fn shape(line: &str) -> Option<bool> {
    let all = separators(line);
    scored(line, &all).map(|(_, _, rest)| !trim(&line[rest..]).is_empty())
}

/// The score by colons alone.
fn scored(line: &str, all: &[Separator]) -> Option<Found> {
    find(line, all, &[Sign::Colon], false)
        .or_else(|| find(line, all, &[Sign::Colon, Sign::Ratio], false))
}

/// Looks for a field that is a number, or begins with one before a comma or arrow. Of several, one
/// set off by a space is meant rather than a port or ratio; `last` takes the last instead.
fn find(line: &str, all: &[Separator], signs: &[Sign], last: bool) -> Option<Found> {
    let used: Vec<Separator> = all.iter().copied().filter(|s| signs.contains(&s.sign)).collect();
    let field = |place: usize| {
        let end = used.get(place + 1).map_or(line.len(), |next| next.start);
        &line[used[place].end..end]
    };
    let whole = |place: &usize| number(before_comment(field(*place))).is_some();
    let spaced = |place: &usize| {
        let separator = used[*place];
        line[separator.end..].starts_with(char::is_whitespace)
            || line[..separator.start].ends_with(char::is_whitespace)
    };
    let exact = if last {
        (0..used.len()).rev().find(whole)
    } else {
        (0..used.len()).find(|at| whole(at) && spaced(at)).or_else(|| (0..used.len()).find(whole))
    };
    if let Some(place) = exact {
        let text = before_comment(field(place));
        let next = used.get(place + 1).filter(|_| text.len() == field(place).len());
        let rest = next.map_or(used[place].end + text.len(), |next| next.end);
        return number(text).map(|value| (used[place].start, value, rest));
    }
    used.iter().find_map(|separator| {
        let inner = all
            .iter()
            .find(|s| s.start >= separator.end && matches!(s.sign, Sign::Comma | Sign::Arrow))?;
        let value = number(&line[separator.end..inner.start])?;
        Some((separator.start, value, inner.end))
    })
}

/// Cuts what follows the score into actors, text after them and a comment.
fn tail<'a>(
    line: &'a str,
    all: &[Separator],
    rest: usize,
    name: &'a str,
    score: Score,
) -> Task<'a> {
    let end = rest + before_comment(&line[rest..]).len();
    let stop = all
        .iter()
        .find(|s| s.start >= rest && s.end <= end && !matches!(s.sign, Sign::Comma | Sign::Ratio));
    let (actors, after) = match stop {
        Some(stop) => (&line[rest..stop.start], &line[stop.end..end]),
        None => (&line[rest..end], ""),
    };
    let actors = trim(trim(actors).trim_end_matches(';'));
    Task { name, score, actors, after: trim(after), comment: trim(&line[end..]) }
}

/// The part of a field before ` # `, which begins a comment there; `#1` does not.
fn before_comment(field: &str) -> &str {
    let comment = field.match_indices('#').find(|(at, _)| {
        let open = field[..*at].chars().next_back().is_none_or(char::is_whitespace);
        open && field[at + 1..].chars().next().is_none_or(char::is_whitespace)
    });
    comment.map_or(field, |(at, _)| &field[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (&str, Option<f64>, &str) {
        let task = split(line);
        let score = match task.score {
            Score::Number(value) => Some(value),
            _ => None,
        };
        (task.name, score, task.actors)
    }

    #[test]
    fn colons_of_times_ratios_and_addresses_belong_to_the_name() {
        for (line, expected) in [
            ("Buy: 5: Me, You", ("Buy", Some(5.0), "Me, You")),
            ("Buy:5:Me", ("Buy", Some(5.0), "Me")),
            ("Reminder at 3:30 PM: 5: X", ("Reminder at 3:30 PM", Some(5.0), "X")),
            ("Meet at 3:30: 5: X", ("Meet at 3:30", Some(5.0), "X")),
            ("Meet at 3:30:5:X", ("Meet at 3:30", Some(5.0), "X")),
            ("Start 10:15:30: 2", ("Start 10:15:30", Some(2.0), "")),
            ("Screen 16:9: 4: Me", ("Screen 16:9", Some(4.0), "Me")),
            ("Task1:5:Me", ("Task1", Some(5.0), "Me")),
            ("See http://localhost:8080: 3: Dev", ("See http://localhost:8080", Some(3.0), "Dev")),
            ("Sprint 1: plan: 4: Me", ("Sprint 1: plan", Some(4.0), "Me")),
            ("Child#1: 4: Kid #2", ("Child#1", Some(4.0), "Kid #2")),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn other_signs_stand_for_a_colon() {
        for (line, expected) in [
            ("购买：５：用户、商家", ("购买", Some(5.0), "用户、商家")),
            ("شراء: ٤: عميل، بائع", ("شراء", Some(4.0), "عميل، بائع")),
            ("Buy, 5, Me, You", ("Buy", Some(5.0), "Me, You")),
            ("Milk, eggs, 5, Me", ("Milk, eggs", Some(5.0), "Me")),
            ("Buy: 5, Me, You", ("Buy", Some(5.0), "Me, You")),
            ("Buy -> 5 -> Me", ("Buy", Some(5.0), "Me")),
            ("Buy → 5: Me", ("Buy", Some(5.0), "Me")),
            ("Buy --> 5 => Me", ("Buy", Some(5.0), "Me")),
            ("Home -> shop: 4: Me", ("Home -> shop", Some(4.0), "Me")),
            ("Buy: 3,5: Me", ("Buy", Some(3.5), "Me")),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn without_a_number_the_name_keeps_the_whole_line() {
        assert_eq!(split("Buy: great: Me").score, Score::Words);
        assert_eq!(read("Buy: great: Me"), ("Buy: great: Me", None, ""));
        assert_eq!(split("Buy").score, Score::Missing);
        assert_eq!(split("Meet at 3:30").score, Score::Missing);
        assert_eq!(read("Buy: : Me"), ("Buy", None, "Me"));
        assert_eq!(read("Buy:"), ("Buy", None, ""));
        assert_eq!(read("A: 5:"), ("A", Some(5.0), ""));
    }

    #[test]
    fn what_follows_the_actors_is_set_apart() {
        let task = split("Buy: 5: Me: more # why");
        assert_eq!((task.actors, task.after, task.comment), ("Me", "more", "# why"));
        let task = split("Buy: 5 # why");
        assert_eq!((task.score, task.actors, task.comment), (Score::Number(5.0), "", "# why"));
        assert_eq!(split("Buy: 5: Me;").actors, "Me");
    }
}
