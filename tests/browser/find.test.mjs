// Ctrl+F reaches everything: cards without a place, lanes folded and hidden, what stands beside a card,
// personas; and leads there in every view.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { button, card, grid, kept, onOneMap, press as pressed } from "./hands.mjs";

let page;
onOneMap("Example: a journey map", (made) => ({ page } = made));

const press = (...all) => pressed(page, ...all);
const status = () => page.locator(".find-count");
const says = (words) =>
  page.waitForFunction((words) => document.querySelector(".find-count")?.textContent.includes(words), words, { polling: 100 });
const panel = (name) => page.getByRole("complementary", { name });
const lane = (name) => grid(page).getByRole("rowheader", { name: new RegExp(`^${name}`) });

async function find(words) {
  await press("Control+f");
  await page.locator(".find-field").fill(words);
}

test("a comment is found, shown in the details, and Escape leads to its card", async () => {
  await card(page, "Searches for tools").focus();
  await press("Control+Enter");
  await panel("Details").getByRole("textbox", { name: "Write a comment" }).fill("Ask the zeppelin team");
  await button(panel("Details"), "Comment").click();
  await kept(page);
  await button(panel("Details"), "Close").click();
  await find("ZEPPELIN");
  await says("1 of 1");
  await says("Comment");
  await panel("Details").locator(".comment.pointed", { hasText: "zeppelin" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.className), "find-field");
  await accessible(page, "the search beside the details");
  await press("Escape");
  await page.waitForFunction(() => document.activeElement?.textContent.includes("Searches for tools"), null, { polling: 100 });
  assert.equal(await page.locator(".pointed").count(), 0);
  await button(panel("Details"), "Close").click();
});

test("a card in a folded or hidden lane is found and said to be there; leaving for it shows the lane", async () => {
  for (const how of ["Fold the lane", "Hide the lane"]) {
    await lane("Thoughts").click({ button: "right" });
    await page.getByRole("menuitem", { name: how, exact: true }).click();
    await grid(page).getByText("Could this be what").waitFor({ state: "detached" });
    await find("could this be what");
    await says(how === "Fold the lane" ? "in the folded lane “Thoughts”" : "in the hidden lane “Thoughts”");
    await panel("Details").waitFor();
    await press("Escape");
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Could this be what"), null, { polling: 100 });
    await panel("Details").waitFor({ state: "detached" });
  }
});

test("a card without a place is found in the tray, a persona in its panel", async () => {
  await find("searches for tools");
  await says("1 of 1");
  await page.locator(".hit-now").waitFor();
  assert.equal(await page.locator(".panel").count(), 0, "what is on the board opens no panel");
  await press("Escape");
  await lane("Customer actions").focus();
  await press("Delete");
  await find("searches for tools");
  await says("a card without a place");
  await page.locator(".panel .pointed", { hasText: "Searches for tools" }).waitFor();
  await press("Escape");
  await page.waitForFunction(() => document.activeElement?.closest(".panel"), null, { polling: 100 });
  await button(page, "Undo").first().click();
  await button(page.locator(".panel"), "Close").click();
});

test("in outline and table the hit is marked and brought into the window", async () => {
  for (const view of ["Outline", "Table"]) {
    await page.getByRole("tab", { name: view, exact: true }).click();
    await page.locator(".outline-page, .table-page").first().waitFor();
    await find("could this be what");
    await page.locator(".pointed", { hasText: "Could this be what" }).waitFor();
    const seen = await page.locator(".pointed").evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(seen, view);
    await press("Escape");
    await page.waitForFunction(() => document.activeElement?.textContent.includes("Could this be what"), null, { polling: 100 });
  }
  await page.getByRole("tab", { name: "Board", exact: true }).click();
});
