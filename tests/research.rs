//! The goal sheet and the research log: who answers, which way leads to an outcome, what rests on which
//! source and how old that is, worked by hand on small maps.

mod story;

use parcours::analysis::goal::{ownerless, pathless, unsaid, way};
use parcours::analysis::research::{Ground, ageing, ground, groundless, is_told, limit, months};
use parcours::analysis::standing::Gap;
use parcours::geometry::heights::is_marked;
use parcours::model::edit::{Edit, TextOf};
use parcours::model::map::Value;
use parcours::model::{Detail, GoalField, Id, LaneKind, List, NoteField, Source, Thing};
use story::{Board, typed};

fn set(board: &mut Board, thing: Thing, detail: Detail, value: &str) {
    let value = Some(Value::Text(value.into()));
    board.apply(Edit::Set { thing, detail, value });
}

fn lane(board: &mut Board, kind: LaneKind) -> Id {
    let lane = board.source.id();
    board.apply(Edit::AddLane { lane, kind, name: String::new(), at: 99 });
    lane
}

fn card(board: &mut Board, lane: Id) -> Id {
    let (card, step) = (board.source.id(), board.step);
    let text = "Waits".into();
    board.apply(Edit::AddCard { card, lane, step, at: 99, text, star: false, channel: None });
    card
}

fn source(board: &mut Board, date: &str) -> Thing {
    let (list, id) = (List::Sources, board.source.id());
    board.apply(Edit::AddEntry { list, id, name: "Talk".into(), at: 99 });
    let thing = Thing::Entry(list, id);
    if !date.is_empty() {
        set(board, thing, Detail::Date, date);
    }
    thing
}

fn tie(board: &mut Board, from: Thing, to: Thing, on: bool) {
    board.apply(Edit::Tie { from, to, on });
}

#[test]
fn the_limit_is_today_less_the_months() {
    assert_eq!(limit("2026-11-22", 24), "2024-11-22");
    assert_eq!(limit("2026-03-05", 6), "2025-09-05");
    assert_eq!(limit("2026-12-31", 12), "2025-12-31");
    assert_eq!(limit("2026-01-01", 1), "2025-12-01");
    assert_eq!((limit("2026-01-01", 0), limit("soon", 6), limit("", 6)), Default::default());
}

#[test]
fn pain_points_and_delights_without_a_source_are_assumptions_other_cards_are_not() {
    let mut board = Board::new(1);
    let (pains, delights) =
        (lane(&mut board, LaneKind::Pains), lane(&mut board, LaneKind::Delights));
    let thoughts = lane(&mut board, LaneKind::Thoughts);
    let [pain, delight, thought] = [pains, delights, thoughts].map(|lane| card(&mut board, lane));
    for (id, expected) in [(pain, true), (delight, true), (thought, false)] {
        let found = ground(board.session.map(), id, "");
        assert_eq!(found == Some(Ground::Assumed), expected);
    }
    let persona = Thing::Persona(board.persona);
    let [pain_gap, delight_gap] = [pain, delight].map(|id| Gap::Groundless(Thing::Card(id)));
    assert_eq!(groundless(board.session.map()), [Gap::Groundless(persona), pain_gap, delight_gap]);
    // Where the person says how it is known, or notes a source beside it, it is no assumption.
    set(&mut board, Thing::Card(pain), Detail::Evidence, "heard");
    let (note, of, field) = (board.source.id(), Thing::Card(delight), NoteField::Source);
    board.apply(Edit::AddNote { note, of, field, text: "Call of May".into(), at: 0 });
    assert_eq!(groundless(board.session.map()), [Gap::Groundless(persona)]);
    set(&mut board, Thing::Card(pain), Detail::Evidence, "assumption");
    assert_eq!(ground(board.session.map(), pain, ""), Some(Ground::Assumed));
    let talk = source(&mut board, "");
    tie(&mut board, talk, Thing::Card(pain), true);
    tie(&mut board, talk, persona, true);
    assert_eq!(ground(board.session.map(), pain, ""), Some(Ground::Recent));
    assert!(groundless(board.session.map()).is_empty());
    // A source in the bin supports nothing.
    board.apply(Edit::Delete(talk));
    assert_eq!(ground(board.session.map(), pain, ""), Some(Ground::Assumed));
    assert_eq!(groundless(board.session.map()), [Gap::Groundless(persona), pain_gap]);
}

#[test]
fn evidence_ages_when_all_of_it_is_older_than_the_chosen_age() {
    let mut board = Board::new(2);
    let pains = lane(&mut board, LaneKind::Pains);
    let pain = card(&mut board, pains);
    let (old, young, undated) = (
        source(&mut board, "2024-11-21"),
        source(&mut board, "2024-11-22"),
        source(&mut board, ""),
    );
    let limit = limit("2026-11-22", months(board.session.map()));
    assert_eq!(limit, "2024-11-22");
    assert_eq!(ageing(board.session.map(), &limit), [Gap::Ageing(old)]);
    tie(&mut board, old, Thing::Card(pain), true);
    assert_eq!(ground(board.session.map(), pain, &limit), Some(Ground::Ageing));
    for other in [young, undated] {
        tie(&mut board, other, Thing::Card(pain), true);
        assert_eq!(ground(board.session.map(), pain, &limit), Some(Ground::Recent));
        tie(&mut board, other, Thing::Card(pain), false);
    }
    let value = Some(Value::Int(0));
    board.apply(Edit::Set { thing: Thing::Map, detail: Detail::Ageing, value });
    assert_eq!(months(board.session.map()), 0);
    assert!(ageing(board.session.map(), "").is_empty());
    // A date that is none is never old.
    set(&mut board, old, Detail::Date, "last year");
    assert!(ageing(board.session.map(), &limit).is_empty());
}

#[test]
fn a_card_tells_what_it_rests_on_only_on_a_map_that_keeps_a_log() {
    let mut board = Board::new(3);
    let pains = lane(&mut board, LaneKind::Pains);
    let (pain, other) = (card(&mut board, pains), board.card("Walks"));
    let told = |board: &Board, id: Id| {
        let map = board.session.map();
        let marked = is_marked(map, id, &map.cards[&id]);
        assert_eq!(is_told(map, id, &map.cards[&id]), marked);
        marked
    };
    assert!(!told(&board, pain) && !told(&board, other));
    let talk = source(&mut board, "");
    assert!(told(&board, pain) && !told(&board, other));
    tie(&mut board, talk, Thing::Card(other), true);
    assert!(told(&board, other));
}

#[test]
fn stages_and_processes_want_an_owner_and_outcomes_a_way() {
    let mut board = Board::new(4);
    let support = lane(&mut board, LaneKind::Support);
    let process = card(&mut board, support);
    board.card("not a process");
    let stage = Thing::Stage(board.stage);
    assert_eq!(
        ownerless(board.session.map()),
        [Gap::NoOwner(stage), Gap::NoOwner(Thing::Card(process))]
    );
    set(&mut board, stage, Detail::Owner, "Sales");
    assert_eq!(ownerless(board.session.map()), [Gap::NoOwner(Thing::Card(process))]);

    let (note, of, field) = (board.source.id(), Thing::Map, NoteField::Outcome);
    board.apply(Edit::AddNote { note, of, field, text: "Arrives on time".into(), at: 0 });
    assert_eq!(pathless(board.session.map()), [Gap::NoWay(note)]);
    let (step, stage) = (board.source.id(), board.stage);
    board.apply(Edit::AddStep { step, stage, name: String::new(), at: 99 });
    let first = board.step;
    for step in [step, first] {
        tie(&mut board, Thing::Note(note), Thing::Step(step), true);
    }
    assert_eq!(way(board.session.map(), note), [first, step]);
    assert!(pathless(board.session.map()).is_empty());
    // Steps that are gone lead nowhere.
    for step in [step, first] {
        board.apply(Edit::Delete(Thing::Step(step)));
    }
    assert_eq!(pathless(board.session.map()), [Gap::NoWay(note)]);
}

#[test]
fn the_sheet_asks_for_six_things() {
    let mut board = Board::new(5);
    assert_eq!(unsaid(board.session.map()).len(), 6);
    let of = TextOf::Of(Thing::Goal(GoalField::Purpose));
    board.apply(Edit::EditText { of, splices: typed(0, "Fewer calls") });
    set(&mut board, Thing::Map, Detail::State, "as-is");
    let left = unsaid(board.session.map());
    assert_eq!(left.len(), 4);
    assert!(!left.contains(&Gap::Unwritten(GoalField::Purpose)));
    assert!(left.contains(&Gap::Unsaid(Detail::Ideal)));
}
