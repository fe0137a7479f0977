// The passages of the learner's own copy of the article beside a paragraph of ours.

import { make, say } from "./dom.js";

// A passage with the set phrases of our paragraph's claims marked; spans count code points.
function passage({ text, spans }) {
  const characters = Array.from(text);
  const cut = (from, to) => characters.slice(from, to).join("");
  const nodes = [];
  let done = 0;
  for (const [start, end] of spans) {
    nodes.push(cut(done, start), make("mark", {}, cut(start, end)));
    done = end;
  }
  return make("p", {}, nodes, cut(done));
}

/** What stands in the copy of what a paragraph speaks of. */
export const originalBeside = (passages) =>
  make("aside", { class: "yd-extra yd-original", lang: "zh-CN" },
    make("p", { class: "yd-pop-head" }, say("your_copy")), passages.map(passage));
