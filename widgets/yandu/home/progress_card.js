// Progress in a lesson: every item a link, with its outcome in a word and a sign.
import { button, connect, fill, make, pair, tell } from "../card.js";

const SIGNS = { correct: "✓", partial: "◐", incorrect: "✗", unattempted: "·" };

const numbers = (items) => items.map((item) => item.number);

const render = ({ model, el }) => {
  const content = model.get("content");
  const labels = model.get("labels");
  const { notice, stop } = connect(model, labels);
  const counts = make("p", {});
  const list = make("ul", { class: "yd-items", "aria-label": labels.items.zh });
  const review = make("p", {});

  const entry = (item) => make("li", {}, make("button", {
    type: "button",
    class: `yd-item yd-${item.is}`,
    "aria-label": `${fill(labels.item, item).zh}：${labels[item.is].zh}`,
    click: (event) => tell(event.currentTarget, "goto", { cell: item.cell }),
  }, `${item.number} `, make("span", { "aria-hidden": "true" }, SIGNS[item.is])));

  const show = () => {
    const state = model.get("state");
    counts.replaceChildren(pair(fill(labels.counts, { ...content, ...state })));
    list.replaceChildren(...state.items.map(entry));
    const again = state.items.filter((item) => ["partial", "incorrect"].includes(item.is));
    review.replaceChildren(...(again.length
      ? [pair({
        zh: fill(labels.review, { numbers: numbers(again).join("、") }).zh,
        en: fill(labels.review, { numbers: numbers(again).join(", ") }).en,
      })]
      : []));
  };
  model.on("change:state", show);
  const next = content.next
    ? button(fill(labels.next, content.next), (event) =>
      tell(event.currentTarget, "open", { path: content.next.path }), { class: "yd-button yd-main" })
    : make("p", { class: "yd-saved" }, pair(labels.last));
  el.append(make("section", { class: "yd-card yd-progress", lang: "zh-CN" },
    make("h3", {}, pair(labels.title)), counts, list, review,
    make("div", { class: "yd-actions" }, next), notice));
  show();
  return stop;
};

export default { render };
