// The panel "Method": opened when wanted, it says where the map stands, what is missing, and leads there;
// its parts are skipped, moved and come back to, and that is kept with the map.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { begin, button, cell, field, grid, kept, more, onOneProfile } from "./hands.mjs";

let anna, page;

onOneProfile((it) => (anna = it.person));

const panel = () => page.getByRole("complementary", { name: "Method" });
const part = (name) => panel().getByRole("button", { name: new RegExp(`^${name}`), expanded: undefined });
const parts = () => panel().locator(".method-name .panel-text").allInnerTexts();
const gap = (words) => panel().getByRole("button", { name: words, exact: true });

test("closed until wanted; opened by its key it has the focus, and each part says in two sentences what it is for", async () => {
  // An empty library offers no blank map.
  await (await begin(anna, "New journey map")).close();
  page = await begin(anna, "Blank journey map");
  assert.equal(await panel().count(), 0);
  await field(page).press("Escape");
  await page.keyboard.press("F4");
  await panel().waitFor();
  await page.waitForFunction(() => document.activeElement?.className === "method-name", null, { polling: 50 });
  assert.match(await panel().innerText(), /Journey map · Tactical/);
  for (const name of await parts()) {
    const head = part(name);
    if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
    const first = panel().locator(".method-body > .panel-hint").first();
    if (/To begin/.test(await head.innerText())) {
      const sentences = (await first.innerText()).split(/[.?!](?:\s|$)/).filter(Boolean);
      assert.ok(sentences.length <= 2, `${name}: ${sentences.length} sentences`);
    }
  }
  await page.keyboard.press("Escape");
  await panel().waitFor({ state: "detached" });
});

test("what is missing leads to its place, and is gone from the list once it is there", async () => {
  await more(page, "Method");
  await part("Build").click();
  await gap("The lane “Free text” is empty").click();
  const place = cell(page, "Free text", "New stage");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "gridcell", null, { polling: 50 });
  assert.ok(await place.evaluate((it) => it === document.activeElement));
  await page.keyboard.type("Waits at the counter");
  await page.keyboard.press("Enter");
  await kept(page);
  await gap("The lane “Free text” is empty").waitFor({ state: "detached" });
  await gap("No lane for emotions: add one").click();
  await gap("No lane for emotions: add one").waitFor({ state: "detached" });
  await panel().getByText("has no point").waitFor();
});

test("a part is skipped, moved and taken up again; that is undone and survives a reload", async () => {
  if ((await page.locator("[data-editor]").count()) > 0) await field(page).press("Escape");
  const before = await parts();
  await button(page, "Actions for Goal").click();
  await page.getByRole("menuitem", { name: "Skip this part" }).click();
  await panel().getByText("Skipped").waitFor();
  await button(page, "Actions for Goal").click();
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await page.waitForFunction((first) => document.querySelector(".method-name .panel-text").innerText !== first, before[0], { polling: 50 });
  await kept(page);
  await page.reload();
  await grid(page).waitFor();
  await more(page, "Method");
  assert.deepEqual((await parts()).slice(0, 2), [before[1], before[0]]);
  await panel().getByText("Skipped").waitFor();
  await button(page, "Actions for Goal").click();
  await page.getByRole("menuitem", { name: "Take this part up again" }).click();
  await panel().getByText("Skipped").waitFor({ state: "detached" });
});

test("a panel that the method led to has the way back, to the part that led there", async () => {
  if ((await part("Personas and research").getAttribute("aria-expanded")) === "false") await part("Personas and research").click();
  await button(page, "Open the personas").press("Enter");
  const back = button(page, "Back to the method");
  await back.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Back to the method", null, { polling: 50 });
  await page.keyboard.press("Enter");
  await panel().waitFor();
  assert.equal(await part("Personas and research").getAttribute("aria-expanded"), "true");
  await page.waitForFunction(() => /^Personas and research/.test(document.activeElement?.innerText), null, { polling: 50 });
  // Opened from elsewhere there is none.
  await more(page, "Personas");
  assert.equal(await back.count(), 0);
  await page.locator(".panel-head button").click();
  await more(page, "Method");
});

test("a lane says what its own hint says", async () => {
  await grid(page).getByRole("rowheader", { name: /^Emotions/ }).focus();
  await page.keyboard.press("Control+Enter");
  const hint = page.getByLabel("Hint in empty cells", { exact: true });
  await hint.fill("How does it feel to wait?");
  await hint.press("Enter");
  await grid(page).getByText("How does it feel to wait?").waitFor();
});

test("its key works from a field too, and what was typed there is kept", async () => {
  if ((await panel().count()) > 0) await page.keyboard.press("F4");
  await more(page, "Personas");
  const role = page.getByRole("complementary", { name: "Personas" }).getByLabel("Role", { exact: true }).first();
  await role.fill("Nurse");
  await page.keyboard.press("F4");
  await panel().waitFor();
  if ((await part("Goal").getAttribute("aria-expanded")) === "false") await part("Goal").click();
  await panel().getByLabel("Trigger", { exact: true }).fill("A letter");
  await page.keyboard.press("F4");
  await panel().waitFor({ state: "detached" });
  await page.keyboard.press("F4");
  if ((await part("Goal").getAttribute("aria-expanded")) === "false") await part("Goal").click();
  assert.equal(await panel().getByLabel("Trigger", { exact: true }).inputValue(), "A letter");
  await more(page, "Personas");
  assert.equal(await role.inputValue(), "Nurse");
  await kept(page);
});

test("the panel is accessible, in light and dark", async () => {
  await more(page, "Method");
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await accessible(page, scheme);
  }
});
