// How long it takes to take in a copy that went its own way for 10,000 changes: Parcours, with all it
// tells about what came, beside a bare merge by the npm package @automerge/automerge (WebAssembly in
// Node). The same two files, the same run: `node benches/merge.mjs`.
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const top = fileURLToPath(new URL("..", import.meta.url))
const home = join(top, "tests/automerge-js")
if (!existsSync(join(home, "node_modules"))) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: home, stdio: "inherit" })
}
const packages = createRequire(join(home, "package.json"))
const A = await import(pathToFileURL(packages.resolve("@automerge/automerge")))

const folder = mkdtempSync(join(tmpdir(), "parcours-"))
const [ours, theirs] = ["ours", "theirs"].map((name) => join(folder, `${name}.parcours`))

function native(what) {
  const run = ["run", "--quiet", "--locked", "--release", "--no-default-features"]
  const args = [...run, "--example", "bench_merge", "--", what, ours, theirs]
  return execFileSync("cargo", args, { cwd: top, stdio: ["ignore", "pipe", "inherit"] }).toString()
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]
}

try {
  native("write")
  const files = [ours, theirs].map((path) => readFileSync(path))
  const times = []
  for (let round = 0; round < 7; round++) {
    const map = A.load(files[0])
    const start = performance.now()
    A.merge(map, A.load(files[1]))
    times.push(performance.now() - start)
  }
  const [mine, bare] = [Number(native("time")), median(times)]
  const megabytes = (files[1].length / 1e6).toFixed(2)
  console.log(`a copy of 1,000 cards, 10,000 changes apart (${megabytes} MB), median of 7:`)
  console.log(`  Parcours, native, read, merged, told, remembered   ${mine.toFixed(0)} ms`)
  console.log(`  @automerge/automerge in Node, read and merged      ${bare.toFixed(0)} ms`)
  console.log(`  ratio ${(mine / bare).toFixed(2)}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
