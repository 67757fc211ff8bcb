//! Pictures from outside: chosen as files, or held by what is pasted or dropped.

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DataTransfer, File, FileList, HtmlInputElement};

fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|place| list.item(place)).collect()
}

/// The files held by a paste or a drop, if all of them are images.
pub fn images(data: &DataTransfer) -> Option<Vec<File>> {
    let all = files(data.files());
    let images = !all.is_empty() && all.iter().all(|file| file.type_().starts_with("image/"));
    images.then_some(all)
}

/// Lets the person choose files with pictures. Called while a key or pointer is pressed: browsers open
/// nothing otherwise.
pub fn choose(several: bool, take: impl FnOnce(Vec<File>) + 'static) {
    let _ = open(several, Box::new(take));
}

fn open(several: bool, take: Box<dyn FnOnce(Vec<File>)>) -> Option<()> {
    const NAME: &str = "picture-files";
    // What was left open before and came to nothing.
    if let Some(before) = document().get_element_by_id(NAME) {
        before.remove();
    }
    let field: HtmlInputElement = document().create_element("input").ok()?.dyn_into().ok()?;
    field.set_id(NAME);
    field.set_type("file");
    field.set_accept("image/*");
    field.set_multiple(several);
    field.set_class_name("file-field");
    for (name, value) in [("aria-hidden", "true"), ("tabindex", "-1")] {
        field.set_attribute(name, value).ok()?;
    }
    document().body()?.append_child(&field).ok()?;
    let here = field.clone();
    let chosen = Closure::once_into_js(move || {
        let found = files(here.files());
        here.remove();
        if !found.is_empty() {
            take(found);
        }
    });
    field.set_onchange(Some(chosen.unchecked_ref()));
    field.click();
    Some(())
}
