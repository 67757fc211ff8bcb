//! What a map lacks for the method, worked by hand on small maps.

use parcours::analysis::standing::{Gap, Standing, columns, filled, people};
use parcours::model::draft::{CardDraft, Draft, FeelingDraft, LaneDraft, StageDraft};
use parcours::model::edit::Edit;
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::{Detail, Id, LaneKind, NoteField, Source, Thing};
use parcours::session::Session;

fn lane(kind: LaneKind) -> LaneDraft {
    LaneDraft { kind, name: kind.word().into() }
}

fn stage(name: &str, steps: &[&str]) -> StageDraft {
    StageDraft { name: name.into(), steps: steps.iter().map(|name| (*name).to_owned()).collect() }
}

fn made(draft: &Draft, source: &mut Seeded) -> Session {
    let edit = draft.to_edit(source);
    Session::create(draft.kind, edit, source).unwrap().0
}

/// Two stages, the second of two steps, one of them unnamed; actions, pains and the curve; two people.
fn draft() -> Draft {
    Draft {
        personas: vec!["Ada".into(), "Ben".into()],
        stages: vec![stage("", &[]), stage("Ride", &["Unlock", ""])],
        lanes: vec![lane(LaneKind::Actions), lane(LaneKind::Emotions), lane(LaneKind::Pains)],
        cards: vec![CardDraft { stage: 1, text: "Scans".into(), ..CardDraft::default() }],
        feelings: vec![FeelingDraft { level: Some(2), ..FeelingDraft::default() }],
        ..Draft::default()
    }
}

fn set(session: &mut Session, thing: Thing, detail: Detail, value: Value, source: &mut Seeded) {
    let edit = Edit::Set { thing, detail, value: Some(value) };
    session.apply(edit, 0, source).unwrap();
}

#[test]
fn columns_want_names_but_the_only_step_of_a_stage_none() {
    let session = made(&draft(), &mut Seeded::new(1));
    let map = session.map();
    let [first, second] = map.stage_order()[..] else { panic!() };
    let unnamed = map.steps_of(second)[1];
    assert_eq!(
        columns(map),
        [Gap::Unnamed(Thing::Stage(first)), Gap::Unnamed(Thing::Step(unnamed))]
    );
    let empty = made(&Draft::default(), &mut Seeded::new(2));
    assert_eq!(columns(empty.map()), [Gap::NoBoard]);
}

#[test]
fn the_board_wants_cards_in_columns_and_lanes_and_a_curve_for_each_persona() {
    let mut source = Seeded::new(3);
    let mut session = made(&draft(), &mut source);
    let map = session.map();
    let steps: Vec<Id> = map.columns.iter().filter_map(|column| column.step).collect();
    let ben = map.cast[1];
    // "Scans" stands in the second of three columns; no pain anywhere; only Ada feels something.
    assert_eq!(
        filled(map),
        [
            Gap::EmptyColumn(steps[0]),
            Gap::EmptyColumn(steps[2]),
            Gap::EmptyLane(map.rows[2]),
            Gap::Unfelt(ben)
        ]
    );
    // With Ada as the target Ben's curve is not asked for.
    let ada = Thing::Persona(map.cast[0]);
    set(&mut session, ada, Detail::Target, Value::Bool(true), &mut source);
    assert!(!filled(session.map()).contains(&Gap::Unfelt(ben)));
    let bare = Draft { lanes: vec![lane(LaneKind::Actions)], feelings: Vec::new(), ..draft() };
    assert!(filled(made(&bare, &mut Seeded::new(4)).map()).contains(&Gap::NoCurve));
}

#[test]
fn personas_want_something_said_of_them_and_one_or_two_targets() {
    let mut source = Seeded::new(5);
    let mut session = made(&draft(), &mut source);
    let [ada, ben] = session.map().cast[..] else { panic!() };
    assert_eq!(people(session.map()), [Gap::Unknown(ada), Gap::Unknown(ben), Gap::NoTarget]);
    set(&mut session, Thing::Persona(ada), Detail::Role, Value::Text("Nurse".into()), &mut source);
    let (note, of, field) = (source.id(), Thing::Persona(ben), NoteField::Goals);
    let edit = Edit::AddNote { note, of, field, text: "Be on time".into(), at: 0 };
    session.apply(edit, 0, &mut source).unwrap();
    assert_eq!(people(session.map()), [Gap::NoTarget]);
    let persona = source.id();
    let edit = Edit::AddPersona { persona, name: "Cleo".into(), at: 2 };
    session.apply(edit, 0, &mut source).unwrap();
    for (count, who) in [ada, ben, persona].into_iter().enumerate() {
        set(&mut session, Thing::Persona(who), Detail::Target, Value::Bool(true), &mut source);
        let many = people(session.map()).contains(&Gap::ManyTargets);
        assert_eq!(many, count == 2, "{count}");
    }
}

#[test]
fn a_part_is_empty_then_lacks_things_then_lacks_none() {
    assert_eq!(Standing::of(3, false), Standing::Empty);
    assert_eq!(Standing::of(2, true), Standing::Missing(2));
    assert_eq!(Standing::of(0, true), Standing::Whole);
}
