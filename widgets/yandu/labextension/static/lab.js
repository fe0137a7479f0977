// The text lab's panel: what plain ipywidgets cannot say or do by themselves.
//
// - What has happened is said in a live region.
// - A row that is a word can be pressed: the word goes into the field "chosen word".
// - A concordance line of this lesson leads to its paragraph.
// - The line of Python can be copied.
// - A text that is too large for a message to the kernel is kept back, with a word on what
//   to do instead.

import { bilingual } from "./dom.js";
import messages from "./messages.js";

const WORDS = ".yd-lab-words tbody tr > th[scope=row]:last-of-type";
const LINES = ".yd-lab-lines tbody tr > th[scope=row]";
const COPIED_MS = 2000;
// A message to the kernel may have 10 MiB; a larger one would end the connection.
const LARGEST_MESSAGE = 8_000_000;

function makeButton(name, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.dataset.lmSuppressShortcuts = "true";
  button.addEventListener("click", act);
  return button;
}

export class LabView {
  /** Serve the labs below `root`, now and whenever one is drawn. */
  constructor(root) {
    this.root = root;
    this.observer = new MutationObserver(() => this.dress());
    this.observer.observe(root, { childList: true, subtree: true });
    this.keepBack = (event) => this.checkSize(event);
    root.addEventListener("change", this.keepBack, true);
    this.dress();
  }

  dispose() {
    this.observer.disconnect();
    this.root.removeEventListener("change", this.keepBack, true);
  }

  dress() {
    for (const lab of this.root.querySelectorAll(".yd-lab")) {
      // Before its words come: a region that comes with them is not announced.
      const status = lab.querySelector(".yd-lab-status .widget-html-content");
      if (status) status.setAttribute("role", "status");
      for (const head of lab.querySelectorAll(WORDS)) this.makeWord(lab, head);
      for (const head of lab.querySelectorAll(LINES)) this.makeLink(head);
      for (const made of lab.querySelectorAll(".yd-made")) this.makeCopy(made);
    }
  }

  checkSize(event) {
    const field = event.target;
    const own = field.closest?.(".yd-lab-own");
    if (!own) return;
    const parts = field.files ? [...field.files] : [new Blob([field.value])];
    if (parts.every(({ size }) => size <= LARGEST_MESSAGE)) return;
    event.stopImmediatePropagation();
    const said = document.createElement("p");
    said.className = "yd-notice";
    said.append(...bilingual(messages.too_large));
    const lab = own.closest(".yd-lab");
    lab.querySelector(".yd-lab-status .widget-html-content").replaceChildren(said);
  }

  /** Make the head of a row a button that chooses its word. */
  makeWord(lab, head) {
    if (head.firstElementChild?.matches(".yd-pick")) return;
    const word = head.textContent;
    const button = makeButton("yd-pick", () => {
      const field = lab.querySelector(".yd-lab-word input");
      field.value = word;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      lab.querySelector(".yd-lab-word ~ button")?.focus();
    });
    button.textContent = word;
    head.replaceChildren(button);
  }

  /** Make the id of a sentence a button that goes to its paragraph, if it is here. */
  makeLink(head) {
    if (head.firstElementChild) return;
    const cell = head.textContent.split(".")[0];
    if (!/^\d\d-p\d+$/.test(cell)) return;
    if (!this.root.querySelector(`[data-yd-cell="${cell}"]`)) return;
    const button = makeButton("yd-pick", () => {
      const detail = { cell };
      button.dispatchEvent(new CustomEvent("yandu:goto", { bubbles: true, detail }));
    });
    button.textContent = head.textContent;
    head.replaceChildren(button);
  }

  makeCopy(made) {
    if (made.querySelector(".yd-copy")) return;
    const button = makeButton("yd-act yd-copy", async () => {
      await navigator.clipboard.writeText(made.querySelector("code").textContent);
      button.replaceChildren(...bilingual(messages.copied));
      setTimeout(() => button.replaceChildren(...bilingual(messages.copy)), COPIED_MS);
    });
    button.setAttribute("aria-live", "polite");
    button.append(...bilingual(messages.copy));
    made.append(button);
  }
}
