// Finishes what Trunk put together: joins the style sheets, cuts the wasm in two, names the scripts of public/ by their
// content, adds the licence notices, writes into sw.js the list of files it keeps, says what goes over the wire.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { notices } from "./notices.mjs";
import { inlined } from "./wasm/inline.mjs";
import { laterFunctions } from "./wasm/later.mjs";
import { functionNames, parse } from "./wasm/module.mjs";
import { split } from "./wasm/split.mjs";

const site = process.env.TRUNK_STAGING_DIR;
if (!site) throw new Error("Trunk runs this: TRUNK_STAGING_DIR names the site being built");

const digest = (content, encoding) => createHash("sha256").update(content).digest(encoding);

function replaceOnce(path, from, to) {
  const text = readFileSync(join(site, path), "utf8");
  if (text.split(from).length !== 2) throw new Error(`${path}: expected ${from} exactly once`);
  writeFileSync(join(site, path), text.replace(from, () => to));
}

function nameByContent(name, extension) {
  const plain = `${name}.${extension}`;
  const hash = digest(readFileSync(join(site, plain)), "hex").slice(0, 16);
  const hashed = `${name}-${hash}.${extension}`;
  renameSync(join(site, plain), join(site, hashed));
  replaceOnce("index.html", `"./${plain}"`, `"./${hashed}"`);
}

function files(directory = "") {
  return readdirSync(join(site, directory), { withFileTypes: true })
    .flatMap((entry) => {
      const path = directory + entry.name;
      return entry.isDirectory() ? files(`${path}/`) : [path];
    })
    .sort();
}

// The page is kept under its directory's address, which is how it is opened.
function keptByServiceWorker() {
  const kept = {};
  for (const path of files()) {
    if (path === "sw.js" || path.endsWith(".map")) continue;
    const address = path === "index.html" ? "./" : encodeURI(path);
    kept[address] = digest(readFileSync(join(site, path)), "base64");
  }
  return kept;
}

function writeServiceWorker() {
  // What `pageOf` in sw.js takes out of the page it keeps.
  const asking = readFileSync(join(site, "index.html"), "utf8").match(/<link rel="preload" as="fetch"[^>]*>/g);
  if (asking?.length !== 1) throw new Error("index.html: sw.js expects exactly one link that preloads the wasm");
  const list = JSON.stringify(keptByServiceWorker(), null, 1);
  // The script takes part: a changed one must not share a cache with the build before.
  const build = digest(list + readFileSync(join(site, "sw.js")), "hex").slice(0, 16);
  replaceOnce("sw.js", 'const BUILD = "";', `const BUILD = "${build}";`);
  replaceOnce("sw.js", "const FILES = {};", `const FILES = ${list};`);
}

// What a first visit loads: the page and what it links to, the second half of the wasm behind the rest.
function report() {
  const page = readFileSync(join(site, "index.html"), "utf8");
  const linked = new Set([...page.matchAll(/"\.\/([^"]+)"/g)].map((match) => match[1]));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const sums = { "before the first paint": 0, "a first visit in all": 0 };
  for (const path of ["index.html", ...linked]) {
    if (/\.(png|svg|webmanifest)$/.test(path) || !existsSync(join(site, path))) continue;
    const wire = brotliCompressSync(readFileSync(join(site, path)), quality).length;
    if (!path.startsWith("later-") && !path.startsWith("worker-")) sums["before the first paint"] += wire;
    sums["a first visit in all"] += wire;
    const raw = statSync(join(site, path)).size;
    console.log(`${path.padEnd(36)} ${String(raw).padStart(9)} bytes ${String(wire).padStart(9)} brotli`);
  }
  for (const [what, sum] of Object.entries(sums)) {
    console.log(`${what.padEnd(36)} ${" ".repeat(15)} ${String(sum).padStart(9)} brotli`);
  }
}

// One style sheet in the order of the links: a page waits for each of them before it runs a script.
function joinStyles() {
  const page = readFileSync(join(site, "index.html"), "utf8");
  const links = [...page.matchAll(/<link rel="stylesheet" href="\.\/([^"]+\.css)"[^>]*>/g)];
  if (links.length === 0) throw new Error("index.html: no style sheet found");
  const style = links.map(([, name]) => readFileSync(join(site, name), "utf8")).join("");
  const joined = `style-${digest(style, "hex").slice(0, 16)}.css`;
  for (const [, name] of links) rmSync(join(site, name));
  writeFileSync(join(site, joined), style);
  for (const [link] of links) replaceOnce("index.html", link, "");
  // Asked for before early.js and used behind it: that must not wait for it.
  replaceOnce("index.html", '<link rel="modulepreload"', `<link rel="preload" as="style" href="./${joined}"><link rel="modulepreload"`);
  replaceOnce("index.html", "</head>", `<link rel="stylesheet" href="./${joined}"></head>`);
}

// In place of the one wasm file of Trunk's: what a start needs, and what comes behind the first paint. The whole one is
// left where scripts/record finds it.
function splitWasm() {
  const [whole] = files().filter((path) => path.endsWith(".wasm"));
  const wasm = readFileSync(join(site, whole));
  mkdirSync("target", { recursive: true });
  writeFileSync("target/whole.wasm", wasm);
  const module = parse(wasm);
  const names = functionNames(module);
  const isLater = laterFunctions();
  const halves = split(module, (index) => isLater(names.get(index) ?? ""));
  const { later } = halves;
  const first = inlined(halves.first, "target/first.wasm");
  for (const half of [first, later]) if (!WebAssembly.validate(half)) throw new Error(`${whole} could not be cut in two`);
  rmSync(join(site, whole));
  writeFileSync(join(site, "later.wasm"), later);
  const named = `first-${digest(first, "hex").slice(0, 16)}.wasm`;
  writeFileSync(join(site, named), first);
  const page = readFileSync(join(site, "index.html"), "utf8");
  writeFileSync(join(site, "index.html"), page.replaceAll(whole, named));
}

joinStyles();
splitWasm();
nameByContent("early", "js");
nameByContent("boot", "js");
nameByContent("worker", "js");
nameByContent("later", "wasm");
writeFileSync(join(site, "notices.txt"), notices());
writeServiceWorker();
report();
