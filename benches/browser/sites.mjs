// The two sites that are compared, and how each is driven to the same point.

import { rest } from "./chromium.mjs";
import { probe } from "./probe.mjs";

/** Shapes as lanes x steps x cards a cell, with the names of the table's lines. */
export const SHAPES = { "10x20x5": "1,000", "20x50x10": "10,000", "4x10x250": "10,000 in 4 × 10" };

const EMPTY = "[role=grid] [role=gridcell]";
const CARDS = "[role=grid] [data-card]";

/** The floor: a map is a fragment, made on the first visit. `skipped` overrides its choice. */
export function floor(origin, skipped) {
  const kept = (shape) => `${origin}/floor/#${shape}${skipped ? `/${skipped}` : ""}`;
  const mark = "parcours:board";
  return {
    name: "floor",
    prefix: "/floor/",
    first: { url: `${origin}/floor/`, plan: { board: EMPTY, mark } },
    kept,
    plan: { board: CARDS, mark },
    prepare: async () => {},
  };
}

/** The app: `maps` are the files of the bench maps by shape, taken in on the library page. */
export function app(origin, maps) {
  const slots = {};
  const site = {
    name: "app",
    prefix: "/app/",
    first: { url: `${origin}/app/`, plan: { board: EMPTY, first: "New journey map" } },
    kept: (shape) => `${origin}/app/${slots[shape]}`,
    plan: { board: CARDS },
    prepare: async (context) => {
      for (const shape of Object.keys(SHAPES)) slots[shape] = await takeIn(context, `${origin}/app/`, maps[shape]);
    },
  };
  return site;
}

/** Imports `file` on the library page; gives the fragment of its map. */
async function takeIn(context, library, file) {
  const page = await context.newPage();
  await page.goto(library);
  const input = page.locator("input[type=file]").first();
  await input.waitFor({ state: "attached" });
  await rest(500);
  const here = () => [...document.querySelectorAll('a[href*="#/map/"]')].map((link) => link.hash);
  const before = await page.evaluate(here);
  await input.setInputFiles(file);
  const found = await page.waitForFunction(
    (known) => {
      // A large file needs a second yes.
      const buttons = [...document.querySelectorAll(".notice button")];
      buttons.find((button) => button.getAttribute("aria-label") === "Import anyway")?.click();
      if (location.hash.startsWith("#/map/")) return location.hash;
      const links = [...document.querySelectorAll('a[href*="#/map/"]')].map((link) => link.hash);
      return links.find((hash) => !known.includes(hash));
    },
    before,
    { polling: 250, timeout: 120_000 },
  );
  const slot = await found.jsonValue();
  await rest(1000);
  await page.close();
  return slot;
}

/** Opens `url` in a new page and waits for its board: gives the page and the probe's readings. */
export async function open(context, url, plan) {
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(probe, plan);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => window.probe?.board, null, { polling: 100, timeout: 60_000 }).catch((late) => {
    throw new Error(`no board at ${url}: ${late.message} ${errors.join("; ")}`);
  });
  const readings = await page.evaluate(() => window.probe);
  return { page, ...readings };
}

/** Waits until all is saved and a service worker that is being installed is active. */
export async function settled(page) {
  await rest(1500);
  await page.waitForSelector("[data-save-state=saved]", { state: "attached" });
  const active = async () => (await navigator.serviceWorker.getRegistrations()).every((one) => one.active?.state === "activated");
  const deadline = performance.now() + 20_000;
  while (!(await page.evaluate(active))) {
    if (performance.now() > deadline) throw new Error("the service worker did not become active");
    await rest(200);
  }
  await rest(500);
}
