// The reading bar: toggles that the lab extension carries out, the lesson's terms, and the
// learner's settings, which change the whole page.
import {
  button, connect, fill, linkedPair, live, make, pair, paragraphLink, tell, word,
} from "../card.js";

const LANGUAGES = ["both", "zh", "en"];

// What is open and where the focus is in a bar, by its element, while it is drawn anew.
const left = new WeakMap();

const termEntry = (term, labels, places) => make("details", { class: "yd-term" },
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

// A bar that is new, after a restart or in another language, finds the page as it was.
const readToggles = (el) => el.querySelectorAll("[data-toggle]").forEach((node) => {
  const on = el.closest(".yd-lesson")?.classList.contains(`yd-${node.dataset.toggle}`);
  node.setAttribute("aria-pressed", String(Boolean(on)));
});

const toggle = (name, labels) => button(labels[name], ({ currentTarget: node }) => {
  const on = node.getAttribute("aria-pressed") !== "true";
  node.setAttribute("aria-pressed", String(on));
  tell(node, "show", { [name]: on });
}, { name, "data-toggle": name, "aria-pressed": "false" });

const draw = ({ model, el, labels }) => {
  const content = model.get("content");
  const { isOpen = false, opened = [], focused } = left.get(el) ?? {};

  const list = make("div", { class: "yd-terms", id: `terms-${Math.random()}`, hidden: !isOpen });
  const terms = button(fill(labels.terms, content), () => {
    list.hidden = !list.hidden;
    terms.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.childElementCount) ask("terms");
  }, { name: "terms", "aria-expanded": String(isOpen), "aria-controls": list.id });

  const set = (name, value) => ask("setting", { name, value });
  const language = make("select", {
    name: "language",
    "aria-label": word(labels.language),
    change: () => set("language", language.value),
  }, ...LANGUAGES.map((value) =>
    make("option", { value }, word(labels[`language_${value}`]))));
  const confidence = button(labels.confidence,
    () => set("asks_confidence", confidence.getAttribute("aria-pressed") !== "true"),
    { name: "confidence", title: word(labels.confidence_how) });
  const said = make("p", { class: "yd-notice", role: "status" });

  const show = () => {
    const state = model.get("state");
    if (state.terms && !list.childElementCount)
      list.replaceChildren(...state.terms.map((term) => termEntry(term, labels, content.places)));
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
    make("div", { class: "yd-actions" },
      toggle("english", labels), terms, toggle("code", labels), confidence, language),
    said, notice, list));
  show();
  readToggles(el);
  list.querySelectorAll("details").forEach((node, place) => { node.open = opened[place]; });
  el.querySelector(`[name="${focused}"]`)?.focus({ preventScroll: true });

  return () => {
    stop();
    left.set(el, {
      isOpen: !list.hidden,
      opened: [...list.querySelectorAll("details")].map((node) => node.open),
      focused: el.contains(document.activeElement) ? document.activeElement.name : "",
    });
  };
};

const card = live(draw);

const render = ({ model, el, kit }) => {
  const leave = card.render({ model, el, kit });
  el.addEventListener("yandu:place", (event) => model.send({ act: "place", ...event.detail }));
  // What is told must bubble to the notebook, so it waits until the bar is in the page.
  let frame = 0;
  const report = () => {
    if (!el.isConnected) {
      frame = requestAnimationFrame(report);
      return;
    }
    readToggles(el);
    tell(el, "show", { language: model.get("state").language });
    tell(el, "desk", { place: model.get("content").place });
  };
  report();
  return () => { leave(); cancelAnimationFrame(frame); };
};

export default { render };
