// Progress in a lesson: every item a link, with its outcome in a word and a sign.
import { button, connect, fill, live, make, pair, tell, word } from "../card.js";

const SIGNS = { correct: "✓", partial: "◐", incorrect: "✗", unattempted: "·" };

const draw = ({ model, el, labels }) => {
  const content = model.get("content");
  const counts = make("p", {});
  const list = make("ul", { class: "yd-items", "aria-label": word(labels.items) });
  const review = make("p", {});

  const entry = (item) => make("li", {}, make("button", {
    type: "button",
    class: `yd-item yd-${item.is}`,
    "aria-label": word(fill(labels.item, { ...item, outcome: labels[item.is] })),
    click: (event) => tell(event.currentTarget, "goto", { cell: item.cell }),
  }, `${item.number} `, make("span", { "aria-hidden": "true" }, SIGNS[item.is])));

  // Numbers are listed in each language with its own comma.
  const listed = (items) => Object.fromEntries(
    Object.entries(labels.between).map(([language, comma]) =>
      [language, items.map(({ number }) => number).join(comma)]));

  const show = () => {
    const state = model.get("state");
    counts.replaceChildren(pair(fill(labels.counts, { ...content, ...state })));
    list.replaceChildren(...state.items.map(entry));
    const again = state.items.filter((item) => ["partial", "incorrect"].includes(item.is));
    review.replaceChildren(...(again.length
      ? [pair(fill(labels.review, { numbers: listed(again) }))] : []));
  };
  const { notice, stop } = connect(model, labels, show);
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

export default live(draw);
