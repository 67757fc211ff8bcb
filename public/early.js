// Begins, before anything is painted, what a start waits for longest: the first half of the wasm is fetched and compiled
// beside the first paint, and the map that the address names is asked for in the storage. `boot.js` and the app take it up from
// `parcoursStart`.

globalThis.parcoursStart = (({ script, wasm, later }) => {
  const at = (address) => new URL(address, document.baseURI).href;
  // Where the service worker has kept it, the page reads it itself: the worker would hand it over piece by piece.
  const fromCache = (address) => navigator.serviceWorker?.controller && caches.match(address, { ignoreVary: true }).catch(() => {});
  const compile = async (wasm) => {
    const response = (await fromCache(at(wasm))) ?? (await fetch(at(wasm)));
    if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
    // Streaming is refused for any other type, and some hosts send one.
    if (WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm") {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  };
  // The connection of `browser/connection.rs` and the row of `Database::view`; nothing where that must be done from the
  // beginning. Opened without a version: what there is to create or to upgrade is the app's work.
  const keptMap = (slot) => {
    const answer = (request) =>
      new Promise((settle) => (request.onsuccess = request.onerror = () => settle(request.result)));
    const request = indexedDB.open("parcours");
    request.onupgradeneeded = () => request.transaction.abort();
    const database = new Promise((settle) => {
      request.onerror = () => settle();
      request.onsuccess = () => {
        // Until the app has it, it must not stand in the way of a newer one.
        request.result.onversionchange = () => request.result.close();
        settle(request.result);
      };
    });
    const view = database
      .then((open) => answer(open.transaction("views").objectStore("views").get(slot)))
      .catch(() => {});
    return { slot, database, view };
  };
  const asked = (slot) => {
    try {
      if (slot) return keptMap(slot);
      // The answer is not wanted, and some browsers have none: it wakes the storage.
      indexedDB.databases().catch(() => {});
    } catch {
      // What the storage refuses, the app finds out and says.
    }
  };
  const first = compile(wasm);
  try {
    // Read from the disk while the wasm is awaited, not when the app first asks for a word of it.
    localStorage.length;
  } catch {
    // Refused: the app goes without it.
  }
  const parts = Promise.all([import(at(script)), first]);
  // Who waits for it says what failed.
  parts.catch(() => {});
  // Asked for once something is painted: compiled beside that, it would make it late.
  const second = () => compile(later);
  return { parts, second, later: at(later), script: at(script), kept: asked(location.hash.match(/^#\/map\/([\w-]+)$/)?.[1]) };
})(document.currentScript.dataset);
