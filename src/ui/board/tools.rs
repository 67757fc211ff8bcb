//! The toolbar: history, what makes things, what the selection allows, and the rest in a menu.

use super::context_menu;
use super::state::{Board, Panel};
use crate::geometry::spot::Spot;
use crate::i18n::Messages;
use crate::model::edit::Edit;
use crate::model::lane::KINDS;
use crate::model::map::CHANNELS;
use crate::model::{Id, LaneKind, Thing};
use crate::ui::actions::{Action, Group, MINE, Part, all, allowed, entry, make_lane};
use crate::ui::boxed::Show;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::lanes;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::panels::{self, keys::spelled};
use crate::ui::prelude::*;
use crate::ui::views::appearance;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::menu::{Entry, Menu};

/// Where an action stands in the menu "More".
fn part(action: &Action) -> Option<Part> {
    match action.group {
        Group::More(part) => Some(part),
        _ => (action.id == MINE).then_some(Part::Time),
    }
}

fn of(group: Group) -> impl Iterator<Item = &'static Action> {
    all().filter(move |action| action.group == group)
}

/// The toolbar.
#[component]
pub fn Tools() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let offered = move || {
        let mut found: Vec<(Part, &'static Action)> = all()
            .filter_map(|action| Some((part(action)?, action)))
            .filter(|(_, action)| allowed(board, action))
            .collect();
        found.sort_by_key(|(part, _)| *part);
        found.into_iter()
    };
    let more = Signal::derive(move || {
        offered()
            .map(|(_, action)| entry(board, action))
            .chain(appearance::entries(shell))
            .collect::<Vec<_>>()
    });
    let groups = Signal::derive(move || {
        let t = shell.t();
        let names = offered().map(|(part, _)| part.name(t));
        let last = appearance::entries(shell).into_iter().map(|_| Part::Own.name(t));
        names.chain(last).collect::<Vec<_>>()
    });
    view! {
        <div class="tools" role="toolbar" aria-label=move || shell.t().board.tools>
            {of(Group::History).map(|action| button(board, action, true)).collect_view()}
            <span class="tools-rule"></span>
            <div class="tools-middle">
            {of(Group::Make)
                .map(|action| {
                    let card = action.id == "add-card";
                    let kinds = (action.id == "add-lane").then(|| view! { <Kinds /> });
                    let others = card.then(|| view! { <Others /> });
                    view! {
                        <span class="split" class:always=card>
                            {button(board, action, false)} {kinds} {others}
                        </span>
                    }
                })
                .collect_view()}
            <span class="tools-rule"></span>
            <Selected />
            <span class="bar-gap"></span>
            <super::fold::HiddenLanes />
            <Waits />
            </div>
            <div class="tools-end">
            <Rest />
            <Choices />
            <Menu
                label=Signal::derive(move || shell.t().board.more.to_owned())
                icon=icons::MORE
                entries=more
                groups=groups
            />
            </div>
        </div>
    }
}

fn button(board: Board, action: &'static Action, bare: bool) -> AnyView {
    let label = Signal::derive(move || (action.label)(board.shell.t()).to_owned());
    view! {
        <Button
            label=label
            short=MaybeProp::derive(move || made(board.shell.t(), action).map(str::to_owned))
            icon=action.icon
            bare=bare
            class="quiet"
            keys=Signal::derive(move || {
                let key = action.keys.first();
                key.map(|key| spelled(board.shell.t(), key)).unwrap_or_default()
            })
            disabled=Signal::derive(move || !allowed(board, action))
            pressed=MaybeProp::derive(move || (action.id == "star").then(|| starred(board)))
            on_press=Callback::new(move |()| (action.run)(board))
        />
    }
}

/// What the button of an action that makes something says beside its plus.
fn made(t: &Messages, action: &Action) -> Option<&'static str> {
    Some(match action.id {
        "add-stage" => t.board.thing_stage,
        "add-step" => t.board.thing_step,
        "add-lane" => t.board.thing_lane,
        "add-card" => t.board.thing_card,
        _ => return None,
    })
}

/// Whether the selected card bears the star.
fn starred(board: Board) -> bool {
    let Some(Spot::Cell { card: Some(card), .. }) = board.spot.get() else { return false };
    let mark = Mark::Thing(Thing::Card(card));
    board.shell.mirror.watch(mark, |map| map.cards.get(&card).is_some_and(|card| card.star))
}

/// The kinds of lanes that can be added.
fn offered() -> impl Iterator<Item = LaneKind> {
    KINDS.iter().map(|(kind, _)| *kind)
}

/// The kinds of lanes, beside "Add lane".
#[component]
fn Kinds() -> AnyView {
    let board = expect_context::<Board>();
    let entries = Signal::derive(move || {
        let t = board.shell.t();
        offered()
            .map(|kind| Entry {
                label: lanes::name(t, kind).to_owned(),
                icon: Some(lanes::icon(kind)),
                run: Callback::new(move |()| make_lane(board, kind)),
            })
            .collect::<Vec<_>>()
    });
    let groups = Signal::derive(move || {
        let t = board.shell.t();
        offered().map(|kind| lanes::group(t, kind)).collect::<Vec<_>>()
    });
    view! {
        <Menu
            label=Signal::derive(move || board.shell.t().lanes.kinds.to_owned())
            icon=icons::DOWN
            bare=true
            class="quiet narrow"
            entries=entries
            groups=groups
        />
    }
}

/// What else can be added, where the window has no room for a button each.
#[component]
fn Others() -> AnyView {
    let board = expect_context::<Board>();
    let entries = Signal::derive(move || {
        let t = board.shell.t();
        let others = of(Group::Make).filter(|action| action.id != "add-card");
        let others = others.map(|action| entry(board, action));
        let kinds = offered().map(|kind| Entry {
            label: lanes::name(t, kind).to_owned(),
            icon: Some(lanes::icon(kind)),
            run: Callback::new(move |()| make_lane(board, kind)),
        });
        others.chain(kinds).collect::<Vec<_>>()
    });
    view! {
        <Menu
            label=Signal::derive(move || board.shell.t().board.add_other.to_owned())
            icon=icons::DOWN
            bare=true
            class="quiet narrow tools-narrow"
            entries=entries
        />
    }
}

/// All that the selection allows as a menu, where the window has no room for a button each.
#[component]
fn Rest() -> AnyView {
    let board = expect_context::<Board>();
    let entries = Signal::derive(move || {
        context_menu::offered(board)
            .into_iter()
            .map(|action| entry(board, action))
            .collect::<Vec<_>>()
    });
    view! {
        <Menu
            label=Signal::derive(move || board.shell.t().hands.context.to_owned())
            icon=icons::FRAME
            bare=true
            class="quiet tools-rest"
            entries=entries
        />
    }
}

/// What the selection allows.
#[component]
fn Selected() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    view! {
        <div class="tools-selection" role="group" aria-label=move || shell.t().board.selection_tools>
            {of(Group::Selection)
                .map(|action| {
                    view! {
                        <Show when=move || allowed(board, action)>
                            {button(board, action, true)}
                        </Show>
                    }
                })
                .collect_view()}
            <Channel />
            <super::felt::Felt />
            <super::many::Many />
        </div>
    }
}

/// The card selected in a lane of touchpoints.
fn touchpoint(board: Board) -> Option<Id> {
    let Some(Spot::Cell { card: Some(card), .. }) = board.spot.get() else { return None };
    board.shell.mirror.watch(Mark::Thing(crate::model::Thing::Card(card)), |map| {
        let found = map.cards.get(&card)?;
        let kind = map.lanes.get(&found.lane)?.kind;
        (kind == LaneKind::Touchpoints || found.channel.is_some()).then_some(card)
    })
}

/// The channel of the selected touchpoint.
#[component]
fn Channel() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let card = memo(move || touchpoint(board));
    let entries = Signal::derive(move || {
        let t = shell.t();
        let set = move |channel: Option<String>| {
            Callback::new(move |()| {
                if let Some(card) = card.get_untracked() {
                    let edit = Edit::SetChannel { card, channel: channel.clone() };
                    shell.send(Command::Apply(edit, 0));
                }
            })
        };
        let none = Entry { label: t.board.channel_none.to_owned(), icon: None, run: set(None) };
        let known = CHANNELS.iter().map(|word| Entry {
            label: names::channel(t, word),
            icon: None,
            run: set(Some((*word).to_owned())),
        });
        known.chain([none]).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || card.get().is_some()>
            <Menu
                label=Signal::derive(move || shell.t().board.channel.to_owned())
                icon=icons::TOUCHPOINTS
                class="quiet"
                entries=entries
            />
        </Show>
    }
}

/// Copies wait to be taken in, and their panel was closed: leads back to it.
#[component]
fn Waits() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let hidden = move || {
        board.panel.get() != Some(Panel::Incoming) && panels::incoming::waiting(shell).is_some()
    };
    view! {
        <Show when=hidden>
            <Button
                label=Signal::derive(move || shell.t().reports.incoming_title.to_owned())
                icon=icons::IMPORT
                class="alarm"
                on_press=Callback::new(move |()| {
                    board.panel.set(Some(Panel::Incoming));
                    shell.send(Command::LookAtIncoming);
                })
            />
        </Show>
    }
}

/// How many choices are open; opens their list.
#[component]
fn Choices() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let count = memo(move || {
        shell.mirror.watch(Mark::Any, |map| map.choices.values().map(Vec::len).sum::<usize>())
    });
    view! {
        <Show when=move || { count.get() > 0 }>
            <Button
                label=Signal::derive(move || {
                    shell.locale.get().count(count.get(), shell.t().library.choices)
                })
                icon=icons::SPLIT
                class="alarm"
                on_press=Callback::new(move |()| board.panel.set(Some(Panel::Choices)))
            />
        </Show>
    }
}
