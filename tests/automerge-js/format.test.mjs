// Reads and edits a .parcours file with the npm package @automerge/automerge, by docs/FORMAT.md, and
// gives it back: `node --test tests/automerge-js/*.test.mjs`.
import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { test } from "node:test"
import { fileURLToPath } from "node:url"

const here = dirname(fileURLToPath(import.meta.url))
if (!existsSync(join(here, "node_modules"))) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" })
}
const A = await import("@automerge/automerge")

function native(...args) {
  const run = ["run", "--quiet", "--no-default-features", "--example", "handover", "--", ...args]
  const stdio = ["inherit", "pipe", "inherit"]
  return execFileSync("cargo", run, { cwd: join(here, "../.."), stdio, encoding: "utf8" })
}

const folder = mkdtempSync(join(tmpdir(), "parcours-"))
const original = join(folder, "original.parcours")
native("export", original)

test("another program reads a map by the format's description", () => {
  const map = A.load(readFileSync(original))
  assert.equal(String(map.format), "parcours")
  assert.equal(map.schema, 1)
  assert.equal(map.minReader, 1)
  assert.equal(String(map.kind), "journey")
  assert.match(String(map.id), /^[0-9a-f-]{36}$/)
  assert.equal(map.title, "Renting a bicycle 🚲")

  const [[card, { body, place, star, channel }]] = Object.entries(map.cards)
  assert.match(card, /^[0-9a-f-]{36}$/)
  assert.equal(body, "Looks for a station 🗺️ nearby")
  assert.equal(star, true)
  assert.equal(String(channel), "app")
  const [lane, step, index] = String(place).split("|")
  assert.equal(String(map.lanes[lane].kind), "touchpoints")
  assert.equal(map.lanes[lane].name, "Touchpoints")
  assert.match(index, /^[0-9A-Za-z]{7,}$/)
  const [stage] = String(map.steps[step].place).split("|")
  assert.equal(map.stages[stage].name, "Discover")

  const [persona] = Object.keys(map.personas)
  assert.equal(map.personas[persona].name, "Ada")
  assert.equal(map.feelings[`${persona}/${step}`], 3)
})

test("another program's text, title and new card are merged back beside an edit made here", () => {
  const map = A.load(readFileSync(original))
  const [card] = Object.keys(map.cards)
  const edited = A.change(map, { time: 1700000000 }, (map) => {
    // Positions count UTF-16 units: the picture takes three.
    A.splice(map, ["cards", card, "body"], "Looks for a station 🗺️".length, 0, " and a bicycle")
    A.updateText(map, ["title"], "Renting a fast bicycle 🚲")
    // A card below it in the same cell: an index that begins like the other's stands right after it.
    const place = new A.ImmutableString(`${String(map.cards[card].place)}V`)
    map.cards[crypto.randomUUID()] = { body: "Asks a friend", place }
  })
  const file = join(folder, "edited.parcours")
  writeFileSync(file, A.save(edited))
  const text = "Looks for a station 🗺️ and a bicycle nearby"
  native("merge-back", original, file, "Renting a fast bicycle 🚲", text)
})

test("another program reads formatting by the rich text schema, and what it formats is read here", () => {
  const file = join(folder, "formatted.parcours")
  writeFileSync(file, readFileSync(original))
  native("format", file)
  const map = A.load(readFileSync(file))
  const [card] = Object.keys(map.cards)
  const body = ["cards", card, "body"]
  const plain = (spans) => JSON.parse(JSON.stringify(spans))
  const block = (type) => ({ type: "block", value: { type, parents: [], attrs: {}, isEmbed: false } })
  const link = JSON.stringify({ href: "https://example.org", title: null })
  assert.deepEqual(plain(A.spans(map, body)), [
    block("unordered-list-item"),
    { type: "text", value: "Looks", marks: { strong: true } },
    { type: "text", value: " around\n" },
    block("paragraph"),
    { type: "text", value: "asks", marks: { link } },
  ])

  const edited = A.change(map, (map) => {
    const type = new A.ImmutableString("ordered-list-item")
    A.splitBlock(map, body, 10, { type, parents: [], attrs: {}, isEmbed: false })
    A.mark(map, body, { start: 7, end: 10, expand: "both" }, "em", true)
    A.unmark(map, body, { start: 1, end: 3, expand: "both" }, "strong")
  })
  writeFileSync(file, A.save(edited))
  const shown = native("show", file).trim().split("\n")
  assert.deepEqual(shown, [
    "Bullet",
    "  Lo strong=false em=false ",
    "  oks strong=true em=false ",
    "    strong=false em=false ",
    "  aro strong=false em=true ",
    "Number",
    "  und strong=false em=false ",
    "Plain",
    "  asks strong=false em=false https://example.org",
  ])
})
