//! The page itself: its address, its being hidden or closed, a new version of the app.

use super::{Shared, keep, opening, parting, spawn};
use crate::browser::{TabMessage, preferences};
use crate::i18n::fill;
use crate::ui::command::{Command, Notice, Route};
use gloo_timers::future::TimeoutFuture;
use leptos::ev;
use leptos::prelude::*;

/// The page the address names.
pub(super) fn route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to a page; the change of the address shows it.
pub(super) fn go(route: &Route) {
    let _ = window().location().set_hash(&route.href());
}

/// Follows the address, and keeps the work when the page goes.
pub(super) fn listen(app: &Shared) {
    let here = app.clone();
    // These listen as long as the page lives.
    let _ = window_event_listener(ev::hashchange, move |_| follow(&here));
    let here = app.clone();
    let _ = window_event_listener_untyped("pagehide", move |_| leave(&here));
    let here = app.clone();
    let _ = window_event_listener_untyped("visibilitychange", move |_| leave(&here));
    let here = app.clone();
    let _ = window_event_listener_untyped("beforeunload", move |event| {
        leave(&here);
        if !keep::is_done(&here) {
            event.prevent_default();
        }
    });
    let here = app.clone();
    let _ = window_event_listener_untyped("update-ready", move |_| announce(&here));
    // The keys of undo work wherever the focus is, but in a field. Left to the browser they would take
    // back what was typed into some field before, whatever has the focus now.
    let here = app.clone();
    let _ = window_event_listener(ev::keydown, move |event| {
        let ctrl = event.ctrl_key() || event.meta_key();
        let field = "input, textarea, select";
        let typing = document().active_element().is_some_and(|e| e.matches(field) == Ok(true));
        let board = matches!(here.shell.route.get_untracked(), Route::Map(_));
        if !ctrl || typing || !board || event.default_prevented() {
            return;
        }
        let command = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Command::Undo,
            ("z", true) | ("y", false) => Command::Redo,
            _ => return,
        };
        event.prevent_default();
        here.shell.send(command);
    });
}

fn leave(app: &Shared) {
    app.shell.flush();
    keep::wake(app);
    parting::leave(app);
    keep::look_away(app);
}

/// Shows the page the address names now.
pub(super) fn follow(app: &Shared) {
    let route = route();
    if route == app.shell.route.get_untracked() {
        return;
    }
    if !app.begun.get() {
        // The start shows the page that is named by the time the database is there.
        app.show(route);
        return;
    }
    app.shell.flush();
    // Who offered the way here is done.
    let leads_here =
        |notice: &Notice| matches!(&notice.button, Some((_, Command::Go(to))) if *to == route);
    if app.shell.notices.with_untracked(|all| all.iter().any(leads_here)) {
        app.shell.notices.update(|all| all.retain(|notice| !leads_here(notice)));
    }
    match &route {
        Route::Library | Route::Templates => {
            opening::close(app);
            // Where no map was known one may have been made since: no welcome before that is read.
            if app.shell.library.with_untracked(|maps| maps.as_ref().is_some_and(Vec::is_empty)) {
                app.shell.library.set(None);
            }
            app.show(route);
            spawn(super::library::refresh(app.clone()));
        }
        Route::Map(slot) => {
            let slot = slot.clone();
            app.show(route);
            let app = app.clone();
            spawn(Box::pin(async move {
                opening::open(app.clone(), slot).await;
                // Which maps lead here, and how those stand that this one leads into.
                super::library::refresh(app).await;
            }));
        }
    }
}

/// The map that did not come up last time is not opened by itself again: no map may make the app fail
/// at every start. `true` if the page goes on to show the route.
pub(super) fn may_open(app: &Shared, slot: &str) -> bool {
    if preferences::opening().as_deref() != Some(slot) {
        return true;
    }
    preferences::set_opening(None);
    let shell = app.shell;
    let r = shell.t_now().reports;
    let button = (shell.t_now().library.open.to_owned(), Command::Go(Route::Map(slot.to_owned())));
    shell.notify(r.did_not_open.to_owned(), true, Some(button));
    let export = (r.download_copy.to_owned(), Command::Download(slot.to_owned()));
    shell.notify(r.did_not_open_export.to_owned(), false, Some(export));
    false
}

fn announce(app: &Shared) {
    let shell = app.shell;
    let r = shell.t_now().reports;
    shell.notify(
        fill(r.update_ready, &[]),
        false,
        Some((r.update_now.to_owned(), Command::Update)),
    );
}

/// Everything is kept first, in every tab; then the new version takes over and the page reloads.
pub(super) async fn update(app: Shared) {
    app.shell.flush();
    keep::tell(&app, &TabMessage::Flush);
    keep::wake(&app);
    for _ in 0..50 {
        if keep::is_done(&app) {
            break;
        }
        TimeoutFuture::new(100).await;
    }
    // Later, then.
    if !keep::is_done(&app) {
        return announce(&app);
    }
    if let Ok(event) = web_sys::Event::new("update-accepted") {
        let _ = document().dispatch_event(&event);
    }
}
