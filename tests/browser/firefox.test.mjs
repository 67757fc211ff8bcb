// The main story in Firefox (Debian's firefox-esr, driven over WebDriver BiDi): two people, two
// profiles, one map handed over, edited apart, merged back, kept over a reload.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import puppeteer from "puppeteer-core";
import { openSite } from "./harness.mjs";

let site, home, anna, ben;

async function person(name) {
  const downloads = join(home, name, "downloads");
  const profile = join(home, name, "profile");
  await mkdir(downloads, { recursive: true });
  await mkdir(profile);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    // By the window: not every Firefox knows all that setting a viewport asks of it.
    defaultViewport: null,
    args: ["--width=1440", "--height=1000"],
    userDataDir: profile,
    extraPrefsFirefox: {
      "intl.accept_languages": "en-US",
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.always_ask_before_handling_new_types": false,
      "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
    },
  });
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(site.url);
  return { browser, page, downloads, errors };
}

const press = async (page, name) => {
  const found = await page.waitForSelector(`aria/${name}[role="button"]`, { timeout: 30_000 });
  await found.click();
};

const saved = (page) => page.waitForSelector('[data-save-state="saved"]', { timeout: 30_000 });

/** What the cards in view say, cell by cell. */
const board = (page) =>
  page.$$eval("[role=gridcell]", (cells) =>
    cells.map((cell) => [...cell.querySelectorAll("[data-card]")].map((card) => card.innerText)),
  );

async function until(ask, wanted) {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await ask();
    if (wanted(found)) return found;
    assert.ok(Date.now() < end, `still ${JSON.stringify(found)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function exported({ page, downloads }) {
  const before = new Set(await readdir(downloads));
  await press(page, "Export");
  const whole = (names) => names.length > 0 && !names.some((name) => name.endsWith(".part"));
  const fresh = async () => {
    const asked = await page.$('aria/Map file[role="button"]');
    await asked?.click().catch(() => {});
    return (await readdir(downloads)).filter((name) => !before.has(name));
  };
  const [name] = await until(fresh, whole);
  return join(downloads, name);
}

async function give({ page }, file) {
  const field = await page.waitForSelector("input[type=file]");
  await field.uploadFile(file);
}

/** Types at the end of the first card. */
async function append(page, text) {
  await page.focus("[data-card]");
  await page.keyboard.press("F2");
  await page.waitForSelector("[data-editor]");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await saved(page);
}

before(async () => {
  site = await openSite();
  home = await mkdtemp(join(tmpdir(), "parcours-firefox-"));
  [anna, ben] = [await person("anna"), await person("ben")];
});

after(async () => {
  await anna?.browser.close();
  await ben?.browser.close();
  await site.stop();
  await rm(home, { recursive: true, force: true });
});

test("in Firefox a copy goes out, both type in the same card, and both boards end equal", async () => {
  await press(anna.page, "Example: a journey map");
  await anna.page.waitForSelector("[data-card]");
  await saved(anna.page);
  await give(ben, await exported(anna));
  await ben.page.waitForSelector("[data-card]");
  await saved(ben.page);

  await append(anna.page, ", says Anna");
  await append(ben.page, ", says Ben");
  await give(ben, await exported(anna));
  await press(ben.page, "Take all");
  const both = (text) => text.includes("says Anna") && text.includes("says Ben");
  const first = (page) => () => page.$eval("[data-card]", (card) => card.innerText);
  await until(first(ben.page), both);
  await saved(ben.page);
  await give(anna, await exported(ben));
  await press(anna.page, "Take all");
  await until(first(anna.page), both);
  await saved(anna.page);
  // What came in is told in a panel, which takes room from the board: the last of both to open it is waited for.
  const boards = async () => [await board(anna.page), await board(ben.page)];
  await until(boards, ([one, other]) => one.flat().length > 10 && isDeepStrictEqual(one, other));

  await anna.page.reload();
  await anna.page.waitForSelector("[data-card]");
  await until(first(anna.page), both);
});

test("in Firefox a new map takes the first key, and undo takes it back", async () => {
  const { page } = ben;
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await press(page, "New journey map");
  await page.waitForSelector("[data-editor]");
  await page.keyboard.type("Typed in Firefox");
  await page.keyboard.press("Enter");
  await saved(page);
  const cards = () => page.$$eval("[data-card]", (all) => all.map((card) => card.innerText));
  assert.deepEqual(await cards(), ["Typed in Firefox"]);
  await press(page, "Undo");
  await until(cards, (all) => all.length === 0);
  assert.deepEqual([...anna.errors, ...ben.errors], []);
});
