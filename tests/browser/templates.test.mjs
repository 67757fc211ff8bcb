// The chooser and the gallery: from a need to the map that serves it, from a template to a map whose empty
// cells say what to ask; one's own map published, imported by somebody else and used there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { keptOffline, openProfile } from "./harness.mjs";
import { begin, button, card, cell, field, give, grid, kept, more, onOneProfile, saved } from "./hands.mjs";

let site, anna;

onOneProfile((it) => ({ site, person: anna } = it));

const template = (page, name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
const names = (page) => page.locator(".template h3").allInnerTexts();
const use = (page, name) => button(page, `Use the template “${name}”`);

test("the chooser says from the need which map, strategic or tactical, and why, and starts it", async () => {
  const page = await anna.open();
  await button(page, "Which map do I need?").click();
  const dialog = page.getByRole("dialog", { name: "Which map do I need?" });
  const start = dialog.getByRole("button", { name: "Start it" });
  assert.equal(await start.getAttribute("aria-disabled"), "true");
  await dialog.getByLabel("Solve one problem").press("Space");
  await dialog.getByText("Journey map · Tactical").waitFor();
  await dialog.getByLabel("Find trends across touchpoints").check();
  await dialog.getByText("Begin with the experience map").waitFor();
  await dialog.getByText("Experience map · Strategic").waitFor();
  await dialog.getByLabel("Solve one problem").uncheck();
  await dialog.getByText("It guides decisions on where to invest.").waitFor();
  await accessible(page, "the chooser");
  await start.click();
  await grid(page).waitFor();
  await grid(page).getByRole("columnheader", { name: "Loyalty" }).waitFor();
  await saved(page);
  await page.goto(site.url);
  await page.getByText("Experience map · Strategic").waitFor();
  await page.close();
});

test("the gallery shows thirteen templates, by area too, in both languages, accessible in light and dark", async () => {
  const page = await anna.open();
  await page.getByRole("link", { name: "Templates", exact: true }).click();
  await page.getByRole("heading", { name: "Templates", level: 1 }).waitFor();
  await use(page, "Service blueprint").waitFor();
  assert.equal((await names(page)).length, 13);
  assert.equal((await names(page))[0], "Experience map");
  await page.getByLabel("Sales", { exact: true }).check();
  await use(page, "Support case").waitFor({ state: "detached" });
  await use(page, "B2B purchase").waitFor();
  const sales = await names(page);
  await page.getByLabel("Service", { exact: true }).check();
  await use(page, "Support case").waitFor();
  assert.ok(sales.length >= 6 && sales.length < 13, sales.join());
  await page.getByLabel("All", { exact: true }).check();
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await accessible(page, scheme);
  }
  await page.getByLabel("Language").selectOption("fr");
  await page.getByRole("button", { name: "Utiliser le modèle «\u{a0}Parcours du collaborateur\u{a0}»" }).waitFor();
  assert.equal((await names(page)).length, 13);
  await page.getByLabel("Langue").selectOption("en");
  await use(page, "Employee journey").waitFor();
  await page.close();
});

test("a template is looked into by key, then makes a map whose empty cells hold its hints", async () => {
  const page = await anna.open("#/templates");
  await use(page, "Public service").waitFor();
  await button(page, "Look inside “Public service”").press("Enter");
  const dialog = page.getByRole("dialog", { name: "Public service" });
  await dialog.getByRole("rowheader", { name: "Barriers" }).waitFor();
  await dialog.getByText("Who is kept out here, and by what?").waitFor();
  await accessible(page, "a template looked into");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await button(page, "Look inside “Public service”").press("Enter");
  await dialog.getByRole("button", { name: "Use", exact: true }).click();
  await grid(page).waitFor();
  await grid(page).getByText("Which paper do they hold in their hands?").first().waitFor();
  assert.equal(await grid(page).getAttribute("aria-label"), "Public service");
  await saved(page);
  await page.close();
});

test("the as-is/to-be template makes a map and its variant", async () => {
  const page = await anna.open("#/templates");
  await use(page, "As-is and to-be").click();
  await grid(page).waitFor();
  await page.getByText("Two maps were made").waitFor();
  await page.getByRole("button", { name: /As-is/ }).first().waitFor();
  await button(page, "Open the to-be map").click();
  await page.waitForFunction(() => document.querySelector("[role=grid]")?.getAttribute("aria-label") === "As-is and to-be – to-be", null, { polling: 100 });
  await page.getByRole("button", { name: /To-be/ }).first().waitFor();
  await more(page, "Differences from the original");
  await page.close();
});

test("a map is published, imported in a fresh profile and used there; hints and structure go, contents only when wanted", async () => {
  const page = await begin(anna, "New journey map");
  await field(page).fill("Waits for the parcel");
  await page.keyboard.press("Enter");
  await kept(page);
  await grid(page).getByRole("rowheader", { name: /^Thoughts/ }).focus();
  await page.keyboard.press("Control+Enter");
  await page.getByLabel("Hint in empty cells", { exact: true }).fill("What do they mutter?");
  await page.getByLabel("Hint in empty cells", { exact: true }).press("Enter");
  await kept(page);
  await more(page, "Publish as template");
  const panel = page.getByRole("complementary", { name: "Publish as template" });
  await panel.getByLabel("Name of the template").fill("Parcel");
  await panel.getByLabel("What it is good for").fill("For deliveries");
  await panel.getByLabel("Service").check();
  await panel.getByText("In the file: 5\u{a0}stages, 8\u{a0}lanes.").waitFor();
  await accessible(page, "the panel that publishes");
  const download = async () => {
    const waited = page.waitForEvent("download");
    await button(panel, "Download the file").click();
    const file = await waited;
    const path = join(anna.dir, file.suggestedFilename());
    await file.saveAs(path);
    return path;
  };
  const bare = await download();
  assert.match(bare, /Parcel\.parcours-template$/);
  assert.ok(!(await readFile(bare, "utf8")).includes("Waits for the parcel"));
  await panel.getByLabel(/^With contents/).check();
  await panel.getByLabel("Name of the template").fill("Parcel, filled in");
  const full = await download();

  const ben = await openProfile(site);
  const there = await ben.open("#/templates");
  await use(there, "Journey map").waitFor();
  await give(there, bare);
  await use(there, "Parcel").waitFor();
  await template(there, "Parcel").getByText("For deliveries").waitFor();
  await there.getByText("“Parcel” is in your gallery.").waitFor();
  await give(there, bare);
  await there.getByText("“Parcel” is in your gallery already.").waitFor();
  await give(there, full);
  await use(there, "Parcel, filled in").waitFor();
  await there.reload();
  await use(there, "Parcel").click();
  await grid(there).waitFor();
  await grid(there).getByText("What do they mutter?").first().waitFor();
  assert.equal(await card(there, "Waits for the parcel").count(), 0);
  await saved(there);
  await there.goto(`${site.url}#/templates`);
  await use(there, "Parcel, filled in").click();
  await card(there, "Waits for the parcel").waitFor();
  await saved(there);
  await there.goto(`${site.url}#/templates`);
  await button(there, "Delete “Parcel” from your gallery").click();
  await there.getByRole("alertdialog").getByRole("button", { name: "Delete for good" }).click();
  await use(there, "Parcel").waitFor({ state: "detached" });
  await use(there, "Parcel, filled in").waitFor();
  await ben.close();
  await page.close();
});

test("a malformed template file is refused with the place, and nothing is kept of it", async () => {
  const page = await anna.open("#/templates");
  await use(page, "Journey map").waitFor();
  const file = (name, text) => give(page, { name, mimeType: "application/json", buffer: Buffer.from(text) });
  const good = { format: "parcours-template", version: 1, name: "Bad", kind: "journey", stages: [], lanes: [] };
  await file("a.parcours-template", JSON.stringify({ ...good, lanes: [{ kind: "lasers", name: "L" }] }));
  await page.getByText("at lanes[0].kind, “lasers” is not known").waitFor();
  await file("b.json", JSON.stringify(good).slice(0, 60));
  await page.getByText("line 1 is no JSON").waitFor();
  await file("c.parcours-template", JSON.stringify({ ...good, version: 9 }));
  await page.getByText("it was made by a newer version of Parcours").waitFor();
  await file("d.parcours-template", `[${"[".repeat(200_000)}`);
  await page.getByText("d.parcours-template").waitFor();
  assert.equal((await names(page)).length, 13);
  await page.close();
});

test("the gallery opens without a network", async () => {
  const page = await anna.open();
  await keptOffline(page);
  await site.stop();
  const away = await anna.open("#/templates");
  await use(away, "Shop visit").click();
  await grid(away).waitFor();
  await cell(away, "Pain points", "Pay").waitFor();
  await saved(away);
  await site.start();
});
