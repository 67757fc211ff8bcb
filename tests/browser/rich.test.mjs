// Formatted cards: by keys, by the toolbar, by pasting; what merges while one types; what an input
// method composes is left alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, field, kept } from "./hands.mjs";

let site, person, page;

before(async () => {
  site = await openSite();
  person = await openProfile(site, { permissions: ["clipboard-read", "clipboard-write"] });
  page = await begin(person, "New journey map");
});

after(async () => {
  // What Chromium says of a paste read in a document of its own, where nothing of it is let through.
  person.forgive(/inline style violates|inline event handler violates/);
  await person.close();
  await site.stop();
});

const keys = async (...all) => {
  for (const key of all) await page.keyboard.press(key);
};
const type = (text) => page.keyboard.type(text);
const done = async (on = page) => {
  await on.keyboard.press("Enter");
  await field(on).waitFor({ state: "detached" });
};

/** A text as it stands on a card or in the editor: lines with their marks. */
const lines = (text) =>
  text.evaluate((root) => {
    const read = (node) => {
      if (node.nodeType === 3) return node.data;
      const inner = [...node.childNodes].map(read).join("");
      const tag = { STRONG: (t) => `*${t}*`, EM: (t) => `/${t}/`, A: (t) => `[${t}](${node.href || node.dataset.href})` };
      return (tag[node.tagName] ?? ((t) => t))(inner);
    };
    const heads = { bullet: "- ", number: "1. " };
    const all = [...root.querySelectorAll(".text-line")];
    if (all.length === 0) return root.textContent;
    return all.map((line) => (heads[line.dataset.block] ?? "") + read(line)).join("\n");
  });
const shown = (name, on = page) => lines(card(on, name).locator(".card-text"));
const edit = async (name, on = page) => {
  await card(on, name).focus();
  await on.keyboard.press("F2");
  await field(on).waitFor();
};
const tool = (name) => page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name });

/** Selects so many letters before the caret. */
const back = async (count) => {
  for (let at = 0; at < count; at++) await page.keyboard.press("Shift+ArrowLeft");
};

test("Ctrl+B and Ctrl+I format what comes and what is selected, seen while typing", async () => {
  await field(page).waitFor();
  await type("Sees ");
  await keys("Control+b");
  await type("two posters");
  await keys("Control+b");
  await type(" nearby");
  assert.equal(await lines(field(page)), "Sees *two posters* nearby");
  await back(6);
  await keys("Control+i");
  assert.equal(await lines(field(page)), "Sees *two posters* /nearby/");
  await keys("Control+b", "Control+b", "Control+z");
  await done();
  assert.equal(await shown("Sees two"), "Sees *two posters* */nearby/*");
  await kept(page);
});

test("undo on the board takes one session of typing back, formatting and all", async () => {
  await edit("Sees two");
  await keys("Control+a", "Control+b", "Control+b");
  assert.equal(await lines(field(page)), "Sees two posters /nearby/");
  await done();
  await keys("Control+z");
  assert.match(await shown("Sees two"), /\*two posters\*/);
  await keys("Control+Shift+z");
  assert.equal(await shown("Sees two"), "Sees two posters /nearby/");
});

test("lists: by keys, by a dash, item by item, ended by an empty item and by Backspace", async () => {
  await cell(page, "Customer actions", "Comparison").focus();
  await type("Asks");
  await keys("Shift+Enter");
  await type("- a friend");
  await keys("Shift+Enter");
  await type("the shop");
  assert.equal(await lines(field(page)), "Asks\n- a friend\n- the shop");
  await keys("Shift+Enter", "Shift+Enter");
  await type("then waits");
  assert.equal(await lines(field(page)), "Asks\n- a friend\n- the shop\nthen waits");
  await keys("Control+Shift+Digit7");
  assert.equal(await lines(field(page)), "Asks\n- a friend\n- the shop\n1. then waits");
  await keys("Home", "Backspace");
  assert.equal(await lines(field(page)), "Asks\n- a friend\n- the shop\nthen waits");
  await keys("Backspace");
  assert.equal(await lines(field(page)), "Asks\n- a friend\n- the shopthen waits");
  await keys("Control+z");
  await done();
  assert.equal(await shown("Asks"), "Asks\n- a friend\n- the shop\nthen waits");
  const items = card(page, "Asks").locator("ul > li");
  assert.deepEqual(await items.allTextContents(), ["a friend", "the shop"]);
});

test("Escape takes formatting back too", async () => {
  await edit("Asks");
  await keys("Control+a", "Control+b", "Control+Shift+Digit8");
  await page.waitForTimeout(400);
  await keys("Escape");
  await field(page).waitFor({ state: "detached" });
  assert.equal(await shown("Asks"), "Asks\n- a friend\n- the shop\nthen waits");
});

test("a link by the toolbar, reached by keyboard; only https and mail; taken away again", async () => {
  await edit("Sees two");
  await keys("End");
  await back(6);
  await tool("Link").waitFor();
  await keys("Alt+F10");
  await page.waitForFunction(() => document.activeElement.closest(".rich-bar"), null, { polling: 50 });
  await keys("ArrowRight", "ArrowRight", "Enter");
  const address = page.getByRole("textbox", { name: "Address of the link" });
  await address.fill("javascript:alert(1)");
  await keys("Enter");
  await page.getByRole("alert").filter({ hasText: "https" }).waitFor();
  await address.fill("example.org/map");
  await keys("Enter");
  assert.equal(await lines(field(page)), "Sees two posters [/nearby/](https://example.org/map)");
  await done();
  const link = card(page, "Sees two").getByRole("link");
  assert.equal(await link.getAttribute("href"), "https://example.org/map");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  assert.equal(await link.getAttribute("target"), "_blank");
  // By keyboard too, from the card and from the text.
  await page.evaluate(() => {
    window.opened = [];
    window.open = (...all) => window.opened.push(all) && null;
  });
  await card(page, "Sees two").focus();
  await keys("Control+Shift+Enter");
  await edit("Sees two");
  await keys("End", "Control+Enter");
  const once = ["https://example.org/map", "_blank", "noopener,noreferrer"];
  assert.deepEqual(await page.evaluate(() => window.opened), [once, once]);
  await keys("Control+k");
  assert.equal(await address.inputValue(), "https://example.org/map");
  await button(page, "Remove link").click();
  assert.equal(await lines(field(page)), "Sees two posters /nearby/");
  await done();
});

test("the toolbar is pressed where the text is, Escape leads back, and axe finds nothing", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await edit("Sees two");
    await keys("End");
    await back(6);
    assert.equal(await tool("Italic").getAttribute("aria-pressed"), "true");
    assert.equal(await tool("Bold").getAttribute("aria-pressed"), "false");
    await accessible(page, `the toolbar of a text, ${colorScheme}`);
    await tool("Bold").click();
    assert.equal(await tool("Bold").getAttribute("aria-pressed"), "true");
    await tool("Bold").click();
    await keys("Alt+F10", "Escape");
    assert.equal(await field(page).evaluate((own) => document.activeElement === own), true);
    await done();
  }
  await page.emulateMedia({ colorScheme: null });
});

test("the toolbar is whole in the window, over the headers and beside its card, near the top, narrow and zoomed", async () => {
  const inside = async () => {
    // Drawn at once, put right before the next frame.
    await page.waitForTimeout(200);
    const over = await page.locator(".rich-over").boundingBox();
    const own = await field(page).boundingBox();
    const { width, height } = page.viewportSize();
    assert.ok(over.x >= 0 && over.y >= 0 && over.x + over.width <= width && over.y + over.height <= height, JSON.stringify(over));
    assert.ok(over.y >= own.y + own.height || over.y + over.height <= own.y, "beside the text");
    const first = page.locator(".rich-over").locator("button, input").first();
    assert.equal(await first.evaluate((own) => {
      const at = own.getBoundingClientRect();
      return own.contains(document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2));
    }), true, "nothing lies over it");
    return over;
  };
  const before = page.viewportSize();
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await page.setViewportSize({ width, height });
    for (const name of ["Sees two", "Asks"]) {
      await edit(name);
      await keys("Control+a");
      const { height: high } = await inside();
      assert.ok(high < 50);
      await keys("Control+k");
      await inside();
      await keys("Escape");
      await done();
    }
  }
  await page.setViewportSize(before);
  await page.keyboard.press("Control+-");
  await edit("Sees two");
  await keys("Control+a");
  assert.ok((await inside()).height > 32, "as large as ever");
  await done();
  await page.keyboard.press("Control+=");
});

test("outline and table show what is formatted and type it the same way", async () => {
  await page.getByRole("tab", { name: "Outline" }).click();
  const text = page.locator(".outline-text").filter({ hasText: "Asks" });
  assert.equal(await text.innerText(), "Asks\n• a friend\n• the shop\nthen waits");
  assert.equal(await page.locator(".outline-text").filter({ hasText: "Sees two" }).locator("em").innerText(), "nearby");
  await text.click();
  await field(page).waitFor();
  await keys("Control+Home");
  for (let at = 0; at < 4; at++) await keys("Shift+ArrowRight");
  await tool("Bold").click();
  assert.match(await lines(field(page)), /^\*Asks\*\n- a friend/);
  await keys("Escape");
  await field(page).waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Table" }).click();
  await page.locator("[role=gridcell][data-card]").filter({ hasText: "Asks" }).dblclick();
  await field(page).waitFor();
  await keys("Control+a");
  await tool("Bold").waitFor();
  await keys("Escape");
  await field(page).waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Board" }).click();
});

test("pasting brings words, bold, italic, links and lists, and nothing else", async () => {
  await cell(page, "Customer actions", "Purchase").focus();
  await type("x");
  const html = `<html><body><style>p{}</style><script>window.bad = 1</script>
    <b style="font-weight:normal"><p>Pays <b>at once</b> <img src=x onerror="window.bad=1"></p>
    <ol><li>by <a href="https://example.org">card</a></li><li><a href="javascript:bad()">later</a></li></ol></b>
    <span style="font-style: italic">and goes</span></body></html>`;
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "plain");
    const target = document.activeElement;
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  assert.equal(
    await lines(field(page)),
    "xPays *at once*\n1. by [card](https://example.org)\n1. later\n/and goes/",
  );
  assert.equal(await page.evaluate(() => window.bad), undefined);
  await done();
  await kept(page);
});

test("someone's formatting of the same text comes in under the caret", async () => {
  const other = await person.open();
  await other.goto(page.url());
  await card(other, "Asks").waitFor();
  await edit("Asks");
  await keys("Control+Home", "ArrowRight");
  await edit("Asks", other);
  await other.keyboard.press("Control+End");
  await other.keyboard.press("Control+a");
  await other.keyboard.press("Control+i");
  await done(other);
  await page.waitForFunction(() => document.querySelector("[data-editor] em"), null, { polling: 100 });
  await type("!");
  assert.match(await lines(field(page)), /^\/A!sks\/|^\/A\/!\/sks\//);
  await done();
  await other.close();
});

test("an input method's composition is not broken by what comes meanwhile", async () => {
  await cell(page, "Customer actions", "Use").focus();
  await keys("F2");
  await field(page).waitFor();
  const session = await page.context().newCDPSession(page);
  const compose = (text) =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await keys("Control+b");
  await compose("に");
  await compose("にほ");
  await page.waitForTimeout(300);
  assert.equal(await field(page).textContent(), "にほ");
  await session.send("Input.insertText", { text: "日本" });
  assert.equal(await lines(field(page)), "*日本*");
  await done();
  assert.equal(await shown("日本"), "*日本*");
});

test("what was formatted is there after a reload, and a plain card has nothing of it", async () => {
  await kept(page);
  await page.reload();
  // The page paints what it kept of the map first, then the map: that one has the last letter.
  await card(page, "A!sks").waitFor();
  assert.match(await shown("A!sks"), /- \/the shop\//);
  await cell(page, "Customer actions", "Help").focus();
  await type("plain");
  await done();
  assert.equal(await card(page, "plain").locator(".card-text *").count(), 0);
});
