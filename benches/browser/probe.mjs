// What is read inside the page: when a board is painted, and how long a key press takes to its paint.

/**
 * Runs in the page before its own scripts. `plan.board` is the selector of a usable board, `plan.first` the
 * accessible name of a button to click as soon as it is painted, `plan.mark` a performance mark to wait for
 * as well. Leaves its readings, in milliseconds since the start of the navigation, in `window.probe`.
 */
export function probe(plan) {
  const readings = (window.probe = { first: null, board: null, keys: [] });
  // A frame's style, layout and paint run in the same task as its animation callbacks, so the next
  // message is handled once the main thread has painted.
  const painted = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  };
  const named = (name) =>
    [...document.querySelectorAll("button, a, [role=button]")].find(
      (element) => (element.getAttribute("aria-label") ?? element.textContent).trim() === name,
    );
  const look = () => {
    if (plan.first && readings.first === null) {
      const button = named(plan.first);
      if (button) {
        readings.first = NaN;
        painted(() => {
          readings.first = performance.now();
          button.click();
        });
      }
    } else if (document.querySelector(plan.board) && (!plan.mark || performance.getEntriesByName(plan.mark).length)) {
      return painted(() => (readings.board = performance.now()));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const pressed = (event) => {
    const start = event.timeStamp;
    requestAnimationFrame(() => painted(() => readings.keys.push(performance.now() - start)));
  };
  window.addEventListener("keydown", pressed, true);
}

/** Scrolls the board to its middle; gives the name of what scrolled. */
export function toMiddle() {
  const grid = document.querySelector("[role=grid]");
  const scrolls = (element) =>
    element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY);
  const around = [];
  for (let element = grid; element; element = element.parentElement) around.push(element);
  const scroller = around.find(scrolls) ?? [...grid.querySelectorAll("*")].find(scrolls);
  if (!scroller) return null;
  scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) / 2;
  scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) / 2;
  return scroller.className || scroller.tagName;
}

/** The card nearest to the middle of the window, as a point to click on. */
export function middleCard() {
  for (let far = 0; far < 900; far += 12) {
    const points = 8 + Math.ceil(far / 2);
    for (let point = 0; point < points; point++) {
      const turn = (2 * Math.PI * point) / points;
      const x = innerWidth / 2 + far * Math.cos(turn);
      const y = innerHeight / 2 + far * Math.sin(turn);
      if (document.elementFromPoint(x, y)?.closest("[role=gridcell] [data-card]")) return { x, y };
    }
  }
  return null;
}
