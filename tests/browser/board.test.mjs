// The board by keyboard, by name and by pointer; what it tells a screen reader; nothing clipped.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { button, card, cell, chosen, field, grid, kept, more, onOneMap, press, words } from "./hands.mjs";

const head = (page, name) => grid(page).getByRole("columnheader", { name, exact: true });
const lane = (page, name) => grid(page).getByRole("rowheader", { name, exact: true });
const lanes = async (page) => (await words(page)).lanes.map(([name]) => name);
const stages = async (page) => (await words(page)).heads[0];
const cards = async (page, of, at) => (await words(page)).lanes.find(([name]) => name === of)[at];

let page;
onOneMap("New journey map", (made) => ({ page } = made));

const keys = (...all) => press(page, ...all);
const type = (text) => page.keyboard.type(text);

/** What has the focus, by its accessible name. */
const focused = () => chosen(page).getAttribute("aria-label");

test("one click gives named stages and lanes, and the caret in the first cell", async () => {
  assert.deepEqual(await stages(page), ["Discovery", "Comparison", "Purchase", "Use", "Help"]);
  assert.equal((await lanes(page))[4], "Emotions");
  await page.getByText("What does the customer do?").first().waitFor();
  await type("Sees a poster");
  await keys("Tab");
  await type("Asks a friend");
  await keys("Enter");
  assert.match(await focused(), /^Asks a friend/);
  assert.deepEqual(await cards(page, "Customer actions", 1), ["Sees a poster"]);
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Asks a friend"]);
});

test("typing after Enter, or after Tab at the end of a row, begins another card and replaces none", async () => {
  await type("Asks a neighbour");
  await keys("Enter");
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Asks a friend", "Asks a neighbour"]);
  assert.match(await focused(), /^Asks a neighbour/);
  await keys("Delete", "Control+z");
  assert.match(await focused(), /^Asks a neighbour/, "what is restored is selected");
  await keys("Delete", "End");
  await type("Calls");
  await keys("Tab");
  assert.equal(await focused(), "Needs and desires, Discovery");
  await keys("Control+z");
  assert.deepEqual(await cards(page, "Customer actions", 5), []);
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Asks a friend"]);
});

test("nothing in its cell moves aside while a card is typed into", async () => {
  await card(page, "Asks a friend").focus();
  await keys("Enter");
  await keys("Escape");
  const sides = () =>
    card(page, "Asks a friend").evaluate((card) => {
      const { left, width } = card.getBoundingClientRect();
      return [left, width];
    });
  const before = await sides();
  await keys("F2");
  await field(page).waitFor();
  assert.deepEqual(await sides(), before);
  await keys("Escape");
});

test("Enter, F2, typing, Escape and Shift+Enter do in a cell what spreadsheets do", async () => {
  await card(page, "Asks a friend").focus();
  await keys("Enter");
  await type(" twice");
  await keys("Shift+Enter");
  await type("or three times");
  await keys("Enter");
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Asks a friend twice\nor three times"]);
  await keys("F2");
  await type(" or more");
  await keys("Escape");
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Asks a friend twice\nor three times"]);
  await type("Looks again");
  await keys("Enter");
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Looks again"]);
  await keys("Shift+Enter");
  await type("Second card");
  await keys("Enter");
  assert.deepEqual(await cards(page, "Customer actions", 2), ["Looks again", "Second card"]);
});

test("arrows, Home and End lead from cell to cell, up into the headers and left into the lanes", async () => {
  await card(page, "Second card").focus();
  await keys("ArrowUp");
  assert.match(await focused(), /^Looks again/);
  await keys("ArrowLeft");
  assert.match(await focused(), /^Sees a poster/);
  await keys("ArrowLeft");
  assert.equal(await focused(), "Customer actions");
  await keys("ArrowDown");
  assert.equal(await focused(), "Needs and desires");
  await keys("ArrowRight");
  assert.equal(await focused(), "Needs and desires, Discovery");
  await keys("End");
  assert.equal(await focused(), "Needs and desires, Help");
  await keys("Control+Home", "ArrowUp");
  assert.equal(await focused(), "Discovery");
  await keys("Control+End");
  assert.equal(await focused(), "Solutions, Help");
});

test("Page Up and Page Down go a screenful up and down in their column", async () => {
  await page.setViewportSize({ width: 1440, height: 420 });
  try {
    await cell(page, "Solutions", "Help").focus();
    await keys("PageUp");
    const above = await focused();
    assert.match(above, /Help/);
    assert.doesNotMatch(above, /^(Solutions|Opportunities|Customer actions)/, "several rows, not all");
    await keys("PageUp", "PageUp");
    assert.equal(await focused(), "Help");
    await keys("PageDown", "PageDown", "PageDown");
    assert.equal(await focused(), "Solutions, Help");
  } finally {
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

test("Alt+arrows move cards, stages and lanes; undo and redo go back and forth through it", async () => {
  const before = await words(page);
  await card(page, "Sees a poster").focus();
  await keys("Alt+ArrowRight");
  assert.deepEqual(await cards(page, "Customer actions", 1), []);
  await keys("Alt+ArrowDown");
  assert.deepEqual(await cards(page, "Needs and desires", 2), ["Sees a poster"]);
  assert.match(await focused(), /^Sees a poster/);
  await head(page, "Use").focus();
  await keys("Alt+ArrowLeft");
  assert.deepEqual(await stages(page), ["Discovery", "Comparison", "Use", "Purchase", "Help"]);
  assert.equal(await focused(), "Use");
  await lane(page, "Thoughts").focus();
  await keys("Alt+ArrowUp");
  assert.equal((await lanes(page))[2], "Thoughts");
  const moved = await words(page);
  await keys("Control+z", "Control+z", "Control+z", "Control+z");
  assert.deepEqual(await words(page), before);
  for (let times = 0; times < 4; times++) await button(page, "Redo").click();
  assert.deepEqual(await words(page), moved);
  for (let times = 0; times < 4; times++) await button(page, "Undo").click();
  assert.deepEqual(await words(page), before);
});

test("buttons add a stage, a step, a lane and a card, each with the caret in its name", async () => {
  await head(page, "Purchase").focus();
  await button(page, "Add stage").click();
  await page.waitForTimeout(200);
  assert.ok(await page.evaluate(() => document.activeElement.matches("[data-editor]")), "the caret stays in the name");
  await type("Delivery");
  await keys("Enter");
  assert.deepEqual(await stages(page), ["Discovery", "Comparison", "Purchase", "Delivery", "Use", "Help"]);
  await button(page, "Add step").click();
  await type("Unpacking");
  await keys("Enter");
  assert.ok((await words(page)).heads[1].includes("Unpacking"));
  await lane(page, "Solutions").focus();
  await button(page, "Kinds of lanes").click();
  await page.getByRole("menuitem", { name: "Moments of truth" }).click();
  await keys("Enter");
  assert.equal((await lanes(page)).at(-1), "Moments of truth");
  await button(page, "Add lane").click();
  await type("Owners");
  await keys("Enter");
  assert.equal((await lanes(page)).at(-1), "Owners");
  await button(page, "Add card").first().click();
  await type("Shop team");
  await keys("Enter");
  assert.deepEqual(await cards(page, "Owners", 1), ["Shop team"]);
});

test("names are changed in place, things are deleted, and the bin gives them back", async () => {
  await lane(page, "Owners").focus();
  await keys("F2");
  await type("Who is in charge");
  await keys("Enter");
  assert.equal((await lanes(page)).at(-1), "Who is in charge");
  const before = await words(page);
  await keys("Delete");
  assert.equal((await lanes(page)).at(-1), "Moments of truth");
  await more(page, "Bin and unplaced cards");
  const panel = page.getByRole("complementary", { name: "Bin and unplaced cards" });
  await panel.getByText("Shop team").waitFor();
  await button(panel, "Restore").first().click();
  assert.deepEqual(await words(page), before);
  await panel.getByText("Every card has its place.").waitFor();
});

test("cards of a deleted stage wait in the tray and can be placed again", async () => {
  await head(page, "Comparison").focus();
  await keys("Delete");
  await page.getByText("2 cards lost their place and wait under More").waitFor();
  const panel = page.getByRole("complementary", { name: "Bin and unplaced cards" });
  await cell(page, "Thoughts", "Use").focus();
  await panel.getByRole("listitem").filter({ hasText: "Second card" }).getByRole("button", { name: "Place in the chosen cell" }).click();
  await card(page, "Second card").waitFor();
  await button(panel, "Close").click();
  await cell(page, "Thoughts", "Use").getByRole("listitem", { name: "Second card" }).waitFor();
});

test("a star shows a card in the moments lane; a touchpoint names its channel", async () => {
  await card(page, "Second card").focus();
  await button(page, "Moment of truth").click();
  await cell(page, "Moments of truth", "Use").getByRole("listitem", { name: /^Second card.*from Thoughts/ }).waitFor();
  await cell(page, "Touchpoints", "Use").focus();
  await type("Till");
  await keys("Enter");
  await button(page, "Channel").click();
  await page.getByRole("menuitem", { name: "Shop", exact: true }).click();
  await cell(page, "Touchpoints", "Use").getByRole("listitem", { name: "Till, Shop" }).waitFor();
});

const felt = (at) => grid(page).getByRole("gridcell", { name: new RegExp(`^${at}, Customer: `) });

test("the curve is moved by keys and by dragging a point, in half-steps between −2 and +2", async () => {
  await felt("Use").focus();
  await keys("+", "+", "+");
  assert.match(await felt("Use").getAttribute("aria-label"), /Customer: \+1\.5/);
  await keys("-", "Alt+ArrowDown");
  assert.match(await felt("Use").getAttribute("aria-label"), /Customer: \+0\.5/);
  const box = await felt("Help").boundingBox();
  const grip = felt("Help").locator(".curve-grip");
  const from = await grip.boundingBox();
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 10);
  await page.mouse.move(x, box.y + box.height + 40, { steps: 4 });
  await page.mouse.up();
  assert.match(await felt("Help").getAttribute("aria-label"), /Customer: −2/);
  await keys("Control+z");
  assert.match(await felt("Help").getAttribute("aria-label"), /no feeling set/);
});

test("a second persona gets a line of its own, told apart by more than colour", async () => {
  await more(page, "Personas");
  await button(page, "Add persona").click();
  const line = page.locator(".curve-persona");
  await line.nth(1).waitFor();
  await page.getByRole("radio", { name: "Draws: Persona 2" }).waitFor();
  await felt("Use").focus();
  await keys("-");
  assert.match(await felt("Use").getAttribute("aria-label"), /Customer: \+0\.5, Persona 2: −0\.5/);
  const drawn = await line.locator(".curve-line").evaluateAll((all) => all.map((one) => getComputedStyle(one).strokeDasharray));
  assert.equal(new Set(drawn).size, 2);
  await button(page.getByRole("complementary", { name: "Personas" }), "Close").click();
});

/** Drags with the mouse, as people do: press, move a little, move there, let go. */
async function drag(from, to, where = { x: 0.5, y: 0.9 }) {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(a.x + 20, a.y + 12);
  await page.mouse.down();
  await page.mouse.move(a.x + 30, a.y + 20, { steps: 3 });
  await page.mouse.move(b.x + b.width * where.x, b.y + b.height * where.y, { steps: 5 });
  await page.mouse.up();
}

test("cards, stages and lanes are dragged to their new place", async () => {
  await drag(card(page, "Sees a poster"), cell(page, "Needs and desires", "Purchase"));
  assert.deepEqual(await cards(page, "Needs and desires", 2), ["Sees a poster"]);
  await drag(head(page, "Use"), head(page, "Discovery"), { x: 0.2, y: 0.5 });
  assert.equal((await stages(page))[0], "Use");
  await drag(lane(page, "Thoughts"), lane(page, "Customer actions"), { x: 0.5, y: 0.1 });
  assert.equal((await lanes(page))[0], "Thoughts");
});

test("three cards of fifteen words in a cell are read without clipping", async () => {
  const text = "The customer compares four offers for an afternoon and still does not know which fits";
  assert.equal(text.split(" ").length, 15);
  await cell(page, "Pain points", "Purchase").focus();
  await keys("Insert");
  for (let times = 0; times < 3; times++) {
    await type(text);
    await keys("Enter", "Shift+Enter");
  }
  await keys("Escape");
  await kept(page);
  const clipped = await page.evaluate(() => {
    const texts = [...document.querySelectorAll(".card-text, .card, .cell")];
    return texts.filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1).map((one) => one.className + one.textContent);
  });
  assert.deepEqual(clipped, []);
  const over = await page.evaluate(() => {
    // No card reaches out of its cell, no cell out of its row.
    const out = (inner, outer) => inner.getBoundingClientRect().bottom > outer.getBoundingClientRect().bottom + 0.5;
    return [...document.querySelectorAll(".card")].filter((card) => out(card, card.closest(".row"))).length;
  });
  assert.equal(over, 0);
});

test("the board tells a screen reader the whole: rows, columns, spans, positions", async () => {
  const told = await grid(page).evaluate((board) => {
    const all = (role) => [...board.querySelectorAll(`[role=${role}]`)];
    const numbers = (element, ...names) => names.map((name) => Number(element.getAttribute(`aria-${name}`)));
    return {
      size: numbers(board, "rowcount", "colcount"),
      rows: all("row").map((row) => numbers(row, "rowindex")[0]),
      stops: board.querySelectorAll("[tabindex='0']").length,
      spans: all("columnheader").filter((one) => one.className === "stage-head").map((one) => numbers(one, "colindex", "colspan")),
      trios: all("listitem").map((one) => numbers(one, "posinset", "setsize")).filter(([, size]) => size === 3),
    };
  });
  const { heads, lanes } = await words(page);
  assert.deepEqual(told.size, [heads.length + lanes.length, heads[1].length + 1]);
  assert.equal(told.stops, 1);
  assert.deepEqual(told.trios, [[1, 3], [2, 3], [3, 3]]);
  assert.equal(told.spans.reduce((sum, [, span]) => sum + span, 0), heads[1].length);
  await page.getByRole("textbox", { name: "Title of the map" }).fill("By name");
  await keys("Enter");
  await page.getByRole("grid", { name: "By name", exact: true }).waitFor();
});

for (const scheme of ["light", "dark"]) {
  test(`library and board have no violation of WCAG 2.2 AA that axe finds, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const check = (of) => accessible(page, of);
    await check("board");
    await more(page, "Keyboard");
    await check("board with a panel");
    await button(page, "Close").click();
    await page.getByRole("link", { name: "Maps" }).click();
    await page.getByRole("link", { name: "By name", exact: true }).waitFor();
    await check("library");
    await page.getByRole("link", { name: "By name", exact: true }).click();
    await grid(page).waitFor();
  });
}

test("the first click on the title takes the whole of it, the next sets the caret", async () => {
  const title = page.getByRole("textbox", { name: "Title of the map" });
  await title.click();
  await type("Returns");
  await title.click({ position: { x: 4, y: 8 } });
  await keys("Home");
  await type("Parcel ");
  await keys("Enter");
  await page.getByRole("grid", { name: "Parcel Returns", exact: true }).waitFor();
});

test("after a button of the toolbar the keys of undo take back what it did, not what a field held", async () => {
  await cell(page, "Thoughts", "Discovery").focus();
  await keys("Insert");
  await type("Is it worth it?");
  await keys("Enter");
  const star = button(page, "Moment of truth");
  await star.click();
  assert.equal(await star.getAttribute("aria-pressed"), "true");
  await keys("Control+z");
  await page.locator("button[aria-label='Moment of truth'][aria-pressed=false]").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Title of the map" }).inputValue(), "Parcel Returns");
  await keys("Control+Shift+z");
  await page.locator("button[aria-label='Moment of truth'][aria-pressed=true]").waitFor();
  await button(page, "Undo").click();
  await keys("Control+y");
  await page.locator("button[aria-label='Moment of truth'][aria-pressed=true]").waitFor();
});

test("while a header is named no plus lies half under it, and beside it every one is whole", async () => {
  const cut = () =>
    grid(page).evaluate((board) =>
      [...board.querySelectorAll(".board-head .insert")]
        .filter((one) => Number(getComputedStyle(one).opacity) > 0 && one.getClientRects().length > 0)
        .filter((one) => {
          const { left, right, top, height } = one.getBoundingClientRect();
          const there = (x) => one.contains(document.elementFromPoint(x, top + height / 2));
          return !there(left + 3) || !there(right - 3);
        })
        .map((one) => one.parentElement.getAttribute("aria-label")),
    );
  const heads = grid(page).locator(".stage-head");
  await grid(page).evaluate((board) => board.scrollTo(0, 0));
  await heads.nth(1).dblclick();
  await field(page).waitFor();
  await heads.nth(0).hover({ position: { x: 20, y: 10 } });
  await page.waitForTimeout(250);
  assert.deepEqual(await cut(), []);
  await keys("Escape");
  await page.waitForTimeout(250);
  assert.deepEqual(await cut(), []);
});

test("a long name of a lane is read whole: its row grows with it and shrinks again", async () => {
  const long = "What the people at the counter and those in the room behind it do while the customer waits for them";
  const row = () => page.locator(".row", { has: page.getByRole("rowheader", { name: new RegExp(`^(${long}|Needs and desires)$`) }) });
  const height = async () => (await row().boundingBox()).height;
  await grid(page).evaluate((board) => board.scrollTo(0, 0));
  const before = await height();
  await lane(page, "Needs and desires").focus();
  await keys("F2");
  await field(page).fill(long);
  await keys("Enter");
  await field(page).waitFor({ state: "detached" });
  const cut = await row().locator(".head-name").evaluate((name) => [name.scrollHeight - name.clientHeight, name.getBoundingClientRect().bottom - name.closest(".row").getBoundingClientRect().bottom]);
  assert.ok(cut[0] <= 1, `${cut[0]} px of the name are cut`);
  assert.ok(cut[1] <= 0, "it ends in its row");
  assert.ok((await height()) > before);
  await keys("Control+z");
  await lane(page, "Needs and desires").waitFor();
  assert.equal(await height(), before);
});
