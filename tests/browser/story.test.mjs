// The main story: two people, each in an own browser, edit copies of one map apart, exchange files,
// and end with the same board holding the work of both.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, exported, give, grid, kept, more, retype, saved, take, typeOn, words } from "./hands.mjs";

const shared = "Searches for tools for writers";
const sentence = "Reads reviews and recommendations";
const stage = (page, name) => grid(page).getByRole("columnheader", { name, exact: true });
const title = (page) => page.getByRole("textbox", { name: "Title of the map" });
const feeling = (page) => grid(page).getByRole("gridcell", { name: /^Discovering the app, Writer/ });
const report = (page) => page.getByRole("complementary", { name: "Import" });
const choices = (page) => report(page).getByRole("listitem").filter({ has: page.getByText(" – ") });
const choice = (page, of) => choices(page).filter({ hasText: of });

let site, dir, anna, ben, hers, his;

before(async () => {
  site = await openSite();
  dir = await mkdtemp(join(tmpdir(), "parcours-story-"));
  [anna, ben] = await Promise.all([openProfile(site), openProfile(site)]);
});

after(async () => {
  await anna.close();
  await ben.close();
  await site.stop();
  await rm(dir, { recursive: true });
});

async function rename(page, text) {
  await title(page).fill(text);
  await title(page).press("Enter");
}

async function press(page, target, key) {
  await target.focus();
  await page.keyboard.press(key);
}

test("one opens the example and hands it over; the other imports it and sees the same board", async () => {
  hers = await begin(anna, "Example: a journey map");
  const file = await exported(hers, dir);
  assert.match(file, /\.parcours$/);
  await hers.getByText("Whoever gets it opens Parcours and drops the file on the window").waitFor();

  his = await ben.open();
  await give(his, file);
  await grid(his).waitFor();
  await report(his).getByText(/was added to your maps: 4\sstages, \d+\scards/).waitFor();
  await saved(his);
  assert.deepEqual(await words(his), await words(hers));
});

test("both edit apart and exchange files: the same board, with the work of both", async () => {
  // The same card typed into by both, the same sentence, the same stage, title and feeling.
  await typeOn(hers, card(hers, shared), " online");
  await typeOn(his, card(his, shared), " with a friend");
  await retype(hers, card(hers, sentence), "Reads long reviews and recommendations");
  await retype(his, card(his, sentence), "Reads reviews and warm recommendations");
  await press(hers, stage(hers, "First use"), "Alt+ArrowRight");
  await press(his, stage(his, "First use"), "Alt+ArrowLeft");
  await rename(hers, "What Anna sees");
  await rename(his, "How Ben calls it");
  await press(hers, feeling(hers), "+");
  await press(his, feeling(his), "-");
  // And what only one did.
  await retype(hers, card(hers, "Looks at descriptions"), "Watches a film about it");
  await press(his, card(his, "Compares with alternatives"), "Delete");
  await press(his, cell(his, "Pain points", "Installing"), "Insert");
  await his.locator("[data-editor]").fill("The installer asks for a password");
  await his.keyboard.press("Enter");
  await Promise.all([saved(hers), saved(his)]);

  const [fromHer, fromHim] = [await exported(hers, dir, "anna.parcours"), await exported(his, dir, "ben.parcours")];
  await take(hers, fromHim);
  await take(his, fromHer);
  await report(hers).getByText("“ben.parcours” was merged into").waitFor();
  await report(his).getByText("“anna.parcours” was merged into").waitFor();
  await Promise.all([kept(hers), kept(his)]);

  const [board, other] = [await words(hers), await words(his)];
  assert.deepEqual(board, other);
  const all = JSON.stringify(board);
  for (const text of [
    /Searches for tools for writers( online with a friend| with a friend online)/,
    /Reads long reviews and warm recommendations/,
    /Watches a film about it/,
    /The installer asks for a password/,
  ]) {
    assert.match(all, text);
  }
  assert.doesNotMatch(all, /Compares with alternatives/);
  assert.match(await report(hers).innerText(), /1\sstage moved, 1\scard added, 1\scard deleted, 2\scards changed, 1\sfeeling changed/);
});

test("two values of one field stand in the report and as a mark, and one click settles them", async () => {
  const both = { Title: ["What Anna sees", "How Ben calls it"], Stage: ["first", "number 3"], Feeling: ["+0.5", "−0.5"] };
  for (const [of, values] of Object.entries(both)) {
    for (const value of values) {
      await choice(hers, `${of}:`).getByRole("button", { name: value }).last().waitFor();
    }
  }
  const mark = (target) => target.getByRole("button", { name: "Two values: choose one" });
  await mark(stage(hers, "First use")).waitFor();
  await mark(feeling(hers)).waitFor();
  await mark(hers.getByRole("banner")).waitFor();

  // While its stage is scrolled a mark stays in sight beside the name.
  const scrolled = await stage(hers, "First use").evaluate((head) => {
    const [board, lanes] = [head.closest("[role=grid]"), document.querySelector(".corner").getBoundingClientRect().right];
    const back = board.scrollLeft;
    board.scrollLeft += head.getBoundingClientRect().left - lanes + 240;
    const place = head.querySelector(".choice-mark").getBoundingClientRect().left;
    board.scrollLeft = back;
    return place - lanes;
  });
  assert.ok(scrolled > 0, `${scrolled} px`);

  await choice(hers, "Stage:").getByRole("button", { name: "number 3" }).click();
  await choice(hers, "Feeling:").getByRole("button", { name: "−0.5" }).click();
  await choice(hers, "Title:").getByRole("button", { name: "“How Ben calls it”" }).click();
  await mark(hers.locator("body")).first().waitFor({ state: "detached" });
  await kept(hers);
  const board = await words(hers);
  assert.equal(board.title, "How Ben calls it");
  assert.equal(board.heads[0].indexOf("First use"), 2);
  assert.match(JSON.stringify(board), /Discovering the app, Writer: −0.5/);

  // The choice travels: the other copy has nothing left to choose.
  await take(his, await exported(hers, dir, "settled.parcours"));
  await report(his).getByText("“settled.parcours” was merged into").waitFor();
  await mark(his.locator("body")).first().waitFor({ state: "detached" });
  assert.deepEqual(await words(his), board);
});

test("reload keeps everything", async () => {
  const board = await words(hers);
  await hers.reload();
  await saved(hers);
  assert.deepEqual(await words(hers), board);
});

test("an import is undone on its own, later work stays, and it can be taken again", async () => {
  await typeOn(his, card(his, "Watches a film"), " twice");
  await retype(his, card(his, "Download page"), "The page of downloads");
  await kept(his);
  const file = await exported(his, dir, "more.parcours");
  const before = await words(hers);
  await take(hers, file);
  await report(hers).getByText("“more.parcours” was merged into").waitFor();
  const merged = await words(hers);
  assert.match(JSON.stringify(merged), /The page of downloads/);
  await retype(hers, card(hers, "Documentation"), "Typed after the import");

  await button(hers, "Undo this import").click();
  await report(hers).getByText("The import was undone.").waitFor();
  await kept(hers);
  const undone = JSON.stringify(await words(hers));
  const later = (board) => JSON.stringify(board).replace("Documentation", "Typed after the import");
  assert.equal(undone, later(before));

  // The same file again brings nothing new; the app knows it and offers to take it again.
  await hers.reload();
  await saved(hers);
  await give(hers, file);
  await report(hers).getByText("You took this file in before and undid it.").waitFor();
  await button(hers, "Take again").click();
  await button(hers, "Undo this import").waitFor();
  await kept(hers);
  assert.equal(JSON.stringify(await words(hers)), later(merged));
});

test("a map deleted here comes back by a file, and the bin gives it back too", async () => {
  const board = await words(his);
  await his.getByRole("link", { name: "Maps" }).click();
  await button(his, "Actions for How Ben calls it").click();
  await his.getByRole("menuitem", { name: "Move to the bin" }).click();
  await button(his, "Bin (1)").click();
  await button(his.getByRole("main"), "Restore").click();
  await his.getByRole("link", { name: "How Ben calls it", exact: true }).click();
  await saved(his);
  assert.deepEqual(await words(his), board);
});
