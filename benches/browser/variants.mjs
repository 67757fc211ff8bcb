// What was tried for the floor: the same boxes with content-visibility on nothing (loose: nor containment of
// the scroller), rows, cells, cards, or rows and cells (nested). The cheapest a key press is the floor;
// `floor.js` has it as its default. `node variants.mjs [rounds] [variants] [shapes]`.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "./chromium.mjs";
import { probe } from "./probe.mjs";
import { serve } from "./serve.mjs";
import { SHAPES as MAPS } from "./sites.mjs";
import { median } from "./table.mjs";
import { typeIn } from "./typing.mjs";

const SHAPES = process.argv[4]?.split(",") ?? ["1x1x1", ...Object.keys(MAPS)];
const SKIPPED = (process.argv[3] ?? "none,rows,cells,nested,cards").split(",");
const ROUNDS = Number(process.argv[2] ?? 3);

const server = await serve({ "/floor/": new URL("floor", import.meta.url).pathname });
const folder = await mkdtemp(join(tmpdir(), "floor-"));
const context = await start(folder);
await context.addInitScript(probe, { board: "[role=grid] [data-card]", mark: "parcours:board" });
const found = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const shape of SHAPES) {
    for (const skipped of SKIPPED) {
      const page = await context.newPage();
      await page.goto(`${server.origin}/floor/#${shape}/${skipped}`);
      await page.waitForFunction(() => window.probe.board);
      const board = await page.evaluate(() => window.probe.board);
      const { paint, task, script, layout } = await typeIn(page);
      (found[`${shape} ${skipped}`] ??= []).push({ board, paint, task, script, layout });
      await page.close();
    }
  }
}
console.log("| shape, skipped | open ms | key → paint ms | main thread ms a key | script | layout |");
console.log("|---|--:|--:|--:|--:|--:|");
for (const [name, runs] of Object.entries(found)) {
  const of = (key) => median(runs.map((run) => run[key])).toFixed(1);
  console.log(`| ${name} | ${of("board")} | ${of("paint")} | ${of("task")} | ${of("script")} | ${of("layout")} |`);
}
await context.close();
server.close();
await rm(folder, { recursive: true, force: true });
