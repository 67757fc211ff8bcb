// What comes out of the printer: paper, pages, heads on every page, light whatever the theme.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, retype } from "./hands.mjs";

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

test("words stay whole on paper, moments of truth stand under the curve, and what is written from the right is read from there", async () => {
  const texts = async () => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const all = await page.locator(".print-sheet text").allTextContents();
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    return all;
  };
  const before = await texts();
  assert.ok(before.some((line) => line.endsWith("recommendations")), before.join("|"));
  assert.equal(before.filter((line) => line === "★ Moment of truth").length, 4);
  await retype(page, card(page, "Reads reviews"), "מחפש תחנה קרובה ומשווה מחירים (2024) OK");
  const lines = (await texts()).filter((line) => line.startsWith("\u200f"));
  assert.equal(lines.map((line) => line.slice(1)).join(" "), "מחפש תחנה קרובה ומשווה מחירים (2024) OK");
  await page.keyboard.press("Control+z");
  await card(page, "Reads reviews").waitFor();
});

test("on paper what is written from the right begins at the right", async () => {
  const hebrew = "מחפש תחנה קרובה";
  await retype(page, card(page, "Reads reviews"), hebrew);
  const item = page.getByRole("rowheader", { name: "Touchpoints", exact: true });
  await retype(page, item, "נקודות מגע");
  await page.emulateMedia({ media: "print" });
  const sides = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const box = (one) => one.getBoundingClientRect();
    const found = [...document.querySelectorAll(".print-sheet text")].filter((one) => one.textContent.startsWith("\u200f"));
    const cards = [...document.querySelectorAll(".print-sheet .print-card")].map(box);
    const first = box(document.querySelector(".print-sheet svg"));
    const scale = cards[0].height / document.querySelector(".print-sheet .print-card").getBBox().height;
    const sides = found.map((one) => {
      const text = box(one);
      const middle = (text.top + text.bottom) / 2;
      const around = cards.find((card) => card.left <= text.left && card.right >= text.right && card.top < middle && card.bottom > middle);
      const [left, right] = around ? [around.left, around.right] : [first.left, first.left + 150 * scale];
      return [one.getAttribute("class"), text.left - left > right - text.right];
    });
    dispatchEvent(new Event("afterprint"));
    return sides;
  });
  await page.emulateMedia({ media: null });
  assert.deepEqual([...new Set(sides.map(([what]) => what))].sort(), ["print-lane", "print-text"]);
  assert.ok(sides.every(([, right]) => right), sides.join(" "));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await card(page, "Reads reviews").waitFor();
});

test("a card says on paper and slides what it says on the board; paths leave a slide at its edge", async () => {
  await card(page, "Reads reviews").focus();
  await page.keyboard.press("Control+Enter");
  const panel = page.getByRole("complementary", { name: "Details" });
  const one = (name) => panel.getByLabel(name, { exact: true });
  await one("Evidence").selectOption({ label: "Heard" });
  await one("Owner").fill("Ben Stone");
  await one("Owner").press("Enter");
  await panel.getByText("More", { exact: true }).click();
  await one("Teal").check();
  await one("Add a tag").fill("autumn");
  await one("Add a tag").press("Enter");
  await page.getByRole("columnheader", { name: /^Exploring features/ }).click();
  await page.locator("#path-alternative").selectOption({ label: "Structuring the book" });
  await page.locator(".path-line input").fill("if in a hurry");
  await page.locator(".path-line input").press("Enter");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const marks = (await page.locator(".print-sheet .print-marks").allTextContents()).join(" ");
  for (const word of ["Heard", "Ben Stone", "autumn"]) assert.ok(marks.includes(word), `${word} in ${marks}`);
  assert.equal(await page.locator(".print-sheet [data-colour=teal]").count(), 1);
  assert.ok((await page.locator(".print-sheet .print-word").allTextContents()).some((text) => text.includes("if in a hurry")));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.locator(".panel-head button").click();
  // The outline says it too.
  await page.locator("#tab-outline").click();
  await page.locator(".outline-told", { hasText: "Alternative path to Structuring the book: if in a hurry" }).waitFor();
  await page.locator("#tab-board").click();
  await button(page, "Present").click();
  const slide = async (title) => {
    for (let n = 0; n < 8 && !(await page.getByRole("heading", { name: title, exact: true }).count()); n += 1) {
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(100);
    }
    return page.locator(".present .print-word").allTextContents();
  };
  const leaves = await slide("Discovery");
  assert.ok(leaves.some((text) => text.endsWith("if in a hurry → Structuring the book")), leaves.join("|"));
  const ways = await page.locator(".present .print-way").evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
  assert.deepEqual([...new Set(ways)], ["none"]);
  const arrives = await slide("Developing the book");
  assert.ok(arrives.some((text) => text.startsWith("Exploring features → ")), arrives.join("|"));
  await page.keyboard.press("Escape");
});
