// What a person does on the pages, told in the words of the screen; the stories are made of these.
import { join } from "node:path";
import { after, before } from "node:test";
import { openProfile, openSite } from "./harness.mjs";

/** The board of the page. */
export const grid = (page) => page.getByRole("grid");

/** One cell, by the names of its lane and its column. */
export const cell = (page, lane, column) =>
  grid(page).getByRole("gridcell", { name: `${lane}, ${column}`, exact: true });

/** The card whose text begins so. */
export const card = (page, text) =>
  grid(page).getByRole("listitem", { name: new RegExp(`^${text.replace(/[^\p{L}\p{N} ]/gu, ".")}`, "u") });

/** The field being typed into. */
export const field = (page) => page.locator("[data-editor]");

/** A button by its whole name. */
export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** One person for all stories of a file; `set` takes site and person once they are there. */
export function onOneProfile(set) {
  let site, person;
  before(async () => {
    site = await openSite();
    person = await openProfile(site);
    await set({ site, person });
  });
  after(async () => {
    await person?.close();
    await site.stop();
  });
}

/**
 * One person at one map, started by the button or the menu entry of this name, for all stories of a file;
 * `set` takes site, person and page once they are there.
 */
export function onOneMap(start, set) {
  onOneProfile(async ({ site, person }) => set({ site, person, page: await begin(person, start) }));
}

/** Presses keys one after the other. */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Opens a new page and starts a map by the button or the menu entry of this name. */
export async function begin(person, name) {
  const page = await person.open();
  const start = button(page, name);
  const more = button(page, "More starts");
  await start.or(more).first().waitFor();
  if (!(await start.isVisible())) {
    await more.click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  } else {
    await start.click();
  }
  await grid(page).waitFor();
  await saved(page);
  return page;
}

/** Waits until the page says that everything is kept. */
export const saved = (page) => page.locator("[data-save-state=saved]").waitFor();

/** Waits until the board says that it is being kept, then that it is. */
export async function kept(page) {
  await page.waitForTimeout(20);
  await saved(page);
}

/** Types a card's whole text anew, in place. */
export async function retype(page, target, text) {
  await target.focus();
  await page.keyboard.press("F2");
  await field(page).fill(text);
  await page.keyboard.press("Enter");
  await field(page).waitFor({ state: "detached" });
}

/** Types at the end of a card's or a header's text, key by key. */
export async function typeOn(page, target, text) {
  await target.focus();
  await page.keyboard.press("F2");
  await field(page).press("End");
  await field(page).pressSequentially(text);
  await page.keyboard.press("Enter");
  await field(page).waitFor({ state: "detached" });
}

/** Exports the open map as a file, unsigned, and gives its path. */
export async function exported(page, dir, name) {
  const download = page.waitForEvent("download");
  await button(page, "Export").click();
  await button(page, "Map file").click();
  const path = join(dir, name ?? (await download).suggestedFilename());
  await (await download).saveAs(path);
  return path;
}

/** Imports files; `what` is what Playwright's setInputFiles takes. */
export const give = (page, what) => page.locator("input[type=file]").first().setInputFiles(what);

/** The panel of what copies would bring. */
export const incoming = (page) => page.getByRole("complementary", { name: "Incoming changes" });

/** Imports a copy of the open map and takes in what it brings. */
export async function take(page, what) {
  await give(page, what);
  await button(incoming(page), "Take all").click();
  await incoming(page).waitFor({ state: "detached" });
}

/** Opens an entry of the board's menu "More", by the names they have in the language of the page. */
export async function more(page, name, menu = "More") {
  await button(page, menu).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

/** Waits until nothing more comes on the board: cells that arrive beside the window get their cards frame by frame. */
export const drawn = (page) =>
  grid(page).evaluate(
    (board) =>
      new Promise((done) => {
        let quiet = 0;
        const watch = new MutationObserver(() => (quiet = 0));
        watch.observe(board, { subtree: true, childList: true, characterData: true });
        const frame = async () => {
          // A page that is not in front has no frames, and nothing comes on its board.
          const next = new Promise((come) => requestAnimationFrame(come));
          await Promise.race([next, new Promise((come) => setTimeout(come, 500))]);
          quiet += 1;
          if (quiet < 6) return frame();
          watch.disconnect();
          done();
        };
        frame();
      }),
  );

/** The board's words, cell by cell; the window is made so large that all of it is mounted. */
export async function words(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 5200, height: 4200 });
  const whole = () => {
    const board = document.querySelector("[role=grid]");
    const last = [...board.querySelectorAll("[role=gridcell]")].map((cell) => Number(cell.getAttribute("aria-colindex")));
    return Math.max(0, ...last) >= Number(board.getAttribute("aria-colcount"));
  };
  await page.waitForFunction(whole, null, { polling: 50 });
  await page.waitForTimeout(150);
  await drawn(page);
  const read = await grid(page).evaluate((board) => {
    const named = (element) => element.getAttribute("aria-label");
    const place = (element) => Number(element.getAttribute("aria-colindex"));
    const across = (row, role) =>
      [...row.querySelectorAll(`[role=${role}]`)].sort((a, b) => place(a) - place(b));
    const text = (card) => card.querySelector(".card-text")?.textContent ?? card.querySelector("[data-editor]").textContent;
    const cells = (row) =>
      across(row, "gridcell").map((cell) => {
        const cards = [...cell.querySelectorAll("[data-card]")].map(text);
        return cell.querySelector("[role=list]") ? cards : named(cell);
      });
    const rows = [...board.querySelectorAll("[role=row]")];
    const index = (row) => Number(row.getAttribute("aria-rowindex"));
    rows.sort((a, b) => index(a) - index(b));
    const heads = rows.filter((row) => !row.querySelector("[role=rowheader]"));
    const lanes = rows.filter((row) => row.querySelector("[role=rowheader]"));
    return {
      title: named(board),
      heads: heads.map((row) => across(row, "columnheader").slice(1).map(named)),
      lanes: lanes.map((row) => [named(row.querySelector("[role=rowheader]")), ...cells(row)]),
    };
  });
  await page.setViewportSize(before);
  await page.waitForTimeout(100);
  return read;
}

/** Gives the page focus back to the board's selection. */
export const chosen = (page) => page.locator(":focus");

/** A panel beside the board, by its name. */
export const beside = (page, name) => page.getByRole("complementary", { name });

/** Opens what unfolds under a heading, unless it is open. */
export async function unfold(heading) {
  if ((await heading.getAttribute("aria-expanded")) === "false") await heading.click();
}

/** Opens a part of the panel "Method", and the panel when it is closed. */
export async function methodPart(page, name) {
  const panel = beside(page, "Method");
  if ((await panel.count()) === 0) await more(page, "Method");
  await panel.waitFor();
  await unfold(panel.getByRole("button", { name: new RegExp(`^${name}`) }));
}

/** Sets a persona's curve at a column, by the keys. */
export async function feel(page, column, ...keys) {
  await grid(page).getByRole("gridcell", { name: new RegExp(`^${column}, Customer: `) }).first().focus();
  await press(page, ...keys);
  await kept(page);
}

/** Waits until a column's header says these words beside its name. */
export const described = (page, name, words) =>
  page.waitForFunction(
    ([name, words]) => {
      const all = [...document.querySelectorAll("[role=columnheader]")];
      const it = all.find((head) => head.getAttribute("aria-label") === name);
      return (it?.getAttribute("aria-description") ?? "").includes(words);
    },
    [name, words],
    { polling: 100 },
  );

/** Gives the open map a title. */
export async function entitle(page, words) {
  const line = page.getByRole("textbox", { name: "Title of the map" });
  await line.fill(words);
  await line.press("Enter");
  await kept(page);
}

/** Waits until the map of this title is open. */
export const titled = (page, title) =>
  page.waitForFunction((title) => document.querySelector("input.title")?.value === title, title, { polling: 50 });

/** Follows the way back to the experience map a journey belongs to. */
export const wayBack = (page) =>
  page.getByRole("navigation", { name: "Where this journey belongs" }).getByRole("link").click();

/** Adds a line to what a journey map concludes. */
export async function conclude(page, label, words) {
  const line = beside(page, "Method").locator(".detail", { hasText: label }).getByPlaceholder("Add a line");
  await line.fill(words);
  await line.press("Enter");
}

/** Fills a line of a panel and leaves it. */
export async function setLine(panel, name, value) {
  const line = panel.getByLabel(name, { exact: true });
  await line.fill(value);
  await line.press("Enter");
  await line.blur();
}

/** Leaves the field being typed into, if there is one. */
export async function leave(page) {
  if ((await field(page).count()) > 0) await field(page).press("Escape");
}

/** Takes every stage off the board. */
export async function noStages(page) {
  const heads = grid(page).getByRole("columnheader");
  for (let left = await heads.count(); left > 0; left--) {
    const before = await heads.count();
    if (!(await heads.last().isVisible())) break;
    await heads.last().focus();
    await page.keyboard.press("Delete");
    await page.waitForFunction((n) => document.querySelectorAll('[role="columnheader"]').length < n, before, { polling: 50, timeout: 3000 }).catch(() => {});
    if ((await heads.count()) === before) break;
  }
}

/** Lists a touchpoint in the open inventory. */
export async function listTouchpoint(page, name) {
  const panel = beside(page, "Touchpoints");
  await panel.getByRole("textbox", { name: "New touchpoint" }).fill(name);
  await page.keyboard.press("Enter");
  await button(panel, name).waitFor();
}
