// Every page, view, panel and dialog: what axe finds in both themes and both languages, and whether all
// of it is reached on a phone and at 200 % zoom.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { begin, card, exported, give, kept, retype, saved } from "./hands.mjs";
import { openProfile, openSite } from "./harness.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(() => site.stop());

const words = {
  "en-US": {
    example: "Example: a journey map", more: "More", about: "About",
    copy: "Copy as a table", maps: "Maps", empty: "Empty the bin", variant: "Duplicate as a variant",
    differences: "Differences from the original",
  },
  "fr-FR": {
    example: "Exemple : une carte de parcours", more: "Plus", about: "À propos",
    copy: "Copier en tableau", maps: "Cartes", empty: "Vider la corbeille", variant: "Dupliquer comme variante",
    differences: "Écarts avec l’original",
  },
};

/**
 * The page is no wider than its window, and so is every panel and dialog; every control can be brought into
 * it. A notice may lie over one, since it goes by itself, and a panel over what is beside it.
 */
async function fits(page, what) {
  const found = await page.evaluate(() => {
    const wide = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > innerWidth) wide.push(`page ${root.scrollWidth}`);
    for (const part of document.querySelectorAll(".bar, .tools, .foot, .panel, .menu, dialog[open], .outline, .library")) {
      if (part.scrollWidth > part.clientWidth + 1 && (part.matches(".menu, .panel") || getComputedStyle(part).overflowX !== "auto")) wide.push(`${part.className} ${part.scrollWidth} > ${part.clientWidth}`);
    }
    const modal = document.querySelector("dialog[open]");
    const within = modal ?? document;
    for (const one of within.querySelectorAll("button, a[href], input:not([type=file]), select, textarea, summary")) {
      if (one.closest(".map-link, .board, .table-page, .outline-page, [inert]") || !one.checkVisibility({ visibilityProperty: true })) continue;
      const closed = one.closest("details:not([open])");
      if (closed && one !== closed.querySelector("summary")) continue;
      one.scrollIntoView({ block: "nearest", inline: "nearest" });
      const box = one.getBoundingClientRect();
      const seen = box.width > 0 && box.left > -2 && box.right < innerWidth + 2 && box.top > -2 && box.bottom < innerHeight + 2;
      const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max(box.y + Math.min(box.height / 2, 12), 1), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      const label = one.closest("label");
      const free = top && (one.contains(top) || top.contains(one) || label?.contains(top) || top.closest(".notices") || (top.closest(".panel") && !one.closest(".panel")));
      if (!seen || !free) wide.push(`${one.getAttribute("aria-label") ?? one.textContent.trim()} at ${[box.left, box.top, box.right, box.bottom].map(Math.round)} under ${top?.className}`);
    }
    window.scrollTo(0, 0);
    return wide;
  });
  assert.deepEqual(found, [], what);
}

/** Walks through all of it and does `check` in each place. */
async function walk(person, locale, check) {
  const w = words[locale];
  const page = await begin(person, w.example);
  const exact = (role, name) => page.getByRole(role, { name, exact: true });
  await page.locator(".card").nth(2).focus();
  await page.keyboard.press("Delete");
  await page.locator(".card").nth(3).focus();
  await page.keyboard.press("Control+Enter");
  await page.locator(".panel textarea").last().fill("¿?");
  await page.locator(".comments .button").last().click();
  await kept(page);
  await check(page, "details");
  await page.locator(".panel details summary").first().click();
  await check(page, "more details");
  await page.locator(".panel-head button").click();
  await check(page, "board");
  for (const view of ["outline", "table"]) {
    await page.locator(`#tab-${view}`).click();
    await page.locator(view === "outline" ? ".outline-section" : ".table-line").first().waitFor();
    await check(page, view);
  }
  await page.locator("#tab-board").click();
  await page.locator(".card").first().waitFor();
  // Every entry of the menu that opens a panel or a dialog.
  await exact("button", w.more).click();
  await check(page, "the menu");
  const entries = await page.locator(".menu .menu-item").allInnerTexts();
  await page.keyboard.press("Escape");
  let panels = 0;
  for (const entry of entries.slice(0, -3).filter((entry) => entry.trim() !== w.copy)) {
    await exact("button", w.more).click();
    await page.locator(".menu").getByRole("menuitem", { name: entry.trim(), exact: true }).click();
    const panel = page.locator(".panel-head button");
    const dialog = page.locator("dialog[open]");
    const search = page.locator(".find-bar");
    await panel.or(dialog).or(search).first().waitFor();
    panels += 1;
    await check(page, entry.trim());
    if (await exact("button", w.empty).count()) {
      await exact("button", w.empty).click();
      await dialog.waitFor();
      await check(page, "the question before the bin is emptied");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    }
    if (await dialog.count()) await page.keyboard.press("Escape");
    else if (await search.count()) await search.getByRole("button").last().click();
    else await panel.click();
    await page.locator(".panel, dialog[open], .find-bar").first().waitFor({ state: "detached" });
  }
  assert.ok(panels >= 13, `${panels} places`);
  await page.locator(".foot-press").first().click();
  await page.locator(".filter").waitFor();
  await check(page, "filter");
  await page.locator(".panel-head button").click();
  await page.getByRole("link", { name: w.maps }).first().click();
  await page.locator(".map-card").first().waitFor();
  await check(page, "library");
  await exact("button", w.about).click();
  await page.locator("dialog[open]").waitFor();
  await check(page, "about");
  await page.keyboard.press("Escape");
  await page.locator(".map-card button").first().click();
  await exact("menuitem", w.variant).click();
  await page.locator(".card").nth(2).focus();
  await page.keyboard.press("Delete");
  await kept(page);
  await exact("button", w.more).click();
  await exact("menuitem", w.differences).click();
  await page.locator(".variant-sum").waitFor();
  await check(page, "differences of a variant");
  await page.close();
}

for (const locale of ["en-US", "fr-FR"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing anywhere, ${locale}, ${colorScheme}`, async () => {
      const person = await openProfile(site, { locale, colorScheme, reducedMotion: "reduce" });
      try {
        await walk(person, locale, (page, what) => accessible(page, `${what}, ${locale}, ${colorScheme}`));
      } finally {
        await person.close();
      }
    });
  }
}

/** A map, and a copy of it in which someone moved a stage, wrote and deleted cards. */
async function copies(dir) {
  const person = await openProfile(site);
  try {
    const page = await begin(person, words["en-US"].example);
    const ours = await exported(page, dir, "ours.parcours");
    await page.locator(".stage-head").nth(1).focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await retype(page, card(page, "Reads reviews"), "Reads long reviews");
    await card(page, "Compares with").focus();
    await page.keyboard.press("Delete");
    await kept(page);
    return [ours, await exported(page, dir, "theirs.parcours")];
  } finally {
    await person.close();
  }
}

test("axe finds nothing in what a copy would bring and in choices that wait, in both themes and languages; they fit a phone", async () => {
  const dir = await mkdtemp(join(tmpdir(), "parcours-everywhere-"));
  try {
    const [ours, theirs] = await copies(dir);
    for (const [locale, take] of [["en-US", "Take all"], ["fr-FR", "Tout intégrer"]]) {
      const person = await openProfile(site, { locale, reducedMotion: "reduce" });
      try {
        const page = await person.open();
        const everywhere = async (what) => {
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            await accessible(page, `${what}, ${locale}, ${colorScheme}`);
          }
          await page.setViewportSize({ width: 390, height: 844 });
          await fits(page, `${what} on a phone, ${locale}`);
          await page.setViewportSize({ width: 1440, height: 900 });
        };
        await give(page, ours);
        await page.locator(".stage-head").first().waitFor();
        await saved(page);
        await page.locator(".stage-head").nth(1).focus();
        await page.keyboard.press("Alt+ArrowRight");
        await kept(page);
        await give(page, theirs);
        await page.locator(".panel .share").first().waitFor();
        await everywhere("incoming changes");
        await page.locator(".panel").getByRole("button", { name: take, exact: true }).click();
        await page.locator(".panel .choice-option").first().waitFor();
        await everywhere("choices");
      } finally {
        await person.close();
      }
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

const sizes = [
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ["200 % zoom", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
];
for (const [size, options] of sizes) {
  for (const locale of ["en-US", "fr-FR"]) {
    test(`all controls are reached and nothing runs over the side, ${size}, ${locale}`, async () => {
      const person = await openProfile(site, { locale, reducedMotion: "reduce", ...options });
      try {
        await walk(person, locale, fits);
      } finally {
        await person.close();
      }
    });
  }
}

test("the foot is one line on a phone, in both languages", async () => {
  for (const locale of ["en-US", "fr-FR"]) {
    const person = await openProfile(site, { locale, viewport: { width: 390, height: 844 }, hasTouch: true });
    try {
      const page = await begin(person, words[locale].example);
      assert.ok((await page.locator(".foot").boundingBox()).height < 48, locale);
    } finally {
      await person.close();
    }
  }
});
