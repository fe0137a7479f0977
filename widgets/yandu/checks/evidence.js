// Inputs of items in which sentences of the lesson are picked as evidence.
import { make, pair, paragraphLink, word } from "../card.js";
import { renderCheck } from "./check.js";
import { verdictOf } from "./feedback.js";
import { marking } from "./marks.js";

const PICKED = "picked";
const OMITTED = "……";

const inputs = (content, labels, changed) => {
  const lay = (nodes) => {
    const left = [...nodes];
    return content.text.map(({ number, sentences }) => make("p", {},
      number && make("span", { class: "yd-where" }, paragraphLink(number, content.places, labels)),
      ...sentences.flatMap(({ skips }) => [skips && OMITTED, left.shift()])));
  };
  const passage = marking({
    parts: content.text.flatMap(({ sentences }) => sentences),
    pens: [{ id: PICKED, text: labels.marked }], pen: () => PICKED, lay,
    name: word(labels.sentences),
  }, labels, changed);
  const node = make("div", { class: "yd-sentences" },
    make("p", { class: "yd-how" }, pair(labels.mark_sentences)), passage.node);
  const show = (state) => passage.show(
    state.response && Object.fromEntries(state.response.map((id) => [id, PICKED])),
    state.is_open,
    (id) => ({ verdict: state.solution?.includes(id) ? "key" : verdictOf(state, id) }));
  return { node, read: () => Object.keys(passage.read()), show };
};

export default renderCheck(inputs);
