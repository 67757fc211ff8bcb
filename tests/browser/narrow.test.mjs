// The board where there is little room: on a phone, and beside a panel in a small window.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { begin, button, card, field, grid } from "./hands.mjs";
import { openProfile, openSite } from "./harness.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: "reduce" };
const examples = { "en-US": "Example: a journey map", "fr-FR": "Exemple : une carte de parcours" };

let site;
before(async () => {
  site = await openSite();
});
after(() => site.stop());

/** Tells a story on the example, in a window of its own. */
async function on(options, story) {
  const person = await openProfile(site, options);
  try {
    await story(await begin(person, examples[options.locale ?? "en-US"]));
  } finally {
    await person.close();
  }
}

/** Whether the middle of an element is what a finger would meet there. */
const free = (target) =>
  target.evaluate((one) => {
    const box = one.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return Boolean(top) && (one.contains(top) || top.contains(one));
  });

for (const locale of ["en-US", "fr-FR"]) {
  test(`nothing of the toolbar is cut at any width, ${locale}`, async () => {
    await on({ ...phone, locale }, async (page) => {
      for (const width of [390, 521, 640, 761, 910, 1021, 1110, 1180, 1241, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        const whole = async (what) => {
          await page.waitForTimeout(50);
          const cut = await page.locator(".tools-middle").evaluate((one) => one.scrollWidth - one.clientWidth);
          assert.ok(cut <= 0, `${cut} px are cut at ${width} px with ${what} selected`);
        };
        for (const what of [".stage-head", ".lane-head", "[data-kind=touchpoints] .card", ".curve-cell", ".card"]) {
          await page.locator(what).first().focus();
          await whole(what);
        }
        await page.keyboard.press("Control+a");
        await whole("several");
        await page.keyboard.press("Escape");
      }
    });
  });
}

test("what is named on a phone is brought into the open, and no hint of a new map is cut", async () => {
  for (const [locale, name] of [["en-US", "New service blueprint"], ["fr-FR", "Nouveau blueprint de service"]]) {
    const person = await openProfile(site, { ...phone, locale });
    try {
      const page = await begin(person, name);
      await page.keyboard.press("Escape");
      const cut = await page.locator(".hint").evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1 || one.getBoundingClientRect().width > innerWidth).map((one) => one.textContent));
      assert.deepEqual(cut, [], locale);
      const board = page.locator(".board");
      await board.evaluate((one) => one.scrollTo(60, 0));
      await page.locator(".stage-head").first().dblclick();
      await field(page).waitFor();
      assert.equal(await board.evaluate((one) => one.scrollLeft), 0);
    } finally {
      await person.close();
    }
  }
});

test("on a phone all is added from one place, and what the selection allows is one menu", async () => {
  await on(phone, async (page) => {
    await page.locator(".card").first().focus();
    await button(page.locator(".tools"), "Add card").click();
    await field(page).fill("By finger");
    await page.keyboard.press("Enter");
    await card(page, "By finger").waitFor();
    await button(page, "Add something else").click();
    await page.getByRole("menuitem", { name: "Add stage", exact: true }).click();
    await field(page).fill("Afterwards");
    await page.keyboard.press("Enter");
    await grid(page).getByRole("columnheader", { name: /^Afterwards/ }).waitFor();
    await button(page, "For the selection").click();
    await page.getByRole("menuitem", { name: "Delete", exact: true }).click();
    await grid(page).getByRole("columnheader", { name: /^Afterwards/ }).waitFor({ state: "detached" });
  });
});

test("the menu of the selection is whole in the window, also where its words take two lines", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 720, height: 450 }]) {
    await on({ viewport, locale: "fr-FR" }, async (page) => {
      await page.locator(".card").nth(1).focus();
      await page.keyboard.press("Control+a");
      await page.locator(".cell .card.picked").last().click({ button: "right" });
      const box = await page.locator(".context-menu").boundingBox();
      assert.ok(box.y >= 8 && box.y + box.height <= viewport.height - 7, JSON.stringify(box));
    });
  }
});

test("with a panel open on a phone the last stage and the last lane still come into the open", async () => {
  await on(phone, async (page) => {
    await page.locator(".card").first().focus();
    await page.keyboard.press("Control+Enter");
    await page.locator(".panel").waitFor();
    await page.locator(".board").evaluate((board) => board.scrollTo(1e6, 1e6));
    await page.waitForTimeout(300);
    const cells = page.locator(".cell");
    const last = await cells.evaluateAll((all) => {
      const place = (one) => [Number(one.getAttribute("aria-colindex")), one.getBoundingClientRect().top];
      const most = all.map((one, at) => [at, ...place(one)]).sort((a, b) => b[1] - a[1] || b[2] - a[2])[0];
      return most[0];
    });
    assert.ok(await free(cells.nth(last)), "the last cell lies under something");
    await page.keyboard.press("Escape");
  });
});

test("headers stand over their columns where a panel leaves the board little room", async () => {
  await on({ viewport: { width: 900, height: 800 } }, async (page) => {
    await page.locator(".card").first().focus();
    await page.keyboard.press("Control+Enter");
    await page.locator(".panel").waitFor();
    await page.locator(".board.narrow").waitFor();
    const right = (selector) => page.locator(selector).first().evaluate((one) => one.getBoundingClientRect().right);
    assert.equal(await right(".corner"), await right(".lane-head"));
    await page.keyboard.press("Escape");
    await page.locator(".board:not(.narrow)").waitFor();
    assert.equal(await right(".corner"), await right(".lane-head"));
  });
});

test("news lie beside an open panel, not over its buttons", async () => {
  for (const viewport of [{ width: 720, height: 450 }, { width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    await on({ viewport }, async (page) => {
      await page.locator(".card").first().focus();
      await page.keyboard.press("Control+Enter");
      await page.locator(".panel").waitFor();
      await page.locator(".stage-head").first().focus();
      await page.keyboard.press("Delete");
      await page.locator(".notice").waitFor();
      const over = await page.evaluate(() => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const [news, panel] = [box(".notice"), box(".panel")];
        return news.right > panel.left && news.left < panel.right && news.bottom > panel.top && news.top < panel.bottom;
      });
      assert.ok(!over, `over the panel at ${viewport.width} px`);
    });
  }
});

test("filtered on a phone: the foot stays one line, and what is left out can still be read", async () => {
  for (const locale of ["en-US", "fr-FR"]) {
    await on({ ...phone, locale }, async (page) => {
      await page.locator(".foot-press").first().click();
      await page.locator(".filter input").first().fill("writers".slice(0, locale === "en-US" ? 7 : 2));
      await page.locator(".card.dim").first().waitFor();
      await page.locator(".panel-head button").click();
      assert.ok((await page.locator(".foot").boundingBox()).height < 48, locale);
      const text = page.locator(".card.dim .card-text").first();
      assert.ok(await text.evaluate((one) => one.checkVisibility({ visibilityProperty: true })));
      assert.match(await page.locator(".filtered").getAttribute("role"), /status/);
    });
  }
});

test("the table on a phone is a list: each card's text and place within the window, and typed into", async () => {
  await on(phone, async (page) => {
    await page.locator("#tab-table").click();
    await page.locator(".table-line").first().waitFor();
    const wide = await page.locator(".table-page").evaluate((one) => one.scrollWidth - one.clientWidth);
    assert.ok(wide <= 0, `${wide} px to the side`);
    const line = page.locator("[aria-rowindex='2']");
    for (const column of ["text", "stage", "step", "lane"]) {
      const box = await line.locator(`[data-column=${column}] .table-words`).boundingBox();
      assert.ok(box.width > 20 && box.x >= 0 && box.x + box.width <= 390, `${column} ${JSON.stringify(box)}`);
    }
    const tops = await page.locator(".table-line").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map((box) => [box.top, box.bottom]).sort((a, b) => a[0] - b[0]));
    tops.forEach(([top], at) => assert.ok(!at || top >= tops[at - 1][1] - 1, "lines lie on each other"));
    // Turned on its side the same lines are a table again.
    await page.setViewportSize({ width: 1000, height: 390 });
    await page.waitForFunction(() => document.querySelectorAll(".table-line")[1].getBoundingClientRect().height === 44, null, { polling: 50 });
    const gap = await page.locator(".table-line").evaluateAll((all) => {
      const tops = all.map((one) => one.getBoundingClientRect().top).sort((a, b) => a - b);
      return tops[1] - tops[0];
    });
    assert.equal(gap, 44);
    await page.setViewportSize({ width: 390, height: 844 });
    await line.locator("[data-place]").focus();
    await page.keyboard.press("F2");
    await field(page).fill("Reads on a phone");
    await page.keyboard.press("Enter");
    await line.getByText("Reads on a phone").waitFor();
  });
});

test("on touch a lane's arrow is at hand while its lane is in sight, and large enough for a finger", async () => {
  for (const viewport of [{ width: 390, height: 500 }, { width: 1024, height: 500 }]) {
    await on({ ...phone, viewport, isMobile: true }, async (page) => {
      const row = page.locator(".row", { hasText: "Touchpoints" }).first();
      const arrow = row.getByRole("button", { name: "Fold the lane" });
      await page.locator(".board").evaluate((board) => {
        const row = [...board.querySelectorAll(".row")].find((one) => one.dataset.kind === "touchpoints");
        board.scrollTo(0, row.offsetTop + 60);
      });
      await page.waitForTimeout(300);
      const box = await arrow.boundingBox();
      const head = await page.locator(".board-head").boundingBox();
      assert.ok(box.y >= head.y + head.height - 6, "it stays below the head");
      assert.equal(await arrow.evaluate((one) => getComputedStyle(one).opacity), "1");
      const reach = await arrow.evaluate((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const hits = (dx, dy) => one.contains(document.elementFromPoint(x + dx, y + dy));
        return [hits(0, 16), hits(viewport() ? -16 : 16, 0)];
        function viewport() {
          return innerWidth < 640;
        }
      });
      assert.deepEqual(reach, [true, true], "16 px beside its middle it is still meant");
      await arrow.tap();
      await page.locator(".row.folded").waitFor();
    });
  }
});
