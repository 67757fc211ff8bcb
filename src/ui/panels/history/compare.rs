//! Choosing two points to be compared.

use super::words;
use crate::i18n::fill;
use crate::model::timeline::Point;
use crate::ui::board::state::Board;
use crate::ui::boxed::effect;
use crate::ui::command::Command;
use crate::ui::history::Walk;
use crate::ui::memo::memo;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// Two lists of points and a button. `at` is where the slider stands.
#[component]
pub fn Compare(at: RwSignal<usize>) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let points = memo(move || match shell.history.line.get() {
        Some(line) => words::points(shell, &line, Some(at.get())),
        None => Vec::new(),
    });
    let (from, to) = (RwSignal::new(None::<Point>), RwSignal::new(Some(Point::Now)));
    // What was chosen may have gone: a version into the bin, a moment by a newer timeline.
    effect(move || {
        points.with(|points| {
            let there = |chosen: &Option<Point>| {
                points.iter().any(|(point, _)| Some(point) == chosen.as_ref())
            };
            if !from.with_untracked(there) {
                let before = points.iter().find(|(point, _)| *point != Point::Now);
                from.set(before.map(|(point, _)| point.clone()));
            }
            if !to.with_untracked(there) {
                to.set(Some(Point::Now));
            }
        });
    });
    let called = move |point: &Point| {
        points.with_untracked(|points| {
            let found = points.iter().find(|(known, _)| known == point);
            found.map(|(_, words)| words.clone()).unwrap_or_default()
        })
    };
    let press = Callback::new(move |()| {
        if let (Some(from), Some(to)) = (from.get_untracked(), to.get_untracked()) {
            let words = fill(shell.t_now().history.compared, &[&called(&from), &called(&to)]);
            shell.send(Command::History(Walk::Compare(from, to, words)));
        }
    });
    let list = move |chosen: RwSignal<Option<Point>>, label: fn(Board) -> &'static str| {
        let board = expect_context::<Board>();
        view! {
            <label class="history-choice">
                <span>{move || label(board)}</span>
                <select
                    class="select"
                    on:change=move |event| {
                        let place = event_target_value(&event).parse::<usize>().ok();
                        let point = place.and_then(|place| {
                            points.with_untracked(|p| p.get(place).map(|(point, _)| point.clone()))
                        });
                        chosen.set(point);
                    }
                >
                    {move || {
                        let options = points.get().into_iter().enumerate();
                        options
                            .map(|(place, (point, words))| {
                                view! {
                                    <option
                                        value=place
                                        prop:selected=move || {
                                            chosen.with(|chosen| chosen.as_ref() == Some(&point))
                                        }
                                    >
                                        {words}
                                    </option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
        }
    };
    view! {
        <h3>{move || shell.t().history.compare}</h3>
        <div class="history-compare">
            {list(from, |board| board.shell.t().history.compare_from)}
            {list(to, |board| board.shell.t().history.compare_to)}
            <Button
                label=Signal::derive(move || shell.t().history.compare.to_owned())
                disabled=Signal::derive(move || {
                    from.with(Option::is_none) || from.get() == to.get()
                })
                on_press=press
            />
        </div>
    }
}
