// One place to type into, as a cloze and a short answer have.
import { make } from "../card.js";
import { showTick, verdictOf } from "./feedback.js";

// `marks` is to stand behind the input: the verdict, and the key once it is shown.
export const makeGap = (id, size, labels, attributes) => {
  const input = make("input", {
    type: "text",
    style: `width: ${size + 2}em`,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "done",
    ...attributes,
  });
  const tick = make("span", { class: "yd-tick" });
  const key = make("span", { class: "yd-tick" });
  const show = (state, typed, solution) => {
    const { is_open: isOpen, problem } = state;
    // A text that is being typed is not touched: it may be ahead of the kernel. Nor is
    // one that was refused: the kernel has an older one.
    if (typed !== undefined && !problem && !(isOpen && document.activeElement === input))
      input.value = typed;
    input.readOnly = !isOpen;
    const verdict = verdictOf(state, id);
    showTick(tick, verdict, labels);
    const isTold = solution !== undefined && verdict !== "right";
    showTick(key, isTold && "key", labels);
    key.append(isTold ? solution : "");
  };
  return { id, input, marks: make("span", {}, tick, key), show };
};
