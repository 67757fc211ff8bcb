// Walking a map's history: through its moments by keyboard and pointer, versions named, two states
// compared on the board and as a list, an earlier one restored and that undone.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, exported, give, grid, kept, more, retype, words } from "./hands.mjs";

const panel = (page, name = "History") => page.getByRole("complementary", { name, exact: true });
const slider = (page, name = "Moment") => panel(page).getByRole("slider", { name });
const banner = (page) => page.locator(".look-bar");
const version = (page, name) => panel(page).getByRole("button", { name, exact: true });
const sittings = (page) => panel(page).locator(".sitting");
const mark = async (page) => Number(await slider(page).inputValue());

let site, dir, ada, page;

before(async () => {
  site = await openSite();
  dir = await mkdtemp(join(tmpdir(), "parcours-history-"));
  ada = await openProfile(site);
  page = await begin(ada, "Example: a journey map");
});

after(async () => {
  await ada.close();
  await site.stop();
  await rm(dir, { recursive: true });
});

async function add(lane, column, text) {
  await cell(page, lane, column).focus();
  await page.keyboard.press("Insert");
  await page.locator("[data-editor]").fill(text);
  await page.keyboard.press("Enter");
  await card(page, text).waitFor();
}

test("the timeline opens with the sitting, and is walked by keys", async () => {
  const start = await words(page);
  await add("Pain points", "Installing", "The installer asks for a password");
  await add("Pain points", "Installing", "Nobody reads the licence");
  await kept(page);
  await more(page, "History");
  await slider(page).waitFor();
  await page.waitForFunction(() => Number(document.querySelector(".slider").value) >= 2, null, { polling: 100 });
  const last = await mark(page);
  assert.match(await sittings(page).first().innerText(), /^You\n.*\d.*\n.*\d+\scards/);
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^Now, You, /);

  await slider(page).focus();
  await page.keyboard.press("ArrowLeft");
  await banner(page).getByText(/^The map as it was: You, /).waitFor();
  assert.match(await slider(page).getAttribute("aria-valuetext"), /^You, .*\d/);
  await card(page, "Nobody reads the licence").waitFor({ state: "detached" });
  await page.keyboard.press("Home");
  await card(page, "The installer asks").waitFor({ state: "detached" });
  assert.deepEqual(await words(page), start);
  assert.equal(await mark(page), 0);

  // It is read only.
  await card(page, "Compares with alternatives").focus();
  await page.keyboard.press("Delete");
  assert.equal(await button(page, "Add stage").getAttribute("aria-disabled"), "true");
  await card(page, "Compares with alternatives").waitFor();

  await slider(page).focus();
  await page.keyboard.press("End");
  await banner(page).waitFor({ state: "detached" });
  await card(page, "Nobody reads the licence").waitFor();
  assert.equal(await mark(page), last);
});

test("the slider is dragged by pointer; the banner leads back", async () => {
  const box = await slider(page).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 8, y);
  await page.mouse.down();
  for (let part = 9; part >= 0; part--) {
    await page.mouse.move(box.x + 8 + ((box.width - 16) * part) / 10, y);
  }
  await page.mouse.up();
  assert.equal(await mark(page), 0);
  await banner(page).getByText(/^The map as it was/).waitFor();
  await card(page, "The installer asks").waitFor({ state: "detached" });
  await banner(page).getByRole("button", { name: "Back to my map" }).click();
  await banner(page).waitFor({ state: "detached" });
  await card(page, "The installer asks").waitFor();
  assert.ok((await mark(page)) > 0);
});

test("versions are named at a moment and now, renamed, binned, and looked at", async () => {
  const name = panel(page).getByRole("textbox", { name: "Name of the version" });
  await slider(page).focus();
  await page.keyboard.press("Home");
  await banner(page).waitFor();
  await name.fill("As imported");
  await name.press("Enter");
  await version(page, "As imported").waitFor();
  await banner(page).getByRole("button", { name: "Back to my map" }).click();
  await name.fill("Workshop 12 March");
  await panel(page).getByRole("button", { name: "Name it" }).click();
  await version(page, "Workshop 12 March").waitFor();
  await kept(page);

  await version(page, "As imported").click();
  await banner(page).getByText("The version “As imported”").waitFor();
  await card(page, "The installer asks").waitFor({ state: "detached" });
  assert.equal(await mark(page), 0);
  // Also while it is looked at.
  await panel(page).getByRole("button", { name: "Rename “As imported”" }).click();
  await name.last().fill("The example");
  await name.last().press("Enter");
  await version(page, "The example").waitFor();
  await name.first().fill("To be gone");
  await name.first().press("Enter");
  await panel(page).getByRole("button", { name: "Delete “To be gone”" }).click();
  await version(page, "To be gone").waitFor({ state: "detached" });
  await banner(page).getByRole("button", { name: "Back to my map" }).click();
  await banner(page).waitFor({ state: "detached" });
});

test("two versions are compared on the board and as a list", async () => {
  await retype(page, card(page, "Reads reviews and recommendations"), "Reads long reviews and recommendations");
  await card(page, "Compares with alternatives").focus();
  await page.keyboard.press("Delete");
  await kept(page);
  const from = panel(page).getByRole("combobox", { name: "From" });
  await from.selectOption({ label: "The version “The example”" });
  await panel(page).getByRole("button", { name: "Compare", exact: true }).click();
  await banner(page).getByText("What changed: The version “The example” → Now").waitFor();
  const lines = panel(page).locator(".report-lines");
  await lines.getByText("The installer asks for a password").waitFor();
  assert.equal(await lines.locator("ins", { hasText: "long" }).count(), 1);
  // On the board: what went is shown again, with its sign; a changed text shows its words.
  assert.match(await card(page, "Compares with alternatives").innerText(), /Removed/);
  assert.match(await card(page, "The installer asks").innerText(), /Added/);
  assert.equal(await grid(page).locator("ins", { hasText: "long" }).count(), 1);
  await lines.getByRole("button", { name: /Nobody reads the licence/ }).click();
  assert.match(await page.locator(":focus").innerText(), /Nobody reads the licence/);
  await banner(page).getByRole("button", { name: "Back to my map" }).click();
});

for (const scheme of ["light", "dark"]) {
  test(`the panel, and a comparison on the board, have no violation of WCAG 2.2 AA that axe finds, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const check = (of) => accessible(page, of);
    await version(page, "The example").click();
    await banner(page).getByText("The version “The example”").waitFor();
    await check("a version");
    await panel(page).getByRole("button", { name: "Compare with now" }).click();
    await panel(page).locator(".report-lines").waitFor();
    await check("a comparison");
    await banner(page).getByRole("button", { name: "Back to my map" }).click();
    await banner(page).waitFor({ state: "detached" });
  });
}

test("a version is restored as a new change, and the restoring undone", async () => {
  const now = await words(page);
  await version(page, "The example").click();
  await banner(page).waitFor();
  const then = await words(page);
  await panel(page).getByRole("button", { name: "Restore this state" }).click();
  await banner(page).waitFor({ state: "detached" });
  await page.getByText(/^The map is again as it was/).waitFor();
  assert.deepEqual(await words(page), then);
  // The versions stay.
  await version(page, "Workshop 12 March").waitFor();
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await card(page, "The installer asks").waitFor();
  assert.deepEqual(await words(page), now);
  await version(page, "The example").click();
  await banner(page).waitFor();
  await panel(page).getByRole("button", { name: "Restore this state" }).click();
  // While a state is looked at the card is away as well.
  await banner(page).waitFor({ state: "detached" });
  await page.getByText(/^The map is again as it was/).waitFor();
  await card(page, "The installer asks").waitFor({ state: "detached" });
  await card(page, "Compares with alternatives").focus();
  await page.keyboard.press("Control+z");
  await card(page, "The installer asks").waitFor();
  assert.deepEqual(await words(page), now);
  await kept(page);
});

test("another person sees whose sittings they were, and what others do meanwhile comes in", async () => {
  const file = await exported(page, dir);
  const ben = await openProfile(site, { locale: "fr-FR" });
  try {
    const his = await ben.open();
    await give(his, file);
    await grid(his).waitFor();
    await his.locator("[data-save-state=saved]").waitFor();
    await button(his, "Plus").click();
    await his.getByRole("menuitem", { name: "Historique", exact: true }).click();
    const history = panel(his, "Historique");
    await history.getByRole("button", { name: "Workshop 12 March", exact: true }).waitFor();
    assert.match(await history.locator(".sitting").first().innerText(), /^Quelqu’un\n/);
    const before = await history.locator(".sitting").count();
    // An edit made while the panel is open is a sitting of its own.
    const first = grid(his).locator("[data-card]").first();
    await first.focus();
    await his.keyboard.press("Alt+ArrowRight");
    await history.locator(".sitting", { hasText: /^Vous/ }).waitFor();
    assert.equal(await history.locator(".sitting").count(), before + 1);
    // Closing the panel ends the worker and the look.
    await history.locator(".sitting").last().click();
    await his.getByText(/^La carte telle qu’elle était/).first().waitFor();
    assert.equal(his.workers().length, 1);
    await history.getByRole("button", { name: "Fermer" }).click();
    await his.locator(".look-bar").waitFor({ state: "detached" });
    await his.waitForTimeout(200);
    assert.equal(his.workers().length, 0);
  } finally {
    await ben.close();
  }
});
