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

/**
 * One person at one map, started by the button or the menu entry of this name, for all stories of a file;
 * `set` takes site, person and page once they are there.
 */
export function onOneMap(start, set) {
  let site, person;
  before(async () => {
    site = await openSite();
    person = await openProfile(site);
    set({ site, person, page: await begin(person, start) });
  });
  after(async () => {
    await person?.close();
    await site.stop();
  });
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

/** Exports the open map and gives the path of the file. The first time, a name is declined. */
export async function exported(page, dir, name) {
  const download = page.waitForEvent("download");
  await button(page, "Export").click();
  const unnamed = button(page, "Export without a name");
  const asked = unnamed.waitFor({ timeout: 30_000 }).then(() => unnamed.click());
  await Promise.race([download, asked.catch(() => download)]);
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

/** Opens an entry of the board's menu "More". */
export async function more(page, name) {
  await button(page, "More").click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

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
