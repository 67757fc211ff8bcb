//! The map shown to others: a title, then stage by stage, over the whole screen.

use super::slide::{Slide, columns_of_slide, felt};
use crate::analysis::cast::about;
use crate::model::map::Column;
use crate::model::{Id, LaneKind, Map, Thing};
use crate::ui::board::state::Board;
use crate::ui::boxed::{Show, effect};
use crate::ui::icons;
use crate::ui::memo::memo;
use crate::ui::mirror::Mark;
use crate::ui::names;
use crate::ui::picture::PictureOf;
use crate::ui::prelude::*;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::modal;
use leptos::{ev, html};

/// How far a finger moves for a swipe, px.
const SWIPE: f64 = 50.0;

/// The presentation, while it is on.
#[component]
pub fn Present() -> AnyView {
    let board = expect_context::<Board>();
    view! {
        <Show when=move || board.views.presenting.get()>
            <Slides />
        </Show>
    }
}

/// What a slide shows.
#[derive(Clone, PartialEq, Eq)]
enum Shows {
    Title,
    Curve(Vec<Column>),
    Stage(Id, Vec<Column>),
}

/// The slides of a map: its title, its whole curve if it has one over several stages, its stages; a stage with more
/// steps than stand beside each other goes on on the next.
fn slides(board: Board, map: &Map, window: (f64, f64)) -> Vec<Shows> {
    let stages = map.stage_order();
    let drawn = |id: &Id| map.lanes.get(id).is_some_and(|lane| lane.kind == LaneKind::Emotions);
    let curve =
        stages.len() > 1 && board.lanes_shown(map).iter().any(drawn) && felt(map, &map.columns);
    let most = columns_of_slide(window);
    let of = |stage: Id| {
        let own = map.columns.iter().copied().filter(|column| column.stage == stage);
        let own: Vec<Column> = own.collect();
        // As many on each as on the others.
        let each = own.len().div_ceil(own.len().div_ceil(most).max(1)).max(1);
        let parts: Vec<Shows> =
            own.chunks(each).map(|part| Shows::Stage(stage, part.to_vec())).collect();
        parts
    };
    let begin = [Some(Shows::Title), curve.then(|| Shows::Curve(map.columns.clone()))];
    begin.into_iter().flatten().chain(stages.into_iter().flat_map(of)).collect()
}

/// Takes the whole screen, or says that there is none to take.
fn enter(board: Board) {
    let root = document().document_element();
    // Where there is no such thing the call itself fails.
    let taken = document().fullscreen_enabled()
        && root.is_some_and(|root| root.request_fullscreen().is_ok());
    if !taken {
        board.shell.notify(board.shell.t_now().views.no_full_screen.to_owned(), false, None);
    }
}

#[component]
fn Slides() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let size = RwSignal::new(crate::ui::board::window_size());
    let resized =
        window_event_listener(ev::resize, move |_| size.set(crate::ui::board::window_size()));
    let all = memo(move || {
        let size = size.get();
        shell.mirror.watch(Mark::Any, |map| slides(board, map, size))
    });
    let count = move || all.with(Vec::len);
    let at = RwSignal::new(0usize);
    let (dialog, close) = modal();
    let full = StoredValue::new(false);
    enter(board);
    let left = window_event_listener_untyped("fullscreenchange", move |_| {
        let now = document().fullscreen_element().is_some();
        if full.get_value() && !now {
            close();
        }
        full.set_value(now);
    });
    on_cleanup(move || {
        left.remove();
        resized.remove();
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    });
    let slide = NodeRef::<html::Div>::new();
    // After the dialog, whose first button has no business with the focus.
    effect(move || {
        if let Some(slide) = slide.get() {
            let _ = slide.focus();
        }
    });
    // Whether the slide goes on below or to the right of what is seen.
    let more = RwSignal::new(false);
    let look = move || {
        let Some(slide) = slide.get_untracked() else { return };
        let below = slide.scroll_height() - slide.client_height() - slide.scroll_top();
        let right = slide.scroll_width() - slide.client_width() - slide.scroll_left();
        if more.get_untracked() != (below > 8 || right > 8) {
            more.set(!more.get_untracked());
        }
    };
    let go = move |to: usize| {
        at.set(to.min(untrack(count) - 1));
        if let Some(slide) = slide.get_untracked() {
            slide.set_scroll_top(0);
        }
    };
    let on = move || go(at.get_untracked() + 1);
    let back = move || go(at.get_untracked().saturating_sub(1));
    let key = move |event: ev::KeyboardEvent| {
        event.stop_propagation();
        match (event.key().as_str(), event.shift_key()) {
            ("ArrowRight", _) => on(),
            ("ArrowLeft" | "Backspace", _) => back(),
            // A slide higher than the screen is read to its end first.
            ("ArrowDown" | "PageDown", _) | (" ", false) => {
                if !scrolled(slide, 1.0) {
                    on();
                }
            }
            ("ArrowUp" | "PageUp", _) | (" ", true) => {
                if !scrolled(slide, -1.0) {
                    back();
                }
            }
            ("Home", _) => go(0),
            ("End", _) => go(usize::MAX),
            _ => return,
        }
        event.prevent_default();
    };
    let pressed = StoredValue::new(None::<f64>);
    let released = move |event: ev::PointerEvent| {
        let Some(start) = pressed.get_value() else { return };
        pressed.set_value(None);
        let by = f64::from(event.client_x()) - start;
        if by < -SWIPE {
            on();
        } else if by > SWIPE {
            back();
        }
    };
    let shows = memo(move || all.with(|all| all.get(at.get()).cloned().unwrap_or(Shows::Title)));
    effect(move || {
        shows.track();
        request_animation_frame(look);
    });
    let drawn = Callback::new(move |()| {
        request_animation_frame(look);
    });
    effect(move || {
        if at.get() >= count() {
            at.set(count() - 1);
        }
    });
    let place = move || {
        let (now, all) = ((at.get() + 1).to_string(), count().to_string());
        crate::i18n::fill(shell.t().views.slide_of, &[&now, &all])
    };
    let press = move |label: fn(&crate::i18n::Messages) -> &'static str,
                      icon,
                      disabled: Signal<bool>,
                      run: Callback<()>| {
        view! {
            <Button
                label=Signal::derive(move || label(shell.t()).to_owned())
                icon=icon
                bare=true
                class="quiet"
                disabled=disabled
                on_press=run
            />
        }
    };
    let first = Signal::derive(move || at.get() == 0);
    let last = Signal::derive(move || at.get() + 1 >= count());
    let never = Signal::derive(|| false);
    view! {
        <dialog
            class="present"
            node_ref=dialog
            aria-label=move || shell.t().views.present
            on:close=move |_| board.views.presenting.set(false)
            on:keydown=key
            on:pointerdown=move |event| pressed.set_value(Some(f64::from(event.client_x())))
            on:pointerup=released
        >
            <div
                class="present-slide"
                class:more=move || more.get()
                aria-live="polite"
                tabindex="0"
                node_ref=slide
                on:scroll=move |_| look()
            >
                {move || match shows.get() {
                    Shows::Stage(stage, columns) => {
                        let name = move || {
                            let watched = Mark::Thing(Thing::Stage(stage));
                            let of = Thing::Stage(stage);
                            shell.mirror.watch(watched, |map| names::of(shell.t(), map, of))
                        };
                        view! {
                            <h1 class="present-stage" dir="auto">{name}</h1>
                            <Slide stage=Some(stage) columns=columns window=size drawn=drawn />
                        }
                            .into_any()
                    }
                    Shows::Curve(columns) => view! {
                        <h1 class="present-stage">{move || shell.t().views.slide_curve}</h1>
                        <Slide stage=None columns=columns window=size drawn=drawn />
                    }
                        .into_any(),
                    Shows::Title => view! { <TitleSlide /> },
                }}
            </div>
            <div class="present-bar">
                {press(|t| t.views.slide_back, icons::LEFT, first, Callback::new(move |()| back()))}
                <span class="present-place">{place}</span>
                {press(|t| t.views.slide_next, icons::RIGHT, last, Callback::new(move |()| on()))}
                <span class="bar-gap"></span>
                <Show when=move || more.get()>
                    <span class="present-more">
                        <icons::Glyph icon=icons::DOWN />
                        {move || shell.t().views.slide_more}
                    </span>
                </Show>
                <span class="present-help">{move || shell.t().views.slide_help}</span>
                {press(|t| t.views.present_end, icons::CROSS, never, Callback::new(move |()| close()))}
            </div>
        </dialog>
    }
}

/// Scrolls most of a screen further, down or up; `false` at the end.
fn scrolled(slide: NodeRef<html::Div>, way: f64) -> bool {
    let Some(slide) = slide.get_untracked() else { return false };
    let before = slide.scroll_top();
    slide.set_scroll_top(before + (f64::from(slide.client_height()) * 0.8 * way) as i32);
    slide.scroll_top() != before
}

#[component]
fn TitleSlide() -> AnyView {
    let board = expect_context::<Board>();
    let shell = board.shell;
    let title = move || {
        shell.mirror.watch(Mark::Thing(Thing::Map), |map| names::of(shell.t(), map, Thing::Map))
    };
    let below = move || super::subtitle::lines(shell);
    let cast = memo(move || {
        shell.mirror.watch(Mark::Any, |map| {
            let mut cast = about(map);
            cast.retain(|persona| !map.picture(Thing::Persona(*persona)).is_empty());
            cast
        })
    });
    let portraits = move || {
        let cast = cast.get();
        (!cast.is_empty()).then(|| {
            let one = |id: Id| {
                view! { <PictureOf thing=Thing::Persona(id) class="present-portrait" /> }
            };
            view! { <div class="present-cast">{cast.into_iter().map(one).collect_view()}</div> }
        })
    };
    view! {
        <div class="present-title">
            {portraits}
            <h1 dir="auto">{title}</h1>
            {move || below().into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_view()}
        </div>
    }
}
