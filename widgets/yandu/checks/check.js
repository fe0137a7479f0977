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

const asked = (content, labels, inputs) => make("fieldset", {},
  make("legend", {},
    make("span", { class: "yd-number" }, pair(fill(labels.title, content))),
    make("span", { class: "yd-stem" }, pair(content.stem))),
  inputs);

const hintList = ({ places }, labels) => {
  const list = make("ol", { class: "yd-hints", "aria-label": word(labels.hints) });
  const show = ({ hints }) => list.replaceChildren(...hints.map((text) =>
    make("li", {}, linkedPair(text, places))));
  return { node: make("div", { "aria-live": "polite" }, list), show };
};

// One button checks and, after an attempt, opens the card again: it keeps the focus.
const actions = ({ n_hints: nHints }, labels, acts) => {
  const main = button(labels.check, acts.check, { class: "yd-button yd-main" });
  const hint = button(labels.hint, acts.hint);
  const solution = button(labels.solution, acts.solution);
  const node = make("div", { class: "yd-actions" }, main, hint, solution);
  const show = (state) => {
    const { is_open: isOpen, outcome } = state;
    const left = nHints - state.hints.length;
    hint.hidden = !(isOpen && left);
    hint.replaceChildren(pair(fill(labels.hint, { left })));
    const again = outcome === "correct" ? labels.again : labels.retry;
    main.replaceChildren(pair(state.main ?? (isOpen ? labels.check : again)));
    const hasMore = !isOpen && outcome !== "correct" && !state.solution;
    if (!hasMore && document.activeElement === solution) main.focus();
    solution.hidden = !hasMore;
  };
  return { node, show };
};

// What is said of a response: the verdict, what explains it, and whether it is kept.
const answer = (content, labels, own) => {
  const verdict = make("p", { class: "yd-verdict", role: "status" });
  const after = make("div");
  const saved = make("p", { class: "yd-saved" });
  let first = true;
  const show = (state) => {
    const { is_open: isOpen, outcome, confidence: stated } = state;
    const said = state.problem ?? state.verdict ?? state.changed;
    verdict.replaceChildren(...(said ? [sign(state.sign ?? "!"), pair(said)] : []));
    verdict.dataset.outcome = outcome ?? "";
    after.replaceChildren(...(state.verdict
      ? feedback(state, own?.(state) ?? [], content, labels) : []));
    const lost = state.is_saved === false;
    const told = [
      lost ? labels.not_saved : state.verdict && (state.is_saved || first) && labels.saved,
      !isOpen && stated && fill(labels.stated, { confidence: labels[stated] }),
    ];
    saved.replaceChildren(...told.filter(Boolean).flatMap((text) => [pair(text), " "]));
    saved.classList.toggle("yd-notice", lost);
    first = false;
  };
  return { verdict, after, saved, show };
};

// What is sent to the kernel: with an act at once, as a draft when typing has paused.
const drafts = (tell) => {
  const draft = { isDirty: false }; // what stands here is ahead of the kernel
  draft.send = (act) => {
    wait.cancel();
    draft.isDirty = false;
    tell(act);
  };
  const wait = later(() => draft.send("draft"));
  draft.changed = () => {
    draft.isDirty = true;
    wait();
  };
  return draft;
};

const draw = (inputs) => ({ model, el, labels }) => {
  const content = model.get("content");
  const draft = drafts((act) => ask(act, { response: parts.read(), confidence: sure.read() }));
  const { send, changed } = draft;
  const check = () => (model.get("state").is_open ? send("check") : ask("retry"));

  const parts = inputs(content, labels, changed);
  const sure = confidence(labels, changed);
  const fieldset = asked(content, labels, parts.node);
  const hints = hintList(content, labels);
  const buttons = actions(content, labels, {
    check, hint: () => send("hint"), solution: () => ask("solution"),
  });
  const said = answer(content, labels, parts.after);

  const show = () => {
    const state = model.get("state");
    const { is_open: isOpen } = state;
    // What has been refused is left to be mended.
    const isAhead = isOpen && (draft.isDirty || state.problem);
    parts.show(isAhead ? { ...state, response: null } : state);
    fieldset.classList.toggle("yd-closed", !isOpen);
    if (!draft.isDirty) sure.show(state.confidence);
    sure.node.hidden = !(isOpen && state.asks_confidence);
    hints.show(state);
    buttons.show(state);
    said.show(state);
  };
  const { ask, notice, stop } = connect(model, labels, show);
  const keydown = (event) => {
    sure.press(event);
    if (!isEnter(event) || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    check();
  };
  el.append(make("section", { class: "yd-card yd-check", lang: "zh-CN", keydown },
    fieldset, hints.node, sure.node, buttons.node, said.verdict,
    notice, said.after, said.saved));
  show();
  return () => {
    if (draft.isDirty) send("draft");
    stop();
  };
};

export const renderCheck = (inputs) => live(draw(inputs));
