// The reading bar: toggles that the lab extension carries out, and the lesson's terms.
import { button, connect, fill, linkedPair, make, pair, paragraphLink, tell } from "../card.js";

const termEntry = (term, labels, places) => make("details", { class: "yd-term" },
  make("summary", {},
    make("strong", {}, term.zh), " ",
    make("span", { class: "yd-pinyin", lang: "zh-Latn-pinyin" }, term.pinyin), " ",
    make("span", { class: "yd-en", lang: "en" }, term.en)),
  make("p", {}, linkedPair(term.explanation, places)),
  make("ul", {}, ...term.origin.map((step) => make("li", {},
    step.date ? `${step.date} ` : "", pair(step.text), step.source ? ` [${step.source}]` : ""))),
  make("p", { class: "yd-saved" },
    labels.english.zh, "：", pair(term.en_status),
    ...term.paragraphs.flatMap((number) => [" ", paragraphLink(number, places[number])])),
  ...term.sources.map((source) => make("p", { class: "yd-saved" }, source)));

const render = ({ model, el }) => {
  const content = model.get("content");
  const labels = model.get("labels");
  const { ask, notice, stop } = connect(model, labels);

  const toggles = ["english", "code"].map((name) => {
    const node = button(labels[name], () => {
      const on = node.getAttribute("aria-pressed") !== "true";
      node.setAttribute("aria-pressed", String(on));
      tell(node, "show", { [name]: on });
    }, { "aria-pressed": "false" });
    return { name, node };
  });
  // After a restart of the kernel the bar is new, and the page is as it was left.
  const readToggles = () => toggles.forEach(({ name, node }) => {
    const on = root.closest(".yd-lesson")?.classList.contains(`yd-${name}`);
    node.setAttribute("aria-pressed", String(Boolean(on)));
  });
  const list = make("div", { class: "yd-terms", id: `terms-${Math.random()}`, hidden: true });
  const terms = button(fill(labels.terms, content), () => {
    list.hidden = !list.hidden;
    terms.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.childElementCount) ask("terms");
  }, { "aria-expanded": "false", "aria-controls": list.id });

  model.on("change:state", () => {
    const found = model.get("state").terms;
    if (found && !list.childElementCount)
      list.replaceChildren(...found.map((term) => termEntry(term, labels, content.places)));
  });
  const root = make("section", {
    class: "yd-card yd-desk", lang: "zh-CN", "aria-label": labels.title.zh,
  },
    ...content.notices.map((text) => make("p", { class: "yd-notice" }, pair(text))),
    make("div", { class: "yd-actions" }, toggles[0].node, terms, toggles[1].node),
    notice, list);
  root.addEventListener("yandu:place", (event) => model.send({ act: "place", ...event.detail }));
  el.append(root);

  // The event must bubble to the notebook, so it waits until the bar is in the page.
  let frame = 0;
  const report = () => {
    if (!root.isConnected) {
      frame = requestAnimationFrame(report);
      return;
    }
    readToggles();
    tell(root, "desk", { place: content.place });
  };
  report();
  return () => { stop(); cancelAnimationFrame(frame); };
};

export default { render };
