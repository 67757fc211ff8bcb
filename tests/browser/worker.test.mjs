// The worker's boot script, with a script in place of the app's that says what it was called with.
import assert from "node:assert/strict";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { copyOfDist, visit } from "./harness.mjs";

const echo = `
  export default async ({ module_or_path }) => {
    await new Promise((done) => setTimeout(done, 100));
    if (!(module_or_path instanceof WebAssembly.Module)) throw new Error("no module");
    return (parts = { there: new WebAssembly.Global({ value: "i32", mutable: true }, 0) });
  };
  let parts;
  export function serve() {
    if (!parts.there.value) throw new Error("the second half is not there");
    addEventListener("message", (event) => postMessage([event.data, event.ports.length]));
  }
`;

async function withWorker(story) {
  const dir = await copyOfDist();
  const worker = (await readdir(dir)).find((name) => /^worker-\w+\.js$/.test(name));
  await writeFile(join(dir, "echo.js"), echo);
  await visit({ dir }, async (person) => story(await person.open(), worker));
  await rm(dir, { recursive: true });
}

test("what a worker is sent before it listens reaches it, once and in order", () =>
  withWorker(async (page, address) => {
    const answers = await page.evaluate(async (address) => {
      // The smallest wasm there is.
      const module = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      const worker = new Worker(address, { type: "module" });
      const answers = [];
      const five = new Promise((done, failed) => {
        worker.onmessage = ({ data }) => answers.push(data) === 5 && done();
        worker.onerror = ({ message }) => failed(new Error(message));
      });
      worker.postMessage({ first: module, later: module, script: new URL("echo.js", document.baseURI).href });
      worker.postMessage("one");
      worker.postMessage("two", [new MessageChannel().port1]);
      setTimeout(() => worker.postMessage("three"), 50);
      setTimeout(() => worker.postMessage("four"), 500);
      setTimeout(() => worker.postMessage("five"), 510);
      await five;
      return answers;
    }, address);
    assert.deepEqual(answers, [["one", 0], ["two", 1], ["three", 0], ["four", 0], ["five", 0]]);
  }));

test("a worker that can't start tells the page by an error event", () =>
  withWorker(async (page, address) => {
    const message = await page.evaluate(async (address) => {
      const worker = new Worker(address, { type: "module" });
      const failed = new Promise((done) => {
        worker.onerror = (event) => {
          event.preventDefault();
          done(event.message);
        };
      });
      worker.postMessage({ script: new URL("gone.js", document.baseURI).href });
      return failed;
    }, address);
    assert.match(message, /gone\.js/);
  }));
