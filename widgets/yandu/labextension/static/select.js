// From a selected passage to what can be done with it: mark it, or see where else it is.

import { heldBy, rangeOf } from "./align.js";
import { act, label, make, say } from "./dom.js";
import { KINDS } from "./marks.js";
import { noAnswer } from "./popover.js";
import { hitList } from "./where.js";

const SETTLED_MS = 120; // the selection has not moved for so long

export class Select {
  constructor(reading) {
    this.reading = reading;
    this.bar = null;
    this.timer = 0;
    this.isHeld = false; // the mouse button is down
    this.onChange = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.offer(), SETTLED_MS);
    };
    document.addEventListener("selectionchange", this.onChange);
    const { node } = reading.content;
    node.addEventListener("pointerdown", () => { this.isHeld = true; });
    this.onUp = () => {
      this.isHeld = false;
      this.onChange();
    };
    document.addEventListener("pointerup", this.onUp);
  }

  dispose() {
    clearTimeout(this.timer);
    document.removeEventListener("selectionchange", this.onChange);
    document.removeEventListener("pointerup", this.onUp);
  }

  /** What is selected, {paragraph, cell, start, end, places}, or null. */
  passage() {
    const selection = document.getSelection();
    if (selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const from = range.startContainer;
    const cell = (from.nodeType === Node.TEXT_NODE ? from.parentElement : from)?.closest?.(".yd-cell-text");
    if (!cell || !this.reading.content.node.contains(cell)) return null;
    const paragraph = cell.dataset.ydCell;
    const places = this.reading.places(paragraph);
    const held = places && heldBy(range, places);
    return held && { paragraph, cell, start: held[0], end: held[1], places };
  }

  words({ start, end, places }) {
    return places.slice(start, end)
      .map(({ node, offset, length }) => node.data.slice(offset, offset + length)).join("");
  }

  offer() {
    if (this.isHeld || this.bar?.contains(document.activeElement)) return;
    const passage = this.passage();
    this.bar?.remove();
    this.bar = null;
    if (!passage || this.reading.popover.isOpen) return;
    const { cell, start, end, places } = passage;
    const button = (name, number, press) => act(name, press, {
      "aria-keyshortcuts": number,
      pointerdown: (event) => event.preventDefault(), // else the selection is lost
    });
    this.bar = make("div", {
      class: "yd-extra yd-select", role: "toolbar", "aria-label": label("selected"), lang: "zh-CN",
    },
    KINDS.map((kind, place) => button(`kind_${kind}`, String(place + 1), () => this.mark(kind, passage))),
    button("where_else", "W", () => this.where(passage)));
    cell.append(this.bar);
    const words = rangeOf(places, start, end).getClientRects();
    const box = cell.getBoundingClientRect();
    const last = words[words.length - 1];
    const right = Math.max(0, box.width - this.bar.offsetWidth);
    this.bar.style.left = `${Math.round(Math.max(0, Math.min(last.left - box.left, right)))}px`;
    this.bar.style.top = `${Math.round(last.bottom - box.top + 6)}px`;
  }

  close() {
    clearTimeout(this.timer);
    this.bar?.remove();
    this.bar = null;
  }

  /** Mark what is selected; by a key, or by a button. */
  mark(kind, passage = this.passage()) {
    if (!passage) return;
    this.close();
    this.reading.marks.make(kind, passage).catch((error) => this.fail(passage, error));
  }

  /** Show every place of what is selected. */
  async where(passage = this.passage()) {
    if (!passage) return;
    const { cell, start, end, places } = passage;
    this.close();
    const text = this.words(passage);
    const { popover, line } = this.reading;
    const box = popover.open({ cell, at: rangeOf(places, start, end), name: label("where_else") });
    try {
      const { hits } = await line.ask("where", { text });
      if (popover.box !== box) return;
      popover.fill(
        make("p", { class: "yd-pop-head" }, say("where_of", { n: hits.length })),
        make("p", { class: "yd-quoted" }, text),
        hitList(hits, this.reading));
    } catch (error) {
      if (popover.box === box) popover.fill(noAnswer());
      console.warn("yandu:", error.message);
    }
  }

  fail({ cell, start, end, places }, error) {
    console.warn("yandu:", error.message);
    this.reading.popover.open({
      cell, at: rangeOf(places, start, end), name: label("selected"), inside: noAnswer(),
    });
  }
}
