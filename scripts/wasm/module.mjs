// A wasm file taken apart as far as splitting it needs: what is imported, exported, in the table, and who calls whom.
import {
  A_FUNCTION, CODE, CUSTOM, ELEMENT, EXPORT, FUNCTION, GLOBAL, IMPORT, MEMORY, Reader, START, TABLE, TYPE, instruction, sections,
} from "./bytes.mjs";

const readers = {
  [TYPE]: (reader) => ({
    types: reader.list(() => {
      reader.byte();
      return { takes: reader.sized().length, gives: reader.sized().length };
    }),
  }),
  [IMPORT]: (reader) => ({
    imports: reader.list(() => {
      const [module, field, kind] = [reader.name(), reader.name(), reader.byte()];
      if (kind !== A_FUNCTION) throw new Error(`${module} ${field} is imported and no function`);
      return { field, type: reader.number() };
    }),
  }),
  [FUNCTION]: (reader) => ({ functionTypes: reader.list(() => reader.number()) }),
  [TABLE]: (reader) => ({ tables: reader.list(() => ({ of: reader.byte(), limits: reader.limits() })) }),
  [MEMORY]: (reader) => ({ memories: reader.list(() => reader.limits()) }),
  [GLOBAL]: (reader) => ({
    globals: reader.list(() => ({ type: [reader.byte(), reader.byte()], value: reader.constant() })),
  }),
  [EXPORT]: (reader) => ({
    exports: reader.list(() => ({ field: reader.name(), kind: reader.byte(), index: reader.number() })),
  }),
  [START]: (reader) => ({ start: reader.number() }),
  [ELEMENT]: (reader) => ({
    elements: reader.list(() => {
      const sort = reader.number();
      if (sort !== 0) throw new Error(`an element segment is of sort ${sort}`);
      const at = new Reader(reader.constant(), 1).number();
      return { at, functions: reader.list(() => reader.number()) };
    }),
  }),
  [CODE]: (reader) => ({ bodies: reader.list(() => body(reader.sized())) }),
};

// A function's body, and the places where it names functions.
function body(bytes) {
  const reader = new Reader(bytes);
  locals(reader);
  const named = [];
  while (reader.at < bytes.length) instruction(reader, (at, index) => named.push({ at, end: reader.at, index }));
  return { bytes, named };
}

/** Steps over the list of locals that a body begins with. */
export function locals(reader) {
  reader.list(() => [reader.number(), reader.byte()]);
}

/**
 * Takes apart a module that imports functions only and whose table is filled by plain segments.
 *
 * @returns what the readers above give, and `sections`: bytes by number, without the custom ones, and `custom`: by name
 */
export function parse(wasm) {
  const found = { sections: new Map(), custom: new Map(), elements: [] };
  for (const { id, bytes } of sections(wasm)) {
    const reader = new Reader(bytes);
    if (id === CUSTOM) found.custom.set(reader.name(), bytes);
    else found.sections.set(id, bytes);
    Object.assign(found, readers[id]?.(reader));
  }
  return found;
}

/** The names of a module's functions, by index, as its name section tells them. */
export function functionNames({ custom }) {
  const section = custom.get("name");
  if (!section) return new Map();
  const reader = new Reader(section);
  reader.name();
  while (reader.at < section.length) {
    const about = reader.byte();
    const names = new Reader(reader.sized());
    if (about === 1) return new Map(names.list(() => [names.number(), names.name()]));
  }
  return new Map();
}
