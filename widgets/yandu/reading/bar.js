// The parts of the bar: toggles, steps, folds. They say what is wanted; the lab extension
// does it and says what is shown, and only that is shown here.
import { button, fill, make, pair, tell, word } from "../card.js";

const SWITCHES = ["shows_terms", "shows_formulas", "shows_structure", "shows_claims", "shows_original"];
const STEPS = { pinyin: ["off", "terms", "all"], english: ["folded", "below", "beside"] };
const LANGUAGES = ["both", "zh", "en"];

const pressed = (name, isOn) => ({ name, class: "yd-tab", "aria-pressed": String(isOn) });

// Layers that are on or off. `shown()` is what the page shows now.
export const newSwitches = (labels, shown) => {
  const nodes = SWITCHES.map((name) => button(labels[name],
    ({ currentTarget: node }) => tell(node, "show", { [name]: !shown()[name] }), pressed(name, false)));
  const reflect = (view) => nodes.forEach((node) => {
    node.setAttribute("aria-pressed", String(Boolean(view[node.name])));
    node.hidden = node.name === "shows_original" && !view.has_original;
  });
  return { nodes, reflect };
};

// What has more than two states: each press goes on to the next. `say` tells of one that
// a key has brought about, when the focus is elsewhere.
export const newSteps = (labels, shown, say) => {
  const nodes = Object.entries(STEPS).map(([name, values]) => button(labels[name],
    ({ currentTarget: node }) => {
      const next = values[(values.indexOf(shown()[name]) + 1) % values.length];
      tell(node, "show", { [name]: next });
    }, pressed(name, false)));
  const reflect = (view) => nodes.forEach((node) => {
    const value = view[node.name];
    const text = labels[`${node.name}_${value}`];
    if (view.by_key && node.dataset.is !== value) say(text);
    node.dataset.is = value;
    node.replaceChildren(pair(text));
    node.setAttribute("aria-pressed", String(value !== STEPS[node.name][0]));
  });
  return { nodes, reflect };
};

// A part that opens below the bar.
export const newFold = (name, text, isOpen, inside = [], opened = () => {}) => {
  const box = make("div", { class: `yd-fold yd-${name}`, id: `${name}-${Math.random()}` }, ...inside);
  const turn = (isWanted) => {
    box.hidden = !isWanted;
    node.setAttribute("aria-expanded", String(isWanted));
  };
  const node = button(text, () => {
    turn(box.hidden);
    if (!box.hidden) opened();
  }, { name, class: "yd-tab", "aria-controls": box.id });
  turn(isOpen);
  return { box, node, close: () => turn(false) };
};

// The list of the learner's marks, which the extension opens below the bar.
export const newMarks = (labels) => {
  const node = button(labels.marks, ({ currentTarget }) => tell(currentTarget, "panel"),
    { name: "marks", class: "yd-tab", "aria-expanded": "false", hidden: true });
  const reflect = ({ n_marks, is_panel_open }) => {
    node.hidden = n_marks === undefined;
    node.setAttribute("aria-expanded", String(Boolean(is_panel_open)));
    node.replaceChildren(pair(fill(labels.n_marks, { n: n_marks ?? 0 })));
  };
  return { node, reflect };
};

// Code, confidence and language: settings of the whole page.
export const newSettings = (labels, set, isCodeShown) => {
  const code = button(labels.code, ({ currentTarget: node }) => {
    const isOn = node.getAttribute("aria-pressed") !== "true";
    node.setAttribute("aria-pressed", String(isOn));
    tell(node, "show", { code: isOn });
  }, pressed("code", isCodeShown));
  const confidence = button(labels.confidence,
    () => set("asks_confidence", confidence.getAttribute("aria-pressed") !== "true"),
    { ...pressed("confidence", false), title: word(labels.confidence_how) });
  const language = make("select", {
    name: "language",
    "aria-label": word(labels.language),
    change: () => set("language", language.value),
  }, ...LANGUAGES.map((value) => make("option", { value }, word(labels[`language_${value}`]))));
  const show = (state) => {
    language.value = state.language;
    language.disabled = state.is_language_fixed;
    language.title = state.is_language_fixed ? word(labels.language_fixed) : "";
    confidence.setAttribute("aria-pressed", String(state.asks_confidence));
  };
  return { node: make("div", { class: "yd-actions" }, code, confidence, language), show };
};
