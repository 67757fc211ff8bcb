//! Builds a draft from the statements of one journey diagram.

use super::keyword::{after_colon, after_header, after_word, section, title};
use super::number::{Fit, level};
use super::source::{Line, Source, trim};
use super::task::{self, Score};
use super::{Imported, NotMermaid, escape};
use crate::model::draft::{Draft, FeelingDraft, Leftover, LeftoverReason, StageDraft};

/// Reads one bare diagram whose first line is line `first` of its file.
pub(super) fn read(text: &str, first: usize) -> Result<Imported, NotMermaid> {
    let source = Source::new(text, first);
    let Some(header) = source.lines.first().copied() else { return Err(NotMermaid::Empty) };
    let Some(rest) = after_header(header.text) else {
        return Err(NotMermaid::Other { line: header.number, text: header.text.to_owned() });
    };
    let mut diagram = Diagram { leftovers: source.leftovers, ..Diagram::default() };
    let mut body = source.lines;
    body[0].text = rest;
    let mut at = 0;
    while at < body.len() {
        at += diagram.statement(&body[at..]);
    }
    Ok(diagram.finish(source.title))
}

/// Whether a diagram's first statement is `journey`.
pub(super) fn is_journey(text: &str) -> bool {
    Source::new(text, 1).lines.first().is_some_and(|line| after_header(line.text).is_some())
}

#[derive(Default)]
struct Diagram<'a> {
    draft: Draft,
    leftovers: Vec<Leftover>,
    title: Option<Line<'a>>,
    spoken_title: Option<Line<'a>>,
    /// A description was found that no line closes: there is no use in looking again.
    unclosed: bool,
}

impl<'a> Diagram<'a> {
    /// Takes the statement at the head of `lines`; gives how many lines it took.
    fn statement(&mut self, lines: &[Line<'a>]) -> usize {
        let Line { number, text } = lines[0];
        if !text.chars().any(|c| c.is_alphanumeric() || !(c.is_ascii() || c.is_whitespace())) {
            self.keep(number, text, LeftoverReason::Unknown);
        } else if let Some(rest) = after_word(text, "accTitle").and_then(after_colon) {
            let title = Line { number, text: rest };
            if let Some(earlier) = self.spoken_title.replace(title) {
                self.keep(earlier.number, earlier.text, LeftoverReason::Description);
            }
        } else if let Some(rest) = after_word(text, "accDescr").and_then(after_colon) {
            self.keep(number, rest, LeftoverReason::Description);
        } else if let Some(taken) = self.description(lines) {
            return taken;
        } else if let Some(name) =
            title(text, self.title.is_some() || !self.draft.stages.is_empty())
        {
            if let Some(earlier) = self.title.replace(Line { number, text: name }) {
                self.keep(earlier.number, earlier.text, LeftoverReason::OtherTitle);
            }
        } else if let Some(name) = section(text) {
            let name = escape::plain(name);
            self.draft.stages.push(StageDraft { name, steps: Vec::new() });
        } else if after_word(text, "journey") == Some("") {
            self.keep(number, text, LeftoverReason::Unknown);
        } else {
            self.task(number, text);
        }
        1
    }

    /// Takes `accDescr { … }`, over several lines if it is closed on one of them.
    fn description(&mut self, lines: &[Line<'a>]) -> Option<usize> {
        let rest = trim(after_word(lines[0].text, "accDescr")?);
        let (open, body) = match rest.strip_prefix('{') {
            Some(body) => (0, body),
            None if rest.is_empty() => (1, lines.get(1)?.text.strip_prefix('{')?),
            None => return None,
        };
        let mut last = open;
        if !body.contains('}') && !self.unclosed {
            let close = lines.iter().skip(open + 1).position(|line| line.text.contains('}'));
            self.unclosed = close.is_none();
            last = close.map_or(open, |at| open + 1 + at);
        }
        for (place, line) in lines.iter().enumerate().take(last + 1).skip(open) {
            let text = if place == open { body } else { line.text };
            let (inside, outside) = match text.split_once('}') {
                Some(parts) if place == last => parts,
                _ => (text, ""),
            };
            self.keep(line.number, trim(inside), LeftoverReason::Description);
            let outside = trim(outside);
            if after_word(outside, "accDescr").is_some() {
                self.keep(line.number, outside, LeftoverReason::Description);
            } else if !outside.is_empty() {
                self.statement(&[Line { number: line.number, text: outside }]);
            }
        }
        Some(last + 1)
    }

    fn task(&mut self, number: usize, text: &str) {
        if self.draft.stages.is_empty() {
            self.draft.stages.push(StageDraft::default());
        }
        let task = task::split(text);
        let stage = self.draft.stages.len() - 1;
        self.draft.stages[stage].steps.push(escape::plain(task.name));
        let step = self.draft.stages[stage].steps.len() - 1;
        let cast = self.cast(task.actors, task.score);
        match task.score {
            Score::Missing => self.keep(number, text, LeftoverReason::NoScore),
            Score::Words => self.keep(number, text, LeftoverReason::ScoreNotANumber),
            Score::Number(score) => {
                let (level, fit) = level(score);
                match fit {
                    Fit::Exact => {}
                    Fit::Rounded => self.keep(number, text, LeftoverReason::ScoreRounded),
                    Fit::Clamped => self.keep(number, text, LeftoverReason::ScoreOutOfRange),
                }
                self.draft.feelings.extend(cast.into_iter().map(|persona| FeelingDraft {
                    persona,
                    stage,
                    step,
                    level: Some(level),
                    name: String::new(),
                }));
            }
        }
        self.keep(number, task.after, LeftoverReason::AfterActors);
        self.keep(number, task.comment, LeftoverReason::Comment);
    }

    /// The personas of a task, each once; new ones join the draft, the unnamed one only for a score.
    fn cast(&mut self, actors: &str, score: Score) -> Vec<usize> {
        let mut names: Vec<String> = actors
            .split([',', '，', '、', '،'])
            .map(escape::plain)
            .filter(|n| !n.is_empty())
            .collect();
        if names.is_empty() && matches!(score, Score::Number(_)) {
            names.push(String::new());
        }
        let personas = &mut self.draft.personas;
        let mut cast = Vec::new();
        for name in names {
            let known = personas.iter().position(|persona| *persona == name);
            let persona = known.unwrap_or_else(|| {
                personas.push(name);
                personas.len() - 1
            });
            if !cast.contains(&persona) {
                cast.push(persona);
            }
        }
        cast
    }

    /// Chooses the title (the diagram's own, else the front matter's, else the spoken one) and sorts
    /// the leftovers.
    fn finish(mut self, front: Option<Line<'a>>) -> Imported {
        let spoken = self.spoken_title;
        let chosen = self.title.or(front).or(spoken);
        self.draft.title = chosen.map(|title| escape::plain(title.text)).unwrap_or_default();
        for (title, reason) in
            [(front, LeftoverReason::OtherTitle), (spoken, LeftoverReason::Description)]
        {
            if let Some(other) = title.filter(|_| title != chosen) {
                self.keep(other.number, other.text, reason);
            }
        }
        if self.draft.personas == [""] {
            self.draft.personas.clear();
        }
        self.leftovers.sort_by_key(|leftover| leftover.line);
        Imported { draft: self.draft, leftovers: self.leftovers, blocks: 1 }
    }

    fn keep(&mut self, line: usize, text: &str, reason: LeftoverReason) {
        if !text.is_empty() {
            self.leftovers.push(Leftover { line, text: text.to_owned(), reason });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagram(text: &str) -> Imported {
        read(text, 1).unwrap()
    }

    fn stages(draft: &Draft) -> Vec<(&str, Vec<&str>)> {
        let stages = draft.stages.iter();
        stages.map(|s| (s.name.as_str(), s.steps.iter().map(String::as_str).collect())).collect()
    }

    fn aside(imported: &Imported) -> Vec<(usize, &str, LeftoverReason)> {
        imported.leftovers.iter().map(|l| (l.line, l.text.as_str(), l.reason)).collect()
    }

    #[test]
    fn a_diagram_becomes_stages_steps_feelings_and_personas() {
        let read = diagram(
            "journey\n title My day\n section Work\n  Tea: 5: Me\n  Up: 3.5: Me, Cat\n section Home\n  Sit: 1: Cat, Me, Me\n",
        );
        assert_eq!(read.draft.title, "My day");
        assert_eq!(stages(&read.draft), [("Work", vec!["Tea", "Up"]), ("Home", vec!["Sit"])]);
        assert_eq!(read.draft.personas, ["Me", "Cat"]);
        let feelings: Vec<_> = read
            .draft
            .feelings
            .iter()
            .map(|f| (f.persona, f.stage, f.step, f.level.unwrap()))
            .collect();
        assert_eq!(
            feelings,
            [(0, 0, 0, 4), (0, 0, 1, 1), (1, 0, 1, 1), (1, 1, 0, -4), (0, 1, 0, -4)]
        );
        assert_eq!(read.leftovers, []);
        assert!(read.draft.lanes.is_empty());
    }

    #[test]
    fn tasks_without_section_or_actors_have_an_unnamed_stage_and_persona() {
        let read = diagram("journey\nA: 2\nsection S\n");
        assert_eq!(stages(&read.draft), [("", vec!["A"]), ("S", vec![])]);
        assert!(read.draft.personas.is_empty());
        assert_eq!(read.draft.feelings[0].persona, 0);
        let mixed = diagram("journey\nA: 2: Me\nB: 3");
        assert_eq!(mixed.draft.personas, ["Me", ""]);
        assert_eq!(mixed.draft.feelings[1].persona, 1);
    }

    #[test]
    fn what_mermaid_cuts_or_refuses_is_kept() {
        let read = diagram(
            "journey title Sprint #4\nsection Sprint 1: X\nTitle page: 4: Me\nJourney begins: 3: Me\nSection 8 form; sent: 2: Me\nsection 谈：买\nBuy at 3:30 PM：５：小明、Child#1\n🙂 ברוך הבא: 4: אני",
        );
        assert_eq!(read.draft.title, "Sprint #4");
        assert_eq!(
            stages(&read.draft),
            [
                ("Sprint 1: X", vec!["Title page", "Journey begins", "Section 8 form; sent"]),
                ("谈：买", vec!["Buy at 3:30 PM", "🙂 ברוך הבא"])
            ]
        );
        assert_eq!(read.draft.personas, ["Me", "小明", "Child#1", "אני"]);
        assert_eq!(read.leftovers, []);
    }

    #[test]
    fn what_has_no_place_is_listed_with_its_line() {
        use LeftoverReason::*;
        let read = diagram(
            "---\ntitle: Front\n---\n%%{init: {}}%%\njourney\naccTitle: Spoken\naccDescr {\n one\n two } A: 0: Me: rest\n%% note\nB: well\nC\nD: 9\nE: 2.2\naccDescr: short\ntitle One\ntitle Two\n---\njourney",
        );
        assert_eq!(read.draft.title, "Two");
        assert_eq!(stages(&read.draft), [("", vec!["A", "B: well", "C", "D", "E"])]);
        assert_eq!(
            aside(&read),
            [
                (2, "Front", OtherTitle),
                (4, "%%{init: {}}%%", Setting),
                (6, "Spoken", Description),
                (8, "one", Description),
                (9, "two", Description),
                (9, "A: 0: Me: rest", ScoreOutOfRange),
                (9, "rest", AfterActors),
                (10, "%% note", Comment),
                (11, "B: well", ScoreNotANumber),
                (12, "C", NoScore),
                (13, "D: 9", ScoreOutOfRange),
                (14, "E: 2.2", ScoreRounded),
                (15, "short", Description),
                (16, "One", OtherTitle),
                (18, "---", Unknown),
                (19, "journey", Unknown),
            ]
        );
    }

    #[test]
    fn a_spoken_title_serves_when_there_is_no_other() {
        let read = diagram("journey\naccTitle: Spoken\nA: 3");
        assert_eq!((read.draft.title.as_str(), read.leftovers.len()), ("Spoken", 0));
    }

    #[test]
    fn other_diagrams_are_refused() {
        let other = Err(NotMermaid::Other { line: 2, text: "graph TD".to_owned() });
        assert_eq!(read("%% a\ngraph TD", 1), other);
        assert_eq!(read(" \n%% only", 1), Err(NotMermaid::Empty));
        assert!(read("journeys: 3", 1).is_err());
    }
}
