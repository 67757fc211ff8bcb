// Experience map and journey maps: a low column is flagged and leads into a journey map; the journey is concluded
// and its results are brought back, dated and pinned; when the journey goes on, the stage says so; links hold where
// the other map is not in the browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { begin, beside, button, cell, conclude, described, entitle, exported, feel, give, grid, kept, leave, methodPart, titled, wayBack } from "./hands.mjs";

let site, anna, ben, page, dir;
const files = {};

before(async () => {
  site = await openSite();
  [anna, ben] = [await openProfile(site), await openProfile(site)];
  for (const person of [anna, ben]) person.context?.setDefaultTimeout(10_000);
  dir = await mkdtemp(join(tmpdir(), "parcours-journeys-"));
});

after(async () => {
  await anna.close();
  await ben.close();
  await site.stop();
});

const panel = () => beside(page, "Method");
const head = (name) => grid(page).getByRole("columnheader", { name, exact: true });
const open = () => methodPart(page, "Journeys and results");

test("a column that stands out is flagged with its reason, on the board and in the method", async () => {
  page = await begin(anna, "New experience map");
  await leave(page);
  await entitle(page, "Rail");
  await feel(page, "Awareness", "+", "+");
  await feel(page, "Purchase", "-", "-", "-");
  await described(page, "Purchase", "stands out for the worse");
  await open();
  const flagged = panel().locator(".journey-column");
  await flagged.filter({ hasText: "Purchase" }).getByText(/felt at −1\.5/).waitFor();
  assert.equal(await flagged.filter({ hasText: "Awareness" }).count(), 0);
});

test("a journey map is made from it, knows where it belongs, and the way leads back", async () => {
  await button(page, "Create a journey map from Purchase").click();
  await titled(page, "Purchase – Rail");
  const crumbs = page.getByRole("navigation", { name: "Where this journey belongs" });
  await crumbs.getByText("Purchase").waitFor();
  await crumbs.getByRole("link", { name: "Rail" }).click();
  await described(page, "Purchase", "Results not brought back");
  // The way back ends where the way in began.
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Purchase", null, { polling: 50 });
  await open();
  await panel().getByText("Results never brought back: Purchase – Rail").waitFor();
  await panel().getByRole("link", { name: "Open Purchase – Rail" }).click();
  await titled(page, "Purchase – Rail");
});

test("the journey is concluded and its results are brought back into the experience map", async () => {
  await leave(page);
  const lane = grid(page).getByRole("gridcell", { name: /^Pain points, / }).first();
  await lane.focus();
  await page.keyboard.type("The price comes last");
  await page.keyboard.press("Enter");
  await leave(page);
  await grid(page).getByRole("gridcell", { name: /, Customer: / }).first().focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("-");
  await open();
  await conclude(page, "What works", "The seat map");
  await conclude(page, "What does not work", "Paying");
  await conclude(page, "Why", "Two sign-ins");
  await kept(page);
  await panel().locator(".journey-said").getByText("The price comes last").waitFor();
  await button(page, "Bring results back into Rail").click();
  await page.getByText("The results are in “Rail” now").waitFor();
  await panel().locator(".journeys").getByText("Up to date").waitFor();
  files.journey = await exported(page, dir, "journey.parcours");
});

test("the experience map shows them dated, asks what changes, and leads to that text", async () => {
  await wayBack(page);
  await open();
  const journey = panel().locator(".journey");
  await journey.getByText(/^Brought back today/).waitFor();
  for (const words of ["Two sign-ins", "Paying", "The seat map", "The price comes last"]) {
    await journey.getByText(words, { exact: true }).waitFor();
  }
  await journey.getByText(/mean −1\.5/).waitFor();
  await journey.getByText("Up to date").waitFor();
  await button(page, "What is to be decided").click();
  const text = journey.getByRole("textbox", { name: "What is to be decided" });
  await text.fill("One sign-in for all");
  await kept(page);
  await page.reload();
  await grid(page).waitFor();
  await open();
  assert.equal(await panel().locator(".journey").getByRole("textbox", { name: "What is to be decided" }).inputValue(), "One sign-in for all");
  files.experience = await exported(page, dir, "experience.parcours");
});

test("the panel is accessible, in light and dark", async () => {
  await open();
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await accessible(page, scheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
});

test("when the journey goes on the stage says so, until its results are brought back again", async () => {
  await panel().getByRole("link", { name: "Open Purchase – Rail" }).click();
  await titled(page, "Purchase – Rail");
  await open();
  await conclude(page, "Why", "Cards are refused");
  await kept(page);
  await wayBack(page);
  await described(page, "Purchase", "Changed since");
  await open();
  await panel().getByText("The journey map here is not the version these results are from").waitFor();
  await button(page, "Bring results back from Purchase – Rail").click();
  await panel().locator(".journey").getByText("Cards are refused", { exact: true }).waitFor();
  await panel().locator(".journey").getByText("Up to date").waitFor();
  // What was brought back is an edit like any other.
  await page.keyboard.press("Control+z");
  await panel().locator(".journey").getByText("Changed since").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await panel().locator(".journey").getByText("Up to date").waitFor();
});

test("from a card, by the menu of the selection; another journey is linked from a stage", async () => {
  const place = cell(page, "Pain points", "Support");
  await place.focus();
  await page.keyboard.type("Nobody answers");
  await page.keyboard.press("Enter");
  await leave(page);
  await kept(page);
  await grid(page).getByRole("listitem", { name: /^Nobody answers/ }).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Create a journey map from here/ }).click();
  await titled(page, "Nobody answers – Rail");
  await wayBack(page);
  await head("Loyalty").click();
  await open();
  const choice = page.getByRole("combobox", { name: "Link a journey map from Loyalty" });
  await choice.selectOption({ label: "Nobody answers – Rail" });
  await button(page, "Link").click();
  await described(page, "Loyalty", "Nobody answers – Rail");
  await button(page, "Unlink Nobody answers – Rail").last().click();
  await kept(page);
  assert.equal(await panel().locator(".journey").count(), 2);
});

test("the details of a stage and of a card list what leads from there, with its state, and the way in", async () => {
  await head("Purchase").focus();
  await page.keyboard.press("Control+Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("link", { name: "Open Purchase – Rail" }).waitFor();
  await details.getByText("Up to date").waitFor();
  await grid(page).getByRole("listitem", { name: /^Nobody answers/ }).focus();
  await details.getByText("Results not brought back").waitFor();
  assert.equal(await details.getByRole("link", { name: "Open Purchase – Rail" }).count(), 0);
  await head("Use").focus();
  await details.getByRole("link").waitFor({ state: "detached" });
  await button(details, "Create a journey map from here").waitFor();
  for (const scheme of ["dark", "light"]) {
    await head("Purchase").focus();
    await page.emulateMedia({ colorScheme: scheme });
    await accessible(page, `details, ${scheme}`);
  }
});

test("into a journey and back along the way it came, by the keys alone; what it leads from is selected", async () => {
  await head("Purchase").focus();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("complementary", { name: "Details" }).getByRole("link", { name: "Open Purchase – Rail" }).focus();
  await page.keyboard.press("Enter");
  await titled(page, "Purchase – Rail");
  await leave(page);
  await page.getByRole("navigation", { name: "Where this journey belongs" }).getByRole("link").focus();
  await page.keyboard.press("Enter");
  await titled(page, "Rail");
  const stage = () => page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Purchase", null, { polling: 50 });
  await stage();
  // Also by the palette of actions, from the selected stage.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Open the linked journey map");
  await page.keyboard.press("Enter");
  await titled(page, "Purchase – Rail");
  await leave(page);
  await wayBack(page);
  await titled(page, "Rail");
  await stage();
});

test("the library shows the experience map with its journeys and their state", async () => {
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  const overview = page.getByRole("region", { name: "Experience maps and their journeys" });
  await overview.getByRole("link", { name: "Rail", exact: true }).waitFor();
  const line = (name) => overview.locator(".overview-journey", { hasText: name });
  await line("Purchase – Rail").getByText("Up to date").waitFor();
  await line("Nobody answers").getByText("Results not brought back").waitFor();
  await accessible(page, "library");
});

test("where the journey is not in the browser its last summary is shown, with a way to import it", async () => {
  page = await ben.open();
  await give(page, files.experience);
  await grid(page).waitFor();
  await open();
  const journey = panel().locator(".journey");
  await journey.getByText("Not in this browser", { exact: true }).waitFor();
  await journey.getByText("Two sign-ins", { exact: true }).waitFor();
  await journey.getByRole("button", { name: "Import" }).waitFor();
  await journey.locator("input[type=file]").setInputFiles(files.journey);
  // It is shown, knows where it belongs, and the way leads back.
  await page.getByRole("navigation", { name: "Where this journey belongs" }).getByRole("link", { name: "Rail" }).click();
  await described(page, "Purchase", "Purchase – Rail");
  await open();
  await panel().locator(".journey").getByText("Up to date").waitFor();
});
