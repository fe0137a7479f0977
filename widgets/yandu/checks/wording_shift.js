// Inputs of items that set two versions of a formula side by side.
import { make, pair, word } from "../card.js";
import { inOrder, renderCheck } from "./check.js";
import { showTick, verdictOf } from "./feedback.js";
import { amongPieces, marking, wordsOf } from "./marks.js";

const CHANGED = "changed";
const VERSIONS = ["before", "after"];

const inputs = (content, labels, changed) => {
  const heading = ({ date, source }) =>
    [make("strong", {}, date), " ", make("span", { class: "yd-how" }, pair(source))];
  const passages = VERSIONS.map((name) => {
    const { pieces, date } = content[name];
    return marking({
      parts: wordsOf(pieces), lay: amongPieces(pieces), name: date,
      pens: [{ id: CHANGED, text: labels.marked }], pen: () => CHANGED,
    }, labels, changed);
  });
  const rows = content.changes.map(({ id, text }) => {
    const input = make("input", { type: "checkbox", value: id, change: changed });
    const tick = make("span", { class: "yd-tick" });
    return { id, input, tick, row: make("label", { class: "yd-option" }, input, pair(text), tick) };
  });
  const kinds = make("div", { role: "group", "aria-label": word(labels.kinds_of_change) },
    ...rows.map(({ row }) => row));
  const node = make("div", { class: "yd-wordwise" },
    make("p", { class: "yd-how" }, pair(labels.mark_words)),
    ...passages.flatMap((passage, place) =>
      [make("p", { class: "yd-version" }, ...heading(content[VERSIONS[place]])), passage.node]),
    make("p", { class: "yd-how" }, pair(labels.kinds_of_change)), kinds);

  const show = (state) => {
    passages.forEach((passage, place) => {
      const name = VERSIONS[place];
      const marks = state.response?.[name].map((number) => [number, CHANGED]);
      passage.show(marks && Object.fromEntries(marks), state.is_open, (id) => ({
        verdict: state.solution?.[name].includes(Number(id)) ? "key" : state.verdicts?.[name][id],
      }));
    });
    inOrder(kinds, rows, state.order.changes);
    rows.forEach(({ id, input, tick }) => {
      if (state.response) input.checked = state.response.changes.includes(id);
      input.disabled = !state.is_open;
      showTick(tick, state.solution?.changes.includes(id) ? "key" : verdictOf(state, id), labels);
    });
  };
  const read = () => {
    const marked = passages.map((passage) => Object.keys(passage.read()).map(Number));
    const chosen = rows.filter(({ input }) => input.checked).map(({ id }) => id);
    return { before: marked[0], after: marked[1], changes: chosen };
  };
  // Both versions whole, with what changed set off: only with the solution.
  const after = ({ solution }) => (solution ? [
    make("table", { class: "yd-versions" },
      make("caption", { class: "yd-how" }, pair(labels.changes_shown)),
      make("tbody", {}, ...VERSIONS.map((name) => make("tr", {},
        make("th", { scope: "row" }, content[name].date),
        make("td", {}, ...content[name].pieces.map(({ id, text }) =>
          (solution[name].includes(Number(id)) ? make("mark", {}, text) : text))))))),
  ] : []);
  return { node, read, show, after };
};

export default renderCheck(inputs);
