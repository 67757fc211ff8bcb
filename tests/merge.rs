//! Copies edited apart and merged: the same map everywhere, nothing lost, and ways back.

#[path = "story/bin.rs"]
mod bin;
#[path = "story/incoming.rs"]
mod incoming;
#[path = "story/mirror.rs"]
mod mirror;
#[path = "story/random.rs"]
mod random;
mod story;

use bin::without_bin;
use parcours::model::check::{Finding, check};
use parcours::model::compare::What;
use parcours::model::edit::{Edit, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Value;
use parcours::model::{Field, Map, Source, Thing};
use parcours::session::{MergeError, Session};
use story::{Board, typed};

/// The map as it reads when the document is opened anew.
fn from_scratch(board: &mut Board) -> Map {
    let saved = board.session.save();
    Session::open(&[saved], &mut Seeded::new(0)).unwrap().session.map().clone()
}

fn assert_sound(map: &Map) {
    let broken: Vec<Finding> =
        check(map).into_iter().filter(|found| matches!(found, Finding::Broken(_))).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

fn pair(boards: &mut [Board], one: usize, two: usize) -> Option<(&mut Board, &mut Board)> {
    if one == two {
        return None;
    }
    let (low, high) = boards.split_at_mut(one.max(two));
    let (a, b) = (&mut low[one.min(two)], &mut high[0]);
    Some(if one < two { (a, b) } else { (b, a) })
}

#[test]
fn random_edits_on_copies_merged_in_any_order_give_equal_sound_maps() {
    for seed in random::seeds(25) {
        let mut first = Board::new(1000 + seed);
        first.card("the first card");
        let mut die = Seeded::new(seed);
        let mut boards = vec![first];
        for other in 0..2 + seed % 3 {
            let copy = boards[0].copy(seed * 10 + other);
            boards.push(copy);
        }
        let count = boards.len();
        for _ in 0..60 {
            let at = die.below(count);
            match die.below(20) {
                0 | 1 => drop(boards[at].session.undo(&mut die)),
                2 => drop(boards[at].session.redo(&mut die)),
                3 | 4 => {
                    let other = die.below(count);
                    if let Some((from, to)) = pair(&mut boards, other, at) {
                        to.hear(from);
                    }
                }
                5 => {
                    let other = die.below(count);
                    if let Some((from, to)) = pair(&mut boards, other, at) {
                        to.take(from);
                    }
                }
                6 => {
                    let merges = boards[at].session.merges();
                    if !merges.is_empty() {
                        let id = merges[die.below(merges.len())].id;
                        let board = &mut boards[at].session;
                        if board.undo_merge(id, &mut die).is_none() {
                            board.redo_merge(id, &mut die);
                        }
                    }
                }
                _ => drop(random::apply(&mut boards[at])),
            }
            let scratch = from_scratch(&mut boards[at]);
            assert_eq!(boards[at].session.map(), &scratch, "seed {seed}");
            assert_sound(&scratch);
        }
        for _ in 0..3 * count {
            let (one, two) = (die.below(count), die.below(count));
            if let Some((from, to)) = pair(&mut boards, one, two) {
                to.hear(from);
            }
        }
        for at in (1..count).chain(1..count) {
            let (zero, other) = pair(&mut boards, 0, at).unwrap();
            zero.hear(other);
            other.hear(zero);
        }
        let (zero, others) = boards.split_at(1);
        for other in others {
            assert_eq!(zero[0].session.map(), other.session.map(), "seed {seed}");
        }
        assert_sound(zero[0].session.map());
    }
}

#[test]
fn undos_and_redos_with_nothing_between_change_nothing_whatever_was_merged_before() {
    for seed in random::seeds(25) {
        let mut ours = Board::new(2000 + seed);
        ours.card("a shared card");
        let mut theirs = ours.copy(seed);
        let mut die = Seeded::new(seed);
        for _ in 0..30 {
            match die.below(5) {
                0 => drop(random::apply(&mut theirs)),
                1 => ours.hear(&mut theirs),
                2 => theirs.hear(&mut ours),
                _ => drop(random::apply(&mut ours)),
            }
        }
        let before = ours.session.map().clone();
        let wanted = 1 + die.below(12);
        let mut done = 0;
        for _ in 0..wanted {
            let Some(change) = ours.session.undo(&mut ours.source) else { break };
            done += usize::from(!change.bytes.is_empty());
        }
        for _ in 0..done {
            ours.session.redo(&mut ours.source);
        }
        assert_eq!(without_bin(ours.session.map()), without_bin(&before), "seed {seed}");
        assert_eq!(from_scratch(&mut ours), *ours.session.map(), "seed {seed}");
    }
}

/// Everyone types words of their own at word borders and takes out whole words: at the end every word
/// that nobody took out is there, once.
#[test]
fn no_word_that_someone_typed_and_nobody_deleted_is_missing() {
    for seed in random::seeds(40) {
        let mut first = Board::new(3000 + seed);
        let card = first.card("");
        let of =
            [TextOf::Title, TextOf::Of(Thing::Card(card)), TextOf::Of(Thing::Stage(first.stage))];
        let of_stage = TextOf::Of(Thing::Stage(first.stage));
        first.apply(Edit::SetText { of: of_stage, text: String::new() });
        let mut boards = vec![first];
        for other in 0..3 {
            let copy = boards[0].copy(seed * 10 + other);
            boards.push(copy);
        }
        let mut die = Seeded::new(seed);
        let (mut typed_words, mut deleted) = (Vec::new(), std::collections::HashSet::new());
        for round in 0..60 {
            let at = die.below(boards.len());
            let which = die.below(3);
            let text = text_of(&boards[at], which, card);
            let words: Vec<&str> = text.split_inclusive(' ').collect();
            let spot = die.below(words.len() + 1);
            let place = words[..spot].concat().len();
            match die.below(6) {
                0 if spot < words.len() => {
                    deleted.insert(words[spot].trim().to_owned());
                    let splice =
                        Splice { at: place, delete: words[spot].len(), insert: String::new() };
                    boards[at].apply(Edit::EditText { of: of[which], splices: vec![splice] });
                }
                1 => {
                    let other = die.below(4);
                    if let Some((from, to)) = pair(&mut boards, other, at) {
                        to.hear(from);
                    }
                }
                _ => {
                    let word = format!("w{round}");
                    let splices = typed(place, &format!("{word} "));
                    boards[at].apply(Edit::EditText { of: of[which], splices });
                    typed_words.push((which, word));
                }
            }
        }
        for at in (1..4).chain(1..4) {
            let (zero, other) = pair(&mut boards, 0, at).unwrap();
            zero.take(other);
            other.take(zero);
        }
        for (which, word) in typed_words {
            let text = text_of(&boards[0], which, card);
            let times = text.split(' ').filter(|found| *found == word).count();
            assert_eq!(
                times,
                usize::from(!deleted.contains(&word)),
                "seed {seed} {word} in {text}"
            );
        }
    }
}

fn text_of(board: &Board, which: usize, card: parcours::model::Id) -> String {
    let map = board.session.map();
    [&map.title, &map.cards[&card].text, &map.stages[&board.stage].name][which].clone()
}

#[test]
fn two_people_edit_the_same_card_move_the_same_stage_and_type_in_one_sentence_and_lose_nothing() {
    let mut ann = Board::new(1);
    let card = ann.card("The customer waits.");
    let (second, third) = (ann.source.id(), ann.source.id());
    for (stage, name) in [(second, "Buy"), (third, "Use")] {
        let step = ann.source.id();
        ann.apply(Edit::AddStage { stage, step, name: name.into(), at: 9 });
    }
    let mut ben = ann.copy(2);
    let of = TextOf::Of(Thing::Card(card));

    ann.apply(Edit::EditText { of, splices: typed(18, " at the desk") });
    ann.apply(Edit::SetStar { card, star: true });
    ann.apply(Edit::MoveStage { stage: third, at: 0 });
    ben.apply(Edit::EditText { of, splices: typed(4, "hurried ") });
    ben.apply(Edit::SetChannel { card, channel: Some("shop".into()) });
    ben.apply(Edit::MoveStage { stage: third, at: 1 });

    let merged = ann.take(&mut ben);
    ben.take(&mut ann);
    ann.hear(&mut ben);

    for board in [&ann, &ben] {
        let found = &board.session.map().cards[&card];
        assert_eq!(found.text, "The hurried customer waits at the desk.");
        assert!(found.star && found.channel.as_deref() == Some("shop"));
    }
    assert_eq!(ann.session.map(), ben.session.map());
    let choices = &ann.session.map().choices[&Thing::Stage(third)];
    assert_eq!((choices.len(), choices[0].field, choices[0].options.len()), (1, Field::Place, 2));
    assert!(merged.differences.items.iter().any(|one| one.thing == Thing::Card(card)));

    let other = choices[0].options[1].value.clone();
    ann.apply(Edit::Choose {
        thing: Thing::Stage(third),
        field: Field::Place,
        value: other.clone(),
        why: String::new(),
    });
    assert!(ann.session.map().choices.is_empty());
    assert_eq!(Value::Text(ann.session.map().stages[&third].index.clone()), other);
}

#[test]
fn a_stage_renamed_on_both_sides_offers_both_names_until_one_is_chosen() {
    for (chosen, undone) in
        [("Explore", false), ("Find out", false), ("merged", false), ("Explore", true)]
    {
        let mut ann = Board::new(5);
        let mut ben = ann.copy(6);
        let thing = Thing::Stage(ann.stage);
        ann.apply(Edit::SetText { of: TextOf::Of(thing), text: "Explore".into() });
        ben.apply(Edit::SetText { of: TextOf::Of(thing), text: "Find out".into() });
        let merged = ann.take(&mut ben);
        assert_eq!(merged.differences.both.len(), 1);
        let choice = ann.session.map().choices[&thing][0].clone();
        let texts: Vec<&Value> = choice.options.iter().map(|one| &one.value).collect();
        assert_eq!(texts.len(), 3);
        assert!(texts.contains(&&Value::Text("Explore".into())));
        assert!(texts.contains(&&Value::Text("Find out".into())));
        let both = ann.session.map().stages[&ann.stage].name.clone();
        let chosen = if chosen == "merged" { both.clone() } else { chosen.to_owned() };
        let value = Value::Text(chosen.clone());
        ann.apply(Edit::Choose { thing, field: Field::Text, value, why: String::new() });
        assert!(ann.session.map().choices.is_empty());
        assert_eq!(ann.session.map().stages[&ann.stage].name, chosen);
        assert_eq!(from_scratch(&mut ann), *ann.session.map());
        if undone {
            ann.undo();
            assert_eq!(ann.session.map().choices[&thing], [choice]);
        }
    }
}

#[test]
fn undoing_an_import_takes_back_what_it_brought_and_leaves_later_work() {
    let mut ann = Board::new(7);
    let card = ann.card("Original words");
    let kept = ann.card("Untouched");
    let mut ben = ann.copy(8);
    let (theirs, touched) = (ben.card("Theirs"), ben.card("Theirs too"));
    ben.write(card, "Original and many words");
    ben.apply(Edit::SetStar { card: kept, star: true });
    ben.apply(Edit::SetStar { card, star: true });
    ben.apply(Edit::Delete(Thing::Card(kept)));
    let (persona, step) = (ben.persona, ben.step);
    ben.apply(Edit::SetLevel { persona, step, level: Some(2) });

    let before = ann.session.map().clone();
    let merged = ann.take(&mut ben);
    let id = merged.merge.unwrap();
    let after = ann.session.map().clone();
    let added = |one: &&parcours::model::compare::Difference| one.what == What::Added;
    assert_eq!(merged.differences.items.iter().filter(added).count(), 2);

    // Straight back and forth again.
    ann.session.undo_merge(id, &mut ann.source).unwrap();
    ann.assert_shows(&before);
    assert_eq!(ann.session.undo_merge(id, &mut ann.source).map(|change| change.heads), None);
    assert_eq!(ann.session.undone_merge_for(&ben.session.heads()), Some(id));
    ann.session.redo_merge(id, &mut ann.source).unwrap();
    assert_eq!(ann.session.map(), &after);
    assert_eq!(ann.session.undone_merge_for(&ben.session.heads()), None);

    // With later work: it stays.
    let of = TextOf::Of(Thing::Card(card));
    ann.apply(Edit::EditText { of, splices: typed(0, "My ") });
    ann.write(touched, "Theirs too, and mine");
    ann.apply(Edit::SetLevel { persona, step, level: Some(-1) });
    let change = ann.session.undo_merge(id, &mut ann.source).unwrap();
    let map = ann.session.map();
    assert_eq!(ann.text(card), "My Original words");
    assert!(!map.cards[&card].star && map.cards[&kept].deleted.is_none());
    assert!(map.cards[&theirs].deleted.is_some() && map.cards[&touched].deleted.is_none());
    assert_eq!(map.feeling(persona, step).level, Some(-1));
    assert!(change.skipped.contains(&Thing::Card(touched)));
    assert!(change.skipped.contains(&Thing::Feeling { persona, step }));
    assert_eq!(from_scratch(&mut ann), *ann.session.map());

    // My own undo still leads back through my work, and the undone import travels.
    ann.undo();
    ann.undo();
    ann.undo();
    assert_eq!(ann.text(card), "Original words");
    let mut saved = Session::open(&[ann.session.save()], &mut Seeded::new(1)).unwrap().session;
    assert_eq!(saved.merges().iter().map(|row| row.undone).collect::<Vec<_>>(), [true]);
    assert!(saved.redo_merge(id, &mut Seeded::new(2)).is_some());
}

#[test]
fn my_undo_leaves_others_words_beside_mine_and_values_they_set_since() {
    let mut ann = Board::new(9);
    let card = ann.card("Ticket machine");
    let mut ben = ann.copy(10);
    let of = TextOf::Of(Thing::Card(card));
    ann.apply(Edit::EditText { of, splices: typed(6, " vending") });
    ann.apply(Edit::SetChannel { card, channel: Some("shop".into()) });
    ben.hear(&mut ann);
    ben.apply(Edit::EditText { of, splices: typed(10, "XX") });
    ben.apply(Edit::SetChannel { card, channel: Some("web".into()) });
    ann.hear(&mut ben);
    assert_eq!(ann.text(card), "Ticket venXXding machine");

    let change = ann.undo();
    assert_eq!(change.skipped, [Thing::Card(card)]);
    assert_eq!(ann.text(card), "TicketXX machine");
    assert_eq!(ann.session.map().cards[&card].channel.as_deref(), Some("web"));
    ann.redo();
    assert_eq!(ann.text(card).replace("XX", ""), "Ticket vending machine");

    // A card of mine in which someone typed is not binned by my undo.
    let mine = ann.card("Mine");
    ben.hear(&mut ann);
    ben.write(mine, "Mine and yours");
    ann.hear(&mut ben);
    let change = ann.undo();
    assert!(change.skipped.contains(&Thing::Card(mine)));
    assert!(ann.session.map().cards[&mine].deleted.is_none());
}

#[test]
fn changes_whose_predecessors_are_missing_are_refused_whole() {
    let mut ann = Board::new(11);
    let mut ben = ann.copy(12);
    ben.card("first");
    let middle = ben.session.heads();
    ben.card("second");
    let late = ben.session.changes_after(&middle);
    let before = (ann.session.map().clone(), ann.session.heads());
    assert_eq!(ann.session.merge_tab(&late).unwrap_err(), MergeError::Missing);
    assert!(matches!(ann.session.merge_tab(b"no changes"), Err(MergeError::Unreadable(_))));
    assert_eq!((ann.session.map().clone(), ann.session.heads()), before);
    let again = ann.take(&mut ben);
    assert!(again.merge.is_some());
    assert!(ann.take(&mut ben).merge.is_none(), "the same file again brings nothing");
}
