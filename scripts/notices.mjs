// The licence notices of everything compiled into the app, from what cargo says about its crates.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

function metadata() {
  const args = ["metadata", "--format-version=1", "--locked", "--offline", "--features=web"];
  args.push("--filter-platform=wasm32-unknown-unknown");
  const options = { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] };
  return JSON.parse(execFileSync("cargo", args, options));
}

// Build scripts and procedural macros run on the builder's machine; nothing of them is delivered.
function shippedCrates({ packages, resolve }) {
  const byId = new Map(packages.map((each) => [each.id, each]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => byId.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const seen = new Set();
  const waiting = [resolve.root];
  while (waiting.length > 0) {
    const id = waiting.pop();
    if (seen.has(id) || isMacro(id)) continue;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      if (dependency.dep_kinds.some((kind) => kind.kind === null)) waiting.push(dependency.pkg);
    }
  }
  seen.delete(resolve.root);
  return [...seen].map((id) => byId.get(id)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function textsIn(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice|unlicense)/i.test(entry.name))
    .map((entry) => readFileSync(join(directory, entry.name), "utf8").replace(/\r\n/g, "\n").trim());
}

const permission = "Permission is hereby granted, free of charge";

// Many packages name the MIT licence and leave its text in their repository.
function plainMit() {
  const ours = readFileSync("LICENSE", "utf8");
  return ours.slice(ours.indexOf(permission)).trim();
}

// A choice of licences is taken at MIT where that is one of them: the long Apache text is then
// needed only for the crates that offer nothing shorter.
function entry(crate) {
  const { name, version, license, authors } = crate;
  const label = `${name} ${version}`;
  const texts = textsIn(dirname(crate.manifest_path));
  const offersMit = /\bMIT\b/.test(license) && !/\bAND\b/.test(license);
  const mit = texts.filter((text) => text.includes(permission));
  if (offersMit && mit.length > 0) return { label, license, texts: mit };
  if (texts.length > 0) return { label, license, texts };
  if (!offersMit) throw new Error(`${label} (${license}) comes without its licence text`);
  const holders = authors.length > 0 ? authors.join(", ") : `the ${name} authors`;
  return { label: `${label} (copyright ${holders})`, license, texts: [plainMit()] };
}

function standardLibrary() {
  const version = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1];
  return {
    label: `Rust standard library ${version} (copyright the Rust project contributors)`,
    license: "MIT OR Apache-2.0",
    texts: [plainMit()],
  };
}

// The same words differently broken into lines are the same text.
const words = (text) => text.replace(/\s+/g, " ").toLowerCase();

/** The notices as one plain text: each licence text once, under the crates it is for. */
export function notices() {
  const entries = [standardLibrary(), ...shippedCrates(metadata()).map(entry)];
  const groups = new Map();
  for (const { label, texts } of entries) {
    for (const text of texts) {
      const group = groups.get(words(text)) ?? { text, labels: [] };
      group.labels.push(label);
      groups.set(words(text), group);
    }
  }
  const list = entries.map(({ label, license }) => `${label}: ${license}`).join("\n");
  const texts = [...groups.values()].map(({ text, labels }) => `${labels.join("\n")}\n\n${text}`);
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return [`Parcours is built with the work of others.\n\n${list}`, ...texts].join(rule) + "\n";
}
