// The learner's own marks in the text, to be quoted in a note.
import { button, fill, make, pair, word } from "../card.js";

// A button that lists them, and the list; `quote(text, cell)` is called for one of them.
export const newQuoting = (labels, ask, quote) => {
  const list = make("div", { class: "yd-quotes", role: "group", "aria-label": word(labels.quote), hidden: true });
  const open = button(labels.quote, () => {
    list.hidden = !list.hidden;
    open.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden) ask("marks");
  }, { "aria-expanded": "false" });
  const entry = (mark) => make("button", {
    type: "button",
    class: "yd-button yd-quote",
    click: () => quote(word(fill(labels.quoted, mark)), mark.paragraph),
  }, pair(mark.kind), " ", make("q", {}, mark.quotation), mark.note && ` ${mark.note}`);
  const show = ({ marks }) => {
    if (!marks || list.hidden) return;
    list.replaceChildren(...(marks.length ? marks.map(entry) : [pair(labels.no_marks)]));
  };
  return { open, list, show };
};
