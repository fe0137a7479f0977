// How a lesson looks: classes for lesson.css, the folds, and its keyboard.

import { bilingual } from "./dom.js";
import { courseCall, runnableCells, tagsOf } from "./run.js";

const CONTROLS =
  "input, button, select, textarea, summary, a[href], " +
  "[role=slider], [contenteditable=true]";

/** The class that lesson.css knows a cell by, from its id and tags. */
export function kindOf(id, tags) {
  if (tags.includes("lab")) return "yd-cell-lab";
  if (tags.includes("text")) return "yd-cell-text";
  if (tags.includes("discussion")) return "yd-cell-prompt";
  if (/^\d\d-h\d+$/.test(id)) return "yd-cell-heading";
  if (courseCall(id)) return "yd-cell-widget";
  const named = /^\d\d-(title|summary|sources)$/.exec(id);
  return named ? `yd-cell-${named[1]}` : "yd-cell-prose";
}

export class Look {
  constructor(content, messages, runCell) {
    this.content = content;
    this.messages = messages;
    this.runCell = runCell;
    this.english = false;
    this.code = false;
    content.node.lang = "zh-CN";
    content.addClass("yd-lesson");
    this.classify();
    content.model.cells.changed.connect(() => queueMicrotask(() => this.classify()));
    this.observer = new MutationObserver((records) => this.added(records));
    this.observer.observe(content.node, { childList: true, subtree: true });
    this.tame(content.node);
    // JupyterLab listens on the document, after this.
    content.node.addEventListener("keydown", (event) => this.keepKeys(event));
  }

  dispose() {
    this.observer.disconnect();
  }

  classify() {
    if (this.content.isDisposed) return;
    const hidden = new Set(runnableCells(this.content));
    for (const cell of this.content.widgets) {
      const { id } = cell.model;
      const ours = /^\d\d-[a-z]/.test(id);
      const tags = tagsOf(cell.model);
      const kind = ours ? kindOf(id, tags) : "yd-cell-own";
      cell.node.dataset.ydCell = id; // for the reading desk: the cell of an id
      if (!cell.hasClass(kind)) cell.addClass(kind);
      cell.toggleClass("yd-hidden", hidden.has(cell));
      if (kind === "yd-cell-lab") this.addRunButton(cell);
      if (cell.model.type === "markdown" && ours) cell.showEditorForReadOnly = false;
      if (hidden.has(cell)) this.fold(cell);
    }
  }

  fold(cell) {
    // Not written into the notebook: what is folded is the window's matter.
    cell.syncCollapse = false;
    cell.inputHidden = !this.code;
  }

  addRunButton(cell) {
    const wrapper = cell.node.querySelector(".jp-Cell-inputWrapper");
    if (!wrapper || wrapper.querySelector(".yd-run")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "yd-act yd-run";
    button.dataset.lmSuppressShortcuts = "true";
    button.append(...bilingual(this.messages.run_cell));
    button.addEventListener("click", () => this.runCell(cell));
    wrapper.append(button);
  }

  /** Open or fold the English. */
  showEnglish(isOpen) {
    if (isOpen === this.english) return;
    this.english = isOpen;
    this.content.toggleClass("yd-english", isOpen);
    this.englishIn(this.content.node, isOpen);
  }

  /** Show or hide code, speak one language or both. */
  show({ code, language }) {
    if (typeof code === "boolean") {
      this.code = code;
      this.content.toggleClass("yd-code", code);
      this.classify();
    }
    if (typeof language === "string") {
      for (const only of ["zh", "en"])
        this.content.toggleClass(`yd-only-${only}`, language === only);
    }
  }

  englishIn(root, open) {
    const selector = ".yd-lesson .jp-MarkdownOutput details.en";
    for (const details of root.querySelectorAll(selector)) details.open = open;
  }

  added(records) {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        this.tame(node.parentElement ?? node);
        if (this.english) this.englishIn(node.parentElement ?? node, true);
      }
    }
  }

  // In an output, JupyterLab's shortcuts fire ("d d" deletes the cell) unless the control
  // itself says no. ipywidgets cannot say it from Python, so it is said for them.
  tame(root) {
    for (const control of root.querySelectorAll(CONTROLS)) {
      if (!control.closest(".jp-OutputArea-output, .jp-MarkdownOutput")) continue;
      control.dataset.lmSuppressShortcuts = "true";
    }
    for (const table of root.querySelectorAll(".jp-OutputArea-output .yd-table"))
      this.letScroll(table);
  }

  // A table may be wider than a narrow window: its box then scrolls, by keyboard too.
  letScroll(table) {
    const box = table.closest(".widget-html-content, .jp-OutputArea-output");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", table.caption?.textContent.trim() ?? "");
  }

  // A lesson is read, not edited: on our cells a stray letter must not insert a cell, and
  // arrows, space and page keys scroll as in any page. Keys with Ctrl, Cmd or Alt, Escape
  // and Tab stay JupyterLab's, and so does every key in a lab cell or a cell of one's own.
  keepKeys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["Escape", "Tab"].includes(event.key) || /^F\d+$/.test(event.key)) return;
    if (event.target.closest(".cm-editor")) return;
    const cell = event.target.closest(".jp-Cell");
    if (!cell || cell.matches(".yd-cell-lab, .yd-cell-own")) return;
    event.stopPropagation();
  }
}
