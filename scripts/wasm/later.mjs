// Which functions belong to the second half of the wasm: those whose paths later.txt begins.
//
// A path is what a function's name consists of, in its order and without signs and numbers of closures. later.txt holds
// the shortest ones that begin no function which a start runs; what is new and begins with none of them is loaded first.
import { readFileSync } from "node:fs";

const recorded = new URL("later.txt", import.meta.url);

/** The words of a function's name; a closure is `{`, the end `$`. */
export const path = (name) => [...(name.replace(/\[[0-9a-f]{12,16}\]/g, "").match(/[A-Za-z_]\w*|\{/g) ?? []), "$"];

/** Tells of a function's name whether it belongs to the second half. */
export function laterFunctions() {
  const root = new Map();
  for (const line of readFileSync(recorded, "utf8").split("\n").filter((line) => line && !line.startsWith("#"))) {
    let at = root;
    for (const word of line.split(" ")) at = at.set(word, at.get(word) ?? new Map()).get(word);
    at.set("", true);
  }
  return (name) => {
    let at = root;
    for (const word of path(name)) {
      at = at.get(word);
      if (!at) return false;
      if (at.has("")) return true;
    }
    return false;
  };
}

// Shorter functions are not worth a line: for the bytes that they weigh together, in all.
const WORTH = 250;

/**
 * The lines of later.txt.
 *
 * @param {{name: string, size: number, ran: boolean}[]} functions of the whole wasm; `ran`: a start runs it
 */
export function shortestPaths(functions) {
  const node = () => ({ words: new Map(), size: 0, ran: false });
  const root = node();
  for (const { name, size, ran } of functions) {
    let at = root;
    for (const word of path(name)) {
      if (!at.words.has(word)) at.words.set(word, node());
      at = at.words.get(word);
      at.size += size;
      at.ran ||= ran;
    }
  }
  const lines = [];
  const walk = (at, begun) => {
    for (const [word, next] of at.words) {
      const line = [...begun, word];
      if (next.ran) walk(next, line);
      else if (next.size >= WORTH) lines.push(line.join(" "));
    }
  };
  walk(root, []);
  return lines.sort();
}
