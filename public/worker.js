// Runs the page's wasm a second time, in a worker: the first message brings the compiled halves of the module and
// the address of its script; what arrives before `serve` listens is handed to it afterwards.

const early = [];

async function receive(event) {
  if (early.push(event) > 1) return;
  const { first, later, script } = event.data;
  try {
    const bindings = await import(script);
    const exports = await bindings.default({ module_or_path: first });
    new WebAssembly.Instance(later, { p: exports });
    exports.there.value = 1;
    bindings.serve();
  } catch (error) {
    // Thrown outside of any promise it reaches the page, as the Worker's `error` event.
    setTimeout(() => {
      throw error;
    });
    return;
  }
  removeEventListener("message", receive);
  for (const { data, ports } of early.slice(1)) {
    dispatchEvent(new MessageEvent("message", { data, ports }));
  }
}

addEventListener("message", receive);
