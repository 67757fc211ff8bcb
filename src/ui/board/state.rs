//! The board's own state: selection, open editor, scroll window, layout. A handle shared by its parts.

use super::shown::Shown;
use crate::geometry::board::{Frame, GAP, Layout, Placed, Row, visible};
use crate::geometry::heights::Heights;
use crate::geometry::spot::Spot;
use crate::geometry::wrap::Table;
use crate::model::map::Column;
use crate::model::{Id, Thing};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
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

/// Which panel stands beside the board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Panel {
    /// What the last imports brought.
    Reports,
    /// What copies would bring.
    Incoming,
    /// Fields with two values.
    Choices,
    /// The details of the selected thing.
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
}

/// How far beyond the window rows, columns and cards stay mounted, px. Not before the first paint.
const REACH: f64 = 240.0;

/// The board's state. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Board {
    /// The shared state of the screen.
    pub shell: Shell,
    /// The selection.
    pub spot: RwSignal<Option<Spot>>,
    /// The open editor.
    pub editing: RwSignal<Option<Editing>>,
    /// The persona whose line is moved.
    pub persona: RwSignal<Option<Id>>,
    /// What this browser leaves out or folds.
    pub shown: RwSignal<Shown>,
    /// The open panel.
    pub panel: RwSignal<Option<Panel>>,
    /// The scrolled element.
    pub scroller: NodeRef<html::Div>,
    /// Widths of columns.
    pub frame: RwSignal<Frame>,
    /// Counts up when rows or columns moved.
    pub laid: RwSignal<u32>,
    /// Left and top of the window, in steps of 60 px.
    pub scroll: RwSignal<(f64, f64)>,
    /// Width and height of the window.
    pub size: RwSignal<(f64, f64)>,
    /// How far beyond the window is mounted, px.
    pub reach: RwSignal<f64>,
    layout: StoredValue<Layout, LocalStorage>,
    heights: StoredValue<Heights, LocalStorage>,
    places: StoredValue<HashMap<Column, usize>, LocalStorage>,
}

impl Board {
    /// A board for the open map, in a window of this width.
    pub fn new(shell: Shell, widths: Table, size: (f64, f64)) -> Self {
        let mut heights = Heights::new(widths);
        let frame = shell.mirror.read(|map| Frame::fit(size.0, map.columns.len()));
        let layout = shell.mirror.read(|map| Layout::new(map, frame, &mut heights));
        let board = Board {
            shell,
            spot: RwSignal::new(None),
            editing: RwSignal::new(None),
            persona: RwSignal::new(None),
            shown: RwSignal::new(Shown::default()),
            panel: RwSignal::new(None),
            scroller: NodeRef::new(),
            frame: RwSignal::new(frame),
            laid: RwSignal::new(0),
            scroll: RwSignal::new((0.0, 0.0)),
            size: RwSignal::new(size),
            reach: RwSignal::new(0.0),
            layout: StoredValue::new_local(layout),
            heights: StoredValue::new_local(heights),
            places: StoredValue::new_local(HashMap::new()),
        };
        board.index();
        board
    }

    /// Mounts what lies around the window too, once what is in it was painted.
    pub fn reach_out(self) {
        request_animation_frame(move || {
            let reach = move || {
                // The board may have been left meanwhile.
                if self.reach.try_get_untracked().is_some() {
                    self.reach.set(REACH);
                }
            };
            set_timeout(reach, std::time::Duration::ZERO);
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
        let width = self.size.get_untracked().0;
        let frame = self.shell.mirror.read(|map| Frame::fit(width, map.columns.len()));
        let layout = self.heights.try_update_value(|heights| {
            self.shell.mirror.read(|map| Layout::new(map, frame, heights))
        });
        if let Some(layout) = layout {
            self.layout.set_value(layout);
        }
        self.index();
        self.frame.set(frame);
        self.laid.update(|laid| *laid += 1);
    }

    /// The screen measured a card: mends the estimate and, if rows above the window grew, scrolls with
    /// them so that nothing on the screen jumps.
    pub fn mend(&self, measured: &[(Id, f64)]) {
        let width = self.frame.get_untracked().card();
        let editing = match self.editing.get_untracked().map(|editing| editing.target) {
            Some(Target::Card(card, ..)) => Some(card),
            _ => None,
        };
        let draft = match self.editing.get_untracked().map(|editing| editing.target) {
            Some(Target::Card(card, lane, Some((step, _)))) => Some((card, (lane, step))),
            _ => None,
        };
        let mut cells = Vec::new();
        self.heights.try_update_value(|heights| {
            self.shell.mirror.read(|map| {
                for (id, height) in measured {
                    let Some(card) = map.cards.get(id) else {
                        if let Some((draft, cell)) = draft
                            && draft == *id
                            && heights.make_room(Some((cell, height + GAP)))
                        {
                            cells.push(cell);
                        }
                        continue;
                    };
                    if editing == Some(*id) && heights.make_room(None) {
                        cells.push((card.lane, card.step));
                    }
                    if editing == Some(*id) {
                        if heights.hold(*id, *height) {
                            cells.push((card.lane, card.step));
                        }
                    } else if heights.mend(map, *id, card, width, *height) {
                        cells.push((card.lane, card.step));
                    }
                }
            });
        });
        if cells.is_empty() {
            return;
        }
        let anchor = self.anchor();
        self.relayout(&cells, false);
        self.shell.mirror.touch(cells.iter().map(|(lane, step)| Mark::Cell(*lane, *step)));
        if let (Some((lane, top)), Some(scroller)) = (anchor, self.scroller.get_untracked())
            && let Some(row) = self.row_now(lane)
            && (row.top - top).abs() > 0.5
        {
            scroller.set_scroll_top(scroller.scroll_top() + (row.top - top).round() as i32);
        }
    }

    /// What was kept for a card of this cell while it was typed into is forgotten.
    pub fn release(&self, card: Id, cell: (Id, Id)) {
        self.heights.try_update_value(|heights| {
            heights.release(card);
            heights.make_room(None);
        });
        self.relayout(&[cell], false);
    }

    /// The topmost row in the window, with its top.
    fn anchor(&self) -> Option<(Id, f64)> {
        let top = f64::from(self.scroller.get_untracked()?.scroll_top());
        self.layout.with_value(|layout| {
            layout
                .rows()
                .iter()
                .find(|row| row.top + row.height > top)
                .map(|row| (row.lane, row.top))
        })
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

    /// Left of a column, px; watches the layout.
    pub fn left(&self, column: Column) -> f64 {
        self.laid.track();
        let frame = self.frame.get();
        let place = self.places.with_value(|places| places.get(&column).copied().unwrap_or(0));
        frame.header + frame.column * place as f64
    }

    /// The position of a column, from 0.
    pub fn place_of(&self, column: Column) -> usize {
        self.laid.track();
        self.places.with_value(|places| places.get(&column).copied().unwrap_or(0))
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

    /// The rows in the window, and that of the selection.
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
            if let Some(kept) = kept
                && !shown.contains(&kept)
                && rows.iter().any(|row| row.lane == kept)
            {
                shown.push(kept);
            }
            shown
        })
    }

    /// The positions of the columns in the window: first and one past the last.
    pub fn span_in_view(&self) -> (usize, usize) {
        let count = self.shell.mirror.watch(Mark::Shape, |map| map.columns.len());
        let frame = self.frame.get();
        let (left, width, reach) = (self.scroll.get().0, self.size.get().0, self.reach.get());
        let first = ((left - reach) / frame.column).floor().max(0.0) as usize;
        let end = ((left + width - frame.header + reach) / frame.column).ceil().max(0.0) as usize;
        (first.min(count), end.min(count))
    }

    /// The columns in the window, and that of the selection.
    pub fn columns_in_view(&self) -> Vec<Column> {
        let (first, end) = self.span_in_view();
        let spot = self.spot.get();
        self.shell.mirror.watch(Mark::Shape, |map| {
            let mut shown = map.columns[first..end].to_vec();
            if let Some(kept) = spot.and_then(|spot| spot.column(map)).map(|at| map.columns[at])
                && !shown.contains(&kept)
            {
                shown.push(kept);
            }
            shown
        })
    }
}
