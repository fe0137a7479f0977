// Inputs of items that set two versions of a formula side by side.
import { make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { amongPieces, marking, wordsOf } from "./marks.js";
import { options } from "./rows.js";

const CHANGED = "changed";
const VERSIONS = ["before", "after"];

const heading = ({ date, source }) => make("p", { class: "yd-version" },
  make("strong", {}, date), " ", make("span", { class: "yd-how" }, pair(source)));

const passageOf = ({ pieces, date }, labels, changed) => marking({
  parts: wordsOf(pieces), lay: amongPieces(pieces), name: date,
  pens: [{ id: CHANGED, text: labels.marked }], pen: () => CHANGED,
}, labels, changed);

// Both versions whole, with what changed set off.
const table = (content, solution, labels) => make("table", { class: "yd-versions" },
  make("caption", { class: "yd-how" }, pair(labels.changes_shown)),
  make("tbody", {}, ...VERSIONS.map((name) => make("tr", {},
    make("th", { scope: "row" }, content[name].date),
    make("td", {}, ...content[name].pieces.map(({ id, text }) =>
      (solution[name].includes(Number(id)) ? make("mark", {}, text) : text)))))));

const inputs = (content, labels, changed) => {
  const passages = VERSIONS.map((name) => passageOf(content[name], labels, changed));
  const kinds = make("div", { role: "group", "aria-label": word(labels.kinds_of_change) });
  const box = { type: "checkbox", change: changed };
  const changes = options(kinds, content.changes, box, labels);
  const how = (text) => make("p", { class: "yd-how" }, pair(text));
  const node = make("div", { class: "yd-wordwise" },
    how(labels.mark_words),
    ...passages.flatMap((passage, place) => [heading(content[VERSIONS[place]]), passage.node]),
    how(labels.kinds_of_change), kinds);

  const show = (state) => {
    const { response, solution } = state;
    passages.forEach((passage, place) => {
      const name = VERSIONS[place];
      const marks = response?.[name].map((number) => [number, CHANGED]);
      passage.show(marks && Object.fromEntries(marks), state.is_open, (id) => ({
        verdict: solution?.[name].includes(Number(id)) ? "key" : state.verdicts?.[name][id],
      }));
    });
    changes.show(state, {
      order: state.order.changes, chosen: response?.changes, key: solution?.changes,
    });
  };
  const read = () => {
    const [before, after] = passages.map(({ read: marks }) => Object.keys(marks()).map(Number));
    return { before, after, changes: changes.read() };
  };
  const after = ({ solution }) => (solution ? [table(content, solution, labels)] : []);
  return { node, read, show, after };
};

export default renderCheck(inputs);
