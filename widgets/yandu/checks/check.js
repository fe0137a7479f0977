// The frame of a check, whatever the kind: stem, hints, confidence, verdict, feedback.
// A kind gives `inputs(content, labels, changed)` -> { node, read, show, after }:
// `read()` returns the response; `show(state)` shows a state, and leaves the inputs as
// they are where it has no response; `after(state)` may return nodes to stand behind the
// remarks. `changed` is called on every change.
import {
  button, connect, fill, isEnter, later, linkedPair, live, make, pair, word,
} from "../card.js";
import { confidence } from "./confidence.js";
import { feedback, sign } from "./feedback.js";

// Put nodes into the order of their ids; none is moved without need, for it may have the focus.
export const inOrder = (parent, rows, ids) => {
  const nodes = (ids ?? []).map((id) => rows.find((row) => row.id === id).row);
  if (nodes.some((node, place) => node !== parent.children[place])) parent.append(...nodes);
};

const draw = (inputs) => ({ model, el, labels }) => {
  const content = model.get("content");
  let isDirty = false; // what stands here is ahead of the kernel
  const given = () => ({ response: parts.read(), confidence: sure.read() });
  const send = (act) => {
    wait.cancel();
    isDirty = false;
    ask(act, given());
  };
  const wait = later(() => send("draft"));
  const changed = () => {
    isDirty = true;
    wait();
  };
  const parts = inputs(content, labels, changed);
  const sure = confidence(labels, changed);

  const legend = make("legend", {},
    make("span", { class: "yd-number" }, pair(fill(labels.title, content))),
    make("span", { class: "yd-stem" }, pair(content.stem)));
  const fieldset = make("fieldset", {}, legend, parts.node);
  const hints = make("ol", { class: "yd-hints", "aria-label": word(labels.hints) });
  const verdict = make("p", { class: "yd-verdict", role: "status" });
  const after = make("div");
  const saved = make("p", { class: "yd-saved" });

  // One button checks and, after an attempt, opens the card again: it keeps the focus.
  const check = () => (model.get("state").is_open ? send("check") : ask("retry"));
  const main = button(labels.check, check, { class: "yd-button yd-main" });
  const hint = button(labels.hint, () => send("hint"));
  const solution = button(labels.solution, () => ask("solution"));

  let first = true;
  const show = () => {
    const state = model.get("state");
    const { is_open: isOpen, outcome, confidence: stated } = state;
    // What has been refused is left to be mended.
    const isAhead = isOpen && (isDirty || state.problem);
    parts.show(isAhead ? { ...state, response: null } : state);
    fieldset.classList.toggle("yd-closed", !isOpen);
    if (!isDirty) sure.show(stated);
    sure.node.hidden = !(isOpen && state.asks_confidence);
    hints.replaceChildren(...state.hints.map((text) =>
      make("li", {}, linkedPair(text, content.places))));
    const left = content.n_hints - state.hints.length;
    hint.hidden = !(isOpen && left);
    hint.replaceChildren(pair(fill(labels.hint, { left })));
    const again = outcome === "correct" ? labels.again : labels.retry;
    main.replaceChildren(pair(state.main ?? (isOpen ? labels.check : again)));
    const hasMore = !isOpen && outcome !== "correct" && !state.solution;
    if (!hasMore && document.activeElement === solution) main.focus();
    solution.hidden = !hasMore;
    const said = state.problem ?? state.verdict ?? state.changed;
    verdict.replaceChildren(...(said ? [sign(state.sign ?? "!"), pair(said)] : []));
    verdict.dataset.outcome = outcome ?? "";
    after.replaceChildren(...(state.verdict
      ? feedback(state, parts.after?.(state) ?? [], content, labels) : []));
    const lost = state.is_saved === false;
    const told = [
      lost ? labels.not_saved : state.verdict && (state.is_saved || first) && labels.saved,
      !isOpen && stated && fill(labels.stated, { confidence: labels[stated] }),
    ];
    saved.replaceChildren(...told.filter(Boolean).flatMap((text) => [pair(text), " "]));
    saved.classList.toggle("yd-notice", lost);
    first = false;
  };
  const { ask, notice, stop } = connect(model, labels, show);
  el.append(make("section", {
    class: "yd-card yd-check",
    lang: "zh-CN",
    keydown: (event) => {
      sure.press(event);
      if (!isEnter(event) || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      check();
    },
  },
    fieldset, make("div", { "aria-live": "polite" }, hints), sure.node,
    make("div", { class: "yd-actions" }, main, hint, solution),
    verdict, notice, after, saved));
  show();
  return () => {
    if (isDirty) send("draft");
    stop();
  };
};

export const renderCheck = (inputs) => live(draw(inputs));
