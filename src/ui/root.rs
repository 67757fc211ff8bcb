//! The root of the screen: the page for the route, and what lies above every page.

use super::board::BoardPage;
use super::command::Route;
use super::export::Export;
use super::library::LibraryPage;
use super::library::gallery::GalleryPage;
use super::library::import::DropZone;
use super::notices::Notices;
use super::shell::Shell;
use super::you::You;
use crate::ui::boxed::effect;
use crate::ui::memo::memo;
use crate::ui::prelude::*;

/// The screen.
#[component]
pub fn Root(
    /// The shared state.
    shell: Shell,
) -> AnyView {
    provide_context(shell);
    effect(move || {
        let root = document().document_element();
        if let Some(root) = root {
            let _ = root.set_attribute("lang", shell.locale.get().tag());
            let _ = root.set_attribute("data-theme", shell.theme.get().word());
        }
    });
    // The board is mounted anew for each map, and only when something of it can be shown.
    let shown = memo(move || (shell.route.get(), shell.board.get()));
    view! {
        {move || match shown.get() {
            (Route::Library, _) => view! { <LibraryPage /> }.into_any(),
            (Route::Templates, _) => view! { <GalleryPage /> }.into_any(),
            (Route::Map(slot), Some(open)) if open == slot => view! { <BoardPage /> }.into_any(),
            (Route::Map(_), _) => {
                view! { <p class="opening" role="status">{move || shell.t().library.loading}</p> }
                    .into_any()
            }
        }}
        <Notices />
        <DropZone />
        <You />
        <Export />
    }
}
