//! Foreign formats end to end: diagrams and tables in, tables out, the examples.

use parcours::exchange::{example::read as read_example, mermaid, table};
use parcours::model::draft::{CardDraft, Draft};
use parcours::model::ids::Seeded;
use parcours::model::map::{Card, Column, Feeling, Lane, Persona, Stage, Step};
use parcours::model::{Id, Map, Source};

/// A map with a draft's content, built by hand.
fn map_of(draft: &Draft) -> Map {
    let mut ids = Seeded::new(7);
    let mut map = Map { title: draft.title.clone(), ..Map::default() };
    let index = String::new;
    let mut columns: Vec<Vec<Id>> = Vec::new();
    for stage in &draft.stages {
        let id = ids.id();
        let named = Stage { name: stage.name.clone(), index: index(), deleted: None };
        map.stages.insert(id, named);
        let names = if stage.steps.is_empty() { vec![String::new()] } else { stage.steps.clone() };
        columns.push(names.iter().map(|_| ids.id()).collect());
        for (step, name) in columns[columns.len() - 1].iter().zip(names) {
            map.steps.insert(*step, Step { name, stage: id, index: index(), deleted: None });
            map.columns.push(Column { stage: id, step: Some(*step) });
        }
    }
    for lane in &draft.lanes {
        let id = ids.id();
        let (kind, name) = (lane.kind, lane.name.clone());
        map.lanes.insert(id, Lane { kind, name, index: index(), deleted: None });
        map.rows.push(id);
    }
    for name in &draft.personas {
        let id = ids.id();
        map.personas.insert(id, Persona { name: name.clone(), index: index(), deleted: None });
        map.cast.push(id);
    }
    for card in &draft.cards {
        let id = ids.id();
        let (lane, step) = (map.rows[card.lane], columns[card.stage][card.step]);
        map.cells.entry((lane, step)).or_default().push(id);
        let CardDraft { text, star, channel, .. } = card.clone();
        map.cards.insert(
            id,
            Card { text, rich: None, lane, step, index: index(), star, channel, deleted: None },
        );
    }
    for felt in &draft.feelings {
        let key = (map.cast[felt.persona], columns[felt.stage][felt.step]);
        map.feelings.insert(key, Feeling { level: felt.level, name: felt.name.clone() });
    }
    map
}

/// The parts of a draft in an order that does not depend on how it came about.
fn parts(draft: &Draft) -> (Vec<String>, Vec<String>, Vec<String>) {
    let stages = draft.stages.iter().map(|stage| format!("{stage:?}")).collect();
    let lanes = draft.lanes.iter().map(|lane| format!("{lane:?}")).collect();
    let mut rest: Vec<String> = draft.cards.iter().map(|card| format!("{card:?}")).collect();
    rest.extend(draft.feelings.iter().map(|felt| format!("{felt:?}")));
    rest.sort();
    (stages, lanes, rest)
}

const BOARD: &str = r#"{
    "personas": ["Ana", "Ben"],
    "stages": [{"name": "Buy", "steps": ["Find", "Pay & \"go\""]}, {"name": "Use"}],
    "lanes": [{"kind": "Actions", "name": "Customer actions"}, {"kind": "Emotions", "name": "Emotions"},
        {"kind": "Touchpoints", "name": "Touchpoints"}, {"kind": "Text", "name": "Ours"}],
    "cards": [
        {"lane": 0, "stage": 0, "step": 0, "text": "=cmd|x"},
        {"lane": 0, "stage": 0, "step": 1, "text": "<b>bold</b> & more", "star": true},
        {"lane": 0, "stage": 0, "step": 1, "text": "two\nlines"},
        {"lane": 2, "stage": 1, "step": 0, "text": "size guide", "channel": "web"},
        {"lane": 2, "stage": 1, "step": 0, "text": "counter", "channel": "shop", "star": true},
        {"lane": 3, "stage": 1, "step": 0, "text": "say \"hi\"\tthere"}],
    "feelings": [
        {"persona": 0, "stage": 0, "step": 0, "level": -3, "name": "lost"},
        {"persona": 1, "stage": 0, "step": 0, "level": 2, "name": ""},
        {"persona": 1, "stage": 0, "step": 1, "level": null, "name": "calm"},
        {"persona": 0, "stage": 1, "step": 0, "level": 4, "name": "proud"}]
}"#;

#[test]
fn a_board_copied_as_a_table_and_pasted_is_the_same_board() {
    let board: Draft = serde_json::from_str(BOARD).unwrap();
    let map = map_of(&board);
    let words = table::TableWords::default();
    let tsv = table::to_draft(&table::read_tsv(&table::to_tsv(&map)), &words).unwrap();
    assert_eq!(parts(&tsv), parts(&board));
    assert_eq!(tsv.personas, board.personas);
    let html = table::to_html(&map);
    let html = table::to_draft(&table::read_html(&html).unwrap(), &words).unwrap();
    // HTML folds a tab into a space.
    let text = BOARD.replace("\\t", " ");
    assert_eq!(parts(&html), parts(&serde_json::from_str(&text).unwrap()));
}

#[test]
fn what_a_spreadsheet_would_run_is_text_and_numbers_stay_numbers() {
    let mut board: Draft = serde_json::from_str(BOARD).unwrap();
    board.personas.truncate(1);
    board.feelings.retain(|felt| felt.persona == 0);
    board.feelings[0].name.clear();
    let tsv = table::to_tsv(&map_of(&board));
    assert_eq!(tsv.lines().nth(2), Some("Customer actions\t'=cmd|x\t\"• ★ <b>bold</b> & more"));
    assert!(tsv.contains("\nEmotions\t-1.5\t\t2 proud\n"), "{tsv}");
    assert!(table::to_html(&map_of(&board)).contains("<td>'=cmd|x</td>"));
}

/// Everything an import kept: every text of the draft and of the leftovers.
fn kept(imported: &mermaid::Imported) -> String {
    let draft = &imported.draft;
    let mut all = vec![draft.title.as_str()];
    all.extend(draft.personas.iter().map(String::as_str));
    all.extend(draft.stages.iter().map(|stage| stage.name.as_str()));
    all.extend(draft.stages.iter().flat_map(|stage| stage.steps.iter().map(String::as_str)));
    all.extend(imported.leftovers.iter().map(|leftover| leftover.text.as_str()));
    all.join("\n")
}

/// The words of a text that are neither numbers nor keywords of the grammar.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        let keyword = ["journey", "title", "section", "acctitle", "accdescr"];
        word.chars().any(char::is_alphabetic) && !keyword.contains(&word.to_lowercase().as_str())
    })
}

/// A file as people keep them: prose, a journey, another diagram. The Russian says: "Renting a boat",
/// "Before", "Finds the harbour", "Asks the price", "On the water", "Loses an oar", "Guest".
const MARKDOWN: &str = "# Заметки\n\n```mermaid\njourney
    title Прокат лодки
    section До
      Находит причал: 3: Гость
      Узнаёт цену: 4: Гость
    section На воде
      Теряет весло: 2: Гость\n```\n
```mermaid\ngraph TD\n    A[Лодка] --> B[Весло]\n```\n";

#[test]
fn no_word_of_a_journey_in_markdown_is_lost() {
    let imported = mermaid::read(MARKDOWN).unwrap();
    let draft = &imported.draft;
    assert_eq!(draft.title, "Прокат лодки");
    assert_eq!(draft.stages[0].steps, ["Находит причал", "Узнаёт цену"]);
    let levels: Vec<_> = draft.feelings.iter().filter_map(|felt| felt.level).collect();
    assert_eq!((levels, imported.leftovers.len(), imported.blocks), (vec![0, 2, -2], 0, 1));
    assert_eq!(mermaid::blocks(MARKDOWN)[0].start_line, 4);
    assert_nothing_lost(MARKDOWN);
}

fn assert_nothing_lost(markdown: &str) {
    let imported = mermaid::read_all(markdown).unwrap();
    let kept: String = imported.iter().map(kept).collect();
    for block in mermaid::blocks(markdown) {
        assert_eq!(words(&block.text).find(|word| !kept.contains(word)), None);
    }
}

#[test]
fn no_word_of_the_real_samples_is_lost_where_they_lie_beside_the_repository() {
    let folders = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let samples = folders.filter_map(|folder| folder.join("shared/samples").read_dir().ok()).next();
    let paths = samples.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    for path in paths.filter(|path| path.to_string_lossy().contains("writer-app-journey")) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert_nothing_lost(&text);
        let draft = mermaid::read(&text).unwrap().draft;
        let steps: usize = draft.stages.iter().map(|stage| stage.steps.len()).sum();
        assert_eq!((draft.stages.len(), steps), (4, 13), "{}", path.display());
    }
}

/// Lines as people write them; each `@` becomes a fresh word.
const SHAPES: [&str; 30] = [
    "title @ @",
    "title: @",
    "Title @: 4: @",
    "section @ @",
    "section @ 1: @",
    "Section 8 @: 2: @",
    "section",
    "@ @: 5: @, @",
    "  @: 3",
    "@: 3.5: @",
    "@: 0: @: @",
    "@ at 3:30 PM: 9: @",
    "@: @: @",
    "@",
    "@：４：@、@",
    "@, 5, @",
    "@ -> 2 -> @",
    "@ → ٤، @",
    "@#1; @: 3: @#2",
    "@ #58; @: 4: @#44; @",
    "%% @",
    "# @",
    "@: 4: @ # @",
    "accTitle: @",
    "accDescr: @",
    "accDescr { @",
    "@ } @: 3",
    "%%{init: @}%% @: 3",
    "🙂 @ ‏@: 1: @,, @,",
    "@: :@",
];

/// A diagram of random lines and the words in it.
fn generated(seed: u64) -> (String, Vec<String>) {
    let mut random = Seeded::new(seed);
    let mut text = "journey\n".to_owned();
    let mut words = Vec::new();
    for _ in 0..random.below(20) {
        for (place, part) in SHAPES[random.below(SHAPES.len())].split('@').enumerate() {
            if place > 0 {
                let word =
                    format!("{}{}x", ["w", "é", "слово", "字"][random.below(4)], words.len());
                text.push_str(&word);
                words.push(word);
            }
            text.push_str(part);
        }
        text.push_str(["\n", "\r\n", "\n\n"][random.below(3)]);
    }
    (text, words)
}

#[test]
fn no_word_of_a_generated_diagram_is_lost() {
    for seed in 0..5_000 {
        let (text, words) = generated(seed);
        let imported = mermaid::read(&text).unwrap();
        let kept = kept(&imported);
        assert_eq!(words.iter().find(|word| !kept.contains(*word)), None, "{seed}: {text}\n{kept}");
        assert_sound(&imported.draft);
    }
}

/// Every index points into the draft's lists and every level lies on the curve.
fn assert_sound(draft: &Draft) {
    let column = |stage: usize, step: usize| step < draft.stages[stage].steps.len().max(1);
    for card in &draft.cards {
        assert!(card.lane < draft.lanes.len() && column(card.stage, card.step), "{card:?}");
    }
    for felt in &draft.feelings {
        let level = felt.level.is_none_or(|level| (-4..=4).contains(&level));
        let persona = felt.persona < draft.personas.len().max(1);
        assert!(level && persona && column(felt.stage, felt.step), "{felt:?}");
    }
}

#[test]
fn broken_input_of_any_kind_is_survived() {
    let signs: Vec<char> =
        "journey\n\r\t title:section%{}#;,->→：5٤.'\"`~<>/table tr td br & é🙂\u{feff}\u{200f}"
            .chars()
            .collect();
    let words = table::TableWords::default();
    for seed in 0..1_500 {
        let mut random = Seeded::new(seed);
        let mut text: Vec<char> = match seed % 3 {
            0 => generated(seed).0.chars().collect(),
            1 => "<table><tr><td colspan=2>a<td>b<tr><th rowspan=3>&#x41;<td>c</table>"
                .chars()
                .collect(),
            _ => "```mermaid\njourney\nA: 3: B\n```\n\t\"a\"\tb\n".chars().collect(),
        };
        for _ in 0..random.below(12) {
            let at = random.below(text.len() + 1);
            match random.below(3) {
                0 => text.insert(at, signs[random.below(signs.len())]),
                1 => text.truncate(text.len() - at % 5.min(text.len().max(1))),
                _ => text.extend_from_within(at.min(text.len() / 2)..text.len() / 2),
            }
        }
        let text: String = text.into_iter().collect();
        for imported in mermaid::read_all(&text).into_iter().flatten() {
            assert_sound(&imported.draft);
        }
        let grids = [table::read_html(&text).unwrap_or_default(), table::read_tsv(&text)];
        for draft in grids.iter().filter_map(|grid| table::to_draft(grid, &words)) {
            assert_sound(&draft);
        }
    }
}

#[test]
fn long_lines_and_open_ends_take_no_long_time() {
    let start = std::time::Instant::now();
    for piece in [
        "<br",
        ":",
        "a: ",
        "accDescr {\n",
        "accDescr{a}",
        "%%{\n",
        "#",
        ",5",
        "->",
        "\"a\t",
        "<td>",
        "&",
        "```mermaid\n",
    ] {
        let long = format!("journey\n{}", piece.repeat(200_000 / piece.len()));
        let _ = mermaid::read(&long);
        let _ = table::read_tsv(&long);
        let _ = table::read_html(&format!("<table><tr><td>{long}"));
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// An example by name and language.
fn example(name: &str) -> Draft {
    let path = format!("{}/public/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Every text of a draft.
fn texts(draft: &Draft) -> Vec<&str> {
    let mut all = vec![draft.title.as_str()];
    all.extend(draft.personas.iter().map(String::as_str));
    all.extend(draft.lanes.iter().map(|lane| lane.name.as_str()));
    all.extend(draft.stages.iter().map(|stage| stage.name.as_str()));
    all.extend(draft.stages.iter().flat_map(|stage| stage.steps.iter().map(String::as_str)));
    all.extend(draft.cards.iter().map(|card| card.text.as_str()));
    all
}

#[test]
fn the_examples_are_whole_and_dense() {
    for (name, stages, steps) in [("experience", 3, 10), ("journey", 4, 13)] {
        for language in ["en", "fr"] {
            let draft = example(&format!("{name}.{language}"));
            assert_sound(&draft);
            assert_eq!(draft.stages.len(), stages);
            assert_eq!(draft.stages.iter().map(|s| s.steps.len()).sum::<usize>(), steps);
            assert!(draft.cards.iter().filter(|card| card.star).count() >= 3);
            assert!(draft.cards.iter().any(|card| card.text.starts_with("Source")));
            assert_eq!(draft.feelings.len(), draft.personas.len() * steps);
            for text in texts(&draft) {
                assert!(!text.trim().is_empty() && text.chars().count() <= 200, "{text}");
                assert!(!text.contains('\''), "{text}");
            }
            let known =
                |channel: &String| parcours::model::map::CHANNELS.contains(&channel.as_str());
            assert!(draft.cards.iter().filter_map(|card| card.channel.as_ref()).all(known));
        }
    }
}

#[test]
fn the_examples_have_one_shape_in_both_languages() {
    for name in ["experience", "journey"] {
        let shapes = ["en", "fr"].map(|language| {
            let mut draft = example(&format!("{name}.{language}"));
            draft.title.clear();
            draft.personas.iter_mut().for_each(String::clear);
            draft.lanes.iter_mut().for_each(|lane| lane.name.clear());
            for stage in &mut draft.stages {
                stage.name.clear();
                stage.steps.iter_mut().for_each(String::clear);
            }
            draft.cards.iter_mut().for_each(|card| card.text.clear());
            for felt in &mut draft.feelings {
                felt.name = if felt.name.is_empty() { "" } else { "word" }.to_owned();
            }
            draft
        });
        assert_eq!(shapes[0], shapes[1]);
    }
}

#[test]
fn the_french_examples_are_set_as_french_is() {
    for name in ["experience.fr", "journey.fr"] {
        for text in texts(&example(name)) {
            let mut before = ' ';
            for c in text.chars() {
                let spaced = match c {
                    ':' | '»' => before == '\u{a0}',
                    ';' | '?' | '!' => before == '\u{202f}',
                    '"' | '“' => false,
                    _ => before != '«' || c == '\u{a0}',
                };
                assert!(spaced, "{text}");
                before = c;
            }
        }
    }
}

#[test]
fn every_example_is_read_whole() {
    for name in ["journey.en", "journey.fr", "experience.en", "experience.fr"] {
        let path = format!("{}/public/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(read_example(&text), Some(example(name)), "{name}");
    }
    assert_eq!(read_example(BOARD), Some(serde_json::from_str(BOARD).unwrap()));
}
