// Where each character of a paragraph stands in the page.
//
// The kernel counts the characters of the compact text: without white space, markup and
// citations. The page has them in text nodes, between line breaks and [S01]s. Whoever
// walks both in step knows every place; where they differ, the paragraph is left alone.

const SKIPPED = /\s|\[S\d+\]/g;
// What stands in a text cell and is not its Chinese text.
const NOT_TEXT = "details, rt, rp, .yd-extra";

/** The text nodes of a paragraph's Chinese text, in order. */
function textNodes(root) {
  const filter = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  };
  const show = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = document.createTreeWalker(root, show, filter);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** Characters of `text` as {node, offset, length}, or null if the page has others. */
export function align(root, text) {
  const nodes = textNodes(root);
  const whole = nodes.map(({ data }) => data).join("");
  const skipped = new Uint8Array(whole.length);
  for (const { index, 0: found } of whole.matchAll(SKIPPED))
    skipped.fill(1, index, index + found.length);
  const places = [];
  let read = "";
  let begin = 0; // of the node, in the whole
  for (const node of nodes) {
    let offset = 0;
    for (const character of node.data) {
      if (!skipped[begin + offset]) {
        places.push({ node, offset, length: character.length });
        read += character;
      }
      offset += character.length;
    }
    begin += node.data.length;
  }
  return read === text ? places : null;
}

/** The range in the page of the characters from `start` to `end`. */
export function rangeOf(places, start, end) {
  const range = document.createRange();
  const last = places[end - 1];
  range.setStart(places[start].node, places[start].offset);
  range.setEnd(last.node, last.offset + last.length);
  return range;
}

/** The first and the last character, as [start, end], that a range holds; or null. */
export function heldBy(range, places) {
  // Places come in order, so the ends are found by halving.
  const first = lowest(places.length, (at) =>
    range.comparePoint(places[at].node, places[at].offset) >= 0);
  const end = lowest(places.length, (at) =>
    range.comparePoint(places[at].node, places[at].offset + places[at].length) > 0);
  return first < end ? [first, end] : null;
}

function lowest(n, holds) {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
