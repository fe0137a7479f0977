// Inputs of items in which words of a passage are marked.
import { make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { amongPieces, marking, wordsOf } from "./marks.js";
import { groupName } from "./rows.js";

const inputs = (content, labels, changed) => {
  const pens = content.labels;
  const name = groupName();
  const radios = pens.map(({ id }, place) =>
    make("input", { type: "radio", name, value: id, checked: place === 0 }));
  const pen = () => pens[radios.findIndex((radio) => radio.checked)].id;
  const choice = make("div", {
    class: "yd-pens", role: "radiogroup", "aria-label": word(labels.pens),
  }, make("span", { class: "yd-how" }, pair(labels.pens)),
  ...pens.map(({ text }, place) => make("label", {},
    radios[place], make("span", { class: "yd-pen", "data-pen": place }, pair(text)))));
  const passage = marking({
    parts: wordsOf(content.pieces), pens, pen, lay: amongPieces(content.pieces),
    name: word(labels.passage),
  }, labels, changed);
  const node = make("div", { class: "yd-wordwise" },
    make("p", { class: "yd-how" }, pair(labels.mark_words)),
    pens.length > 1 && choice, passage.node);
  const show = (state) => {
    radios.forEach((radio) => { radio.disabled = !state.is_open; });
    passage.show(state.response, state.is_open, (id) => (state.solution?.[id]
      ? { verdict: "key", mark: state.solution[id] } : { verdict: state.verdicts?.[id] }));
  };
  return { node, read: passage.read, show };
};

export default renderCheck(inputs);
