//! A formatted text on a card: paragraphs and lists, with what is bold, italic and a link.

use crate::model::rich::{Block, Line, Piece, Rich, lines};
use crate::ui::prelude::*;

/// The text.
pub fn formatted(text: &str, rich: &Rich) -> AnyView {
    let all = lines(text, rich);
    let parts = all.chunk_by(|a, b| a.block == b.block).map(part).collect_view();
    view! { <div class="card-lines">{parts}</div> }
}

/// Lines of one sort, one after the other: a list, or plain lines.
fn part(lines: &[Line]) -> AnyView {
    let items = |block: &'static str| {
        let item =
            move |line: &Line| view! { <li class="text-line" data-block=block>{pieces(line)}</li> };
        lines.iter().map(item).collect_view()
    };
    match lines[0].block {
        Block::Bullet => view! { <ul>{items("bullet")}</ul> },
        Block::Number => view! { <ol>{items("number")}</ol> },
        Block::Plain => {
            let line = |line: &Line| view! { <div class="text-line">{pieces(line)}</div> };
            lines.iter().map(line).collect_view().into_any()
        }
    }
}

/// Opens an address in a window that knows nothing of this one.
pub fn follow(href: &str) {
    let _ = window().open_with_url_and_target_and_features(href, "_blank", "noopener,noreferrer");
}

/// The text where nothing in it can be pressed, as in a button: its lines with what stands before items.
pub fn flat(text: &str, rich: &Rich) -> AnyView {
    let line = |(at, line): (usize, &Line)| {
        let head = line.head().map(|head| format!("{head} "));
        let head = format!("{}{}", if at == 0 { "" } else { "\n" }, head.unwrap_or_default());
        let pieces = line.pieces.iter().map(dressed).collect_view();
        view! { {head} {pieces} }.into_any()
    };
    lines(text, rich).iter().enumerate().map(line).collect_view().into_any()
}

fn pieces(line: &Line) -> AnyView {
    line.pieces.iter().map(piece).collect_view().into_any()
}

fn dressed(piece: &Piece) -> AnyView {
    let mut shown = piece.text.clone().into_any();
    if piece.em {
        shown = view! { <em>{shown}</em> };
    }
    if piece.strong {
        shown = view! { <strong>{shown}</strong> };
    }
    shown
}

fn piece(piece: &Piece) -> AnyView {
    let shown = dressed(piece);
    match &piece.link {
        None => shown,
        Some(href) => view! {
            <a
                class="card-link"
                href=href.clone()
                title=href.clone()
                target="_blank"
                rel="noopener noreferrer"
                tabindex="-1"
                draggable="false"
            >
                {shown}
            </a>
        },
    }
}
