// One key each, only while the focus is in the text or on the bar: nothing that a learner
// types elsewhere, and no shortcut of JupyterLab's, is touched.

import { moveSelection } from "./caret.js";
import { KINDS } from "./marks.js";
import { STEPS } from "./view.js";

const PLACES = ".yd-cell-text, .yd-cell-heading, .yd-cell-title, .yd-cell-prose, .yd-desk-cell";
const TYPING = "input, textarea, select, [contenteditable=true], .cm-editor";
const SWITCHES = {
  t: "shows_terms", f: "shows_formulas", s: "shows_structure", c: "shows_claims", o: "shows_original",
};
const CYCLES = { p: "pinyin", e: "english" };

export class Keys {
  constructor(reading) {
    this.reading = reading;
    reading.content.node.addEventListener("keydown", (event) => this.down(event), true);
  }

  down(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (key === "Escape" ? this.escape() : this.isReading(target) && this.act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  isReading(target) {
    if (target.closest(TYPING)) return false;
    return Boolean(target.closest(PLACES));
  }

  escape() {
    const { popover, select } = this.reading;
    if (popover.isOpen) {
      popover.close();
      return true;
    }
    if (!select.bar) return false;
    document.getSelection().removeAllRanges();
    select.close();
    return true;
  }

  /** Do what a key does; false if it does nothing. */
  act({ key, shiftKey, target }) {
    const { reading } = this;
    const paragraph = target.closest(".yd-cell-text");
    if (paragraph && !target.closest(".yd-extra") && /^(Arrow|[[\]])/.test(key)) {
      const places = reading.places(paragraph.dataset.ydCell);
      const name = shiftKey && key.startsWith("Arrow") ? `Shift+${key}` : key;
      return Boolean(places) && moveSelection(name, places);
    }
    const letter = key.toLowerCase();
    if (SWITCHES[letter]) {
      reading.show({ [SWITCHES[letter]]: !reading.view[SWITCHES[letter]] }, true);
    } else if (CYCLES[letter]) {
      const name = CYCLES[letter];
      const values = STEPS[name];
      reading.show({ [name]: values[(values.indexOf(reading.view[name]) + 1) % values.length] }, true);
    } else if (letter === "m") {
      reading.panel.toggle();
    } else if (letter === "?" || letter === "？") {
      reading.tellDesk({ fold: true });
    } else if (reading.select.passage() && /^[1-4w]$/.test(letter)) {
      if (letter === "w") reading.select.where();
      else reading.select.mark(KINDS[Number(letter) - 1]);
    } else {
      return false;
    }
    return true;
  }
}
