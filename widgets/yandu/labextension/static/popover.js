// One small box beside the text at a time: a card, a note, a list of places.
//
// It stands inside the cell that it is about, so that Tab goes from the text into it and
// on, and it moves with the text. Escape and a press elsewhere close it; the focus then
// goes back to where it was.

import { act, label, make } from "./dom.js";

const GAP = 8; // pixels between the words and the box
const LEAST_MARGIN = 290; // pixels of margin in which a box can stand

export class Popover {
  constructor(content) {
    this.content = content;
    this.box = null;
    this.onPress = ({ target }) => {
      if (this.box && !this.box.contains(target)) this.close(false);
    };
    content.node.addEventListener("pointerdown", this.onPress);
  }

  /**
   * Open at `range` (or an element) in the cell `cell`.
   *
   * `name` is what it is called, `back` what gets the focus afterwards, `closed` what to
   * do then, `takesFocus` whether the box is for the keyboard at once.
   */
  open({ cell, at, name, inside, back = cell, closed = () => {}, takesFocus = true, kind = "" }) {
    this.close(false);
    const leave = act("close", () => this.close(), { class: "yd-act yd-pop-close" });
    this.box = make("div", {
      class: `yd-extra yd-pop ${kind}`, role: "dialog", "aria-label": name, tabindex: "-1", lang: "zh-CN",
    }, inside, leave);
    this.back = back;
    this.closed = closed;
    this.cell = cell;
    this.anchor = at;
    cell.classList.add("yd-has-pop");
    cell.append(this.box);
    this.place();
    if (takesFocus) this.box.focus({ preventScroll: true });
    this.show();
    return this.box;
  }

  get isOpen() {
    return this.box !== null;
  }

  /** Put other things into the box that is open. */
  fill(...inside) {
    this.box.replaceChildren(...inside, this.box.lastElementChild);
    this.show();
  }

  // In the margin, where there is room: then it covers none of the text. Else below the
  // words that it is about.
  place() {
    const boxes = [...(this.anchor.getClientRects?.() ?? [])];
    const words = boxes.at(-1) ?? this.anchor.getBoundingClientRect();
    const cell = this.cell.getBoundingClientRect();
    const room = this.content.node.getBoundingClientRect().right - cell.right;
    const isBeside = room >= LEAST_MARGIN;
    this.box.classList.toggle("yd-beside", isBeside);
    if (isBeside) {
      this.box.style.setProperty("--yd-room", `${Math.round(room)}px`);
      this.box.style.top = `${Math.round((boxes[0] ?? words).top - cell.top - GAP)}px`;
      return;
    }
    const most = Math.max(0, cell.width - this.box.offsetWidth);
    const left = Math.max(0, Math.min(words.left - cell.left - 12, most));
    this.box.style.left = `${Math.round(left)}px`;
    this.box.style.top = `${Math.round(words.bottom - cell.top + GAP)}px`;
  }

  show() {
    this.box?.scrollIntoView({ block: "nearest" });
  }

  close(returnsFocus = true) {
    if (!this.box) return;
    const { box, back, closed, cell } = this;
    this.box = null;
    const hadFocus = box.contains(document.activeElement);
    cell.classList.remove("yd-has-pop");
    closed();
    box.remove();
    if (returnsFocus && (hadFocus || document.activeElement === document.body))
      back.focus({ preventScroll: true });
  }
}

/** Why nothing came, as a line in a box. */
export const noAnswer = () => make("p", { class: "yd-pop-line", role: "alert" }, label("no_answer"));
