//! Experience maps and the journey maps they lead into: columns that stand out, the summary that goes back,
//! and the same state whichever way copies and files went round.

mod story;

use parcours::analysis::linked::{bring, column_of, link, links, links_from};
use parcours::analysis::results::{Results, Stand, stand};
use parcours::analysis::standouts::{Reason, standouts};
use parcours::analysis::summary::{Felt, Summary, says};
use parcours::model::edit::Edit;
use parcours::model::map::Value;
use parcours::model::{Detail, GoalField, Id, LaneKind, List, NoteField, Source, Thing};
use parcours::session::Session;
use story::Board;

fn step(board: &mut Board) -> Id {
    let (step, stage) = (board.source.id(), board.stage);
    board.apply(Edit::AddStep { step, stage, name: String::new(), at: 99 });
    step
}

fn feel(board: &mut Board, step: Id, level: i8) {
    let persona = board.persona;
    board.apply(Edit::SetLevel { persona, step, level: Some(level) });
}

fn lane(board: &mut Board, kind: LaneKind) -> Id {
    let lane = board.source.id();
    board.apply(Edit::AddLane { lane, kind, name: String::new(), at: 99 });
    lane
}

fn card(board: &mut Board, lane: Id, step: Id, text: &str) -> Id {
    let card = board.source.id();
    let text = text.into();
    board.apply(Edit::AddCard { card, lane, step, at: 99, text, star: false, channel: None });
    card
}

fn conclude(board: &mut Board, field: NoteField, text: &str) {
    let note = board.source.id();
    board.apply(Edit::AddNote { note, of: Thing::Map, field, text: text.into(), at: 99 });
}

fn set(board: &mut Board, thing: Thing, detail: Detail, value: &str) {
    board.apply(Edit::Set { thing, detail, value: Some(Value::Text(value.into())) });
}

fn heads(board: &mut Board) -> Vec<String> {
    board.session.heads().iter().map(ToString::to_string).collect()
}

#[test]
fn columns_stand_out_with_their_reasons() {
    // Levels −0.5, −2.0, +0.5, +1.5, none, +0.5 by one persona.
    let mut board = Board::new(1);
    let mut steps = vec![board.step];
    steps.extend((0..5).map(|_| step(&mut board)));
    for (at, level) in [(0, -1), (1, -4), (2, 1), (3, 3), (5, 1)] {
        feel(&mut board, steps[at], level);
    }
    let pains = lane(&mut board, LaneKind::Pains);
    for text in ["a", "b", "c"] {
        card(&mut board, pains, steps[4], text);
    }
    let done = card(&mut board, pains, steps[5], "d");
    for text in ["e", "f"] {
        card(&mut board, pains, steps[5], text);
    }
    set(&mut board, Thing::Card(done), Detail::Status, "done");
    let star = card(&mut board, pains, steps[0], "first contact");
    board.apply(Edit::SetStar { card: star, star: true });
    set(&mut board, Thing::Step(steps[2]), Detail::DropoffWhy, "no price");
    let found = standouts(board.session.map());
    let found: Vec<(Id, Vec<Reason>)> = found.into_iter().map(|s| (s.step, s.reasons)).collect();
    let wanted = vec![
        (steps[0], vec![Reason::Moment]),
        (steps[1], vec![Reason::Low(-20), Reason::Falls(15)]),
        (steps[2], vec![Reason::Dropoff, Reason::Rises(25)]),
        (steps[3], vec![Reason::High(15)]),
        (steps[4], vec![Reason::Pains(3)]),
    ];
    assert_eq!(found, wanted);
    let good = standouts(board.session.map()).into_iter().filter(|one| one.is_good());
    assert_eq!(good.map(|one| one.step).collect::<Vec<_>>(), [steps[3]]);
}

#[test]
fn a_column_is_the_mean_of_those_asked_and_says_when_they_differ() {
    let mut board = Board::new(2);
    let (other, at) = (board.source.id(), board.step);
    board.apply(Edit::AddPersona { persona: other, name: "Ben".into(), at: 9 });
    feel(&mut board, at, -4);
    board.apply(Edit::SetLevel { persona: other, step: at, level: Some(2) });
    // −2.0 and +1.0: the mean is −0.5, which is not low, and they are 3.0 apart.
    assert_eq!(standouts(board.session.map())[0].reasons, [Reason::Apart(30)]);
    // Of targets alone is asked.
    let thing = Thing::Persona(board.persona);
    let value = Some(Value::Bool(true));
    board.apply(Edit::Set { thing, detail: Detail::Target, value });
    assert_eq!(standouts(board.session.map())[0].reasons, [Reason::Low(-20)]);
}

#[test]
fn delights_from_three_on_and_discontent_are_reasons_and_what_is_nearly_low_or_high_is_none() {
    let mut board = Board::new(4);
    let steps = [board.step, step(&mut board), step(&mut board)];
    // −0.5 is not low; +1.0, 1.5 above it, rises and is not high; 0.0 falls by 1.0 only.
    for (at, level) in [(0, -1), (1, 2), (2, 0)] {
        feel(&mut board, steps[at], level);
    }
    let delights = lane(&mut board, LaneKind::Delights);
    for text in ["a", "b"] {
        card(&mut board, delights, steps[1], text);
    }
    let of = |board: &Board| -> Vec<(Id, Vec<Reason>)> {
        standouts(board.session.map()).into_iter().map(|one| (one.step, one.reasons)).collect()
    };
    assert_eq!(of(&board), [(steps[1], vec![Reason::Rises(15)])]);
    card(&mut board, delights, steps[1], "c");
    set(&mut board, Thing::Step(steps[2]), Detail::Discontent, "one in ten");
    let wanted = [
        (steps[1], vec![Reason::Rises(15), Reason::Delights(3)]),
        (steps[2], vec![Reason::Discontent]),
    ];
    assert_eq!(of(&board), wanted);
}

/// A journey map with a little of everything that goes back.
fn journey(seed: u64) -> Board {
    let mut board = Board::new(seed);
    let (first, second) = (board.step, step(&mut board));
    feel(&mut board, first, -3);
    feel(&mut board, second, 2);
    let (pains, chances) =
        (lane(&mut board, LaneKind::Pains), lane(&mut board, LaneKind::Opportunities));
    let late = card(&mut board, pains, first, "The parcel is late");
    board.apply(Edit::SetStar { card: late, star: true });
    let mended = card(&mut board, pains, second, "No receipt");
    set(&mut board, Thing::Card(mended), Detail::Status, "done");
    card(&mut board, chances, second, "Say when it comes");
    conclude(&mut board, NoteField::Works, "The counter");
    conclude(&mut board, NoteField::Why, "Nobody says anything");
    board
}

#[test]
fn the_summary_says_what_is_felt_open_and_concluded() {
    let board = journey(3);
    let summary = Summary::of(board.session.map());
    assert_eq!(summary.felt, Felt { count: 2, sum: -1, squares: 13 });
    // −1.5 and +1.0: mean −0.25, spread 1.25.
    assert_eq!((summary.felt.mean(), summary.felt.spread()), (Some(-3), Some(13)));
    assert_eq!(summary.moments, ["The parcel is late"]);
    assert_eq!(summary.pains, ["The parcel is late"]);
    assert_eq!(summary.opportunities, ["Say when it comes"]);
    assert_eq!((summary.works.len(), summary.fails.len(), summary.why.len()), (1, 0, 1));
}

#[test]
fn the_summary_does_not_depend_on_the_order_in_which_copies_were_merged() {
    for seed in 0..20 {
        let mut ours = journey(seed);
        let mut copies = [ours.copy(seed + 100), ours.copy(seed + 200), ours.copy(seed + 300)];
        let first = ours.step;
        feel(&mut copies[0], first, 4);
        feel(&mut copies[1], first, 1);
        conclude(&mut copies[1], NoteField::Fails, "Waiting");
        conclude(&mut copies[2], NoteField::Fails, "Paying");
        let pains = ours.session.map().rows[1];
        card(&mut copies[2], pains, first, "Queue");
        card(&mut copies[0], pains, first, "Noise");
        let files: Vec<Vec<u8>> = copies.iter_mut().map(|copy| copy.session.save()).collect();
        let mut told = Vec::new();
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let mut mine = ours.copy(seed + 400);
            for at in order {
                mine.session.merge_file(&files[at], &mut mine.source).unwrap();
            }
            told.push(Summary::of(mine.session.map()));
        }
        assert!(told.iter().all(|one| *one == told[0]), "seed {seed}: {told:?}");
        assert_eq!(told[0].pains.len(), 3);
    }
}

#[test]
fn a_link_from_a_touchpoint_shows_where_a_card_first_stands_for_it() {
    let mut board = Board::new(15);
    let (first, second) = (board.step, step(&mut board));
    let kiosk = board.source.id();
    let (list, name) = (List::Touchpoints, "Kiosk".to_owned());
    board.apply(Edit::AddEntry { list, id: kiosk, name, at: 0 });
    let thing = Thing::Entry(List::Touchpoints, kiosk);
    let entry = board.source.id();
    board.apply(link(entry, "another", "Kiosk", thing));
    assert_eq!(links(board.session.map())[0].at, Some(thing));
    assert_eq!(column_of(board.session.map(), thing), None);
    let lane = board.lane;
    let stands = card(&mut board, lane, second, "");
    set(&mut board, Thing::Card(stands), Detail::Touchpoint, &kiosk.to_string());
    assert_eq!(column_of(board.session.map(), thing), Some(second));
    assert_eq!(says(board.session.map(), stands), "Kiosk");
    let again = card(&mut board, lane, first, "");
    set(&mut board, Thing::Card(again), Detail::Touchpoint, &kiosk.to_string());
    assert_eq!(column_of(board.session.map(), thing), Some(first));
}

#[test]
fn a_thing_lists_what_leads_from_it_a_plain_stage_from_its_step_a_card_from_its_touchpoint() {
    let mut board = Board::new(16);
    let (stage, step, lane) = (board.stage, board.step, board.lane);
    let kiosk = board.source.id();
    board.apply(Edit::AddEntry { list: List::Touchpoints, id: kiosk, name: "Kiosk".into(), at: 0 });
    let (stands, plain) = (card(&mut board, lane, step, ""), card(&mut board, lane, step, "x"));
    set(&mut board, Thing::Card(stands), Detail::Touchpoint, &kiosk.to_string());
    let from = [Thing::Stage(stage), Thing::Step(step), Thing::Entry(List::Touchpoints, kiosk)];
    for (at, title) in from.into_iter().zip(["A", "B", "C"]) {
        let id = board.source.id();
        board.apply(link(id, title, title, at));
    }
    let titles = |board: &Board, thing: Thing| -> Vec<String> {
        links_from(board.session.map(), thing).into_iter().map(|link| link.title).collect()
    };
    assert_eq!(titles(&board, Thing::Stage(stage)), ["A", "B"]);
    assert_eq!(titles(&board, Thing::Step(step)), ["A", "B"]);
    assert_eq!(titles(&board, Thing::Card(stands)), ["C"]);
    assert_eq!(titles(&board, Thing::Card(plain)), Vec::<String>::new());
    // Once the stage shows its steps, what leads from a step is said there.
    let second = board.source.id();
    board.apply(Edit::AddStep { step: second, stage, name: "then".into(), at: 9 });
    assert_eq!(titles(&board, Thing::Stage(stage)), ["A"]);
    assert_eq!(titles(&board, Thing::Step(step)), ["B"]);
}

/// Brings back what a journey says now.
fn bring_back(experience: &mut Board, entry: Id, journey: &mut Board, at: i64) {
    let heads = heads(journey);
    let results = Results::of(journey.session.map(), heads, at);
    let title = journey.session.map().title.clone();
    experience.apply(bring(entry, &title, &results));
}

#[test]
fn results_are_pinned_to_the_version_they_are_from() {
    let (mut experience, mut journey) = (Board::new(5), journey(6));
    let (entry, stage) = (experience.source.id(), Thing::Stage(experience.stage));
    let lineage = journey.session.lineage();
    experience.apply(link(entry, &lineage, "Parcel", stage));
    let of = |board: &Board| links(board.session.map()).remove(0);
    let made = of(&experience);
    assert_eq!((made.lineage, made.at, made.results), (lineage, Some(stage), None));
    bring_back(&mut experience, entry, &mut journey, 1000);
    let state = |experience: &Board, journey: &mut Board| {
        let brought = of(experience).results.map(|results| results.heads);
        stand(brought.as_deref(), Some(&heads(journey)))
    };
    assert_eq!(state(&experience, &mut journey), Stand::Current);
    let step = journey.step;
    feel(&mut journey, step, 4);
    assert_eq!(state(&experience, &mut journey), Stand::Changed);
    bring_back(&mut experience, entry, &mut journey, 2000);
    assert_eq!(state(&experience, &mut journey), Stand::Current);
    assert_eq!(of(&experience).results.unwrap().at, 2000);
    // What changes because of it is said with the results, and undone like all else.
    let mut results = of(&experience).results.unwrap();
    results.changes = Some(vec![GoalField::Decision]);
    let thing = Thing::Entry(List::Links, entry);
    set(&mut experience, thing, Detail::Results, &results.write());
    assert_eq!(of(&experience).results, Some(results));
    experience.undo();
    assert_eq!(of(&experience).results.unwrap().changes, None);
}

#[test]
fn linked_maps_exchanged_as_files_in_any_order_end_in_the_same_state() {
    let (mut experience, mut journey) = (Board::new(7), journey(8));
    let (entry, stage) = (experience.source.id(), Thing::Stage(experience.stage));
    experience.apply(link(entry, &journey.session.lineage(), "Parcel", stage));
    // Ann changes the journey and brings it back; Ben changes it too, links another, and says why.
    let (mut her_map, mut her_journey) = (experience.copy(11), journey.copy(12));
    let (mut his_map, mut his_journey) = (experience.copy(13), journey.copy(14));
    let step = journey.step;
    feel(&mut her_journey, step, 2);
    bring_back(&mut her_map, entry, &mut her_journey, 1000);
    conclude(&mut his_journey, NoteField::Fails, "Waiting");
    bring_back(&mut his_map, entry, &mut his_journey, 2000);
    let other = his_map.source.id();
    his_map.apply(link(other, "another", "Returns", Thing::Step(his_map.step)));
    let maps = [her_map.session.save(), his_map.session.save()];
    let journeys = [her_journey.session.save(), his_journey.session.save()];
    let mut ends = Vec::new();
    // Every order of four files, the two maps of each sort in either order.
    for order in 0..24_usize {
        let mut files = vec![0_usize, 1, 2, 3];
        let (mut left, mut rest) = (order, Vec::new());
        for size in (1..=4).rev() {
            rest.push(files.remove(left % size));
            left /= size;
        }
        let (mut map, mut parcel) = (experience.copy(20), journey.copy(21));
        for file in rest {
            let (board, bytes) = match file {
                0 | 1 => (&mut map, &maps[file]),
                _ => (&mut parcel, &journeys[file - 2]),
            };
            board.session.merge_file(bytes, &mut board.source).unwrap();
        }
        let again = Session::open(&[map.session.save()], &mut map.source).unwrap().session;
        assert_eq!(again.map(), map.session.map());
        let all = links(map.session.map());
        let brought = all[0].results.clone().unwrap();
        let parcel_heads = heads(&mut parcel);
        let state = stand(Some(&brought.heads), Some(&parcel_heads));
        ends.push((all, Summary::of(parcel.session.map()), state));
    }
    assert!(ends.iter().all(|end| *end == ends[0]), "{ends:?}");
    let (all, summary, state) = &ends[0];
    assert_eq!((all.len(), *state), (2, Stand::Changed));
    assert_eq!((summary.felt.sum, summary.fails.as_slice()), (4, &["Waiting".to_owned()][..]));
}
