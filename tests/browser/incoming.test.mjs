// A workshop: five people, each in an own browser, edit copies of one map; the host drops all five files
// at once, reads what they bring, takes it in, takes it back, and takes it again; where two of them moved
// one stage, someone decides.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { accessible } from "./axe.mjs";
import { begin, button, card, cell, exported, give, grid, incoming, kept, more, retype, saved, take, words } from "./hands.mjs";

const names = ["ana", "bob", "chloe", "dan", "eva"];
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
  const [ana, bob, chloe, dan, eva] = guests.map(({ board }) => board);
  await retype(ana, card(ana, sentence), "Reads long reviews and warm recommendations");
  await card(bob, "Compares with alternatives").focus();
  await bob.keyboard.press("Delete");
  await add(bob, "Pain points", "Installing", "The installer asks for a password");
  await grid(chloe).getByRole("columnheader", { name: "First use", exact: true }).focus();
  await chloe.keyboard.press("Alt+ArrowLeft");
  await grid(eva).getByRole("columnheader", { name: "First use", exact: true }).focus();
  await eva.keyboard.press("Alt+ArrowRight");
  await add(dan, "Pain points", "Installing", "Nobody reads the licence");
  files = [];
  for (const { name, board } of guests) {
    await saved(board);
    files.push(await exported(board, dir, `${name}.parcours`));
  }
});

test("all files dropped at once are shown before anything is taken in", async () => {
  start = await words(page);
  await page.evaluate(() => {
    window.said = new Set();
    const note = () => window.said.add(document.querySelector(".working")?.textContent);
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await give(page, files);
  const panel = incoming(page);
  await panel.getByText(/would bring to “A writer’s journey.*1\sstage moved, 2\scards added, 1\scard deleted, 1\scard changed/).waitFor();
  await panel.getByText(/^1\schoice will need you/).waitFor();
  await looking(page).waitFor();
  // How far it was, meanwhile.
  const said = await page.evaluate(() => [...window.said]);
  for (const words of ["Reading “ana.parcours” (1 of 5)…", "Reading “eva.parcours” (5 of 5)…", "Comparing with your map…"]) {
    assert.ok(said.includes(words), `${words} in ${said}`);
  }
  for (const name of names) {
    await panel.getByText(`${name}.parcours`, { exact: true }).waitFor();
  }
  const discovery = panel.getByRole("listitem").filter({ hasText: /^Discovery – 1\scard added, 1\scard deleted/ });
  await discovery.first().waitFor();
  // On the board: icon, word and colour; the changed sentence word by word; the deleted card again.
  const changed = grid(page).getByRole("listitem", { name: /^Reads long reviews.*Changed/ });
  assert.deepEqual(await changed.locator("ins").allInnerTexts(), ["long ", " warm"]);
  await grid(page).getByRole("listitem", { name: /^Compares with alternatives.*Removed/ }).waitFor();
  // A line leads to its place: two moved this stage, and one of them took it far to the right.
  await panel.getByRole("button", { name: /“First use”/ }).first().click();
  await grid(page).getByRole("columnheader", { name: "First use" }).getByText("Moved").waitFor();
  await panel.getByRole("button", { name: /The installer asks for a password/ }).click();
  const led = page.locator(":focus");
  assert.match(await led.getAttribute("aria-label"), /^The installer asks for a password.*Added/);
});

for (const scheme of ["light", "dark"]) {
  test(`what they would bring has no violation of WCAG 2.2 AA that axe finds, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await accessible(page, "incoming changes");
  });
}

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

test("where two moved one stage both places are offered, counted in the library too, and one is decided by keyboard", async () => {
  const { board: dan } = guests[3];
  await take(dan, [files[2], files[4]]);
  const heads = async () => (await words(dan)).heads[0];
  const merged = await heads();
  await dan.getByRole("link", { name: "Maps" }).click();
  await dan.getByRole("main").getByText("1\u{a0}choice to make").waitFor();
  await dan.goBack();
  await saved(dan);
  await button(dan, "1\u{a0}choice to make").focus();
  await dan.keyboard.press("Enter");
  const choices = dan.getByRole("complementary", { name: "Choices to make" });
  const places = choices.getByRole("button", { name: /^Take this: / });
  for (const place of ["first", "number 3"]) {
    await choices.getByRole("button", { name: new RegExp(`^Take this: ${place}, .*today`) }).waitFor();
  }
  await places.filter({ hasNotText: "shown now" }).focus();
  await dan.keyboard.press("Enter");
  await button(dan, "1\u{a0}choice to make").waitFor({ state: "detached" });
  await kept(dan);
  assert.notDeepEqual(await heads(), merged);
  await choices.getByText("Settled (1)").waitFor();
  await button(choices, "Close").click();
});

test("many changes of one person are counted, and listed when they are asked for", async () => {
  const [{ board: ana }, { board: bob }] = guests;
  await cell(bob, "Pain points", "Installing").focus();
  await bob.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", Array.from({ length: 45 }, (_, at) => `Complaint ${at}\n`).join(""));
    const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(pasted);
  });
  await kept(bob);
  await give(ana, await exported(bob, dir, "many.parcours"));
  const panel = incoming(ana);
  await button(panel, "Take all").waitFor();
  const line = panel.getByRole("button", { name: /^Card “Complaint 7”/ });
  const share = panel.locator("summary").filter({ hasText: "many.parcours" });
  await share.waitFor();
  assert.equal(await panel.locator(".report-lines li").count(), 0);
  await share.focus();
  await ana.keyboard.press("Enter");
  await line.click();
  assert.match(await ana.locator(":focus").getAttribute("aria-label"), /^Complaint 7, .*Added/);
  // Folded and unfolded again it is as it was.
  await share.click();
  await line.waitFor({ state: "hidden" });
  await share.click();
  await line.waitFor();
  await button(panel, "Cancel").click();
  await panel.waitFor({ state: "detached" });
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
