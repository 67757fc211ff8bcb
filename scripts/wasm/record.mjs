// Writes later.txt: runs starts in Chromium, the second half of the wasm held back, and notes which functions they run.
//
//   node record.mjs <built site> <whole wasm> <maps…>
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProfile, openSite } from "../../tests/browser/harness.mjs";
import { file } from "./bytes.mjs";
import { instrument } from "./instrument.mjs";
import { shortestPaths } from "./later.mjs";
import { functionNames, parse } from "./module.mjs";

const [dist, whole, ...maps] = process.argv.slice(2);
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const ran = new Set();

// The site with every function watched, in one piece.
async function watched() {
  const dir = await mkdtemp(join(tmpdir(), "parcours-watched-"));
  await cp(dist, dir, { recursive: true });
  const half = async (which) => join(dir, (await readdir(dir)).find((name) => name.startsWith(which)));
  await writeFile(await half("first-"), instrument(await readFile(whole)));
  await writeFile(await half("later-"), file([]));
  return dir;
}

// What ran in this page, which then is closed.
async function note(page) {
  await rest(800);
  const places = await page.evaluate(async () => {
    const { default: started, stop } = await import(document.querySelector("script[data-script]").dataset.script);
    const exports = await started();
    // A page that is being closed can't ask for anything any more.
    for (const event of ["blur", "focus", "beforeunload", "pagehide"]) dispatchEvent(new Event(event));
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((done) => setTimeout(done, 100));
    stop();
    return Object.keys(exports).filter((name) => name.startsWith("ran ") && exports[name].value).map((name) => Number(name.slice(4)));
  });
  for (const place of places) ran.add(place);
  await page.close();
}

// What is clicked: two new maps, the menu of more starts with its examples, the yes to a large file.
const words = {
  "en-US": ["New journey map", "New experience map", "More starts", "Example: a journey map", "Example: an experience map", "Import anyway"],
  "fr-FR": [
    "Nouvelle carte de parcours", "Nouvelle carte d’expérience", "Autres points de départ", "Exemple\u{a0}: une carte de parcours",
    "Exemple\u{a0}: une carte d’expérience", "Importer quand même",
  ],
};

const button = (page, name) => page.getByRole("button", { name, exact: true }).first();
const board = (page) => page.locator("[role=gridcell]").first().waitFor();

async function click(page, name) {
  await button(page, name).waitFor();
  await button(page, name).click();
}

async function type(page) {
  const keys = ["ArrowDown", "ArrowRight", "F2", "Escape", "Insert", "Escape", "End", "PageDown", "PageUp", "Home", "Control+z"];
  await page.keyboard.type("Ab, c");
  await page.keyboard.press("Enter");
  await page.keyboard.type("De");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.type("x");
  await page.mouse.wheel(0, 400);
  await page.mouse.wheel(400, 0);
  await rest(300);
}

// Everything is there from the beginning: maps that later starts find.
async function prepare(person, [, , more, ...rests]) {
  const anyway = rests.pop();
  for (const example of rests) {
    const page = await person.open();
    // An empty library offers it at once.
    await button(page, example).or(button(page, more)).first().waitFor();
    if (await button(page, example).isVisible()) {
      await click(page, example);
    } else {
      await click(page, more);
      await page.getByRole("menuitem", { name: example, exact: true }).click();
    }
    await board(page);
    await rest(1500);
    await page.close();
  }
  for (const map of maps) {
    const page = await person.open();
    await button(page, more).waitFor();
    await page.locator("input[type=file]").first().setInputFiles(map);
    await button(page, anyway).or(page.getByRole("grid")).first().waitFor();
    if (await button(page, anyway).isVisible()) await button(page, anyway).click();
    await board(page);
    await page.locator("[data-save-state=saved]").waitFor({ state: "attached" });
    await rest(1500);
    await page.close();
  }
  const page = await person.open();
  await button(page, more).waitFor();
  const links = await page.locator('a[href*="#/map/"]').evaluateAll((all) => all.map((link) => link.hash));
  const kept = [...new Set(links)];
  await page.close();
  // Opened once more, so that what is shown at once of each is kept as well.
  for (const address of kept) {
    const again = await person.open(address);
    await board(again);
    await rest(2500);
    await again.close();
  }
  return kept;
}

async function starts(site, options) {
  const person = await openProfile(site, { serviceWorkers: "block", ...options });
  const said = words[options.locale];
  const hold = () => {};
  await person.context.route("**/later-*.wasm", hold);
  for (const name of [undefined, said[0], said[1]]) await start(person, "", said, name);
  await person.context.unroute("**/later-*.wasm", hold);
  const kept = await prepare(person, said);
  console.log(`${options.locale}: ${kept.length} maps kept`);
  await person.context.route("**/later-*.wasm", hold);
  for (const address of ["", ...kept]) await start(person, address, said);
  for (const name of [said[0], said[1]]) await start(person, "", said, name);
  await person.context.close();
  await rm(person.dir, { recursive: true, force: true });
}

// A page opened for the first time, or a new map in it.
async function start(person, address, said, name) {
  const page = await person.open(address);
  if (name) await click(page, name);
  if (name || address) {
    await board(page);
    await type(page);
  } else {
    await button(page, said[0]).waitFor();
  }
  await note(page);
}

const dir = await watched();
const site = await openSite({ dir });
await starts(site, { locale: "en-US", colorScheme: "light" });
await starts(site, { locale: "fr-FR", colorScheme: "dark", viewport: { width: 390, height: 844 } });
await site.stop();
await rm(dir, { recursive: true });

const module = parse(await readFile(whole));
const names = functionNames(module);
const functions = module.bodies.map(({ bytes }, place) => ({
  name: names.get(module.imports.length + place) ?? "",
  size: bytes.length,
  ran: ran.has(place),
}));
const lines = shortestPaths(functions);
const head = "# What no start runs. Written by scripts/record, read by scripts/wasm/later.mjs.\n";
await writeFile(new URL("later.txt", import.meta.url), `${head}${lines.join("\n")}\n`);
console.log(`${ran.size} of ${functions.length} functions run in a start; ${lines.length} paths written`);
process.exit(0);
