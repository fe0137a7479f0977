// Inputs of items answered by choosing.
import { make, pair } from "../card.js";
import { renderCheck } from "./check.js";
import { groupName, options } from "./rows.js";

const inputs = (content, labels, changed) => {
  const isMultiple = content.is_multiple;
  const list = make("div");
  const { read, show } = options(list, content.options, {
    type: isMultiple ? "checkbox" : "radio",
    name: groupName(),
    change: changed,
  }, labels);
  const how = isMultiple ? labels.choose_several : labels.choose_one;
  return {
    node: make("div", {}, make("p", { class: "yd-how" }, pair(how)), list),
    read,
    show: (state) => show(state, {
      order: state.order.options, chosen: state.response, key: state.solution,
    }),
  };
};

export default renderCheck(inputs);
