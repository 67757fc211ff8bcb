//! Draws a formatted text into the page, and finds the caret in it. Nothing foreign is ever put in:
//! elements are made here, from characters.

use crate::model::rich::Block;
use crate::model::styled::{Look, Styled};
use crate::ui::prelude::*;
use web_sys::{Element, Node};

/// The name of a sort of line in the sheet of styles.
pub fn block_name(block: Block) -> &'static str {
    match block {
        Block::Plain => "plain",
        Block::Bullet => "bullet",
        Block::Number => "number",
    }
}

fn element(tag: &str) -> Option<Element> {
    document().create_element(tag).ok()
}

/// Draws a text into an element, line by line.
pub fn draw(root: &Element, styled: &Styled) {
    root.set_text_content(None);
    let mut letters = styled.letters.iter().peekable();
    for block in &styled.blocks {
        let Some(line) = element("div") else { return };
        let _ = line.set_attribute("class", "text-line");
        let _ = line.set_attribute("data-block", block_name(*block));
        let mut empty = true;
        while let Some((c, look)) = letters.next_if(|(c, _)| *c != '\n') {
            let mut text = String::from(*c);
            while let Some((c, _)) = letters.next_if(|(c, next)| *c != '\n' && next == look) {
                text.push(*c);
            }
            let node: Node = document().create_text_node(&text).into();
            let _ = line.append_child(&dressed(node, look));
            empty = false;
        }
        letters.next();
        // An empty line has no height, and no place for the caret, without it.
        if empty && let Some(space) = element("br") {
            let _ = line.append_child(&space);
        }
        let _ = root.append_child(&line);
    }
}

fn dressed(mut node: Node, look: &Look) -> Node {
    let tags = [(look.em, "em"), (look.strong, "strong"), (look.link.is_some(), "a")];
    for (_, tag) in tags.into_iter().filter(|(on, _)| *on) {
        let Some(outer) = element(tag) else { continue };
        if let Some(link) = look.link.as_deref().filter(|_| tag == "a") {
            // No address of its own: nobody leaves the page from a text they are typing.
            let _ = outer.set_attribute("data-href", link);
        }
        let _ = outer.append_child(&node);
        node = outer.into();
    }
    node
}

/// A place in the page: a node and an offset in it.
pub type Place = Option<(Node, u32)>;

/// Where the selection begins and ends, as it was made: anchor and focus.
pub fn selected() -> [Place; 2] {
    let Ok(Some(selection)) = window().get_selection() else { return [None, None] };
    let anchor = selection.anchor_node().map(|node| (node, selection.anchor_offset()));
    let focus = selection.focus_node().map(|node| (node, selection.focus_offset()));
    [anchor, focus]
}

/// Selects from one position to another in a text that [`draw`] drew.
pub fn select(root: &Element, anchor: usize, focus: usize) {
    let (Some(from), Some(to)) = (place(root, anchor), place(root, focus)) else { return };
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.set_base_and_extent(&from.0, from.1, &to.0, to.1);
    }
}

/// The place in the page of a position.
fn place(root: &Element, position: usize) -> Place {
    let mut left = position;
    let mut line = root.first_child();
    while let Some(now) = line {
        let letters = now.text_content().unwrap_or_default().chars().count();
        line = now.next_sibling();
        if left <= letters || line.is_none() {
            return Some(within(&now, &mut left).unwrap_or((now, 0)));
        }
        left -= letters + 1;
    }
    None
}

fn within(node: &Node, left: &mut usize) -> Place {
    if node.node_type() == Node::TEXT_NODE {
        let text = node.node_value().unwrap_or_default();
        let letters = text.chars().count();
        if *left <= letters {
            let offset = text.chars().take(*left).map(char::len_utf16).sum::<usize>();
            return Some((node.clone(), offset as u32));
        }
        *left -= letters;
        return None;
    }
    let mut child = node.first_child();
    while let Some(now) = child {
        if let Some(found) = within(&now, left) {
            return Some(found);
        }
        child = now.next_sibling();
    }
    None
}
