//! Pictures made small: any image this browser reads, encoded anew, without what the camera noted.
//!
//! On a canvas of the page: its `toBlob` works aside as that of an `OffscreenCanvas` does, and every
//! browser has it.

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap};

/// The longest side that is kept, px.
const LONGEST: f64 = 1600.0;
const WEBP: &str = "image/webp";
const JPEG: &str = "image/jpeg";
/// How well it is encoded at first, and before it is made smaller.
const FINE: f64 = 0.86;
const FAIR: f64 = 0.7;

/// The bytes of an image, at most `largest` of them; upright, as its camera said. `None` if the browser
/// can't read it.
pub async fn shrink(image: &Blob, largest: usize) -> Option<Vec<u8>> {
    let reading = web_sys::window()?.create_image_bitmap_with_blob(image).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(reading).await.ok()?.dyn_into().ok()?;
    let bytes = encode(&bitmap, largest as f64).await;
    bitmap.close();
    bytes
}

async fn encode(bitmap: &ImageBitmap, largest: f64) -> Option<Vec<u8>> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let mut scale = (LONGEST / width.max(height)).min(1.0);
    let (mut kind, mut quality) = (WEBP, FINE);
    for _ in 0..16 {
        let canvas = draw(bitmap, (width * scale, height * scale), kind == JPEG)?;
        let blob = blob(&canvas, kind, quality).await?;
        if blob.type_() != kind {
            // Where WebP is not written a PNG comes back.
            if kind == JPEG {
                return None;
            }
            kind = JPEG;
        } else if blob.size() <= largest {
            let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
            return Some(Uint8Array::new(&buffer).to_vec());
        } else if quality > FAIR {
            quality = FAIR;
        } else {
            scale *= (0.95 * (largest / blob.size()).sqrt()).clamp(0.3, 0.9);
        }
    }
    None
}

fn draw(
    bitmap: &ImageBitmap,
    (width, height): (f64, f64),
    paper: bool,
) -> Option<HtmlCanvasElement> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    let (width, height) = (width.round().max(1.0), height.round().max(1.0));
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let pen = canvas.get_context("2d").ok()??;
    let pen: CanvasRenderingContext2d = pen.dyn_into().ok()?;
    if paper {
        // A form without transparency shows what lies below.
        pen.set_fill_style_str("white");
        pen.fill_rect(0.0, 0.0, width, height);
    }
    pen.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height).ok()?;
    Some(canvas)
}

async fn blob(canvas: &HtmlCanvasElement, kind: &str, quality: f64) -> Option<Blob> {
    let mut work = |done: Function, failed: Function| {
        let made = canvas.to_blob_with_type_and_encoder_options(&done, kind, &quality.into());
        if made.is_err() {
            let _ = failed.call0(&JsValue::NULL);
        }
    };
    let made = JsFuture::from(Promise::new(&mut work)).await.ok()?;
    made.dyn_into().ok()
}
