// A passage whose parts are marked: words, or sentences. One Tab stop: arrows, Home and End
// move, Space and Enter mark like a click, and a run is marked by dragging or by Shift with
// an arrow. Enter does not check, as it does in a box: on a button it is the other Space.
import { isEnter, make, word } from "../card.js";
import { showTick } from "./feedback.js";
import { stopAt } from "./rows.js";

const STEPS = {
  ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity,
};

// Not a real button: those cannot run on over the end of a line.
const newToggle = ({ id, text }) => {
  const tick = make("span", { class: "yd-tick" });
  const said = make("span", { class: "yd-sr" });
  const node = make("span", {
    class: "yd-markable", role: "button", tabindex: -1, "data-lm-suppress-shortcuts": "true",
  }, text, said, tick);
  return { id, node, said, tick };
};

// Which parts are marked with what, by id; acts name a part by its place. `run` is where a
// run began, and the marks that were there before it.
const newMarks = (ids, pen, marked) => {
  const marks = new Map();
  const held = { marks, isOpen: true, run: null };
  held.toggle = (place) => {
    const id = ids[place];
    if (marks.get(id) === pen()) marks.delete(id);
    else marks.set(id, pen());
    marked();
  };
  held.set = (all) => {
    marks.clear();
    all.forEach(([id, mark]) => marks.set(id, mark));
  };
  // Mark all from where the run began; what it has left again is as it was before.
  held.stretch = (place, to) => {
    const run = (held.run ??= { place, before: [...marks] });
    if (run.to === to) return;
    run.to = to;
    held.set(run.before);
    const [first, last] = [run.place, to].sort((one, other) => one - other);
    ids.slice(first, last + 1).forEach((id) => marks.set(id, pen()));
    marked();
  };
  return held;
};

const byKeys = (held, nodes, placeOf) => (event) => {
  const place = placeOf(event);
  if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!event.shiftKey) held.run = null;
  const step = STEPS[event.key];
  if (step) {
    const to = Math.min(Math.max(place + step, 0), nodes.length - 1);
    if (event.shiftKey && held.isOpen) held.stretch(place, to);
    nodes[to].focus();
  } else if (event.key === " " || isEnter(event)) {
    if (held.isOpen && !event.repeat) held.toggle(place);
  } else return;
  event.preventDefault();
};

const byPointer = (held, placeOf) => {
  let from = -1; // where the pointer went down
  const click = (event) => {
    const place = placeOf(event);
    if (place >= 0 && held.isOpen && !held.run) held.toggle(place);
    held.run = null;
  };
  // A finger that moves scrolls; a mouse or a pen marks.
  const pointerdown = (event) => {
    held.run = null;
    from = event.pointerType === "touch" ? -1 : placeOf(event);
  };
  const pointermove = (event) => {
    const place = placeOf(event);
    if (!held.isOpen || !(event.buttons & 1) || from < 0 || place < 0) return;
    if (held.run || place !== from) held.stretch(from, place);
  };
  return { click, pointerdown, pointermove };
};

// `parts` are { id, text }; `pens` { id, text } of what can be said of a part, and `pen()`
// the id of the one in hand. `lay(nodes)` puts the parts, in their order, among whatever
// stands around them. Returned are { node, read, show }: `read()` gives part id to pen id,
// and `show(marks, isOpen, told)` takes the like, or null to leave the marks as they are;
// `told(id)` gives a verdict at a part and the pen that belongs there.
export const marking = ({ parts, pens, pen, lay, name }, labels, changed) => {
  const toggles = parts.map(newToggle);
  const nodes = toggles.map((made) => made.node);
  const placeOf = ({ target }) => nodes.findIndex((node) => node.contains(target));
  const nth = (id) => pens.findIndex((known) => known.id === id);
  const paint = () => toggles.forEach(({ id, node, said }) => {
    const mark = nth(held.marks.get(id));
    node.setAttribute("aria-pressed", String(mark >= 0));
    node.dataset.pen = mark;
    said.textContent = mark >= 0 && pens.length > 1 ? ` ${word(pens[mark].text)} ` : "";
  });
  const held = newMarks(parts.map(({ id }) => id), pen, () => {
    paint();
    changed();
  });

  const focusin = (event) => {
    const place = placeOf(event);
    if (place >= 0) stopAt(nodes, nodes[place]);
  };
  const node = make("div", {
    class: "yd-passage", role: "group", "aria-label": name,
    keydown: byKeys(held, nodes, placeOf), ...byPointer(held, placeOf), focusin,
  }, ...lay(nodes));
  const show = (shown, isOpen, told) => {
    held.isOpen = isOpen;
    if (shown) held.set(Object.entries(shown));
    paint();
    toggles.forEach((made) => {
      made.node.setAttribute("aria-disabled", String(!isOpen));
      const { verdict, mark } = told(made.id);
      showTick(made.tick, verdict, labels);
      if (mark && pens.length > 1) made.tick.append(
        make("span", { class: "yd-belongs" }, word(pens[nth(mark)].text)));
    });
  };
  if (nodes.length) stopAt(nodes, nodes[0]);
  paint();
  return { node, read: () => Object.fromEntries(held.marks), show };
};

// Words among their punctuation, in the order of `pieces`.
export const wordsOf = (pieces) => pieces.filter(({ id }) => id);
export const amongPieces = (pieces) => (nodes) => {
  const left = [...nodes];
  return pieces.map(({ id, text }) => (id ? left.shift() : text));
};
