// The second half of the wasm comes behind the first paint: a start does without it, and nothing is lost while it is
// awaited.
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, button, card, field, grid, press, saved } from "./hands.mjs";
import { visit } from "./harness.mjs";

const LATER = "**/later-*.wasm";

/**
 * Keeps the second half from coming by itself; `wanted` lists how it was asked for, at once included. What is held back
 * comes with `release`.
 */
async function heldBack(person, { atOnce }) {
  const wanted = [];
  const held = [];
  await person.context.route(LATER, (route) => {
    wanted.push(route.request().resourceType());
    // A page that asks at once stands still until it is answered.
    if (route.request().resourceType() !== "xhr") return void held.push(route);
    return atOnce ? route.continue() : route.abort();
  });
  return { wanted, release: () => Promise.all(held.splice(0).map((route) => route.continue())) };
}

/** What is painted first of a map is written when the map rests. */
const resting = (page) => page.waitForTimeout(3000);

const isSaving = (page) => page.locator("[data-save-state=saving]").waitFor();

/** Types a card into a new map whose document is not there. */
async function typedNew(page) {
  await button(page, "New journey map").click();
  await field(page).waitFor();
  await page.keyboard.type("Looks around");
  await press(page, "Enter");
  await isSaving(page);
}

test("library, new map, kept map and the keys of both do without the second half", () =>
  visit({ person: { serviceWorkers: "block" } }, async (person) => {
    const first = await begin(person, "Example: a journey map");
    const address = first.url();
    await resting(first);
    await first.close();
    const { wanted } = await heldBack(person, { atOnce: false });

    const page = await person.open();
    await button(page, "New journey map").click();
    await field(page).waitFor();
    await page.keyboard.type("Looks around");
    await press(page, "Enter", "ArrowDown", "ArrowRight");
    await isSaving(page);
    const kept = await person.context.newPage();
    await kept.goto(address);
    await grid(kept).locator("[data-card]").first().waitFor();
    await grid(kept).getByRole("gridcell").first().focus();
    await press(kept, "ArrowDown", "ArrowRight", "Insert");
    await field(kept).waitFor();
    await kept.keyboard.type("Looks around");
    await press(kept, "Enter");
    await kept.waitForTimeout(500);
    assert.deepEqual(wanted.filter((sort) => sort === "xhr"), []);
  }));

test("a new map that is left before its document can be made keeps what was typed", () =>
  visit({ person: { serviceWorkers: "block" } }, async (person) => {
    await heldBack(person, { atOnce: true });
    const page = await person.open();
    await typedNew(page);
    const address = page.url();
    await page.evaluate(() => (location.hash = "#/"));
    await page.locator(`a[href="${new URL(address).hash}"]`).first().waitFor();
    await page.goto("about:blank");
    await person.context.unroute(LATER);
    await page.goto(address);
    await card(page, "Looks around").waitFor();
    await saved(page);
  }));

test("a kept map that is left before its document is loaded keeps what was typed", () =>
  visit({ person: { serviceWorkers: "block" } }, async (person) => {
    const page = await begin(person, "Example: a journey map");
    const address = page.url();
    await resting(page);
    await page.goto("about:blank");
    await heldBack(person, { atOnce: true });
    await page.goto(address);
    await grid(page).locator("[data-card]").first().waitFor();
    await grid(page).getByRole("gridcell").first().focus();
    await press(page, "Insert");
    await field(page).waitFor();
    await page.keyboard.type("Afterwards");
    await press(page, "Enter");
    await page.evaluate(() => (location.hash = "#/"));
    await button(page, "New journey map").waitFor();
    await page.waitForTimeout(1000);
    await page.goto("about:blank");
    await person.context.unroute(LATER);
    await page.goto(address);
    await card(page, "Afterwards").waitFor();
  }));

test("a page that is closed before a new map's document could be made asks first, and nothing is lost", () =>
  visit({ person: { serviceWorkers: "block" } }, async (person) => {
    const { release } = await heldBack(person, { atOnce: true });
    const page = await person.open();
    await typedNew(page);
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    await (await asked).dismiss();
    await release();
    await saved(page);
    await card(page, "Looks around").waitFor();
    await page.reload();
    await card(page, "Looks around").waitFor();
  }));

for (const [what, refuse, complaint] of [
  ["can't be had", (route) => route.abort(), /ERR_FAILED/],
  [
    "is another file in its place",
    (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    /CompileError/,
  ],
]) test(`where the second half ${what} the page says so and stops`, () =>
  visit({ person: { serviceWorkers: "block" } }, async (person) => {
    await person.context.route(LATER, refuse);
    const page = await person.open();
    await button(page, "New journey map").click();
    const alert = page.getByRole("alert");
    await alert.getByText("could not be fetched").waitFor();
    await alert.getByText("n’a pas pu être chargée").waitFor();
    await button(page, "Reload / Recharger").waitFor();
    person.expect(complaint);
    person.forgive(/NetworkError|Lost|uncaught/);
  }));
