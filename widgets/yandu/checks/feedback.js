// What is said of a response: signs at its parts, and everything under the verdict.
import { linkedPair, make, pair, paragraphLink, word } from "../card.js";

const SIGNS = { right: "✓", wrong: "✗", missed: "○", key: "◎" };

export const sign = (text) => make("span", { class: "yd-sign", "aria-hidden": "true" }, text);

// The sign at a part, with its word for a screen reader.
export const showTick = (node, verdict, labels) => node.replaceChildren(...(verdict
  ? [sign(SIGNS[verdict]), make("span", { class: "yd-sr" }, word(labels[verdict]))] : []));

export const verdictOf = (state, part) =>
  state.remarks?.find((remark) => remark.part === part)?.verdict;

const remarkLine = (remark, places, labels) => make("li", { class: `yd-${remark.verdict}` },
  sign(SIGNS[remark.verdict]),
  make("span", {},
    make("strong", {}, word(labels[remark.verdict]), "：", word(remark.label)), " ",
    linkedPair(remark.text, places),
    ...remark.allowances.map((made) => make("span", { class: "yd-saved" }, " ", pair(made)))));

// Nodes for what stands under a verdict; `own` are those of the kind itself.
export const feedback = (state, own, { places, paragraphs }, labels) => {
  const { comment, remarks = [], rationale } = state;
  const links = paragraphs.flatMap((number) => [" ", paragraphLink(number, places, labels)]);
  return [
    comment && make("p", {}, linkedPair(comment, places)),
    remarks.length && make("ul", { class: "yd-remarks" },
      ...remarks.map((remark) => remarkLine(remark, places, labels))),
    ...own,
    rationale && make("p", { class: "yd-rationale" },
      make("strong", {}, word(labels.rationale), " "), linkedPair(rationale, places)),
    links.length && make("p", { class: "yd-back" }, pair(labels.back), ...links),
  ].filter(Boolean);
};
