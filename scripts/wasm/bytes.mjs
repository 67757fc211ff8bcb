// Reads and writes what a wasm file is made of: LEB128 numbers, sections, the instructions of a function.
// After the WebAssembly core specification 2.0, chapter 5; of its instructions those that rustc and wasm-opt emit.

/** Walks through bytes from `at` on. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  /** An unsigned LEB128 number. */
  number() {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return value;
    }
  }
  /** Steps over a LEB128 number of either sign. */
  skipNumber() {
    while (this.byte() >= 128);
  }
  /** The next `length` bytes. */
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  /** Bytes that their length goes before. */
  sized() {
    return this.take(this.number());
  }
  name() {
    return Buffer.from(this.sized()).toString("utf8");
  }
  /** As many as the number that goes before says, each read by `one`. */
  list(one) {
    return Array.from({ length: this.number() }, (_, place) => one(place));
  }
  limits() {
    const flags = this.number();
    const [least, most] = [this.number(), flags & 1 ? this.number() : undefined];
    return { flags, least, most };
  }
  /** A constant expression, with its `end`. */
  constant() {
    const start = this.at;
    // A function's number here would have to be counted anew.
    const refuse = () => {
      throw new Error("a constant that names a function is not supported");
    };
    while (instruction(this, refuse) !== op.end);
    return this.bytes.subarray(start, this.at);
  }
}

/** `number`, unsigned, as LEB128. */
export function leb(number) {
  const bytes = [];
  do {
    const rest = Math.floor(number / 128);
    bytes.push((number & 127) | (rest ? 128 : 0));
    number = rest;
  } while (number);
  return bytes;
}

/** `number` as a signed LEB128, the way a constant is written. */
export function signed(number) {
  const bytes = [];
  for (;;) {
    const low = number & 127;
    number >>= 7;
    if ((number === 0 && !(low & 64)) || (number === -1 && low & 64)) return [...bytes, low];
    bytes.push(low | 128);
  }
}

/** The bytes, with their length before them. */
export const sized = (bytes) => [leb(bytes.length), bytes];

/** Anything nested of numbers and bytes, as one run of bytes. */
export const flat = (parts) => Buffer.concat(parts.flat(Infinity).map((part) => (typeof part === "number" ? Buffer.of(part) : part)));

/** The parts, with their count before them. */
export const list = (parts) => [leb(parts.length), parts];

/** A name: its length and its letters. */
export const name = (text) => sized(Buffer.from(text));

/** What the sections of a wasm file are called by. */
export const [CUSTOM, TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, START, ELEMENT, CODE, DATA, DATA_COUNT] =
  Array(13).keys();

/** The sections of a wasm file in their order: `{ id, bytes }`. */
export function sections(wasm) {
  const reader = new Reader(wasm, 8);
  const found = [];
  while (reader.at < wasm.length) found.push({ id: reader.byte(), bytes: reader.sized() });
  return found;
}

/** A wasm file of these sections, empty ones left out. */
export function file(sections) {
  const written = sections.filter(({ bytes }) => bytes.length > 0).map(({ id, bytes }) => [id, sized(bytes)]);
  return flat([Buffer.from("\0asm\x01\0\0\0", "latin1"), written]);
}

/** The instructions that are written here. */
export const op = { if: 0x04, end: 0x0b, call: 0x10, callIndirect: 0x11, local: 0x20, global: 0x23, setGlobal: 0x24, constant: 0x41, isZero: 0x45 };

/** The types of what an import or an export is; of a number; of a block that gives nothing. */
export const [A_FUNCTION, A_TABLE, A_MEMORY, A_GLOBAL] = [0, 1, 2, 3];
export const [I32, NOTHING, FUNCTION_REFERENCES] = [0x7f, 0x40, 0x70];

const [BLOCK, BRANCH_TABLE, RETURN_CALL, SELECT_OF, FUNCTION_REFERENCE, MORE] = [0x02, 0x0e, 0x12, 0x1c, 0xd2, 0xfc];

// How many numbers follow the instructions behind 0xfc: conversions, then memory and table in bulk.
const AFTER_MORE = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** Reads one instruction; gives its code. `onFunction(at, index)` is told where one names a function. */
export function instruction(reader, onFunction) {
  const code = reader.byte();
  if (code === op.call || code === RETURN_CALL || code === FUNCTION_REFERENCE) {
    const at = reader.at;
    const index = reader.number();
    onFunction?.(at, index);
  } else if ((code >= BLOCK && code <= op.if) || code === 0x0c || code === 0x0d) {
    reader.skipNumber();
  } else if (code === BRANCH_TABLE) {
    for (let left = reader.number(); left >= 0; left--) reader.skipNumber();
  } else if (code === op.callIndirect || (code >= 0x28 && code <= 0x3e)) {
    reader.skipNumber();
    reader.skipNumber();
  } else if (code === SELECT_OF) {
    reader.list(() => reader.byte());
  } else if ((code >= 0x20 && code <= 0x26) || (code >= 0x3f && code <= 0x42) || code === 0xd0) {
    reader.skipNumber();
  } else if (code === 0x43) {
    reader.take(4);
  } else if (code === 0x44) {
    reader.take(8);
  } else if (code === MORE) {
    const more = reader.number();
    if (!(more in AFTER_MORE)) throw new Error(`unknown instruction 0xfc ${more}`);
    for (let left = AFTER_MORE[more]; left > 0; left--) reader.skipNumber();
  } else if (!plain(code)) {
    throw new Error(`unknown instruction 0x${code.toString(16)} at ${reader.at - 1}`);
  }
  return code;
}

// Instructions without anything behind them.
const plain = (code) =>
  code <= 0x01 || code === 0x05 || code === op.end || code === 0x0f || code === 0x1a || code === 0x1b || code === 0xd1 || (code >= 0x45 && code <= 0xc4);
