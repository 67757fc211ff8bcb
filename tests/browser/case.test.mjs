// One whole case, from the need to the decision: the chooser starts an experience map; its touchpoints are listed
// before any stage stands; an overlap and a gap are found; a low column leads into a journey map with its goal, its
// persona and what that rests on; the conclusion is brought back, and when the journey goes on the stage says so.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { methodAccessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { beside, button, card, conclude, described, entitle, feel, field, grid, kept, leave, listTouchpoint, methodPart, more, noStages, saved, setLine, titled, unfold, wayBack } from "./hands.mjs";

let site, anna, page;

before(async () => {
  site = await openSite();
  anna = await openProfile(site);
  anna.context.setDefaultTimeout(10_000);
});

after(async () => {
  await anna.close();
  await site.stop();
});

const inventory = () => beside(page, "Touchpoints");
const method = () => beside(page, "Method");
const item = (words) => method().locator("details.method-item").filter({ hasText: words });
const journey = () => method().locator(".journey").filter({ hasText: "Buy – Bicycles" });

test("from the need the chooser comes to the experience map first, says why, and starts it from its template", async () => {
  page = await anna.open();
  await button(page, "Which map do I need?").click();
  const dialog = page.getByRole("dialog", { name: "Which map do I need?" });
  await dialog.getByLabel("Find trends across touchpoints").check();
  await dialog.getByLabel("Solve one problem").check();
  await dialog.getByText("Begin with the experience map").waitFor();
  await dialog.getByRole("button", { name: "Start it" }).click();
  await grid(page).getByRole("columnheader", { name: "Loyalty" }).waitFor();
  await saved(page);
  await leave(page);
  await entitle(page, "Bicycles");
});

test("touchpoints are listed while no stage stands", async () => {
  await noStages(page);
  await more(page, "Touchpoints");
  for (const [name, channel, job] of [["Web shop", "Web", "An order"], ["Counter", "In person", "an order"], ["Chat", "Chat", ""]]) {
    await listTouchpoint(page, name);
    await unfold(button(inventory(), name));
    await inventory().getByText("There is no stage yet.").waitFor();
    await setLine(inventory(), "Channel", channel);
    if (job) await setLine(inventory(), "What it should lead to", job);
  }
  await inventory().getByLabel("Wanted in addition", { exact: true }).check();
  await inventory().getByText("No overlap, gap, crowding or inconsistency is seen.").waitFor();
  await kept(page);
});

test("once they stand on stages, an overlap and a gap are found", async () => {
  for (const name of ["Find", "Buy", "Ride"]) {
    await button(page, "Add stage").first().click();
    await field(page).fill(name);
    await page.keyboard.press("Enter");
  }
  await leave(page);
  for (const [name, stage] of [["Web shop", "Find"], ["Web shop", "Buy"], ["Counter", "Buy"], ["Chat", "Ride"]]) {
    await unfold(button(inventory(), name));
    await inventory().getByRole("checkbox", { name: stage, exact: true }).check();
  }
  await button(inventory(), "Buy: Web shop, Counter do the same job. Does each of them help someone?").waitFor();
  // What is only wanted does not fill a gap.
  await button(inventory(), "Nothing is met at “Ride”. Do people leave here for lack of a touchpoint?").waitFor();
  assert.equal(await inventory().getByText("Nothing is met at “Find”").count(), 0);
  await kept(page);
});

test("what people feel flags the low column, with its reason", async () => {
  await feel(page, "Find", "+", "+");
  await feel(page, "Buy", "-", "-", "-");
  await described(page, "Buy", "stands out for the worse");
  await methodPart(page, "Journeys and results");
  const flagged = method().locator(".journey-column");
  await flagged.filter({ hasText: "Buy" }).getByText(/felt at −1\.5/).waitFor();
  assert.equal(await flagged.filter({ hasText: "Find" }).count(), 0);
});

test("a journey map is made from it, and its goal sheet says what it is for", async () => {
  await button(page, "Create a journey map from Buy").click();
  await titled(page, "Buy – Bicycles");
  await leave(page);
  await methodPart(page, "Goal");
  await method().getByLabel("Why this map", { exact: true }).fill("Half of all baskets are left");
  for (const [name, value] of [
    ["Ideal outcome", "Paid at the first try"],
    ["Trigger", "The old one is stolen"],
    ["Measure of success", "Baskets paid"],
    ["Value now", "48 %"],
  ]) {
    await setLine(method(), name, value);
  }
  await kept(page);
  await page.reload();
  await grid(page).waitFor();
  await methodPart(page, "Goal");
  for (const [name, value] of [["Why this map", "Half of all baskets are left"], ["Value now", "48 %"]]) {
    assert.equal(await method().getByLabel(name, { exact: true }).inputValue(), value);
  }
});

test("its persona has goals, and rests on an interview; so does a pain point, that was an assumption", async () => {
  await grid(page).getByRole("gridcell", { name: /^Pain points, / }).first().focus();
  await page.keyboard.type("The price comes last");
  await page.keyboard.press("Enter");
  await leave(page);
  await kept(page);
  await more(page, "Personas");
  const sheet = beside(page, "Personas").getByRole("region", { name: "Customer" });
  await sheet.getByLabel("Goals and needs: Add a line").fill("To ride on Monday");
  await sheet.getByLabel("Goals and needs: Add a line").press("Enter");
  await kept(page);
  await methodPart(page, "Personas and research");
  await setLine(method(), "Add a source to the log", "Talks at the counter");
  await button(method(), "persona “Customer”").waitFor();
  await button(method(), "card “The price comes last”").waitFor();
  const log = item("Talks at the counter");
  await log.locator("summary").click();
  await log.getByLabel("Type", { exact: true }).selectOption({ label: "Interview" });
  await log.getByLabel("Date", { exact: true }).fill("2026-10-05");
  await log.getByRole("group", { name: "Who was asked" }).getByLabel("Customers").check();
  await log.getByLabel("Customer", { exact: true }).check();
  await button(method(), "persona “Customer”").waitFor({ state: "detached" });
  await card(page, "The price comes last").click();
  await button(log, "Tie the selected card to it").click();
  await button(method(), "card “The price comes last”").waitFor({ state: "detached" });
  assert.match(await card(page, "The price comes last").getAttribute("aria-label"), /Rests on research/);
  await kept(page);
});

test("the journey is felt through, concluded, and its results are brought back", async () => {
  await grid(page).getByRole("gridcell", { name: /, Customer: / }).first().focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("-");
  await methodPart(page, "Journeys and results");
  await conclude(page, "What works", "The pictures");
  await conclude(page, "What does not work", "Paying");
  await conclude(page, "Why", "Two sign-ins");
  await kept(page);
  await button(page, "Bring results back into Bicycles").click();
  await page.getByText("The results are in “Bicycles” now").waitFor();
});

test("the experience map shows them dated at the stage, and what is decided because of them is written there", async () => {
  await wayBack(page);
  await titled(page, "Bicycles");
  await methodPart(page, "Journeys and results");
  await journey().getByText(/^Brought back today/).waitFor();
  for (const words of ["The pictures", "Paying", "Two sign-ins", "The price comes last"]) {
    await journey().getByText(words, { exact: true }).waitFor();
  }
  await journey().getByText(/mean −2\.0/).waitFor();
  await journey().getByText("Up to date").waitFor();
  await button(page, "What is to be decided").click();
  await journey().getByRole("textbox", { name: "What is to be decided" }).fill("One sign-in for all");
  await kept(page);
});

test("when the journey goes on, the stage of the experience map says so", async () => {
  await method().getByRole("link", { name: "Open Buy – Bicycles" }).click();
  await titled(page, "Buy – Bicycles");
  await leave(page);
  await feel(page, ".*", "+", "+", "+");
  await wayBack(page);
  await titled(page, "Bicycles");
  await described(page, "Buy", "Changed since");
  await methodPart(page, "Journeys and results");
  await journey().getByText("Changed since").waitFor();
  await journey().getByText(/mean −2\.0/).waitFor();
  await methodPart(page, "Goal");
  assert.equal(await method().getByLabel("What is to be decided", { exact: true }).first().inputValue(), "One sign-in for all");
});

test("a touchpoint of the inventory leads into a journey map too, and the stage where it is met says so", async () => {
  await more(page, "Touchpoints");
  await unfold(button(inventory(), "Counter"));
  await button(inventory(), "Create a journey map from Counter").click();
  await titled(page, "Counter – Bicycles");
  await page.getByRole("navigation", { name: "Where this journey belongs" }).getByText("Counter").waitFor();
  await wayBack(page);
  await titled(page, "Bicycles");
  await described(page, "Buy", "Counter – Bicycles");
  await more(page, "Touchpoints");
  await unfold(button(inventory(), "Counter"));
  await inventory().getByRole("link", { name: "Open Counter – Bicycles" }).waitFor();
  await inventory().getByText("Results not brought back").waitFor();
});

test("every part of the method is accessible with the case in it, on both maps", async () => {
  await methodPart(page, "Goal");
  await methodAccessible(page, "experience map");
  await methodPart(page, "Journeys and results");
  await method().getByRole("link", { name: "Open Buy – Bicycles" }).click();
  await titled(page, "Buy – Bicycles");
  await leave(page);
  await methodPart(page, "Goal");
  await methodAccessible(page, "journey map");
});
