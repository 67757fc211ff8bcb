// Keeps one whole build of the app for use without a network. scripts/post-build.mjs writes the two
// constants. Every address is relative to the registration's scope, so any path will do.

const BUILD = "";
// Address → SHA-256 of its content, in base64.
const FILES = {};

const scope = self.registration.scope;
const mine = `parcours ${scope} `;
const cacheName = mine + BUILD;

async function isIntact(response, digest) {
  const bytes = await response.clone().arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...found)) === digest;
}

// From the build kept before (but the page, which was changed there), from the browser's cache or from the host; a stale
// or mixed-up copy is asked for once more, and then it is an error.
async function whole(address, digest) {
  const sources = [
    () => caches.match(address, { ignoreVary: true }),
    () => fetch(address),
    () => fetch(address, { cache: "reload" }),
  ];
  for (const source of sources) {
    const response = await source();
    if (response?.ok && (await isIntact(response, digest))) return response;
  }
  throw new Error(`${address} is not the file this build was made with`);
}

// The page as it is kept: it reads the wasm from the cache itself and must not ask this worker for it as well.
async function pageOf(response) {
  const page = await response.text();
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(page.replace(/<link rel="preload" as="fetch"[^>]*>/, ""), { headers });
}

// All or nothing: when one file is missing the earlier build stays in use.
async function keep() {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([path, digest]) => {
        const address = new URL(path, scope).href;
        const response = await whole(address, digest);
        // A redirected response may not answer a navigation.
        const plain = response.redirected ? new Response(response.body, response) : response;
        await cache.put(address, path === "./" ? await pageOf(plain) : plain);
      }),
    );
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function dropEarlierBuilds() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(mine) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request) {
  const cache = await caches.open(cacheName);
  const address = request.url.replace(/[?#].*/, "").replace(`${scope}index.html`, scope);
  const kept = await cache.match(address, { ignoreVary: true });
  if (kept) return kept;
  if (request.mode !== "navigate") return fetch(request);
  return fetch(request).catch(() => cache.match(scope, { ignoreVary: true }));
}

self.addEventListener("install", (event) => event.waitUntil(keep()));

self.addEventListener("activate", (event) => {
  event.waitUntil(dropEarlierBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) {
    event.respondWith(answer(event.request));
  }
});

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});
