//! The panel of the filter: words, and one choice for each sort of value the map's cards have.

use super::facets;
use crate::analysis::facet::Facet;
use crate::ui::board::state::Board;
use crate::ui::boxed::Show;
use crate::ui::memo::memo;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;

/// The panel.
#[component]
pub fn ViewsPanel() -> AnyView {
    let board = expect_context::<Board>();
    let (shell, views) = (board.shell, board.views);
    let text = move || views.filter.with(|filter| filter.text.clone());
    view! {
        <div class="filter">
            <label class="filter-line">
                <span>{move || shell.t().views.filter_text}</span>
                <input
                    class="field-line"
                    type="search"
                    prop:value=text
                    on:input=move |event| {
                        let words = event_target_value(&event);
                        views.ask(|filter| filter.text = words);
                    }
                />
            </label>
            {Facet::ALL.into_iter().map(|facet| view! { <Choice facet=facet /> }).collect_view()}
            <Show when=move || views.filtered.get()>
                <Button
                    label=Signal::derive(move || shell.t().views.filter_clear.to_owned())
                    on_press=Callback::new(move |()| views.ask(|filter| *filter = Default::default()))
                />
                <Show when=move || views.count.get().0 == 0>
                    <p class="panel-hint" role="status">{move || shell.t().views.filter_none}</p>
                </Show>
            </Show>
        </div>
        <super::saved::SavedViews />
    }
}

/// The values of one sort; nothing when no card has any.
#[component]
fn Choice(facet: Facet) -> AnyView {
    let board = expect_context::<Board>();
    let (shell, views) = (board.shell, board.views);
    let values = memo(move || {
        let chosen = views.filter.with(|filter| filter.facets.get(&facet).cloned());
        views.rested.track();
        shell.mirror.read(|map| {
            let mut values = facet.values(map);
            if let Some(chosen) = chosen {
                values.entry(chosen).or_default();
            }
            let t = shell.t();
            let named = |(value, count): (String, usize)| {
                (format!("{} ({count})", facets::value(t, map, facet, &value)), value)
            };
            values.into_iter().map(named).collect::<Vec<_>>()
        })
    });
    let chosen = move || views.filter.with(|filter| filter.facets.get(&facet).cloned());
    let choose = move |event| {
        let value = event_target_value(&event);
        views.ask(|filter| {
            if value.is_empty() {
                filter.facets.remove(&facet);
            } else {
                filter.facets.insert(facet, value);
            }
        });
    };
    view! {
        <Show when=move || !values.with(Vec::is_empty)>
            <label class="filter-line">
                <span>{move || facets::name(shell.t(), facet)}</span>
                <select class="select" on:change=choose>
                    <option value="" prop:selected=move || chosen().is_none()>
                        {move || shell.t().views.filter_any}
                    </option>
                    {move || {
                        values
                            .get()
                            .into_iter()
                            .map(|(label, value)| {
                                let own = value.clone();
                                view! {
                                    <option
                                        value=value
                                        prop:selected=move || chosen().as_ref() == Some(&own)
                                    >
                                        {label}
                                    </option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </label>
        </Show>
    }
}
