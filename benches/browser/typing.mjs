// Types into the card in the middle of a board and reads what each key press costs.

import { rest } from "./chromium.mjs";
import { texts } from "./floor/texts.js";
import { middleCard, toMiddle } from "./probe.mjs";

/** Sixty characters, as words of a sentence. */
export const TYPED = " and then asks the shop once more why this parcel is so late";
const KNOWN = new Set(texts(10_000));
const PACE = 83;
const SETTLE = 1500;

/**
 * Opens the middle card of `page`, types [`TYPED`] at twelve keys a second, waits until it is saved, and
 * takes it back with Escape. Gives milliseconds a key: `paint` (key to paint, median), `slow` (the same,
 * 95th percentile), `task` (main thread in all, saving included), `script` and `layout` (with style).
 */
export async function typeIn(page) {
  await page.evaluate(toMiddle);
  await rest(600);
  const place = await page.evaluate(middleCard);
  if (!place) throw new Error(`no card in the middle of ${page.url()}`);
  await page.mouse.dblclick(place.x, place.y);
  await page.waitForFunction(() => document.activeElement?.matches("[data-editor]"));
  await page.keyboard.press("Control+End");
  await rest(1000);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.evaluate(() => (window.probe.keys.length = 0));
  const before = await metrics(session);
  await press(session);
  await rest(SETTLE);
  const after = await metrics(session);
  await page.waitForSelector("[data-save-state=saved]");
  const { keys, text } = await page.evaluate(() => {
    const editor = document.activeElement;
    return { keys: window.probe.keys, text: editor.value ?? editor.textContent };
  });
  if (!text.endsWith(TYPED)) throw new Error(`typed text did not arrive: ${JSON.stringify(text)}`);
  if (!KNOWN.has(text.slice(0, -TYPED.length))) throw new Error(`not a text of the bench maps: ${JSON.stringify(text)}`);
  await page.keyboard.press("Escape");
  await page.waitForSelector("[data-save-state=saved]");
  await session.detach();
  const each = (name) => ((after[name] - before[name]) * 1000) / TYPED.length;
  keys.sort((a, b) => a - b);
  return {
    paint: keys[keys.length >> 1],
    slow: keys[Math.floor(keys.length * 0.95)],
    task: each("TaskDuration"),
    script: each("ScriptDuration"),
    layout: each("LayoutDuration") + each("RecalcStyleDuration"),
  };
}

async function press(session) {
  const start = performance.now();
  for (const [index, text] of [...TYPED].entries()) {
    await rest(Math.max(0, start + index * PACE - performance.now()));
    const code = text === " " ? "Space" : `Key${text.toUpperCase()}`;
    const windowsVirtualKeyCode = text.toUpperCase().charCodeAt(0);
    const key = { key: text, code, windowsVirtualKeyCode };
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", text, unmodifiedText: text, ...key });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }
}

async function metrics(session) {
  const { metrics: list } = await session.send("Performance.getMetrics");
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}
