// Small manners of the controls: where the focus goes when something is done, letters in menus, a press
// on the empty curve, groups of a long menu, ends of paths, what the library's cards show and stop at.
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, button, field, kept, more, onOneMap, press as pressed } from "./hands.mjs";

let person, page;
onOneMap("Example: a journey map", (made) => ({ person, page } = made));

const press = (...all) => pressed(page, ...all);
const focusOn = (selector) =>
  page.waitForFunction((selector) => document.activeElement?.matches(selector), selector, { polling: 50 });

test("a letter in a menu leads to the next line that begins so, and round", async () => {
  await button(page, "More").click();
  const at = () => page.evaluate(() => document.activeElement.textContent.trim());
  await focusOn(".menu-item");
  await press("p");
  const first = await at();
  await press("p");
  const second = await at();
  await press("p");
  const third = await at();
  assert.deepEqual([first, second, third].sort(), ["Personas", "Print", "Publish as template"]);
  await press("p");
  assert.equal(await at(), first);
  await press("z");
  assert.equal(await at(), first, "no line begins so");
  await press("Escape");
});

test("the menu More has its lines in named groups, each line once", async () => {
  await button(page, "More").click();
  const groups = await page.locator(".menu [role=group]").evaluateAll((all) =>
    all.map((one) => [one.getAttribute("aria-label"), one.querySelectorAll("[role=menuitem]").length]),
  );
  assert.deepEqual(groups.map(([name]) => name), ["This map", "Print and share", "History", "Find and help", "Settings"]);
  assert.ok(groups.every(([, count]) => count > 0 && count < 8), JSON.stringify(groups));
  const lines = await page.locator(".menu-item").allInnerTexts();
  assert.equal(new Set(lines).size, groups.reduce((sum, [, count]) => sum + count, 0));
  await press("Escape");
});

test("after its name is kept a title gives the focus back to the board, a persona to its line", async () => {
  await page.locator(".card").first().focus();
  const title = page.getByRole("textbox", { name: "Title of the map" });
  await title.fill("Letters");
  await title.press("Enter");
  await focusOn(".card");
  await title.fill("Parcels");
  await title.press("Escape");
  await focusOn(".card");
  await more(page, "Personas");
  const name = page.locator(".persona-line input[type=text]").first();
  await name.fill("Ada");
  await name.press("Enter");
  await focusOn("input[type=radio][aria-label='Draws: Ada']");
  await button(page, "Close").click();
});

test("a press on an empty cell of the curve sets the point at that height", async () => {
  const map = await begin(person, "New journey map");
  await map.keyboard.press("Escape");
  const cell = map.locator(".curve-cell").nth(1);
  const box = await cell.boundingBox();
  const scale = await map.locator(".curve-rule, .curve-zero").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y));
  await map.mouse.click(box.x + box.width / 2 + 30, Math.min(...scale));
  await map.waitForFunction(() => document.querySelectorAll(".curve-cell")[1].getAttribute("aria-label").includes("+2"), null, { polling: 50 });
  await map.close();
});

test("the ends of a path are turned to other steps, by keyboard and pointer, and undone", async () => {
  const step = (name) => page.getByRole("columnheader", { name: new RegExp(`^${name}`) });
  await step("Exploring features").focus();
  await press("Control+Enter");
  await page.locator("#path-alternative").selectOption({ label: "Structuring the book" });
  await page.getByLabel(/^Alternative path to Structuring the book, from/).waitFor();
  const to = page.getByLabel(/, to$/);
  await to.focus();
  await press("ArrowDown");
  await page.getByLabel("Alternative path to Developing characters, to").waitFor();
  await to.selectOption({ label: "Discovering the app" });
  await page.getByLabel("Loop back to Discovering the app, to").waitFor();
  assert.equal(await page.locator(".path-arrow.back").count(), 1);
  await page.getByLabel(/, from$/).selectOption({ label: "Installing" });
  await page.locator(".path-line").waitFor({ state: "detached" });
  await step("Installing").click();
  await page.getByLabel("Loop back to Discovering the app, from").waitFor();
  for (let n = 0; n < 3; n += 1) await button(page, "Undo").first().click();
  await step("Exploring features").click();
  await page.getByLabel("Alternative path to Structuring the book, to").waitFor();
  await button(page.locator(".panel"), "Close").click();
  await kept(page);
});

test("the library draws the curve of a map, and has two stops a card", async () => {
  const fresh = await begin(person, "New journey map");
  await fresh.close();
  await page.getByRole("link", { name: "Maps" }).click();
  const drawn = page.locator(".map-card", { hasText: "Letters" });
  await drawn.waitFor();
  assert.match(await drawn.locator(".thumb .curve-line").getAttribute("d"), /^M.*C/);
  assert.ok((await drawn.locator(".thumb-point").count()) > 5);
  const empty = page.locator(".map-card", { hasText: "New journey map" }).first();
  assert.equal(await empty.locator(".thumb-point").count(), 0);
  await drawn.locator(".map-title").focus();
  await press("Tab");
  await focusOn(".map-card button");
  await press("Tab");
  const next = await page.evaluate(() => document.activeElement.className);
  assert.ok(!next.includes("map-link"), next);
});

test("personas of other maps are read only when asked for, with how far that is, and it can be cancelled", async () => {
  const other = await begin(person, "New experience map");
  await field(other).press("Escape");
  await other.evaluate(() => {
    // How often the chunks of a map are read.
    window.reads = 0;
    const get = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (...all) {
      if (this.name === "chunks") window.reads += 1;
      return get.apply(this, all);
    };
    const walk = IDBObjectStore.prototype.openCursor;
    IDBObjectStore.prototype.openCursor = function (...all) {
      if (this.name === "chunks") window.reads += 1;
      return walk.apply(this, all);
    };
    window.seen = [];
    new MutationObserver(() => {
      const said = document.querySelector(".panel")?.innerText.match(/\d of \d maps read/);
      if (said && window.seen.at(-1) !== said[0]) window.seen.push(said[0]);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await more(other, "Personas");
  await other.waitForTimeout(400);
  assert.equal(await other.evaluate(() => window.reads), 0, "the panel alone reads no map");
  await button(other, "Take over from another map").click();
  await other.getByRole("button", { name: "Ada (Letters)" }).waitFor();
  await other.getByText("maps read").waitFor({ state: "detached" });
  assert.ok((await other.evaluate(() => window.reads)) > 0);
  assert.match(await other.evaluate(() => window.seen[0]), /^0 of \d maps read$/);
  await button(other, "Take over from another map").click();
  await other.evaluate(() => {
    const look = setInterval(() => {
      const cancel = [...document.querySelectorAll(".panel button")].find((one) => one.textContent.trim() === "Cancel");
      if (!cancel) return;
      clearInterval(look);
      cancel.click();
      window.cancelled = window.reads;
    }, 0);
    [...document.querySelectorAll(".panel button")].find((one) => one.textContent.includes("Take over")).click();
  });
  await other.waitForFunction(() => window.cancelled !== undefined, null, { polling: 50 });
  await other.waitForTimeout(600);
  const { reads, cancelled } = await other.evaluate(() => ({ reads, cancelled }));
  assert.ok(reads - cancelled <= 1, `${reads - cancelled} maps were read after that`);
  await other.close();
});
