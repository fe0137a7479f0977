// Inputs of a short answer: one blank, with words beside it if they help.
import { make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { makeGap } from "./gap.js";

const inputs = (content, labels, changed) => {
  const gap = makeGap(content.part, content.size, labels, {
    inputmode: content.is_number ? "numeric" : null,
    input: changed,
  });
  const node = make("div", {},
    make("p", { class: "yd-how" }, pair(labels.type_answer)),
    make("p", { class: "yd-typed" },
      make("label", {},
        make("span", { class: "yd-sr" }, word(labels.answer)),
        pair(content.before), gap.input, " ", pair(content.after)),
      gap.marks));
  const show = (state) => gap.show(state, state.response ?? undefined, state.solution);
  return { node, read: () => gap.input.value, show };
};

export default renderCheck(inputs);
