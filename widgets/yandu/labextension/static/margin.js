// What stands in the margin of a paragraph: the kinds of its claims, the learner's marks.
// Both in words: a colour alone says nothing.

import { bilingual, label, make, say } from "./dom.js";

const NOTE_LENGTH = 24; // characters of a note that the margin has room for

export class Margin {
  constructor(reading) {
    this.reading = reading;
  }

  /** Draw the margin of every paragraph anew. */
  draw() {
    for (const [id, { cell, data }] of this.reading.paragraphs) {
      const claims = data.claims.map((claim) => this.claim(claim, cell));
      const marks = this.reading.marks.in(id).map((mark) => this.mark(mark));
      const had = cell.querySelector(":scope > .yd-margin");
      const box = make("div", { class: "yd-extra yd-margin", lang: "zh-CN" }, claims, marks);
      if (had) {
        const place = [...had.children].indexOf(document.activeElement);
        had.replaceWith(box);
        box.children[place]?.focus({ preventScroll: true });
      } else if (box.childElementCount) cell.append(box);
    }
  }

  claim({ id, name, zh, en }, cell) {
    const open = ({ currentTarget }) => this.reading.popover.open({
      cell, at: currentTarget, back: currentTarget, name: label("claim"), kind: "yd-claim-pop",
      inside: [
        make("p", { class: "yd-pop-head" }, say("claim_of", { id }), " ", bilingual(name)),
        make("p", {}, zh),
        make("p", { class: "yd-term-side", lang: "en" }, en),
      ],
    });
    return make("button", {
      type: "button", class: "yd-claim", "aria-haspopup": "dialog", click: open,
    }, bilingual(name));
  }

  mark({ id, kind, note }) {
    const short = note.length > NOTE_LENGTH ? `${note.slice(0, NOTE_LENGTH)}…` : note;
    return make("button", {
      type: "button", class: `yd-margin-note yd-kind-${kind}`, "aria-haspopup": "dialog",
      click: ({ currentTarget }) => this.reading.marks.edit(id, currentTarget),
    }, make("span", { class: "yd-note-kind" }, say(`kind_${kind}`)),
    short && make("span", { class: "yd-note-text" }, short));
  }
}
