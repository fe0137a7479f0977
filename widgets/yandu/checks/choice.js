// Inputs of items answered by choosing.
import { make, pair } from "../card.js";
import { renderCheck, showTick, submits, verdictOf } from "./check.js";

const inputs = (content, labels, changed) => {
  const type = content.is_multiple ? "checkbox" : "radio";
  // A name of its own for every view: the same item may be shown twice on one page.
  const name = `${content.id}-${Math.random()}`;
  const rows = content.options.map((option) => {
    const input = make("input", { type, name, value: option.id, change: changed });
    const tick = make("span", { class: "yd-tick" });
    const row = make("label", { class: "yd-option" }, input, pair(option.text), tick);
    return { id: option.id, input, tick, row };
  });
  const how = content.is_multiple ? labels.choose_several : labels.choose_one;
  const node = make("div", {},
    make("p", { class: "yd-how" }, pair(how)), ...rows.map(({ row }) => row));
  submits(node);
  const show = (state) => rows.forEach(({ id, input, tick }) => {
    if (state.response) input.checked = state.response.includes(id);
    input.disabled = !state.is_open;
    const isKey = state.solution?.includes(id);
    showTick(tick, isKey ? "key" : verdictOf(state, id), labels);
  });
  const read = () => rows.filter(({ input }) => input.checked).map(({ id }) => id);
  return { node, read, show };
};

export default { render: (context) => renderCheck(context, inputs) };
