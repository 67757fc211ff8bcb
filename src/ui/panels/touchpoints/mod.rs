//! The inventory of touchpoints beside the board: as a table and by channel and stage, with what is noticed
//! there, and mentions on others' pages.

pub mod findings;
pub mod line;
pub mod matrix;
pub mod mentions;
pub mod placing;

use crate::model::edit::Edit;
use crate::model::{Id, List};
use crate::ui::board::state::Board;
use crate::ui::boxed::{For, Show};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
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
        <NewEntry list=List::Touchpoints opened=opened />
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

/// A line that makes a new entry of its name.
#[component]
pub fn NewEntry(
    /// Of which list.
    list: List,
    /// The entry whose fields are open.
    opened: Opened,
) -> AnyView {
    let shell = expect_context::<Board>().shell;
    let words = move || {
        let t = shell.t().touchpoints;
        if list == List::Touchpoints { t.new } else { t.new_mention }
    };
    let field = NodeRef::<leptos::html::Input>::new();
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let name = field.value().trim().to_owned();
        if !name.is_empty() && !shell.refuse_look() {
            let id = shell.id();
            let edit = Edit::AddEntry { list, id, name, at: usize::MAX };
            shell.send(Command::Apply(edit, 0));
            field.set_value("");
            opened.set((list == List::Mentions).then_some(id));
        }
        let _ = field.focus();
    };
    view! {
        <div class="touch-new">
            <input
                class="field-line"
                aria-label=words
                placeholder=words
                type="text"
                dir="auto"
                node_ref=field
                prop:readOnly=move || shell.look.with(Option::is_some)
                on:keydown=move |event| {
                    if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        add();
                    }
                }
            />
            <Button
                label=Signal::derive(move || {
                    if list == List::Touchpoints { shell.t().touchpoints.add } else { words() }
                        .to_owned()
                })
                icon=icons::PLUS
                bare=true
                on_press=Callback::new(move |()| add())
            />
        </div>
    }
}
