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

/** A line of numbers that may be 0 and so have no ratio. */
const counted = (line) => ({ ...line, label: line.label.replace(" (ms)", ""), counted: true });

const LINES = [
  { label: "Over the wire, until the first board is painted (kB, brotli)", of: (site) => site.awaited, goal: "≤ 500 kB" },
  { label: "Over the wire, first load (kB, brotli)", of: (site) => site.sent, goal: "≤ 500 kB" },
  { label: "Over the wire, whole site (kB, brotli)", of: (site) => site.site, goal: "≤ 500 kB" },
  { label: "Library painted, fresh profile (ms)", of: (site) => site.library },
  { label: "Cold start to an empty board, fresh profile (ms)", of: (site) => site.cold, goal: "≤ 1.5×" },
  { label: "Cold start to a kept map of 1,000, new process (ms)", of: (site) => site.process, goal: "≤ 1.5×" },
  { label: "Warm start to the empty board (ms)", of: (site) => site.warm },
  ...each("Opening a kept map (ms)", "open", "≤ floor at 10,000"),
  ...each("Frames missed in a scroll of 2 s (ms)", "scroll", "≤ floor").map(counted),
  ...each("Frames missed in a drag of 2 s (ms)", "drag", "≤ floor").map(counted),
  ...each("Key press to paint (ms)", "paint", "≤ 1.3×"),
  ...each("Key press to paint, 95th percentile (ms)", "slow"),
  ...each("Main thread a key press (ms)", "task", "≤ 1.3×"),
  ...each("… of which script (ms)", "script"),
  ...each("… of which layout and style (ms)", "layout"),
];
const GROWTH = [
  { label: "Opening a kept map, 10,000 ÷ 1,000", key: "open", goal: "app ≤ 1.5" },
  { label: "Key press to paint, 10,000 ÷ 1,000", key: "paint", goal: "app ≤ 1.1" },
  { label: "Main thread a key press, 10,000 ÷ 1,000", key: "task", goal: "app ≤ 1.1" },
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
  const rows = LINES.map(({ label, of, goal, counted }) => {
    const values = ["floor", "app"].map((site) => rounds.map((round) => round[site] && of(round[site])));
    const beside = (round) => (counted ? values[1][round] - values[0][round] : values[1][round] / values[0][round]);
    const ratios = rounds.map((_, round) => beside(round)).filter(Number.isFinite);
    const told = counted ? more(ratios) : spread(ratios);
    return [label, ...values.map((list) => number(median(list), counted ? 0 : undefined)), both ? told : "", goal ?? ""];
  });
  for (const { label, key, goal } of GROWTH) {
    const growth = (site) => rounds.map((round) => round[site]?.["20x50x10"][key] / round[site]?.["10x20x5"][key]);
    rows.push([label, number(median(growth("floor")), 2), number(median(growth("app")), 2), "", goal]);
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

function more(differences) {
  if (!differences.length) return "";
  const signed = (count) => (count > 0 ? `+${count}` : `${count}`);
  const [low, high] = [Math.min(...differences), Math.max(...differences)];
  return `${signed(median(differences))} (${signed(low)} to ${signed(high)})`;
}

function number(value, digits) {
  if (!Number.isFinite(value)) return "–";
  return value.toFixed(digits ?? (value < 100 ? 1 : 0));
}
