// The slides as someone sees them who is shown a map: on a large screen and in the hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { begin, button } from "./hands.mjs";
import { openProfile, openSite } from "./harness.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(() => site.stop());

/** Shows the example in a window of this size; the window stays one, since a picture is taken of nothing else. */
async function shown(viewport, story) {
  const person = await openProfile(site, { viewport });
  await person.context.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.resolve();
  });
  try {
    const page = await begin(person, "Example: a journey map");
    await button(page, "Present").click();
    const show = page.getByRole("dialog", { name: "Present" });
    await show.waitFor();
    await story(show, page);
  } finally {
    await person.close();
  }
}

/** Goes to the slide of this name. */
async function slide(show, page, name) {
  for (let n = 0; n < 20 && !(await show.getByRole("heading", { name, exact: true }).count()); n += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(50);
  }
  return show.locator(".picture");
}

test("the whole curve fills the screen, tinted and with the faces of the board", async () => {
  await shown({ width: 1440, height: 900 }, async (show, page) => {
    const picture = await slide(show, page, "The whole curve");
    const box = await picture.boundingBox();
    const end = (await show.locator(".present-bar").boundingBox()).y;
    assert.ok(end - (box.y + box.height) < 60, `${end - box.y - box.height} px are left below it`);
    assert.equal(await picture.locator(".print-face").count(), 5);
    const tint = await picture.locator(".print-tint").evaluate((one) => {
      const { width, height } = one.getBBox();
      const stops = document.querySelectorAll(`${one.getAttribute("fill").slice(4, -1)} stop`);
      return [width, height, new Set([...stops].map((stop) => getComputedStyle(stop).stopColor)).size];
    });
    assert.ok(tint[0] > 400 && tint[1] > 100, `it has a size: ${tint}`);
    assert.equal(tint[2], 2, "one colour above the middle, another below");
    const names = await picture.locator(".print-step").allTextContents();
    assert.ok(names.includes("Writer") && names.some((name) => name.startsWith("★")), names.join("|"));
  });
});

test("cards on a slide are as wide as they need, and beside each other where there is room", async () => {
  await shown({ width: 1920, height: 1080 }, async (show, page) => {
    const picture = await slide(show, page, "Discovery");
    const cards = await picture.locator(".print-card").evaluateAll((all) => all.map((one) => one.getBBox()).map(({ x, y, width }) => [x, y, width]));
    assert.ok(cards.every(([, , width]) => width <= 300), cards.map(([, , width]) => width).join(" "));
    const [first, second] = cards;
    assert.ok(second[1] === first[1] && second[0] > first[0] + 100, "the second stands beside the first");
  });
});

test("in the hand nothing goes beyond the right edge, in no slide", async () => {
  for (const viewport of [{ width: 390, height: 844 }, { width: 844, height: 390 }]) {
    await shown(viewport, async (show, page) => {
      const seen = show.locator(".present-slide");
      const count = Number((await show.locator(".present-place").innerText()).match(/\d+$/)[0]);
      for (let at = 1; at <= count; at += 1) {
        await show.getByText(`${at} of ${count}`).waitFor();
        await page.waitForTimeout(100);
        const beyond = await seen.evaluate((one) => one.scrollWidth - one.clientWidth);
        assert.ok(beyond <= 0, `${beyond} px of slide ${at} are beyond ${viewport.width} px`);
        await page.keyboard.press("ArrowRight");
      }
      assert.ok(count > 6 || viewport.width > 400, "a stage of many steps goes on on the next slide");
    });
  }
});

test("turned in the hand, the slide is drawn anew", async () => {
  await shown({ width: 844, height: 390 }, async (show, page) => {
    await slide(show, page, "The whole curve");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(() => document.querySelector(".present .picture").getBoundingClientRect().width < 390, null, { polling: 50, timeout: 5000 });
  });
});

test("a title breaks only where the screen ends", async () => {
  await shown({ width: 1440, height: 900 }, async (show) => {
    const lines = await show.getByRole("heading").evaluate((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      return new Set([...words.getClientRects()].map(({ top }) => top)).size;
    });
    assert.equal(lines, 2);
  });
});
