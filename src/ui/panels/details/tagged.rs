//! The tags of a card: taken off one by one, and put on with those in use offered.

use crate::i18n::fill;
use crate::model::edit::Edit;
use crate::model::{Id, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::For;
use crate::ui::command::Command;
use crate::ui::details::targets;
use crate::ui::icons::{self, Glyph};
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::use_shell;

/// The tags.
#[component]
pub fn Tags(
    /// Whose.
    card: Id,
) -> AnyView {
    let shell = use_shell();
    let board = use_context::<Board>();
    let own = memo(move || {
        shell.mirror.watch(Mark::Thing(Thing::Card(card)), |map| {
            map.tags_of(card).map(str::to_owned).collect::<Vec<_>>()
        })
    });
    let offered = move || {
        let own = own.get();
        shell.mirror.read(|map| {
            let in_use = map.tags_in_use().into_iter();
            in_use.filter(|tag| !own.iter().any(|own| own == tag)).map(str::to_owned).collect()
        })
    };
    let put = move |tag: &str, on: bool| {
        if !tag.trim().is_empty() {
            let all = targets(board, Thing::Card(card)).into_iter();
            let edits = all.filter_map(|thing| {
                let Thing::Card(card) = thing else { return None };
                Some(Edit::Tag { card, tag: tag.trim().to_owned(), on })
            });
            shell.send(Command::Apply(Edit::Several(edits.collect()), 0));
        }
    };
    let add = move |field: web_sys::HtmlInputElement| {
        let tags = field.value();
        field.set_value("");
        tags.split(',').for_each(|tag| put(tag, true));
    };
    view! {
        <div class="detail">
            <span class="detail-name" id="tags-name">{move || shell.t().details.tags}</span>
            <div class="tags">
                <ul class="tag-list" aria-labelledby="tags-name">
                    <For
                        each=move || own.get()
                        key=|tag| tag.clone()
                        children=move |tag| {
                            let (label, text) = (tag.clone(), tag.clone());
                            view! {
                                <li class="tag">
                                    <span>{text}</span>
                                    <button
                                        class="tag-off"
                                        aria-label=move || fill(shell.t().details.remove_tag, &[&label])
                                        type="button"
                                        on:click=move |_| put(&tag, false)
                                    >
                                        <Glyph icon=icons::CROSS />
                                    </button>
                                </li>
                            }
                        }
                    />
                </ul>
                <input
                    id="add-tag"
                    class="field-line"
                    aria-label=move || shell.t().details.add_tag
                    placeholder=move || shell.t().details.add_tag
                    type="text"
                    list="tags-in-use"
                    prop:readOnly=move || shell.look.with(Option::is_some)
                    on:keydown=move |event| {
                        if matches!(event.key().as_str(), "Enter" | ",") && !event.is_composing()
                            && !event.ctrl_key()
                        {
                            event.prevent_default();
                            add(event_target(&event));
                        }
                    }
                    on:change=move |event| add(event_target(&event))
                />
                <datalist id="tags-in-use">
                    {move || {
                        let all: Vec<String> = offered();
                        all.into_iter()
                            .map(|tag| view! { <option>{tag}</option> })
                            .collect_view()
                    }}
                </datalist>
            </div>
        </div>
    }
}
