// The frame of a check, whatever the kind: stem, hints, actions, verdict, feedback.
// A kind gives `inputs(content, labels, changed)` -> { node, read, show, focus }.
import {
  button, connect, fill, isEnter, later, linkedPair, make, pair, paragraphLink,
} from "../card.js";

const SIGNS = { right: "✓", wrong: "✗", missed: "○", key: "◎" };
const sign = (text) => make("span", { class: "yd-sign", "aria-hidden": "true" }, text);

// The sign at an option or a gap, with its word for a screen reader.
export const showTick = (node, verdict, labels) => node.replaceChildren(...(verdict
  ? [sign(SIGNS[verdict]), make("span", { class: "yd-sr" }, labels[verdict].zh)] : []));

// Enter in any input of a kind asks the frame to check.
export const submits = (node) => node.addEventListener("keydown", (event) => {
  if (!isEnter(event)) return;
  event.preventDefault();
  node.dispatchEvent(new Event("yandu-submit"));
});

export const verdictOf = (state, part) =>
  state.remarks?.find((remark) => remark.part === part)?.verdict;

export const renderCheck = ({ model, el }, inputs) => {
  const content = model.get("content");
  const labels = model.get("labels");
  const { ask, notice, stop } = connect(model, labels);
  const keepDraft = later(() => ask("draft", { response: parts.read() }));
  const parts = inputs(content, labels, keepDraft);

  const title = fill(labels.title, { number: content.number });
  const legend = make("legend", {},
    make("span", { class: "yd-number" }, pair(title)),
    make("span", { class: "yd-stem" }, pair(content.stem)));
  const fieldset = make("fieldset", {}, legend, parts.node);
  const hints = make("ol", { class: "yd-hints", "aria-label": labels.hints.zh });
  const hintsRegion = make("div", { "aria-live": "polite" }, hints);
  const verdict = make("p", { class: "yd-verdict", role: "status" });
  const after = make("div", { class: "yd-after" });
  const saved = make("p", { class: "yd-saved" });

  // One button checks and, after an attempt, opens the card again: it keeps the focus.
  const check = () => {
    keepDraft.cancel();
    if (model.get("state").is_open) ask("check", { response: parts.read() });
    else ask("retry");
  };
  const main = button(labels.check, check, { class: "yd-button yd-main" });
  const hint = button(labels.hint, () => {
    keepDraft.cancel();
    ask("hint", { response: parts.read() });
  });
  const solution = button(labels.solution, () => ask("solution"));
  const actions = make("div", { class: "yd-actions" }, main, hint, solution);

  const remarkLine = (remark) => make("li", { class: `yd-${remark.verdict}` },
    sign(SIGNS[remark.verdict]),
    make("span", {},
      make("strong", {}, `${labels[remark.verdict].zh}：${remark.label}`), " ",
      linkedPair(remark.text, content.places),
      ...remark.allowances.map((made) =>
        make("span", { class: "yd-allowance" }, " ", pair(made)))));

  const showAfter = (state) => {
    const remarks = (state.remarks ?? []).map(remarkLine);
    const back = content.paragraphs.flatMap((number) =>
      [" ", paragraphLink(number, content.places[number])]);
    after.replaceChildren(
      ...(remarks.length ? [make("ul", { class: "yd-remarks" }, ...remarks)] : []),
      ...(state.rationale ? [make("p", { class: "yd-rationale" },
        make("strong", {}, labels.rationale.zh, " "),
        linkedPair(state.rationale, content.places))] : []),
      ...(state.verdict ? [make("p", { class: "yd-back" }, pair(labels.back), ...back)] : []));
  };

  let first = true;
  const show = () => {
    const state = model.get("state");
    parts.show(state);
    fieldset.classList.toggle("yd-closed", !state.is_open);
    hints.replaceChildren(...state.hints.map((text) =>
      make("li", {}, linkedPair(text, content.places))));
    const left = content.n_hints - state.hints.length;
    hint.hidden = !(state.is_open && left);
    hint.replaceChildren(pair(fill(labels.hint, { left })));
    const again = state.outcome === "correct" ? labels.again : labels.retry;
    main.replaceChildren(pair(state.is_open ? labels.check : again));
    const ask_solution = !state.is_open && state.outcome !== "correct" && !state.solution;
    if (!ask_solution && document.activeElement === solution) main.focus();
    solution.hidden = !ask_solution;
    const said = state.problem ?? state.verdict;
    verdict.replaceChildren(...(said
      ? [sign(state.sign ?? "!"), pair(said)] : []));
    verdict.dataset.outcome = state.outcome ?? "";
    showAfter(state);
    const told = state.is_saved === false ? labels.not_saved
      : state.verdict && (state.is_saved || first) ? labels.saved : null;
    saved.replaceChildren(...(told ? [pair(told)] : []));
    saved.classList.toggle("yd-notice", state.is_saved === false);
    first = false;
  };
  parts.node.addEventListener("yandu-submit", check);
  model.on("change:state", show);
  el.append(make("section", { class: "yd-card yd-check", lang: "zh-CN" },
    fieldset, hintsRegion, actions, verdict, notice, after, saved));
  show();
  return () => { stop(); keepDraft.cancel(); };
};
