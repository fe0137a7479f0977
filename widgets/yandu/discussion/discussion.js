// A prompt: write, cite, commit; then the model readings and the rubric open.
import { button, connect, fill, later, linkedPair, make, pair, paragraphLink } from "../card.js";

const readingBlock = (reading, places) => make("section", { class: "yd-reading" },
  make("p", { class: "yd-title" }, pair(reading.title)),
  make("p", {}, linkedPair(reading.text, places)),
  make("p", { class: "yd-back" }, ...reading.paragraphs.flatMap((number) =>
    [paragraphLink(number, places[number]), " "])));

const rubricTable = (rows, labels) => make("table", { class: "yd-rubric" },
  make("caption", {}, pair(labels.rubric)),
  make("thead", {}, make("tr", {},
    ...["criterion", "full", "partial"].map((name) =>
      make("th", { scope: "col" }, pair(labels[name]))))),
  make("tbody", {}, ...rows.map((row) => make("tr", {},
    make("th", { scope: "row" }, pair(row.criterion)),
    make("td", {}, pair(row.full)),
    make("td", {}, pair(row.partial))))));

const render = ({ model, el }) => {
  const content = model.get("content");
  const labels = model.get("labels");
  const { ask, notice, stop } = connect(model, labels);

  const text = make("textarea", {
    rows: "6",
    lang: "zh-CN",
    "aria-label": fill(labels.title, content).zh,
    placeholder: labels.placeholder.zh,
    input: () => keep(),
  });
  const boxes = Object.entries(content.places).map(([number, cell]) => {
    const input = make("input", { type: "checkbox", value: cell, change: () => keep() });
    const node = make("label", {
      class: content.suggested.includes(number) ? "yd-suggested" : "",
    }, input, ` ${number}`, make("span", { class: "yd-sr" }, labels.paragraph.zh));
    return { cell, input, node };
  });
  const read = () => ({
    text: text.value,
    citations: boxes.filter(({ input }) => input.checked).map(({ cell }) => cell),
  });
  const keep = later(() => ask("draft", read()));
  const commit = button(labels.commit, () => {
    keep.cancel();
    ask("commit", read());
  }, { class: "yd-button yd-main" });
  const problem = make("p", { class: "yd-verdict", role: "status" });
  const saved = make("p", { class: "yd-saved", role: "status" });
  const after = make("div", { class: "yd-after", tabindex: "-1" });

  const show = () => {
    const state = model.get("state");
    // What is being typed is not touched: it may be ahead of the kernel.
    if (document.activeElement !== text) text.value = state.text;
    if (!boxes.some(({ input }) => document.activeElement === input))
      boxes.forEach(({ cell, input }) => { input.checked = state.citations.includes(cell); });
    problem.replaceChildren(...(state.problem ? [pair(state.problem)] : []));
    saved.classList.toggle("yd-notice", state.is_saved === false);
    saved.replaceChildren(...(state.is_saved === false ? [pair(labels.not_saved)]
      : state.text.trim() ? [pair(labels.saved)] : []));
    if (!state.is_committed || after.childElementCount) return;
    const hadFocus = document.activeElement === commit;
    commit.hidden = true;
    after.replaceChildren(
      make("p", { class: "yd-how" }, pair(labels.readings)),
      ...state.readings.map((reading) => readingBlock(reading, content.places)),
      rubricTable(state.rubric, labels));
    if (hadFocus) after.focus({ preventScroll: true });
  };
  model.on("change:state", show);
  el.append(make("section", { class: "yd-card yd-discussion", lang: "zh-CN" },
    make("p", { class: "yd-number" }, pair(fill(labels.title, content))),
    make("p", { class: "yd-how" }, pair(labels.how)),
    text,
    make("fieldset", { class: "yd-cite" },
      make("legend", {}, pair(labels.cite)), ...boxes.map(({ node }) => node)),
    make("div", { class: "yd-actions" }, commit),
    problem, saved, notice, after));
  show();
  return () => { stop(); keep.cancel(); };
};

export default { render };
