// Puts small functions, and those with one caller, where they are called from. An engine compiles a function when it is
// first called, and a start calls some two thousand: a quarter fewer opens a map sooner than the bytes it costs take away.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// What rustc uses of WebAssembly beyond its first version; the halves carry no section that says so.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
// Sizes as binaryen counts them, in instructions. Larger ones make the file larger and a start no shorter.
const INLINING = ["--one-caller-inline-max-function-size=400", "--always-inline-max-function-size=10", "--inlining-optimizing"];

/**
 * @param {Buffer} wasm a module, which exports all that others need of it
 * @param {string} beside a path that may be written to
 * @returns {Buffer} the same module with fewer functions
 */
export function inlined(wasm, beside) {
  writeFileSync(beside, wasm);
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  execFileSync("wasm-opt", [...features, "--low-memory-unused", ...INLINING, beside, "-o", beside], { stdio: ["ignore", "inherit", "inherit"] });
  return readFileSync(beside);
}
