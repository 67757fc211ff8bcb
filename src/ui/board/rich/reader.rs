//! Reads a formatted text back from the page, or from another program's HTML.
//!
//! While a text is typed into the browser alters the page as it likes; what stands there is read with
//! tolerance.

use super::page::Place;
use crate::model::rich::{Block, may_follow};
use crate::model::styled::{Look, Styled};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// What was read, with the positions of two places in it.
pub struct Reading {
    /// The text.
    pub styled: Styled,
    /// The positions of the places asked for.
    pub places: [Option<usize>; 2],
    /// Whether it stands as [`draw`] draws it.
    pub tidy: bool,
}

/// Where the reading stands on its line.
#[derive(Clone, Copy, PartialEq)]
enum Pen {
    /// The line is open and nothing is on it.
    Fresh,
    /// Something is on it.
    Filled,
    /// It ended; what comes next begins another.
    Closed,
}

struct Reader<'a> {
    out: Reading,
    wanted: &'a [Place; 2],
    foreign: bool,
    pen: Pen,
}

/// Reads what stands in an element; `wanted` are places in it. `foreign` is from another program: the
/// spaces and line breaks of its source mean nothing, its links and styles do.
pub fn read(root: &Node, wanted: &[Place; 2], foreign: bool) -> Reading {
    let out = Reading {
        styled: Styled::default(),
        places: [None; 2],
        tidy: root.first_child().is_some(),
    };
    let mut reader = Reader { out, wanted, foreign, pen: Pen::Fresh };
    reader.children(root, &Look::default(), Block::Plain, 0);
    reader.out
}

impl Reader<'_> {
    /// A wanted place may be right here, before the child or letter of this number.
    fn pass(&mut self, node: &Node, number: u32) {
        for (place, wanted) in self.out.places.iter_mut().zip(self.wanted) {
            let here = wanted.as_ref().is_some_and(|(of, at)| *at == number && of == node);
            if here {
                *place = Some(self.out.styled.letters.len());
            }
        }
    }

    fn break_line(&mut self, block: Block) {
        let letters = &mut self.out.styled.letters;
        while self.foreign && letters.last().is_some_and(|(c, _)| *c == ' ') {
            letters.pop();
        }
        self.out.styled.letters.push(('\n', Look::default()));
        self.out.styled.blocks.push(block);
    }

    /// What comes next stands on a line.
    fn begin(&mut self) {
        if self.pen == Pen::Closed {
            self.break_line(Block::Plain);
        }
    }

    fn children(&mut self, node: &Node, look: &Look, block: Block, depth: u32) {
        let (mut child, mut number) = (node.first_child(), 0);
        while let Some(now) = child {
            self.pass(node, number);
            // No page nests so deep; a hostile paste might.
            if depth < 60 {
                self.node(&now, look, block, depth);
            }
            number += 1;
            child = now.next_sibling();
        }
        self.pass(node, number);
    }

    fn node(&mut self, node: &Node, look: &Look, block: Block, depth: u32) {
        if node.node_type() == Node::TEXT_NODE {
            self.out.tidy &= depth > 0;
            self.text(node, look, block);
            return;
        }
        let Some(element) = node.dyn_ref::<Element>() else { return };
        let tag = element.tag_name();
        let mut look = look.clone();
        match tag.as_str() {
            "SCRIPT" | "STYLE" | "HEAD" | "TITLE" | "TEMPLATE" => return,
            "BR" => {
                self.begin();
                // The last one of a line only holds it open.
                if node.next_sibling().is_some() {
                    self.break_line(block);
                    self.out.tidy = false;
                }
                self.pen = if self.pen == Pen::Closed { Pen::Fresh } else { self.pen };
                return;
            }
            "DIV" | "P" | "LI" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "BLOCKQUOTE" | "PRE"
            | "TR" => {
                let own = block_of(element, &tag, block);
                self.out.tidy &= tag == "DIV" && depth == 0 && element.has_attribute("data-block");
                if self.pen == Pen::Fresh {
                    if let Some(last) = self.out.styled.blocks.last_mut() {
                        *last = own;
                    }
                } else {
                    self.break_line(own);
                }
                self.pen = Pen::Fresh;
                self.children(node, &look, own, depth + 1);
                self.pen = Pen::Closed;
                return;
            }
            "B" | "STRONG" => look.strong = true,
            "I" | "EM" => look.em = true,
            "A" => look.link = address(element, self.foreign).map(|href| href.as_str().into()),
            _ => {}
        }
        if self.foreign {
            styles(element, &mut look);
        }
        self.out.tidy &= matches!(tag.as_str(), "STRONG" | "EM" | "A");
        self.children(node, &look, block, depth + 1);
    }

    fn text(&mut self, node: &Node, look: &Look, block: Block) {
        let text = node.node_value().unwrap_or_default();
        if self.foreign {
            self.foreign_text(&text, look);
            return;
        }
        if !text.is_empty() {
            self.begin();
            self.pen = Pen::Filled;
        }
        let mut offset = 0;
        for c in text.chars() {
            self.pass(node, offset);
            if c == '\n' {
                self.break_line(block);
                self.out.tidy = false;
            } else {
                self.out.styled.letters.push((c, look.clone()));
            }
            offset += c.len_utf16() as u32;
        }
        self.pass(node, offset);
    }

    fn foreign_text(&mut self, text: &str, look: &Look) {
        for c in text.chars() {
            let space = c.is_whitespace() && c != '\u{a0}';
            let blank = |c: char| c == ' ' || c == '\n';
            let after = self.out.styled.letters.last().is_none_or(|(last, _)| blank(*last));
            if space && (after || self.pen != Pen::Filled) {
                continue;
            }
            self.begin();
            self.pen = Pen::Filled;
            let shown = if space || c == '\u{a0}' { ' ' } else { c };
            self.out.styled.letters.push((shown, look.clone()));
        }
    }
}

fn block_of(element: &Element, tag: &str, outer: Block) -> Block {
    match (tag, element.get_attribute("data-block").as_deref()) {
        (_, Some("bullet")) => Block::Bullet,
        (_, Some("number")) => Block::Number,
        (_, Some(_)) => Block::Plain,
        ("LI", None) => match element.parent_element().map(|list| list.tag_name()).as_deref() {
            Some("OL") => Block::Number,
            _ => Block::Bullet,
        },
        _ => outer,
    }
}

fn address(link: &Element, foreign: bool) -> Option<String> {
    if foreign {
        return link.get_attribute("href").filter(|href| may_follow(href));
    }
    link.get_attribute("data-href")
}

/// What other programs say by styles.
fn styles(element: &Element, look: &mut Look) {
    let Some(style) = element.get_attribute("style") else { return };
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let says = |what: &[&str]| what.iter().any(|one| style.contains(one));
    if says(&["font-weight:bold", "font-weight:6", "font-weight:7", "font-weight:8"]) {
        look.strong = true;
    } else if says(&["font-weight:normal", "font-weight:4"]) {
        look.strong = false;
    }
    if says(&["font-style:italic"]) {
        look.em = true;
    }
}

/// What HTML from another program says, as a formatted text. It is read in a document of its own, where
/// nothing is loaded and nothing runs.
pub fn from_html(html: &str) -> Option<Styled> {
    let parser = web_sys::DomParser::new().ok()?;
    let parsed = parser.parse_from_string(html, web_sys::SupportedType::TextHtml).ok()?;
    let mut styled = read(&parsed.body()?.into(), &[None, None], true).styled;
    while styled.letters.last().is_some_and(|(c, _)| *c == ' ' || *c == '\n') {
        if let Some(('\n', _)) = styled.letters.pop() {
            styled.blocks.pop();
        }
    }
    Some(styled)
}
