// Every place of a string in the texts of the course, each a link that goes and marks.

import { label, make, say } from "./dom.js";

function line(hit, reading) {
  const isHere = hit.lesson === reading.id;
  const go = (event) => {
    event.preventDefault();
    reading.visit(hit, event.currentTarget);
  };
  return make("li", {},
    make("a", { href: `#${hit.paragraph}`, class: "yd-hit", click: go },
      make("span", { class: "yd-hit-place" },
        label(isHere ? "nth_paragraph" : "lesson_paragraph", hit)), " ",
      hit.left, make("strong", {}, hit.node), hit.right));
}

/** A list of hits: those of this lesson, then those of the others, lesson by lesson. */
export function hitList(hits, reading) {
  if (hits.length === 0) return make("p", { class: "yd-pop-line" }, say("nowhere"));
  const here = hits.filter(({ lesson }) => lesson === reading.id);
  const others = hits.filter(({ lesson }) => lesson !== reading.id);
  const group = (name, some) => some.length > 0 && [
    make("p", { class: "yd-pop-head" }, say(name, { n: some.length })),
    make("ol", { class: "yd-hits" }, some.map((hit) => line(hit, reading))),
  ];
  return make("div", { class: "yd-where" }, group("in_this_lesson", here), group("in_others", others));
}
