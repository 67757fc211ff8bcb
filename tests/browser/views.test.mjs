// One map, looked at in many ways: zoomed, filtered, as an outline, as a table, saved, presented.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { openProfile } from "./harness.mjs";
import { begin, button, card, cell, field, grid, kept, more, onOneMap, press, saved } from "./hands.mjs";


let site, person, page;
onOneMap("Example: a journey map", (made) => ({ site, person, page } = made));

const tab = (name, on = page) => on.getByRole("tab", { name, exact: true });
const outline = (on = page) => on.getByRole("region", { name: /^(Outline of|Plan de)/ });
const table = (on = page) => on.getByRole("grid", { name: /^(All cards of|Toutes les fiches de)/ });
const percent = () => page.locator(".zoom-menu").innerText();
const keys = (...all) => press(page, ...all);
const focused = (on = page) =>
  on.evaluate(() => {
    const it = document.activeElement;
    return (it.getAttribute("aria-label") ?? it.innerText).trim();
  });
/** Waits until what has the focus bears this name: it comes back when a place is drawn anew. */
const focusIs = async (name) => {
  for (let i = 0; i < 40 && (await focused()) !== name; i++) await page.waitForTimeout(25);
  assert.equal(await focused(), name);
};
const panel = (on = page) => on.getByRole("complementary", { name: /^(Filter|Filtre)/ });
const sheet = () =>
  grid(page).evaluate((board) => {
    const box = (selector) => board.querySelector(selector).getBoundingClientRect().toJSON();
    return { head: box(".board-head"), lane: box(".lane-head"), board: board.getBoundingClientRect().toJSON(), sheet: box(".board-sheet") };
  });

test("keys, wheel and menu zoom; what is under the pointer stays; headers stick; typing and the window still fit", async () => {
  const target = card(page, "Goes through the settings");
  const box = await target.boundingBox();
  const point = { x: box.x + 20, y: box.y + 10 };
  await page.mouse.move(point.x, point.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await page.waitForTimeout(150);
  const zoom = Number.parseInt(await percent(), 10);
  assert.ok(zoom > 110 && zoom < 150, `${zoom}`);
  const there = await target.boundingBox();
  assert.ok(Math.abs(there.x + (20 * zoom) / 100 - point.x) < 6, "the card stays under the pointer");
  // As large as it goes: only what is in the window is mounted, and headers stick.
  for (let i = 0; i < 8; i++) await keys("Control+=");
  assert.equal(await percent(), "200%");
  await grid(page).evaluate((board) => board.scrollTo(900, 700));
  await page.waitForTimeout(200);
  const { head, lane, board } = await sheet();
  assert.ok(Math.abs(head.top - board.top) < 1 && Math.abs(lane.left - board.left) < 1);
  assert.ok((await page.locator("[data-card]").count()) < 100);
  // A card is found where it is seen, dragged to the next column and typed into.
  await keys("Control+0");
  await page.waitForTimeout(250);
  const fit = await sheet();
  assert.ok(fit.sheet.width <= fit.board.width + 1 && fit.sheet.height <= fit.board.height + 1, "all is seen");
  const from = await card(page, "Compares with alternatives").boundingBox();
  const to = await cell(page, "Customer actions", "Installing").boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 8, { steps: 6 });
  await page.mouse.up();
  await page.waitForTimeout(150);
  assert.equal(
    await cell(page, "Customer actions", "Installing").getByRole("listitem", { name: "Compares with alternatives" }).count(),
    1,
  );
  await keys("Control+z", "Alt+0");
  assert.equal(await percent(), "100%");
});

test("pinching with two fingers zooms", async () => {
  await grid(page).evaluate((board) => {
    const box = board.getBoundingClientRect();
    const touch = (identifier, x) => new Touch({ identifier, target: board, clientX: box.left + x, clientY: box.top + 300 });
    const fire = (type, a, b) => {
      const touches = [touch(1, a), touch(2, b)];
      board.dispatchEvent(new TouchEvent(type, { touches, targetTouches: touches, bubbles: true, cancelable: true }));
    };
    fire("touchstart", 400, 600);
    fire("touchmove", 300, 700);
    board.dispatchEvent(new TouchEvent("touchend", { touches: [], bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector(".zoom-menu").innerText.includes("200"), null, { polling: 100 });
  await keys("Alt+0");
});

test("zoom, density and view are kept for the map in this browser", async () => {
  await button(page, "Compact").click();
  const height = (await card(page, "Searches for tools").boundingBox()).height;
  assert.ok(height < 46, `a compact card is ${height} px high`);
  await keys("Control+-");
  assert.equal(await percent(), "80%");
  await tab("Table").click();
  await page.reload();
  await table().waitFor();
  await tab("Board").click();
  assert.equal(await percent(), "80%");
  assert.equal(await button(page, "Compact").getAttribute("aria-pressed"), "true");
  await button(page, "Compact").click();
  await keys("Alt+0");
  // Another map has its own.
  const other = await begin(person, "New journey map");
  assert.equal(await other.locator(".zoom-menu").innerText(), "100%");
  await other.close();
});

test("the outline says the map in headings and lists, and is edited by keys alone", async () => {
  await tab("Outline").click();
  await outline().waitFor();
  const heading = (level, name) => outline().getByRole("heading", { level, name, exact: true });
  await heading(1, "A writer’s journey with Snowflake Desktop").waitFor();
  await heading(2, "Discovery").waitFor();
  await heading(3, "Exploring features").waitFor();
  assert.equal(await heading(4, "Pain points").count(), 13);
  await outline().getByRole("listitem").filter({ hasText: /^Writer feels: neutral/i }).first().waitFor();
  // From the first heading down to the first card: renamed, one added below, moved, deleted, undone.
  await outline().getByRole("button", { name: "Discovery", exact: true }).focus();
  await keys("Enter");
  await field(page).fill("Finding");
  await keys("Enter");
  await heading(2, "Finding").waitFor();
  await focusIs("Finding");
  await keys("ArrowDown", "ArrowDown");
  await focusIs("Searches for tools for writers");
  await keys("F2");
  await field(page).fill("Looks for tools");
  await keys("Enter");
  await focusIs("Looks for tools");
  await keys("ArrowDown", "ArrowDown");
  await focusIs("Add a card: Customer actions, Discovering the app");
  await keys("Enter");
  await field(page).fill("Asks a friend");
  await keys("Enter");
  await focusIs("Asks a friend");
  await keys("Delete");
  assert.equal(await outline().getByRole("button", { name: "Asks a friend" }).count(), 0);
  await keys("Control+z", "Control+z", "Control+z", "Control+z");
  await heading(2, "Discovery").waitFor();
  await outline().getByRole("button", { name: "Searches for tools for writers" }).waitFor();
  // A feeling, by its keys.
  const felt = outline().getByRole("button", { name: /^Writer feels/ }).first();
  const before = await felt.innerText();
  await felt.focus();
  await keys("+");
  await page.waitForFunction((before) => document.activeElement.innerText !== before, before, { polling: 50 });
  await keys("Control+z");
  // The selection goes along to the board.
  await outline().getByRole("button", { name: "Compares with alternatives" }).focus();
  await keys("F8", "F8");
  await grid(page).and(page.locator(".board")).waitFor();
  await page.waitForFunction(() => document.activeElement.innerText.startsWith("Compares"), null, { polling: 50 });
});

test("the table has every card, sorts by its headers, is typed into, and leads to the board", async () => {
  await tab("Table").click();
  await table().waitFor();
  const rows = Number(await table().getAttribute("aria-rowcount"));
  assert.equal(rows, 129);
  assert.ok((await page.locator(".table-line").count()) < 60, "only the lines in the window");
  const first = () => page.locator("[aria-rowindex='2'] [data-column=text] .table-words").innerText();
  const header = table().getByRole("columnheader", { name: "Text", exact: true });
  await header.getByRole("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "ascending");
  const least = await first();
  await header.getByRole("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "descending");
  assert.notEqual(await first(), least);
  await header.getByRole("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "none");
  assert.equal(await first(), "Searches for tools for writers");
  await page.locator("[aria-rowindex='2'] [data-place]").focus();
  await keys("End");
  await page.waitForFunction((last) => document.activeElement.parentElement.getAttribute("aria-rowindex") === last, String(rows), { polling: 50 });
  await keys("Home", "ArrowDown", "F2");
  await field(page).fill("Reads what others say");
  await keys("Enter");
  await focusIs("Reads what others say");
  await keys("Control+z");
  await page.getByRole("row", { name: /^Website/ }).getByRole("button", { name: "Show on the board" }).click();
  await page.waitForFunction(() => document.activeElement.closest(".board") && document.activeElement.innerText.startsWith("Website"), null, { polling: 50 });
});

test("one filter for board, outline and table; the chip says how much it leaves and clears it", async () => {
  await button(page, "Filter").click();
  await panel().getByRole("searchbox").fill("WRITERS");
  const chip = page.locator(".chip.filtered");
  await chip.getByText("cards match").waitFor();
  const [left, all] = (await chip.innerText()).match(/\d+/g).map(Number);
  assert.ok(left > 0 && left < all && all === 128, `${left} of ${all}`);
  assert.ok(await card(page, "Compares with").evaluate((one) => one.classList.contains("dim")));
  assert.ok(!(await card(page, "Searches for").evaluate((one) => one.classList.contains("dim"))));
  await tab("Table").click();
  await page.waitForFunction((left) => document.querySelector("[role=grid]").getAttribute("aria-rowcount") === String(left + 1), left, { polling: 50 });
  await tab("Outline").click();
  await page.waitForTimeout(400);
  assert.equal(await outline().locator(".outline-text[data-card]").count(), left);
  // Another sort of value beside the words.
  await panel().getByRole("combobox", { name: "Channel" }).selectOption("web");
  await page.waitForFunction((left) => Number.parseInt(document.querySelector(".chip.filtered").innerText, 10) < left, left, { polling: 50 });
  await chip.getByRole("button", { name: "Show all cards" }).click();
  await chip.waitFor({ state: "detached" });
  await tab("Board").click();
});

test("a view is saved in the map, shown again, updated, renamed, deleted and brought back", async () => {
  await panel().getByRole("combobox", { name: "Channel" }).selectOption("web");
  await tab("Table").click();
  await panel().getByRole("textbox", { name: "Name of the view" }).fill("On the web");
  await button(panel(), "Save this view").click();
  await kept(page);
  await button(panel(), "Show all cards").click();
  await tab("Board").click();
  await page.reload();
  await saved(page);
  await button(page, "Filter").click();
  await button(panel(), "Show “On the web”").click();
  await table().waitFor();
  assert.equal(await panel().getByRole("combobox", { name: "Channel" }).inputValue(), "web");
  await tab("Outline").click();
  await button(panel(), "Update “On the web” to what is shown").click();
  await tab("Board").click();
  await button(panel(), "Rename “On the web”").click();
  await panel().getByRole("textbox", { name: "Name of the view" }).first().fill("Web");
  await keys("Enter");
  await button(panel(), "Show “Web”").click();
  await outline().waitFor();
  await button(panel(), "Delete “Web”").click();
  await button(panel(), "Show “Web”").waitFor({ state: "detached" });
  await more(page, "Bin and unplaced cards");
  await page.getByRole("complementary").getByText("Web", { exact: true }).waitFor();
  await page.getByRole("complementary").getByRole("button", { name: /Restore/ }).first().click();
  await button(page, "Filter").click();
  await button(panel(), "Show “Web”").waitFor();
  await button(panel(), "Show all cards").click();
  await panel().getByRole("button", { name: "Close" }).click();
  await tab("Board").click();
});

test("the presentation goes from the title stage by stage by keys and by buttons, and ends", async () => {
  await grid(page).locator("[tabindex='0']").first().focus();
  await keys("F9");
  const show = page.getByRole("dialog", { name: "Present" });
  await show.getByRole("heading", { name: /^A writer’s journey/ }).waitFor();
  await accessible(page);
  assert.equal(await button(show, "Back").getAttribute("aria-disabled"), "true", "nothing lies before the title");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".present-slide")), "the slide has the focus");
  await keys("ArrowRight");
  await show.getByRole("heading", { name: "The whole curve" }).waitFor();
  assert.ok((await show.locator(".print-point").count()) >= 4, "the curve of all stages");
  await keys("ArrowRight");
  await show.getByRole("heading", { name: "Discovery", exact: true }).waitFor();
  assert.ok((await show.locator(".print-curve").count()) >= 2, "the curve is on the slide");
  const size = await show.locator(".print-text").first().evaluate((text) => text.getBoundingClientRect().height);
  assert.ok(size >= 18, `text of ${size} px`);
  await button(show, "Next").click();
  await show.getByRole("heading", { name: "First use" }).waitFor();
  await keys("ArrowLeft", "End");
  await show.getByRole("heading", { name: "Regular use" }).waitFor();
  await keys("ArrowRight");
  await show.getByText("6 of 6").waitFor();
  assert.equal(await button(show, "Next").getAttribute("aria-disabled"), "true", "nothing comes after the last");
  await keys("Home");
  await show.getByText("1 of 6").waitFor();
  await button(show, "End the presentation").click();
  await show.waitFor({ state: "detached" });
  await page.waitForFunction(() => !document.fullscreenElement, null, { polling: 50 });
});

test("board, outline, table, filter, print and slides are without fault for axe, light and dark, English and French", async () => {
  for (const [locale, colorScheme, words] of [
    ["en-US", "light", ["Example: a journey map", "Outline", "Table", "Board", "Filter"]],
    ["fr-FR", "dark", ["Exemple : une carte de parcours", "Plan", "Tableau", "Grille", "Filtrer"]],
  ]) {
    const other = await openProfile(site, { locale, colorScheme });
    try {
      const [start, ...views] = words;
      const on = await begin(other, start);
      await accessible(on, `${locale} board`);
      await button(on, views[3]).click();
      await panel(on).getByRole("searchbox").fill("a");
      await on.waitForTimeout(300);
      await accessible(on, `${locale} filter`);
      for (const view of views.slice(0, 3)) {
        await tab(view, on).click();
        await on.waitForTimeout(300);
        await accessible(on, `${locale} ${view}`);
      }
      await on.keyboard.press("Control+p");
      await on.locator(".print-dialog").waitFor();
      await accessible(on, `${locale} print`);
      await on.keyboard.press("Escape");
      await on.setViewportSize({ width: 390, height: 844 });
      for (const view of views.slice(0, 3)) {
        await tab(view, on).click();
        await on.waitForTimeout(300);
        await accessible(on, `${locale} ${view} narrow`);
        assert.ok(await on.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} fits 390 px`);
      }
    } finally {
      await other.close();
    }
  }
});

test("right-to-left, CJK, emoji and endless words break neither board, outline nor table", async () => {
  const on = await begin(person, "Blank journey map");
  const texts = [
    "العميل يبحث عن منتج في المتجر ويسأل البائع",
    "お客様は店舗で商品を探し、店員に在庫を確認してから購入を決めます",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🧑🏽‍💻 🎉🎉🎉",
    `Donau${"dampfschifffahrts".repeat(14)}kapitän`,
  ];
  await on.keyboard.press("Escape");
  await grid(on).getByRole("gridcell").first().focus();
  for (const text of texts) {
    await on.keyboard.press("Shift+Enter");
    await field(on).fill(text);
    await on.keyboard.press("Enter");
  }
  const clipped = (selector) =>
    on.evaluate((selector) => {
      const wrong = [...document.querySelectorAll(selector)].filter((one) => one.scrollWidth > one.clientWidth + 1);
      return wrong.map((one) => one.textContent.slice(0, 30));
    }, selector);
  for (const text of texts) await card(on, text.slice(0, 12)).or(on.getByText(text)).first().waitFor();
  assert.deepEqual(await clipped(".card, .card-text, .cell"), []);
  const heights = await on.locator(".card").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map((box) => [box.top, box.bottom]));
  heights.sort((a, b) => a[0] - b[0]);
  heights.forEach(([top], at) => assert.ok(!at || top >= heights[at - 1][1], "cards do not overlap"));
  assert.equal(await on.locator(".card-text").first().evaluate((one) => getComputedStyle(one).direction), "rtl");
  for (const width of [1440, 720, 390]) {
    await on.setViewportSize({ width, height: 844 });
    await tab("Outline", on).click();
    await on.waitForTimeout(200);
    assert.deepEqual(await clipped(".outline, .outline-page, .outline-text"), [], `outline at ${width}`);
    await tab("Table", on).click();
    await on.waitForTimeout(200);
    assert.deepEqual(await clipped(".table-cell, .table-words"), [], `table at ${width}`);
    await tab("Board", on).click();
    await on.waitForTimeout(200);
    assert.deepEqual(await clipped(".card, .card-text"), [], `board at ${width}`);
  }
  await on.close();
});

test("language and appearance are chosen in the menu of the board", async () => {
  await button(page, "More").click();
  await page.getByRole("menuitem", { name: "Appearance: Dark" }).click();
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  await button(page, "More").click();
  await page.getByRole("menuitem", { name: /Français/ }).click();
  await tab("Plan").waitFor();
  await button(page, "Plus").click();
  await page.getByRole("menuitem", { name: /English/ }).click();
  await tab("Outline").waitFor();
});

test("persona, tag, owner, evidence and status filter too, each for itself", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await card(page, "Compares with").focus();
  await keys("Control+Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  const one = (name) => details.getByLabel(name, { exact: true });
  await one("Persona").selectOption({ label: "Writer" });
  await one("Evidence").selectOption({ label: "Heard" });
  await one("Owner").fill("Ben Stone");
  await one("Owner").press("Enter");
  await details.getByText("More", { exact: true }).click();
  await one("Add a tag").fill("autumn");
  await one("Add a tag").press("Enter");
  await one("Status").selectOption({ label: "In progress" });
  await kept(page);
  await button(page, "Filter").click();
  const chip = page.locator(".chip.filtered");
  for (const name of ["Persona", "Tag", "Owner", "Evidence", "Status"]) {
    const choice = panel().getByRole("combobox", { name, exact: true });
    await choice.selectOption({ index: 1 });
    await chip.filter({ hasText: "1 of 128" }).waitFor();
    assert.ok(!(await card(page, "Compares with").evaluate((seen) => seen.classList.contains("dim"))), name);
    await choice.selectOption({ index: 0 });
    await chip.waitFor({ state: "detached" });
  }
});
