// Starts the app in a page: checks what the browser offers, takes the wasm that `early.js` had compiled, hands it to the
// app and, on demand, to workers; says in plain words when something of this fails.

/**
 * Starts the app. Another host page can call it with modules and workers of its own making.
 *
 * @param {object} bindings what wasm-bindgen's script exports
 * @param {WebAssembly.Module} first the half of the wasm that a start needs, compiled
 * @param {{soon: () => Promise<WebAssembly.Module>, now: () => WebAssembly.Module}} later gives the other half: beside
 *   other work, and at once, the page standing still for it
 * @param {() => Worker} startWorker gives a new worker that runs the module's `serve`
 */
export async function boot(bindings, first, later, startWorker) {
  const exports = await bindings.default({ module_or_path: first });
  let asked, arrived;
  const arrival = new Promise((arrive) => (arrived = arrive));
  // The half has no state of its own: joined twice it is the same.
  const joined = () => {
    exports.there.value = 1;
    arrived();
  };
  globalThis.parcoursLater = () => {
    if (exports.there.value) return;
    try {
      new WebAssembly.Instance(later.now(), { p: exports });
      joined();
    } catch (error) {
      throw error instanceof Lost ? error : new Lost(String(error));
    }
  };
  const fetched = async () => {
    if (exports.there.value) return;
    try {
      await WebAssembly.instantiate(await later.soon(), { p: exports });
      joined();
    } catch {
      // Who needs it asks again.
      asked = undefined;
    }
  };
  // Ends when it is there, by whichever way, or could not be had.
  (globalThis.parcoursStart ??= {}).there = () => Promise.race([arrival, (asked ??= fetched())]);
  watchForPanics(bindings);
  bindings.boot(startWorker);
}

/** A part of the wasm was wanted and could not be had. */
class Lost extends Error {}

// Bytes that nothing can be done without. The page stands still meanwhile; a binary answer is refused to such a request
// in a window.
function readNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    request.send();
  } catch (error) {
    throw new Lost(String(error));
  }
  if (request.status !== 200) throw new Lost(`${address}: ${request.status}`);
  const letters = request.responseText;
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

// The second half of the wasm, as it comes or as it is needed.
function secondHalf({ second, later }) {
  let module;
  const soon = async () => {
    const fetched = await second();
    return (module ??= fetched);
  };
  return { soon, now: () => (module ??= new WebAssembly.Module(readNow(later))) };
}

const words = {
  missing: {
    en: "This browser is too old for Parcours: it lacks ",
    fr: "Ce navigateur est trop ancien pour Parcours : il lui manque ",
  },
  failed: {
    en: "Parcours could not start. Your maps are untouched. Check the connection and reload the page.",
    fr: "Parcours n’a pas pu démarrer. Vos cartes sont intactes. Vérifiez la connexion et rechargez la page.",
  },
  stopped: {
    en: "Parcours had to stop because of an error in the program. Everything shown as saved is safe. Reload the page to go on.",
    fr: "Parcours a dû s’arrêter à cause d’une erreur du programme. Tout ce qui était affiché comme enregistré est en sûreté. Rechargez la page pour continuer.",
  },
  lost: {
    en: "A part of Parcours could not be fetched. Everything shown as saved is safe. Check the connection and reload the page.",
    fr: "Une partie de Parcours n’a pas pu être chargée. Tout ce qui était affiché comme enregistré est en sûreté. Vérifiez la connexion et rechargez la page.",
  },
  reload: { en: "Reload", fr: "Recharger" },
};

function element(tag, text, lang) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}

// In place of everything else on the page: what is left of a broken app must not take clicks.
function say({ en, fr }, detail) {
  const shell = element("main");
  shell.className = "shell";
  const reload = element("button", `${words.reload.en} / ${words.reload.fr}`);
  reload.type = "button";
  reload.addEventListener("click", () => location.reload());
  const message = element("div");
  message.setAttribute("role", "alert");
  message.append(element("p", en, "en"), element("p", fr, "fr"));
  shell.append(element("h1", "Parcours"), message, reload);
  if (detail) shell.append(element("pre", detail));
  document.body.replaceChildren(shell);
}

// `type` is read while the arguments are converted, before the address is found to be invalid: so
// nothing is loaded and the content security policy has nothing to refuse.
function hasModuleWorkers() {
  let asked = false;
  const probe = {
    get type() {
      asked = true;
      return "module";
    },
  };
  try {
    new Worker("https://[", probe).terminate();
  } catch {
    // The address is invalid on purpose.
  }
  return asked;
}

function missing() {
  const lacks = [];
  if (typeof WebAssembly !== "object") lacks.push("WebAssembly");
  if (!self.indexedDB) lacks.push("IndexedDB");
  if (typeof Worker !== "function" || !hasModuleWorkers()) lacks.push("module workers");
  return lacks.join(", ");
}

// A trap, and a call that found nobody, leave the wasm's memory in the middle of something: nothing may run in it again.
function watchForPanics(bindings) {
  const stop = (error) => {
    const lost = error instanceof Lost;
    if (!lost && !(error instanceof WebAssembly.RuntimeError)) return;
    bindings.stop();
    say(lost ? words.lost : words.stopped, String(error));
  };
  addEventListener("error", (event) => stop(event.error));
  addEventListener("unhandledrejection", (event) => stop(event.reason));
}

const pause = (time) => new Promise((over) => setTimeout(over, time));

// Keeps the app startable without a network, from `ready` on. When a newer one lies ready, `data-update="ready"`
// appears on <html> and an "update-ready" event is sent; "update-accepted", sent by the app once
// everything is saved, starts it, and every tab then loads the new one.
async function keepForOffline(ready) {
  const updates = navigator.serviceWorker;
  if (!updates || !isSecureContext) return;
  const page = document.documentElement;
  const replacing = Boolean(updates.controller);
  updates.addEventListener("controllerchange", () => {
    if (replacing) location.reload();
  });
  await ready;
  const registration = await updates.register("./sw.js", { updateViaCache: "none" });
  const announce = () => {
    if (!registration.waiting || !updates.controller) return;
    page.dataset.update = "ready";
    page.dispatchEvent(new Event("update-ready", { bubbles: true }));
  };
  announce();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", announce);
  });
  document.addEventListener("update-accepted", () => {
    registration.waiting?.postMessage("skip-waiting");
  });
}

async function start(worker) {
  const lacks = missing();
  if (lacks) {
    say({ en: `${words.missing.en}${lacks}.`, fr: `${words.missing.fr}${lacks}.` });
    return;
  }
  try {
    const [bindings, first] = await parcoursStart.parts;
    const later = secondHalf(parcoursStart);
    const startWorker = () => {
      const started = new Worker(new URL(worker, document.baseURI), { type: "module" });
      started.postMessage({ first, later: later.now(), script: parcoursStart.script });
      return started;
    };
    await boot(bindings, first, later, startWorker);
    document.getElementById("shell")?.remove();
  } catch (error) {
    console.error(error);
    say(words.failed, String(error));
  }
  // Not beside the start, which they would slow down. The app asks for the second half itself where it opens a map.
  const second = pause(600).then(() => parcoursStart.there?.());
  // Also after a failure, and where a part does not come: a mended version must be able to reach this page.
  keepForOffline(Promise.race([second, pause(10_000)])).catch((error) => console.warn("Parcours is not kept for offline use:", error));
}

const page = globalThis.document?.querySelector("script[data-worker]");
if (page) start(page.dataset.worker);
