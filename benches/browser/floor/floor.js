// The floor: a grid of boxes with editable text, stored as one record. What no board can be cheaper than
// without holding only what is seen. The fragment names the shape: `#10x20x5` is lanes x steps x cards a
// cell; `#10x20x5/cells` says what is skipped out of sight (loose, none, rows, cells, nested, cards; the
// choices are measured by `variants.mjs`).

const [shape, asked] = (location.hash.slice(1) || "8x7x0").split("/");
const [lanes, steps, cards] = shape.split("x").map(Number);
// The cheapest a key press of all that was tried: rows, and their cells too where those are tall.
const skipped = asked ?? (cards > 50 ? "nested" : "rows");
const board = document.querySelector(".board");
const state = document.querySelector("[data-save-state]");
let before = "";
let pause = 0;
let since = 0;

const made = (name, role, parent, text) => {
  const element = document.createElement("div");
  element.className = name;
  element.setAttribute("role", role);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
};

const request = (asked) =>
  new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

function draw() {
  const whole = document.createDocumentFragment();
  board.style.setProperty("--steps", steps);
  board.classList.add(`skip-${skipped}`);
  const head = made("row head", "row", whole);
  made("name side", "columnheader", head, "");
  for (let step = 0; step < steps; step++) made("name", "columnheader", head, `Stage ${step + 1}`);
  let next = 0;
  for (let lane = 0; lane < lanes; lane++) {
    const row = made("row", "row", whole);
    made("name side", "rowheader", row, `Lane ${lane + 1}`);
    for (let step = 0; step < steps; step++) {
      const cell = made("cell", "gridcell", row);
      for (let card = 0; card < cards; card++) {
        const box = made("card", "group", cell, texts[next]);
        box.dataset.card = next++;
      }
    }
  }
  board.append(whole);
}

// A click makes a box editable, leaving it ends that, Escape brings the old text back.
board.addEventListener("click", (event) => {
  const box = event.target.closest("[data-card]");
  if (!box || box.isContentEditable) return;
  before = texts[box.dataset.card];
  box.contentEditable = "plaintext-only";
  box.dataset.editor = "";
  box.focus();
});
board.addEventListener("input", ({ target }) => keep(target));
board.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !event.target.isContentEditable) return;
  event.target.textContent = before;
  keep(event.target);
  event.target.blur();
});
board.addEventListener("focusout", ({ target }) => {
  target.removeAttribute("contenteditable");
  delete target.dataset.editor;
});

// A box is led about by the pointer, and the cell under it marked; let go or Escape, it is back in its place.
let led = null;
board.addEventListener("pointerdown", (event) => {
  const box = event.target.closest("[data-card]");
  if (box && !box.isContentEditable) led = { box, x: event.clientX, y: event.clientY, over: null };
});
window.addEventListener("pointermove", ({ clientX, clientY }) => {
  if (!led) return;
  led.box.style.transform = `translate(${clientX - led.x}px, ${clientY - led.y}px)`;
  led.box.style.pointerEvents = "none";
  const over = document.elementFromPoint(clientX, clientY)?.closest(".cell") ?? null;
  if (over !== led.over) {
    led.over?.classList.remove("over");
    over?.classList.add("over");
    led.over = over;
  }
});
const letGo = () => {
  led?.over?.classList.remove("over");
  led?.box.removeAttribute("style");
  led = null;
};
window.addEventListener("pointerup", letGo);
window.addEventListener("keydown", ({ key }) => key === "Escape" && letGo());

// Stored as the app stores: 200 ms after the last key, and at least every second.
function keep(box) {
  texts[box.dataset.card] = box.textContent;
  if (!since) {
    since = performance.now();
    tell("saving", "Saving…");
  }
  clearTimeout(pause);
  pause = setTimeout(save, Math.max(0, Math.min(200, since + 1000 - performance.now())));
}

function save() {
  since = 0;
  const writing = database.transaction("maps", "readwrite");
  writing.objectStore("maps").put(texts, shape);
  writing.oncomplete = () => since || tell("saved", "Saved");
}

function tell(value, words) {
  state.dataset.saveState = value;
  state.textContent = words;
}

const opening = indexedDB.open("floor", 1);
opening.onupgradeneeded = () => opening.result.createObjectStore("maps");
const database = await request(opening);
let texts = await request(database.transaction("maps").objectStore("maps").get(shape));
if (!texts) {
  const source = cards ? (await import("./texts.js")).texts(lanes * steps * cards) : [];
  texts = [...source];
  save();
}
draw();
performance.mark("parcours:board");
