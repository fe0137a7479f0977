// Inputs of a cloze: gaps in a line of text.
import { fill, make } from "../card.js";
import { renderCheck, showTick, submits, verdictOf } from "./check.js";

const inputs = (content, labels, changed) => {
  const gaps = [];
  const gap = ({ gap: id, size }) => {
    const input = make("input", {
      type: "text",
      style: `width: ${size + 2}em`,
      "aria-label": fill(labels.gap, { number: gaps.length + 1 }).zh,
      autocomplete: "off",
      spellcheck: "false",
      input: changed,
    });
    const tick = make("span", { class: "yd-tick" });
    gaps.push({ id, input, tick });
    return make("span", { class: "yd-gap" }, input, tick);
  };
  const line = make("p", { class: "yd-cloze" },
    ...content.pieces.map((piece) => (piece.gap ? gap(piece) : piece.text)));
  const node = make("div", {}, line,
    content.en ? make("p", { class: "yd-en", lang: "en" }, content.en) : null);
  submits(node);
  const show = (state) => gaps.forEach(({ id, input, tick }) => {
    const typed = (state.solution ?? state.response)?.[id];
    // A text that is being typed is not touched: it may be ahead of the kernel.
    if (typed !== undefined && (!state.is_open || document.activeElement !== input))
      input.value = typed;
    input.readOnly = !state.is_open;
    showTick(tick, state.solution ? "key" : verdictOf(state, id), labels);
  });
  const read = () => Object.fromEntries(gaps.map(({ id, input }) => [id, input.value]));
  return { node, read, show };
};

export default { render: (context) => renderCheck(context, inputs) };
