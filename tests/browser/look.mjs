// Takes pictures of every view and panel, in both languages and themes, wide and narrow, to be looked at:
// node look.mjs FOLDER. One picture a sight, and a sheet of them a setting.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { openProfile, openSite } from "./harness.mjs";
import { button, field, give, grid, more, saved } from "./hands.mjs";

const out = resolve(process.argv[2] ?? "look");
const texts = fileURLToPath(new URL("../../src/i18n", import.meta.url));

const SETTINGS = [
  ["en-US", "light", 1440, 900],
  ["fr-FR", "dark", 1440, 900],
  ["fr-FR", "light", 390, 844],
  ["en-US", "dark", 390, 844],
];

/** Actions of the palette that open something, by their English names. */
const ACTIONS = [
  "Details", "Method", "Touchpoints", "Personas", "About this map", "History", "Bin and unplaced cards",
  "My actions", "Keyboard", "Export without history…", "Publish as template", "Feelings as a table", "Filter and saved views", "You",
  "Print", "Present",
];

/** What the app says in French, by what it says in English. */
async function french() {
  const known = new Map();
  for (const file of await readdir(texts)) {
    const rows = (await readFile(join(texts, file), "utf8")).matchAll(/^ +\w+: "(.*)", "(.*)";$/gm);
    for (const [, en, fr] of rows) known.set(en, fr.replaceAll("\\u{a0}", "\u{a0}").replaceAll("\\u{202f}", "\u{202f}"));
  }
  return known;
}

async function look(site, known, [locale, colorScheme, width, height]) {
  const name = `${locale.slice(0, 2)}-${colorScheme}-${width}`;
  const folder = join(out, name);
  await mkdir(folder, { recursive: true });
  const say = (text) => (locale === "fr-FR" ? (known.get(text) ?? text) : text);
  const person = await openProfile(site, { locale, colorScheme, viewport: { width, height }, reducedMotion: "reduce" });
  const shots = [];
  const page = await person.open();
  const shot = async (what) => {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(250);
    const path = join(folder, `${String(shots.length + 1).padStart(2, "0")}-${what.replace(/[^\w]+/g, "-")}.png`);
    await page.screenshot({ path });
    shots.push(path);
  };
  const start = async (what) => {
    await page.goto(`${site.url}#/`);
    const direct = button(page, say(what));
    const rest = button(page, say("More starts"));
    await direct.or(rest).first().waitFor();
    if (!(await direct.isVisible())) {
      await rest.click();
      await page.getByRole("menuitem", { name: say(what), exact: true }).click();
    } else {
      await direct.click();
    }
    await grid(page).waitFor();
    await saved(page);
  };
  await button(page, say("New journey map")).waitFor();
  await shot("library empty");
  await start("New journey map");
  await shot("new map");
  await page.keyboard.press("Escape");
  await start("Example: an experience map");
  await shot("experience map");
  await start("Example: a journey map");
  await shot("journey map");
  await grid(page).getByRole("listitem").first().focus();
  await page.keyboard.press("F2");
  await shot("card typed into");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F10");
  await shot("menu of the selection");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await shot("palette");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+f");
  await shot("find");
  await page.keyboard.press("Escape");
  for (const action of ACTIONS) {
    await grid(page).getByRole("listitem").first().focus();
    await page.keyboard.press("Control+k");
    await page.locator(".palette-field").fill(say(action));
    const found = page.locator(".palette-line").first();
    if (!(await found.count())) throw new Error(`${name}: no action ${say(action)}`);
    await found.click();
    await shot(action);
    for (let left = 0; left < 2; left += 1) await page.keyboard.press("Escape");
    const close = page.locator(".panel-head button").last();
    if (await close.isVisible()) await close.click();
  }
  for (const view of ["Outline", "Table", "Board"]) {
    await page.getByRole("tab", { name: say(view) }).click();
    await shot(view);
  }
  await together(site, page, say, shot);
  await page.goto(`${site.url}#/templates`);
  await page.locator("main h1").waitFor();
  await shot("templates");
  await page.goto(`${site.url}#/`);
  await button(page, say("New journey map")).waitFor();
  await shot("library");
  const about = button(page, say("About"));
  if (await about.isVisible()) await about.click();
  await shot("About");
  await person.close();
  await sheet(shots, width, join(out, `${name}.png`));
  console.log(`${name}: ${shots.length} pictures`);
}

/** Two people change the same card and the same stage: what a copy would bring, what it brought, and the choices left. */
async function together(site, page, say, shot) {
  const alter = async (there, key, text) => {
    await grid(there).getByRole("listitem").first().focus();
    await there.keyboard.press("F2");
    await field(there).fill(text);
    await there.keyboard.press("Enter");
    await field(there).waitFor({ state: "detached" });
    await grid(there).getByRole("columnheader").nth(2).focus();
    await there.keyboard.press(key);
    await saved(there);
  };
  const copy = async (there, name) => {
    const download = there.waitForEvent("download");
    await button(there, say("Export")).click();
    await button(there, say("Map file")).click();
    await (await download).saveAs(join(out, name));
    return join(out, name);
  };
  const locale = await page.evaluate(() => navigator.language);
  const other = await openProfile(site, { locale });
  const there = await other.open();
  await give(there, await copy(page, "mine.parcours"));
  await grid(there).waitFor();
  await alter(there, "Alt+ArrowLeft", "Reads what others say");
  const theirs = await copy(there, "theirs.parcours");
  await other.close();
  await alter(page, "Alt+ArrowRight", "Reads and compares");
  await give(page, theirs);
  const take = button(page, say("Take all"));
  await take.waitFor();
  await shot("incoming");
  await take.click();
  await take.waitFor({ state: "detached" });
  await shot("import");
  await more(page, say("Choices to make"), say("More"));
  await shot("choices");
  const title = await page.locator("input.title").inputValue();
  await page.goto(`${site.url}#/`);
  await button(page, `${say("Actions for {0}").replace("{0}", title)}`).click();
  await page.getByRole("menuitem", { name: say("Duplicate as a variant") }).click();
  await grid(page).waitFor();
  await saved(page);
  await grid(page).getByRole("listitem").first().focus();
  await page.keyboard.press("Delete");
  await more(page, say("Differences from the original"), say("More"));
  await shot("variant");
}

/** Puts pictures side by side, in a browser that belongs to nobody: it reads files. */
async function sheet(shots, width, path) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage();
  const across = width > 1000 ? 3 : 8;
  const images = shots.map((shot) => `<img src="${pathToFileURL(shot)}">`).join("");
  const html = join(out, "sheet.html");
  await writeFile(html, `<style>body{margin:0;display:grid;grid-template-columns:repeat(${across},1fr);gap:6px;background:#888}img{width:100%}</style>${images}`);
  await page.setViewportSize({ width: 2000, height: 1000 });
  await page.goto(String(pathToFileURL(html)));
  await page.screenshot({ path, fullPage: true });
  await browser.close();
}

const [site, known] = [await openSite(), await french()];
try {
  for (const setting of SETTINGS) await look(site, known, setting);
} finally {
  await site.stop();
}
console.log(out);
