// Inputs of a segmentation: a string, and a toggle between each two of its characters.
import { fill, make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { showTick } from "./feedback.js";
import { stopAt } from "./rows.js";

const FIGURES = ["n_words", "n_right", "precision", "recall", "f1"];
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

const isCut = ({ node }) => node.getAttribute("aria-pressed") === "true";
const set = ({ node }, cut) => node.setAttribute("aria-pressed", String(cut));

// The place before a character, by its number: a toggle with the characters on both sides.
const newPlace = (chars, id, labels, toggle) => {
  const around = {
    left: chars.slice(Math.max(id - 2, 0), id).join(""),
    right: chars.slice(id, id + 2).join(""),
  };
  const tick = make("span", { class: "yd-tick" });
  const name = make("span", { class: "yd-sr" }, word(fill(labels.cut_place, around)));
  const click = () => toggle(place);
  const node = make("button", { type: "button", class: "yd-cut", click }, name, tick);
  const place = { id, node, tick };
  set(place, false);
  return place;
};

// One of the toggles is in the tab order; arrows take it along.
const walk = (nodes) => (event) => {
  const at = nodes.indexOf(event.target);
  const step = STEPS[event.key];
  if (at < 0 || !step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const next = nodes[Math.min(Math.max(at + step, 0), nodes.length - 1)];
  stopAt(nodes, next);
  next.focus();
};

const table = (rows, labels) => make("table", { class: "yd-figures" },
  make("caption", {}, pair(labels.cut_table)),
  make("thead", {}, make("tr", {}, make("td"),
    ...["words", "right", "precision", "recall"].map((name) =>
      make("th", { scope: "col" }, pair(labels[`cut_${name}`]))),
    make("th", { scope: "col" }, "F1"))),
  make("tbody", {}, ...rows.flatMap((row) => [
    make("tr", {}, make("th", { scope: "row" }, pair(row.name)),
      ...FIGURES.map((figure) => make("td", {}, String(row[figure])))),
    row.cut && make("tr", {}, make("td", { colspan: 6, class: "yd-serif" }, row.cut)),
  ]).filter(Boolean)));

// The words as they are cut now, under the string.
const sayWords = (node, chars, ends, label) => {
  const cuts = [0, ...ends, chars.length];
  const pieces = cuts.slice(1).map((end, piece) => chars.slice(cuts[piece], end).join(""));
  node.replaceChildren(pair(fill(label, { n: pieces.length })), " ",
    make("span", { class: "yd-serif" }, pieces.join("  ")));
};

const inputs = (content, labels, changed) => {
  const chars = [...content.text]; // characters, not UTF-16 units, as Python counts them
  let isOpen = true;
  const toggle = (place) => {
    stopAt(nodes, place.node);
    if (!isOpen) return;
    set(place, !isCut(place));
    sayWords(now, chars, read(), labels.cut_now);
    changed();
  };
  const places = chars.slice(1).map((_, before) => newPlace(chars, before + 1, labels, toggle));
  const nodes = places.map((place) => place.node);
  stopAt(nodes, nodes[0]);
  const read = () => places.filter(isCut).map(({ id }) => id);
  const now = make("p", { class: "yd-words" });
  const how = (text) => make("p", { class: "yd-how" }, pair(text));
  const node = make("div", {},
    how(labels.cut_how),
    make("div", {
      class: "yd-string", role: "group", "aria-label": word(labels.cut_line), keydown: walk(nodes),
    }, ...chars.map((char, place) => make("span", {}, char, nodes[place]))),
    now);

  const show = (state) => {
    const { solution, optional, marks } = state;
    isOpen = state.is_open;
    const shown = solution ?? state.response;
    places.forEach((place) => {
      const { id, node: cut, tick } = place;
      if (shown) set(place, shown.includes(id));
      if (isOpen) cut.removeAttribute("aria-disabled");
      else cut.setAttribute("aria-disabled", "true");
      cut.classList.toggle("yd-optional", optional?.includes(id) ?? false);
      showTick(tick, solution?.includes(id) ? "key" : marks?.[id], labels);
    });
    sayWords(now, chars, read(), solution ? labels.cut_key : labels.cut_now);
  };
  const after = ({ optional, measures }) => [
    optional?.length && how(labels.cut_optional), table(measures, labels), how(labels.cut_formula),
  ];
  return { node, read, show, after };
};

export default renderCheck(inputs);
