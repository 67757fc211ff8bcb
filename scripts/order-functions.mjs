// Puts functions of a wasm file that look alike next to each other: the compressor of the wire finds
// repetitions nearby cheaper than far ones, which saves two bytes of a hundred.
//
// Likeness is the share of equal minima of hashed five-byte windows (MinHash, Broder 1997); from each
// function the walk goes on to the one most like it. The file itself is written by wasm-opt, which can
// sort functions by name: here each only gets its place as its name.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const WINDOW = 5;
const MINIMA = 32;

/** Reads unsigned LEB128 numbers and skips what stands between them. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  number() {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return value;
    }
  }
  skip() {
    const length = this.number();
    this.at += length;
  }
  limits() {
    const bounded = this.number() & 1;
    this.number();
    if (bounded) this.number();
  }
}

function leb(number) {
  const bytes = [];
  do {
    const rest = number >>> 7;
    bytes.push((number & 127) | (rest ? 128 : 0));
    number = rest;
  } while (number);
  return bytes;
}

// How many functions come from outside: those of the module count on from there.
function imported(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.skip();
    reader.skip();
    const kind = reader.number();
    if (kind === 0) {
      reader.number();
      functions++;
    } else if (kind === 1) {
      reader.number();
      reader.limits();
    } else if (kind === 2) {
      reader.limits();
    } else {
      reader.number();
      reader.number();
    }
  }
  return functions;
}

function functions(wasm) {
  const reader = new Reader(wasm, 8);
  const found = { imports: 0, bodies: [] };
  while (reader.at < wasm.length) {
    const section = wasm[reader.at++];
    const end = reader.number() + reader.at;
    if (section === 2) found.imports = imported(new Reader(wasm, reader.at));
    if (section === 10) {
      for (let left = reader.number(); left > 0; left--) {
        const size = reader.number();
        found.bodies.push(wasm.subarray(reader.at, reader.at + size));
        reader.at += size;
      }
    }
    reader.at = end;
  }
  return found;
}

function minima(body) {
  const least = new Uint32Array(MINIMA).fill(0xffffffff);
  for (let at = 0; at + WINDOW <= body.length; at++) {
    let window = 0;
    for (let next = 0; next < WINDOW; next++) window = (Math.imul(window, 0x01000193) + body[at + next]) | 0;
    window ^= window >>> 15;
    for (let one = 0; one < MINIMA; one++) {
      let hash = (Math.imul(window, Math.imul(2 * one + 1, 0x9e3779b1) | 1) + Math.imul(one + 7, 0x85ebca6b)) | 0;
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
      if (hash < least[one]) least[one] = hash;
    }
  }
  return least;
}

// The functions in the order of the walk; where nothing is alike, the largest left begins anew.
function walk(bodies) {
  const marks = bodies.map(minima);
  const bySize = [...bodies.keys()].sort((a, b) => bodies[b].length - bodies[a].length);
  const left = new Set(bySize);
  const order = [];
  let here = bySize[0];
  while (here !== undefined) {
    order.push(here);
    left.delete(here);
    let [best, likest, nearest] = [undefined, 0, Infinity];
    for (const other of left) {
      let alike = 0;
      for (let one = 0; one < MINIMA; one++) alike += marks[other][one] === marks[here][one];
      const far = Math.abs(bodies[other].length - bodies[here].length);
      if (alike > likest || (alike === likest && alike > 0 && far < nearest)) {
        [best, likest, nearest] = [other, alike, far];
      }
    }
    here = best ?? left.values().next().value;
  }
  return order;
}

/** Orders the functions of the wasm file at `path`, in place. Needs wasm-opt on the PATH. */
export function orderFunctions(path) {
  const wasm = readFileSync(path);
  const { imports, bodies } = functions(wasm);
  const names = leb(bodies.length);
  const places = new Map(walk(bodies).map((body, place) => [body, place]));
  for (const body of bodies.keys()) {
    const name = Buffer.from(String(places.get(body)).padStart(6, "0"));
    names.push(...leb(imports + body), ...leb(name.length), ...name);
  }
  const section = [...leb(4), ...Buffer.from("name"), 1, ...leb(names.length), ...names];
  const named = `${path}.named`;
  writeFileSync(named, Buffer.concat([wasm, Buffer.from([0, ...leb(section.length), ...section])]));
  const opt = (...options) => execFileSync("wasm-opt", [...options, "-o", named], { stdio: "inherit" });
  opt(named, "-g", "--reorder-functions-by-name");
  opt(named, "--strip-debug");
  writeFileSync(path, readFileSync(named));
  rmSync(named);
}
