// The reading bar: toggles that the lab extension carries out on the text, the lesson's
// terms, and the learner's settings, which change the whole page. What the extension asks
// of the kernel goes through here, and the answers back.
import {
  button, connect, fill, linkedPair, live, make, pair, paragraphLink, tell, word,
} from "../card.js";

const LANGUAGES = ["both", "zh", "en"];
const SWITCHES = ["shows_terms", "shows_formulas", "shows_structure", "shows_claims", "shows_original"];
const STEPS = { pinyin: ["off", "terms", "all"], english: ["folded", "below", "beside"] };
// What each key does in the text and on the bar; the extension listens (keys.js).
const KEYS = {
  T: "shows_terms", F: "shows_formulas", S: "shows_structure", C: "shows_claims",
  O: "shows_original", P: "pinyin", E: "english", M: "marks", "← →": "key_sentence",
  "⇧← ⇧→ [ ]": "key_ends", "⇧↑ ⇧↓": "key_more", "1 2 3 4": "key_mark", W: "key_where", "?": "more",
};

// What is open, shown and focused in a bar, by its element, while it is drawn anew.
const left = new WeakMap();

const termEntry = (term, labels, places) => make("details", { class: "yd-entry" },
  make("summary", {},
    make("strong", {}, term.zh), " ",
    make("span", { class: "yd-pinyin", lang: "zh-Latn-pinyin" }, term.pinyin), " ",
    make("span", { class: "yd-en", lang: "en" }, term.en)),
  make("p", {}, linkedPair(term.explanation, places)),
  make("ul", {}, ...term.origin.map((step) => make("li", {},
    step.date ? `${step.date} ` : "", pair(step.text), step.source ? ` [${step.source}]` : ""))),
  make("p", { class: "yd-saved" }, pair(term.en_status),
    ...term.paragraphs.flatMap((number) => [" ", paragraphLink(number, places, labels)])),
  ...term.sources.map((source) => make("p", { class: "yd-saved" }, source)));

const keyList = (labels) => make("dl", { class: "yd-keys" },
  ...Object.entries(KEYS).flatMap(([key, name]) =>
    [make("dt", {}, make("kbd", {}, key)), make("dd", {}, pair(labels[name]))]));

const draw = ({ model, el, labels }) => {
  const content = model.get("content");
  const was = left.get(el) ?? {};
  let shown = was.shown ?? model.get("state").view;
  const said = make("p", { class: "yd-notice", role: "status" });
  const press = (name, isOn) => ({ name, class: "yd-tab", "aria-pressed": String(isOn) });

  const switches = SWITCHES.map((name) => button(labels[name],
    ({ currentTarget: node }) => tell(node, "show", { [name]: !shown[name] }), press(name, false)));
  const steps = Object.entries(STEPS).map(([name, values]) => button(labels[name],
    ({ currentTarget: node }) => {
      const next = values[(values.indexOf(shown[name]) + 1) % values.length];
      tell(node, "show", { [name]: next });
    }, press(name, false)));
  const code = button(labels.code, ({ currentTarget: node }) => {
    const isOn = node.getAttribute("aria-pressed") !== "true";
    node.setAttribute("aria-pressed", String(isOn));
    tell(node, "show", { code: isOn });
  }, press("code", Boolean(el.closest(".yd-code"))));

  // A part of the bar that opens below it.
  const fold = (name, text, ...inside) => {
    const box = make("div", { class: `yd-fold yd-${name}`, id: `${name}-${Math.random()}`, hidden: !was[name] }, ...inside);
    const node = button(text, () => {
      box.hidden = !box.hidden;
      node.setAttribute("aria-expanded", String(!box.hidden));
      if (name === "terms" && !box.childElementCount) ask("terms");
    }, { name, class: "yd-tab", "aria-expanded": String(!box.hidden), "aria-controls": box.id });
    return { box, node };
  };
  const terms = fold("terms", fill(labels.terms, content));
  const marks = button(labels.marks, ({ currentTarget: node }) => tell(node, "panel"),
    { name: "marks", class: "yd-tab", "aria-expanded": "false", hidden: true });

  const set = (name, value) => ask("setting", { name, value });
  const language = make("select", {
    name: "language",
    "aria-label": word(labels.language),
    change: () => set("language", language.value),
  }, ...LANGUAGES.map((value) => make("option", { value }, word(labels[`language_${value}`]))));
  const confidence = button(labels.confidence,
    () => set("asks_confidence", confidence.getAttribute("aria-pressed") !== "true"),
    { ...press("confidence", false), title: word(labels.confidence_how) });
  const noCopy = make("p", { class: "yd-saved" }, pair(labels.no_original));
  const more = fold("more", labels.more,
    make("div", { class: "yd-actions" }, code, confidence, language),
    noCopy,
    make("p", { class: "yd-saved" }, pair(labels.keys)), keyList(labels));

  // The extension says what the page shows now.
  const reflect = (detail) => {
    const isNew = Boolean(detail.by_key);
    shown = { ...shown, ...detail };
    for (const node of switches) {
      node.setAttribute("aria-pressed", String(Boolean(shown[node.name])));
      node.hidden = node.name === "shows_original" && !shown.has_original;
    }
    noCopy.hidden = Boolean(shown.has_original);
    for (const node of steps) {
      const text = labels[`${node.name}_${shown[node.name]}`];
      if (isNew && node.dataset.is !== shown[node.name]) said.replaceChildren(pair(text));
      node.dataset.is = shown[node.name];
      node.replaceChildren(pair(text));
      node.setAttribute("aria-pressed", String(shown[node.name] !== STEPS[node.name][0]));
    }
    marks.hidden = shown.n_marks === undefined;
    marks.setAttribute("aria-expanded", String(Boolean(shown.is_panel_open)));
    marks.replaceChildren(pair(fill(labels.n_marks, { n: shown.n_marks ?? 0 })));
    if (detail.fold) more.node.click();
  };
  const onShown = (event) => reflect(event.detail);
  el.addEventListener("yandu:shown", onShown);

  const show = () => {
    const state = model.get("state");
    if (state.terms && !terms.box.childElementCount)
      terms.box.replaceChildren(...state.terms.map((term) => termEntry(term, labels, content.places)));
    language.value = state.language;
    language.disabled = state.is_language_fixed;
    language.title = state.is_language_fixed ? word(labels.language_fixed) : "";
    confidence.setAttribute("aria-pressed", String(state.asks_confidence));
    said.replaceChildren(...(state.is_saved === false ? [pair(labels.not_saved)] : []));
    tell(el, "show", { language: state.language });
  };
  const { ask, notice, stop } = connect(model, labels, show);
  el.append(make("section", {
    class: "yd-card yd-desk", lang: "zh-CN", "aria-label": word(labels.title),
  },
    ...content.notices.map((text) => make("p", { class: "yd-notice" }, pair(text))),
    make("div", { class: "yd-bar" }, ...switches, ...steps,
      make("span", { class: "yd-space" }), terms.node, marks, more.node),
    said, notice, terms.box, more.box));
  show();
  reflect({});
  terms.box.querySelectorAll("details").forEach((node, place) => { node.open = was.opened?.[place]; });
  el.querySelector(`[name="${was.focused}"]`)?.focus({ preventScroll: true });

  return () => {
    stop();
    el.removeEventListener("yandu:shown", onShown);
    left.set(el, {
      shown,
      terms: !terms.box.hidden,
      more: !more.box.hidden,
      opened: [...terms.box.querySelectorAll("details")].map((node) => node.open),
      focused: el.contains(document.activeElement) ? document.activeElement.name : "",
    });
  };
};

const card = live(draw);

const render = ({ model, el, kit }) => {
  const leave = card.render({ model, el, kit });
  const send = (event) => model.send({ act: "place", ...event.detail });
  const ask = (event) => model.send(event.detail);
  const answer = (detail) => el.dispatchEvent(new CustomEvent("yandu:answer", { detail }));
  el.addEventListener("yandu:place", send);
  el.addEventListener("yandu:ask", ask);
  model.on("msg:custom", answer);
  // What is told must bubble to the notebook, so it waits until the bar is in the page.
  let frame = 0;
  const report = () => {
    if (!el.isConnected) {
      frame = requestAnimationFrame(report);
      return;
    }
    const { language, view } = model.get("state");
    const code = el.querySelector('[name="code"]');
    code.setAttribute("aria-pressed", String(Boolean(el.closest(".yd-code"))));
    tell(el, "show", { language });
    tell(el, "desk", { place: model.get("content").place, view });
  };
  report();
  return () => {
    leave();
    cancelAnimationFrame(frame);
    model.off("msg:custom", answer);
  };
};

export default { render };
