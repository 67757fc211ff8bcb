//! Of a journey map: its conclusion, what goes back, and the experience maps it belongs to.

use super::brought::summary;
use crate::analysis::summary::Summary;
use crate::i18n::fill;
use crate::model::note::CONCLUSION;
use crate::model::{NoteField, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::command::{Command, Route};
use crate::ui::details::note;
use crate::ui::icons;
use crate::ui::journeys::{chip, parents, standing_of, title};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::panels::details::noted::NoteLines;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The body of the part.
pub fn conclusion(board: Board) -> AnyView {
    let shell = board.shell;
    let lines = CONCLUSION.map(|field: NoteField| {
        view! {
            <NoteLines
                of=Thing::Map
                field=field
                heading=Signal::derive(move || note(shell.t(), field).to_owned())
                more=Signal::derive(move || shell.t().journeys.add_line.to_owned())
            />
        }
    });
    let said = memo(move || {
        board.views.rested.track();
        shell.mirror.watch(Mark::Thing(Thing::Map), Summary::of)
    });
    let own = move || shell.mirror.watch(Mark::Thing(Thing::Map), |map| map.id.clone());
    let above = memo(move || parents(shell, &own()));
    let parts = move || {
        let all = above.get().into_iter().map(|(map, lead)| {
            let called = title(shell, &map.title);
            let (name, words) = (called.clone(), called);
            let from = lead.from.clone();
            let slot = map.slot.clone();
            view! {
                <li class="journey">
                    <span class="journey-head">
                        <a class="journey-name" href=Route::Map(map.slot).href()>{name}</a>
                        {move || standing_of(shell, &lead).map(|stand| chip(shell, stand))}
                    </span>
                    {(!from.is_empty())
                        .then(|| {
                            let from = from.clone();
                            view! {
                                <span class="journey-why">
                                    {move || fill(shell.t().journeys.from, &[&from])}
                                </span>
                            }
                        })}
                    <Button
                        label=Signal::derive(move || fill(shell.t().journeys.bring_up, &[&words]))
                        short=Signal::derive(move || shell.t().journeys.bring_back.to_owned())
                        icon=icons::UP
                        on_press=Callback::new(move |()| shell.send(Command::BringUp(slot.clone())))
                    />
                </li>
            }
        });
        all.collect_view()
    };
    view! {
        <h3 class="method-sub">{move || shell.t().journeys.conclusion}</h3>
        <div class="details">{lines.into_iter().collect_view()}</div>
        <h3 class="method-sub">{move || shell.t().journeys.summary}</h3>
        {move || {
            let said = said.get();
            if said.is_empty() {
                view! { <p class="panel-hint">{shell.t().journeys.nothing_said}</p> }.into_any()
            } else {
                summary(shell, said)
            }
        }}
        <h3 class="method-sub">{move || shell.t().journeys.belongs}</h3>
        <Show
            when=move || above.with(|all| !all.is_empty())
            fallback=move || {
                view! { <p class="panel-hint">{move || shell.t().journeys.belongs_none}</p> }
            }
        >
            <ul class="journeys">{parts}</ul>
        </Show>
    }
    .into_any()
}
