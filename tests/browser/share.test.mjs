// A map handed on without its past, and what an ordinary file of it would tell.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { begin, button, card, give, grid, kept, more, retype } from "./hands.mjs";
import { visit } from "./harness.mjs";

test("an export without history is another map, and the panel tells what an ordinary one holds", async () => {
  const dir = await mkdtemp(join(tmpdir(), "parcours-"));
  try {
    await visit({}, async (person) => {
      const page = await begin(person, "Example: a journey map");
      await retype(page, card(page, "Reads reviews"), "Asks a friend");
      await card(page, "Asks a friend").click();
      await page.keyboard.press("Delete");
      await kept(page);
      await more(page, "Export without history…");
      const panel = page.getByRole("complementary", { name: "What a file tells" });
      await panel.getByText("No names of people", { exact: true }).waitFor();
      await panel.getByText("1\u00a0person").waitFor();
      await panel.getByText("1\u00a0thing in the bin").waitFor();
      await panel.getByText("1\u00a0text with deleted words still inside").waitFor();
      await panel.getByText("It can’t be merged back.").waitFor();

      const download = page.waitForEvent("download");
      await button(panel, "Export without history").click();
      const file = await download;
      assert.match(file.suggestedFilename(), /without history\.parcours$/);
      const path = join(dir, "plain.parcours");
      await file.saveAs(path);
      await page.getByText("It can’t be merged back into this one.").waitFor();

      // Imported here it is a map of its own, with an empty bin.
      const address = page.url();
      await give(page, path);
      await page.waitForFunction((before) => location.href !== before, address, { polling: 100 });
      await grid(page).waitFor();
      await card(page, "Downloads and installs").waitFor();
      assert.equal(await card(page, "Asks a friend").count(), 0);
      await more(page, "Bin and unplaced cards");
      await page.getByText("Nothing was deleted here.").waitFor();
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
