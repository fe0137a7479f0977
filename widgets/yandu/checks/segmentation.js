// Inputs of a segmentation: a string, and a toggle between each two of its characters.
import { fill, make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { showTick } from "./feedback.js";

const FIGURES = ["n_words", "n_right", "precision", "recall", "f1"];
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

const inputs = (content, labels, changed) => {
  const chars = [...content.text]; // characters, not UTF-16 units, as Python counts them
  let isOpen = true;
  const around = (place) => ({
    left: chars.slice(Math.max(place - 2, 0), place).join(""),
    right: chars.slice(place, place + 2).join(""),
  });
  const isCut = ({ node }) => node.getAttribute("aria-pressed") === "true";
  const set = ({ node }, cut) => node.setAttribute("aria-pressed", String(cut));
  const read = () => places.filter(isCut).map(({ id }) => id);

  // One of the toggles is in the tab order; arrows take it along.
  const rove = (place) => places.forEach(({ node }) => { node.tabIndex = node === place.node ? 0 : -1; });
  const walk = (event) => {
    const at = places.findIndex(({ node }) => node === event.target);
    const step = STEPS[event.key];
    if (at < 0 || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = places[Math.min(Math.max(at + step, 0), places.length - 1)];
    rove(next);
    next.node.focus();
  };
  const places = chars.slice(1).map((_, before) => {
    const id = before + 1;
    const tick = make("span", { class: "yd-tick" });
    const name = make("span", { class: "yd-sr" }, word(fill(labels.cut_place, around(id))));
    const toggle = () => {
      rove(place);
      if (!isOpen) return;
      set(place, !isCut(place));
      say();
      changed();
    };
    const node = make("button", { type: "button", class: "yd-cut", click: toggle }, name, tick);
    const place = { id, node, tick };
    return place;
  });

  const now = make("p", { class: "yd-words" });
  const say = (label = labels.cut_now) => {
    const cuts = [0, ...read(), chars.length];
    const pieces = cuts.slice(1).map((end, piece) => chars.slice(cuts[piece], end).join(""));
    now.replaceChildren(pair(fill(label, { n: pieces.length })), " ",
      make("span", { class: "yd-serif" }, pieces.join("  ")));
  };
  const node = make("div", {},
    make("p", { class: "yd-how" }, pair(labels.cut_how)),
    make("div", { class: "yd-string", role: "group", "aria-label": word(labels.cut_line), keydown: walk },
      ...chars.map((char, place) => make("span", {}, char, places[place]?.node))),
    now);

  const show = (state) => {
    isOpen = state.is_open;
    const shown = state.solution ?? state.response;
    places.forEach((place) => {
      const { id, node, tick } = place;
      if (shown) set(place, shown.includes(id));
      if (isOpen) node.removeAttribute("aria-disabled");
      else node.setAttribute("aria-disabled", "true");
      node.classList.toggle("yd-optional", state.optional?.includes(id) ?? false);
      showTick(tick, state.solution?.includes(id) ? "key" : state.marks?.[id], labels);
    });
    say(state.solution ? labels.cut_key : labels.cut_now);
  };
  const table = (rows) => make("table", { class: "yd-figures" },
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
  const after = (state) => [
    state.optional?.length && make("p", { class: "yd-how" }, pair(labels.cut_optional)),
    table(state.measures),
    make("p", { class: "yd-how" }, pair(labels.cut_formula)),
  ];
  rove(places[0]);
  places.forEach((place) => set(place, false));
  return { node, read, show, after };
};

export default renderCheck(inputs);
