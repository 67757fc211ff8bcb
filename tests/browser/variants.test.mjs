// A to-be map out of an as-is map: made in the library, compared on the board, merged back, undone.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { begin, button, card, exported, grid, kept, more, retype } from "./hands.mjs";
import { visit } from "./harness.mjs";

const title = (page) => page.getByRole("textbox", { name: "Title of the map" });
const panel = (page) => page.getByRole("complementary", { name: "Differences from the original" });

test("a variant lists what it changes, takes its own files, merges back and that is undone", async () => {
  const dir = await mkdtemp(join(tmpdir(), "parcours-"));
  try {
    await visit({}, async (person) => {
      const page = await begin(person, "Example: a journey map");
      const name = await title(page).inputValue();
      const original = page.url();
      await page.getByRole("link", { name: "Maps" }).click();
      await button(page, `Actions for ${name}`).click();
      await page.getByRole("menuitem", { name: "Duplicate as a variant" }).click();
      await page.waitForFunction((before) => location.hash.startsWith("#/map/") && location.href !== before, original, { polling: 100 });
      await grid(page).waitFor();
      await page.waitForFunction(() => document.title.includes("– to be"), undefined, { polling: 100 });
      assert.equal(await title(page).inputValue(), `${name} – to be`);
      const variant = page.url();

      await retype(page, card(page, "Reads reviews"), "Is recommended by a friend");
      await kept(page);
      await more(page, "Differences from the original");
      await panel(page).getByText(`Compared with “${name}” as it is now.`).waitFor();
      await panel(page).getByText("1\u00a0card changed").waitFor();

      // A file of the variant finds the variant's slot: nothing new in it.
      const file = await exported(page, dir, "variant.parcours");
      await page.getByRole("link", { name: "Maps" }).click();
      await page.getByText(`Variant of “${name}”`).waitFor();
      assert.equal(await page.locator(".map-card").count(), 2);
      await page.goto(variant);
      await grid(page).waitFor();
      await page.locator("input[type=file]").first().setInputFiles(file);
      await page.getByText(`holds nothing that “${name} – to be” does not have already`).waitFor();

      await more(page, "Differences from the original");
      await button(panel(page), "Merge back into the original").click();
      await page.waitForFunction((to) => location.href === to, original, { polling: 100 });
      await card(page, "Is recommended by a friend").waitFor();
      assert.equal(await title(page).inputValue(), name);
      await button(page, "Undo this import").click();
      await card(page, "Reads reviews").waitFor();
      await kept(page);

      // The variant goes on by itself.
      await page.getByRole("link", { name: "Maps" }).click();
      await page.getByText(`Variant of “${name}”`).waitFor();
      assert.equal(await page.locator(".map-card").count(), 2);
    });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
