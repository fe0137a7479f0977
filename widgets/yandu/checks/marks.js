// A passage whose parts are marked: words, or sentences. One Tab stop: arrows, Home and End
// move, Space and Enter mark like a click, and a run is marked by dragging or by Shift with
// an arrow. Enter does not check, as it does in a box: on a button it is the other Space.
import { isEnter, make, word } from "../card.js";
import { showTick } from "./feedback.js";

const STEPS = {
  ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity,
};

// `parts` are { id, text }; `pens` { id, text } of what can be said of a part, and `pen()`
// the id of the one in hand. `lay(nodes)` puts the parts, in their order, among whatever
// stands around them. Returned are { node, read, show }: `read()` gives part id to pen id,
// and `show(marks, isOpen, told)` takes the like, or null to leave the marks as they are;
// `told(id)` gives a verdict at a part and the pen that belongs there.
export const marking = ({ parts, pens, pen, lay, name }, labels, changed) => {
  const marks = new Map();
  let isOpen = true;
  let run = null; // where a run began, and the marks that were there before it
  let from = -1; // where the pointer went down

  // Not real buttons: those cannot run on over the end of a line.
  const toggles = parts.map(({ id, text }) => {
    const tick = make("span", { class: "yd-tick" });
    const said = make("span", { class: "yd-sr" });
    const node = make("span", {
      class: "yd-markable", role: "button", tabindex: -1, "data-lm-suppress-shortcuts": "true",
    }, text, said, tick);
    return { id, node, said, tick };
  });
  const placeOf = (event) => toggles.findIndex(({ node }) => node.contains(event.target));
  const nth = (id) => pens.findIndex((known) => known.id === id);

  const paint = () => toggles.forEach(({ id, node, said }) => {
    const mark = nth(marks.get(id));
    node.setAttribute("aria-pressed", String(mark >= 0));
    node.dataset.pen = mark;
    said.textContent = mark >= 0 && pens.length > 1 ? ` ${word(pens[mark].text)} ` : "";
  });
  const marked = () => {
    paint();
    changed();
  };
  const toggle = (place) => {
    const { id } = toggles[place];
    if (marks.get(id) === pen()) marks.delete(id);
    else marks.set(id, pen());
    marked();
  };
  // Mark all from where the run began; what it has left again is as it was before.
  const stretch = (place, to) => {
    run ??= { place, before: new Map(marks) };
    if (run.to === to) return;
    run.to = to;
    marks.clear();
    run.before.forEach((mark, id) => marks.set(id, mark));
    const [first, last] = [run.place, to].sort((one, other) => one - other);
    toggles.slice(first, last + 1).forEach(({ id }) => marks.set(id, pen()));
    marked();
  };

  const keydown = (event) => {
    const place = placeOf(event);
    if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.shiftKey) run = null;
    const step = STEPS[event.key];
    if (step) {
      const to = Math.min(Math.max(place + step, 0), toggles.length - 1);
      if (event.shiftKey && isOpen) stretch(place, to);
      toggles[to].node.focus();
    } else if (event.key === " " || isEnter(event)) {
      if (isOpen && !event.repeat) toggle(place);
    } else return;
    event.preventDefault();
  };
  const click = (event) => {
    const place = placeOf(event);
    if (place >= 0 && isOpen && !run) toggle(place);
    run = null;
  };
  // A finger that moves scrolls; a mouse or a pen marks.
  const pointerdown = (event) => {
    run = null;
    from = event.pointerType === "touch" ? -1 : placeOf(event);
  };
  const pointermove = (event) => {
    const place = placeOf(event);
    if (!isOpen || !(event.buttons & 1) || from < 0 || place < 0) return;
    if (run || place !== from) stretch(from, place);
  };
  const focusin = (event) => {
    const place = placeOf(event);
    if (place >= 0) toggles.forEach(({ node }, n) => { node.tabIndex = n === place ? 0 : -1; });
  };

  const node = make("div", {
    class: "yd-passage", role: "group", "aria-label": name,
    keydown, click, pointerdown, pointermove, focusin,
  }, ...lay(toggles.map((made) => made.node)));
  const read = () => Object.fromEntries(marks);
  const show = (shown, open, told) => {
    isOpen = open;
    if (shown) {
      marks.clear();
      Object.entries(shown).forEach(([id, mark]) => marks.set(id, mark));
    }
    paint();
    toggles.forEach((made) => {
      made.node.setAttribute("aria-disabled", String(!open));
      const { verdict, mark } = told(made.id);
      showTick(made.tick, verdict, labels);
      if (mark && pens.length > 1) made.tick.append(
        make("span", { class: "yd-belongs" }, word(pens[nth(mark)].text)));
    });
  };
  if (toggles.length) toggles[0].node.tabIndex = 0;
  paint();
  return { node, read, show };
};

// Words among their punctuation, in the order of `pieces`.
export const wordsOf = (pieces) => pieces.filter(({ id }) => id);
export const amongPieces = (pieces) => (nodes) => {
  const left = [...nodes];
  return pieces.map(({ id, text }) => (id ? left.shift() : text));
};
