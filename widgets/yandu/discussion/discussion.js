// A prompt: write, cite, commit; then the model readings and the rubric open.
import {
  button, connect, fill, later, linkedPair, live, make, pair, paragraphLink, word,
} from "../card.js";

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

const draw = ({ model, el, labels }) => {
  const content = model.get("content");
  let isAhead = ahead.has(el); // what stands here is not yet what the kernel has

  const text = make("textarea", {
    rows: "6",
    lang: "zh-CN",
    "aria-label": word(fill(labels.title, content)),
    placeholder: word(labels.placeholder),
    input: () => changed(),
  });
  const boxes = Object.entries(content.places).map(([number, cell]) => {
    const input = make("input", { type: "checkbox", value: cell, change: () => changed() });
    const node = make("label", {
      class: content.suggested.includes(number) ? "yd-suggested" : "",
    }, input, ` ${number}`, make("span", { class: "yd-sr" }, word(labels.paragraph)));
    return { cell, input, node };
  });
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
  const keep = later(() => ask("draft", read()));
  const changed = () => {
    isAhead = true;
    keep();
  };
  const commit = button(labels.commit, () => {
    keep.cancel();
    ask("commit", read());
  }, { class: "yd-button yd-main" });
  const problem = make("p", { class: "yd-verdict", role: "status" });
  const saved = make("p", { class: "yd-saved", role: "status" });
  const after = make("div", { class: "yd-after", tabindex: "-1" });

  const show = () => {
    const state = model.get("state");
    isAhead &&= !isAs(state);
    if (!isAhead) write(state);
    problem.replaceChildren(...(state.problem ? [pair(state.problem)] : []));
    saved.classList.toggle("yd-notice", state.is_saved === false);
    saved.replaceChildren(...(state.is_saved === false ? [pair(labels.not_saved)]
      : state.text.trim() ? [pair(labels.saved)] : []));
    if (!state.is_committed || after.childElementCount) return;
    const hadFocus = document.activeElement === commit;
    commit.hidden = true;
    after.replaceChildren(
      make("p", { class: "yd-how" }, pair(labels.readings)),
      ...state.readings.map((reading) => readingBlock(reading, content.places, labels)),
      rubricTable(state.rubric, labels));
    if (hadFocus) after.focus({ preventScroll: true });
  };
  const { ask, notice, stop } = connect(model, labels, show);
  el.append(make("section", { class: "yd-card yd-discussion", lang: "zh-CN" },
    make("p", { class: "yd-number" }, pair(fill(labels.title, content))),
    make("p", { class: "yd-how" }, pair(labels.how)),
    text,
    make("fieldset", { class: "yd-cite" },
      make("legend", {}, pair(labels.cite)), ...boxes.map(({ node }) => node)),
    make("div", { class: "yd-actions" }, commit),
    problem, saved, notice, after));
  if (isAhead) write(ahead.get(el));
  ahead.delete(el);
  show();
  return () => {
    keep.cancel();
    if (isAhead) {
      ahead.set(el, read());
      ask("draft", read());
    }
    stop();
  };
};

export default live(draw);
