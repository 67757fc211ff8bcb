// The longest tasks of the page's thread while a copy 10,000 changes apart is shown and taken in, and
// while a history of 50,000 changes is opened and walked: by the clock, and by the time the thread itself
// ran, which a machine busy with other things hardly changes.
//
// `node tasks.mjs [--app ../../dist] [--maps out/maps]`; `scripts/bench tasks` makes the files first.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rest, start } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    app: { type: "string", default: here("../../dist") },
    maps: { type: "string", default: here("out/maps") },
  },
});

const server = await serve({ "/app/": options.app });
const folder = await mkdtemp(join(tmpdir(), "parcours-tasks-"));
let context = await start(join(folder, "merge"));
const button = (page, name) => page.getByRole("button", { name, exact: true });

// Chromium reports tasks over 50 ms.
function watch() {
  window.tasks = [];
  const note = (list) => list.getEntries().forEach((task) => window.tasks.push(task.duration));
  new PerformanceObserver(note).observe({ type: "longtask" });
}

/** Begins to trace tasks; what it gives ends that and says how long each ran, in ms of its thread. */
async function traced(page) {
  const cdp = await context.newCDPSession(page);
  const events = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const includedCategories = ["disabled-by-default-devtools.timeline"];
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  return async () => {
    const complete = new Promise((done) => cdp.once("Tracing.tracingComplete", done));
    await cdp.send("Tracing.end");
    await complete;
    await cdp.detach();
    const thread = ({ pid, tid }) => `${pid} ${tid}`;
    const main = ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain";
    const mains = new Set(events.filter(main).map(thread));
    return events.filter((event) => event.name === "RunTask" && mains.has(thread(event))).map(({ tdur = 0 }) => tdur / 1000);
  };
}

async function during(page, what, work) {
  await rest(1500);
  const ran = await traced(page);
  // To begin to trace is a task too.
  await rest(500);
  await page.evaluate(() => (window.tasks.length = 0));
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  await rest(500);
  const tasks = (await page.evaluate(() => window.tasks)).map(Math.round).sort((a, b) => b - a);
  const longest = (await ran()).map(Math.round).sort((a, b) => b - a);
  const over = tasks.length ? `${tasks.length} over 50 ms: ${tasks.slice(0, 8).join(", ")}` : "none over 50 ms";
  console.log(`${what.padEnd(58)} ${(took / 1000).toFixed(1).padStart(5)} s   ${over}`);
  console.log(`${"  thread time of the longest".padEnd(69)}${longest.slice(0, 8).join(", ")} ms`);
}

async function give(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Import").click()]);
  await chooser.setFiles(join(options.maps, file));
}

async function library() {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${server.origin}/app/`);
  await button(page, "Import").waitFor();
  return page;
}

/** Imports a map and opens it; its document is loaded when this is done. */
async function opened(page, file) {
  const known = await page.locator('a[href*="#/map/"]').count();
  await give(page, file);
  const link = page.locator('a[href*="#/map/"]').nth(known);
  await Promise.race([link.waitFor(), page.getByRole("grid").waitFor()]);
  if (await link.isVisible()) await link.click();
  await page.getByRole("grid").waitFor();
  await page.waitForSelector("[data-save-state=saved]");
  await rest(4000);
}

try {
  const merge = await library();
  await opened(merge, "ours.parcours");
  const panel = merge.getByRole("complementary", { name: "Incoming changes" });
  await during(merge, "a copy 10,000 changes apart is read, compared and shown", async () => {
    await give(merge, "theirs.parcours");
    await button(panel, "Take all").waitFor({ timeout: 120_000 });
  });
  await during(merge, "it is taken in", async () => {
    await button(panel, "Take all").click();
    await panel.waitFor({ state: "detached", timeout: 120_000 });
  });
  await context.close();

  // The same map again, with another history: a browser of its own.
  context = await start(join(folder, "walk"));
  const walk = await library();
  await opened(walk, "history.parcours");
  const slider = walk.getByRole("complementary", { name: "History" }).getByRole("slider", { name: "Moment" });
  await during(walk, "a history of 50,000 changes is opened", async () => {
    await button(walk, "More").click();
    await walk.getByRole("menuitem", { name: "History", exact: true }).click();
    await slider.waitFor({ timeout: 120_000 });
    await walk.waitForFunction(() => Number(document.querySelector(".slider").max) > 100, null, { polling: 100, timeout: 120_000 });
  });
  await during(walk, "the slider is dragged through it, 40 moves", async () => {
    const box = await slider.boundingBox();
    const at = (part) => [box.x + box.width * part, box.y + box.height / 2];
    await walk.mouse.move(...at(0.98));
    await walk.mouse.down();
    for (let move = 0; move < 40; move++) {
      await walk.mouse.move(...at(0.98 - 0.023 * move));
      await rest(40);
    }
    await walk.mouse.up();
    await rest(1500);
  });
} finally {
  await context.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}
