// Inputs of items whose entries are sorted into bins: a row of radio buttons for each.
import { fill, make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { showTick, verdictOf } from "./feedback.js";
import { groupName, inOrder } from "./rows.js";

const inputs = (content, labels, changed) => {
  const rows = content.entries.map(({ id, text }) => {
    const name = groupName();
    const bins = content.bins.map((bin) => {
      const input = make("input", { type: "radio", name, value: bin.id, change: changed });
      const key = make("span", { class: "yd-tick" });
      return { id: bin.id, input, key, node: make("label", {}, input, pair(bin.text), key) };
    });
    const tick = make("span", { class: "yd-tick" });
    const row = make("div", { class: "yd-entry", "data-entry": id },
      make("p", {}, pair(text)), tick,
      make("div", { class: "yd-bins", role: "radiogroup", "aria-label": word(text) },
        ...bins.map(({ node }) => node)));
    return { id, bins, tick, row };
  });
  const list = make("div", {}, ...rows.map(({ row }) => row));
  const meanings = content.bins.filter(({ meaning }) => word(meaning)).map(({ text, meaning }) =>
    make("div", {}, make("dt", {}, pair(text)), make("dd", {}, pair(meaning))));
  const node = make("div", {},
    make("p", { class: "yd-how" }, pair(labels.sort_how)),
    meanings.length && make("dl", { class: "yd-meanings" }, ...meanings), list);

  const show = (state) => {
    inOrder(list, rows, state.order.entries);
    rows.forEach(({ id, bins, tick }) => {
      showTick(tick, verdictOf(state, id), labels);
      bins.forEach(({ id: bin, input, key }) => {
        if (state.response) input.checked = state.response[id] === bin;
        input.disabled = !state.is_open;
        showTick(key, state.solution?.[id] === bin && "key", labels);
      });
    });
  };
  const after = ({ overview }) => overview.map((line) =>
    make("div", { class: "yd-how" }, pair(fill(labels.sort_overview, line))));
  const read = () => Object.fromEntries(rows.map(({ id, bins }) =>
    [id, bins.find(({ input }) => input.checked)?.id ?? ""]));
  return { node, read, show, after };
};

export default renderCheck(inputs);
