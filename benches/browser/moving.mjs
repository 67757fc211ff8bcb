// Scrolls a board for two seconds and drags a card about for two, and counts the frames that are missed.

import { rest } from "./chromium.mjs";
import { middleCard, toMiddle } from "./probe.mjs";

const LASTS = 2000;
const FRAME = 1000 / 60;

/**
 * Gives the frames the main thread missed of some 120: `scroll` (wheel down, then right) and `drag` (the
 * middle card led round the middle of the window, then left where it was by Escape).
 */
export async function move(page) {
  await page.evaluate(toMiddle);
  await rest(600);
  const place = await page.evaluate(middleCard);
  if (!place) throw new Error(`no card in the middle of ${page.url()}`);
  const session = await page.context().newCDPSession(page);
  const mouse = (type, x, y, more) => session.send("Input.dispatchMouseEvent", { type, x, y, ...more });
  await mouse("mouseMoved", 720, 450);
  const from = await page.evaluate(where);
  const scroll = await missed(page, (part) => {
    const by = part < 0.5 ? { deltaX: 0, deltaY: 40 } : { deltaX: 40, deltaY: 0 };
    return mouse("mouseWheel", 720, 450, by);
  });
  const to = await page.evaluate(where);
  if (to[0] <= from[0] || to[1] <= from[1]) throw new Error(`nothing was scrolled at ${page.url()}`);
  await page.evaluate(toMiddle);
  await rest(1500);
  const held = await page.evaluate(middleCard);
  await mouse("mouseMoved", held.x, held.y);
  await mouse("mousePressed", held.x, held.y, { button: "left", buttons: 1, clickCount: 1 });
  for (let by = 1; by <= 8; by++) await mouse("mouseMoved", held.x + by, held.y + by, { button: "left", buttons: 1 });
  const drag = await missed(page, (part) => {
    const turn = 4 * Math.PI * part;
    return mouse("mouseMoved", 720 + 260 * Math.cos(turn), 450 + 160 * Math.sin(turn), { button: "left", buttons: 1 });
  });
  const led = await page.evaluate(() => document.querySelector(".drop-mark, .cell.over") !== null);
  if (!led) throw new Error(`nothing was dragged at ${page.url()}`);
  await page.keyboard.press("Escape");
  await mouse("mouseReleased", 720, 450, { button: "left" });
  await session.detach();
  return { scroll, drag };
}

/** How far the board is scrolled, down and right. */
function where() {
  const all = [...document.querySelectorAll("[role=grid], .board")];
  const most = (axis) => Math.max(...all.map((element) => element[axis]));
  return [most("scrollTop"), most("scrollLeft")];
}

async function missed(page, step) {
  await page.evaluate(() => {
    const frames = (window.frames_ = []);
    const tick = (now) => frames.push(now) && window.frames_ === frames && requestAnimationFrame(tick);
    requestAnimationFrame(tick);
  });
  const start = performance.now();
  for (let next = 0; next < LASTS; next += FRAME) {
    await rest(Math.max(0, start + next - performance.now()));
    await step(next / LASTS);
  }
  const frames = await page.evaluate(() => {
    const { frames_ } = window;
    window.frames_ = null;
    return frames_;
  });
  const gaps = frames.slice(1).map((now, at) => now - frames[at]);
  return gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0);
}
