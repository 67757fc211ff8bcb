//! Templates: the app's own in both languages, one's own map out and in again, and files of strangers.

#[path = "story/random.rs"]
mod random;
mod story;

use parcours::exchange::template::{AREAS, Fault, TemplateFile, Wrong, read, read_all};
use parcours::model::draft::{Draft, Part};
use parcours::model::ids::Seeded;
use parcours::model::{Detail, LaneKind, NoteField};
use parcours::session::Session;
use std::collections::BTreeSet;
use story::Board;

const EN: &str = include_str!("../public/templates/en.json");
const FR: &str = include_str!("../public/templates/fr.json");

fn made(draft: &Draft) -> Session {
    let source = &mut Seeded::new(8_000_000);
    let edit = draft.to_edit(source);
    Session::create(draft.kind, edit, source).unwrap().0
}

/// Everything of a template but its words.
fn shape(file: &TemplateFile) -> String {
    let draft = &file.draft;
    let steps: Vec<usize> = draft.stages.iter().map(|stage| stage.steps.len()).collect();
    let lanes: Vec<LaneKind> = draft.lanes.iter().map(|lane| lane.kind).collect();
    let details: BTreeSet<(Part, Detail)> =
        draft.details.iter().map(|detail| (detail.of, detail.detail)).collect();
    format!("{:?} {:?} {} {steps:?} {lanes:?} {details:?}", draft.kind, file.areas, file.pair)
}

/// Every text of a template.
fn texts(file: &TemplateFile) -> Vec<String> {
    let draft = &file.draft;
    let mut all = vec![file.name.clone(), file.about.clone()];
    for stage in &draft.stages {
        all.push(stage.name.clone());
        all.extend(stage.steps.iter().cloned());
    }
    all.extend(draft.lanes.iter().map(|lane| lane.name.clone()));
    all.extend(draft.details.iter().filter_map(|one| match &one.value {
        parcours::model::map::Value::Text(text) => Some(text.clone()),
        _ => None,
    }));
    all
}

#[test]
fn there_are_thirteen_the_same_in_both_languages_each_lane_with_a_hint() {
    let (en, fr) = (read_all(EN).unwrap(), read_all(FR).unwrap());
    assert_eq!((en.len(), fr.len()), (13, 13));
    for (en, fr) in en.iter().zip(&fr) {
        assert_eq!(shape(en), shape(fr), "{}", en.name);
        let hinted = |at: usize| {
            let here = |one: &&_| {
                let one: &parcours::model::draft::DetailDraft = one;
                one.of == Part::Lane(at) && one.detail == Detail::Hint
            };
            en.draft.details.iter().find(here).is_some()
        };
        for (at, lane) in en.draft.lanes.iter().enumerate() {
            // The curve has a hint that says how it is drawn.
            assert_eq!(hinted(at), lane.kind != LaneKind::Emotions, "{}: {}", en.name, lane.name);
        }
        assert!(!en.areas.is_empty() && en.about.len() > 40, "{}", en.name);
        let curves = en.draft.lanes.iter().filter(|lane| lane.kind == LaneKind::Emotions);
        assert_eq!(curves.count(), 1, "{}", en.name);
    }
    let names: BTreeSet<&str> = en.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), 13);
    for area in AREAS {
        assert!(en.iter().filter(|file| file.areas.contains(&area)).count() >= 4, "{area}");
    }
    assert_eq!(en.iter().filter(|file| file.pair).count(), 1);
}

#[test]
fn french_templates_are_set_as_french_is() {
    for text in read_all(FR).unwrap().iter().flat_map(texts) {
        for (at, sign) in text.char_indices().filter(|(_, it)| "?!:;»".contains(*it)) {
            assert!(text[..at].ends_with('\u{a0}'), "{sign} in {text}");
        }
        assert!(!text.contains('\'') && !text.contains('"'), "{text}");
    }
    for text in read_all(EN).unwrap().iter().flat_map(texts) {
        assert!(!text.contains('\'') && !text.contains('"'), "{text}");
    }
}

#[test]
fn a_map_made_from_each_shows_what_the_template_says() {
    for file in read_all(EN).unwrap().into_iter().chain(read_all(FR).unwrap()) {
        let session = made(&file.draft);
        let again = TemplateFile::of(session.map(), true, true);
        let said = TemplateFile { name: again.name.clone(), ..TemplateFile::default() };
        assert_eq!(shape(&TemplateFile { draft: again.draft, ..said }), {
            let plain = TemplateFile { areas: Vec::new(), pair: false, ..file.clone() };
            shape(&plain)
        });
    }
}

#[test]
fn any_map_goes_out_as_a_template_and_comes_in_the_same() {
    for seed in random::seeds(10) {
        let mut board = Board::new(seed);
        board.card("kept");
        for _ in 0..60 {
            random::apply(&mut board);
        }
        let mut file = TemplateFile::of(board.session.map(), true, true);
        (file.name, file.areas) = ("Mine".into(), vec!["sales"]);
        file.draft.title = "Mine".into();
        let back = read(&file.write());
        let Ok(back) = back else { panic!("seed {seed}: {back:?}\n{}", file.write()) };
        // A stage whose only step has no name is one without steps, and notes stand field by field.
        let sorted = |mut file: TemplateFile| {
            file.draft.notes.sort_by_key(|note| (note.of, note.field));
            file.draft.details.sort_by_key(|one| (one.of, one.detail));
            file.draft.tags.sort_by(|a, b| (a.card, &a.tag).cmp(&(b.card, &b.tag)));
            file
        };
        assert_eq!(sorted(back), sorted(file), "seed {seed}");
    }
}

#[test]
fn without_contents_only_the_structure_goes_and_without_hints_no_hint() {
    let files = read_all(EN).unwrap();
    let hinted = made(&files[3].draft);
    let count = |file: &TemplateFile, detail| {
        file.draft.details.iter().filter(|one| one.detail == detail).count()
    };
    let (with, without) =
        (TemplateFile::of(hinted.map(), false, true), TemplateFile::of(hinted.map(), false, false));
    assert_eq!((count(&with, Detail::Hint), count(&without, Detail::Hint)), (7, 0));
    assert_eq!((count(&with, Detail::Line), count(&without, Detail::Line)), (3, 3));
    for seed in random::seeds(5) {
        let mut board = Board::new(seed);
        board.card("kept");
        for _ in 0..60 {
            random::apply(&mut board);
        }
        let draft = TemplateFile::of(board.session.map(), false, true).draft;
        assert!(draft.cards.is_empty() && draft.personas.is_empty() && draft.feelings.is_empty());
        assert!(draft.notes.is_empty() && draft.tags.is_empty() && draft.paths.is_empty());
        let of_structure = |part: &Part| {
            matches!(part, Part::Map | Part::Stage(_) | Part::Step(..) | Part::Lane(_))
        };
        assert!(draft.details.iter().all(|one| of_structure(&one.of)));
        let full = TemplateFile::of(board.session.map(), true, true).draft;
        assert!(full.notes.iter().all(|note| note.field != NoteField::Comment), "{seed}");
    }
}

fn fault(place: &str, wrong: Wrong) -> Result<TemplateFile, Fault> {
    Err(Fault { place: place.into(), wrong })
}

/// A small template with something else in the place of `from`.
fn altered(from: &str, to: &str) -> Result<TemplateFile, Fault> {
    let good = r#"{"format":"parcours-template","version":1,"name":"N","kind":"journey",
 "personas":[{"name":"Ada"}],
 "stages":[{"name":"A"},{"name":"B","steps":["one","two"]}],
 "lanes":[{"kind":"actions","name":"L","details":{"hint":"H"}},{"kind":"emotions","name":"E"}],
 "cards":[{"lane":0,"stage":1,"step":1,"text":"C"}],
 "feelings":[{"persona":0,"stage":0,"level":2}],
 "paths":[{"from":{"stage":0},"to":{"stage":1,"step":1},"kind":"loop"}]}"#;
    assert!(read(good).is_ok(), "{:?}", read(good));
    assert!(good.contains(from), "{from}");
    read(&good.replace(from, to))
}

#[test]
fn a_malformed_file_is_refused_with_the_place() {
    let long = "x".repeat(6_000);
    let many = vec![r#"{"name":"A"}"#; 101].join(",");
    let cases = [
        (r#""version":1"#, r#""version":2"#, "version", Wrong::Newer),
        (r#""parcours-template""#, r#""other""#, "", Wrong::Format),
        (r#""name":"N","#, "", "name", Wrong::Missing),
        (r#""name":"N""#, r#""name":"  ""#, "name", Wrong::Text),
        (r#""name":"N""#, r#""name":7"#, "name", Wrong::Text),
        (r#""journey""#, r#""trip""#, "kind", Wrong::Unknown("trip".into())),
        (r#""kind":"actions""#, r#""kind":"acts""#, "lanes[0].kind", Wrong::Unknown("acts".into())),
        (r#""hint":"H""#, r#""hnt":"H""#, "lanes[0].details", Wrong::Unknown("hnt".into())),
        (
            r#""hint":"H""#,
            r#""hint":"H","hint":"I""#,
            "lanes[0].details",
            Wrong::Twice("hint".into()),
        ),
        (r#""hint":"H""#, r#""picture":"H""#, "lanes[0].details", Wrong::Unknown("picture".into())),
        (r#""lane":0"#, r#""lane":9"#, "cards[0].lane", Wrong::Whole(0, 1)),
        (r#""lane":0"#, r#""lane":-1"#, "cards[0].lane", Wrong::Whole(0, 1)),
        (r#""lane":0"#, r#""lane":1e99"#, "cards[0].lane", Wrong::Whole(0, 1)),
        (r#""step":1,"text""#, r#""step":2,"text""#, "cards[0].step", Wrong::Whole(0, 1)),
        (r#""text":"C""#, r#""text":"C","run":"x""#, "cards[0]", Wrong::Unknown("run".into())),
        (r#""level":2"#, r#""level":5"#, "feelings[0].level", Wrong::Whole(-4, 4)),
        (r#""persona":0"#, r#""persona":1"#, "feelings[0].persona", Wrong::Whole(0, 0)),
        (r#""kind":"loop""#, r#""kind":"jump""#, "paths[0].kind", Wrong::Unknown("jump".into())),
        (r#""from":{"stage":0}"#, r#""from":null"#, "paths[0].from", Wrong::Fields),
        (r#"["one","two"]"#, r#"{"one":1}"#, "stages[1].steps", Wrong::List),
        (r#""text":"C""#, &format!(r#""text":"{long}""#), "cards[0].text", Wrong::Long(5_000)),
        (r#"{"name":"A"}"#, &many, "stages", Wrong::Many(100)),
        (r#""lanes":["#, r#""lanes":[,"#, "", Wrong::Syntax(4)),
    ];
    for (from, to, place, wrong) in cases {
        assert_eq!(altered(from, to), fault(place, wrong), "{from} → {to}");
    }
    assert_eq!(read("[]"), fault("", Wrong::Format));
    assert_eq!(read(""), fault("", Wrong::Syntax(1)));
}

#[test]
fn no_cut_or_altered_byte_of_a_file_makes_it_panic() {
    let mut file = read_all(EN).unwrap().swap_remove(3);
    file.draft.personas = vec!["Ada".into()];
    let text = file.write();
    assert!(read(&text).is_ok());
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        assert!(read(&text[..at]).is_err());
        let mut bytes = text.clone().into_bytes();
        for other in [b'"', b'{', b']', b'9', b'\\', 0] {
            bytes[at] = other;
            if let Ok(text) = std::str::from_utf8(&bytes) {
                let _ = read(text);
            }
        }
    }
    // Lists within lists end before the stack does.
    assert!(read(&"[".repeat(100_000)).is_err());
}
