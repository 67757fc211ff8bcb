//! What is copied from a board and pasted onto one: between maps with all that goes with a card, from
//! and to spreadsheets, past the end of the board, and from whoever wrote something strange.

mod story;

use parcours::exchange::table::{Brought, CellClip, Clip, Names, fill};
use parcours::geometry::picked::{Area, Picked};
use parcours::geometry::spot::Spot;
use parcours::model::edit::{Edit, TextOf};
use parcours::model::map::Value;
use parcours::model::rich::{Block, Mark};
use parcours::model::{Detail, Id, LaneKind, List, Map, NoteField, Source, Thing};
use story::Board;

const NAMES: Names = Names { lane: "Free text", step: "" };

/// Three plain stages, then lanes: two of cards, one of touchpoints, the curve.
fn table(seed: u64) -> (Board, Vec<Id>, Vec<Id>) {
    let mut board = Board::new(seed);
    for name in ["Buy", "Use"] {
        let (stage, step) = (board.source.id(), board.source.id());
        board.apply(Edit::AddStage { stage, step, name: name.into(), at: 9 });
    }
    for (kind, name) in [
        (LaneKind::Thoughts, "Thoughts"),
        (LaneKind::Touchpoints, "Touchpoints"),
        (LaneKind::Emotions, "Emotions"),
    ] {
        let lane = board.source.id();
        board.apply(Edit::AddLane { lane, kind, name: name.into(), at: 9 });
    }
    let map = board.session.map();
    let steps = map.columns.iter().filter_map(|column| column.step).collect();
    let rows = map.rows.clone();
    (board, rows, steps)
}

fn add(board: &mut Board, lane: Id, step: Id, text: &str, channel: Option<&str>) -> Id {
    let card = board.source.id();
    let (star, channel) = (text.contains('!'), channel.map(str::to_owned));
    board.apply(Edit::AddCard { card, lane, step, at: 99, text: text.into(), star, channel });
    card
}

fn texts(map: &Map, lane: Id, step: Id) -> Vec<&str> {
    map.cell(lane, step).iter().map(|id| map.cards[id].text.as_str()).collect()
}

fn cell(lane: Id, step: Id) -> Area {
    Area { lanes: vec![lane], steps: vec![step], only: None }
}

fn paste(board: &mut Board, html: Option<&str>, text: Option<&str>, area: &Area) -> Vec<Id> {
    let brought = Brought::read(html, text).unwrap();
    let persona = board.persona;
    let map = board.session.map().clone();
    let filled = fill(&map, &brought, area, (None, Some(persona)), NAMES, &mut board.source);
    let filled = filled.unwrap();
    board.apply(filled.edit);
    filled.cards
}

#[test]
fn bold_links_and_lists_go_along_as_html_and_come_back_and_a_spreadsheet_gets_plain_text() {
    let (mut one, lanes, steps) = table(21);
    let card = add(&mut one, lanes[1], steps[0], "=see <this>\nand that", None);
    let of = TextOf::Of(Thing::Card(card));
    let mut mark = |from, to, mark, value: &str| {
        one.apply(Edit::Mark { of, from, to, mark, value: Some(value.into()) });
    };
    mark(1, 4, Mark::Strong, "");
    mark(5, 11, Mark::Link, "https://example.org/?a&b");
    one.apply(Edit::SetLine { of, at: 12, block: Block::Number });
    let clip = |one: &Board| Clip::of(one.session.map(), &cell(lanes[1], steps[0]), None, false);
    let html = clip(&one).to_html();
    let shown = "<td>'=<b>see</b> <a href=\"https://example.org/?a&amp;b\">&lt;this&gt;</a>\
                 <br style=\"mso-data-placement:same-cell\">1. and that</td>";
    assert!(html.contains(shown), "{html}");
    assert_eq!(clip(&one).to_text(), "=see <this>\nand that");
    add(&mut one, lanes[1], steps[0], "next", Some("a & b"));
    let both = clip(&one);
    assert_eq!(both.to_text(), "\"• =see <this>\nand that\n• A & b · next\"");
    assert!(
        both.to_html().contains("• =<b>see</b>") && both.to_html().contains("• A &amp; b · next")
    );

    let (mut other, there, at) = table(22);
    let pasted = paste(&mut other, Some(&html), None, &cell(there[2], at[1]));
    let (was, is) = (&one.session.map().cards[&card], &other.session.map().cards[&pasted[0]]);
    assert_eq!((&was.text, &was.rich), (&is.text, &is.rich));
    assert!(is.rich.is_some());
    // Whoever wrote it: what does not fit the text, or may not be followed, is left out.
    let strange =
        html.replace("[1,4,", "[3,400,").replace("https://example.org/?a&amp;b", "javascript:x");
    let pasted = paste(&mut other, Some(&strange), None, &cell(there[2], at[1]));
    let rich = other.session.map().cards[&pasted[0]].rich.clone().unwrap();
    assert!(rich.marks.iter().all(|one| one.mark == Mark::Strong && one.to <= 20), "{rich:?}");
}

#[test]
fn a_block_goes_to_another_map_with_stars_channels_and_the_curve() {
    let (mut one, lanes, steps) = table(1);
    add(&mut one, lanes[1], steps[0], "\"Is it worth it?\"\nsaid twice", None);
    add(&mut one, lanes[1], steps[0], "Now!", None);
    add(&mut one, lanes[2], steps[1], "Kiosk & <till>", Some("shop"));
    let persona = one.persona;
    one.apply(Edit::SetLevel { persona, step: steps[1], level: Some(-3) });
    one.apply(Edit::SetFeelingName { persona, step: steps[1], name: "worried".into() });
    let picked = Picked::Block { from: (lanes[3], steps[1]), to: (lanes[1], steps[0]) };
    let area = picked.area(one.session.map(), None).unwrap();
    let clip = Clip::of(one.session.map(), &area, Some(persona), false);

    let (mut other, there, at) = table(2);
    paste(&mut other, Some(&clip.to_html()), Some(&clip.to_text()), &cell(there[1], at[1]));
    let map = other.session.map();
    assert_eq!(texts(map, there[1], at[1]), ["\"Is it worth it?\"\nsaid twice", "Now!"]);
    let stars: Vec<bool> = map.cell(there[1], at[1]).iter().map(|id| map.cards[id].star).collect();
    assert_eq!(stars, [false, true]);
    let kiosk = &map.cards[&map.cell(there[2], at[2])[0]];
    assert_eq!((kiosk.text.as_str(), kiosk.channel.as_deref()), ("Kiosk & <till>", Some("shop")));
    let felt = map.feeling(other.persona, at[2]);
    assert_eq!((felt.level, felt.name.as_str()), (Some(-3), "worried"));
    let before = other.session.map().clone();
    other.undo();
    other.redo();
    assert_eq!(other.session.map(), &before);
}

#[test]
fn without_what_the_app_adds_a_spreadsheet_gives_the_same_back() {
    let (mut one, lanes, steps) = table(3);
    add(&mut one, lanes[1], steps[0], "a \"quoted\"\tword\nand a line", None);
    add(&mut one, lanes[1], steps[0], "Now!", None);
    add(&mut one, lanes[2], steps[1], "=1+1", Some("web"));
    add(&mut one, lanes[1], steps[1], "=SUM(A1)", None);
    let picked = Picked::Block { from: (lanes[1], steps[0]), to: (lanes[2], steps[1]) };
    let area = picked.area(one.session.map(), None).unwrap();
    let clip = Clip::of(one.session.map(), &area, None, false);
    let text = clip.to_text();
    assert!(text.contains("\t'=SUM(A1)\n"), "formulas are defused: {text}");
    let html = clip.to_html();
    let plain = html.split("data-parcours").next().unwrap().to_owned()
        + &html[html.find("\"><tr>").unwrap() + 1..];
    for forms in [(None, Some(text.as_str())), (Some(plain.as_str()), None)] {
        let (mut other, there, at) = table(4);
        paste(&mut other, forms.0, forms.1, &cell(there[1], at[0]));
        let map = other.session.map();
        let first = texts(map, there[1], at[0]);
        assert_eq!(first.len(), 2, "{first:?}");
        assert!(first[0].starts_with("a \"quoted\"") && first[0].ends_with("and a line"));
        assert!(map.cards[&map.cell(there[1], at[0])[1]].star);
        assert_eq!(texts(map, there[1], at[1]), ["=SUM(A1)"]);
        let web = &map.cards[&map.cell(there[2], at[1])[0]];
        assert_eq!((web.text.as_str(), web.channel.as_deref()), ("=1+1", Some("web")));
    }
}

#[test]
fn a_block_past_the_end_adds_steps_and_lanes() {
    let (mut board, lanes, steps) = table(5);
    let text = "a\tb\tc\nd\te\tf\n\"g\nh\"\t\ti";
    let cards = paste(&mut board, None, Some(text), &cell(lanes[2], steps[1]));
    assert_eq!(cards.len(), 6, "the middle row became words of the curve");
    let map = board.session.map();
    assert_eq!((map.columns.len(), map.rows.len()), (4, 5));
    let added = map.columns[3];
    assert_eq!(added.stage, map.columns[2].stage, "in the last stage");
    let all: Vec<Id> = map.columns.iter().filter_map(|column| column.step).collect();
    assert_eq!(texts(map, lanes[2], all[3]), ["c"]);
    assert_eq!(map.feeling(board.persona, all[2]).name, "e");
    assert_eq!(texts(map, map.rows[4], all[1]), ["g", "h"]);
    assert_eq!(texts(map, map.rows[4], all[3]), ["i"]);
    board.undo();
    let map = board.session.map();
    assert_eq!((map.columns.len(), map.rows.len(), map.cells.len()), (3, 4, 0));
}

#[test]
fn one_cell_fills_every_cell_chosen_and_lines_are_cards_of_one() {
    let (mut board, lanes, steps) = table(6);
    let block = Area { lanes: lanes[..2].to_vec(), steps: steps[..2].to_vec(), only: None };
    paste(&mut board, Some("<table><tr><td>ok</td></tr></table>"), None, &block);
    let map = board.session.map();
    assert!(block.lanes.iter().all(|l| block.steps.iter().all(|s| texts(map, *l, *s) == ["ok"])));
    paste(&mut board, None, Some("first\r\nsecond\n\n third"), &cell(lanes[1], steps[2]));
    assert_eq!(texts(board.session.map(), lanes[1], steps[2]).len(), 3);
}

#[test]
fn below_the_selected_card() {
    let (mut board, lanes, steps) = table(7);
    let top = add(&mut board, lanes[0], steps[0], "top", None);
    add(&mut board, lanes[0], steps[0], "end", None);
    let map = board.session.map().clone();
    let brought = Brought::read(None, Some("one\ntwo")).unwrap();
    let area = cell(lanes[0], steps[0]);
    let filled = fill(&map, &brought, &area, (Some(top), None), NAMES, &mut board.source).unwrap();
    board.apply(filled.edit);
    assert_eq!(texts(board.session.map(), lanes[0], steps[0]), ["top", "one", "two", "end"]);
}

#[test]
fn what_was_cut_is_the_same_card_again_once_and_a_copy_after_that() {
    let (mut board, lanes, steps) = table(8);
    let card = add(&mut board, lanes[0], steps[0], "Now!", None);
    let spot = Some(Spot::Cell { lane: lanes[0], step: steps[0], card: Some(card) });
    let area = Picked::Nothing.area(board.session.map(), spot).unwrap();
    let clip = Clip::of(board.session.map(), &area, None, true);
    assert_eq!(clip.to_text(), "Now!", "one card is its text");
    board.apply(Edit::Delete(Thing::Card(card)));
    let html = clip.to_html();
    assert_eq!(paste(&mut board, Some(&html), None, &cell(lanes[1], steps[1])), [card]);
    let again = paste(&mut board, Some(&html), None, &cell(lanes[1], steps[2]));
    assert_ne!(again, [card]);
    let map = board.session.map();
    assert_eq!(texts(map, lanes[1], steps[1]), ["Now!"]);
    assert!(map.cards[&again[0]].star);
    // In another map it is a new card.
    let (mut other, there, at) = table(9);
    let new = paste(&mut other, Some(&html), None, &cell(there[0], at[0]));
    assert_ne!(new, [card]);
}

#[test]
fn a_table_with_the_headings_of_a_map_is_told_from_a_block() {
    let (board, ..) = table(10);
    let is_map = |text: &str| Brought::read(None, Some(text)).unwrap().is_map(board.session.map());
    assert!(is_map("\tBefore\tAfter\nTouchpoints\tPoster\tLetter\nWeather\tRain\tSun\n"));
    assert!(is_map("Stage\tBuy\tUse\nThoughts\tx\ty\n"), "a lane and a stage of this map");
    assert!(is_map("Phase\tLook\tTake\nPain points\tx\ty\nOpportunities\tz\tz"));
    assert!(is_map("Phase\tPain points\tOpportunities\nLook\tx\ty\n"), "turned");
    assert!(!is_map("a\tb\nc\td"));
    assert!(!is_map("Needs a price\t5\nReads\t6\nAsks\t7"));
    assert!(!is_map("one\ttwo"));
    assert!(!is_map("just a line"));
}

#[test]
fn strange_attributes_are_read_as_far_as_they_make_sense_or_not_at_all() {
    let read = |json: &str| {
        let json = json.replace('"', "&quot;");
        Brought::read(
            Some(&format!("<table data-parcours=\"{json}\"><tr><td>x</td></tr></table>")),
            None,
        )
    };
    for bad in ["", "{", "[]", "{\"rows\":3}", "{\"rows\":[]}", "{\"rows\":[[]]}"] {
        assert!(matches!(read(bad), Some(Brought::Table(_))), "{bad}");
    }
    let odd = "{\"map\":7,\"rows\":[[{\"cards\":[{\"text\":5},{\"text\":\"é&amp;\",\"id\":\"no\",\
        \"star\":1}]},{\"level\":99,\"word\":3},{}],4]}";
    let Some(Brought::Clip(clip)) = read(odd) else { panic!("no clip") };
    assert_eq!(clip.map, "");
    let CellClip::Cards(cards) = &clip.rows[0][0] else { panic!("no cards") };
    assert_eq!((cards.len(), cards[0].text.as_str(), cards[0].star), (1, "é&", false));
    assert_eq!(clip.rows[0][1], CellClip::Felt(None, String::new()));
    assert_eq!(Brought::read(Some("<b> </b>"), Some("  ")), None);
    assert_eq!(Brought::read(None, None), None);
}

#[test]
fn details_tags_and_sources_go_along_as_far_as_they_mean_something_there() {
    let (mut one, lanes, steps) = table(11);
    let card = add(&mut one, lanes[0], steps[0], "Now!", None);
    let thing = Thing::Card(card);
    let text = |text: &str| Some(Value::Text(text.into()));
    let (persona, note) = (one.persona.to_string(), one.source.id());
    let (field, of, at) = (NoteField::Source, thing, 0);
    for edit in [
        Edit::Set { thing, detail: Detail::Colour, value: text("teal") },
        Edit::Set { thing, detail: Detail::Persona, value: text(&persona) },
        Edit::Set { thing, detail: Detail::Picture, value: text("abc") },
        Edit::Tag { card, tag: "quick \"win\"".into(), on: true },
        Edit::AddNote { note, of, field, text: "Interview 3".into(), at },
    ] {
        one.apply(edit);
    }
    let spot = Some(Spot::Cell { lane: lanes[0], step: steps[0], card: Some(card) });
    let area = Picked::Nothing.area(one.session.map(), spot).unwrap();
    let html = Clip::of(one.session.map(), &area, None, false).to_html();

    let (mut other, there, at) = table(12);
    let new = paste(&mut other, Some(&html), None, &cell(there[0], at[0]))[0];
    let map = other.session.map();
    assert_eq!(map.word(Thing::Card(new), Detail::Colour), "teal");
    assert_eq!(map.tags_of(new).collect::<Vec<_>>(), ["quick \"win\""]);
    let sources: Vec<_> = map.notes_in(Thing::Card(new), NoteField::Source).collect();
    assert_eq!(sources[0].1.text, "Interview 3");
    assert_eq!(map.word(Thing::Card(new), Detail::Persona), "", "nobody of that map");
    assert_eq!(map.word(Thing::Card(new), Detail::Picture), "", "its bytes stayed there");

    let again = paste(&mut one, Some(&html), None, &cell(lanes[0], steps[1]))[0];
    let map = one.session.map();
    assert_eq!(map.word(Thing::Card(again), Detail::Persona), persona);
    assert_eq!(map.word(Thing::Card(again), Detail::Picture), "abc");

    // Of a strange hand: what is no value of a detail is left out, the card comes.
    let odd =
        html.replace("&quot;teal&quot;", "[1]").replace("&quot;picture&quot;", "&quot;width&quot;");
    let new = paste(&mut other, Some(&odd), None, &cell(there[0], at[1]))[0];
    assert!(!other.session.map().details.contains_key(&Thing::Card(new)));
}

#[test]
fn a_card_pasted_into_another_map_meets_the_touchpoint_of_its_name_there_or_brings_it_along_once() {
    let (mut one, lanes, steps) = table(21);
    let text = |text: &str| Some(Value::Text(text.into()));
    for (name, step) in [("Kiosk", 0), ("Web shop", 0), ("Web shop", 1)] {
        let list = List::Touchpoints;
        let id = one.session.map().entry_named(list, name).unwrap_or_else(|| {
            let id = one.source.id();
            one.apply(Edit::AddEntry { list, id, name: name.into(), at: 9 });
            let thing = Thing::Entry(list, id);
            one.apply(Edit::Set { thing, detail: Detail::Leads, value: text("An order") });
            id
        });
        let thing = Thing::Card(add(&mut one, lanes[2], steps[step], "", None));
        one.apply(Edit::Set { thing, detail: Detail::Touchpoint, value: text(&id.to_string()) });
    }
    let area = Area { lanes: vec![lanes[2]], steps: steps[..2].to_vec(), only: None };
    let clip = Clip::of(one.session.map(), &area, None, false);
    let html = clip.to_html();
    // Other programs get the name that stands on the board.
    assert_eq!(clip.to_text(), "\"Kiosk\nWeb shop\"\tWeb shop");
    assert!(html.contains("<td>Kiosk<br ") && html.contains("<td>Web shop</td>"), "{html}");
    let single = Area { steps: vec![steps[1]], ..area.clone() };
    assert_eq!(Clip::of(one.session.map(), &single, None, false).to_text(), "Web shop");

    let (mut other, there, at) = table(22);
    let (list, kiosk) = (List::Touchpoints, other.source.id());
    other.apply(Edit::AddEntry { list, id: kiosk, name: " KIOSK ".into(), at: 0 });
    let pasted = paste(&mut other, Some(&html), None, &cell(there[2], at[0]));
    let map = other.session.map();
    let met = |card: Id| map.referred(Thing::Card(card), Detail::Touchpoint).unwrap();
    assert_eq!(met(pasted[0]), Thing::Entry(list, kiosk));
    assert_eq!(map.word(met(pasted[0]), Detail::Leads), "", "what is said of it here stays");
    assert_eq!((met(pasted[1]), map.called(met(pasted[1]))), (met(pasted[2]), "Web shop"));
    assert_eq!(map.word(met(pasted[1]), Detail::Leads), "An order");
    assert_eq!(map.list(list).len(), 2);
    // Whoever writes the keys of an object in another order says the same.
    let at_met = html.find(",&quot;met&quot;:{").unwrap();
    let met_said = &html[at_met..at_met + html[at_met..].find('}').unwrap() + 1];
    let turned = html.replacen(met_said, "", 1);
    let turned = turned.replacen(
        "&quot;touchpoint&quot;",
        &format!("{},&quot;touchpoint&quot;", &met_said[1..]),
        1,
    );
    let turned = paste(&mut other, Some(&turned), None, &cell(there[2], at[1]))[0];
    let met = other.session.map().referred(Thing::Card(turned), Detail::Touchpoint);
    assert_eq!(met, Some(Thing::Entry(list, kiosk)));
    // On its own map it is the one it was, though another bears the same name.
    let twin = one.source.id();
    one.apply(Edit::AddEntry { list, id: twin, name: "Kiosk".into(), at: 0 });
    let again = paste(&mut one, Some(&html), None, &cell(lanes[2], steps[0]))[0];
    let map = one.session.map();
    assert_ne!(
        map.referred(Thing::Card(again), Detail::Touchpoint),
        Some(Thing::Entry(list, twin))
    );
    assert_eq!(map.list(list).len(), 3);
    // In the bin too: it does not come into being a second time.
    let of = map.referred(Thing::Card(again), Detail::Touchpoint).unwrap();
    one.apply(Edit::Delete(of));
    let html = Clip::of(one.session.map(), &area, None, false).to_html();
    let last = paste(&mut one, Some(&html), None, &cell(lanes[2], steps[0]))[0];
    let map = one.session.map();
    assert_eq!(map.referred(Thing::Card(last), Detail::Touchpoint), Some(of));
    assert_eq!(map.list(list).len(), 2);
}

#[test]
fn a_block_past_the_end_of_the_board_counts_what_it_adds() {
    let (mut board, lanes, steps) = table(1);
    let brought = Brought::read(None, Some("a\tb\tc\td\ne\tf\tg\th\n")).unwrap();
    let map = board.session.map().clone();
    let (lane, step) = (*lanes.last().unwrap(), *steps.last().unwrap());
    let filled =
        fill(&map, &brought, &cell(lane, step), (None, None), NAMES, &mut board.source).unwrap();
    assert_eq!((filled.steps, filled.lanes), (3, 1));
    board.apply(filled.edit);
    let now = board.session.map();
    assert_eq!(now.columns.len(), map.columns.len() + 3);
    assert_eq!(now.rows.len(), map.rows.len() + 1);
}
