// Splits a wasm file in two halves: what a start needs, and what may come behind the first paint.
//
// Both halves work on one memory and one table. In the first, a function of the second is a short stand-in: it sees to
// it that the second half is there, then calls the function through its slot in the table. Where the table itself names
// such a function, the second half puts the real one into the slot when it is instantiated.
import {
  A_FUNCTION, A_GLOBAL, A_MEMORY, A_TABLE, CODE, DATA, DATA_COUNT, ELEMENT, EXPORT, FUNCTION, FUNCTION_REFERENCES, GLOBAL, I32,
  IMPORT, MEMORY, NOTHING, START, TABLE, TYPE, file, flat, leb, list, name, op, signed, sized,
} from "./bytes.mjs";
import { alike } from "./order.mjs";

/** How the name of the import begins that brings the second half; `src/main.rs` asks for it. */
const BRINGER = /^__wbg_parcoursLater_/;

const limits = ({ flags, least, most }) => [leb(flags), leb(least), most === undefined ? [] : leb(most)];

// What one half calls a function of the other by.
const word = (index) => name(index.toString(36));

// A body with other indices in the places of its functions.
function renamed({ bytes, named }, place) {
  const parts = [];
  let from = 0;
  for (const { at, end, index } of named) {
    parts.push(bytes.subarray(from, at), leb(place(index)));
    from = end;
  }
  return sized(flat([parts, bytes.subarray(from)]));
}

const segment = ({ at, functions }, place) => [0, op.constant, signed(at), op.end, list(functions.map((index) => leb(place(index))))];

const ordered = (functions, bodyOf) => alike(functions.map((index) => bodyOf(index).bytes)).map((place) => functions[place]);

// Who goes where: the functions of each half, the stand-ins, the slots.
function division(module, isLater) {
  const outside = module.imports.length;
  const all = module.functionTypes.map((_, body) => outside + body);
  const later = new Set(all.filter((index) => index !== module.start && isLater(index)));
  const bodyOf = (index) => module.bodies[index - outside];
  const typeOf = (index) => (index < outside ? module.imports[index].type : module.functionTypes[index - outside]);
  // Named by a function of the half that `here` tells, and not of that half.
  const across = (here) => {
    const names = all.filter(here).flatMap((index) => bodyOf(index).named.map((named) => named.index));
    return new Set(names.filter((index) => !here(index)));
  };
  const isThere = (index) => later.has(index);
  const slots = new Map();
  for (const { at, functions } of module.elements) {
    functions.forEach((index, place) => isThere(index) && slots.set(index, at + place));
  }
  const exported = module.exports.filter(({ kind, index }) => kind === A_FUNCTION && isThere(index));
  const standIns = new Set([...slots.keys(), ...exported.map(({ index }) => index), ...across((index) => !isThere(index))]);
  const table = module.tables.findIndex(({ of }) => of === FUNCTION_REFERENCES);
  let size = module.tables[table].limits.least;
  for (const index of standIns) if (!slots.has(index)) slots.set(index, size++);
  return { outside, all, later, bodyOf, typeOf, slots, standIns, table, size, calledByLater: [...across(isThere)].sort((a, b) => a - b) };
}

// The tables as both halves declare them: with room for the new slots.
function tables(module, { table, size }) {
  const wide = ({ flags, least, most }, one) =>
    one === table ? { flags, least: size, most: most === undefined ? undefined : Math.max(size, most) } : { flags, least, most };
  return module.tables.map(({ of, limits: bounds }, one) => [of, limits(wide(bounds, one))]);
}

// Memory, tables and globals, which the second half has under the indices they have in the first.
function shared(module, parts) {
  const thing = (letter, kind) => (type, index) => ({ field: name(`${letter}_${index}`), kind, index, type });
  return [
    ...module.memories.map(limits).map(thing("memory", A_MEMORY)),
    ...tables(module, parts).map(thing("table", A_TABLE)),
    ...module.globals.map(({ type }) => type).map(thing("global", A_GLOBAL)),
  ];
}

function firstHalf(module, parts) {
  const { outside, all, later, bodyOf, typeOf, slots, standIns, table } = parts;
  const bringer = module.imports.findIndex(({ field }) => BRINGER.test(field));
  if (bringer < 0) throw new Error("the wasm imports nothing that brings its second half");
  const here = [...ordered(all.filter((index) => !later.has(index)), bodyOf), ...standIns];
  const places = new Map(here.map((index, place) => [index, outside + place]));
  const place = (index) => (index < outside ? index : places.get(index));
  // Behind them: the global that tells whether the second half is there, and what every stand-in calls before all.
  const there = module.globals.length;
  const ready = outside + here.length;
  const nothingToNothing = module.types.findIndex(({ takes, gives }) => takes === 0 && gives === 0);
  const readiness = [0, op.global, leb(there), op.isZero, op.if, NOTHING, op.call, leb(bringer), op.end, op.end];
  const standIn = (index) => {
    const passed = Array.from({ length: module.types[typeOf(index)].takes }, (_, one) => [op.local, leb(one)]);
    const call = [op.constant, signed(slots.get(index)), op.callIndirect, leb(typeOf(index)), leb(table)];
    return sized(flat([0, op.call, leb(ready), passed, call, op.end]));
  };
  const exported = ({ field, kind, index }) => [name(field), kind, leb(kind === A_FUNCTION ? place(index) : index)];
  const changed = {
    [FUNCTION]: list([...here.map(typeOf), nothingToNothing].map(leb)),
    [TABLE]: list(tables(module, parts)),
    [GLOBAL]: list([...module.globals.map(({ type, value }) => [type, value]), [I32, 1, op.constant, 0, op.end]]),
    [EXPORT]: list([
      ...module.exports.map(exported),
      ...shared(module, parts).map(({ field, kind, index }) => [field, kind, leb(index)]),
      [name("there"), A_GLOBAL, leb(there)],
      ...parts.calledByLater.map((index) => [word(index), A_FUNCTION, leb(place(index))]),
    ]),
    [START]: module.start === undefined ? [] : leb(place(module.start)),
    [ELEMENT]: list(module.elements.map((one) => segment(one, place))),
    [CODE]: list([...here.map((index) => (later.has(index) ? standIn(index) : renamed(bodyOf(index), place))), sized(flat(readiness))]),
  };
  const order = [TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, DATA_COUNT, CODE, DATA];
  return file(order.map((id) => ({ id, bytes: flat([changed[id] ?? module.sections.get(id) ?? []]) })));
}

function laterHalf(module, parts) {
  const { later, bodyOf, typeOf, slots, calledByLater } = parts;
  const mine = ordered([...later], bodyOf);
  const places = new Map([...calledByLater, ...mine].map((index, place) => [index, place]));
  const place = (index) => places.get(index);
  const runs = [];
  for (const index of mine.filter((one) => slots.has(one)).sort((a, b) => slots.get(a) - slots.get(b))) {
    const last = runs.at(-1);
    if (last && last.at + last.functions.length === slots.get(index)) last.functions.push(index);
    else runs.push({ at: slots.get(index), functions: [index] });
  }
  const imports = [
    ...calledByLater.map((index) => [name("p"), word(index), A_FUNCTION, leb(typeOf(index))]),
    ...shared(module, parts).map(({ field, kind, type }) => [name("p"), field, kind, type]),
  ];
  return file([
    { id: TYPE, bytes: module.sections.get(TYPE) },
    { id: IMPORT, bytes: flat(list(imports)) },
    { id: FUNCTION, bytes: flat(list(mine.map((index) => leb(typeOf(index))))) },
    { id: ELEMENT, bytes: flat(list(runs.map((run) => segment(run, place)))) },
    { id: CODE, bytes: flat(list(mine.map((index) => renamed(bodyOf(index), place)))) },
  ]);
}

/**
 * Splits a module.
 *
 * @param {object} module from `parse`; it imports functions only, one of them `BRINGER`, called when a stand-in is called
 *   before the second half is there
 * @param {(index: number) => boolean} isLater whether the function of this index belongs to the second half
 * @returns {{first: Buffer, later: Buffer}} `later` is instantiated with `{ p: <exports of first> }`; after it the global
 *   that `first` exports as `there` is to be set to 1
 */
export function split(module, isLater) {
  const parts = division(module, isLater);
  return { first: firstHalf(module, parts), later: laterHalf(module, parts) };
}
