//! The bench maps: lanes × steps × cards a cell, with the same seeded texts as the floor page.

use parcours::model::edit::{Edit, Refused, Splice, TextOf};
use parcours::model::ids::Seeded;
use parcours::model::{Id, Kind, LaneKind, Source, Thing};
use parcours::session::Session;

/// How large a bench map is.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Rows.
    pub lanes: usize,
    /// Columns; every five make a stage.
    pub steps: usize,
    /// Cards in each cell.
    pub cards: usize,
}

/// A bench map and its cards, row by row.
pub struct BenchMap {
    /// The map, open.
    pub session: Session,
    /// Its cards.
    pub cards: Vec<Id>,
}

/// A bench map and a copy of it that went its own way for so many changes: letters typed, cards moved,
/// stars set, all over the board. Both as files.
///
/// # Errors
/// When the model refuses an edit, or a file does not open.
pub fn diverged(shape: Shape, changes: usize) -> Result<(Vec<u8>, Vec<u8>), String> {
    let refused = |refused: Refused| format!("an edit was refused: {refused:?}");
    let BenchMap { mut session, cards } = build(shape).map_err(refused)?;
    let ours = session.save();
    let mut source = Seeded::new(21);
    let opened = Session::open(std::slice::from_ref(&ours), &mut source);
    let mut copy = opened.map_err(|error| error.to_string())?.session;
    let (rows, columns) = (copy.map().rows.clone(), copy.map().columns.clone());
    let steps: Vec<Id> = columns.iter().filter_map(|column| column.step).collect();
    for at in 0..changes {
        let card = cards[source.below(cards.len())];
        let (lane, step) = (rows[source.below(rows.len())], steps[source.below(steps.len())]);
        let edit = match at % 10 {
            0 => Edit::MoveCard { card, lane, step, at: 0 },
            1 => Edit::SetStar { card, star: at % 4 == 1 },
            _ => {
                let splices = vec![Splice { at: 0, delete: 0, insert: "word ".into() }];
                Edit::EditText { of: TextOf::Of(Thing::Card(card)), splices }
            }
        };
        copy.apply(edit, 0, &mut source).map_err(refused)?;
    }
    Ok((ours, copy.save()))
}

/// The kinds the lanes take in turn: those that hold cards of their own.
const KINDS: [LaneKind; 8] = [
    LaneKind::Actions,
    LaneKind::Needs,
    LaneKind::Touchpoints,
    LaneKind::Thoughts,
    LaneKind::Pains,
    LaneKind::Opportunities,
    LaneKind::Solutions,
    LaneKind::Insights,
];

const STEPS_A_STAGE: usize = 5;

/// Makes the map of `shape`: always the same one, ids included.
///
/// # Errors
/// When the model refuses one of the edits.
pub fn build(shape: Shape) -> Result<BenchMap, Refused> {
    let mut source = Seeded::new(20);
    let mut edits = vec![
        Edit::SetText {
            of: TextOf::Title,
            text: format!("Bench {} × {} × {}", shape.lanes, shape.steps, shape.cards),
        },
        Edit::AddPersona { persona: source.id(), name: "Customer".into(), at: 0 },
    ];
    let steps = add_columns(shape.steps, &mut edits, &mut source);
    let lanes = add_rows(shape.lanes, &mut edits, &mut source);
    let mut cards = Vec::with_capacity(shape.lanes * shape.steps * shape.cards);
    let mut texts = texts();
    for &lane in &lanes {
        for &step in &steps {
            for at in 0..shape.cards {
                let card = source.id();
                cards.push(card);
                let text = texts.next().unwrap_or_default();
                edits.push(Edit::AddCard {
                    card,
                    lane,
                    step,
                    at,
                    text,
                    star: false,
                    channel: None,
                });
            }
        }
    }
    let (session, _) = Session::create(Kind::Journey, Edit::Several(edits), &mut source)?;
    Ok(BenchMap { session, cards })
}

fn add_columns(count: usize, edits: &mut Vec<Edit>, source: &mut Seeded) -> Vec<Id> {
    let mut steps = Vec::with_capacity(count);
    let mut stage = source.id();
    for column in 0..count {
        let (step, name) = (source.id(), format!("Step {}", column + 1));
        let at = column % STEPS_A_STAGE;
        if at == 0 {
            let position = column / STEPS_A_STAGE;
            stage = source.id();
            let named = format!("Stage {}", position + 1);
            edits.push(Edit::AddStage { stage, step, name: named, at: position });
            edits.push(Edit::SetText { of: TextOf::Of(Thing::Step(step)), text: name });
        } else {
            edits.push(Edit::AddStep { step, stage, name, at });
        }
        steps.push(step);
    }
    steps
}

fn add_rows(count: usize, edits: &mut Vec<Edit>, source: &mut Seeded) -> Vec<Id> {
    (0..count)
        .map(|at| {
            let lane = source.id();
            let kind = KINDS[at % KINDS.len()];
            edits.push(Edit::AddLane { lane, kind, name: format!("Lane {}", at + 1), at });
            lane
        })
        .collect()
}

/// Card texts of 3 to 15 words, as `benches/browser/floor/texts.js` yields them (xorshift32, Marsaglia
/// 2003); the words are read from there.
pub fn texts() -> impl Iterator<Item = String> {
    let script = include_str!("../browser/floor/texts.js");
    let list = script.split(';').next().unwrap_or_default();
    // Every odd piece between quotation marks is quoted.
    let words: Vec<&str> =
        list.split('"').skip(1).step_by(2).flat_map(str::split_whitespace).collect();
    let mut state: u32 = 2_463_534_242;
    let mut below = move |bound: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % bound
    };
    std::iter::repeat_with(move || {
        let count = 3 + below(13);
        (0..count).map(|_| words[below(words.len())]).collect::<Vec<_>>().join(" ")
    })
}
