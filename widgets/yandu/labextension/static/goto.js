// Goes to a cell that a widget names, marks it, and brings the learner back.

import { bilingual } from "./dom.js";

const UPPER_THIRD = 0.2; // of the window's height above the cell

export class Goto {
  constructor(content, place, messages) {
    this.content = content;
    this.place = place;
    this.messages = messages;
    this.origin = null; // {focus, place}: where the learner came from
    this.leave = () => {};
    content.node.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || !this.origin) return;
      event.stopPropagation();
      this.back();
    });
  }

  /** Go to the cell `id`; `from` is what asked for it. False if there is no such cell. */
  to(id, from) {
    const node = this.place.node(id);
    if (!node) return false;
    const origin = this.origin ?? {
      focus: this.focusable(from),
      place: this.place.current(),
    };
    this.leave();
    this.origin = origin;
    this.mark(node);
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    const offset = -Math.round(this.place.height * UPPER_THIRD);
    this.place.hold({ cell: id, offset });
    return true;
  }

  focusable(from) {
    const { activeElement } = document;
    return from.contains(activeElement) ? activeElement : from;
  }

  mark(node) {
    const box = document.createElement("div");
    box.className = "yd-mark";
    const label = document.createElement("span");
    label.id = "yd-mark-label";
    label.append(...bilingual(this.messages.marked));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "yd-act";
    button.dataset.lmSuppressShortcuts = "true";
    button.append(...bilingual(this.messages.back));
    button.addEventListener("click", () => this.back());
    box.append(label, button);
    node.append(box);
    node.classList.add("yd-marked");
    node.setAttribute("aria-describedby", label.id);
    this.leave = () => {
      box.remove();
      node.classList.remove("yd-marked");
      node.removeAttribute("aria-describedby");
      this.origin = null;
      this.leave = () => {};
    };
  }

  back() {
    const { focus, place } = this.origin;
    this.leave();
    focus.focus({ preventScroll: true });
    this.place.hold(place);
  }
}
