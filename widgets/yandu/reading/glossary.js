// The lesson's terms as a list in the bar, and the keys of the desk.
import { linkedPair, make, pair, paragraphLink } from "../card.js";

// What each key does in the text and on the bar; the extension listens (keys.js).
const KEYS = {
  T: "shows_terms", F: "shows_formulas", S: "shows_structure", C: "shows_claims",
  O: "shows_original", P: "pinyin", E: "english", M: "marks", "← →": "key_sentence",
  "⇧← ⇧→ [ ]": "key_ends", "⇧↑ ⇧↓": "key_more", "1 2 3 4": "key_mark", W: "key_where", "?": "more",
};

export const termEntry = (term, labels, places) => make("details", { class: "yd-entry" },
  make("summary", {},
    make("strong", {}, term.zh), " ",
    make("span", { class: "yd-pinyin", lang: "zh-Latn-pinyin" }, term.pinyin), " ",
    make("span", { class: "yd-en", lang: "en" }, term.en)),
  make("p", {}, linkedPair(term.explanation, places)),
  make("ul", {}, ...term.origin.map((step) => make("li", {},
    step.date ? `${step.date} ` : "", pair(step.text), step.source ? ` [${step.source}]` : ""))),
  make("p", { class: "yd-saved" }, pair(term.en_status),
    ...term.paragraphs.flatMap((number) => [" ", paragraphLink(number, places, labels)])),
  ...term.sources.map((source) => make("p", { class: "yd-saved" }, source)));

export const keyList = (labels) => make("dl", { class: "yd-keys" },
  ...Object.entries(KEYS).flatMap(([key, name]) =>
    [make("dt", {}, make("kbd", {}, key)), make("dd", {}, pair(labels[name]))]));
