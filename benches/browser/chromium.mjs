// Starts Debian's Chromium on a profile folder, with nothing running beside the page.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path));

/** A browser of its own process on the profile in `folder` (made when absent). */
export async function start(folder) {
  if (!executablePath) throw new Error("no /usr/bin/chromium: apt-get install chromium, or set CHROMIUM");
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: FLAGS,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    serviceWorkers: "allow",
  });
  // The start of the process itself is not what is compared.
  await rest(700);
  return context;
}

/** Waits `milliseconds`. */
export const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
