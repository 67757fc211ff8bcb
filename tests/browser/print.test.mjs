// What comes out of the printer: paper, pages, heads on every page, light whatever the theme.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button } from "./hands.mjs";

let site, person, page;

before(async () => {
  site = await openSite();
  person = await openProfile(site, { colorScheme: "dark" });
  page = await begin(person, "Example: a journey map");
});

after(async () => {
  await person.close();
  await site.stop();
});

/** The pages of a PDF of this page as it prints: width and height in mm. */
async function printed() {
  const bytes = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...bytes.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  return boxes.map(([, width, height]) => [width, height].map((points) => Math.round((points / 72) * 25.4)));
}

const dialog = () => page.locator(".print-dialog");
const choose = (name, value) => dialog().getByRole("combobox", { name }).selectOption(value);

test("without the dialog the browser prints one landscape page", async () => {
  assert.deepEqual(await printed(), [[297, 210]]);
});

test("the dialog says how many pages come, and they come in the size chosen", async () => {
  await page.keyboard.press("Control+p");
  await dialog().waitFor();
  await dialog().getByText("Preview: 1 page").waitFor();
  await choose("Paper", "A3");
  await choose("Orientation", "tall");
  assert.deepEqual(await printed(), [[297, 420]]);
  await choose("How", "tiled");
  await choose("Paper", "A4");
  await choose("Orientation", "wide");
  const count = Number((await dialog().locator(".print-told").innerText()).match(/\d+/)[0]);
  assert.ok(count > 1);
  assert.deepEqual(await printed(), Array(count).fill([297, 210]));
  await choose("Paper", "A0");
  await dialog().getByText("Preview: 1 page").waitFor();
  assert.deepEqual(await printed(), [[1189, 841]]);
  await choose("Paper", "A4");
});

test("every page has its stages, its lanes and its number, in light colours", async () => {
  await page.emulateMedia({ media: "print" });
  const pages = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const all = [...document.querySelectorAll(".print-sheet > svg")].map((page) => ({
      stages: [...page.querySelectorAll(".print-stage")].map((one) => one.textContent),
      lanes: [...page.querySelectorAll(".print-lane")].map((one) => one.textContent),
      title: page.querySelector(".print-title").textContent,
      number: page.querySelector(".print-page").textContent,
      ink: getComputedStyle(page.querySelector(".print-text") ?? page.querySelector("text")).fill,
      card: getComputedStyle(page.querySelector(".print-card")).fill,
    }));
    dispatchEvent(new Event("afterprint"));
    return all;
  });
  await page.emulateMedia({ media: null });
  assert.ok(pages.length > 1);
  pages.forEach((one, at) => {
    assert.ok(one.stages.length && one.lanes.length, `heads on page ${at + 1}`);
    assert.equal(one.title, "A writer’s journey with Snowflake Desktop");
    assert.equal(one.number, `${at + 1} of ${pages.length}`);
    const luma = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part) / 3, 0);
    assert.ok(luma(one.ink) < 110, `dark ink: ${one.ink}`);
    assert.ok(luma(one.card) > 230, `light paper: ${one.card}`);
  });
});

test("Escape leaves the dialog; the button prints what was chosen", async () => {
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await page.evaluate(() => {
    window.print = () => {
      window.asked = (window.asked ?? 0) + 1;
    };
  });
  await page.keyboard.press("Control+p");
  await button(dialog(), "Print").click();
  await dialog().waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => window.asked), 1);
  assert.ok((await printed()).length > 1, "the choice lasts");
});
