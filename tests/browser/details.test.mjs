// What is known of a card: the panel beside the board by key and pointer, what the card shows of it at a
// glance, comments, and that it is undone, kept and merged like all else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { begin, button, card, field, kept, onOneProfile } from "./hands.mjs";

let anna, page;

onOneProfile((it) => (anna = it.person));

const panel = () => page.getByRole("complementary", { name: "Details" });
const one = (name) => panel().getByLabel(name, { exact: true });

test("Ctrl+Enter opens the details and leads into the text; it is typed there and seen on the card", async () => {
  page = await begin(anna, "New journey map");
  await field(page).fill("Wait for the parcel");
  await page.keyboard.press("Enter");
  await kept(page);
  await card(page, "Wait for the parcel").focus();
  await page.keyboard.press("Control+Enter");
  await panel().waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "details-first", null, { polling: 50 });
  await page.keyboard.press("End");
  await page.keyboard.type(" at home");
  await card(page, "Wait for the parcel at home").waitFor();
});

test("evidence, owner and channel stand on the card, in signs and in words", async () => {
  const low = await card(page, "Wait for").evaluate((it) => it.offsetHeight);
  await one("Evidence").selectOption({ label: "Heard" });
  await one("Owner").fill("Ben Stone");
  await one("Owner").press("Enter");
  await one("Channel").fill("Phone");
  await one("Channel").press("Enter");
  const seen = card(page, "Wait for");
  await seen.filter({ hasText: "BS" }).filter({ hasText: "Phone" }).waitFor();
  const name = await seen.getAttribute("aria-label");
  assert.match(name, /Phone.*Evidence Heard.*Owner Ben Stone/);
  const high = await seen.evaluate((it) => it.offsetHeight);
  assert.ok(high > low && high - low < 20, `one line more, not ${high - low} px`);
});

test("More holds colour, icon, tags, status and sources", async () => {
  await panel().getByText("More", { exact: true }).click();
  await one("Teal").check();
  await one("Lightning").check();
  await one("Add a tag").fill("peak season");
  await one("Add a tag").press("Enter");
  await one("Add a tag").fill("urgent");
  await one("Add a tag").press("Enter");
  await one("Status").selectOption({ label: "In progress" });
  await one("Add a source").fill("Interview 3");
  await one("Add a source").press("Enter");
  await one("Source").waitFor();
  const seen = card(page, "Wait for");
  await seen.filter({ hasText: "peak season" }).filter({ hasText: "urgent" }).waitFor();
  assert.equal(await seen.getAttribute("data-colour"), "teal");
  await button(page, "Remove tag urgent").click();
  await button(page, "Remove tag urgent").waitFor({ state: "detached" });
  assert.doesNotMatch(await seen.innerText(), /urgent/);
});

test("the line of many signs stays one line, and the row is as high as its cards", async () => {
  await one("Add a tag").fill("a very long tag that no card of this width could ever hold whole");
  await one("Add a tag").press("Enter");
  const marks = card(page, "Wait for").locator(".card-marks");
  const box = await marks.evaluate((it) => [it.offsetHeight, it.scrollHeight > it.offsetHeight + 2]);
  assert.deepEqual(box, [17, false]);
  const [bottom, end] = await card(page, "Wait for").evaluate((it) => [
    it.getBoundingClientRect().bottom,
    it.closest("[role=row]").getBoundingClientRect().bottom,
  ]);
  assert.ok(bottom <= end, `${bottom} within ${end}`);
});

test("a comment says who and when, is counted on the card, and deleted like all else", async () => {
  await one("Write a comment").fill("Is that so?");
  await one("Write a comment").press("Control+Enter");
  const said = panel().getByRole("listitem").filter({ hasText: "Is that so?" });
  await said.filter({ hasText: "you" }).filter({ hasText: "today" }).waitFor();
  await page.waitForFunction(
    () => /1\u00a0comment/.test(document.querySelector(".card.chosen").getAttribute("aria-label")),
    null,
    { polling: 50 },
  );
  await said.getByRole("button", { name: "Delete: Comment" }).click();
  await said.waitFor({ state: "detached" });
  await card(page, "Wait for").focus();
  await page.keyboard.press("Control+z");
  await said.waitFor();
});

test("the panel stays open and follows the selection to a stage, a lane and the curve", async () => {
  await page.getByRole("columnheader").nth(1).click();
  await one("Time or duration").fill("day 1");
  await one("Time or duration").press("Enter");
  await panel().getByText("Stage", { exact: true }).waitFor();
  await card(page, "Wait for").focus();
  await panel().getByText("Is that so?").waitFor();
});

test("undo takes back one detail at a time, and all of it is there after a reload", async () => {
  await card(page, "Wait for").focus();
  await one("Owner").fill("Somebody else");
  await one("Owner").press("Enter");
  await card(page, "Wait for").filter({ hasText: "SE" }).waitFor();
  await card(page, "Wait for").focus();
  await page.keyboard.press("Control+z");
  await card(page, "Wait for").filter({ hasText: "BS" }).waitFor();
  await kept(page);
  await page.reload();
  const name = await card(page, "Wait for").getAttribute("aria-label");
  assert.match(name, /Colour Teal.*Icon Lightning.*Evidence Heard.*Status In progress/);
});

test("nothing of it is found wanting by axe, in both themes, and it fits a small screen", async () => {
  await card(page, "Wait for").focus();
  await page.keyboard.press("Control+Enter");
  await panel().getByText("More", { exact: true }).click();
  await accessible(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} px wide`);
});
