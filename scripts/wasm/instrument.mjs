// Gives every function of a wasm file a global that is 1 once the function has run: to record which a start runs.
import { A_GLOBAL, CODE, EXPORT, GLOBAL, I32, Reader, file, flat, leb, list, name, op, sections, sized } from "./bytes.mjs";
import { locals } from "./module.mjs";

// The section with more entries behind those it has.
function longer(bytes, more) {
  const reader = new Reader(bytes);
  const count = reader.number() + more.length;
  return flat([leb(count), bytes.subarray(reader.at), more]);
}

/**
 * The same module, in which the global exported as `ran <place of the body>` is 1 once that function has run. It lacks
 * nothing, and `there` is 0 all the same: what awaits the second half waits for it here too.
 */
export function instrument(wasm) {
  const all = sections(wasm).filter(({ id }) => id !== 0);
  const of = (wanted) => all.find(({ id }) => id === wanted);
  const bodies = new Reader(of(CODE).bytes).number();
  const before = new Reader(of(GLOBAL).bytes).number();
  const places = Array.from({ length: bodies }, (_, place) => place);
  const flag = (value) => [I32, 1, op.constant, value, op.end];
  of(GLOBAL).bytes = longer(of(GLOBAL).bytes, [...places, bodies].map(() => flag(0)));
  const shown = (word, place) => [name(word), A_GLOBAL, leb(before + place)];
  of(EXPORT).bytes = longer(of(EXPORT).bytes, [...places.map((place) => shown(`ran ${place}`, place)), shown("there", bodies)]);
  const code = new Reader(of(CODE).bytes);
  const told = code.list((place) => {
    const body = code.sized();
    const reader = new Reader(body);
    locals(reader);
    return sized(flat([body.subarray(0, reader.at), op.constant, 1, op.setGlobal, leb(before + place), body.subarray(reader.at)]));
  });
  of(CODE).bytes = flat(list(told));
  return file(all);
}
