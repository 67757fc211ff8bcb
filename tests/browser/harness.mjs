// What the browser tests stand on: the built site on a port of its own, and people, each with a
// browser profile of their own, who complain of every error and every request that leaves the site.
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const temporary = () => mkdtemp(join(tmpdir(), "parcours-"));

/**
 * Serves the built app, or the site in `dir`, under `base`.
 *
 * @returns {Promise<{url: string, stop(): Promise<void>, start(): Promise<void>}>} `start` after
 *   `stop` takes the same address again
 */
export async function openSite({ base = "/", dir = dist } = {}) {
  const options = { dir, base, quality: 4 };
  let server = await serve(options);
  const { url } = server;
  return {
    url,
    stop: () => server.close(),
    start: async () => {
      server = await serve({ ...options, port: Number(new URL(url).port) });
    },
  };
}

/** A copy of the built app that a test may spoil; remove it with `rm`. */
export async function copyOfDist() {
  const dir = await temporary();
  await cp(dist, dir, { recursive: true });
  return dir;
}

/**
 * A person with a browser profile of their own, at `site`.
 *
 * @param {{url: string}} site from {@link openSite}
 * @param {object} options Playwright's context options (locale, colorScheme, viewport…), and
 *   `profile`: a directory to keep using, which then is the caller's to remove
 */
export async function openProfile(site, { profile, ...options } = {}) {
  const dir = profile ?? (await temporary());
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: quiet,
    locale: "en-US",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const { origin } = new URL(site.url);
  const requests = [];
  const complaints = [];
  const complain = (text) => complaints.push(text);

  context.on("request", (request) => {
    const address = new URL(request.url());
    if (address.protocol === "blob:") return;
    requests.push(address.href);
    if (address.origin !== origin) complain(`a request left the site: ${address.href}`);
  });
  // Chromium reports what the content security policy refuses as an error on the console.
  context.on("console", (message) => {
    if (message.type() === "error") complain(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complain(`uncaught: ${error.error().stack ?? error.error()}`));

  return {
    context,
    dir,
    /** Every address asked for so far. */
    requests,
    /** A page showing the app, or what stands at `path` (a fragment, say). */
    open: async (path = "") => {
      const page = await context.newPage();
      await page.goto(site.url + path);
      return page;
    },
    /** Takes back complaints a test provoked; each pattern must have met one. */
    expect: (...patterns) => {
      for (const pattern of patterns) {
        const rest = complaints.filter((text) => !pattern.test(text));
        assert.ok(rest.length < complaints.length, `nobody complained of ${pattern}`);
        complaints.splice(0, complaints.length, ...rest);
      }
    },
    /** Takes back complaints that may or may not have been made. */
    forgive: (pattern) => {
      const rest = complaints.filter((text) => !pattern.test(text));
      complaints.splice(0, complaints.length, ...rest);
    },
    /** Closes the browser and fails on any complaint left. */
    close: async () => {
      await context.close();
      if (!profile) await rm(dir, { recursive: true, force: true });
      assert.deepEqual(complaints, []);
    },
  };
}

/** Tells a story of one person, with the options `person`, at a site of its own, opened with `options` as {@link openSite}. */
export async function visit(options, story) {
  const site = await openSite(options);
  try {
    const person = await openProfile(site, options.person);
    try {
      await story(person, site);
    } finally {
      await person.close();
    }
  } finally {
    await site.stop();
  }
}

/** Waits until the whole app is kept for use without a network; fails after half a minute. */
export async function keptOffline(page) {
  const state = await page.evaluate(async () => {
    const until = Date.now() + 30_000;
    for (;;) {
      const registration = await navigator.serviceWorker.getRegistration();
      const state = registration?.active?.state;
      if (state === "activated" || Date.now() > until) return state;
      await new Promise((again) => setTimeout(again, 50));
    }
  });
  assert.equal(state, "activated", "the service worker");
}
