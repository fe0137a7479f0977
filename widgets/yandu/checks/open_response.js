// An open response: a text; then, once it stands, model responses and a rubric by which
// its author marks it. Both come with the state: the content does not hold them.
import { fill, linkedPair, make, pair, paragraphLink, word } from "../card.js";
import { renderCheck } from "./check.js";

const inputs = (content, labels, changed) => {
  const { lines, least, places } = content;
  const count = make("p", { class: "yd-how" });
  const text = make("textarea", {
    rows: lines,
    "aria-label": word(labels.open_text),
    input: () => {
      tally();
      changed();
    },
  });
  const tally = () => {
    const n = [...text.value.replace(/\s/g, "")].length;
    count.replaceChildren(pair(fill(labels.open_count, { n, least })));
  };
  // Where the focus goes when the references open: they are read next.
  const head = make("p", {
    class: "yd-how", tabindex: "-1", "data-lm-suppress-shortcuts": "true",
  }, pair(labels.open_models));
  const references = make("div");
  let radios = [];

  const drawModel = ({ title, text: words, paragraphs }) => make("section", {},
    make("p", { class: "yd-title" }, pair(title)),
    make("p", {}, linkedPair(words, places)),
    make("p", {}, ...paragraphs.flatMap((number) =>
      [paragraphLink(number, places, labels), " "])));

  const drawCriterion = (row) => {
    const name = `${row.id}-${Math.random()}`;
    const mark = (value) => {
      const input = make("input", { type: "radio", name, value, change: changed });
      radios.push({ id: row.id, input });
      return make("label", {}, input, make("span", {},
        make("strong", {}, pair(labels[`open_${value}`])),
        row[value] && " ", row[value] && linkedPair(row[value], places)));
    };
    return make("fieldset", { role: "radiogroup" },
      make("legend", {}, pair(row.criterion)), ...["full", "partial", "none"].map(mark));
  };

  const drawReferences = ({ models, rubric }) => {
    radios = [];
    references.replaceChildren(...(rubric ? [
      head,
      make("div", { class: "yd-models" }, ...models.map(drawModel)),
      make("p", { class: "yd-how" }, pair(labels.open_marks)),
      ...rubric.map(drawCriterion),
    ] : []));
  };

  const node = make("div", { class: "yd-open" },
    make("p", { class: "yd-how" }, pair(labels.open_how)), text, count, references);

  const show = (state) => {
    const { is_open: isOpen, response, problem, rubric } = state;
    if (Boolean(rubric) !== references.contains(head)) {
      // The learner's own press opens them; a card that is drawn anew takes no focus.
      const isHere = node.closest(".yd-check")?.contains(document.activeElement);
      drawReferences(state);
      if (isHere && document.activeElement !== text) head.focus({ preventScroll: true });
    }
    // What is being typed, or was refused, is not touched: the kernel has an older text.
    if (response && !problem && !(isOpen && document.activeElement === text))
      text.value = response.text;
    text.readOnly = !isOpen;
    radios.forEach(({ id, input }) => {
      if (response) input.checked = response.marks[id] === input.value;
      input.disabled = !isOpen;
    });
    tally();
  };
  const read = () => ({
    text: text.value,
    marks: Object.fromEntries(radios.filter(({ input }) => input.checked)
      .map(({ id, input }) => [id, input.value])),
  });
  return { node, read, show };
};

export default renderCheck(inputs);
