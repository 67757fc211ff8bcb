// Puts functions of a wasm file that look alike next to each other: the compressor of the wire finds
// repetitions nearby cheaper than far ones, which saves two bytes of a hundred.
//
// Likeness is the share of equal minima of hashed five-byte windows (MinHash, Broder 1997); from each
// function the walk goes on to the one most like it.

const WINDOW = 5;
const MINIMA = 32;

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

/** The places of these bodies in the order of the walk; where nothing is alike, the largest left begins anew. */
export function alike(bodies) {
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
