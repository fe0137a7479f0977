// The learner's marks and saved words as lists under the bar, with a search.

import { act, label, make, say } from "./dom.js";

export class Panel {
  constructor(reading) {
    this.reading = reading;
    this.box = null;
    this.all = false; // the whole course, or this lesson
    this.search = "";
    this.editing = null; // id of the mark that is being edited in the list
  }

  get isOpen() {
    return this.box !== null;
  }

  /** Open or close it, or turn it over. */
  toggle(isWanted = !this.isOpen) {
    if (isWanted === this.isOpen) return;
    if (isWanted) this.open();
    else this.close();
  }

  open() {
    const cell = this.reading.line.desk?.closest(".jp-Cell");
    if (!cell) return;
    const field = make("input", {
      type: "search", "aria-label": label("search_marks"), placeholder: label("search_marks"),
      input: () => {
        this.search = field.value;
        this.drawList();
      },
    });
    field.value = this.search;
    const all = make("button", {
      type: "button", class: "yd-plain", "aria-pressed": String(this.all),
      click: () => {
        this.all = !this.all;
        all.setAttribute("aria-pressed", String(this.all));
        this.refresh();
      },
    }, say("all_lessons"));
    this.list = make("div", { class: "yd-panel-list" });
    this.words = make("div", { class: "yd-panel-words" });
    this.undoLine = make("p", { class: "yd-pop-line", role: "status" });
    this.box = make("section", { class: "yd-extra yd-panel", "aria-label": label("marks"), lang: "zh-CN" },
      make("div", { class: "yd-pop-row" }, field, all, act("close", () => this.close())),
      this.undoLine, this.list,
      make("p", { class: "yd-pop-head" }, say("saved_words")), this.words);
    cell.append(this.box);
    this.refresh();
    field.focus({ preventScroll: true });
    this.reading.tellDesk();
  }

  close() {
    const hadFocus = this.box.contains(document.activeElement);
    this.box.remove();
    this.box = null;
    this.editing = null;
    this.reading.tellDesk();
    if (hadFocus) this.reading.line.desk?.querySelector('[name="marks"]')?.focus({ preventScroll: true });
  }

  /** Take marks and words as they are now. */
  async refresh() {
    if (!this.isOpen) return;
    try {
      const { line, marks, terms } = this.reading;
      const found = this.all ? (await line.ask("marks")).marks : marks.marks;
      const words = await terms.list();
      if (!this.isOpen) return;
      this.found = found;
      this.drawList();
      this.words.replaceChildren(words);
    } catch (error) {
      console.warn("yandu:", error.message);
    }
  }

  drawList() {
    const wanted = this.search.trim().toLowerCase();
    const holds = (mark) => [mark.quotation, mark.note, label(`kind_${mark.kind}`)]
      .some((text) => text.toLowerCase().includes(wanted));
    const found = (this.found ?? []).filter((mark) => holds(mark) || mark.id === this.editing);
    const placed = found.filter(({ paragraph }) => paragraph);
    const unplaced = found.filter(({ paragraph }) => !paragraph);
    if (this.list.querySelector("textarea:focus")) return; // it is being typed into
    this.list.replaceChildren(...[
      found.length === 0 && make("p", { class: "yd-pop-line" }, say(wanted ? "nothing_found" : "no_marks")),
      placed.length > 0 && make("ul", { class: "yd-marks" }, placed.map((mark) => this.entry(mark))),
      unplaced.length > 0 && make("p", { class: "yd-pop-head" }, say("unplaced")),
      unplaced.length > 0 && make("ul", { class: "yd-marks yd-unplaced" }, unplaced.map((mark) => this.entry(mark))),
    ].filter(Boolean));
    this.drawUndo();
  }

  drawUndo() {
    const { marks } = this.reading;
    this.undoLine.replaceChildren(...(marks.undo
      ? [...say("removed"), " ", act("undo", () => marks.restore(), { class: "yd-plain" })] : []));
  }

  entry(mark) {
    const { reading } = this;
    const isHere = mark.lesson === reading.id;
    const go = (event) => {
      event.preventDefault();
      reading.visit(mark, event.currentTarget);
    };
    const place = mark.paragraph ? make("a", { href: `#${mark.paragraph}`, click: go },
      label(isHere ? "nth_paragraph" : "lesson_paragraph", mark)) : "";
    const kind = make("span", { class: `yd-note-kind yd-kind-${mark.kind}` }, say(`kind_${mark.kind}`));
    if (this.editing === mark.id) {
      const form = reading.marks.form(mark, () => {
        this.editing = null;
        this.refresh();
      });
      return make("li", {}, kind, " ", place, form.node);
    }
    return make("li", {},
      kind, " ", make("q", { class: "yd-quoted" }, mark.quotation), " ", place,
      mark.note && make("p", { class: "yd-note-whole" }, mark.note),
      make("span", { class: "yd-pop-row" },
        act("edit", () => {
          this.editing = mark.id;
          this.drawList();
          this.list.querySelector("textarea")?.focus({ preventScroll: true });
        }, { class: "yd-plain" }),
        act("remove", () => reading.marks.remove(mark.id).catch(console.warn), { class: "yd-plain" })));
  }
}

