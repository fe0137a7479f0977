// The reading desk of one lesson: works in place on its text cells.
//
// The layers are asked for once, when the lesson is live and idle, or when one is shown;
// from then on a toggle is a class on the lesson.

import { align, rangeOf } from "./align.js";
import { act, label, make, say } from "./dom.js";
import { Keys } from "./keys.js";
import { addPinyin, decorate } from "./layers.js";
import { Line } from "./line.js";
import { Margin } from "./margin.js";
import { Marks } from "./marks.js";
import { originalBeside } from "./original.js";
import { Panel } from "./panel.js";
import { Popover } from "./popover.js";
import { Select } from "./select.js";
import { Terms } from "./terms.js";
import { PLAIN, applyView, wantedOf } from "./view.js";

const TEXT = ".jp-MarkdownOutput";
const IDLE_MS = 2000; // the longest wait for an idle moment
const TRIES = 3; // to have the layers, before a toggle asks for them

const idle = () => new Promise((resolve) => {
  if (window.requestIdleCallback) requestIdleCallback(resolve, { timeout: IDLE_MS });
  else setTimeout(resolve, 200);
});

export class Reading {
  /** `lesson` is the open lesson: {id, content, look, goto, openNotebook}. */
  constructor(lesson) {
    this.lesson = lesson;
    this.id = lesson.id;
    this.content = lesson.content;
    this.view = { ...PLAIN };
    this.paragraphs = new Map(); // id → {cell, root, data, places}
    this.ready = null; // the promise that the layers are laid
    this.hasPinyin = false;
    this.original = null; // passages of the learner's copy by paragraph, if there is one
    this.isAttached = false; // a reading bar was there
    this.line = new Line();
    this.popover = new Popover(this.content);
    this.marks = new Marks(this);
    this.margin = new Margin(this);
    this.terms = new Terms(this);
    this.panel = new Panel(this);
    this.select = new Select(this);
    this.keys = new Keys(this);
    this.laid = new Promise((resolve) => { this.onLaid = resolve; });
    this.painted = new Map(); // name of a highlight → the ranges of this lesson
    this.observer = new MutationObserver((records) => this.redrawn(records));
  }

  dispose() {
    this.select.dispose();
    this.observer.disconnect();
    for (const name of this.painted.keys()) this.paint(name, []);
  }

  /** Take over the reading bar and, the first time, what the learner had shown. */
  async attach(desk, view, work) {
    this.line.attach(desk);
    desk.closest(".jp-Cell")?.classList.add("yd-desk-cell");
    if (this.isAttached) {
      this.tellDesk();
      return;
    }
    this.isAttached = true;
    Object.assign(this.view, wantedOf(view ?? {}));
    this.apply();
    await work;
    await idle();
    // A kernel that has just run a lesson on a slow machine may need another moment.
    for (let n = 0; n < TRIES && !this.paragraphs.size; n += 1) await this.prepare();
  }

  /** Show or hide layers; `view` names them. What was asked is kept by the kernel. */
  show(asked, byKey = false) {
    const wanted = wantedOf(asked);
    const changed = Object.keys(wanted).filter((name) => wanted[name] !== this.view[name]);
    if (changed.length === 0) return;
    Object.assign(this.view, wanted);
    if (wanted.pinyin && wanted.pinyin !== "off") this.layPinyin();
    this.apply();
    this.tellDesk({ by_key: byKey });
    this.prepare();
    for (const name of changed)
      this.line.ask("view", { name, value: wanted[name] }).catch(() => {}); // not kept
  }

  apply() {
    const { view, content } = this;
    applyView(content.node, view);
    this.lesson.look.showEnglish(view.english !== "folded");
    this.terms.makeButtons(view.shows_terms);
  }

  /** Tell the bar what is shown; `more` is for it alone. */
  tellDesk(more = {}) {
    const detail = {
      ...this.view,
      n_marks: this.marks.marks.length,
      is_panel_open: this.panel.isOpen,
      has_original: Boolean(this.original),
      ...more,
    };
    this.line.desk?.dispatchEvent(new CustomEvent("yandu:shown", { detail }));
  }

  // ---- the layers

  prepare() {
    this.ready ??= this.lay().catch((error) => {
      console.warn("yandu: no layers:", error.message);
      this.ready = null; // to be tried again when something is shown
    });
    return this.ready;
  }

  async lay() {
    const answer = await this.line.ask("layers");
    this.original = answer.original ?? null;
    for (const [place, [id, data]] of Object.entries(answer.paragraphs).entries()) {
      data.number = place + 1;
      const cell = this.content.widgets.find(({ model }) => model.id === id)?.node;
      if (!cell) continue; // a learner may delete a cell
      this.paragraphs.set(id, { cell, data, root: null, places: null });
      this.layOver(id);
      this.observer.observe(cell, { childList: true, subtree: true });
    }
    this.terms.saved = new Set(answer.saved);
    if (this.view.pinyin !== "off") this.layPinyin();
    this.apply();
    this.marks.take(answer);
    this.onLaid();
  }

  layOver(id) {
    const paragraph = this.paragraphs.get(id);
    const { cell, data } = paragraph;
    const root = cell.querySelector(TEXT);
    Object.assign(paragraph, { root, places: null });
    if (!root) return;
    // A stop for the Tab key, from which passages are selected. (JupyterLab keeps the
    // cell's own tabindex to itself.)
    root.tabIndex = 0;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", label("nth_paragraph", { number: data.number }));
    const places = align(root, data.text);
    if (!places) {
      console.warn(`yandu: the text of ${id} is not the course's; it is left plain`);
      return;
    }
    const copied = this.original?.[id] ?? [];
    if (copied.length > 0) root.append(originalBeside(copied));
    decorate(places, data.spans);
    paragraph.places = align(root, data.text);
  }

  layPinyin() {
    if (this.hasPinyin || this.paragraphs.size === 0) return;
    this.hasPinyin = true;
    for (const id of this.paragraphs.keys()) this.layPinyinOver(id);
    this.marks.draw();
  }

  layPinyinOver(id) {
    const paragraph = this.paragraphs.get(id);
    if (!paragraph.places) return;
    addPinyin(paragraph.places, paragraph.data.pinyin);
    paragraph.places = align(paragraph.root, paragraph.data.text);
  }

  // JupyterLab draws a text anew now and then: it is plain again.
  redrawn(records) {
    const cells = new Set(records.map(({ target }) => target.closest?.(".yd-cell-text")));
    for (const cell of cells) {
      const id = cell?.dataset.ydCell;
      const paragraph = this.paragraphs.get(id);
      const root = cell?.querySelector(TEXT);
      if (!paragraph || !root || root.contains(paragraph.places?.[0]?.node ?? null)) continue;
      if (!paragraph.places && root === paragraph.root) continue; // left plain before
      this.layOver(id);
      if (this.hasPinyin) this.layPinyinOver(id);
      this.terms.makeButtons(this.view.shows_terms);
      this.marks.draw();
    }
  }

  // ---- places in the text

  /** The characters of a paragraph as they stand in the page, or null. */
  places(id) {
    return this.paragraphs.get(id)?.places ?? null;
  }

  cell(id) {
    return this.paragraphs.get(id)?.cell ?? null;
  }

  /** Paint ranges as CSS highlights of this name, beside those of other lessons. */
  paint(name, ranges) {
    if (typeof Highlight !== "function" || !CSS.highlights) return;
    const all = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.painted.get(name) ?? []) all.delete(range);
    for (const range of ranges) all.add(range);
    this.painted.set(name, ranges);
    CSS.highlights.set(name, all);
  }

  /** Go to a place of the course, {lesson, paragraph, start, end or node}, and mark it. */
  visit(place, from) {
    if (place.lesson !== this.id) {
      this.popover.close(false);
      this.lesson.openNotebook(place.path, place);
      return;
    }
    const back = this.popover.isOpen ? this.popover.back : from;
    this.popover.close(false);
    this.lesson.goto.to(place.paragraph, back);
    this.find(place);
  }

  /** Mark a place in the text, until another one is. */
  async find({ paragraph, start, end, node }) {
    await this.laid;
    const places = this.places(paragraph);
    const last = end ?? start + Array.from(node ?? "").length;
    const isThere = places && start < last && last <= places.length;
    this.paint("yd-found", isThere ? [rangeOf(places, start, last)] : []);
  }

  /** After a mark was removed: a line that brings it back. */
  offerUndo() {
    if (this.panel.isOpen) {
      this.panel.drawUndo();
      return;
    }
    const cell = this.popover.cell;
    const undo = act("undo", () => {
      this.popover.close();
      this.marks.restore().catch(console.warn);
    });
    this.popover.open({
      cell, at: this.popover.anchor, name: label("removed"),
      inside: make("p", { class: "yd-pop-line" }, say("removed"), " ", undo),
    });
  }
}
