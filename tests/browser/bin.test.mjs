// The bin of a map and the bin of the library: found, restored with what it stood in, placed again,
// deleted for good after a question of the page's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, button, card, cell, field, grid, kept, more } from "./hands.mjs";
import { visit } from "./harness.mjs";

const panel = (page) => page.getByRole("complementary", { name: "Bin and unplaced cards" });
const line = (page, text) => panel(page).getByRole("listitem").filter({ hasText: text });
const question = (page) => page.getByRole("alertdialog");

async function write(page, lane, column, text) {
  await cell(page, lane, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await field(page).waitFor({ state: "detached" });
  await card(page, text).waitFor();
}

async function drop(page, target) {
  await target.click();
  await page.keyboard.press("Delete");
}

test("what is deleted is restored with what it stood in, placed again, or deleted for good", async () => {
  await visit({}, async (person) => {
    const page = await begin(person, "New journey map");
    await write(page, "Thoughts", "Purchase", "Is it safe?");
    await write(page, "Thoughts", "Comparison", "A secret");
    await drop(page, card(page, "Is it safe?"));
    await drop(page, card(page, "A secret"));
    await drop(page, grid(page).getByRole("rowheader", { name: "Thoughts" }));
    await kept(page);

    // A card says that its lane is in the bin too, and both come back at once.
    await more(page, "Bin and unplaced cards");
    await line(page, "Is it safe?").getByText("Also in the bin: Lane “Thoughts”").waitFor();
    await line(page, "Is it safe?").getByRole("button", { name: "Restore with lane" }).click();
    await card(page, "Is it safe?").waitFor();
    assert.equal(await line(page, "Thoughts").count(), 0);

    // Deleted for good after a question; Escape leaves it.
    const purge = line(page, "A secret").getByRole("button", { name: "Delete for good" });
    await purge.click();
    await question(page).getByText("Copies and files made before may still hold it").waitFor();
    await page.keyboard.press("Escape");
    await question(page).waitFor({ state: "detached" });
    assert.equal(await line(page, "A secret").count(), 1);
    await purge.click();
    await button(question(page), "Delete for good").click();
    await line(page, "A secret").waitFor({ state: "detached" });
    await panel(page).getByText("Nothing was deleted here.").waitFor();
    await kept(page);

    // Within the session undo brings it back.
    await button(page, "Undo").click();
    await line(page, "A secret").waitFor();
    await button(page, "Redo").click();
    await line(page, "A secret").waitFor({ state: "detached" });

    // A card that lost its place is placed in the chosen cell, by keys alone.
    await drop(page, grid(page).getByRole("columnheader", { name: "Purchase" }));
    await cell(page, "Thoughts", "Use").click();
    const place = panel(page).getByRole("button", { name: "Place in the chosen cell" });
    await place.focus();
    await page.keyboard.press("Enter");
    await cell(page, "Thoughts", "Use").getByRole("listitem", { name: /Is it safe/ }).waitFor();

    await button(panel(page), "Empty the bin").click();
    await question(page).getByText("1\u00a0thing for good").waitFor();
    await button(question(page), "Delete for good").click();
    await panel(page).getByText("Nothing was deleted here.").waitFor();
    await kept(page);
    await page.reload();
    await card(page, "Is it safe?").waitFor();
  });
});

test("a map is deleted for good after a question of the page's own", async () => {
  await visit({}, async (person) => {
    const page = await begin(person, "New journey map");
    await page.getByRole("link", { name: "Maps" }).click();
    await button(page, "Actions for New journey map").click();
    await page.getByRole("menuitem", { name: "Move to the bin" }).click();
    await page.getByRole("button", { name: /^Bin \(1\)/ }).click();
    await button(page, "Delete for good").click();
    await button(question(page), "Cancel").click();
    await question(page).waitFor({ state: "detached" });
    await button(page, "Delete for good").click();
    await question(page).getByText("files you exported stay").waitFor();
    await button(question(page), "Delete for good").click();
    await page.getByText("Map what your customers live through").waitFor();
  });
});
