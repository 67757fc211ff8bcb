//! A formatted text in the hand of an editor: characters that each know what they bear.

use super::rich::{Block, Mark, Marked, Rich};
use std::rc::Rc;

/// What a character bears.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Look {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub em: bool,
    /// The address it leads to.
    pub link: Option<Rc<str>>,
}

impl Look {
    /// The value of a mark.
    pub fn value(&self, mark: Mark) -> Option<&str> {
        match mark {
            Mark::Strong => self.strong.then_some(""),
            Mark::Em => self.em.then_some(""),
            Mark::Link => self.link.as_deref(),
        }
    }

    /// Sets or clears a mark.
    pub fn set(&mut self, mark: Mark, value: Option<&str>) {
        match mark {
            Mark::Strong => self.strong = value.is_some(),
            Mark::Em => self.em = value.is_some(),
            Mark::Link => self.link = value.map(Rc::from),
        }
    }
}

/// The text. Positions count characters, not code units.
#[derive(Clone, PartialEq, Debug)]
pub struct Styled {
    /// Its characters.
    pub letters: Vec<(char, Look)>,
    /// What each line is; as many as there are lines.
    pub blocks: Vec<Block>,
}

impl Default for Styled {
    fn default() -> Self {
        Styled { letters: Vec::new(), blocks: vec![Block::Plain] }
    }
}

impl Styled {
    /// From a plain text and its formatting.
    pub fn new(text: &str, rich: Option<&Rich>) -> Self {
        let none = Rich::default();
        let rich = rich.unwrap_or(&none);
        let (mut letters, mut at) = (Vec::new(), 0);
        for c in text.chars() {
            let mut look = Look::default();
            for one in rich.marks.iter().filter(|one| one.from <= at && at < one.to) {
                look.set(one.mark, Some(&one.value));
            }
            letters.push((c, look));
            at += c.len_utf16();
        }
        let blocks = (0..=text.matches('\n').count()).map(|line| rich.block(line)).collect();
        Styled { letters, blocks }
    }

    /// The plain text.
    pub fn text(&self) -> String {
        self.letters.iter().map(|(c, _)| *c).collect()
    }

    /// The formatting, if there is any.
    pub fn rich(&self) -> Option<Box<Rich>> {
        let mut rich = Rich::default();
        let mut at = 0;
        for (c, look) in &self.letters {
            let to = at + c.len_utf16();
            for mark in Mark::ALL {
                if let Some(value) = look.value(mark) {
                    rich.marks.push(Marked { from: at, to, mark, value: value.to_owned() });
                }
            }
            at = to;
        }
        rich.lines = self.blocks.iter().copied().enumerate().collect();
        rich.settle()
    }

    /// The line a position is on.
    pub fn line(&self, at: usize) -> usize {
        self.letters[..at.min(self.letters.len())].iter().filter(|(c, _)| *c == '\n').count()
    }

    /// Where the line of a position begins.
    pub fn line_start(&self, at: usize) -> usize {
        let head = &self.letters[..at.min(self.letters.len())];
        head.iter().rposition(|(c, _)| *c == '\n').map_or(0, |place| place + 1)
    }

    /// Puts another text in place of a stretch; gives the position behind it. A line keeps what it is
    /// while the break before it stays.
    pub fn replace(&mut self, from: usize, to: usize, new: &Styled) -> usize {
        let to = to.min(self.letters.len());
        let from = from.min(to);
        let (first, last) = (self.line(from), self.line(to));
        let more = new.blocks.get(1..).unwrap_or_default().to_vec();
        self.blocks.splice(first + 1..=last, more);
        if from == self.line_start(from) && first == last && new.blocks[0] != Block::Plain {
            self.blocks[first] = new.blocks[0];
        }
        self.letters.splice(from..to, new.letters.iter().cloned());
        from + new.letters.len()
    }

    /// Whether all of a stretch bears a mark; of an empty one, whether the character before it does.
    pub fn bears(&self, (from, to): (usize, usize), mark: Mark) -> bool {
        let stretch = if from < to {
            &self.letters[from..to]
        } else {
            &self.letters[from.saturating_sub(1)..from]
        };
        !stretch.is_empty() && stretch.iter().all(|(_, look)| look.value(mark).is_some())
    }

    /// Sets or clears a mark on a stretch.
    pub fn mark(&mut self, (from, to): (usize, usize), mark: Mark, value: Option<&str>) {
        for (_, look) in self.letters.iter_mut().take(to).skip(from) {
            look.set(mark, value);
        }
    }

    /// Makes the lines of a stretch items of a list, or plain again where all of them are.
    pub fn toggle(&mut self, (from, to): (usize, usize), block: Block) {
        let lines = self.line(from)..=self.line(to);
        let lines = &mut self.blocks[lines];
        let block = if lines.iter().all(|own| *own == block) { Block::Plain } else { block };
        lines.fill(block);
    }

    /// What a new line at a position brings: it goes on as the line is. `None` on an item without
    /// words, which ends the list.
    pub fn new_line(&self, at: usize) -> Option<Styled> {
        let block = self.blocks[self.line(at)];
        let start = self.line_start(at);
        let bare = |place: usize| self.letters.get(place).is_none_or(|(c, _)| *c == '\n');
        if block != Block::Plain && start == at && bare(at) {
            return None;
        }
        Some(Styled { letters: vec![('\n', Look::default())], blocks: vec![Block::Plain, block] })
    }

    /// The stretch around a position that leads to one address.
    pub fn link_around(&self, at: usize) -> Option<(usize, usize, Rc<str>)> {
        let here = at.checked_sub(1)?;
        let link = self.letters.get(here)?.1.link.clone()?;
        let same = |place: &usize| self.letters[*place].1.link.as_ref() == Some(&link);
        let from = (0..=here).rev().take_while(same).last()?;
        let to = (here..self.letters.len()).take_while(same).last()? + 1;
        Some((from, to, link))
    }

    /// Makes the line an item when what stands before the position is what people type to begin one: a
    /// dash, a star or "1." and a space. Gives the position after it.
    pub fn begin_list(&mut self, at: usize) -> Option<usize> {
        let (line, start) = (self.line(at), self.line_start(at));
        let head: String = self.letters[start..at].iter().map(|(c, _)| *c).collect();
        let block = match head.as_str() {
            "- " | "* " | "• " => Block::Bullet,
            "1. " | "1) " => Block::Number,
            _ => return None,
        };
        if self.blocks[line] != Block::Plain {
            return None;
        }
        self.letters.drain(start..at);
        self.blocks[line] = block;
        Some(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_text() {
        let mark = |from, to, mark, value: &str| Marked { from, to, mark, value: value.into() };
        let marks = vec![
            mark(0, 5, Mark::Strong, ""),
            mark(1, 3, Mark::Em, ""),
            mark(3, 6, Mark::Link, "https://a.b"),
        ];
        let rich = Rich { marks, lines: vec![(1, Block::Bullet)] };
        let styled = Styled::new("a😀bcd\ne", Some(&rich));
        assert_eq!((styled.text().as_str(), *styled.rich().unwrap()), ("a😀bcd\ne", rich));
        assert_eq!(Styled::new("plain\ntext", None).rich(), None);
    }

    #[test]
    fn lines_go_with_their_breaks() {
        let mut styled = Styled::new("a\nb\nc", None);
        styled.toggle((0, 5), Block::Bullet);
        assert_eq!(styled.blocks, [Block::Bullet; 3]);
        let more = styled.new_line(1).unwrap();
        assert_eq!(styled.replace(1, 1, &more), 2);
        assert_eq!((styled.text().as_str(), styled.blocks.len()), ("a\n\nb\nc", 4));
        assert!(styled.new_line(2).is_none());
        styled.toggle((2, 2), Block::Bullet);
        assert_eq!(styled.blocks[1], Block::Plain);
        styled.replace(1, 4, &Styled::default());
        assert_eq!((styled.text().as_str(), styled.blocks.len()), ("a\nc", 2));
        styled.replace(0, 3, &Styled::new("x", None));
        assert_eq!((styled.text().as_str(), styled.blocks.as_slice()), ("x", &[Block::Bullet][..]));
    }

    #[test]
    fn a_dash_and_a_space_begin_a_list() {
        let mut styled = Styled::new("so\n- ", None);
        assert_eq!(styled.begin_list(5), Some(3));
        assert_eq!((styled.text().as_str(), styled.blocks[1]), ("so\n", Block::Bullet));
        assert_eq!(Styled::new("so - ", None).begin_list(5), None);
    }

    #[test]
    fn a_link_is_found_from_any_of_its_letters() {
        let mut styled = Styled::new("see this now", None);
        styled.mark((4, 8), Mark::Link, Some("https://a.b"));
        assert_eq!(styled.link_around(6), Some((4, 8, "https://a.b".into())));
        assert_eq!(styled.link_around(4), None);
        assert!(styled.bears((4, 8), Mark::Link) && !styled.bears((3, 8), Mark::Link));
    }
}
