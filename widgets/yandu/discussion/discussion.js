// A prompt: write, cite, commit; then the model readings and the rubric open.
import {
  button, connect, fill, later, linkedPair, live, make, pair, paragraphLink, word,
} from "../card.js";
import { newQuoting } from "./quoting.js";

// A note that is ahead of the kernel, by its element, while the page is drawn anew.
const ahead = new WeakMap();

const readingBlock = (reading, places, labels) => make("section", { class: "yd-reading" },
  make("p", { class: "yd-title" }, pair(reading.title)),
  make("p", {}, linkedPair(reading.text, places)),
  make("p", { class: "yd-back" }, ...reading.paragraphs.flatMap((number) =>
    [paragraphLink(number, places, labels), " "])));

const rubricTable = (rows, labels) => make("table", { class: "yd-rubric" },
  make("caption", {}, pair(labels.rubric)),
  make("thead", {}, make("tr", {},
    ...["criterion", "full", "partial"].map((name) =>
      make("th", { scope: "col" }, pair(labels[name]))))),
  make("tbody", {}, ...rows.map((row) => make("tr", {},
    make("th", { scope: "row" }, pair(row.criterion)),
    make("td", {}, pair(row.full)),
    make("td", {}, pair(row.partial))))));

// What the learner writes: a text, and the paragraphs that it cites.
const newNote = (content, labels, changed) => {
  const text = make("textarea", {
    rows: "6",
    lang: "zh-CN",
    "aria-label": word(fill(labels.title, content)),
    placeholder: word(labels.placeholder),
    input: changed,
  });
  const boxes = Object.entries(content.places).map(([number, cell]) => {
    const input = make("input", { type: "checkbox", value: cell, change: changed });
    const node = make("label", {
      class: content.suggested.includes(number) ? "yd-suggested" : "",
    }, input, ` ${number}`, make("span", { class: "yd-sr" }, word(labels.paragraph)));
    return { cell, input, node };
  });
  const cite = make("fieldset", { class: "yd-cite" },
    make("legend", {}, pair(labels.cite)), ...boxes.map(({ node }) => node));
  const read = () => ({
    text: text.value,
    citations: boxes.filter(({ input }) => input.checked).map(({ cell }) => cell),
  });
  const write = (note) => {
    if (text.value !== note.text) text.value = note.text;
    boxes.forEach(({ cell, input }) => { input.checked = note.citations.includes(cell); });
  };
  const isAs = (note) => JSON.stringify(read()) === JSON.stringify(
    { text: note.text, citations: note.citations });
  // Put a quotation where the caret is, and cite its paragraph.
  const quote = (words, paragraph) => {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    boxes.filter(({ cell }) => cell === paragraph).forEach(({ input }) => { input.checked = true; });
    text.focus({ preventScroll: true });
    changed();
  };
  return { text, cite, read, write, isAs, quote };
};

// Whether the note is kept, and what hinders the readings from opening.
const newStatus = (labels) => {
  const problem = make("p", { class: "yd-verdict", role: "status" });
  const saved = make("p", { class: "yd-saved", role: "status" });
  const show = (state) => {
    const isLost = state.is_saved === false;
    problem.replaceChildren(...(state.problem ? [pair(state.problem)] : []));
    saved.classList.toggle("yd-notice", isLost);
    saved.replaceChildren(...(isLost ? [pair(labels.not_saved)]
      : state.text.trim() ? [pair(labels.saved)] : []));
  };
  return { problem, saved, show };
};

// Readings and rubric: they open once, when the note stands, and take the button's place.
const newAfter = ({ places }, labels, commit) => {
  const node = make("div", { class: "yd-after", tabindex: "-1" });
  const show = (state) => {
    if (!state.is_committed || node.childElementCount) return;
    const hadFocus = document.activeElement === commit;
    commit.hidden = true;
    node.replaceChildren(
      make("p", { class: "yd-how" }, pair(labels.readings)),
      ...state.readings.map((reading) => readingBlock(reading, places, labels)),
      rubricTable(state.rubric, labels));
    if (hadFocus) node.focus({ preventScroll: true });
  };
  return { node, show };
};

const draw = ({ model, el, labels }) => {
  const content = model.get("content");
  let isAhead = ahead.has(el); // what stands here is not yet what the kernel has
  const keep = later(() => ask("draft", note.read()));
  const note = newNote(content, labels, () => {
    isAhead = true;
    keep();
  });
  const commit = button(labels.commit, () => {
    keep.cancel();
    ask("commit", note.read());
  }, { class: "yd-button yd-main" });
  const status = newStatus(labels);
  const after = newAfter(content, labels, commit);

  const show = () => {
    const state = model.get("state");
    isAhead &&= !note.isAs(state);
    if (!isAhead) note.write(state);
    status.show(state);
    after.show(state);
    quoting.show(state);
  };
  const { ask, notice, stop } = connect(model, labels, show);
  const quoting = newQuoting(labels, ask, note.quote);
  el.append(make("section", { class: "yd-card yd-discussion", lang: "zh-CN" },
    make("p", { class: "yd-number" }, pair(fill(labels.title, content))),
    make("p", { class: "yd-how" }, pair(labels.how)),
    note.text, note.cite, make("div", { class: "yd-actions" }, commit, quoting.open),
    quoting.list,
    status.problem, status.saved, notice, after.node));
  if (isAhead) note.write(ahead.get(el));
  ahead.delete(el);
  show();
  return () => {
    keep.cancel();
    if (isAhead) {
      ahead.set(el, note.read());
      ask("draft", note.read());
    }
    stop();
  };
};

export default live(draw);
