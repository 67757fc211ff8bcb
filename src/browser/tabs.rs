//! Tells the other tabs of this browser what happened to a map, and hears it from them.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// What one tab tells the others. New kinds go to the end: a tab of an older version drops what it
/// can't read.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum TabMessage {
    /// Automerge changes, already stored.
    Changes(Vec<u8>),
    /// The map was deleted for good.
    Deleted,
    /// Its title changed.
    Renamed(String),
    /// The library's list changed: read it again.
    Listed,
    /// Store everything now: the page is about to be replaced by a newer version.
    Flush,
}

/// Membership in the talk about one map; leaves it when dropped.
pub struct Tabs {
    channel: BroadcastChannel,
    _hear: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Joins the talk about a map (the slot `""` is the library). `on` hears the others, never this
    /// tab's own messages. Join before reading the store, and hold what comes until it is read.
    /// `None` if the browser has no BroadcastChannel: tabs then meet in the store only.
    pub fn join(slot: &str, on: impl Fn(TabMessage) + 'static) -> Option<Self> {
        Self::hear(slot, Box::new(on))
    }

    fn hear(slot: &str, on: Box<dyn Fn(TabMessage)>) -> Option<Self> {
        if !super::support::has_broadcast_channel() {
            return None;
        }
        let channel = BroadcastChannel::new(&format!("parcours {slot}")).ok()?;
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let bytes = data.dyn_ref::<js_sys::Uint8Array>().map(js_sys::Uint8Array::to_vec);
            if let Some(Ok(message)) = bytes.as_deref().map(postcard::from_bytes) {
                on(message);
            }
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Some(Self { channel, _hear: hear })
    }

    /// Tells the others. Nothing is lost if it fails: what matters is in the store already.
    pub fn post(&self, message: &TabMessage) {
        if let Ok(bytes) = postcard::to_allocvec(message) {
            let _ = self.channel.post_message(&js_sys::Uint8Array::from(bytes.as_slice()));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
