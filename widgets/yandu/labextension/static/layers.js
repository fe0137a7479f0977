// Lays terms, set phrases, structure and pinyin over a paragraph, once.
//
// The text is cut where any layer begins or ends, and each piece is wrapped with the
// classes of all its layers. To show or hide one is then a class on the lesson.

/** What lies over each character: {term, classes, ordinal}, or undefined. */
function overEach(length, spans) {
  const over = new Array(length);
  const at = (index) => (over[index] ??= { term: null, classes: new Set(), ordinal: "" });
  spans.forEach((span, number) => {
    const { start, end, layer, ref, members } = span;
    if (layer === "term") {
      for (let i = start; i < end; i++) at(i).term = { number, ref };
    } else if (layer === "formula") {
      for (let i = start; i < end; i++) {
        at(i).classes.add("yd-formula");
        at(i).formula = ref;
      }
      at(start).classes.add("yd-formula-first");
      at(end - 1).classes.add("yd-formula-last");
    } else {
      members.forEach(([from, to], place) => {
        for (let i = from; i < to; i++) at(i).classes.add("yd-member").add(`yd-${layer}`);
        at(from).classes.add("yd-member-first");
        at(to - 1).classes.add("yd-member-last");
        at(from).ordinal ||= String(place + 1);
      });
    }
  });
  return over;
}

// Two neighbours are one piece if the same lies over both and neither is an edge.
function isOne(left, right) {
  if (!left || !right) return left === right;
  if (left.term?.number !== right.term?.number || left.formula !== right.formula) return false;
  const inner = (over, edge) => [...over.classes].filter((name) => !name.endsWith(edge));
  const edges = (over, edge) => [...over.classes].some((name) => name.endsWith(edge));
  if (edges(left, "-last") || edges(right, "-first")) return false;
  return inner(left, "-first").join() === inner(right, "-last").join();
}

/** The pieces of one text node: {from, to, over, end}, offsets in the node. */
function piecesOf(characters, over) {
  const pieces = [];
  for (const { index, offset, length } of characters) {
    const last = pieces.at(-1);
    const touches = last && last.to === offset;
    if (touches && isOne(over[last.index], over[index])) last.to = offset + length;
    else pieces.push({ from: offset, to: offset + length, over: over[index] });
    pieces.at(-1).index = index;
    for (const name of over[index]?.classes ?? []) (pieces.at(-1).classes ??= new Set()).add(name);
    if (over[index]?.ordinal) pieces.at(-1).ordinal = over[index].ordinal;
  }
  return pieces;
}

function wrap(node, { classes, ordinal, over }) {
  if (!classes) return node;
  const span = document.createElement("span");
  span.className = ["yd-piece", ...classes].join(" ");
  if (ordinal) span.dataset.ordinal = ordinal;
  if (over.formula) span.dataset.formula = over.formula;
  span.append(node);
  return span;
}

/** Wrap what lies over a paragraph; `places` are from align() and no longer hold then. */
export function decorate(places, spans) {
  const over = overEach(places.length, spans);
  const byNode = new Map();
  places.forEach(({ node, offset, length }, index) => {
    if (!byNode.has(node)) byNode.set(node, []);
    byNode.get(node).push({ index, offset, length });
  });
  const begun = new Set(); // terms whose first piece is drawn
  for (const [node, characters] of byNode) {
    const pieces = piecesOf(characters, over);
    if (!pieces.some((piece) => piece.over)) continue;
    const fragment = document.createDocumentFragment();
    let done = 0;
    let open = null; // the term that is being written
    for (const piece of pieces) {
      if (piece.from > done) {
        fragment.append(node.data.slice(done, piece.from));
        open = null;
      }
      done = piece.to;
      const text = document.createTextNode(node.data.slice(piece.from, piece.to));
      const wrapped = wrap(text, piece);
      const term = piece.over?.term ?? null;
      if (!term) {
        fragment.append(wrapped);
        open = null;
        continue;
      }
      if (open?.dataset.number !== String(term.number)) {
        open = document.createElement("span");
        open.className = begun.has(term.number) ? "yd-term" : "yd-term yd-term-first";
        open.dataset.term = term.ref;
        open.dataset.number = term.number;
        begun.add(term.number);
        fragment.append(open);
      }
      open.append(wrapped);
    }
    fragment.append(node.data.slice(done));
    node.replaceWith(fragment);
  }
}

/** Put pinyin over characters: [index, syllable] each. `places` no longer hold then. */
export function addPinyin(places, pinyin) {
  // From the end, so that the offsets of what is still to come stay right.
  for (const [index, syllable] of [...pinyin].reverse()) {
    const { node, offset, length } = places[index];
    const rest = node.splitText(offset);
    if (rest.data.length > length) rest.splitText(length);
    const ruby = document.createElement("ruby");
    const rt = document.createElement("rt");
    rt.lang = "zh-Latn-pinyin";
    rt.textContent = syllable;
    rest.replaceWith(ruby);
    ruby.append(rest, rt);
    if (!node.data) node.remove();
  }
}
