// The learner's highlights: drawn over the text, named in the margin, edited in a box.

import { rangeOf } from "./align.js";
import { act, label, make, say } from "./dom.js";
import { noAnswer } from "./popover.js";

export const KINDS = ["claim", "term", "question", "doubt"];
const TYPING_MS = 500;
const canPaint = typeof Highlight === "function" && Boolean(CSS.highlights);

export class Marks {
  constructor(reading) {
    this.reading = reading;
    this.marks = [];
    this.undo = null; // the id of what was removed last
    reading.content.node.addEventListener("click", (event) => this.pressed(event));
  }

  /** The marks that stand in a paragraph now. */
  in(paragraphId) {
    return this.marks.filter(({ paragraph }) => paragraph === paragraphId);
  }

  /** Take the marks as the kernel has them, and draw them. */
  take({ marks, is_saved }) {
    this.marks = marks;
    this.isSaved = is_saved !== false;
    this.draw();
    this.reading.margin.draw();
    this.reading.panel.refresh();
    this.reading.tellDesk();
  }

  async ask(name, data) {
    this.take(await this.reading.line.ask(name, data));
  }

  draw() {
    if (!canPaint) return; // the words in the margin are there in any case
    for (const kind of KINDS) {
      const ranges = this.marks.flatMap((mark) => {
        const places = mark.kind === kind && this.reading.places(mark.paragraph);
        return places ? [rangeOf(places, mark.start, mark.end)] : [];
      });
      this.reading.paint(`yd-mark-${kind}`, ranges);
    }
  }

  /** Mark a passage; then its note can be written. */
  async make(kind, { paragraph, start, end }) {
    const id = crypto.randomUUID();
    await this.ask("mark", { id, kind, paragraph, start, end, note: "" });
    document.getSelection().removeAllRanges();
    this.edit(id);
  }

  // A press on a marked passage opens its note.
  pressed({ target, clientX, clientY }) {
    if (!document.getSelection().isCollapsed || target.closest(".yd-extra, details")) return;
    if (this.reading.view.shows_terms && target.closest(".yd-term")) return; // its card
    const cell = target.closest(".yd-cell-text");
    const mark = this.in(cell?.dataset.ydCell).find(({ start, end }) =>
      [...rangeOf(this.reading.places(cell.dataset.ydCell), start, end).getClientRects()].some(
        ({ left, right, top, bottom }) =>
          clientX >= left && clientX <= right && clientY >= top && clientY <= bottom));
    if (mark) this.edit(mark.id);
  }

  /** Open the box of a mark at its passage. */
  edit(id, back) {
    const mark = this.marks.find((one) => one.id === id);
    const places = mark && this.reading.places(mark.paragraph);
    if (!places) return;
    const cell = this.reading.cell(mark.paragraph);
    const { popover } = this.reading;
    const form = this.form(mark, () => popover.box === box && popover.close());
    const box = popover.open({
      cell, at: rangeOf(places, mark.start, mark.end), name: label("mark_of_yours"),
      inside: form.node, closed: form.flush, back: back ?? cell, kind: "yd-mark-pop",
    });
    form.node.querySelector("textarea").focus({ preventScroll: true });
  }

  /** What a mark is edited in: its kind, its note; `done` is called at its end. */
  form(mark, done) {
    let { kind, note } = mark;
    let timer = 0;
    let isGone = false;
    const said = make("p", { class: "yd-pop-line", role: "status" });
    const keep = async () => {
      clearTimeout(timer);
      if (isGone || (kind === mark.kind && note === mark.note)) return;
      try {
        await this.ask("mark", { id: mark.id, kind, note });
        mark = { ...mark, kind, note };
        said.replaceChildren(...say(this.isSaved ? "note_saved" : "note_not_saved"));
      } catch {
        said.replaceChildren(noAnswer());
      }
    };
    const kinds = KINDS.map((name) => make("button", {
      type: "button", class: `yd-act yd-kind yd-kind-${name}`, "aria-pressed": String(name === kind),
      click: ({ currentTarget }) => {
        kind = name;
        kinds.forEach((node) => node.setAttribute("aria-pressed", String(node === currentTarget)));
        keep();
      },
    }, say(`kind_${name}`)));
    const text = make("textarea", {
      rows: "3", "aria-label": label("note"), placeholder: label("note_here"), lang: "zh-CN",
      input: () => {
        note = text.value;
        clearTimeout(timer);
        timer = setTimeout(keep, TYPING_MS);
      },
    });
    text.value = note;
    const remove = () => {
      isGone = true;
      this.remove(mark.id).then(done, () => said.replaceChildren(noAnswer()));
    };
    const node = make("div", { class: "yd-mark-form" },
      make("p", { class: "yd-quoted" }, mark.quotation),
      mark.is_changed && make("p", { class: "yd-pop-line" }, say("text_changed")),
      make("div", { class: "yd-pop-row", role: "group", "aria-label": label("kind") }, kinds),
      text,
      make("div", { class: "yd-pop-row" },
        act("done", () => keep().then(done)), act("remove", remove)),
      said);
    return { node, flush: () => { keep(); } };
  }

  async remove(id) {
    await this.ask("unmark", { id });
    this.undo = id;
    this.reading.offerUndo();
  }

  async restore() {
    const id = this.undo;
    this.undo = null;
    await this.ask("restore", { id });
  }
}
