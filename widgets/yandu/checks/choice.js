// Inputs of items answered by choosing.
import { make, pair } from "../card.js";
import { inOrder, renderCheck } from "./check.js";
import { showTick, verdictOf } from "./feedback.js";

const inputs = (content, labels, changed) => {
  const type = content.is_multiple ? "checkbox" : "radio";
  // A name of its own for every view: the same item may be shown twice on one page.
  const name = `${content.id}-${Math.random()}`;
  const rows = content.options.map(({ id, text }) => {
    const input = make("input", { type, name, value: id, change: changed });
    const tick = make("span", { class: "yd-tick" });
    return { id, input, tick, row: make("label", { class: "yd-option" }, input, pair(text), tick) };
  });
  const list = make("div", {}, ...rows.map(({ row }) => row));
  const how = content.is_multiple ? labels.choose_several : labels.choose_one;
  const node = make("div", {}, make("p", { class: "yd-how" }, pair(how)), list);
  const show = (state) => {
    inOrder(list, rows, state.order.options);
    rows.forEach(({ id, input, tick }) => {
      if (state.response) input.checked = state.response.includes(id);
      input.disabled = !state.is_open;
      showTick(tick, state.solution?.includes(id) ? "key" : verdictOf(state, id), labels);
    });
  };
  const read = () => rows.filter(({ input }) => input.checked).map(({ id }) => id);
  return { node, read, show };
};

export default renderCheck(inputs);
