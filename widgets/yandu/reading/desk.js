// The reading bar: toggles that the lab extension carries out on the text, the lesson's
// terms, and the learner's settings, which change the whole page. What the extension asks
// of the kernel goes through here, and the answers back.
import { connect, fill, live, make, pair, tell, word } from "../card.js";
import { newFold, newMarks, newSettings, newSteps, newSwitches } from "./bar.js";
import { keyList, termEntry } from "./glossary.js";

// What is open, shown and focused in a bar, by its element, while it is drawn anew.
const left = new WeakMap();

// All parts of a bar; `ask` asks the kernel, `was` is what an earlier bar has left.
const newParts = (content, labels, was, ask) => {
  const said = make("p", { class: "yd-notice", role: "status" });
  const noCopy = make("p", { class: "yd-saved" }, pair(labels.no_original));
  let shown = was.shown;
  const switches = newSwitches(labels, () => shown);
  const steps = newSteps(labels, () => shown, (text) => said.replaceChildren(pair(text)));
  const marks = newMarks(labels);
  const terms = newFold("terms", fill(labels.terms, content), Boolean(was.terms), [],
    () => {
      alone(terms);
      if (!terms.box.childElementCount) ask("terms");
    });
  const settings = newSettings(labels, (name, value) => ask("setting", { name, value }), was.isCodeShown);
  const more = newFold("more", labels.more, Boolean(was.more),
    [settings.node, noCopy, make("p", { class: "yd-saved" }, pair(labels.keys)), keyList(labels)],
    () => alone(more));
  // One list at a time is open below the bar: the text is to stay in view.
  const alone = (fold) => {
    for (const other of [terms, more]) if (other !== fold) other.close();
    if (fold) tell(fold.node, "panel", { isOpen: false });
  };
  const reflect = (detail) => {
    if (detail.is_panel_open && !shown.is_panel_open) alone();
    shown = { ...shown, ...detail };
    for (const part of [switches, steps, marks]) part.reflect({ ...shown, by_key: detail.by_key });
    noCopy.hidden = Boolean(shown.has_original);
    if (detail.fold) more.node.click();
  };
  const nodes = [...switches.nodes, ...steps.nodes, make("span", { class: "yd-space" }),
    terms.node, marks.node, more.node];
  return { nodes, terms, more, settings, said, reflect, now: () => shown };
};

const draw = ({ model, el, labels }) => {
  const content = model.get("content");
  const was = { shown: model.get("state").view, isCodeShown: Boolean(el.closest(".yd-code")), ...left.get(el) };
  const bar = newParts(content, labels, was, (...asked) => ask(...asked));
  const { terms, more, settings, said } = bar;
  const onShown = ({ detail }) => bar.reflect(detail);
  el.addEventListener("yandu:shown", onShown);

  const show = () => {
    const state = model.get("state");
    if (state.terms && !terms.box.childElementCount)
      terms.box.replaceChildren(...state.terms.map((term) => termEntry(term, labels, content.places)));
    settings.show(state);
    said.replaceChildren(...(state.is_saved === false ? [pair(labels.not_saved)] : []));
    tell(el, "show", { language: state.language });
  };
  const { ask, notice, stop } = connect(model, labels, show);
  el.append(make("section", {
    class: "yd-card yd-desk", lang: "zh-CN", "aria-label": word(labels.title),
  },
    ...content.notices.map((text) => make("p", { class: "yd-notice" }, pair(text))),
    make("div", { class: "yd-bar" }, ...bar.nodes),
    said, notice, terms.box, more.box));
  show();
  bar.reflect({});
  terms.box.querySelectorAll("details").forEach((node, place) => { node.open = was.opened?.[place]; });
  el.querySelector(`[name="${was.focused}"]`)?.focus({ preventScroll: true });

  return () => {
    stop();
    el.removeEventListener("yandu:shown", onShown);
    left.set(el, {
      shown: bar.now(),
      terms: !terms.box.hidden,
      more: !more.box.hidden,
      opened: [...terms.box.querySelectorAll("details")].map((node) => node.open),
      focused: el.contains(document.activeElement) ? document.activeElement.name : "",
    });
  };
};

const card = live(draw);

const render = ({ model, el, kit }) => {
  const leave = card.render({ model, el, kit });
  const answer = (detail) => el.dispatchEvent(new CustomEvent("yandu:answer", { detail }));
  el.addEventListener("yandu:place", (event) => model.send({ act: "place", ...event.detail }));
  el.addEventListener("yandu:ask", (event) => model.send(event.detail));
  model.on("msg:custom", answer);
  // What is told must bubble to the notebook, so it waits until the bar is in the page.
  let frame = 0;
  const report = () => {
    if (!el.isConnected) {
      frame = requestAnimationFrame(report);
      return;
    }
    const { language, view } = model.get("state");
    const code = el.querySelector('[name="code"]');
    code.setAttribute("aria-pressed", String(Boolean(el.closest(".yd-code"))));
    tell(el, "show", { language });
    tell(el, "desk", { place: model.get("content").place, view });
  };
  report();
  return () => {
    leave();
    cancelAnimationFrame(frame);
    model.off("msg:custom", answer);
  };
};

export default { render };
