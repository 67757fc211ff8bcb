// The goal sheet and the research log in the panel "Method": what the map is for, who answers, which steps
// lead to an outcome; sources tied to personas and cards, assumptions and ageing evidence told on both.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { begin, button, card, cell, field, grid, kept, methodPart, onOneProfile } from "./hands.mjs";

let anna, page;

onOneProfile((it) => (anna = it.person));

const panel = () => page.getByRole("complementary", { name: "Method" });
const part = (name) => methodPart(page, name);
const one = (name) => panel().getByLabel(name, { exact: true });
const item = (words) => panel().locator("details.method-item").filter({ hasText: words });

test("the goal sheet is written, kept, and a stage's owner takes it off the list", async () => {
  page = await begin(anna, "New journey map");
  await field(page).fill("Asks at the counter");
  await page.keyboard.press("Enter");
  await kept(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F4");
  await panel().waitFor();
  await part("Goal");
  await one("Why this map").fill("Fewer calls about parcels");
  await one("Ideal outcome").fill("Nobody has to ask");
  await one("Ideal outcome").press("Enter");
  await one("Trigger").fill("A slip in the letter box");
  await one("Trigger").press("Enter");
  await one("First stage").selectOption({ label: "Purchase" });
  await one("Measure of success").fill("Calls a week");
  await one("Value now").fill("120");
  await one("Value now").press("Enter");
  await panel().getByRole("button", { name: "stage “Discovery”" }).waitFor();
  const stage = panel().locator("summary").filter({ hasText: "Discovery" });
  await stage.click();
  await item("Discovery").getByLabel("Owner", { exact: true }).fill("Marketing");
  await item("Discovery").getByLabel("Owner", { exact: true }).press("Enter");
  await panel().getByRole("button", { name: "stage “Discovery”" }).waitFor({ state: "detached" });
  await stage.filter({ hasText: "Marketing" }).waitFor();
  await kept(page);
  await page.reload();
  await grid(page).waitFor();
  await page.keyboard.press("F4");
  await part("Goal");
  assert.equal(await one("Why this map").inputValue(), "Fewer calls about parcels");
  assert.equal(await one("Value now").inputValue(), "120");
  assert.equal(await one("First stage").locator("option:checked").innerText(), "Purchase");
});

test("an outcome that no step leads to says so until it is tied", async () => {
  await one("Add an outcome").fill("The parcel is in their hands");
  await one("Add an outcome").press("Enter");
  const outcome = item("The parcel is in their hands");
  await outcome.getByText("No step leads to it").waitFor();
  await outcome.locator("summary").focus();
  await page.keyboard.press("Enter");
  await outcome.getByLabel("Purchase", { exact: true }).press("Space");
  await outcome.getByText("1\u{a0}step leads to it").waitFor();
  await outcome.getByLabel("Help", { exact: true }).check();
  await outcome.getByText("2\u{a0}steps lead to it").waitFor();
  await accessible(page, "the goal sheet");
});

test("once the log has a source, what rests on none shows as assumption, pain points and delights alike", async () => {
  await cell(page, "Pain points", "Discovery").focus();
  await page.keyboard.type("Nobody answers");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await kept(page);
  const pain = card(page, "Nobody answers");
  assert.doesNotMatch(await pain.getAttribute("aria-label"), /Assumption/);
  await part("Personas and research");
  await one("Add a source to the log").fill("Talks at the counter");
  await one("Add a source to the log").press("Enter");
  await page.waitForFunction(() => [...document.querySelectorAll("[data-card]")].some((it) => /Assumption: rests on no source/.test(it.getAttribute("aria-label"))), null, { polling: 50 });
  const tall = await pain.evaluate((it) => [it.offsetHeight, it.scrollHeight]);
  assert.ok(tall[1] <= tall[0] + 1, `${tall}`);
  await panel().getByRole("button", { name: "card “Nobody answers”" }).waitFor();
  await panel().getByRole("button", { name: "persona “Customer”" }).waitFor();
});

test("a source with day and persona supports a card; an old one is told as ageing, on the card too", async () => {
  const log = item("Talks at the counter");
  await log.locator("summary").click();
  await log.getByLabel("Type", { exact: true }).selectOption({ label: "Interview" });
  await log.getByLabel("Date", { exact: true }).fill("2020-05-04");
  const asked = log.getByRole("group", { name: "Who was asked" });
  await asked.getByLabel("Experienced").check();
  await asked.getByLabel("Customers").check();
  await log.locator("summary").getByText("Interview · May 4, 2020 · Customers, Experienced").waitFor();
  await log.getByLabel("Customer", { exact: true }).check();
  await panel().getByRole("button", { name: "persona “Customer”" }).waitFor({ state: "detached" });
  await card(page, "Nobody answers").click();
  await button(log, "Tie the selected card to it").click();
  await panel().getByRole("button", { name: "card “Nobody answers”" }).waitFor({ state: "detached" });
  await panel().getByText(/“Talks at the counter” is of .*May.*2020/).waitFor();
  const label = () => card(page, "Nobody answers").getAttribute("aria-label");
  assert.match(await label(), /Rests on ageing evidence/);
  await one("Evidence ages after").selectOption({ label: "Never" });
  await panel().getByText("“Talks at the counter” is of").waitFor({ state: "detached" });
  assert.match(await label(), /Rests on research/);
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await accessible(page, scheme);
  }
  await kept(page);
});

test("the log is put into another order by the keys, and an undo takes that back", async () => {
  await one("Add a source to the log").fill("Call centre notes");
  await one("Add a source to the log").press("Enter");
  const order = () => panel().locator("details.method-item summary .panel-text").allInnerTexts();
  const ordered = (first) => page.waitForFunction((first) => document.querySelector("details.method-item summary .panel-text")?.innerText === first, first, { polling: 50 });
  await page.waitForFunction(() => document.querySelectorAll("details.method-item").length === 2, null, { polling: 50 });
  await button(page, "Move “Call centre notes”").focus();
  await page.keyboard.press("ArrowUp");
  await ordered("Call centre notes");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Move “Call centre notes”", null, { polling: 50 });
  await page.keyboard.press("ArrowUp");
  assert.deepEqual(await order(), ["Call centre notes", "Talks at the counter"]);
  await page.keyboard.press("Control+z");
  await ordered("Talks at the counter");
  await kept(page);
});

test("the card's own panel shows what it rests on, and lets go of it", async () => {
  await card(page, "Nobody answers").focus();
  await page.keyboard.press("Control+Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  const tick = details.getByRole("group", { name: "Rests on" }).getByLabel("Talks at the counter");
  assert.ok(await tick.isChecked());
  await tick.uncheck();
  await details.getByText("Assumption: rests on no source").waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll("[data-card]")].some((it) => /Assumption: rests on no source/.test(it.getAttribute("aria-label"))), null, { polling: 50 });
});
