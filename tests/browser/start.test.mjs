// The app starts: at once, under any path, without a network, and never with a blank page.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFile, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { copyOfDist, keptOffline, visit } from "./harness.mjs";

const started = (page) => page.locator("#shell").waitFor({ state: "detached" });

// The name of a half of the wasm.
const half = async (dir, which) => (await readdir(dir)).find((name) => name.startsWith(`${which}-`));

// What a new release does to the files: one of them differs, and the service worker's list says so.
async function release(dir, { broken }) {
  const sw = join(dir, "sw.js");
  const text = await readFile(sw, "utf8");
  const news = "It is new.";
  const digest = createHash("sha256").update(news).digest("base64");
  const kept = text.replace(/"notices.txt": "[^"]+"/, `"news.txt": "${digest}"`);
  await writeFile(sw, kept.replace(/BUILD = "\w+"/, 'BUILD = "next"'));
  await writeFile(join(dir, "news.txt"), broken ? news.slice(0, 4) : news);
}

test("a first visit shows the app and asks nobody else for anything", () =>
  visit({}, async (person, site) => {
    const page = await person.open();
    await started(page);
    await keptOffline(page);
    assert.match(await page.title(), /Parcours/);
    const wasm = person.requests.filter((address) => address.endsWith(".wasm"));
    // Its two halves.
    assert.deepEqual([...new Set(wasm)].map((address) => address.match(/(first|later)-/)?.[1]).sort(), ["first", "later"]);
    assert.ok(person.requests.every((address) => address.startsWith(site.url)));
  }));

test("under a sub-path everything is found there", () =>
  visit({ base: "/some/where/" }, async (person, site) => {
    const page = await person.open();
    await started(page);
    await keptOffline(page);
    assert.ok(person.requests.every((address) => address.startsWith(site.url)));
  }));

test("visited once, the app starts with the server gone, from its page's own address too", () =>
  visit({ base: "/sub/" }, async (person, site) => {
    const page = await person.open();
    await keptOffline(page);
    await site.stop();
    for (const path of ["", "index.html", "?from=home", "#/map/none"]) {
      const page = await person.open(path);
      await started(page);
      // Out of the cache: nobody is asked for the half that a start waits for.
      const asked = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
      assert.deepEqual(asked.filter((address) => /\/first-/.test(address)), []);
    }
    await site.start();
  }));

test("a host that calls the wasm by a wrong type is put up with", () =>
  visit({}, async (person) => {
    await person.context.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, contentType: "application/octet-stream" });
    });
    await started(await person.open());
    // The service worker may still be fetching.
    await person.context.unrouteAll({ behavior: "wait" });
  }));

test("when the app can't be loaded the page says so in both languages", async () => {
  const dir = await copyOfDist();
  await rm(join(dir, await half(dir, "first")));
  await visit({ dir }, async (person) => {
    const page = await person.open();
    const alert = page.getByRole("alert");
    await alert.getByText("could not start").waitFor();
    await alert.getByText("n’a pas pu démarrer").waitFor();
    await page.getByRole("button", { name: "Reload" }).waitFor();
    person.expect(/404/);
  });
  await rm(dir, { recursive: true });
});

test("what a first paint waits for weighs no more than 500 kB over the wire", async () => {
  const dir = await copyOfDist();
  const page = await readFile(join(dir, "index.html"), "utf8");
  const linked = [...page.matchAll(/"\.\/([^"]+\.(?:js|css|wasm))"/g)].map(([, name]) => name);
  const awaited = new Set(linked.filter((name) => !/^(later|worker)-/.test(name)));
  assert.ok(awaited.has(await half(dir, "first")));
  let sum = brotliCompressSync(page).length;
  for (const name of awaited) sum += brotliCompressSync(await readFile(join(dir, name))).length;
  assert.ok(sum <= 500_000, `${sum} bytes: scripts/record finds what need not be among them`);
  await rm(dir, { recursive: true });
});

test("a browser without IndexedDB is told what it lacks", () =>
  visit({}, async (person) => {
    await person.context.addInitScript(() => {
      Object.defineProperty(globalThis, "indexedDB", { value: undefined });
    });
    const page = await person.open();
    await page.getByText("it lacks IndexedDB").waitFor();
  }));

test("a program error stops the app in words instead of leaving it half alive", () =>
  visit({}, async (person) => {
    const page = await person.open();
    await started(page);
    await page.evaluate(() => {
      setTimeout(() => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
    });
    await page.getByRole("alert").getByText("had to stop").waitFor();
    person.expect(/unreachable/);
  }));

test("an update waits until the app accepts it, then every tab runs it", async () => {
  const dir = await copyOfDist();
  await visit({ dir }, async (person, site) => {
    await keptOffline(await person.open());
    await release(dir, { broken: false });
    const [page, other] = [await person.open(), await person.open()];
    await page.locator("html[data-update=ready]").waitFor();
    const gone = Promise.all([page.waitForEvent("load"), other.waitForEvent("load")]);
    await page.evaluate(() => document.dispatchEvent(new Event("update-accepted")));
    await gone;
    await started(page);
    assert.deepEqual(await page.evaluate(() => caches.keys()), [`parcours ${site.url} next`]);
  });
  await rm(dir, { recursive: true });
});

test("a broken update leaves the old version in use, also without a network", async () => {
  const dir = await copyOfDist();
  await visit({ dir }, async (person, site) => {
    const first = await person.open();
    await keptOffline(first);
    const before = await first.evaluate(() => caches.keys());
    await release(dir, { broken: true });
    await appendFile(join(dir, "index.html"), "<!-- the new page, which nobody must see -->");
    const page = await person.open();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      // The page asks for it once more by itself, behind its start.
      await new Promise((done) => setTimeout(done, 1500));
      while (registration.installing) await new Promise((done) => setTimeout(done, 50));
    });
    assert.equal(await page.getAttribute("html", "data-update"), null);
    assert.deepEqual(await page.evaluate(() => caches.keys()), before);
    await site.stop();
    await started(await person.open());
    await site.start();
  });
  await rm(dir, { recursive: true });
});
