// Personas as people: a sheet beside the board, several with targets, and what the map is in its header
// and on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { begin, button, card, field, kept, more, onOneProfile } from "./hands.mjs";

let anna, page;

onOneProfile((it) => (anna = it.person));

const panel = (name) => page.getByRole("complementary", { name });
const sheet = (name) => panel("Personas").getByRole("region", { name });

test("a persona has a sheet: role, quote, goals line by line, kept over a reload", async () => {
  page = await begin(anna, "New journey map");
  await field(page).press("Escape");
  await more(page, "Personas");
  const ada = sheet("Customer");
  await ada.getByLabel("Role", { exact: true }).fill("Nurse");
  await ada.getByLabel("Role", { exact: true }).press("Enter");
  await ada.getByLabel("Quote", { exact: true }).fill("I have ten minutes.");
  await ada.getByLabel("Quote", { exact: true }).press("Enter");
  await ada.getByLabel("Buyer or user", { exact: true }).selectOption({ label: "User" });
  for (const goal of ["No surprises", "Home by six"]) {
    await ada.getByLabel("Goals and needs: Add a line").fill(goal);
    await ada.getByLabel("Goals and needs: Add a line").press("Enter");
  }
  for (const name of ["Age", "Target", "Biggest struggles: Add a line", "Tasks: Add a line", "Demographics: Add a line", "Psychographics: Add a line"]) {
    assert.ok(await ada.getByLabel(name, { exact: true }).isVisible(), name);
  }
  assert.ok(await button(ada, "Add a picture…").isVisible());
  const goals = ada.getByLabel("Goals and needs", { exact: true });
  await page.waitForFunction(() => document.querySelectorAll(".sheet .note-line").length === 2, null, { polling: 50 });
  await goals.nth(1).fill("Home by seven");
  await goals.nth(1).blur();
  await kept(page);
  await page.reload();
  await more(page, "Personas");
  assert.equal(await sheet("Customer").getByLabel("Role", { exact: true }).inputValue(), "Nurse");
  await page.waitForFunction(
    () => [...document.querySelectorAll(".sheet textarea")].some((it) => it.value === "Home by seven"),
    null,
    { polling: 50 },
  );
});

test("goals are put in order by keys and by dragging, each one step to undo", async () => {
  const lines = sheet("Customer").locator(".note-line");
  const texts = () => lines.evaluateAll((all) => all.map((one) => one.querySelector("textarea").value));
  const order = (...want) => page.waitForFunction((want) => JSON.stringify([...document.querySelectorAll(".sheet .note-line textarea")].map((one) => one.value)) === want, JSON.stringify(want), { polling: 50 });
  const before = await texts();
  assert.deepEqual(before, ["No surprises", "Home by seven"]);
  const grip = sheet("Customer").getByRole("button", { name: "Move “Home by seven”" });
  await grip.focus();
  await page.keyboard.press("ArrowUp");
  await order("Home by seven", "No surprises");
  await page.waitForTimeout(100);
  assert.ok(await grip.evaluate((one) => one === document.activeElement), "the handle keeps the focus");
  await page.keyboard.press("ArrowUp");
  await order("Home by seven", "No surprises");
  // By hand, down below the other.
  const from = await grip.boundingBox();
  const other = await lines.nth(1).boundingBox();
  await page.mouse.move(from.x + 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, other.y + other.height - 2, { steps: 6 });
  await page.mouse.up();
  await order("No surprises", "Home by seven");
  await page.mouse.move(from.x + 12, from.y - 40);
  await order("No surprises", "Home by seven");
  await button(page, "Undo").click();
  await order("Home by seven", "No surprises");
  await button(page, "Undo").click();
  await order("No surprises", "Home by seven");
});

test("of several personas the target stands in the header, with type, state and scenario", async () => {
  await button(page, "Add persona").click();
  await sheet("Persona 2").getByLabel("Target", { exact: true }).check();
  const about = page.getByRole("button", { name: /^About this map/ });
  await about.filter({ hasText: "Journey map · Persona 2" }).waitFor();
  await about.click();
  const of = (name) => panel("About this map").getByLabel(name, { exact: true });
  await of("Type of map").fill("Service blueprint");
  await of("Type of map").press("Enter");
  await of("Scenario").fill("First order");
  await of("Scenario").press("Enter");
  await of("State").selectOption({ label: "As-is" });
  await about.filter({ hasText: "Service blueprint · As-is · Persona 2 · First order" }).waitFor();
});

test("what the map is stands below its title on paper", async () => {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const said = await page.locator(".print-about").first().textContent();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(said, "Service blueprint · As-is · Persona 2 · First order");
});

test("a persona is taken over from another map, and its later changes are offered field by field", async () => {
  const first = page;
  page = await begin(anna, "New experience map");
  await field(page).press("Escape");
  await more(page, "Personas");
  await button(page, "Take over from another map").click();
  await panel("Personas").getByRole("button", { name: "Customer (New journey map)" }).click();
  const own = sheet("Customer");
  await page.waitForFunction(() => document.querySelectorAll(".sheet .note-line").length === 2, null, { polling: 50 });
  assert.equal(await own.getByLabel("Role", { exact: true }).inputValue(), "Nurse");
  await kept(page);

  await more(first, "Personas");
  const there = first.getByRole("complementary", { name: "Personas" });
  await there.getByRole("radio", { name: /Customer/ }).check();
  await there.getByLabel("Role", { exact: true }).fill("Head nurse");
  await there.getByLabel("Role", { exact: true }).press("Enter");
  await there.getByLabel("Age", { exact: true }).fill("41");
  await there.getByLabel("Age", { exact: true }).press("Enter");
  await kept(first);

  await page.reload();
  await more(page, "Personas");
  const radios = panel("Personas").getByRole("radio", { name: /Customer/ });
  await radios.last().check();
  await panel("Personas").getByText("Changed in “New journey map”").waitFor();
  await button(page, "Take over: Role").click();
  await page.waitForFunction(
    () => [...document.querySelectorAll(".sheet input")].some((it) => it.value === "Head nurse"),
    null,
    { polling: 50 },
  );
  await button(page, "Leave the rest as it is").click();
  await panel("Personas").getByText("Changed in “New journey map”").waitFor({ state: "detached" });
  assert.equal(await sheet("Customer").getByLabel("Age", { exact: true }).inputValue(), "");
  await page.close();
  page = first;
});

test("a card names its persona once there are two", async () => {
  await page.getByRole("gridcell").first().focus();
  await page.keyboard.press("Shift+Enter");
  await field(page).fill("Waits");
  await page.keyboard.press("Enter");
  await card(page, "Waits").focus();
  await page.keyboard.press("Control+Enter");
  await panel("Details").getByLabel("Persona", { exact: true }).selectOption({ label: "Persona 2" });
  await card(page, "Waits").filter({ hasText: "Persona 2" }).waitFor();
});

test("axe finds nothing in the sheet and the panel about the map, in both themes", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await more(page, "Personas");
    await accessible(page);
    await page.getByRole("button", { name: /^About this map/ }).click();
    await accessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} px wide`);
});
