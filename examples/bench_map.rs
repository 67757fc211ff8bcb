//! Writes a bench map as a file, with so many changes made to it: `bench_map LANES STEPS CARDS_A_CELL FILE
//! [CHANGES]`.

#[path = "../benches/maps/edits.rs"]
mod edits;
// Each bench builds some of these maps.
#[allow(dead_code)]
#[path = "../benches/maps/mod.rs"]
mod maps;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match write(&words) {
        Ok(cards) => {
            println!("{cards} cards in {}", words[3]);
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}\nbench_map LANES STEPS CARDS_A_CELL FILE [CHANGES]");
            ExitCode::FAILURE
        }
    }
}

/// Builds the map and writes it; gives the number of its cards.
fn write(words: &[String]) -> Result<usize, String> {
    let (shape, changes) = match words {
        [shape @ .., changes] if words.len() == 5 => (shape, changes.as_str()),
        shape => (shape, "0"),
    };
    let [lanes, steps, cards, file] = shape else {
        return Err("four or five words are needed".into());
    };
    let number = |word: &str| word.parse::<usize>().map_err(|error| format!("{word}: {error}"));
    let shape = maps::Shape { lanes: number(lanes)?, steps: number(steps)?, cards: number(cards)? };
    let mut map = maps::build(shape).map_err(|refused| format!("refused: {refused:?}"))?;
    edits::edit(&mut map, number(changes)?)?;
    std::fs::write(file, map.session.save()).map_err(|error| format!("{file}: {error}"))?;
    Ok(map.cards.len())
}
