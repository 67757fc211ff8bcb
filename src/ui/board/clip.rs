//! Cut, copy and paste on the board: by the browser's own events, and by the menu.

use super::curve::active_now;
use super::state::Board;
use crate::exchange::table::{self, Brought, CARRIED, Clip, Names};
use crate::geometry::picked::Area;
use crate::geometry::spot::Spot;
use crate::i18n::fill;
use crate::model::{Id, LaneKind, Source, Thing};
use crate::ui::actions;
use crate::ui::command::Command;
use crate::ui::lanes;
use crate::ui::shell::Shell;
use wasm_bindgen::JsCast;

/// Fresh ids of the app.
pub struct Fresh(pub Shell);

impl Source for Fresh {
    fn now(&mut self) -> i64 {
        js_sys::Date::now() as i64
    }

    fn random(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        for (byte, digits) in
            bytes.iter_mut().zip(self.0.id().to_string().replace('-', "").as_bytes().chunks(2))
        {
            let digits = std::str::from_utf8(digits).unwrap_or_default();
            *byte = u8::from_str_radix(digits, 16).unwrap_or_default();
        }
        bytes
    }

    fn id(&mut self) -> Id {
        self.0.id()
    }
}

/// What the selection copies as; the whole board where nothing is selected.
pub fn clip(board: Board, cut: bool) -> Option<Clip> {
    if board.shell.refuse_part() {
        return None;
    }
    board.shell.flush();
    let area = board.chosen_area()?;
    let persona = active_now(board);
    let mut clip = board.shell.mirror.read(|map| Clip::of(map, &area, persona, cut));
    take_pictures(board.shell, &mut clip);
    Some(clip)
}

/// Puts the pictures of its cards into a clip, unless they are too large for the clipboard.
fn take_pictures(shell: Shell, clip: &mut Clip) {
    let keys = clip.shown();
    let found = shell
        .mirror
        .session(|session| keys.iter().filter_map(|key| session.picture(key)).collect::<Vec<_>>());
    let found = found.unwrap_or_default();
    if found.iter().map(Vec::len).sum::<usize>() > CARRIED {
        return shell.notify(shell.t_now().pictures.stay.to_owned(), false, None);
    }
    clip.pictures = found;
}

/// Ctrl+C and Ctrl+X as the browser tells of them. In a field they are the field's own business.
pub fn copied(board: Board, event: &web_sys::Event, cut: bool) {
    let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
    if on_field(event) || (cut && board.shell.mirror.is_looking()) {
        return;
    }
    let (Some(clip), Some(data)) = (clip(board, cut), event.clipboard_data()) else { return };
    event.prevent_default();
    let _ = data.set_data("text/plain", &clip.to_text());
    let _ = data.set_data("text/html", &clip.to_html());
    if cut {
        actions::delete(board);
    }
}

/// Copies or cuts by the menu.
pub fn copy(board: Board, cut: bool) {
    let Some(clip) = clip(board, cut) else { return };
    board.shell.send(Command::Copy(clip.to_html(), clip.to_text()));
    if cut {
        actions::delete(board);
    }
}

/// Ctrl+V as the browser tells of it.
pub fn pasted(board: Board, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
    let Some(data) = event.clipboard_data().filter(|_| !on_field(event)) else { return };
    if super::pictures::pasted(board, &data) {
        return event.prevent_default();
    }
    let of = |format: &str| data.get_data(format).ok().filter(|text| !text.is_empty());
    let (html, text) = (of("text/html"), of("text/plain"));
    if html.is_some() || text.is_some() {
        event.prevent_default();
        paste(board, html, text);
    }
}

fn on_field(event: &web_sys::Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT")
            || element.has_attribute("contenteditable")
    })
}

/// Puts what the clipboard holds on the board: a table with the headings of a map becomes stages and
/// lanes by their names, anything else fills the cells from the selected one on.
pub fn paste(board: Board, html: Option<String>, text: Option<String>) {
    let shell = board.shell;
    if shell.refuse_look() || shell.refuse_part() {
        return;
    }
    shell.flush();
    board.editing.set(None);
    let Some(brought) = Brought::read(html.as_deref(), text.as_deref()) else { return };
    let headed = shell.mirror.read(|map| brought.is_map(map));
    if headed {
        return shell.send(Command::Paste(html, text));
    }
    let Some(area) = landing(board) else { return };
    let after = match board.spot.get_untracked() {
        Some(Spot::Cell { card, .. }) => card,
        _ => None,
    };
    let names = Names { lane: lanes::name(shell.t_now(), LaneKind::Text), step: "" };
    let persona = active_now(board);
    let filled = shell
        .mirror
        .read(|map| table::fill(map, &brought, &area, (after, persona), names, &mut Fresh(shell)));
    let Some(filled) = filled else { return };
    let cards: Vec<Thing> = filled.cards.iter().copied().map(Thing::Card).collect();
    shell.send(Command::Apply(filled.edit, 0));
    board.pick_things(&cards);
    let (t, locale) = (shell.t_now(), shell.locale.get_untracked());
    let added: Vec<String> = [(filled.steps, t.hands.steps), (filled.lanes, t.reports.lanes)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, forms)| locale.count(count, forms))
        .collect();
    if cards.len() > 1 || !added.is_empty() {
        let count = locale.count(cards.len(), t.library.cards);
        let mut said = fill(t.reports.pasted, &[&count]);
        if !added.is_empty() {
            said = format!("{said} {}", fill(t.hands.added, &[&added.join(", ")]));
        }
        let undo = (t.board.undo.to_owned(), Command::Undo);
        shell.notify(said, false, Some(undo));
    }
}

/// The cells a paste goes to: those chosen; from a header, the first cell under or beside it.
fn landing(board: Board) -> Option<Area> {
    let mut area = board.chosen_area()?;
    area.only = None;
    let whole = !matches!(board.spot.get_untracked(), Some(Spot::Cell { .. }));
    if whole {
        area.lanes.truncate(1);
        area.steps.truncate(1);
    }
    (!area.lanes.is_empty() && !area.steps.is_empty()).then_some(area)
}
