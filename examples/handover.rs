//! Hands a map to another program and takes it back, for the Node test of `docs/FORMAT.md`.
//!
//! `export FILE` writes a map; `merge-back ORIGINAL EDITED TITLE TEXT` edits the original here, merges
//! the edited file into it, and fails unless title, card text, the added card and the edit made here are
//! all there; then it undoes the merge. `format FILE` makes a list with a bold word and a link of its
//! card; `show FILE` prints each card's lines with their formatting.

use parcours::model::check::{Finding, check};
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::rich::{Block, Mark, Rich, lines};
use parcours::model::{Id, Kind, LaneKind, Map, Source, Thing};
use parcours::session::Session;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["export", file] => export(file),
        ["format", file] => format(file),
        ["show", file] => show(file),
        ["merge-back", original, edited, title, text] => merge_back(original, edited, title, text),
        _ => Err(
            "usage: export FILE | format FILE | show FILE | merge-back ORIGINAL EDITED TITLE TEXT"
                .to_owned(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn export(file: &str) -> Result<(), String> {
    let source = &mut Seeded::new(2);
    let ids: [Id; 5] = std::array::from_fn(|_| source.id());
    let [stage, step, lane, persona, card] = ids;
    let first = Edit::Several(vec![
        Edit::SetText { of: TextOf::Title, text: "Renting a bicycle 🚲".into() },
        Edit::AddPersona { persona, name: "Ada".into(), at: 0 },
        Edit::AddLane { lane, kind: LaneKind::Touchpoints, name: "Touchpoints".into(), at: 0 },
        Edit::AddStage { stage, step, name: "Discover".into(), at: 0 },
        Edit::SetLevel { persona, step, level: Some(3) },
        Edit::AddCard {
            card,
            lane,
            step,
            at: 0,
            text: "Looks for a station 🗺️ nearby".into(),
            star: true,
            channel: Some("app".into()),
        },
    ]);
    let created = Session::create(Kind::Journey, first, source);
    let (mut session, _) = created.map_err(|refused| format!("{refused:?}"))?;
    std::fs::write(file, session.save()).map_err(|error| error.to_string())
}

fn open(file: &str, source: &mut Seeded) -> Result<Session, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let opened = Session::open(&[bytes], source);
    Ok(opened.map_err(|error| format!("{error:?}"))?.session)
}

fn format(file: &str) -> Result<(), String> {
    let source = &mut Seeded::new(4);
    let mut session = open(file, source)?;
    let card = session.map().cards.keys().next().copied().ok_or("no card")?;
    let of = TextOf::Of(Thing::Card(card));
    let mark = |from, to, mark, value: &str| Edit::Mark {
        of,
        from,
        to,
        mark,
        value: Some(value.to_owned()),
    };
    let edit = Edit::Several(vec![
        Edit::SetText { of, text: "Looks around\nasks".into() },
        mark(0, 5, Mark::Strong, ""),
        mark(13, 17, Mark::Link, "https://example.org"),
        Edit::SetLine { of, at: 0, block: Block::Bullet },
    ]);
    session.apply(edit, 0, source).map_err(|refused| format!("{refused:?}"))?;
    std::fs::write(file, session.save()).map_err(|error| error.to_string())
}

fn show(file: &str) -> Result<(), String> {
    let session = open(file, &mut Seeded::new(5))?;
    let none = Rich::default();
    for card in session.map().cards.values() {
        for line in lines(&card.text, card.rich.as_deref().unwrap_or(&none)) {
            println!("{:?}", line.block);
            for piece in line.pieces {
                let link = piece.link.unwrap_or_default();
                println!("  {} strong={} em={} {link}", piece.text, piece.strong, piece.em);
            }
        }
    }
    Ok(())
}

fn merge_back(original: &str, edited: &str, title: &str, text: &str) -> Result<(), String> {
    let read = |file: &str| std::fs::read(file).map_err(|error| error.to_string());
    let source = &mut Seeded::new(3);
    let opened = Session::open(&[read(original)?], source);
    let mut session = opened.map_err(|error| format!("{error:?}"))?.session;
    let card = session.map().cards.keys().next().copied().ok_or("no card")?;
    let splices = vec![Splice { at: 0, delete: 0, insert: "Ada: ".into() }];
    let mine = Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices };
    session.apply(mine, 0, source).map_err(|refused| format!("{refused:?}"))?;

    let merged = session.merge_file(&read(edited)?, source).map_err(|e| format!("{e:?}"))?;
    let merge = merged.merge.ok_or("the edited file brought nothing")?;
    let (found, wanted) = (session.map(), format!("Ada: {text}"));
    let shown = found.cards.get(&card).map(|card| card.text.as_str());
    if found.title != title || shown != Some(wanted.as_str()) {
        return Err(format!("found {:?} and {shown:?}", found.title));
    }
    let cells: Vec<Vec<&str>> = found.cells.values().map(|cell| texts(found, cell)).collect();
    if cells != [[wanted.as_str(), "Asks a friend"]] {
        return Err(format!("cells: {cells:?}"));
    }
    let broken = |one: &Finding| matches!(one, Finding::Broken(_));
    if let Some(finding) = check(found).into_iter().find(broken) {
        return Err(format!("{finding:?}"));
    }
    session.undo_merge(merge, source).ok_or("the merge can't be undone")?;
    let back = session.map();
    let cells: Vec<Vec<&str>> = back.cells.values().map(|cell| texts(back, cell)).collect();
    if cells != [["Ada: Looks for a station 🗺️ nearby"]] {
        return Err(format!("after undoing the merge: {cells:?}"));
    }
    Ok(())
}

fn texts<'a>(map: &'a Map, cell: &[Id]) -> Vec<&'a str> {
    cell.iter().filter_map(|id| map.cards.get(id)).map(|card| card.text.as_str()).collect()
}
