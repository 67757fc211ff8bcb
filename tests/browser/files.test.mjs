// Files and tables come in, good and bad; the board goes out as a table and on paper.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, exported, field, give, grid, kept, more, saved, words } from "./hands.mjs";

const malformed = fileURLToPath(new URL("../../../shared/malformed", import.meta.url));
const notice = (page, text) => page.locator(".notice").filter({ hasText: text });

let site, person, page, dir, file;

before(async () => {
  site = await openSite();
  dir = await mkdtemp(join(tmpdir(), "parcours-files-"));
  person = await openProfile(site, { permissions: ["clipboard-read", "clipboard-write"] });
  page = await begin(person, "New journey map");
  await field(page).fill("Here before");
  await page.keyboard.press("Enter");
  file = await exported(page, dir, "good.parcours");
});

after(async () => {
  await person.close();
  await site.stop();
  await rm(dir, { recursive: true });
});

/** Gives a file that must be refused, by name and with nothing changed. */
async function refused(name, bytes, why) {
  const before = await words(page);
  await give(page, { name, mimeType: "", buffer: Buffer.from(bytes) });
  const said = notice(page, `“${name}” was not imported: `);
  const large = notice(page, `“${name}” is large`);
  await said.or(large).first().waitFor({ timeout: 15_000 });
  if (await large.isVisible()) await button(large, "Import anyway").click();
  await said.waitFor({ timeout: 40_000 });
  const text = await said.innerText();
  assert.match(text, why);
  assert.match(text, /Nothing was changed\./);
  await button(said, "Dismiss").click();
  assert.deepEqual(await words(page), before);
}

test("files that are no map are refused by name, with what is read here", async () => {
  await refused("notes.txt", "Nothing of the kind", /reads \.parcours files, mermaid journeys/);
  await refused("picture.png", [0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe], /reads \.parcours files/);
  await refused("empty.parcours", "", /no Parcours file|cut short/);
  await refused("flow.mmd", "graph TD\n  a --> b\n", /no mermaid journey/);
});

test("a file cut short or with flipped bits is refused and the app goes on", async () => {
  const bytes = await readFile(file);
  await refused("cut.parcours", bytes.subarray(0, bytes.length >> 1), /damaged/);
  for (const at of [5, 40, bytes.length >> 1, bytes.length - 3]) {
    const flipped = Buffer.from(bytes);
    flipped[at] ^= 0x10;
    await refused(`flipped-${at}.parcours`, flipped, /damaged|no Parcours file/);
  }
});

const samples = await readdir(malformed).catch(() => []);

test("files on which the loader panics or drowns are refused", { skip: samples.length === 0 && "no samples here" }, async () => {
  for (const name of samples.filter((name) => name.endsWith(".am"))) {
    await refused(name, await readFile(join(malformed, name)), /damaged|too long|more than this app takes in|no Parcours|not a Parcours/);
  }
  // That is the workers, which were made to be thrown away; in a page built lean they die silently.
  person.forgive(/panicked|unreachable/);
});

test("after all of them an edit is still saved", async () => {
  await card(page, "Here before").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" and after");
  await page.keyboard.press("Enter");
  await kept(page);
  await page.reload();
  await saved(page);
  await card(page, "Here before and after").waitFor();
});

const diagram = `---
title: Front matter
---
journey
  title A day at work
  %% a comment
  section Morning
    Make tea: 5: Me
    Go upstairs at 3:30 PM: 3: Me, Cat
    A line without any form
  section Evening
    Sit down: 9: Me
`;

test("several files at once: each is reported, and what could not be placed has its line number", async () => {
  await give(page, [
    { name: "day.mmd", mimeType: "", buffer: Buffer.from(diagram) },
    { name: "page.md", mimeType: "", buffer: Buffer.from(`# Notes\n\n\`\`\`mermaid\njourney\n  title From a page\n  Only task: 2: Me\n\`\`\`\n`) },
    { name: "good.parcours", mimeType: "", buffer: await readFile(file) },
    { name: "bad.parcours", mimeType: "", buffer: Buffer.from("bad") },
  ]);
  await notice(page, "“bad.parcours” was not imported").waitFor();
  const report = page.getByRole("complementary", { name: "Import" });
  await report.getByText("“A day at work” was added to your maps").waitFor();
  await report.getByText("“From a page” was added to your maps").waitFor();
  await report.getByText("“good.parcours” holds nothing that “New journey map” does not have already").waitFor();
  await report.getByText(/^Line 10: .*A line without any form/).waitFor();
  await report.getByText(/^Line 12: .*outside 1 to 5/).waitFor();
  const day = report.locator(".report").filter({ hasText: "A day at work" });
  await button(day, "Open").click();
  await page.getByRole("grid", { name: "A day at work" }).waitFor();
  const board = await words(page);
  assert.deepEqual(board.heads, [["Morning", "Evening"], ["Make tea", "Go upstairs at 3:30 PM", "A line without any form", "Sit down"]]);
  assert.match(JSON.stringify(board), /Make tea, Me: \+2/);
  await page.getByRole("link", { name: "Maps" }).click();
});

test("files dropped on the window are imported", async () => {
  const bytes = [...Buffer.from("journey\n  title Dropped\n  section One\n    Fall: 1: Me\n")];
  const data = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "dropped.mmd"));
    return data;
  }, bytes);
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  await page.getByText("Drop files to import them").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await page.getByRole("grid", { name: "Dropped" }).waitFor();
  await page.getByText("Drop files to import them").waitFor({ state: "detached" });
});

/** Puts a table on the clipboard and presses Ctrl+V. */
async function paste(forms, on = page) {
  await on.evaluate(async (forms) => {
    const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, forms);
  await on.keyboard.press("Control+v");
}

test("a table pasted on the board becomes stages, lanes and cards, and is undone in one go", async () => {
  const before = await words(page);
  await paste({ "text/plain": "\tBefore\tAfter\nTouchpoints\tPoster\tLetter\nWeather\tRain\tSun\n" });
  await notice(page, "Pasted: ").waitFor();
  const board = await words(page);
  assert.ok(["Before", "After"].every((name) => board.heads[0].includes(name)));
  const all = JSON.stringify(board);
  for (const text of ["Poster", "Letter", "Weather", "Rain", "Sun"]) assert.match(all, new RegExp(text));
  await button(notice(page, "Pasted: "), "Undo").click();
  assert.deepEqual(await words(page), before);
});

test("a table pasted into a map in which nothing stands gives it its stages, and is undone in one go", async () => {
  const fresh = await begin(person, "New journey map");
  await fresh.keyboard.press("Escape");
  const before = await words(fresh);
  assert.equal(before.heads[0][0], "Discovery");
  await paste({ "text/plain": "\tBefore\tAfter\nTouchpoints\tPoster\tLetter\n" }, fresh);
  await notice(fresh, "Pasted: 2\u00a0stages").waitFor();
  const board = await words(fresh);
  assert.deepEqual(board.heads[0], ["Before", "After"]);
  assert.deepEqual(board.lanes.find(([lane]) => lane === "Touchpoints"), ["Touchpoints", ["Poster"], ["Letter"]]);
  await button(notice(fresh, "Pasted: "), "Undo").click();
  assert.deepEqual(await words(fresh), before);
  await fresh.close();
});

test("a table from a document, pasted on the library page, becomes a map", async () => {
  await page.getByRole("link", { name: "Maps" }).click();
  await page.getByRole("heading", { name: "Your maps" }).waitFor();
  await paste({
    "text/html": "<table><tr><th></th><th>Look</th><th>Buy</th></tr><tr><th>Pain points</th><td>Too <b>dark</b></td><td>Too dear<br>by far</td></tr></table>",
    "text/plain": "Look Buy",
  });
  await cell(page, "Pain points", "Look").getByRole("listitem", { name: "Too dark" }).waitFor();
  await saved(page);
});

test("the board is copied as a table that a spreadsheet and this app read", async () => {
  await more(page, "Copy as a table");
  await notice(page, "The board is on the clipboard as a table").waitFor();
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
  });
  assert.match(html, /<table[\s\S]*Too dear<br[^>]*>by far/);
  assert.match(text, /^\tLook\tBuy\nPain points\tToo dark\t"[^"]*Too dear\nby far"$/m);
});

test("printing gives one landscape page with every text of the map", async () => {
  await page.close();
  page = await begin(person, "Example: a journey map");
  const board = await words(page);
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const source = pdf.toString("latin1");
  assert.equal(source.match(/\/Type\s*\/Page\b/g).length, 1);
  const [, width, height] = source.match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/);
  assert.ok(Number(width) > Number(height), `${width} × ${height}`);
  // The picture stands in the page while it is printed.
  const drawn = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const svg = document.querySelector(".print-picture");
    const box = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")];
    const out = texts.filter((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
    });
    const words = texts.map((text) => text.textContent).join(" ");
    dispatchEvent(new Event("afterprint"));
    return { words, out: out.map((text) => text.textContent) };
  });
  assert.deepEqual(drawn.out, []);
  const flat = (text) => text.replace(/\s+/g, "");
  const printed = flat(drawn.words);
  const all = [board.title, ...board.heads.flat(), ...board.lanes.flatMap(([name, ...cells]) => [name, ...cells.filter(Array.isArray).flat()])];
  assert.deepEqual(all.filter((text) => !printed.includes(flat(text))), []);
  await page.emulateMedia({ media: null });
  await card(page, "Searches for tools").waitFor();
});
