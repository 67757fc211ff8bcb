// Pictures on cards and of personas: chosen as a file, dropped, pasted, made small; refused with a reason;
// there again offline; on paper; described.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { begin, beside, button, card, exported, field, give, grid, incoming, kept, more, press, saved, take } from "./hands.mjs";

let site, anna, page;

before(async () => {
  site = await openSite();
  anna = await openProfile(site);
  page = await begin(anna, "New journey map");
  // As long as someone listens no dialog of the system opens.
  page.on("filechooser", () => {});
  await field(page).fill("Wait for the parcel");
  await page.keyboard.press("Enter");
  await kept(page);
});

after(async () => {
  await anna.close();
  await site.stop();
});

const panel = () => page.getByRole("complementary", { name: "Details" });

/** A picture of this size as a file of that type; `rough` makes one that does not press small. */
async function picture(type, width, height, rough = false) {
  const text = await page.evaluate(
    async ([type, width, height, rough]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      pen.fillStyle = "teal";
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = "gold";
      pen.fillRect(0, 0, width / 2, height / 2);
      if (rough) {
        const all = pen.getImageData(0, 0, width, height);
        for (let at = 0; at < all.data.length; at += 1) {
          if (at % 4 < 3) all.data[at] = Math.random() * 256;
        }
        pen.putImageData(all, 0, 0);
      }
      const blob = await new Promise((done) => canvas.toBlob(done, type));
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let binary = "";
      for (let at = 0; at < bytes.length; at += 32768) {
        binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
      }
      return btoa(binary);
    },
    [type, width, height, rough],
  );
  return Buffer.from(text, "base64");
}

/** Drops or pastes a file on an element, as a desktop would. */
const bring = (target, kind, { name, mimeType, buffer }) =>
  target.evaluate(
    (element, [kind, name, type, text]) => {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const options = { bubbles: true, cancelable: true };
      if (kind === "paste") {
        element.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
        return;
      }
      for (const kind of ["dragover", "drop"]) {
        element.dispatchEvent(new DragEvent(kind, { ...options, dataTransfer: data }));
      }
    },
    [kind, name, mimeType, buffer.toString("base64")],
  );

async function choose(press, ...files) {
  const chooser = page.waitForEvent("filechooser");
  await press();
  await (await chooser).setFiles(files);
}

/** Waits until a picture is decoded; gives its own size. */
const size = (image) =>
  image.evaluate(async (image) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });

/** The bytes a picture on the page is shown from. */
const weight = (image) =>
  image.evaluate(async (image) => {
    const seen = performance.now();
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    canvas.getContext("2d").drawImage(image, 0, 0, 1, 1);
    return [image.src.split(":")[0], canvas.getContext("2d").getImageData(0, 0, 1, 1).data[3], seen > 0];
  });

test("a large photo chosen in the details is made small, shown on the card without a jump, and undone", async () => {
  const buffer = await picture("image/png", 2600, 1800, true);
  assert.ok(buffer.length > 5_000_000, "a heavy file");
  await card(page, "Wait for").focus();
  await page.keyboard.press("Control+Enter");
  await panel().getByText("More", { exact: true }).click();
  const before = await card(page, "Wait for").evaluate((it) => it.offsetHeight);
  await choose(() => button(panel(), "Add a picture…").click(), { name: "IMG_1.png", mimeType: "image/png", buffer });
  const shown = card(page, "Wait for").getByRole("img");
  await shown.waitFor();
  const [width, height] = await size(shown);
  assert.ok(width <= 1600 && Math.abs(width / height - 2600 / 1800) < 0.02, `${width} × ${height}`);
  assert.deepEqual(await weight(shown), ["blob", 255, true]);
  const after = await card(page, "Wait for").evaluate((it) => it.offsetHeight);
  assert.equal(after - before, 102, "the height that the layout keeps for it");
  const told = await panel().getByText("Pictures in this map").textContent();
  assert.match(told, /^Pictures in this map: 0\.[12]\sMB of 8\.0\sMB$/, "at most 200 kB of it");
  await kept(page);
  await card(page, "Wait for").focus();
  await page.keyboard.press("Control+Z");
  await shown.waitFor({ state: "detached" });
  await page.keyboard.press("Control+Y");
  await shown.waitFor();
  await kept(page);
});

test("what it shows is asked for calmly, and is then its name on the card", async () => {
  await panel().getByText("Not described yet").waitFor();
  assert.match(await card(page, "Wait for").getAttribute("aria-label"), /picture without a description/);
  const alt = panel().getByLabel("What the picture shows", { exact: true });
  await alt.fill("A parcel on a doorstep");
  await alt.press("Enter");
  await card(page, "Wait for").getByRole("img", { name: "A parcel on a doorstep" }).waitFor();
  assert.match(await card(page, "Wait for").getAttribute("aria-label"), /A parcel on a doorstep/);
  await panel().getByText("Not described yet").waitFor({ state: "detached" });
  await kept(page);
});

test("find reaches what a picture shows", async () => {
  await grid(page).getByRole("gridcell").first().focus();
  await page.keyboard.press("Control+f");
  await page.locator(".find-field").fill("on a doorstep");
  await page.locator(".find-count").getByText("1 of 1").waitFor();
  await page.locator(".card.hit-now").waitFor();
  assert.match(await page.locator(".card.hit-now").getAttribute("aria-label"), /on a doorstep/);
  await page.keyboard.press("Escape");
});

test("a photo held on its side stands upright, and what the camera noted is gone", async () => {
  const jpeg = await picture("image/jpeg", 400, 200);
  // Exif: turned by a quarter (6), and a note that must not travel.
  const note = Buffer.from("Taken at 48.85 2.35 by Ann", "latin1");
  const exif = Buffer.concat([
    Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", "latin1"),
    note,
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const turned = Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
  await bring(card(page, "Wait for"), "drop", { name: "side.jpg", mimeType: "image/jpeg", buffer: turned });
  const shown = card(page, "Wait for").getByRole("img");
  await page.waitForFunction(
    () => {
      const image = document.querySelector(".card img");
      return image?.complete && image.naturalHeight === 400 && image.naturalWidth === 200;
    },
    null,
    { polling: 100 },
  );
  assert.deepEqual(await size(shown), [200, 400]);
  assert.match(
    await card(page, "Wait for").getAttribute("aria-label"),
    /without a description/,
    "what was said of the other picture is not said of this one",
  );
  await kept(page);
});

test("dropped on a cell it becomes a card, and pasted too, with several at once below each other", async () => {
  const buffer = await picture("image/png", 300, 200);
  const target = grid(page).getByRole("gridcell").nth(1);
  const count = () => grid(page).getByRole("listitem").getByRole("img").count();
  const was = await count();
  await bring(target, "drop", { name: "a.png", mimeType: "image/png", buffer });
  await page.waitForFunction((count) => document.querySelectorAll(".card img").length === count, was + 1, {
    polling: 100,
  });
  await page.keyboard.press("Escape");
  const empty = grid(page).getByRole("gridcell").nth(2);
  await empty.focus();
  await bring(empty, "paste", { name: "image.png", mimeType: "image/png", buffer });
  await page.waitForFunction((count) => document.querySelectorAll(".card img").length === count, was + 2, {
    polling: 100,
  });
  assert.equal(await empty.getByRole("listitem").count(), 1);
  await kept(page);
});

test("what is no picture is refused with a reason, and other files are still imported", async () => {
  const buffer = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
  await bring(card(page, "Wait for"), "drop", { name: "sign.png", mimeType: "image/png", buffer });
  await page.getByText("“sign.png” is no picture that this browser can read.").waitFor();
  await page.getByRole("button", { name: "Dismiss" }).first().click();
});

test("a lane of images: Enter in an empty cell asks for the files", async () => {
  await button(page, "Kinds of lanes").click();
  await page.getByRole("menuitem", { name: "Images", exact: true }).click();
  await grid(page).getByRole("rowheader", { name: "Images" }).waitFor();
  const empty = grid(page).getByRole("gridcell", { name: /^Images, / }).first();
  const one = { name: "1.png", mimeType: "image/png", buffer: await picture("image/png", 300, 300) };
  const two = { name: "2.png", mimeType: "image/png", buffer: await picture("image/png", 320, 300) };
  await empty.focus();
  await choose(() => page.keyboard.press("Enter"), one, two);
  await page.waitForFunction(
    () => [...document.querySelectorAll(".card[data-home=images] img")].filter((one) => one.complete).length === 2,
    null,
    { polling: 100 },
  );
  const high = await empty.getByRole("listitem").first().evaluate((it) => it.offsetHeight);
  assert.ok(high >= 168, `larger there, not ${high} px`);
  await kept(page);
});

test("a persona's portrait stands beside its name, in the panel and in the legend", async () => {
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Personas");
  await page.keyboard.press("Enter");
  const personas = page.getByRole("complementary", { name: "Personas" });
  await personas.waitFor();
  const buffer = await picture("image/png", 500, 500);
  await choose(() => button(personas, "Add a picture…").click(), { name: "ada.png", mimeType: "image/png", buffer });
  await personas.locator(".persona-line .portrait img").waitFor();
  await grid(page).locator(".legend .portrait img").waitFor();
  await kept(page);
});

test("the portrait opens the presentation and stands beside the title on paper", async () => {
  await page.keyboard.press("F9");
  const slide = page.getByRole("dialog", { name: "Present" });
  await size(slide.locator(".present-cast img"));
  await page.keyboard.press("Escape");
  await slide.waitFor({ state: "detached" });
  await page.keyboard.press("Control+P");
  const portrait = page.locator(".print-dialog .print-portrait").first();
  await portrait.waitFor();
  const title = page.locator(".print-dialog .print-title").first();
  const [left, right] = [await title.boundingBox(), await portrait.boundingBox()];
  assert.ok(right.x + right.width <= left.x, "before the title, not under it");
  await page.keyboard.press("Escape");
});

test("a picture that a copy brings is seen before it is taken in", async () => {
  const dir = await mkdtemp(join(tmpdir(), "parcours-pictures-"));
  const ben = await openProfile(site);
  try {
    const other = await ben.open();
    await give(other, await exported(page, dir, "ours.parcours"));
    await grid(other).waitFor();
    await saved(other);
    const buffer = await picture("image/png", 222, 111);
    await bring(grid(other).getByRole("gridcell").nth(3), "drop", { name: "new.png", mimeType: "image/png", buffer });
    await kept(other);
    const before = await page.locator(".card img").count();
    await give(page, await exported(other, dir, "theirs.parcours"));
    await incoming(page).waitFor();
    const brought = page.locator(".card img");
    await page.waitForFunction((before) => document.querySelectorAll(".card img").length === before + 1, before, { polling: 100 });
    const sizes = await Promise.all((await brought.all()).map(size));
    assert.ok(sizes.some(([width, height]) => width === 222 && height === 111), JSON.stringify(sizes));
    await button(incoming(page), "Close").click();
    await page.waitForFunction((before) => document.querySelectorAll(".card img").length === before, before, { polling: 100 });
  } finally {
    await ben.close();
    await rm(dir, { recursive: true, force: true });
  }
});

test("pictures that can't be shown are listed with the reason, and lead to their card", async () => {
  const automerge = createRequire(new URL("../automerge-js/package.json", import.meta.url))("@automerge/automerge");
  const dir = await mkdtemp(join(tmpdir(), "parcours-pictures-"));
  const ben = await openProfile(site);
  try {
    const other = await begin(ben, "New journey map");
    await other.keyboard.type("Never came");
    await press(other, "Tab");
    await other.keyboard.type("Came broken");
    await press(other, "Enter");
    await kept(other);
    const path = await exported(other, dir, "ours.parcours");
    const [none, broken] = ["0".repeat(64), "1".repeat(64)];
    const spoilt = automerge.change(automerge.load(await readFile(path)), (map) => {
      const card = (text) => Object.values(map.cards).find((one) => String(one.body) === text);
      card("Never came").picture = none;
      card("Came broken").picture = broken;
      map.pictures[broken] = new Uint8Array([1, 2, 3]);
    });
    await writeFile(join(dir, "theirs.parcours"), automerge.save(spoilt));
    await take(other, join(dir, "theirs.parcours"));
    assert.equal(await other.locator(".card img").count(), 0);
    await more(other, "About this map");
    const about = beside(other, "About this map");
    await about.getByRole("heading", { name: "Pictures that can’t be shown" }).waitFor();
    await about.getByRole("button", { name: "Came broken: its bytes are damaged" }).waitFor();
    await about.getByRole("button", { name: "Never came: its bytes are not in this copy" }).click();
    await card(other, "Never came").and(other.locator(":focus")).waitFor();
    await accessible(other, "the list of pictures that can't be shown");
  } finally {
    await ben.close();
    await rm(dir, { recursive: true, force: true });
  }
});

test("outline and table show them, axe finds nothing in both themes", async () => {
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme });
    await accessible(page, `board, ${theme}`);
  }
  for (const [name, place] of [["Outline", ".outline-picture"], ["Table", ".table-picture"], ["Board", ".card-picture"]]) {
    await page.getByRole("tab", { name, exact: true }).click();
    await page.locator(place).first().waitFor();
    await accessible(page, name);
  }
});

test("the print holds them", async () => {
  await page.keyboard.press("Control+P");
  const dialog = page.locator(".print-dialog");
  await dialog.locator("image").first().waitFor();
  const there = await dialog.locator("image").count();
  assert.ok(there >= 4, `${there} pictures in the preview`);
  await page.waitForTimeout(500);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const images = pdf.match(/\/Subtype\s*\/Image/g) ?? [];
  assert.ok(images.length >= 3, `${images.length} images in the PDF`);
  await page.keyboard.press("Escape");
});

test("offline, after a reload, they are there again", async () => {
  await saved(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { polling: 100 });
  await site.stop();
  await page.reload();
  await grid(page).waitFor();
  const shown = card(page, "Wait for").getByRole("img");
  await shown.waitFor();
  assert.deepEqual(await size(shown), [200, 400]);
  await site.start();
});

test("a map whose pictures fill their room takes no more, and says what to do", async () => {
  const empty = grid(page).getByRole("gridcell", { name: /^Images, / }).nth(1);
  await empty.evaluate(async (cell) => {
    const data = new DataTransfer();
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
    const pen = canvas.getContext("2d");
    const all = pen.getImageData(0, 0, 640, 480);
    for (let number = 0; number < 70; number += 1) {
      for (let at = 0; at < all.data.length; at += 1) {
        all.data[at] = at % 4 < 3 ? Math.random() * 256 : 255;
      }
      pen.putImageData(all, 0, 0);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
      data.items.add(new File([blob], `${number}.jpg`, { type: "image/jpeg" }));
    }
    cell.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await page.getByText(/would take more than their 8\.0\sMB/).waitFor({ timeout: 120_000 });
  await empty.getByRole("listitem").first().focus();
  await page.keyboard.press("Control+Enter");
  assert.match(
    await panel().getByText("Pictures in this map").textContent(),
    /^Pictures in this map: (7\.[89]|8\.0)\sMB of 8\.0\sMB$/,
  );
  await kept(page);
  // All that came at once goes at once.
  await empty.getByRole("listitem").first().focus();
  await page.keyboard.press("Control+Z");
  await page.waitForFunction(
    () => document.querySelectorAll(".card[data-home=images]").length === 2,
    null,
    { polling: 100 },
  );
});
