// Measures the app beside the floor in one interleaved run and writes the table to `last.md`.
//
// `node bench.mjs [--rounds 7] [--app ../../dist] [--maps out/maps] [--skip rows]`; without a built app the
// floor is measured alone.

import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { start } from "./chromium.mjs";
import { move } from "./moving.mjs";
import { serve } from "./serve.mjs";
import { SHAPES, app, floor, open, settled } from "./sites.mjs";
import { table } from "./table.mjs";
import { typeIn } from "./typing.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    app: { type: "string", default: here("../../dist") },
    maps: { type: "string", default: here("out/maps") },
    skip: { type: "string" },
  },
});
const built = existsSync(join(options.app, "index.html"));
if (!built) console.error(`no app in ${options.app}: the floor alone`);

const server = await serve({ "/floor/": here("floor"), ...(built && { "/app/": options.app }) });
const maps = Object.fromEntries(Object.keys(SHAPES).map((shape) => [shape, join(options.maps, `${shape}.parcours`)]));
const sites = [floor(server.origin, options.skip), ...(built ? [app(server.origin, maps)] : [])];
const folder = await mkdtemp(join(tmpdir(), "parcours-bench-"));
const rounds = [];
try {
  for (const site of sites) await prepare(site);
  for (let round = 0; round < Number(options.rounds); round++) {
    const readings = {};
    for (const site of sites) {
      console.error(`round ${round + 1}: ${site.name}`);
      readings[site.name] = { ...(await firstVisit(site)), ...(await keptMaps(site)) };
    }
    rounds.push(readings);
  }
} finally {
  server.close();
  await rm(folder, { recursive: true, force: true });
}
const text = table(rounds, new Date());
await mkdir(here("out"), { recursive: true });
await writeFile(here("out/last.json"), JSON.stringify(rounds, null, 1));
await writeFile(here("last.md"), text);
console.log(text);

// A profile that holds the three bench maps, each opened twice so that caches are warm.
async function prepare(site) {
  const context = await start(join(folder, site.name));
  await site.prepare(context);
  for (const shape of [...Object.keys(SHAPES), ...Object.keys(SHAPES)]) {
    const { page } = await open(context, site.kept(shape), site.plan);
    await settled(page);
    if (await page.evaluate(() => performance.getEntriesByName("parcours:board").length > 0)) {
      site.plan.mark = site.first.plan.mark = "parcours:board";
    }
    await page.close();
  }
  await context.close();
}

// A fresh profile: the first visit, then the same empty board again (the third visit is read, since the
// second fills the browser's code cache).
async function firstVisit(site) {
  const profile = join(folder, "fresh");
  const context = await start(profile);
  server.taken();
  const cold = await open(context, site.first.url, site.first.plan);
  const awaited = await fetched(cold);
  await settled(cold.page);
  const sent = server.taken().filter(({ path }) => path.startsWith(site.prefix));
  const again = cold.page.url();
  await cold.page.close();
  const { first, ...plan } = site.first.plan;
  const second = await open(context, again, plan);
  await settled(second.page);
  await second.page.close();
  const warm = await open(context, again, plan);
  await context.close();
  await rm(profile, { recursive: true, force: true });
  return {
    awaited: total(server.sizes(site.prefix).filter(({ path }) => awaited.has(path))) / 1000,
    sent: total(sent) / 1000,
    site: total(server.sizes(site.prefix)) / 1000,
    library: first && cold.first,
    cold: cold.board,
    warm: warm.board,
  };
}

// What the page had fetched whole when its board was painted, itself included.
async function fetched({ page, board }) {
  const addresses = await page.evaluate((painted) => {
    const resources = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= painted);
    return [location.href, ...resources.map(({ name }) => name)];
  }, board);
  return new Set(addresses.map((address) => new URL(address).pathname.replace(/\/$/, "/index.html")));
}

// A copy of the prepared profile in a new process: the map of 1,000, then each map opened and typed in.
async function keptMaps(site) {
  const profile = join(folder, "kept");
  await cp(join(folder, site.name), profile, { recursive: true });
  const context = await start(profile);
  const process = await open(context, site.kept("10x20x5"), site.plan);
  await settled(process.page);
  await process.page.close();
  const readings = { process: process.board };
  for (const shape of Object.keys(SHAPES)) {
    const { page, board } = await open(context, site.kept(shape), site.plan);
    await settled(page);
    readings[shape] = { open: board, ...(await move(page)), ...(await typeIn(page)) };
    await page.close();
  }
  await context.close();
  await rm(profile, { recursive: true, force: true });
  return readings;
}

function total(files) {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
