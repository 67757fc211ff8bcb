// The library page: finding, renaming, duplicating, throwing away and bringing back maps; About.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, field, grid, press, retype, saved } from "./hands.mjs";

let site;

before(async () => {
  site = await openSite();
});

after(() => site.stop());

/** A person on the library page with the two examples. */
async function withExamples(story, options) {
  const person = await openProfile(site, options);
  try {
    for (const name of ["Example: a journey map", "Example: an experience map"]) {
      await (await begin(person, name)).close();
    }
    await story(await person.open(), person);
  } finally {
    await person.close();
  }
}

const titles = (page) => page.locator(".map-title").allInnerTexts();

const maps = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll(".map-title").length === count, count, { polling: 100 });

async function choose(page, title, action) {
  await button(page, `Actions for ${title}`).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

async function rename(page, old, title) {
  await choose(page, old, "Rename");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: title, exact: true }).waitFor();
}

test("back from the first map that was made, the library shows it and never the welcome of an empty one", async () => {
  const person = await openProfile(site);
  try {
    const page = await begin(person, "New journey map");
    await press(page, "Escape");
    await page.evaluate(() => {
      window.welcomed = 0;
      const look = () => {
        window.welcomed += document.querySelectorAll(".start").length;
        requestAnimationFrame(look);
      };
      look();
    });
    await page.getByRole("link", { name: "Maps" }).click();
    await maps(page, 1);
    assert.equal(await page.evaluate(() => window.welcomed), 0);
  } finally {
    await person.close();
  }
});

test("a map is renamed on its card and bears the new name on the board and after a reload", () =>
  withExamples(async (page) => {
    await maps(page, 2);
    const [old] = await titles(page);
    await rename(page, old, "Spring campaign");
    await page.reload();
    await page.getByRole("link", { name: "Spring campaign", exact: true }).click();
    await page.getByRole("grid", { name: "Spring campaign" }).waitFor();
  }));

test("the search finds a title's words in any order, without accents, and says when nothing fits", () =>
  withExamples(async (page) => {
    await maps(page, 2);
    const [old] = await titles(page);
    await rename(page, old, "Élan d’été");
    const search = page.getByRole("searchbox", { name: "Search maps by title" });
    await search.fill("ete elan");
    await maps(page, 1);
    assert.deepEqual(await titles(page), ["Élan d’été"]);
    await search.fill("winter");
    await page.getByText("No map has “winter” in its title.").waitFor();
    await search.fill("");
    await maps(page, 2);
  }));

test("a duplicate holds the same cards and then goes its own way", () =>
  withExamples(async (page) => {
    await maps(page, 2);
    const before = await titles(page);
    await choose(page, before[0], "Duplicate");
    await maps(page, 3);
    const fresh = (await titles(page)).find((title) => !before.includes(title));
    assert.ok(fresh.includes(before[0]), fresh);
    const sizes = await page.locator(".map-card", { hasText: before[0] }).locator(".map-size").allInnerTexts();
    assert.equal(sizes.length, 2);
    assert.equal(sizes[0], sizes[1]);
    await page.getByRole("link", { name: fresh, exact: true }).click();
    const some = grid(page).getByRole("listitem").first();
    await some.waitFor();
    const text = await some.locator(".card-text").innerText();
    await retype(page, some, "Only in the copy");
    await saved(page);
    await page.getByRole("link", { name: "Maps", exact: true }).click();
    await page.getByRole("link", { name: before[0], exact: true }).click();
    await card(page, text.slice(0, 20)).first().waitFor();
    assert.equal(await card(page, "Only in the copy").count(), 0);
  }));

test("a map thrown away lies in the bin, comes back whole, and goes for good only after a question", () =>
  withExamples(async (page) => {
    await maps(page, 2);
    const [title, other] = await titles(page);
    await choose(page, title, "Move to the bin");
    await maps(page, 1);
    await page.reload();
    await button(page, "Bin (1)").click();
    await button(page, "Restore").click();
    await maps(page, 2);
    await page.getByRole("link", { name: title, exact: true }).click();
    await grid(page).getByRole("listitem").first().waitFor();
    await saved(page);
    await page.getByRole("link", { name: "Maps", exact: true }).click();
    await choose(page, title, "Move to the bin");
    await button(page, "Bin (1)").click();
    const question = page.getByRole("alertdialog");
    await button(page, "Delete for good").click();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    await button(page, "Delete for good").click();
    await question.getByText(`Delete “${title}” for good?`).waitFor();
    await button(question, "Delete for good").click();
    await button(page, "Restore").waitFor({ state: "detached" });
    await button(page, "Bin (1)").waitFor({ state: "detached" });
    await page.reload();
    await maps(page, 1);
    assert.deepEqual(await titles(page), [other]);
  }));

test("a library open in another tab shows a map's new title and count", () =>
  withExamples(async (page, person) => {
    await maps(page, 2);
    const board = await begin(person, "New journey map");
    await maps(page, 3);
    await field(board).fill("One more card");
    await field(board).press("Enter");
    await saved(board);
    // A page behind another draws no frames to wait by.
    await page.waitForFunction(
      () => [...document.querySelectorAll(".map-size")].some((size) => /\b1\scard\b/.test(size.innerText)),
      null,
      { polling: 200 },
    );
  }));

test("About names version, place of storage, licence and third-party notices, and gives focus back", () =>
  withExamples(async (page) => {
    const about = button(page, "About");
    await about.click();
    const dialog = page.getByRole("dialog", { name: "About" });
    await dialog.getByText(/^Version \d+\.\d+\.\d+$/).waitFor();
    await dialog.getByText(/in this browser’s storage on this device, .*MB in use/).waitFor();
    await dialog.getByText("MIT licence").waitFor();
    const notices = await dialog.getByRole("link", { name: "Third-party notices" }).getAttribute("href");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.ok(await about.evaluate((button) => button === document.activeElement));
    assert.match(await page.evaluate(async (address) => (await fetch(address)).text(), notices), /automerge/);
  }));

test("a map of many changes is compacted when it rests, and nothing of it is lost", () =>
  withExamples(async (page, person) => {
    const board = await begin(person, "New journey map");
    await field(board).press("Escape");
    const slot = new URL(board.url()).hash.split("/").pop();
    // The keys of the map's chunks: slot, snapshot or increment, hash.
    const chunks = async () => (await keys()).filter(([of]) => of === slot);
    const keys = () =>
      board.evaluate(
        () =>
          new Promise((done, failed) => {
            const asked = indexedDB.open("parcours");
            asked.onerror = () => failed(asked.error);
            asked.onsuccess = () => {
              const all = asked.result.transaction("chunks").objectStore("chunks").getAllKeys();
              all.onsuccess = () => {
                asked.result.close();
                done(all.result);
              };
            };
          }),
      );
    const lines = Array.from({ length: 900 }, (_, row) => `Thought ${row}: ${"a longer sentence about the parcel ".repeat(3)}`);
    await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await board.evaluate((text) => navigator.clipboard.writeText(text), `\tBefore\nThoughts\t"${lines.join("\n")}"`);
    await cell(board, "Customer actions", "Discovery").focus();
    await board.keyboard.press("Control+v");
    await board.getByText("Pasted: ").first().waitFor();
    await saved(board);
    assert.ok((await chunks()).every(([, kind]) => kind === "i"));
    for (let left = 60; left > 0 && (await chunks()).some(([, kind]) => kind === "i"); left--) {
      await board.waitForTimeout(500);
    }
    assert.deepEqual((await chunks()).map(([, kind]) => kind), ["s"]);
    await board.reload();
    await grid(board).waitFor();
    await saved(board);
    await board.getByRole("link", { name: "Maps", exact: true }).click();
    await board.getByText(/\b900\scards\b/).waitFor();
  }));
