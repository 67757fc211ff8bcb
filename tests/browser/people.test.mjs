// Several people at one map: names, who wrote what, what is new, choices with reasons, what says nearly
// the same, and one's own actions by name.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { openProfile, openSite } from "./harness.mjs";
import { begin, button, card, cell, exported, field, give, grid, kept, more, retype, saved, take } from "./hands.mjs";

let site, anna, bob, dir;

before(async () => {
  site = await openSite();
  dir = await mkdtemp(join(tmpdir(), "parcours-people-"));
  anna = await openProfile(site);
  bob = await openProfile(site);
});

after(async () => {
  await anna.close();
  await bob.close();
  await site.stop();
  await rm(dir, { recursive: true });
});

const dialog = (page) => page.getByRole("dialog");
const byline = (page) => page.locator("#byline");
const panel = (page, name) => page.getByRole("complementary", { name });

/** Types a card into a cell. */
async function write(page, lane, column, text) {
  await cell(page, lane, column).focus();
  await page.keyboard.press("Shift+Enter");
  await field(page).fill(text);
  await page.keyboard.press("Enter");
  await card(page, text).waitFor();
  await kept(page);
}

let page, file;

test("Export shows at once what a map can go out as, and beside that a name may be given; Escape exports nothing", async () => {
  page = await begin(anna, "New journey map");
  await field(page).fill("Wait for the parcel");
  await page.keyboard.press("Enter");
  await kept(page);
  await button(page, "Export").click();
  for (const form of ["Map file", "Map without history", "Paper or PDF", "Table"]) await button(dialog(page), form).waitFor();
  await dialog(page).getByRole("heading", { name: "Put your name on your work?" }).waitFor();
  await accessible(page, "the dialog of an export");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });
  await button(page, "Export").click();
  await dialog(page).getByRole("textbox", { name: "Name", exact: true }).fill("Anna");
  await dialog(page).getByLabel("Plum").check();
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("textbox", { name: "Name", exact: true }).press("Enter");
  file = join(dir, "anna.parcours");
  await (await download).saveAs(file);
  await dialog(page).waitFor({ state: "detached" });
  await button(page, "Export").click();
  await button(dialog(page), "Map file").waitFor();
  assert.equal(await dialog(page).getByRole("textbox").count(), 0, "the name is known");
  await button(dialog(page), "Paper or PDF").click();
  await page.locator(".print-dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".print-dialog").waitFor({ state: "detached" });
  await card(page, "Wait for the parcel").focus();
  assert.match(await byline(page).innerText(), /^Written by you, today \d/);
});

let his;

test("a card tells who wrote it and who last changed it", async () => {
  his = await bob.open();
  await give(his, file);
  await grid(his).waitFor();
  await saved(his);
  await card(his, "Wait for the parcel").focus();
  assert.match(await byline(his).innerText(), /^Written by Anna, today \d/);
  assert.equal(await his.locator(".byline [data-person=plum]").count(), 1);
  assert.equal(await his.locator(".news-mark").count(), 0, "he never looked: nothing is new");
  await more(his, "You");
  await dialog(his).getByRole("textbox", { name: "Name", exact: true }).fill("Bob");
  await button(dialog(his), "Save").click();
  await retype(his, card(his, "Wait for the parcel"), "Wait for the parcel at home");
  await kept(his);
  await card(his, "Wait for the parcel at home").focus();
  assert.match(await byline(his).innerText(), /^Written by Anna, today .*; last changed by you, today \d/);
});

test("what others did since is marked, walked through, and seen", async () => {
  await write(his, "Needs and desires", "Comparison", "A price he trusts");
  const back = join(dir, "bob.parcours");
  const download = his.waitForEvent("download");
  await button(his, "Export").click();
  await button(his, "Map file").click();
  await (await download).saveAs(back);
  // Anna is in her library meanwhile: the file goes into the map that is not open.
  await page.getByRole("link", { name: "Maps" }).click();
  await page.getByRole("heading", { name: "New journey map" }).or(page.getByRole("link", { name: /New journey map/ })).first().waitFor();
  await take(page, back);
  await grid(page).waitFor();
  await saved(page);
  const changed = card(page, "Wait for the parcel at home");
  const fresh = card(page, "A price he trusts");
  await changed.locator(".news-mark[data-news=changed]", { hasText: "Changed" }).waitFor();
  await fresh.locator(".news-mark[data-news=new]", { hasText: "New" }).waitFor();
  assert.match(await fresh.getAttribute("aria-label"), /, New$/);
  const next = button(page, "2\u{a0}changes to see");
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const bar = await page.locator(".board-page .bar").boundingBox();
  assert.ok(bar.height < 60, `news make the bar of a phone ${bar.height} px high`);
  await page.setViewportSize(wide);
  await next.click();
  await page.waitForFunction(() => document.activeElement.matches("[data-card]"), null, { polling: 100 });
  const first = await page.evaluate(() => document.activeElement.dataset.card);
  await next.click();
  await page.waitForFunction((first) => document.activeElement.dataset.card && document.activeElement.dataset.card !== first, first, { polling: 100 });
  await changed.focus();
  assert.match(await byline(page).innerText(), /^Written by you, .*; last changed by Bob, today \d/);
  await button(page, "Mark as seen").click();
  assert.equal(await page.locator(".news-mark").count(), 0);
  assert.equal(await next.count(), 0);
  await page.getByRole("link", { name: "Maps" }).click();
  await page.goBack();
  await saved(page);
  assert.equal(await page.locator(".news-mark").count(), 0, "seen once, not new again");
});

test("a choice says by whom and when, takes a reason, and its decision travels", async () => {
  await close(page);
  await close(his);
  const title = (page) => page.getByRole("textbox", { name: "Title of the map" });
  for (const [who, text] of [[page, "Parcels"], [his, "Letters"]]) {
    await title(who).fill(text);
    await title(who).press("Enter");
    await kept(who);
  }
  // She edits what he deletes.
  await retype(page, card(page, "A price he trusts"), "A price she trusts more");
  await kept(page);
  await card(his, "A price he trusts").focus();
  await his.keyboard.press("Delete");
  await kept(his);
  await take(page, await exported(his, dir, "his.parcours"));
  const open = button(page, "2\u{a0}choices to make");
  await open.waitFor();
  await open.click();
  const choices = panel(page, "Choices to make");
  const mine = choices.getByRole("button", { name: /^Take this: “Parcels”, you, today/ });
  await mine.waitFor();
  await choices.getByRole("button", { name: /^Take this: “Letters”, Bob, today/ }).waitFor();
  await choices.getByText("deleted by Bob, edited by you since").waitFor();
  const titles = choices.locator(".choice").filter({ hasText: "Parcels" });
  await titles.getByPlaceholder("Why (optional)").fill("We send parcels only");
  await mine.click();
  await button(page, "1\u{a0}choice to make").waitFor();
  await page.waitForFunction(() => document.activeElement.matches(".choice-option"), null, { polling: 50 });
  await choices.getByRole("button", { name: /^Take this: Keep it/ }).click();
  await page.waitForFunction(() => document.activeElement.textContent.includes("A price she trusts more"), null, { polling: 50 });
  await card(page, "A price she trusts more").waitFor();
  await choices.getByText("Settled (2)").click();
  const settled = choices.locator(".settled-item").filter({ hasText: "Parcels" });
  await settled.getByText("Why: We send parcels only").waitFor();
  await settled.getByText("Stands").waitFor();
  await kept(page);
  await close(page);
  await take(his, await exported(page, dir, "decided.parcours"));
  await card(his, "A price she trusts more").waitFor();
  await close(his);
  await more(his, "Choices to make");
  await his.getByText("Settled (2)").click();
  const told = panel(his, "Choices to make").locator(".settled-item").filter({ hasText: "Parcels" });
  await told.getByText(/^Anna, today/).waitFor();
  await close(his);
});

test("a card that both wrote anew shows both texts before it is taken, and then offers them", async () => {
  await write(page, "Thoughts", "Discovery", "Is there one nearby?");
  await take(his, await exported(page, dir, "before.parcours"));
  await close(his);
  await retype(page, card(page, "Is there one nearby?"), "Visits two gyms");
  await kept(page);
  await retype(his, card(his, "Is there one nearby?"), "Reads reviews of three studios");
  await kept(his);
  const copy = await exported(his, dir, "anew.parcours");
  await give(page, copy);
  const incoming = panel(page, "Incoming changes");
  await incoming.getByText("Card, changed by both: “Visits two gyms” / “Reads reviews of three studios”").waitFor();
  await button(incoming, "Take all").click();
  await incoming.waitFor({ state: "detached" });
  await button(page, "1\u{a0}choice to make").click();
  const choices = panel(page, "Choices to make");
  await choices.getByText("Card: both wrote it anew").waitFor();
  await choices.getByRole("button", { name: /^Take this: “Visits two gyms”, you, today/ }).waitFor();
  await choices.getByRole("button", { name: /^Take this: “Visits two gyms\s+Reads reviews of three studios”, both, one after the other/ }).click();
  await page.locator(".card").filter({ hasText: "Visits two gyms" }).filter({ hasText: "Reads reviews of three studios" }).waitFor();
  await choices.getByText("No choice is open.").waitFor();
  // Undone, the same choice is open again; decided anew, it is settled.
  await page.keyboard.press("Control+z");
  await choices.getByText("Card: both wrote it anew").waitFor();
  await choices.getByRole("button", { name: /^Take this: “Visits two gyms”, you, today/ }).click();
  await card(page, "Visits two gyms").waitFor();
  await kept(page);
  await close(page);
});

/** Closes the panel, if one is open. */
async function close(page) {
  const cross = page.locator(".panel-head").getByRole("button", { name: "Close" });
  if (await cross.isVisible()) await cross.click();
}

test("what says nearly the same is joined with every word, and undone as one action by its name", async () => {
  await write(page, "Pain points", "Discovery", "The shop never answers");
  await write(his, "Pain points", "Discovery", "Shop never answers!");
  await take(page, await exported(his, dir, "alike.parcours"));
  const import_ = panel(page, "Import");
  await import_.getByRole("heading", { name: "Nearly the same" }).waitFor();
  await import_.getByRole("button", { name: "Join into this: The shop never answers" }).click();
  const joined = card(page, "The shop never answers");
  await page.waitForFunction(() => [...document.querySelectorAll(".card-text")].some((text) => text.textContent === "The shop never answers\nShop never answers!"), null, { polling: 100 });
  await import_.getByRole("heading", { name: "Nearly the same" }).waitFor({ state: "detached" });
  await joined.focus();
  assert.match(await byline(page).innerText(), /joined with what Bob wrote$/);
  await more(page, "My actions");
  const actions = panel(page, "My actions");
  const line = actions.getByRole("button", { name: /^Join into card “The shop never answers/ });
  await line.waitFor();
  await actions.getByRole("button", { name: /^Add card/ }).first().click();
  await actions.getByRole("button", { name: /^Join into card .* Undone$/ }).waitFor();
  await card(page, "Shop never answers!").waitFor();
  await line.click();
  await card(page, "Shop never answers!").waitFor({ state: "detached" });
  await kept(page);
  await more(page, "Bin and unplaced cards");
  await panel(page, "Bin and unplaced cards").getByText(/^joined into “The shop never answers/).waitFor();
  await close(page);
});

test("what another changed since I did is left by my undo, which says so", async () => {
  const text = "A price she trusts more";
  const channel = async (on, word) => {
    await card(on, text).focus();
    await on.keyboard.press("Control+Enter");
    const typed = panel(on, "Details").getByLabel("Channel", { exact: true });
    await typed.fill(word);
    await typed.press("Enter");
    await card(on, text).filter({ hasText: word }).waitFor();
    await kept(on);
    await close(on);
  };
  await channel(page, "Kiosk");
  await take(his, await exported(page, dir, "kiosk.parcours"));
  await close(his);
  await channel(his, "Counter");
  await take(page, await exported(his, dir, "counter.parcours"));
  await close(page);
  await card(page, text).focus();
  await page.keyboard.press("Control+z");
  await page.getByText(/^Left as it is, because someone changed it meanwhile: .*A price she trusts more/).waitFor();
  await card(page, text).filter({ hasText: "Counter" }).waitFor();
});

test("in French too", async () => {
  const elle = await openProfile(site, { locale: "fr-FR" });
  const page = await elle.open();
  await give(page, join(dir, "alike.parcours"));
  await grid(page).waitFor();
  await saved(page);
  await card(page, "Wait for the parcel at home").focus();
  assert.match(await byline(page).innerText(), /^Écrit par Anna, aujourd’hui .*\u{a0}; dernière modification par Bob, aujourd’hui/u);
  await button(page, "Exporter").click();
  await dialog(page).getByRole("heading", { name: "Mettre votre nom sur votre travail\u{a0}?" }).waitFor();
  const download = page.waitForEvent("download");
  await button(page, "Fichier de carte").click();
  await download;
  await button(page, "Plus").click();
  await page.getByRole("menuitem", { name: "Mes actions" }).click();
  await panel(page, "Mes actions").getByText("La carte telle qu’à l’ouverture").waitFor();
  await elle.close();
});
