// Going on while cells are filled: Tab from row to row and back, and letters that an input method composes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { card, cell, chosen, field, grid, onOneMap, press, words } from "./hands.mjs";

let page;
onOneMap("New journey map", (made) => ({ page } = made));

const keys = (...all) => press(page, ...all);
const type = (text) => page.keyboard.type(text);
const focused = () => chosen(page).getAttribute("aria-label");
const cards = async (of, at) => (await words(page)).lanes.find(([name]) => name === of)[at];

test("at the end of a row Tab goes on in the next one, at its beginning Shift+Tab goes back", async () => {
  await keys("Escape");
  await cell(page, "Customer actions", "Help").focus();
  await type("Calls");
  await keys("Tab");
  await type("An answer");
  await keys("Shift+Tab");
  assert.match(await focused(), /^Calls/, "out of the editor");
  await keys("Tab", "Shift+Tab");
  assert.match(await focused(), /^Calls/, "and from cell to cell");
  await keys("Tab");
  await type("Someone who listens");
  await keys("Enter");
  assert.deepEqual(await cards("Customer actions", 5), ["Calls"]);
  assert.deepEqual(await cards("Needs and desires", 1), ["Someone who listens"]);
});

test("the word of a feeling goes on at the row's end as a card does", async () => {
  await grid(page).getByRole("gridcell", { name: /^Help, Customer: / }).focus();
  await keys("F2");
  await type("relief");
  await keys("Tab");
  assert.equal(await focused(), "Pain points, Discovery");
  await keys("Shift+Tab");
  assert.match(await focused(), /^Help, Customer: /);
});

test("before the first cell and behind the last there is no trap: what was typed is kept, and Tab leaves the board", async () => {
  const outside = () => page.evaluate(() => document.activeElement.closest("[role=grid]") === null);
  await cell(page, "Customer actions", "Discovery").focus();
  await type("Sees a poster");
  await keys("Shift+Tab");
  assert.match(await focused(), /^Sees a poster/);
  await keys("Shift+Tab");
  assert.ok(await outside());
  await cell(page, "Solutions", "Help").focus();
  await type("Call back");
  await keys("Tab");
  assert.match(await focused(), /^Call back/);
  await keys("Tab");
  assert.ok(await outside());
});

test("an arrow out of an empty field still leads to the lane's header", async () => {
  await cell(page, "Thoughts", "Discovery").focus();
  await keys("Enter", "ArrowLeft");
  assert.equal(await focused(), "Thoughts");
});

// The protocol may leave a step of a composition without an answer: that fails and holds up no other test.
test("a first letter that is composed opens the editor, and the composition goes on in it", { timeout: 60_000 }, async () => {
  const method = await page.context().newCDPSession(page);
  const compose = async (key, ...stages) => {
    await method.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: key, windowsVirtualKeyCode: 229 });
    for (const text of stages) {
      await method.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await method.send("Input.dispatchKeyEvent", { type: "keyUp", key: "n", code: key });
  };
  const commit = (text) => method.send("Input.insertText", { text });
  for (const [target, name] of [
    [cell(page, "Customer actions", "Use"), "an empty cell"],
    [card(page, "Calls"), "a card, whose text it replaces"],
  ]) {
    await target.focus();
    await compose("KeyN", "ｎ", "に");
    assert.equal(await field(page).textContent(), "に", name);
    await page.waitForTimeout(1200);
    assert.equal(await field(page).textContent(), "に", "nothing takes it away while it is composed");
    await compose("KeyH", "にほ", "日本");
    await commit("日本");
    await compose("KeyG", "ご", "語");
    await commit("語");
    await keys("Enter");
  }
  assert.deepEqual(await cards("Customer actions", 4), ["日本語"]);
  assert.deepEqual(await cards("Customer actions", 5), ["日本語"]);
  // A key with which the method itself is switched takes nothing away.
  await cell(page, "Customer actions", "Help").getByRole("listitem").focus();
  await compose("Lang1");
  await keys("Escape");
  assert.deepEqual(await cards("Customer actions", 5), ["日本語"]);
});
