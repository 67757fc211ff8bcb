//! A dialog above the page: opened so, the browser keeps the focus within, starts at the first field or
//! button, and gives the focus back to where it was.

use crate::ui::boxed::effect;
use crate::ui::prelude::*;
use leptos::html;

/// The place of a `<dialog>` that opens as soon as it is in the page, and what closes it.
pub fn modal() -> (NodeRef<html::Dialog>, impl Fn() + Copy + Send + Sync + 'static) {
    let dialog = NodeRef::<html::Dialog>::new();
    effect(move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    (dialog, close)
}
