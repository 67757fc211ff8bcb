// Begins, before anything is painted, what a start waits for longest: the wasm is fetched and compiled beside the first
// paint, and the browser wakes its storage. `boot.js` takes both up from
// `parcoursStart`.

globalThis.parcoursStart = (({ script, wasm }) => {
  const at = (address) => new URL(address, document.baseURI).href;
  const compile = async () => {
    const response = await fetch(at(wasm));
    if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
    // Streaming is refused for any other type, and some hosts send one.
    if (WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm") {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  };
  // The answer is not wanted, and some browsers have none.
  globalThis.indexedDB?.databases?.().catch(() => {});
  const parts = Promise.all([import(at(script)), compile()]);
  // Who waits for it says what failed.
  parts.catch(() => {});
  return { parts, script: at(script) };
})(document.currentScript.dataset);
