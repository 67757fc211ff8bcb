//! The inventory of touchpoints beside the board: as a table and by channel and stage, with what is noticed
//! there, and mentions on others' pages.

pub mod findings;
pub mod line;
pub mod matrix;
pub mod mentions;
pub mod placing;

use crate::model::{Id, List};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::panels::new_entry::NewEntry;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use crate::ui::widgets::button::Button;
use findings::Findings;
use line::Line;
use matrix::Matrix;
use mentions::Mentions;

/// The touchpoint whose fields are open.
pub type Opened = RwSignal<Option<Id>>;

/// The panel.
#[component]
pub fn Inventory() -> AnyView {
    let shell = expect_context::<Board>().shell;
    let all = entries(shell, List::Touchpoints);
    let (opened, by_channel) = (RwSignal::new(None::<Id>), RwSignal::new(false));
    let open = Callback::new(move |id| {
        by_channel.set(false);
        opened.set(Some(id));
    });
    let way = move |label: fn(&crate::i18n::Messages) -> &'static str, icon, matrix: bool| {
        view! {
            <Button
                label=Signal::derive(move || label(shell.t()).to_owned())
                icon=icon
                class="quiet"
                pressed=MaybeProp::derive(move || Some(by_channel.get() == matrix))
                on_press=Callback::new(move |()| by_channel.set(matrix))
            />
        }
    };
    let head = move |words: fn(&crate::i18n::Messages) -> &'static str| {
        view! { <th scope="col">{move || words(shell.t())}</th> }
    };
    view! {
        <p class="panel-hint">{move || shell.t().touchpoints.hint}</p>
        <NewEntry
            list=List::Touchpoints
            words=|t| t.touchpoints.new
            add=|t| t.touchpoints.add
        />
        <Show when=move || all.with(|all| !all.is_empty())>
            <div class="touch-ways" role="group" aria-label=move || shell.t().touchpoints.view>
                {way(|t| t.touchpoints.as_list, icons::LIST, false)}
                {way(|t| t.touchpoints.as_matrix, icons::TABLE, true)}
            </div>
            <Show
                when=move || by_channel.get()
                fallback=move || {
                    view! {
                        <table class="touch-table">
                            <thead>
                                <tr>
                                    {head(|t| t.details.name)} {head(|t| t.lists.channel)}
                                    {head(|t| t.method.sort)} {head(|t| t.touchpoints.state)}
                                    {head(|t| t.touchpoints.stages)}
                                </tr>
                            </thead>
                            <For
                                each=move || all.get()
                                key=|id| *id
                                children=move |id| view! { <Line id=id opened=opened /> }
                            />
                        </table>
                    }
                        .into_any()
                }
            >
                <Matrix open=open />
            </Show>
            <Findings open=open />
        </Show>
        <Mentions />
    }
}

/// The entries of a list, in order.
pub fn entries(shell: Shell, list: List) -> crate::ui::memo::Memo<Vec<Id>> {
    memo(move || shell.mirror.watch(Mark::Any, |map| map.list(list).to_vec()))
}
