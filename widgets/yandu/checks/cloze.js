// Inputs of a cloze: gaps in a line of text.
import { fill, make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { makeGap } from "./gap.js";

const inputs = (content, labels, changed) => {
  const gaps = [];
  const place = ({ gap: id, size }) => {
    const gap = makeGap(id, size, labels, {
      "aria-label": word(fill(labels.gap, { number: gaps.length + 1 })),
      input: changed,
    });
    gaps.push(gap);
    return make("span", {}, gap.input, gap.marks);
  };
  const node = make("div", {},
    make("p", { class: "yd-how" }, pair(labels.type_gaps)),
    make("p", { class: "yd-typed" },
      ...content.pieces.map((piece) => (piece.gap ? place(piece) : piece.text))),
    content.en && make("p", { class: "yd-en", lang: "en" }, content.en));
  const show = (state) => gaps.forEach((gap) =>
    gap.show(state, state.response?.[gap.id], state.solution?.[gap.id]));
  const read = () => Object.fromEntries(gaps.map(({ id, input }) => [id, input.value]));
  return { node, read, show };
};

export default renderCheck(inputs);
