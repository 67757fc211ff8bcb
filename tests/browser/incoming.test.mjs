// A workshop: five people, each in an own browser, edit copies of one map; the host drops all files at
// once, reads what they bring, takes it in, takes it back, and takes it again.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, exported, give, grid, incoming, kept, retype, saved, take, words } from "./hands.mjs";

const names = ["ana", "bob", "chloe", "dan"];
const sentence = "Reads reviews and recommendations";
const report = (page) => page.getByRole("complementary", { name: "Import" });
const looking = (page) => page.getByText(/Nothing is taken in yet/);

let site, dir, host, page, guests, files, start;

before(async () => {
  site = await openSite();
  dir = await mkdtemp(join(tmpdir(), "parcours-workshop-"));
  host = await openProfile(site);
  page = await begin(host, "Example: a journey map");
  const copy = await exported(page, dir, "workshop.parcours");
  guests = [];
  for (const name of names) {
    const person = await openProfile(site);
    const board = await person.open();
    await give(board, copy);
    await grid(board).waitFor();
    await saved(board);
    guests.push({ name, person, board });
  }
});

after(async () => {
  await host.close();
  for (const { person } of guests) {
    await person.close();
  }
  await site.stop();
  await rm(dir, { recursive: true });
});

async function add(board, lane, column, text) {
  await cell(board, lane, column).focus();
  await board.keyboard.press("Insert");
  await board.locator("[data-editor]").fill(text);
  await board.keyboard.press("Enter");
}

test("each edits a copy apart", async () => {
  const [ana, bob, chloe, dan] = guests.map(({ board }) => board);
  await retype(ana, card(ana, sentence), "Reads long reviews and warm recommendations");
  await card(bob, "Compares with alternatives").focus();
  await bob.keyboard.press("Delete");
  await add(bob, "Pain points", "Installing", "The installer asks for a password");
  await grid(chloe).getByRole("columnheader", { name: "First use", exact: true }).focus();
  await chloe.keyboard.press("Alt+ArrowLeft");
  await add(dan, "Pain points", "Installing", "Nobody reads the licence");
  files = [];
  for (const { name, board } of guests) {
    await saved(board);
    files.push(await exported(board, dir, `${name}.parcours`));
  }
});

test("all files dropped at once are shown before anything is taken in", async () => {
  start = await words(page);
  await give(page, files);
  const panel = incoming(page);
  await panel.getByText(/would bring to “A writer’s journey.*1\sstage moved, 2\scards added, 1\scard deleted, 1\scard changed/).waitFor();
  await looking(page).waitFor();
  for (const name of names) {
    await panel.getByText(`${name}.parcours`, { exact: true }).waitFor();
  }
  const discovery = panel.getByRole("listitem").filter({ hasText: /^Discovery – 1\scard added, 1\scard deleted/ });
  await discovery.first().waitFor();
  // On the board: icon, word and colour; the changed sentence word by word; the deleted card again.
  const changed = grid(page).getByRole("listitem", { name: /^Reads long reviews.*Changed/ });
  assert.deepEqual(await changed.locator("ins").allInnerTexts(), ["long ", " warm"]);
  await grid(page).getByRole("listitem", { name: /^Compares with alternatives.*Removed/ }).waitFor();
  await grid(page).getByRole("columnheader", { name: "First use" }).getByText("Moved").waitFor();
  // A line leads to its place.
  await panel.getByRole("button", { name: /The installer asks for a password/ }).click();
  const led = page.locator(":focus");
  assert.match(await led.getAttribute("aria-label"), /^The installer asks for a password.*Added/);
});

test("while they are looked at nothing is edited, and the way back shows the map as it was", async () => {
  await page.keyboard.press("Delete");
  await page.keyboard.press("x");
  await page.getByText("This is a look at another state of the map").waitFor();
  await page.locator(".look-bar").getByRole("button", { name: "Back to my map" }).click();
  assert.deepEqual(await words(page), start);
  await button(incoming(page), "Show on the board").click();
  await looking(page).waitFor();
  await button(incoming(page), "Cancel").click();
  await incoming(page).waitFor({ state: "detached" });
  assert.deepEqual(await words(page), start);
});

test("by keyboard: read, taken in, undone, taken again", async () => {
  await give(page, files);
  await button(incoming(page), "Take all").waitFor();
  await button(incoming(page), "Close").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await report(page).getByText(/was merged into/).waitFor();
  await kept(page);
  const all = JSON.stringify(await words(page));
  for (const text of ["Reads long reviews and warm recommendations", "The installer asks for a password", "Nobody reads the licence"]) {
    assert.ok(all.includes(text), text);
  }
  assert.ok(!all.includes("Compares with alternatives"));

  await button(page, "Undo this import").focus();
  await page.keyboard.press("Enter");
  await report(page).getByText("The import was undone.").waitFor();
  await kept(page);
  assert.deepEqual(await words(page), start);

  await button(page, "Take again").focus();
  await page.keyboard.press("Enter");
  await button(page, "Undo this import").waitFor();
  await kept(page);
  assert.equal(JSON.stringify(await words(page)), all);
});

test("the undo of an import arrives in another copy", async () => {
  await button(page, "Undo this import").click();
  await report(page).getByText("The import was undone.").waitFor();
  await kept(page);
  const undone = await exported(page, dir, "undone.parcours");
  const [{ board: ana }] = guests;
  await take(ana, undone);
  await kept(ana);
  assert.deepEqual(await words(ana), start);
});

test("a copy is kept apart beside the map it came from", async () => {
  const [{ board: ana }] = guests;
  const hers = await exported(ana, dir, "hers.parcours");
  const { board: dan } = guests[3];
  const before = await words(dan);
  await give(dan, hers);
  await button(incoming(dan), "Open as a separate map").click();
  await report(dan).getByText(/was added to your maps/).waitFor();
  assert.deepEqual(await words(dan), start);
  await dan.getByRole("link", { name: "Maps" }).click();
  const maps = dan.getByRole("main").getByRole("link", { name: before.title, exact: true });
  await maps.nth(1).waitFor();
  assert.equal(await maps.count(), 2);
  const boards = [];
  for (const at of [0, 1]) {
    await maps.nth(at).click();
    await saved(dan);
    boards.push(JSON.stringify(await words(dan)));
    await dan.getByRole("link", { name: "Maps" }).click();
  }
  assert.deepEqual(boards.sort(), [start, before].map((board) => JSON.stringify(board)).sort());
});
