// English and French, light and dark: as the browser says, then as the person chose, for good.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, field, grid, saved } from "./hands.mjs";

let site;

before(async () => {
  site = await openSite();
});

after(() => site.stop());

async function inBrowser(options, story) {
  const person = await openProfile(site, options);
  try {
    await story(await person.open(), person);
  } finally {
    await person.close();
  }
}

/** What a page says, by sight and by name, in one text; what is printed on keys is left out. */
const said = (page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll("[aria-label], [title], [placeholder]")];
    const attributes = ["aria-label", "title", "placeholder"];
    const keys = [...document.querySelectorAll("kbd")].map((key) => key.innerText);
    const seen = keys.reduce((text, key) => text.replace(key, ""), document.body.innerText);
    const named = names.flatMap((one) => attributes.map((name) => one.getAttribute(name) ?? ""));
    return [seen, ...named.map((name) => name.replace(/ \([^)]*\)$/, ""))].join("\n");
  });

const english = /\b(New|Add|Undo|Redo|Import (a|your)|Export|Stages|Steps|Maps|Saved|Saving|Delete|Rename|Move|Card|Lane|Persona \d draws|Customer|Pain|Thoughts|Needs|Close|More|Language|About|Search|Edited|Blank|Example)\b/;

test("a French browser gets French, down to the names of stages, lanes and controls", () =>
  inBrowser({ locale: "fr-FR" }, async (page) => {
    await button(page, "Nouvelle carte de parcours").waitFor();
    assert.equal(await page.getAttribute("html", "lang"), "fr");
    assert.doesNotMatch(await said(page), english);
    await button(page, "Nouvelle carte de parcours").click();
    await field(page).fill("Voit une affiche");
    await page.keyboard.press("Enter");
    await saved(page);
    for (const name of ["Ajouter une étape", "Ajouter une sous-étape", "Ajouter une ligne", "Ajouter une fiche", "Annuler", "Rétablir", "Exporter", "Importer"]) {
      await button(page, name).first().waitFor();
    }
    await grid(page).getByRole("columnheader", { name: "Découverte" }).waitFor();
    await grid(page).getByRole("rowheader", { name: "Points de friction" }).waitFor();
    await button(page, "Plus").click();
    await page.getByRole("menuitem", { name: "Clavier" }).click();
    assert.doesNotMatch(await said(page), english);
    await page.getByRole("link", { name: "Cartes" }).click();
    await page.getByRole("link", { name: "Nouvelle carte de parcours", exact: true }).waitFor();
    assert.doesNotMatch(await said(page), english);
  }));

test("a French example is French", () =>
  inBrowser({ locale: "fr-FR" }, async (page, person) => {
    await page.close();
    const board = await begin(person, "Exemple : une carte de parcours");
    assert.doesNotMatch(await said(board), english);
  }));

test("capitals keep their accents where lines are cut", () =>
  inBrowser({ locale: "fr-FR" }, async (page) => {
    await button(page, "Nouvelle carte de parcours").click();
    await grid(page).getByRole("rowheader", { name: "Émotions" }).waitFor();
    const cut = await page.evaluate(() => {
      const pen = document.createElement("canvas").getContext("2d");
      const own = (one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("");
      const clipped = [...document.querySelectorAll("*")].filter(
        (one) => /^[ÀÂÉÈÊÎÔ]/.test(own(one).trim()) && getComputedStyle(one).overflowY !== "visible",
      );
      const short = clipped.filter((one) => {
        const style = getComputedStyle(one);
        pen.font = style.font;
        const ink = pen.measureText(own(one).trim()[0]);
        const letters = ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent;
        const line = parseFloat(style.lineHeight) || letters;
        // From the edge that cuts down to the line the letters stand on.
        const room = parseFloat(style.paddingTop) + (line - letters) / 2 + ink.fontBoundingBoxAscent;
        return room < ink.actualBoundingBoxAscent;
      });
      return { of: clipped.length, short: short.map(own) };
    });
    assert.ok(cut.of > 0);
    assert.deepEqual(cut.short, []);
  }));

test("the language is switched at once, without losing the page, and remembered", () =>
  inBrowser({ locale: "de-DE" }, async (page) => {
    await button(page, "New journey map").waitFor();
    await page.getByRole("combobox", { name: "Language" }).selectOption("fr");
    await button(page, "Nouvelle carte de parcours").waitFor();
    await page.reload();
    await button(page, "Nouvelle carte de parcours").waitFor();
    await page.getByRole("combobox", { name: "Langue" }).selectOption("en");
    await button(page, "New journey map").waitFor();
    await page.reload();
    await button(page, "New journey map").waitFor();
  }));

test("light and dark follow the system until one is chosen, which is remembered", () =>
  inBrowser({ colorScheme: "dark" }, async (page) => {
    await button(page, "New journey map").waitFor();
    const luma = () =>
      page.evaluate(() => {
        const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
        return (r + g + b) / 3;
      });
    assert.ok((await luma()) < 80);
    await page.getByRole("combobox", { name: "Appearance" }).selectOption("light");
    assert.ok((await luma()) > 180);
    await page.reload();
    await button(page, "New journey map").waitFor();
    assert.ok((await luma()) > 180);
    await page.getByRole("combobox", { name: "Appearance" }).selectOption("dark");
    await page.emulateMedia({ colorScheme: "light" });
    await page.reload();
    await button(page, "New journey map").waitFor();
    assert.ok((await luma()) < 80);
    await page.getByRole("combobox", { name: "Appearance" }).selectOption("system");
    assert.ok((await luma()) > 180);
  }));
