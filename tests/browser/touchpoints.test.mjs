// The inventory of touchpoints: listed before any stage exists, placed by box and by dragging, renamed once,
// checked; the feeling of a card; mentions; and the sheet of a column with its drop-offs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "./axe.mjs";
import { begin, beside, button, card, feel, field, grid, kept, listTouchpoint, more, noStages, onOneProfile, setLine, unfold } from "./hands.mjs";

let anna, page;

onOneProfile((it) => (anna = it.person));

const panel = (name = "Touchpoints") => beside(page, name);
const open = (name) => unfold(button(panel(), name));
const set = (name, value) => setLine(panel(), name, value);

test("before there is any stage touchpoints are listed, by keyboard", async () => {
  page = await begin(anna, "New journey map");
  await field(page).press("Escape");
  await noStages(page);
  await more(page, "Touchpoints");
  for (const name of ["Web shop", "Counter", "App to come"]) await listTouchpoint(page, name);
  await open("Web shop");
  await panel().getByText("There is no stage yet.").waitFor();
  await set("Channel", "Web");
  await set("What it should lead to", "Order");
  await open("Counter");
  await set("Channel", "Shop");
  await set("What it should lead to", "order");
  await open("App to come");
  await set("Channel", "App");
  await panel().getByLabel("Wanted in addition", { exact: true }).check();
  await kept(page);
  await panel().getByRole("button", { name: "Channel × stage" }).click();
  const rows = await panel().getByRole("row").allInnerTexts();
  assert.deepEqual(rows.map((row) => row.split(/\s{2,}|\t|\n/)[0].trim()), ["Channel", "Web", "App", "Shop"]);
  await panel().getByRole("button", { name: "Table", exact: true }).click();
});

test("ticked onto a column or dragged onto it, a touchpoint is a card there; renamed once it is renamed everywhere", async () => {
  await page.getByRole("button", { name: "Add stage" }).first().click();
  await field(page).fill("Buy");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add stage" }).first().click();
  await field(page).fill("Fetch");
  await page.keyboard.press("Enter");
  if ((await page.locator("[data-editor]").count()) > 0) await field(page).press("Escape");
  await kept(page);
  await open("Web shop");
  await panel().getByRole("checkbox", { name: "Buy", exact: true }).check();
  await card(page, "Web shop").waitFor();
  await panel().getByRole("checkbox", { name: "Fetch", exact: true }).check();
  await page.waitForFunction(() => document.querySelectorAll(".card .card-met").length === 2, null, { polling: 50 });
  // By pointer: the counter onto the stage's header.
  const grip = panel().locator(".touch-item").filter({ hasText: "Counter" }).locator(".touch-grip");
  await grip.dragTo(grid(page).getByRole("columnheader", { name: /^Buy/ }));
  await card(page, "Counter").waitFor();
  await kept(page);
  await open("Web shop");
  await panel().getByLabel("Name", { exact: true }).fill("Online shop");
  await page.waitForFunction(() => [...document.querySelectorAll(".card-met")].filter((one) => one.innerText.trim() === "Online shop").length === 2, null, { polling: 50 });
  await panel().getByRole("checkbox", { name: "Fetch", exact: true }).uncheck();
  await page.waitForFunction(() => document.querySelectorAll(".card .card-met").length === 2, null, { polling: 50 });
  await kept(page);
});

test("an overlap and a gap are noticed, each with its question, and lead to their place", async () => {
  await panel().getByRole("button", { name: "Buy: Online shop, Counter do the same job. Does each of them help someone?" }).waitFor();
  const gap = panel().getByRole("button", { name: "Nothing is met at “Fetch”. Do people leave here for lack of a touchpoint?" });
  await gap.click();
  await page.waitForFunction(() => /Fetch/.test(document.activeElement?.textContent ?? ""), null, { polling: 50 });
});

test("a card has its own feeling or its column's, and says which; 1.5 apart on two channels is inconsistent", async () => {
  for (const [name, level] of [["Online shop", "+1"], ["Counter", "−0.5"]]) {
    await card(page, name).focus();
    await page.keyboard.press("Control+Enter");
    const details = panel("Details");
    await details.getByLabel("Own feeling", { exact: true }).selectOption({ label: level });
    await details.getByText(`${level.replace("+1", "1.0")}, its own`).waitFor();
    await kept(page);
  }
  // On the card it is seen at a glance, with its word.
  await card(page, "Online shop").first().locator(".glance-felt").getByText("good", { exact: true }).waitFor();
  assert.match(await card(page, "Counter").first().getAttribute("aria-label"), /Own feeling: rather bad −0\.5/);
  await more(page, "Touchpoints");
  await panel().getByRole("button", { name: /“Counter” and “Online shop” do the same job, and feel 1\.5 apart/ }).waitFor();
});

test("the inventory is put into another order by the keys", async () => {
  const order = () => panel().locator(".touch-open").allInnerTexts();
  const before = await order();
  const last = button(panel(), before.at(-1));
  await last.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.waitForFunction((name) => [...document.querySelectorAll(".touch-open")].at(-2)?.innerText === name, before.at(-1), { polling: 50 });
  await page.waitForFunction((name) => document.activeElement?.innerText === name, before.at(-1), { polling: 50 });
  await page.keyboard.press("Alt+ArrowDown");
  await page.waitForFunction((name) => [...document.querySelectorAll(".touch-open")].at(-1)?.innerText === name, before.at(-1), { polling: 50 });
  assert.deepEqual(await order(), before);
});

test("mentions on others' pages are kept with traffic and date", async () => {
  await panel().getByText("Mentions on others’ pages").click();
  await panel().getByRole("textbox", { name: "Add a page" }).fill("bikeforum.example");
  await page.keyboard.press("Enter");
  await set("Traffic", "3000 a month");
  await panel().getByLabel("Date", { exact: true }).fill("2026-11-02");
  await kept(page);
  await page.reload();
  await grid(page).waitFor();
  await more(page, "Touchpoints");
  await page.waitForFunction(() => document.querySelector('.touch-mention input[type="date"]')?.value === "2026-11-02", null, { polling: 50 });
});

test("the inventory is accessible, as table and as matrix, in light and dark", async () => {
  await open("Counter");
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await panel().getByRole("button", { name: "Table", exact: true }).click();
    await accessible(page, `${scheme}, table`);
    await panel().getByRole("button", { name: "Channel × stage" }).click();
    await accessible(page, `${scheme}, matrix`);
  }
});

test("the sheet of a column says what is there; drop-off is a mark on it, with rate and why, and is listed", async () => {
  await grid(page).getByRole("columnheader", { name: /^Buy/ }).focus();
  await page.keyboard.press("F4");
  const method = panel("Method");
  const build = method.getByRole("button", { name: /^Build/ });
  if ((await build.getAttribute("aria-expanded")) === "false") await build.click();
  const sheet = method.getByRole("region", { name: "Buy" });
  await sheet.getByText("Online shop · Counter").waitFor();
  await sheet.getByRole("button", { name: /^Emotions\s*nothing yet/ }).waitFor();
  await feel(page, "Buy", "-", "-");
  await sheet.getByRole("button", { name: /^Emotions\s*bad −1/ }).waitFor();
  const write = async (name, value) => {
    const line = sheet.getByLabel(name, { exact: true });
    await line.fill(value);
    await line.press("Enter");
  };
  await write("Engagement wished for", "Tries two bikes");
  await write("Drop-off", "30 %");
  await write("Why people leave", "No price shown");
  await sheet.getByLabel("Alignment", { exact: true }).selectOption("diverging");
  await write("Touchpoints expected", "1");
  await method.getByRole("button", { name: /Buy · Drop-off\s*30 % – No price shown/ }).waitFor();
  const head = grid(page).getByRole("columnheader", { name: /^Buy/ });
  await head.getByText("Drop-off 30 %").waitFor();
  assert.match(await head.getAttribute("aria-description"), /Drop-off 30 %/);
  await kept(page);
  await accessible(page, "column sheet");
  await button(method, "Column after").click();
  await method.getByRole("region", { name: "Fetch" }).waitFor();
  await more(page, "Touchpoints");
  await panel().getByRole("button", { name: /^Buy: 2\s+touchpoints, 1 expected\. Are people overwhelmed\?/ }).waitFor();
});
