// Serves the floor and the built app from one server, compressed, with a static host's caching, and
// counts the bytes that leave it.

import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
const PACKED = new Set([".png", ".woff2", ".jpg", ".webp"]);
const HASHED = /[-.][0-9a-f]{8,}[._]/;

/** Serves `sites` (prefix such as "/floor/" → folder) on a free port of 127.0.0.1. */
export async function serve(sites) {
  const files = new Map();
  for (const [prefix, folder] of Object.entries(sites)) {
    for (const [name, file] of await packed(folder)) files.set(prefix + name, file);
  }
  const sent = [];
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path.endsWith("/")) path += "index.html";
    const file = files.get(path);
    if (!file) return response.writeHead(404).end();
    const headers = { "content-type": file.type, "cache-control": file.cache, etag: file.etag, vary: "accept-encoding" };
    if (request.headers["if-none-match"] === file.etag) return response.writeHead(304, headers).end();
    const brotli = file.brotli && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const body = brotli ? file.brotli : file.plain;
    if (brotli) headers["content-encoding"] = "br";
    headers["content-length"] = body.length;
    sent.push({ path, bytes: body.length });
    response.writeHead(200, headers).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** What was sent since the last call: path and bytes of each body. */
    taken: () => sent.splice(0),
    /** Every file of one site with its bytes over the wire. */
    sizes: (prefix) =>
      [...files].filter(([path]) => path.startsWith(prefix)).map(([path, file]) => ({ path, bytes: (file.brotli ?? file.plain).length })),
    close: () => server.close(),
  };
}

async function packed(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  return Promise.all(names.map(async (name) => [name, await pack(folder, name)]));
}

async function pack(folder, name) {
  const plain = await readFile(join(folder, name));
  const kind = extname(name);
  // Files whose names change with their content, and the floor's (never rebuilt during a run), are kept
  // for good; a page, a service worker and a manifest are asked for again.
  const kept = HASHED.test(name) || /^floor.*\.(js|css)$|^texts\.js$/.test(name);
  return {
    plain,
    brotli: PACKED.has(kind) ? null : compressed(plain),
    type: TYPES[kind] ?? "application/octet-stream",
    cache: kept ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${createHash("sha256").update(plain).digest("hex").slice(0, 16)}"`,
  };
}

function compressed(plain) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return brotliCompressSync(plain, { params });
}
