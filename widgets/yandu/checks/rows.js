// Rows of a check, whatever stands in them: their order, options with a box each, and the
// one that Tab stops at.
import { make, pair } from "../card.js";
import { showTick, verdictOf } from "./feedback.js";

// Put nodes into the order of their ids; none is moved without need, for it may have the focus.
export const inOrder = (parent, rows, ids) => {
  const nodes = (ids ?? []).map((id) => rows.find((row) => row.id === id).row);
  if (nodes.some((node, place) => node !== parent.children[place])) parent.append(...nodes);
};

// A name for radio buttons that go together, its own for every view: the same item may be
// shown twice on one page.
export const groupName = () => `yd-${Math.random()}`;

// One of the nodes is in the tab order; what goes to the others is up to the kind.
export const stopAt = (nodes, stop) =>
  nodes.forEach((node) => { node.tabIndex = node === stop ? 0 : -1; });

// Options to choose from, put into `list`; `box` are the attributes of their boxes. `read()`
// returns the ids that are chosen. `show(state, { order, chosen, key })` shows a state;
// without `chosen` the boxes are left as they are.
export const options = (list, texts, box, labels) => {
  const rows = texts.map(({ id, text }) => {
    const input = make("input", { ...box, value: id });
    const tick = make("span", { class: "yd-tick" });
    return { id, input, tick, row: make("label", { class: "yd-option" }, input, pair(text), tick) };
  });
  list.append(...rows.map(({ row }) => row));
  const read = () => rows.filter(({ input }) => input.checked).map(({ id }) => id);
  const show = (state, { order, chosen, key }) => {
    inOrder(list, rows, order);
    rows.forEach(({ id, input, tick }) => {
      if (chosen) input.checked = chosen.includes(id);
      input.disabled = !state.is_open;
      showTick(tick, key?.includes(id) ? "key" : verdictOf(state, id), labels);
    });
  };
  return { read, show };
};
