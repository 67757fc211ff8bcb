//! The pictures of the map that can't be shown, why, and the room all pictures take.

use super::details::pictured::room;
use crate::geometry::spot;
use crate::i18n::fill;
use crate::model::Thing;
use crate::model::picture::Fault;
use crate::ui::board::state::{Board, Panel};
use crate::ui::names;
use crate::ui::prelude::*;

/// The list, while there is something to tell.
#[component]
pub fn Unseen() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    // Worked out when the panel opens: no key press waits for the bytes of pictures.
    let all = shell.mirror.session(|session| session.pictures_unseen()).unwrap_or_default();
    let pictured =
        shell.mirror.read(|map| map.details.keys().any(|of| !map.picture(*of).is_empty()));
    let line = move |(thing, fault): (Thing, Option<Fault>)| {
        let go = move |_| {
            let spot = shell.mirror.read(|map| spot::of(map, thing));
            match (spot, thing) {
                (Some(spot), _) => board.go(spot),
                (None, Thing::Persona(_)) => board.panel.set(Some(Panel::Personas)),
                _ => {}
            }
        };
        let words = move || {
            let (t, p) = (shell.t(), shell.t().pictures);
            let why = match fault {
                None => p.not_here,
                Some(Fault::TooLarge) => p.too_large,
                Some(Fault::NoPicture | Fault::OtherKey) => p.damaged,
            };
            let name = shell.mirror.read(|map| names::of(t, map, thing));
            fill(t.hands.says, &[&name, why])
        };
        view! {
            <li>
                <button type="button" class="line" on:click=go>
                    {words}
                </button>
            </li>
        }
    };
    view! {
        {(!all.is_empty())
            .then(|| {
                view! {
                    <section class="detail">
                        <h3 class="detail-name">{move || shell.t().pictures.unseen}</h3>
                        <ul class="report-lines">{all.into_iter().map(line).collect_view()}</ul>
                    </section>
                }
            })}
        {pictured.then_some(move || room(shell))}
    }
}
