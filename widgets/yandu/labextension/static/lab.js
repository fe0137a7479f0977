// The text lab's panel: what plain ipywidgets cannot say or do by themselves.
//
// - What has happened is said in a live region.
// - A row that is a word can be pressed: the word goes into the field "chosen word".
// - A concordance line of this lesson leads to its paragraph.
// - The line of Python can be copied.

import { bilingual } from "./dom.js";
import messages from "./messages.js";

const WORDS = ".yd-lab-words tbody tr > th[scope=row]:last-of-type";
const LINES = ".yd-lab-lines tbody tr > th[scope=row]";
const COPIED_MS = 2000;

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
    this.dress();
  }

  dispose() {
    this.observer.disconnect();
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
