// What axe-core finds on a page against WCAG 2.2 AA.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Left out is one experimental rule, made for labelled controls: a cell is named by its lane and its
// column, not by the cards in it.
const run = `${axe}; axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: { "label-content-name-mismatch": { enabled: false } },
  })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + " " + node.html.slice(0, 160) + " " + node.failureSummary)))`;

/** Fails on what axe finds on a page once what moves there has come to rest; `what` names the place. */
export async function accessible(page, what) {
  await page.waitForTimeout(400);
  // Past the page's policy, which allows no script but its own.
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send("Runtime.evaluate", { expression: run, awaitPromise: true, returnByValue: true });
  await cdp.detach();
  assert.deepEqual(result.value, [], what);
}

/**
 * Opens each part of the open panel "Method" in turn: axe finds nothing there in either theme, and the panel is
 * no wider than itself, on a phone neither.
 */
export async function methodAccessible(page, what) {
  const heads = page.locator(".method-name");
  const size = page.viewportSize();
  for (let at = 0; at < (await heads.count()); at += 1) {
    const head = heads.nth(at);
    if ((await head.getAttribute("aria-expanded")) === "false") await head.click();
    const name = await head.locator(".panel-text").innerText();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await accessible(page, `${what}: ${name}, ${colorScheme}`);
    }
    for (const viewport of [{ width: 390, height: 844 }, size]) {
      await page.setViewportSize(viewport);
      const wide = await page.locator(".panel").evaluate((it) => it.scrollWidth - it.clientWidth);
      assert.ok(wide <= 1, `${what}: ${name} is ${wide} px too wide at ${viewport.width}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}
