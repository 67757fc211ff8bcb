// What is shown as saved is kept: through reload, crash, a closed tab, a full or cleared storage, and
// in every tab.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, exported, field, give, grid, kept, retype, saved, words } from "./hands.mjs";

const state = (page) => page.locator("[data-save-state]");
const first = (page) => cell(page, "Customer actions", "Discovery");

let site, dir;

before(async () => {
  site = await openSite();
  dir = await mkdtemp(join(tmpdir(), "parcours-kept-"));
});

after(async () => {
  await site.stop();
  await rm(dir, { recursive: true, force: true });
});

/** A person with a new journey map, the caret out of its first cell. */
async function withMap(story, options) {
  const person = await openProfile(site, options);
  try {
    const page = await begin(person, "New journey map");
    await field(page).press("Escape");
    await story(page, person);
  } finally {
    await person.close();
  }
}

async function note(page, text, where = first(page)) {
  await where.focus();
  await page.keyboard.press("Insert");
  await field(page).pressSequentially(text);
  await page.keyboard.press("Enter");
}

test("every edit outlives a reload right after “Saved” is shown", () =>
  withMap(async (page) => {
    const edits = [
      () => note(page, "Sees an advertisement"),
      async () => {
        await card(page, "Sees an advertisement").focus();
        await page.keyboard.press("Alt+ArrowDown");
      },
      async () => {
        await card(page, "Sees an advertisement").focus();
        await page.keyboard.press("Alt+ArrowRight");
      },
      async () => {
        await grid(page).getByRole("columnheader", { name: "Purchase" }).focus();
        await page.keyboard.press("Alt+ArrowLeft");
      },
      async () => {
        await page.getByRole("gridcell", { name: /^Use, Customer/ }).focus();
        await page.keyboard.press("-");
      },
      async () => {
        await page.getByRole("textbox", { name: "Title of the map" }).fill("Kept");
      },
      async () => {
        await grid(page).getByRole("rowheader", { name: "Thoughts" }).focus();
        await page.keyboard.press("Delete");
      },
    ];
    for (const edit of edits) {
      await edit();
      await saved(page);
      const board = await words(page);
      await page.reload();
      await saved(page);
      assert.deepEqual(await words(page), board);
    }
    const board = await words(page);
    assert.equal(board.title, "Kept");
    assert.deepEqual(board.lanes[1][3], ["Sees an advertisement"]);
  }));

test("the state says “Saved” only after the storage's transaction is complete", () =>
  withMap(async (page) => {
    await page.evaluate(() => {
      // Each write is held back: complete reaches the app late, and what it shows meanwhile is noted.
      globalThis.early = [];
      const transaction = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (stores, mode, options) {
        const made = transaction.call(this, stores, mode, options);
        if (mode === "readwrite" && [stores].flat().includes("chunks")) {
          globalThis.writing = true;
          const word = () => document.querySelector("[data-save-state]").dataset.saveState;
          const watch = setInterval(() => early.push(word()), 5);
          made.addEventListener("complete", () => clearInterval(watch));
          const busy = () => {
            if (performance.now() < until) made.objectStore("chunks").count().onsuccess = busy;
          };
          const until = performance.now() + 300;
          busy();
        }
        return made;
      };
    });
    await note(page, "Slow disk");
    await kept(page);
    await page.waitForTimeout(400);
    await saved(page);
    const early = await page.evaluate(() => globalThis.early);
    assert.ok(early.length > 5);
    assert.deepEqual(new Set(early), new Set(["saving"]));
  }));

test("typing is saving from the first character on, and is kept without leaving the field", () =>
  withMap(async (page) => {
    await first(page).focus();
    await page.keyboard.press("Insert");
    await field(page).press("a");
    assert.equal(await state(page).getAttribute("data-save-state"), "saving");
    await field(page).pressSequentially("nd on it goes");
    await saved(page);
    await page.reload();
    await saved(page);
    await card(page, "and on it goes").waitFor();
  }));

test("a tab closed right after a key keeps what was typed", () =>
  withMap(async (page, person) => {
    const address = page.url();
    await first(page).focus();
    await page.keyboard.press("Insert");
    await field(page).pressSequentially("The last word");
    const other = await person.open();
    await page.close({ runBeforeUnload: false });
    await other.goto(address);
    await saved(other);
    await card(other, "The last word").waitFor();
  }));

test("a tab closed while nothing can be stored leaves its work to the next one", () =>
  withMap(async (page, person) => {
    await kept(page);
    const address = page.url();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await note(page, "Written on a full disk");
    await page.locator("[data-save-state=error]", { hasText: "Not saved" }).waitFor();
    const other = await person.open();
    await page.close({ runBeforeUnload: false });
    await other.goto(address);
    await card(other, "Written on a full disk").waitFor();
    await saved(other);
    assert.equal(await other.evaluate(() => localStorage.getItem("parcours.left")), null);
    await other.reload();
    await saved(other);
    await card(other, "Written on a full disk").waitFor();
  }));

test("a browser that is killed after “Saved” comes back with everything", async () => {
  const profile = await mkdtemp(join(tmpdir(), "parcours-killed-"));
  const person = await openProfile(site, { profile });
  const page = await begin(person, "New journey map");
  await field(page).pressSequentially("Before the crash");
  await page.keyboard.press("Enter");
  await note(page, "Just before the crash");
  await kept(page);
  const address = page.url();
  const board = await words(page);
  await kill(person);

  const again = await openProfile(site, { profile });
  const reopened = await again.context.newPage();
  await reopened.goto(address);
  await saved(reopened);
  assert.deepEqual(await words(reopened), board);
  await again.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });
});

/** Kills the whole browser, as a crash or a power cut does. */
async function kill(person) {
  const browser = await person.context.browser().newBrowserCDPSession();
  const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
  const { id } = processInfo.find((one) => one.type === "browser");
  const closed = person.context.waitForEvent("close");
  process.kill(id, "SIGKILL");
  await closed;
}

test("a full storage is said, the work stays and is exported, and saving goes on when there is room", async () => {
  const person = await openProfile(site, { serviceWorkers: "block" });
  // Little room from the start: Chromium asks for the quota only when what it last heard is used up.
  const aside = await person.open("icon.svg");
  const cdp = await person.context.newCDPSession(aside);
  const { origin } = new URL(site.url);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 100_000 });
  const page = await begin(person, "New journey map");
  await field(page).press("Escape");
  await note(page, "Still room");
  await kept(page);
  // Words that don't compress.
  const noise = Array.from({ length: 12_000 }, (_, at) => createHash("md5").update(`${at}`).digest("base64url").slice(0, 12));
  await retype(page, card(page, "Still room"), `No room for this ${noise.join(" ")}`);
  await page.locator("[data-save-state=error]", { hasText: "Not saved: the disk or this site’s storage is full" }).waitFor();
  await card(page, "No room for this").waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await note(page, "Nor for this", cell(page, "Customer actions", "Help"));
  await page.locator("[data-save-state=error]").waitFor();
  const file = await exported(page, dir);

  await cdp.send("Storage.overrideQuotaForOrigin", { origin });
  await button(page, "Try again").click();
  await saved(page);
  const board = await words(page);
  await page.reload();
  await saved(page);
  assert.deepEqual(await words(page), board);
  // A picture alone on a page makes Chromium look for a favicon.
  person.expect(/404/);
  await person.close();

  const other = await openProfile(site);
  const elsewhere = await other.open();
  await give(elsewhere, file);
  await grid(elsewhere).waitFor();
  assert.deepEqual(await words(elsewhere), board);
  await other.close();
});

test("a storage cleared while the map is open is written again from memory", () =>
  withMap(async (page, person) => {
    await note(page, "Before it was cleared");
    await kept(page);
    const cdp = await person.context.newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await cdp.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    await page.waitForTimeout(300);
    await note(page, "After it was cleared");
    await kept(page);
    const board = await words(page);
    await page.reload();
    await saved(page);
    assert.deepEqual(await words(page), board);
    await page.getByRole("link", { name: "Maps" }).click();
    await page.getByRole("link", { name: "New journey map", exact: true }).waitFor();
  }));

test("two tabs see each other's edits, typing included, and end equal", () =>
  withMap(async (page, person) => {
    await note(page, "From the first tab");
    const other = await person.context.newPage();
    await other.goto(page.url());
    await card(other, "From the first tab").waitFor();
    await note(other, "From the second tab", cell(other, "Thoughts", "Use"));
    await card(page, "From the second tab").waitFor();

    // Both type in one card at once: at its beginning and at its end.
    const [one, two] = [card(page, "From the first tab"), card(other, "From the first tab")];
    await one.focus();
    await page.keyboard.press("F2");
    await field(page).press("Home");
    await two.focus();
    await other.keyboard.press("F2");
    await field(other).press("End");
    await Promise.all([
      field(page).pressSequentially("A note: ", { delay: 60 }),
      field(other).pressSequentially(", and this", { delay: 60 }),
    ]);
    await page.keyboard.press("Enter");
    await other.keyboard.press("Enter");
    const whole = "A note: From the first tab, and this";
    await card(page, whole).waitFor();
    await card(other, whole).waitFor();
    await Promise.all([saved(page), saved(other)]);
    assert.deepEqual(await words(page), await words(other));
    await other.reload();
    await saved(other);
    assert.deepEqual(await words(other), await words(page));
    await other.close();
  }));

test("a map deleted for good in another tab is said here, and the work can still be exported", () =>
  withMap(async (page, person) => {
    await note(page, "Only here now");
    await kept(page);
    const other = await person.open();
    await button(other, "Actions for New journey map").click();
    await other.getByRole("menuitem", { name: "Move to the bin" }).click();
    await button(other, "Bin (1)").click();
    await button(other, "Delete for good").click();
    await button(other.getByRole("alertdialog"), "Delete for good").click();
    await other.getByText("New journey map", { exact: true }).first().waitFor();

    await page.locator("[data-save-state=error]", { hasText: "Not saved: this map was deleted in another tab" }).waitFor();
    await card(page, "Only here now").waitFor();
    const file = await exported(page, dir, "deleted.parcours");
    assert.ok((await readFile(file)).length > 100);
    await retype(page, card(page, "Only here now"), "And typed after");
    await page.locator("[data-save-state=error]").waitFor();
    await other.close();
  }));

test("what is done while the document is still loading is done as soon as it is there", () =>
  withMap(async (page, person) => {
    await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const lines = Array.from({ length: 1500 }, (_, line) => `Thought ${line}: where is my parcel, and who could tell me?`);
    await page.evaluate((text) => navigator.clipboard.writeText(text), `\tBefore\nThoughts\t"${lines.join("\n")}"`);
    await first(page).focus();
    await page.keyboard.press("Control+v");
    await page.getByText("Pasted: ").first().waitFor();
    await saved(page);
    // The view that is painted first is written when the map rests.
    await page.waitForTimeout(3000);
    const chrome = await person.context.newCDPSession(page);
    await chrome.send("Emulation.setCPUThrottlingRate", { rate: 8 });
    await page.reload({ waitUntil: "commit" });
    // As soon as the board stands, in the page, before the document is read.
    const during = await page.evaluate(async () => {
      const soon = async (what) => {
        for (const end = performance.now() + 20_000; performance.now() < end; await new Promise((done) => setTimeout(done))) {
          const found = what();
          if (found) return found;
        }
        throw new Error(`never: ${what}`);
      };
      const key = (key) =>
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await soon(() => performance.getEntriesByName("parcours:board").length);
      (await soon(() => document.querySelector("[role=gridcell]"))).focus();
      key("Insert");
      const editor = await soon(() => document.querySelector("[data-editor]"));
      editor.focus();
      document.execCommand("insertText", false, "While opening");
      key("Enter");
      return document.querySelector("[data-save-state]").dataset.saveState;
    });
    await chrome.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    assert.equal(during, "opening");
    await card(page, "While opening").waitFor();
    await saved(page);
    await page.reload();
    await card(page, "While opening").waitFor();
  }));

test("a kept map is read while the app starts, over its only connection; where there is no database, one is made", () =>
  withMap(async (page) => {
    const counting = () => {
      globalThis.opened = [];
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...how) {
        globalThis.opened.push(how);
        return open.apply(this, how);
      };
    };
    await note(page, "By its address");
    await kept(page);
    await page.addInitScript(counting);
    await page.reload();
    await saved(page);
    await card(page, "By its address").waitFor();
    // Without a version: asked for by early.js. The app itself names one.
    assert.deepEqual(await page.evaluate(() => globalThis.opened), [["parcours"]]);
    await note(page, "Stored over it");
    await kept(page);
    await page.reload();
    await card(page, "Stored over it").waitFor();
    const ben = await openProfile(site);
    try {
      const strange = await ben.open(new URL(page.url()).hash);
      await button(strange, "New journey map").or(button(strange, "More starts")).first().waitFor();
      await strange.close();
      const own = await begin(ben, "New journey map");
      await own.reload();
      await saved(own);
      await grid(own).waitFor();
    } finally {
      await ben.close();
    }
  }));

test("a map opened again stands at once as high as its cards were measured to be", () =>
  withMap(async (page, person) => {
    // Joined, the four take the room of one.
    await retype(page, first(page), "👨\u200d👩\u200d👧\u200d👦 ".repeat(40));
    const map = new URL(page.url()).hash;
    await page.waitForTimeout(300);
    const typed = await page.evaluate(() => document.querySelector(".board-body").style.height);
    await page.close();
    await person.context.addInitScript(() => {
      globalThis.heights = [];
      new MutationObserver(() => {
        const now = document.querySelector(".board-body")?.style.height;
        if (now && heights.at(-1) !== now) heights.push(now);
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    const opened = async () => {
      const again = await person.open(map);
      await saved(again);
      // It measures what it shows, and keeps that when it rests.
      await again.waitForTimeout(2500);
      const heights = await again.evaluate(() => globalThis.heights);
      await again.close();
      return heights;
    };
    const measured = (await opened()).at(-1);
    assert.equal(typed, measured, "as soon as it was typed");
    assert.deepEqual(await opened(), [measured], "and when the map is opened");
  }));
