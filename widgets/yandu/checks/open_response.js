// An open response: a text; then, once it stands, model responses and a rubric by which
// its author marks it. Both come with the state: the content does not hold them.
import { fill, linkedPair, make, pair, paragraphLink, word } from "../card.js";
import { renderCheck } from "./check.js";
import { groupName } from "./rows.js";

const modelBlock = ({ title, text, paragraphs }, places, labels) => make("section", {},
  make("p", { class: "yd-title" }, pair(title)),
  make("p", {}, linkedPair(text, places)),
  make("p", {}, ...paragraphs.flatMap((number) =>
    [paragraphLink(number, places, labels), " "])));

// Models and rubric, while the state has them.
const newReferences = (places, labels, changed) => {
  const node = make("div");
  // Where the focus goes when the references open: they are read next.
  const head = make("p", {
    class: "yd-how", tabindex: "-1", "data-lm-suppress-shortcuts": "true",
  }, pair(labels.open_models));
  let radios = [];

  const criterion = (row) => {
    const name = groupName();
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
  const draw = ({ models, rubric }) => {
    radios = [];
    node.replaceChildren(...(rubric ? [
      head,
      make("div", { class: "yd-models" }, ...models.map((one) => modelBlock(one, places, labels))),
      make("p", { class: "yd-how" }, pair(labels.open_marks)),
      ...rubric.map(criterion),
    ] : []));
  };
  const show = (marks, isOpen) => radios.forEach(({ id, input }) => {
    if (marks) input.checked = marks[id] === input.value;
    input.disabled = !isOpen;
  });
  const read = () => Object.fromEntries(radios.filter(({ input }) => input.checked)
    .map(({ id, input }) => [id, input.value]));
  return { node, head, draw, show, read };
};

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
  const references = newReferences(places, labels, changed);
  const { head } = references;
  const node = make("div", { class: "yd-open" },
    make("p", { class: "yd-how" }, pair(labels.open_how)), text, count, references.node);

  const show = (state) => {
    const { is_open: isOpen, response, problem, rubric } = state;
    if (Boolean(rubric) !== references.node.contains(head)) {
      // The learner's own press opens them; a card that is drawn anew takes no focus.
      const isHere = node.closest(".yd-check")?.contains(document.activeElement);
      references.draw(state);
      if (isHere && document.activeElement !== text) head.focus({ preventScroll: true });
    }
    // What is being typed, or was refused, is not touched: the kernel has an older text.
    if (response && !problem && !(isOpen && document.activeElement === text))
      text.value = response.text;
    text.readOnly = !isOpen;
    references.show(response?.marks, isOpen);
    tally();
  };
  const read = () => ({ text: text.value, marks: references.read() });
  return { node, read, show };
};

export default renderCheck(inputs);
