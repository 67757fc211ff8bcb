//! A map in plain words, one line a thing: what expectations beside kept files are written in.

use parcours::model::map::Value;
use parcours::model::{GoalField, Id, List, Map, Thing};
use parcours::session::Session;

/// What a session's map shows and holds.
pub fn outline(session: &Session) -> String {
    let map = session.map();
    let mut lines = vec![format!("{:?} {:?}", map.kind, map.title)];
    for column in &map.columns {
        let step = column.step.map(|id| map.steps[&id].name.clone());
        lines.push(format!("column {:?} {step:?}", map.stages[&column.stage].name));
    }
    for persona in &map.cast {
        lines.push(format!("persona {:?}", map.personas[persona].name));
    }
    for lane in &map.rows {
        lines.push(format!("lane {} {:?}", map.lanes[lane].kind.word(), map.lanes[lane].name));
        for step in map.columns.iter().filter_map(|column| column.step) {
            for card in map.cell(*lane, step) {
                lines.push(format!("  {} {}", place(map, step), card_line(map, *card)));
            }
        }
    }
    for persona in &map.cast {
        for step in map.columns.iter().filter_map(|column| column.step) {
            if let Some(feeling) = map.feelings.get(&(*persona, step)) {
                let name = &map.personas[persona].name;
                let level = feeling.level;
                let at = place(map, step);
                lines.push(format!("feeling {name:?} {at} {level:?} {:?}", feeling.name));
            }
        }
    }
    let mut beside: Vec<String> = Vec::new();
    for (thing, own) in &map.details {
        let words = |(detail, one): &(_, _)| format!("{detail:?} {}", value(map, one));
        let all: Vec<String> = own.iter().map(words).collect();
        beside.push(format!("details {}: {}", name(map, *thing), all.join(", ")));
    }
    for note in map.notes.values().filter(|note| note.deleted.is_none()) {
        beside.push(format!("{:?} {}: {:?}", note.field, name(map, note.of), note.text));
    }
    for path in map.paths.values().filter(|path| path.deleted.is_none()) {
        let ends = [path.from, path.to].map(|step| place(map, step));
        beside.push(format!("{:?} {ends:?}: {:?}", path.kind, path.condition));
    }
    for (card, tags) in &map.tags {
        beside.push(format!("tags {}: {tags:?}", name(map, Thing::Card(*card))));
    }
    for list in List::ALL {
        let names = map.list(list).iter().map(|id| name(map, Thing::Entry(list, *id)));
        beside.extend(names.enumerate().map(|(at, name)| format!("{at} {name}")));
    }
    let written = GoalField::ALL.into_iter().filter(|field| !map.goal(*field).is_empty());
    beside.extend(written.map(|field| format!("goal {}: {:?}", field.key(), map.goal(field))));
    for (from, all) in &map.ties {
        beside
            .extend(all.iter().map(|to| format!("tie {} → {}", name(map, *from), name(map, *to))));
    }
    beside.sort();
    lines.extend(beside);
    let mut away: Vec<String> =
        map.unplaced().iter().map(|id| format!("tray {}", card_line(map, *id))).collect();
    away.extend(session.deleted().iter().map(|thing| format!("bin {}", name(map, *thing))));
    away.extend(map.choices.values().flatten().map(|choice| {
        let mut values: Vec<String> =
            choice.options.iter().map(|one| value(map, &one.value)).collect();
        values.sort();
        format!("choice {} {:?}: {}", name(map, choice.thing), choice.field, values.join(" or "))
    }));
    away.sort();
    lines.extend(away);
    lines.extend(session.merges().iter().map(|row| format!("merge undone={}", row.undone)));
    lines.extend(session.variants().iter().map(|one| format!("variant {:?}", one.name)));
    lines.join("\n") + "\n"
}

fn place(map: &Map, step: Id) -> String {
    let one = &map.steps[&step];
    let stage = map.stages.get(&one.stage).map_or("?", |stage| stage.name.as_str());
    let name = if one.name.is_empty() { stage } else { &one.name };
    format!("{name:?}")
}

fn card_line(map: &Map, card: Id) -> String {
    let one = &map.cards[&card];
    let star = if one.star { " ★" } else { "" };
    let channel = one.channel.as_ref().map(|word| format!(" [{word}]")).unwrap_or_default();
    format!("{:?}{star}{channel}", one.text)
}

fn name(map: &Map, thing: Thing) -> String {
    match thing {
        Thing::Map => "map".to_owned(),
        Thing::Stage(id) => format!("stage {:?}", map.stages[&id].name),
        Thing::Step(id) => format!("step {:?}", map.steps[&id].name),
        Thing::Lane(id) => format!("lane {:?}", map.lanes[&id].name),
        Thing::Card(id) => format!("card {}", card_line(map, id)),
        Thing::Persona(id) => format!("persona {:?}", map.personas[&id].name),
        Thing::Version(id) => format!("version {:?}", map.versions[&id].name),
        Thing::View(id) => format!("view {:?}", map.views[&id].name),
        Thing::Entry(list, _) => format!("{} {:?}", list.root(), map.called(thing)),
        Thing::Goal(field) => format!("goal {}", field.key()),
        Thing::Note(id) => format!("note {:?}", map.notes[&id].text),
        Thing::Path(id) => format!("path {:?}", map.paths[&id].condition),
        Thing::Feeling { persona, step } => {
            format!("feeling {:?} {}", map.personas[&persona].name, place(map, step))
        }
    }
}

/// A value without ids: a place as the names it leads to.
fn value(map: &Map, value: &Value) -> String {
    let Value::Text(text) = value else { return format!("{value:?}") };
    let parts: Vec<String> = text
        .split('|')
        .map(|part| match Id::parse(part) {
            Some(id) => map
                .lanes
                .get(&id)
                .map(|lane| lane.name.clone())
                .or_else(|| map.steps.get(&id).map(|_| place(map, id)))
                .unwrap_or_else(|| "?".to_owned()),
            None => part.to_owned(),
        })
        .collect();
    format!("{:?}", parts.join("|"))
}
