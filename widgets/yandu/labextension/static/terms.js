// A term's card: opens on a click or Enter, beside the term.

import { act, bilingual, label, make, say } from "./dom.js";
import { noAnswer } from "./popover.js";
import { hitList } from "./where.js";

const fold = (name, values, ...inside) =>
  make("details", { class: "yd-pop-fold" }, make("summary", {}, say(name, values)), inside);

const step = ({ date, text, source }) =>
  make("li", {}, date && `${date} `, bilingual(text), source && ` [${source}]`);

export class Terms {
  constructor(reading) {
    this.reading = reading;
    this.cards = new Map(); // id → card, once it was asked for
    this.saved = new Set();
    const { node } = reading.content;
    node.addEventListener("click", (event) => this.pressed(event));
    node.addEventListener("keydown", (event) => {
      if (!["Enter", " "].includes(event.key) || !event.target.matches?.(".yd-term")) return;
      event.preventDefault();
      this.open(event.target);
    });
  }

  // While terms are shown they are buttons: the first of each in a paragraph is a stop
  // for the Tab key, the others are for the mouse.
  makeButtons(isOn) {
    for (const node of this.reading.content.node.querySelectorAll(".yd-term")) {
      if (isOn && node.classList.contains("yd-term-first")) {
        node.setAttribute("role", "button");
        node.setAttribute("aria-haspopup", "dialog");
        node.dataset.lmSuppressShortcuts = "true";
        node.tabIndex = 0;
      } else {
        for (const name of ["role", "aria-haspopup", "tabindex", "data-lm-suppress-shortcuts"])
          node.removeAttribute(name);
      }
    }
  }

  pressed({ target }) {
    if (!document.getSelection().isCollapsed) return; // a passage is being selected
    const { view } = this.reading;
    const term = view.shows_terms && target.closest(".yd-term");
    const formula = view.shows_formulas && target.closest("[data-formula]");
    if (target.closest(".yd-extra")) return;
    if (term || formula) this.open(term || formula);
  }

  async open(node, id = node.dataset.term ?? node.dataset.formula) {
    const { popover } = this.reading;
    const cell = node.closest(".jp-Cell");
    const box = popover.open({
      cell, at: node, name: label("card"), kind: "yd-card-pop",
      back: node.tabIndex >= 0 ? node : cell,
      closed: () => node.classList.remove("yd-open"),
    });
    node.classList.add("yd-open");
    try {
      if (!this.cards.has(id)) this.cards.set(id, await this.reading.line.ask("term", { id }));
      if (popover.box === box) popover.fill(...this.card(this.cards.get(id), node));
    } catch (error) {
      console.warn("yandu:", error.message);
      if (popover.box === box) popover.fill(noAnswer());
    }
  }

  card(term, node) {
    const go = (id) => this.open(node, id);
    return [
      make("p", { class: "yd-term-head" },
        make("strong", {}, term.zh), " ",
        make("span", { class: "yd-term-pinyin", lang: "zh-Latn-pinyin" }, term.pinyin)),
      make("p", { class: "yd-term-en" },
        make("span", { lang: "en" }, term.en), " ",
        make("small", {}, bilingual(term.en_status))),
      make("p", {}, term.explanation.zh),
      make("p", { class: "yd-term-side", lang: "en" }, term.explanation.en),
      make("div", { class: "yd-pop-row" }, this.saveButton(term.id)),
      make("ul", { class: "yd-term-steps" }, term.origin.map(step)),
      term.variants.length > 0 &&
        make("p", { class: "yd-pop-line" }, say("variants"), " ", term.variants.join("；")),
      term.related.length > 0 && make("p", { class: "yd-pop-line" }, say("related"), " ",
        term.related.map(({ id, zh }) => [
          make("button", { type: "button", class: "yd-plain", click: () => go(id) }, zh), " "])),
      term.hits.length > 0 &&
        fold("where_n", { n: term.hits.length }, hitList(term.hits, this.reading)),
      term.sources.length > 0 && fold("sources_n", { n: term.sources.length },
        make("ul", { class: "yd-term-steps" }, term.sources.map((source) => make("li", {}, source)))),
    ].filter(Boolean);
  }

  saveButton(id) {
    const button = make("button", {
      type: "button",
      class: "yd-act",
      click: () => this.save(id, !this.saved.has(id)).then(draw, () => button.after(noAnswer())),
    });
    const draw = () => {
      button.setAttribute("aria-pressed", String(this.saved.has(id)));
      button.replaceChildren(...say(this.saved.has(id) ? "word_saved" : "save_word"));
    };
    draw();
    return button;
  }

  /** Put a term on the list for review, or take it off. */
  async save(id, isOn) {
    const { saved } = await this.reading.line.ask("save_term", { id, is_on: isOn });
    this.saved = new Set(saved);
    this.reading.panel.refresh();
    this.reading.tellDesk();
  }

  /** The list of saved words, each with a button that takes it off. */
  async list() {
    const { terms } = await this.reading.line.ask("saved");
    if (terms.length === 0) return make("p", { class: "yd-pop-line" }, say("no_words"));
    return make("ul", { class: "yd-words" }, terms.map((term) => make("li", {},
      make("strong", {}, term.zh), " ",
      make("span", { class: "yd-term-pinyin", lang: "zh-Latn-pinyin" }, term.pinyin), " ",
      make("span", { lang: "en", class: "yd-term-side" }, term.en), " ",
      act("take_off", () => this.save(term.id, false), { class: "yd-plain" }))));
  }
}
