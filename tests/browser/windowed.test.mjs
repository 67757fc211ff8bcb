// Maps of ten thousand cards: the page holds only what is seen, opens with what is in sight, and nothing jumps or loses
// the focus.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openProfile, openSite } from "./harness.mjs";
import { button, card, field, give, grid, press, saved } from "./hands.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

let site, person, dir;

before(async () => {
  site = await openSite();
  person = await openProfile(site);
  dir = await mkdtemp(join(tmpdir(), "parcours-large-"));
});

after(async () => {
  await person.close();
  await site.stop();
  await rm(dir, { recursive: true });
});

/** A page showing a bench map of so many lanes, steps, and cards in each cell. */
const large = (...shape) => largeFor(person, shape);

async function largeFor(person, shape) {
  const file = join(dir, `${shape.join("x")}.parcours`);
  const cargo = ["run", "--quiet", "--no-default-features", "--example", "bench_map", "--", ...shape, file];
  await run("cargo", cargo.map(String), { cwd: root });
  const page = await person.open();
  await give(page, file);
  // So many operations want a second yes, the first time.
  const yes = button(page, "Import anyway");
  await yes.or(grid(page)).first().waitFor({ timeout: 60_000 });
  if (await yes.isVisible()) await yes.click();
  await grid(page).waitFor({ timeout: 60_000 });
  await saved(page);
  await page.getByRole("complementary", { name: "Import" }).getByRole("button", { name: "Close" }).click();
  return page;
}

const mounted = (page) => page.locator("[data-card]").count();
const scroll = (page, left, top) =>
  grid(page).evaluate((board, [left, top]) => board.scrollTo(left, top), [left, top]);

/** Waits until no row, column or card comes or goes for a while. */
async function still(page) {
  await page.evaluate(
    () =>
      new Promise((done) => {
        let timer = setTimeout(done, 300);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 300);
        }).observe(document.querySelector("[role=grid]"), { childList: true, subtree: true });
      }),
  );
}

test("20 lanes × 50 steps × 10 cards: bounded, complete, and reached to the last card", async () => {
  const page = await large(20, 50, 10);
  assert.ok((await mounted(page)) < 600, `${await mounted(page)} cards mounted`);
  assert.equal(await grid(page).getAttribute("aria-colcount"), "51");
  await scroll(page, 1e6, 1e6);
  await still(page);
  assert.ok((await mounted(page)) < 600, `${await mounted(page)} cards mounted`);
  const last = await grid(page).evaluate((board) => {
    const rows = [...board.querySelectorAll("[role=row]")];
    const row = rows.sort((a, b) => a.getAttribute("aria-rowindex") - b.getAttribute("aria-rowindex")).at(-1);
    const cells = [...row.querySelectorAll("[role=gridcell]")];
    const cell = cells.sort((a, b) => a.getAttribute("aria-colindex") - b.getAttribute("aria-colindex")).at(-1);
    const card = [...cell.querySelectorAll("[role=listitem]")].at(-1);
    const [inner, outer] = [card.getBoundingClientRect(), board.getBoundingClientRect()];
    return {
      place: [row.getAttribute("aria-rowindex"), cell.getAttribute("aria-colindex"), card.getAttribute("aria-posinset"), card.getAttribute("aria-setsize")],
      seen: inner.bottom <= outer.bottom && inner.right <= outer.right + 1,
    };
  });
  assert.deepEqual(last.place, [await grid(page).getAttribute("aria-rowcount"), "51", "10", "10"]);
  assert.ok(last.seen);
  // The keys lead there too, and back.
  await page.keyboard.press("Control+Home");
  await still(page);
  await page.keyboard.press("Control+End");
  await still(page);
  assert.equal(await page.locator(":focus").getAttribute("aria-posinset"), "10");
  await page.close();
});

test("far from the chosen place rows and cells stand in their order, and stay in place while one scrolls", async () => {
  const page = await large(20, 50, 10);
  await scroll(page, 2000, 1500);
  await still(page);
  const order = () =>
    grid(page).evaluate((board) => {
      const of = (all, name) => [...all].map((element) => Number(element.getAttribute(name)));
      const rows = [...board.querySelectorAll("[role=row]")];
      const cells = rows.map((row) => of(row.querySelectorAll("[role=gridcell]"), "aria-colindex"));
      return { rows: of(rows, "aria-rowindex").filter(Boolean), cells: cells.filter((row) => row.length > 0) };
    });
  const sorted = (all) => all.toSorted((a, b) => a - b);
  const { rows, cells } = await order();
  assert.ok(rows.length > 2 && cells[0].length > 2 && cells[0][0] === 2 && cells[0][1] > 4, `the chosen column is kept: ${cells[0]}`);
  assert.deepEqual(rows, sorted(rows));
  for (const row of cells) assert.deepEqual(row, sorted(row));
  await page.evaluate(() => {
    window.moved = 0;
    new MutationObserver((all) => {
      const gone = new Set(all.flatMap(({ removedNodes }) => [...removedNodes]));
      window.moved += all.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => gone.has(node)).length;
    }).observe(document.querySelector("[role=grid]"), { childList: true, subtree: true });
  });
  for (const [left, top] of [[2400, 1500], [2400, 1900], [300, 200], [0, 0]]) {
    await scroll(page, left, top);
    await still(page);
  }
  assert.equal(await page.evaluate(() => window.moved), 0);
  await page.close();
});

test("4 lanes × 10 steps × 250 cards: cells are windowed inside, and idle screens don't move", async () => {
  const page = await large(4, 10, 250);
  assert.ok((await mounted(page)) < 600, `${await mounted(page)} cards mounted`);
  const height = await grid(page).evaluate((board) => board.scrollHeight);
  for (const part of [0.13, 0.5, 0.86, 0.4]) {
    await scroll(page, 0, height * part);
    await page.waitForTimeout(60);
    // A card in the middle of the screen: while estimates around it are mended it stays where it is.
    const watch = await grid(page).evaluateHandle((board) => {
      const box = board.getBoundingClientRect();
      return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2).closest("[data-card], .cell");
    });
    const top = () => watch.evaluate((one) => [one.isConnected, one.getBoundingClientRect().top]);
    const [, before] = await top();
    await still(page);
    const [there, now] = await top();
    assert.ok(there);
    assert.ok(Math.abs(now - before) <= 2, `moved by ${now - before} px at ${part}`);
    assert.ok((await mounted(page)) < 600, `${await mounted(page)} cards mounted`);
  }
  await scroll(page, 0, 1e9);
  await still(page);
  assert.ok(await grid(page).locator("[aria-posinset='250'][aria-setsize='250']").count());
  await page.close();
});

test("a card being typed into stays while it is scrolled out of sight, and typing goes on", async () => {
  const page = await large(4, 10, 250);
  const target = grid(page).getByRole("listitem").nth(4);
  await target.dblclick();
  await field(page).fill("typed ");
  const tall = await grid(page).evaluate((board) => board.scrollHeight);
  for (const top of [600, 3000, tall / 2, tall, 2000, 0]) {
    await scroll(page, top ? 900 : 0, top);
    await page.waitForTimeout(120);
    await page.keyboard.type("on ", { delay: 5 });
    assert.equal(await field(page).count(), 1, `the editor is gone at ${top}`);
    if (top > 600) await scroll(page, 900, top);
  }
  await page.keyboard.press("Enter");
  await grid(page).getByRole("listitem", { name: "typed on on on on on on" }).waitFor();
  // The same for a focus without an editor.
  for (const top of [3000, tall / 2, tall, 0]) {
    await scroll(page, 0, top);
    await still(page);
    assert.match(await page.locator(":focus").getAttribute("aria-label"), /^typed on/);
  }
  await page.close();
});

/** Takes out of the storage what is read second of this map: all its values; `true` if they were there. */
const withoutTheWhole = (page, slot) =>
  page.evaluate(
    (slot) =>
      new Promise((done, fail) => {
        const opened = indexedDB.open("parcours");
        opened.onerror = fail;
        opened.onsuccess = () => {
          const transaction = opened.result.transaction("views", "readwrite");
          const views = transaction.objectStore("views");
          const both = [slot, [slot, "whole"]].map((key) => views.getKey(key));
          views.delete([slot, "whole"]);
          transaction.oncomplete = () => {
            opened.result.close();
            done(both.every((row) => row.result !== undefined));
          };
        };
      }),
    slot,
  );

test("a large map opens with what is in sight; the rest follows, before its document is there", async () => {
  const own = await openProfile(site, { serviceWorkers: "block" });
  const large = await largeFor(own, [12, 40, 5]);
  const address = new URL(large.url()).hash;
  // What is painted first is kept when the map rests.
  await large.waitForTimeout(3000);
  await large.close();
  const held = [];
  await own.context.route("**/later-*.wasm", (route) => void held.push(route));
  const at = (row, column) => (page) =>
    grid(page).locator(`[role=row][aria-rowindex='${row}'] [role=gridcell][aria-colindex='${column}']`);
  const near = at(3, 2);
  const far = (page) => at(14, 41)(page).locator("[data-card]");

  // Without the document, and without a key pressed: the far corner is there.
  const seen = await own.open(address);
  await grid(seen).locator("[data-card]").first().waitFor();
  await scroll(seen, 1e6, 1e6);
  await far(seen).last().waitFor();
  assert.equal(await far(seen).count(), 5);
  assert.equal(held.length > 0, true, "the document is not");

  // What is in sight comes by itself: the rest is out of the storage here.
  assert.ok(await withoutTheWhole(seen, address.split("/").at(-1)));
  await seen.close();
  held.length = 0;
  const page = await own.open(address);
  await grid(page).locator("[data-card]").first().waitFor();
  const height = await grid(page).evaluate((board) => board.scrollHeight);
  assert.equal(await near(page).locator("[data-card]").count(), 5);
  await near(page).focus();
  await press(page, "Insert");
  await field(page).waitFor();
  await page.keyboard.type("Looks around");
  await press(page, "Enter", "Escape");
  await scroll(page, 1e6, 1e6);
  await page.waitForTimeout(500);
  assert.equal(await far(page).count(), 0);
  await Promise.all(held.splice(0).map((route) => route.continue()));
  await far(page).last().waitFor();
  await saved(page);
  assert.equal(await far(page).count(), 5);
  assert.ok(Math.abs((await grid(page).evaluate((board) => board.scrollHeight)) - height) < 200, "as high as it was");
  await scroll(page, 0, 0);
  await card(page, "Looks around").waitFor();
  await own.close();
});

/** Runs in a page before its scripts: what is kept of all of a map is read, and told only once `release` is called. */
function withholdTheWhole() {
  const held = [];
  window.release = () => held.splice(0).forEach((tell) => tell());
  const get = IDBObjectStore.prototype.get;
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key);
    if (this.name !== "views" || !Array.isArray(key)) return request;
    Object.defineProperty(request, "onsuccess", {
      set(tell) {
        if (tell) request.addEventListener("success", (event) => held.push(() => tell.call(request, event)));
      },
    });
    return request;
  };
}

test("while a large map is there in part, what is about more of it is refused and done by no half", async () => {
  const own = await openProfile(site, { serviceWorkers: "block" });
  const large = await largeFor(own, [12, 40, 5]);
  const address = new URL(large.url()).hash;
  await large.waitForTimeout(3000);
  const rows = Number(await grid(large).getAttribute("aria-rowcount"));
  await large.close();
  await own.context.addInitScript(withholdTheWhole);
  const height = (page) => grid(page).evaluate((board) => board.scrollHeight);
  const far = (page) =>
    grid(page).locator("[role=row][aria-rowindex='4'] [role=gridcell][aria-colindex='41'] [data-card]");

  // A narrower window lays the board out anew: with what is not there yet it has its height again.
  const narrower = await own.open(address);
  await grid(narrower).locator("[data-card]").first().waitFor();
  const whole = await height(narrower);
  await narrower.setViewportSize({ width: 1100, height: 900 });
  await narrower.waitForFunction((whole) => document.querySelector("[role=grid]").scrollHeight < whole - 200, whole);
  await narrower.evaluate(() => window.release());
  await narrower.waitForFunction((whole) => document.querySelector("[role=grid]").scrollHeight > whole - 200, whole);
  await narrower.close();

  const page = await own.open(address);
  await grid(page).locator("[data-card]").first().waitFor();
  // What is about more than is in sight is refused, and says so: nothing is done by halves, nothing later.
  const opening = page.getByText("The map is still being opened: do that again in a moment.");
  const refused = async (what) => {
    await opening.waitFor();
    await button(page, "Dismiss").click();
    await opening.waitFor({ state: "detached" });
    assert.equal(Number(await grid(page).getAttribute("aria-rowcount")), rows, what);
  };
  const lane = grid(page).locator("[role=row][aria-rowindex='3'] [role=rowheader]");
  await lane.focus();
  await press(page, "Control+d");
  await refused("a lane once more");
  const shown = await grid(page).locator("[data-card]").count();
  const first = grid(page).locator("[role=row][aria-rowindex='3'] [role=gridcell][aria-colindex='2'] [data-card]").first();
  await first.focus();
  await press(page, "Control+a");
  await refused("all of it chosen");
  await press(page, "Delete");
  await press(page, "Control+p");
  await refused("printed");
  assert.equal(await page.getByRole("dialog").count(), 0, "no paper is asked for");
  await first.focus();
  await press(page, "Control+c");
  await refused("copied");
  await press(page, "ArrowDown");
  await page.evaluate(() => window.release());
  await page.waitForTimeout(300);
  assert.equal(await grid(page).locator("[data-card]").count() >= shown, true, "nothing is deleted later");

  // With all of it there it is done: a lane made once more has the cards that were not there.
  await lane.focus();
  await press(page, "Control+d");
  await page.waitForFunction((rows) => document.querySelector("[role=grid]").ariaRowCount === String(rows), rows + 1);
  await saved(page);
  const filled = await height(page);
  assert.ok(filled > whole, `${filled} px after ${whole} with a lane less`);
  await scroll(page, 1e6, 0);
  await far(page).last().waitFor();
  assert.equal(await far(page).count(), 5);

  // And it is so when it is opened again.
  await page.waitForTimeout(3000);
  await page.close();
  const again = await own.open(address);
  await grid(again).locator("[data-card]").first().waitFor();
  assert.ok(Math.abs((await height(again)) - filled) < 200, "as high as it was");
  await again.evaluate(() => window.release());
  await own.close();
});
