//! Formatted texts: bold, italic, links and lists, through edits, merges, undo and copies.

mod story;

use automerge::marks::{ExpandMark, Mark as Stored};
use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc};
use parcours::model::compare::{What, compare};
use parcours::model::edit::{Edit, Refused, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::map::Field;
use parcours::model::rich::{Block, Mark, Rich, lines};
use parcours::model::rich_edits::format;
use parcours::model::{Id, Source, Thing};
use parcours::session::Session;
use story::{Board, typed};

fn of(card: Id) -> TextOf {
    TextOf::Of(Thing::Card(card))
}

fn mark(board: &mut Board, card: Id, from: usize, to: usize, mark: Mark, on: Option<&str>) {
    let value = on.map(str::to_owned);
    board.apply(Edit::Mark { of: of(card), from, to, mark, value });
}

fn bold(board: &mut Board, card: Id, from: usize, to: usize) {
    mark(board, card, from, to, Mark::Strong, Some(""));
}

fn line(board: &mut Board, card: Id, at: usize, block: Block) {
    board.apply(Edit::SetLine { of: of(card), at, block });
}

/// The text as it is shown: `*bold*`, `/italic/`, `[text](address)`, `- ` and `1. ` before items.
fn shown(board: &Board, card: Id) -> String {
    let card = &board.session.map().cards[&card];
    let none = Rich::default();
    let line = |line: &parcours::model::rich::Line| {
        let pieces = line.pieces.iter().map(|piece| {
            let mut text = piece.text.clone();
            if piece.em {
                text = format!("/{text}/");
            }
            if piece.strong {
                text = format!("*{text}*");
            }
            piece.link.iter().fold(text, |text, link| format!("[{text}]({link})"))
        });
        let head = match line.block {
            Block::Plain => "",
            Block::Bullet => "- ",
            Block::Number => "1. ",
        };
        format!("{head}{}", pieces.collect::<String>())
    };
    let all = lines(&card.text, card.rich.as_deref().unwrap_or(&none));
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn document(board: &mut Board) -> AutoCommit {
    AutoCommit::load(&board.session.save()).unwrap()
}

fn body(doc: &AutoCommit, card: Id) -> ObjId {
    let cards = doc.get(ROOT, "cards").unwrap().unwrap().1;
    let row = doc.get(&cards, card.to_string()).unwrap().unwrap().1;
    doc.get(&row, "body").unwrap().unwrap().1
}

#[test]
fn a_word_is_bold_a_line_an_item_and_undo_takes_both_back() {
    let mut board = Board::new(1);
    let card = board.card("call 😀 them\nthen wait");
    assert_eq!(board.session.map().cards[&card].rich, None);
    bold(&mut board, card, 5, 7);
    mark(&mut board, card, 5, 12, Mark::Em, Some(""));
    mark(&mut board, card, 18, 22, Mark::Link, Some("https://example.org"));
    line(&mut board, card, 15, Block::Bullet);
    assert_eq!(board.text(card), "call 😀 them\nthen wait");
    let all = "call */😀/*/ them/\n- then [wait](https://example.org)";
    assert_eq!(shown(&board, card), all);
    line(&mut board, card, 0, Block::Number);
    line(&mut board, card, 13, Block::Plain);
    assert_eq!(shown(&board, card), format!("1. {}", all.replace("- ", "")));
    for _ in 0..6 {
        board.undo();
    }
    assert_eq!(shown(&board, card), "call 😀 them\nthen wait");
    assert_eq!(board.session.map().cards[&card].rich, None);
    for _ in 0..4 {
        board.redo();
    }
    assert_eq!(shown(&board, card), all);
}

#[test]
fn what_stands_so_already_writes_nothing_and_nonsense_is_refused() {
    let mut board = Board::new(2);
    let card = board.card("a😀b");
    bold(&mut board, card, 0, 3);
    let heads = board.session.heads();
    bold(&mut board, card, 1, 3);
    line(&mut board, card, 0, Block::Plain);
    assert_eq!(board.session.heads(), heads);
    let value = Some(String::new());
    for (from, to) in [(0, 5), (2, 3), (0, 2), (3, 1)] {
        let edit = Edit::Mark { of: of(card), from, to, mark: Mark::Em, value: value.clone() };
        let refused = board.session.apply(edit, 0, &mut board.source);
        assert_eq!(refused.unwrap_err(), Refused::SpliceOutOfRange);
    }
    let past = Edit::SetLine { of: of(card), at: 9, block: Block::Bullet };
    assert!(board.session.apply(past, 0, &mut board.source).is_err());
    assert_eq!(board.session.heads(), heads);
}

#[test]
fn two_people_format_and_type_in_one_text_and_both_are_there() {
    let mut ada = Board::new(3);
    let card = ada.card("one two\nthree");
    let mut ben = ada.copy(4);
    bold(&mut ada, card, 0, 3);
    line(&mut ada, card, 8, Block::Bullet);
    mark(&mut ben, card, 4, 7, Mark::Em, Some(""));
    line(&mut ben, card, 8, Block::Bullet);
    ben.apply(Edit::EditText { of: of(card), splices: typed(2, "X") });
    ben.apply(Edit::EditText { of: of(card), splices: typed(14, "!") });
    ada.hear(&mut ben);
    ben.hear(&mut ada);
    // Both made the line an item: it is one, and no line came of it.
    assert_eq!(shown(&ada, card), "*onXe* /two/\n- three!");
    assert_eq!(shown(&ada, card), shown(&ben, card));
    // Ada takes hers back; what Ben wrote in the middle of it stays, as does his item.
    ada.undo();
    assert_eq!(shown(&ada, card), "*onXe* /two/\n- three!");
    ada.undo();
    assert_eq!(shown(&ada, card), "onXe /two/\n- three!");
}

#[test]
fn what_others_formatted_alike_without_knowing_stays_when_mine_is_undone() {
    let mut ada = Board::new(13);
    let card = ada.card("one two three");
    mark(&mut ada, card, 8, 13, Mark::Em, Some(""));
    let mut ben = ada.copy(14);
    // Ada: all bold, the last word no longer italic. Ben, apart: a word of each the same.
    let letters = Edit::EditText { of: of(card), splices: typed(0, "so ") };
    let bolder =
        Edit::Mark { of: of(card), from: 0, to: 16, mark: Mark::Strong, value: Some("".into()) };
    ada.apply(Edit::Several(vec![letters, bolder]));
    mark(&mut ada, card, 11, 16, Mark::Em, None);
    bold(&mut ben, card, 4, 7);
    mark(&mut ben, card, 8, 10, Mark::Em, None);
    ada.hear(&mut ben);
    assert_eq!(shown(&ada, card), "*so one two three*");
    ada.undo();
    assert_eq!(shown(&ada, card), "*so one two th**/ree/*");
    ada.undo();
    assert_eq!(shown(&ada, card), "one *two* th/ree/");
    ada.redo();
    ada.redo();
    assert_eq!(shown(&ada, card), "*so one two three*");
    // What Ben did once he had seen hers is no reason to keep it.
    ben.hear(&mut ada);
    ben.apply(Edit::EditText { of: of(card), splices: typed(4, "X") });
    ada.hear(&mut ben);
    ada.undo();
    ada.undo();
    assert_eq!(shown(&ada, card), "oXne *two* th/ree/");
}

#[test]
fn letters_deleted_and_brought_back_bear_what_they_bore() {
    let mut board = Board::new(5);
    let card = board.card("one two three");
    bold(&mut board, card, 4, 7);
    mark(&mut board, card, 6, 10, Mark::Link, Some("mailto:a@b.c"));
    line(&mut board, card, 0, Block::Bullet);
    let all = shown(&board, card);
    let cut = Splice { at: 2, delete: 6, insert: "…".into() };
    board.apply(Edit::EditText { of: of(card), splices: vec![cut] });
    assert_eq!(shown(&board, card), "- on…[th](mailto:a@b.c)ree");
    board.undo();
    assert_eq!(shown(&board, card), all);
    board.redo();
    board.undo();
    assert_eq!(shown(&board, card), all);
}

#[test]
fn a_list_keeps_its_lines_and_a_line_that_joins_another_is_no_item() {
    let mut board = Board::new(6);
    let card = board.card("a\nb\nc");
    for at in [0, 2, 4] {
        line(&mut board, card, at, Block::Bullet);
    }
    assert_eq!(shown(&board, card), "- a\n- b\n- c");
    let join = Splice { at: 1, delete: 1, insert: String::new() };
    board.apply(Edit::EditText { of: of(card), splices: vec![join] });
    assert_eq!(shown(&board, card), "- ab\n- c");
    board.apply(Edit::EditText { of: of(card), splices: typed(3, "in front ") });
    assert_eq!(shown(&board, card), "- ab\n- in front c");
    line(&mut board, card, 3, Block::Plain);
    assert_eq!(
        (shown(&board, card).as_str(), board.text(card)),
        ("- ab\nin front c", "ab\nin front c")
    );
    board.undo();
    board.undo();
    board.undo();
    assert_eq!(shown(&board, card), "- a\n- b\n- c");
}

#[test]
fn what_is_written_is_what_other_programs_read() {
    let mut board = Board::new(7);
    let card = board.card("see this\nand that");
    bold(&mut board, card, 0, 3);
    mark(&mut board, card, 4, 8, Mark::Link, Some("https://example.org/\"x\""));
    line(&mut board, card, 0, Block::Number);
    let doc = document(&mut board);
    let body = body(&doc, card);
    let marks: Vec<_> = doc
        .marks(&body)
        .unwrap()
        .into_iter()
        .map(|one| (one.name.to_string(), one.value.to_string(), one.start, one.end))
        .collect();
    let link = r#""{"href":"https://example.org/\"x\"","title":null}""#;
    // Bold grows to both sides, over the marker in front of it too; a link does not.
    assert_eq!(marks, [("link".into(), link.into(), 5, 9), ("strong".into(), "true".into(), 0, 4)]);
    let blocks: Vec<(String, String)> = doc
        .list_range(&body, ..)
        .filter_map(|item| {
            let text = |key| doc.get(item.id(), key).ok()?.map(|(value, _)| value.to_string());
            Some((text("type")?, text("isEmbed")?))
        })
        .collect();
    // Without a marker of its own the second line would be a part of the item.
    let said = |kind: &str| (format!("\"{kind}\""), "false".to_owned());
    assert_eq!(blocks, [said("ordered-list-item"), said("paragraph")]);
}

#[test]
fn what_prosemirror_writes_is_read() {
    let mut board = Board::new(8);
    let card = board.card("introitemlastnext");
    let mut doc = document(&mut board);
    let body = body(&doc, card);
    for (at, kind) in
        [(13, "paragraph"), (9, "ordered-list-item"), (5, "unordered-list-item"), (0, "heading")]
    {
        let block = doc.split_block(&body, at).unwrap();
        let text = doc.put_object(&block, "type", ObjType::Text).unwrap();
        doc.splice_text(&text, 0, 0, kind).unwrap();
        doc.put(&block, "isEmbed", false).unwrap();
    }
    let link = r#"{"href":"https://example.org","title":""}"#;
    doc.mark(&body, Stored::new("link".into(), link, 7, 11), ExpandMark::None).unwrap();
    doc.mark(&body, Stored::new("em".into(), true, 17, 21), ExpandMark::Both).unwrap();
    doc.mark(&body, Stored::new("strong".into(), false, 1, 3), ExpandMark::Both).unwrap();
    let known = board.session.heads();
    let bytes = doc.save_after(&known);
    board.session.merge_tab(&bytes).unwrap();
    assert_eq!(board.text(card), "intro\nitem\nlast\nnext");
    let all = "intro\n- [item](https://example.org)\n1. last\n/next/";
    assert_eq!(shown(&board, card), all);
    // Taking such an item out of the list keeps its line.
    line(&mut board, card, 6, Block::Plain);
    assert_eq!(shown(&board, card), all.replace("- ", ""));
    board.undo();
    assert_eq!(shown(&board, card), all);
}

#[test]
fn a_change_of_formatting_is_a_difference_and_is_undone_with_the_merge_that_brought_it() {
    let mut ada = Board::new(9);
    let card = ada.card("one two");
    let before = ada.session.map().clone();
    let mut ben = ada.copy(10);
    bold(&mut ben, card, 0, 3);
    line(&mut ben, card, 0, Block::Bullet);
    let merged = ada.take(&mut ben);
    let differences = compare(&before, ada.session.map()).items;
    assert_eq!(differences, merged.differences.items);
    let formatted = |what: &What| matches!(what, What::Changed { field: Field::Format, .. });
    assert!(differences.len() == 1 && formatted(&differences[0].what), "{differences:?}");
    assert_eq!(shown(&ada, card), "- *one* two");
    let merge = merged.merge.unwrap();
    ada.session.undo_merge(merge, &mut ada.source).unwrap();
    assert_eq!(shown(&ada, card), "one two");
    ada.session.redo_merge(merge, &mut ada.source).unwrap();
    assert_eq!(shown(&ada, card), "- *one* two");
}

#[test]
fn an_earlier_state_comes_back_with_its_formatting() {
    let mut board = Board::new(11);
    let card = board.card("one two\nthree");
    bold(&mut board, card, 0, 3);
    line(&mut board, card, 9, Block::Bullet);
    let heads: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    let then = shown(&board, card);
    mark(&mut board, card, 0, 13, Mark::Strong, None);
    board.write(card, "one 2 three");
    let now: Vec<String> = board.session.heads().iter().map(ToString::to_string).collect();
    board.session.restore(&heads, &now, [Thing::Card(card)], 0, &mut board.source).unwrap();
    assert_eq!(shown(&board, card), then);
}

#[test]
fn copies_carry_the_formatting() {
    let mut board = Board::new(12);
    let card = board.card("one two\nthree");
    bold(&mut board, card, 0, 3);
    mark(&mut board, card, 2, 7, Mark::Link, Some("https://example.org"));
    line(&mut board, card, 9, Block::Bullet);
    let then = shown(&board, card);
    let bytes = board.session.without_history(&mut board.source).unwrap();
    let session = Session::open(&[bytes], &mut Seeded::new(1)).unwrap().session;
    let id = *session.map().cards.keys().next().unwrap();
    let other = Board { session, ..board.copy(1) };
    assert_eq!(shown(&other, id), then);

    let twin = board.source.id();
    let found = board.session.map().cards[&card].clone();
    let (lane, step, text) = (board.lane, board.step, found.text.clone());
    let star = false;
    let mut all = vec![Edit::AddCard { card: twin, lane, step, at: 1, text, star, channel: None }];
    all.extend(format(of(twin), &found.text, found.rich.as_deref()));
    board.apply(Edit::Several(all));
    assert_eq!(board.session.map().cards[&twin].rich, found.rich);
}
