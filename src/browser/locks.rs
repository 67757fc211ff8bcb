//! A lock over one map shared by all tabs (Web Locks), where the browser has them.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::records::object;

/// A held lock; given back when dropped.
pub(super) struct Lock {
    release: Option<Function>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // Resolving a promise does not throw.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Takes the lock of a map, waiting for it if `wait`. `None` if another holds it. In a browser without
/// Web Locks it is granted at once: the writers are safe without it, it only saves work.
pub(super) async fn take(slot: &str, wait: bool) -> Option<Lock> {
    let free = Some(Lock { release: None });
    let Some((manager, request)) = manager() else { return free };
    let Ok(options) = object(&[("ifAvailable", (!wait).into())]) else { return free };

    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let mut answer = None;
    let answered = Promise::new(&mut |resolve, _| answer = Some(resolve));
    let (Some(release), Some(answer)) = (release, answer) else { return free };

    let refused = answer.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let got = lock.is_truthy();
        let _ = answer.call1(&JsValue::UNDEFINED, &got.into());
        if got { held.into() } else { JsValue::UNDEFINED }
    });
    let name = JsValue::from(format!("parcours {slot}"));
    let asked = request.call3(&manager, &name, &options, &granted).ok();
    let Some(asked) = asked.and_then(|promise| promise.dyn_into::<Promise>().ok()) else {
        return free;
    };
    // A request the browser rejects (a page going away, storage not allowed) must not wait for ever.
    let rejected = Closure::once_into_js(move |_: JsValue| {
        let _ = refused.call1(&JsValue::UNDEFINED, &false.into());
    });
    let catch = Reflect::get(&asked, &"catch".into()).ok()?.dyn_into::<Function>().ok()?;
    let _ = catch.call1(&asked, &rejected);

    let got = JsFuture::from(answered).await.is_ok_and(|got| got.is_truthy());
    got.then_some(Lock { release: Some(release) })
}

fn manager() -> Option<(JsValue, Function)> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let manager = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    Some((manager, request))
}
