// Serves dist/ on this machine the way a good static host would: types, brotli, cache headers, and
// the page's content security policy as a header, which alone can forbid framing.
//
//   node scripts/serve.mjs [--port 8080] [--base /sub/path/] [--dir dist] [--quality 9]
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".parcours": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const shrinks = /^(text\/|application\/(json|wasm|manifest)|image\/svg)/;
const hashed = /-[0-9a-f]{8,}(_bg)?\.(css|js|wasm)$/;

// The file an address stands for, or nothing when it leads out of the directory.
function fileFor(address, base, dir) {
  let path;
  try {
    path = decodeURIComponent(address.split(/[?#]/)[0]);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.includes("\0")) return undefined;
  const inside = path.slice(base.length);
  const file = resolve(dir, inside === "" ? "index.html" : `./${inside}`);
  return file.startsWith(dir + sep) ? file : undefined;
}

async function policyOf(dir) {
  const page = await readFile(resolve(dir, "index.html"), "utf8");
  const [, policy] = page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/) ?? [];
  if (!policy) throw new Error("index.html names no content security policy");
  return `${policy}; frame-ancestors 'none'`;
}

/**
 * Serves `dir` under `base` on 127.0.0.1.
 *
 * @param {{dir?: string, port?: number, base?: string, quality?: number, tries?: number}} options
 *   `port` 0 takes any free one; with `tries` the next ones are tried when it is taken; `quality`
 *   is brotli's, 0 to 11
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ dir = "dist", port = 0, base = "/", quality = 9, tries = 1 } = {}) {
  const root = resolve(dir);
  const policy = await policyOf(root);
  const compressed = new Map();

  // By content, so that a rebuilt file is compressed anew.
  const shrink = (file, bytes) => {
    const known = compressed.get(file);
    if (known?.bytes.equals(bytes)) return known.result;
    const result = compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    compressed.set(file, { bytes, result });
    return result;
  };

  const answer = async (request, response) => {
    const fail = (status, text) => {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return fail(405, "Method not allowed");
    const file = fileFor(request.url, base, root);
    const bytes = file && (await readFile(file).catch(() => undefined));
    if (!bytes) return fail(404, "Not found");
    const type = types[extname(file)] ?? "application/octet-stream";
    const headers = {
      "content-type": type,
      "cache-control": hashed.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      vary: "accept-encoding",
    };
    let body = bytes;
    if (shrinks.test(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      body = await shrink(file, bytes);
      headers["content-encoding"] = "br";
    }
    headers["content-length"] = body.length;
    response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  const taken = await listen(server, port, tries);
  return {
    url: `http://127.0.0.1:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function listen(server, port, tries) {
  return new Promise((done, failed) => {
    server.once("listening", () => done(server.address().port));
    server.on("error", (error) => {
      tries -= 1;
      if (error.code !== "EADDRINUSE" || tries === 0) return failed(error);
      port += 1;
      server.listen(port, "127.0.0.1");
    });
    server.listen(port, "127.0.0.1");
  });
}

function options(words) {
  const given = {};
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at].replace(/^--/, ""), words[at + 1]];
    if (!["port", "base", "dir", "quality"].includes(name) || value === undefined) {
      throw new Error(`serve.mjs: don't know what to do with ${words[at]}`);
    }
    given[name] = name === "port" || name === "quality" ? Number(value) : value;
  }
  if (given.base && !/^\/(.*\/)?$/.test(given.base)) throw new Error("--base begins and ends with /");
  return given;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: 8080, tries: 50, ...options(process.argv.slice(2)) });
  console.log(`Parcours is at ${url} (Ctrl+C stops it)`);
}
