//! The board's own state: selection, open editor, scroll window, layout. A handle shared by its parts.

use super::arrival::Arrivals;
use super::grounds::{Grounds, grounds};
use crate::analysis::shown::Shown;
use crate::geometry::board::{Layout, Placed, Row};
use crate::geometry::heights::Heights;
use crate::geometry::picked::Picked;
use crate::geometry::spot::Spot;
use crate::geometry::window::{Frame, visible};
use crate::geometry::wrap::Table;
use crate::model::map::Column;
use crate::model::{Id, Thing};
use crate::ui::boxed::effect;
use crate::ui::memo::Memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use crate::ui::views::state::Views;
use leptos::html;
use std::collections::HashMap;

/// What is being typed into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// The name of a stage, step, lane or persona.
    Name(Thing),
    /// The text of a card of this lane; a draft is a card that does not exist yet, at this step and
    /// position.
    Card(Id, Id, Option<(Id, usize)>),
    /// The word of a feeling: persona, step.
    Word(Id, Id),
}

/// An open editor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Editing {
    /// What.
    pub target: Target,
    /// Typing replaces the whole text.
    pub replace: bool,
}

/// What a search found on the board.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hits {
    /// The search is open.
    pub open: bool,
    /// The things found, in the order of the board.
    pub found: Vec<Thing>,
    /// The position of the one stepped on.
    pub at: usize,
}

/// Which panel stands beside the board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// What the last imports brought.
    Reports,
    /// What copies would bring.
    Incoming,
    /// Fields with two values.
    Choices,
    /// What the map is.
    About,
    /// The details of the selected thing, header or point of the curve.
    Details,
    /// The personas.
    Personas,
    /// The feelings as a table.
    Feelings,
    /// Bin and unplaced cards.
    Bin,
    /// The history of the map.
    History,
    /// What a file tells, and the export without history.
    Share,
    /// How this variant differs from its original.
    Variant,
    /// The list of keys.
    Keys,
    /// My own actions.
    Actions,
    /// The filter and the saved views.
    Views,
    /// The method: where the map stands, what is missing.
    Method,
    /// The inventory of touchpoints.
    Touchpoints,
    /// The map as a template.
    Publish,
}

/// How far beyond the window rows, columns and cards stay mounted, px. Not before the first paint, and not before all
/// cells of the map are there.
const REACH: f64 = 240.0;

/// The board's state. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Board {
    /// The shared state of the screen.
    pub shell: Shell,
    /// How the map is looked at.
    pub views: Views,
    /// The selection.
    pub spot: RwSignal<Option<Spot>>,
    /// What is chosen beside it.
    pub picked: RwSignal<Picked>,
    /// The next selected place leaves what is chosen as it is.
    pub(super) held: StoredValue<bool>,
    /// What the search found, and the one of it that is stepped on.
    pub hits: RwSignal<Hits>,
    /// The palette of actions is open.
    pub palette: RwSignal<bool>,
    /// Where the menu of the selection is open, px in the window.
    pub menu: RwSignal<Option<(f64, f64)>>,
    /// The person goes on with Tab from cell to cell, as from field to field.
    pub entering: RwSignal<bool>,
    /// The card just made by typing: typing on begins another below it.
    pub made: StoredValue<Option<Thing>>,
    /// The open editor.
    pub editing: RwSignal<Option<Editing>>,
    /// The persona whose line is moved.
    pub persona: RwSignal<Option<Id>>,
    /// What this browser leaves out or folds.
    pub shown: Memo<Shown>,
    /// The sources of the research log, and when they are old.
    pub grounds: Grounds,
    /// The open panel.
    pub panel: RwSignal<Option<Panel>>,
    /// The panel that the method led to: there is a way back from it.
    pub led: RwSignal<Option<Panel>>,
    /// The part of the method that is open, or that something leads to.
    pub part: RwSignal<Option<&'static str>>,
    /// The scrolled element.
    pub scroller: NodeRef<html::Div>,
    /// Usual widths of columns and headers.
    pub frame: RwSignal<Frame>,
    /// Counts up when rows or columns moved.
    pub laid: RwSignal<u32>,
    /// Left and top of the window on the sheet, in steps of 60 px.
    pub scroll: RwSignal<(f64, f64)>,
    /// Width and height of the window, px of the sheet.
    pub size: RwSignal<(f64, f64)>,
    /// The board was painted: what stands around the grid is mounted too.
    pub stands: RwSignal<bool>,
    /// How far beyond the window is mounted, px.
    pub reach: RwSignal<f64>,
    pub(super) arrivals: StoredValue<Arrivals>,
    pub(super) layout: StoredValue<Layout, LocalStorage>,
    pub(super) heights: StoredValue<Heights, LocalStorage>,
    pub(super) places: StoredValue<HashMap<Column, usize>, LocalStorage>,
}

impl Board {
    /// A board for the open map, in a window of this width.
    pub fn new(shell: Shell, widths: Table, size: (f64, f64)) -> Self {
        let views = Views::new(shell);
        let (zoom, compact) = untrack(|| views.sight.with(|s| (s.zoom as f64 / 100.0, s.compact)));
        let mut heights = Heights::new(widths);
        heights.set_compact(compact);
        let frame = shell.mirror.read(|map| Frame::fit(size.0, map.columns.len(), compact));
        let size = (size.0 / zoom, size.1 / zoom);
        let laid = shell.mirror.laid();
        let layout = shell.mirror.read(|map| Layout::new(map, frame, &mut heights, laid.as_ref()));
        let board = Board {
            shell,
            views,
            spot: RwSignal::new(None),
            picked: RwSignal::new(Picked::Nothing),
            held: StoredValue::new(false),
            hits: RwSignal::new(Hits::default()),
            palette: RwSignal::new(false),
            menu: RwSignal::new(None),
            entering: RwSignal::new(false),
            made: StoredValue::new(None),
            editing: RwSignal::new(None),
            persona: RwSignal::new(None),
            shown: views.shown,
            grounds: grounds(shell),
            panel: RwSignal::new(None),
            led: RwSignal::new(None),
            part: RwSignal::new(None),
            scroller: NodeRef::new(),
            frame: RwSignal::new(frame),
            laid: RwSignal::new(0),
            scroll: RwSignal::new((0.0, 0.0)),
            size: RwSignal::new(size),
            stands: RwSignal::new(false),
            reach: RwSignal::new(0.0),
            arrivals: StoredValue::new(Arrivals::new()),
            layout: StoredValue::new_local(layout),
            heights: StoredValue::new_local(heights),
            places: StoredValue::new_local(HashMap::new()),
        };
        board.index();
        board.shut();
        board
    }

    /// Whether the board is still shown. What a frame or a clock calls must ask before it reads
    /// anything of the board: reading what is gone is a panic.
    pub fn is_there(self) -> bool {
        self.reach.try_get_untracked().is_some()
    }

    /// Does something before the next frame is painted, if the board was not left until then.
    pub fn next_frame(self, work: impl FnOnce() + 'static) {
        request_animation_frame(move || {
            if self.is_there() {
                work();
            }
        });
    }

    /// Mounts what stands around the grid once that was painted, and what lies around the window once all cells of
    /// the map are there.
    pub fn reach_out(self) {
        self.next_frame(move || {
            let stand = move || {
                if self.is_there() {
                    self.stands.set(true);
                }
            };
            set_timeout(stand, std::time::Duration::ZERO);
        });
        effect(move || {
            // Told when they are.
            self.shell.mirror.watch(Mark::Shape, |_| ());
            if !self.stands.get() || !self.shell.mirror.is_whole() {
                return;
            }
            if self.reach.get_untracked() == 0.0 {
                self.reach.set(REACH);
            }
        });
    }

    fn index(&self) {
        let places = self.shell.mirror.read(|map| {
            map.columns.iter().enumerate().map(|(place, column)| (*column, place)).collect()
        });
        self.places.set_value(places);
    }

    /// Follows a change of the map, before anyone is told of it.
    pub fn relayout(&self, cells: &[(Id, Id)], shape: bool) {
        if shape {
            self.rebuild();
            return;
        }
        let moved = self.layout.try_update_value(|layout| {
            self.heights.try_update_value(|heights| {
                self.shell.mirror.read(|map| layout.refresh(map, cells, heights))
            })
        });
        if moved.flatten() == Some(true) {
            self.laid.update(|laid| *laid += 1);
        }
    }

    /// Lays everything out again: another map, other columns, another window width.
    pub fn rebuild(&self) {
        // The width of the window itself: zooming leaves the columns as they are. Drawn smaller or
        // larger, the sheet scrolls anyway: a panel beside it does not make it narrower still.
        let zoom = self.zoom_now();
        let room = self.size.get_untracked().0 * zoom;
        let width = if zoom == 1.0 { room } else { super::window_size().0 }.round();
        let compact = self.views.compact.get_untracked();
        let frame = self.shell.mirror.read(|map| Frame::fit(width, map.columns.len(), compact));
        let layout = self.heights.try_update_value(|heights| {
            heights.set_compact(compact);
            self.shell.mirror.read(|map| {
                let mut layout = Layout::new(map, frame, heights, None);
                self.shown.with_untracked(|shown| layout.shut(map, shown, heights));
                layout
            })
        });
        if let Some(layout) = layout {
            self.layout.set_value(layout);
        }
        self.index();
        self.frame.set(frame);
        self.laid.update(|laid| *laid += 1);
    }

    /// A row, as it stands now.
    pub fn row_now(&self, lane: Id) -> Option<Row> {
        self.layout.with_value(|layout| layout.rows().iter().find(|row| row.lane == lane).copied())
    }

    /// A row; watches the layout.
    pub fn row(&self, lane: Id) -> Option<Row> {
        self.laid.track();
        self.row_now(lane)
    }

    /// Height of all rows; watches the layout.
    pub fn height(&self) -> f64 {
        self.laid.track();
        self.layout.with_value(Layout::height)
    }

    /// The cards of a cell with their places; watches the cell.
    pub fn cards(&self, lane: Id, step: Id) -> Vec<Placed> {
        self.shell.mirror.watch(Mark::Cell(lane, step), |map| {
            self.layout.with_value(|layout| {
                self.heights
                    .try_update_value(|heights| layout.place(map, lane, step, heights))
                    .unwrap_or_default()
            })
        })
    }

    /// The rows in the window, and that of the selection, in their order.
    pub fn rows_in_view(&self) -> Vec<Id> {
        self.laid.track();
        let (top, height, reach) = (self.scroll.get().1, self.size.get().1, self.reach.get());
        let kept = self.spot.with(|spot| match spot {
            Some(Spot::Cell { lane, .. } | Spot::Lane(lane)) => Some(*lane),
            _ => None,
        });
        self.layout.with_value(|layout| {
            let rows = layout.rows();
            let bands = rows.iter().map(|row| (row.top, row.height));
            let (first, end) = visible(bands, top - reach, top + height + reach);
            let mut shown: Vec<Id> = rows[first..end].iter().map(|row| row.lane).collect();
            match rows.iter().position(|row| Some(row.lane) == kept) {
                Some(kept) if kept < first => shown.insert(0, rows[kept].lane),
                Some(kept) if kept >= end => shown.push(rows[kept].lane),
                _ => {}
            }
            shown
        })
    }
}
