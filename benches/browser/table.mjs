// Medians, ratios and the Markdown table.

import { cpus } from "node:os";
import { SHAPES } from "./sites.mjs";

/** The middle of `values`, or the mean of the two in the middle; `undefined` when there are none. */
export function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 || !sorted.length ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const each = (label, key, goal) =>
  Object.entries(SHAPES).map(([shape, size]) => ({ label: label.replace(" (ms)", `, ${size} (ms)`), of: (site) => site[shape]?.[key], goal }));

const LINES = [
  { label: "Over the wire, first load (kB, brotli)", of: (site) => site.sent, goal: "≤ 500 kB" },
  { label: "Over the wire, whole site (kB, brotli)", of: (site) => site.site, goal: "≤ 500 kB" },
  { label: "Library painted, fresh profile (ms)", of: (site) => site.library },
  { label: "Cold start to an empty board, fresh profile (ms)", of: (site) => site.cold, goal: "≤ 1.5×" },
  { label: "Cold start to a kept map of 1,000, new process (ms)", of: (site) => site.process, goal: "≤ 1.5×" },
  { label: "Warm start to the empty board (ms)", of: (site) => site.warm },
  ...each("Opening a kept map (ms)", "open"),
  ...each("Key press to paint (ms)", "paint", "≤ 1.3×"),
  ...each("Key press to paint, 95th percentile (ms)", "slow"),
  ...each("Main thread a key press (ms)", "task", "≤ 1.3×"),
  ...each("… of which script (ms)", "script"),
  ...each("… of which layout and style (ms)", "layout"),
];
const GROWTH = [
  { label: "Key press to paint, 10,000 ÷ 1,000", key: "paint" },
  { label: "Main thread a key press, 10,000 ÷ 1,000", key: "task" },
];

/**
 * The table of `rounds` (each: readings by site). Values are medians over the rounds; a ratio is the median of
 * the rounds' own ratios, with the least and the greatest, since the two sites of one round ran side by side.
 */
export function table(rounds, date) {
  const sites = Object.keys(rounds[0]);
  const both = sites.includes("app");
  const day = date.toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "processor"}`;
  const rows = LINES.map(({ label, of, goal }) => {
    const values = ["floor", "app"].map((site) => rounds.map((round) => round[site] && of(round[site])));
    const ratios = rounds.map((_, round) => values[1][round] / values[0][round]).filter(Number.isFinite);
    return [label, ...values.map((list) => number(median(list))), both ? spread(ratios) : "", goal ?? ""];
  });
  for (const { label, key } of GROWTH) {
    const growth = (site) => rounds.map((round) => round[site]?.["20x50x10"][key] / round[site]?.["10x20x5"][key]);
    rows.push([label, number(median(growth("floor")), 2), number(median(growth("app")), 2), "", "app ≤ 1.1"]);
  }
  return [
    `Measured ${day} in Chromium on ${machine}: medians of ${rounds.length} interleaved rounds; ratio with its range.`,
    "",
    "| | floor | app | ratio | goal |",
    "|---|--:|--:|--:|--:|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n");
}

function spread(ratios) {
  if (!ratios.length) return "";
  const [low, middle, high] = [Math.min(...ratios), median(ratios), Math.max(...ratios)];
  return `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function number(value, digits) {
  if (!Number.isFinite(value)) return "–";
  return value.toFixed(digits ?? (value < 100 ? 1 : 0));
}
