// Feelings, lanes and paths through the real pages: by keyboard, by pointer, and for those who see no
// curve.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, cell, chosen, field, grid, kept, more } from "./hands.mjs";


let site, person, page;

before(async () => {
  site = await openSite();
  person = await openProfile(site);
  page = await begin(person, "New journey map");
  await page.keyboard.press("Escape");
});

after(async () => {
  await person?.close();
  await site?.stop();
});

const keys = async (...all) => {
  for (const key of all) await page.keyboard.press(key);
};
const felt = (at) => grid(page).getByRole("gridcell", { name: new RegExp(`^${at}, Customer: `) });
const says = async (at) => felt(at).getAttribute("aria-label");
const describes = async (at) => felt(at).getAttribute("aria-description");

/** Fails on what axe finds, in both themes. */
async function inBothThemes(what) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await accessible(page, `${what}, ${colorScheme}`);
  }
}

test("a feeling gets a name from the list, kept apart from its level and shown in either language", async () => {
  await felt("Use").focus();
  await keys("+", "+", "+", "Enter");
  await field(page).fill("Relief");
  await keys("Enter");
  assert.match(await says("Use"), /Customer: \+1\.5 relief/);
  await keys("Enter");
  await field(page).fill("Glad to be home");
  await keys("Enter");
  assert.match(await says("Use"), /Customer: \+1\.5 Glad to be home/);
  await button(page, "Name of this feeling").click();
  await page.getByRole("menuitem", { name: "trust", exact: true }).click();
  assert.match(await says("Use"), /Customer: \+1\.5 trust/);
  await felt("Use").focus();
  await keys("-");
  assert.match(await says("Use"), /Customer: \+1 trust/);
});

test("faces and words stand beside the numbers, highs and lows are marked", async () => {
  const scale = await page.locator(".scale-level").allInnerTexts();
  assert.deepEqual(scale.map((one) => one.replace(/\s+/g, " ").trim()), [
    "very good +2", "good +1", "neutral 0", "bad −1", "very bad −2",
  ]);
  await felt("Help").focus();
  await keys("-", "-");
  const words = await page.locator(".curve-persona.active .curve-word").allTextContents();
  assert.ok(words.some((text) => text.trim() === "▲ High · trust"), words.join("|"));
  assert.ok(words.some((text) => text.trim() === "▼ Low"), words.join("|"));
  assert.equal(await describes("Help"), "bad, Low, Why? Say the reason");
  assert.equal(await describes("Use"), "good, High");
  // Tinted above and below the middle, cut out along the line.
  const tinted = () => page.locator(".curve-area").evaluate((area) => getComputedStyle(area).clipPath);
  const before = await tinted();
  assert.match(before, /^path\("M/);
  await keys("+");
  assert.notEqual(await tinted(), before);
  await keys("-");
});

test("a moment of truth is drawn on the curve as the card is starred, and said", async () => {
  await cell(page, "Customer actions", "Use").focus();
  await keys("Insert");
  await field(page).fill("Opens the box");
  await keys("Enter");
  await button(page, "Moment of truth").click();
  await page.locator(".curve-moment").waitFor();
  assert.equal(await describes("Use"), "good, High, Moment of truth");
  await button(page, "Moment of truth").click();
  await page.locator(".curve-moment").waitFor({ state: "detached" });
});

test("Escape in mid-drag leaves the point where it was", async () => {
  const before = await says("Help");
  const grip = await felt("Help").locator(".curve-grip").boundingBox();
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 60, { steps: 3 });
  assert.match(await page.locator(".curve-value").innerText(), /\+/);
  await keys("Escape");
  await page.mouse.up();
  assert.equal(await says("Help"), before);
});

test("personas are compared in one lane: lines shown and hidden, the next one by a key", async () => {
  await more(page, "Personas");
  await button(page, "Add persona").click();
  await page.getByRole("radio", { name: "Draws: Persona 2" }).waitFor();
  await button(page.getByRole("complementary", { name: "Personas" }), "Close").click();
  await felt("Use").focus();
  await keys("-", "-");
  assert.match(await says("Use"), /Customer: \+1 trust, Persona 2: −1/);
  await keys("Alt+ArrowRight", "+");
  assert.match(await says("Use"), /Customer: \+1\.5 trust, Persona 2: −1/);
  const line = page.locator(".curve-persona");
  const hide = button(page, "Show the line of Persona 2");
  assert.equal(await line.count(), 2);
  await hide.click();
  assert.equal(await hide.getAttribute("aria-pressed"), "false");
  assert.equal(await line.count(), 1);
  await hide.click();
  assert.equal(await line.count(), 2);
  const marks = await page.locator(".legend .curve-point").evaluateAll((all) => all.map((one) => one.getAttribute("d")));
  assert.equal(new Set(marks).size, 2, "told apart by the shape of the marks");
  await inBothThemes("the curve");
});

test("the table holds every persona at every step and leads to the point", async () => {
  await more(page, "Feelings as a table");
  const table = page.getByRole("table");
  assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Steps", "Customer", "Persona 2"]);
  const row = table.getByRole("row", { name: /^Use/ });
  assert.deepEqual(
    (await row.getByRole("cell").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()),
    ["+1.5 good trust, High", "−1 bad"],
  );
  await inBothThemes("the table of feelings");
  await row.getByRole("button").nth(1).click();
  assert.match(await chosen(page).getAttribute("aria-label"), /^Use, /);
  await keys("+");
  assert.match(await says("Use"), /Persona 2: −0\.5/);
  await button(page.getByRole("complementary", { name: "Feelings as a table" }), "Close").click();
});

test("every kind of lane is offered in groups and added by one press, by pointer or keys", async () => {
  await button(page, "Kinds of lanes").click();
  const menu = page.getByRole("menu", { name: "Kinds of lanes" });
  const groups = menu.getByRole("group");
  assert.equal(await groups.count(), 4);
  assert.equal(await menu.getByRole("menuitem").count(), 25);
  await inBothThemes("the menu of kinds");
  await groups.nth(1).getByRole("menuitem", { name: "Backstage actions" }).click();
  await keys("Enter");
  await cell(page, "Backstage actions", "Use").waitFor();
  await button(page, "Undo").click();
  await cell(page, "Backstage actions", "Use").waitFor({ state: "detached" });
  await button(page, "Kinds of lanes").click();
  await page.waitForFunction(() => document.activeElement?.role === "menuitem", undefined, { polling: 100 });
  await keys("ArrowDown", "Enter");
  await keys("Enter");
  await cell(page, "Customer goals", "Use").waitFor();
  await button(page, "Undo").click();
  await kept(page);
});

const head = (name) => grid(page).getByRole("columnheader", { name, exact: true });
const lane = (name) => grid(page).getByRole("rowheader", { name, exact: true });
const about = () => page.getByRole("complementary", { name: "Details" });

/** Writes into a field of the panel, and keeps it. */
async function write(field, text) {
  await field.fill(text);
  await page.keyboard.press("Enter");
}

/** The texts that printing draws. */
async function paper() {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const printed = await page.locator(".print-sheet text").allTextContents();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  return printed.map((text) => text.trim());
}

test("an unpleasant point asks for its reason, which leads to the pain point", async () => {
  await cell(page, "Pain points", "Help").focus();
  await keys("Insert");
  await field(page).fill("Nine minutes on hold");
  await keys("Enter");
  await felt("Help").focus();
  await keys("Alt+ArrowRight");
  assert.match(await describes("Help"), /Why\? Say the reason/);
  await keys("Alt+Enter");
  await write(about().getByLabel("Reason", { exact: true }), "nobody answers");
  assert.match(await describes("Help"), /because: nobody answers/);
  await about().getByLabel("Pain point or delight").selectOption({ label: "Nine minutes on hold" });
  await inBothThemes("the panel of a point");
  await felt("Help").getByRole("button", { name: "because: nobody answers" }).click();
  assert.match(await chosen(page).innerText(), /Nine minutes on hold/);
});

test("a persona skips a step and its line passes over it", async () => {
  await felt("Help").focus();
  const points = page.locator(".curve-persona.active .curve-point:not(.unset)");
  const drawn = await points.count();
  await about().getByLabel("This persona skips this step").check();
  assert.equal(await points.count(), drawn - 1);
  assert.match(await describes("Help"), /skipped/);
  await about().getByLabel("This persona skips this step").uncheck();
  assert.equal(await points.count(), drawn);
});

test("times, optional steps, loops and alternatives are set by keys and drawn at the headers", async () => {
  await head("Purchase").focus();
  await write(about().getByLabel("Time or duration"), "day 2");
  await about().getByLabel("Optional step").check();
  await about().getByLabel("Alternative path to…").selectOption({ label: "Help" });
  await write(about().getByLabel("Alternative path to Help", { exact: true }), "if it breaks");
  await head("Help").focus();
  await about().getByLabel("Loop back to…").selectOption({ label: "Discovery" });
  assert.deepEqual((await page.locator(".path-said").allTextContents()).sort(), ["↩ loop", "↪ if it breaks"].sort());
  const told = await head("Purchase").getAttribute("aria-description");
  assert.equal(told, "day 2, optional, Alternative path to Help: if it breaks");
  assert.match(await head("Purchase").innerText(), /day 2\s+optional/);
  await inBothThemes("headers with paths");
  // The name of a lane stays below the arrows when the board is scrolled.
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: 480 });
  const [name, end] = await page.locator(".row[data-kind=emotions] .lane-name").evaluate((it) => {
    const board = it.closest(".board");
    const head = board.querySelector(".board-head").getBoundingClientRect();
    board.scrollTop += it.closest(".row").getBoundingClientRect().top - head.top;
    return [it.getBoundingClientRect().top, head.bottom];
  });
  await page.setViewportSize(size);
  await page.locator(".board").evaluate((it) => it.scrollTo(0, 0));
  assert.ok(name - end > 4 && name - end < 14, `${name} just below ${end}`);
  await about().getByRole("button", { name: "Delete: Loop back to Discovery" }).click();
  await page.locator(".path-arrow.back").waitFor({ state: "detached" });
  await button(page, "Undo").click();
  await page.locator(".path-arrow.back").waitFor();
});

test("a lane folds to a line of counts, hides, and comes back; keys pass over it", async () => {
  await lane("Thoughts").focus();
  await lane("Thoughts").getByRole("button", { name: "Fold the lane" }).click();
  await lane("Pain points").focus();
  await lane("Pain points").getByRole("button", { name: "Fold the lane" }).click();
  const folded = grid(page).getByRole("gridcell", { name: /^Pain points, Help: 1/ });
  assert.equal(await folded.innerText(), "1");
  await felt("Help").focus();
  await keys("ArrowDown");
  assert.match(await chosen(page).getAttribute("aria-label"), /^Opportunities, Help/);
  await lane("Thoughts").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Hide the lane" }).click();
  await lane("Thoughts").waitFor({ state: "detached" });
  const printed = await paper();
  assert.ok(printed.includes("Opportunities") && !printed.includes("Thoughts"), printed.join("|"));
  await page.reload();
  await grid(page).waitFor();
  await folded.waitFor();
  assert.equal(await lane("Thoughts").count(), 0);
  await button(page, "1 lane hidden".replace(" ", "\u00a0")).click();
  await page.getByRole("menuitem", { name: "Show Thoughts" }).click();
  await lane("Thoughts").waitFor();
  await folded.click();
  await folded.waitFor({ state: "detached" });
});

test("a line of the blueprint is set between lanes and said", async () => {
  await lane("Customer actions").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Line of interaction" }).click();
  await page.locator(".blueprint-line", { hasText: "Line of interaction" }).waitFor();
  assert.match(await lane("Customer actions").getAttribute("aria-description"), /Line of interaction/);
  await inBothThemes("a line");
});

test("numbers of a metrics lane are drawn, in either spelling, with the unit", async () => {
  await button(page, "Kinds of lanes").click();
  await page.getByRole("menuitem", { name: "Metrics" }).click();
  await keys("Enter");
  for (const [column, text] of [["Use", "4,2 of 5"], ["Help", "2.1"]]) {
    await cell(page, "Metrics", column).focus();
    await keys("Insert");
    await field(page).fill(text);
    await keys("Enter");
  }
  await lane("Metrics").focus();
  await keys("Alt+Enter");
  await write(about().getByLabel("Unit"), "pts");
  assert.deepEqual(await page.locator(".chart-number").allTextContents(), ["4,2\u00a0pts", "2.1\u00a0pts"]);
  const heights = await page.locator(".chart-bar").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(Math.abs(heights[0] / heights[1] - 2) < 0.1, heights.join());
  await about().getByLabel("Drawn as").selectOption("line");
  await page.locator(".chart-line").waitFor();
  await button(about(), "Close").click();
});

test("paper has the words of the curve, the lines and the paths", async () => {
  const printed = await paper();
  for (const words of ["very good +2", "Line of interaction", "↪ if it breaks", "day 2 · optional"]) {
    assert.ok(printed.includes(words), `${words}: ${printed.join("|")}`);
  }
});

test("a service blueprint starts with its lanes and lines", async () => {
  const blueprint = await begin(person, "New service blueprint");
  const lanes = await grid(blueprint).getByRole("rowheader").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  assert.deepEqual(lanes, [
    "Physical evidence", "Customer actions", "Emotions", "Frontstage actions", "Backstage actions", "Support processes",
  ]);
  assert.deepEqual(await blueprint.locator(".blueprint-line").allTextContents(), [
    "Line of interaction", "Line of visibility", "Line of internal interaction",
  ]);
  await blueprint.close();
});
