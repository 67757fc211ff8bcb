//! The edits that lead from one formatted text to another: what an editor, a copy and a draft write.

use super::delta::{Delta, Stretch, units};
use super::edit::{Edit, TextOf};
use super::rich::{Mark, Rich};

/// The edits that give a text without formatting this one.
pub fn format(of: TextOf, text: &str, rich: Option<&Rich>) -> Vec<Edit> {
    let none = Rich::default();
    let mut delta = Delta::default();
    delta.push(Stretch::Keep(units(text)));
    rich.map_or_else(Vec::new, |rich| changes(of, &none, rich, &delta, text))
}

/// The edits that lead from the formatting `old` to `new` once the change of the plain text is made that
/// leads to `text`. What came is given all its marks, whatever its neighbours bear; of what stayed only
/// what differs, so that another's work beside it stays.
pub(crate) fn changes(of: TextOf, old: &Rich, new: &Rich, change: &Delta, text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !old.lines.is_empty() || !new.lines.is_empty() {
        let mut at = 0;
        for (number, line) in text.split('\n').enumerate() {
            edits.push(Edit::SetLine { of, at, block: new.block(number) });
            at += units(line) + 1;
        }
    }
    if old.marks.is_empty() && new.marks.is_empty() {
        return edits;
    }
    for mark in Mark::ALL {
        let (mut was, mut now) = (0, 0);
        let mut open: Option<(usize, Option<&str>)> = None;
        let mut close = |open: &mut Option<(usize, Option<&str>)>, to: usize| {
            if let Some((from, value)) = open.take() {
                let value = value.map(str::to_owned);
                edits.push(Edit::Mark { of, from, to, mark, value });
            }
        };
        for stretch in &change.0 {
            let (count, came) = match stretch {
                Stretch::Delete(n) => {
                    was += n;
                    continue;
                }
                Stretch::Keep(n) => (*n, false),
                Stretch::Insert(text) => (units(text), true),
            };
            for _ in 0..count {
                let value = new.at(mark, now);
                let differs = came || old.at(mark, was) != value;
                if open.is_some_and(|(_, open)| !differs || open != value) {
                    close(&mut open, now);
                }
                if differs && open.is_none() {
                    open = Some((now, value));
                }
                now += 1;
                was += usize::from(!came);
            }
        }
        close(&mut open, now);
    }
    edits
}
