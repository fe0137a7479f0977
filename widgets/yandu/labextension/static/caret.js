// Selecting a passage by keyboard: sentence by sentence, then its ends by the character.

import { heldBy, rangeOf } from "./align.js";

const SENTENCE_END = /[。！？；]/;
const CLOSING = /[」』”’）》]/;

/** Where the sentences of a text begin and end, as [start, end] in characters. */
export function sentences(characters) {
  const found = [];
  let start = 0;
  let isOver = false;
  characters.forEach((character, at) => {
    const ends = SENTENCE_END.test(character) || (isOver && CLOSING.test(character));
    if (isOver && !ends) {
      found.push([start, at]);
      start = at;
    }
    isOver = ends;
  });
  if (start < characters.length) found.push([start, characters.length]);
  return found;
}

// What each key makes of [start, end]; `all` are the sentences, `n` the characters.
const MOVES = {
  ArrowRight: ([, end], all, n) => all.find(([from]) => from >= end) ?? all.at(-1),
  ArrowLeft: ([start], all) => all.findLast(([, to]) => to <= start) ?? all[0],
  "Shift+ArrowRight": ([start, end], all, n) => [start, Math.min(end + 1, n)],
  "Shift+ArrowLeft": ([start, end]) => [start, Math.max(start + 1, end - 1)],
  "Shift+ArrowDown": ([start, end], all, n) =>
    [start, all.find(([, to]) => to > end)?.[1] ?? n],
  "Shift+ArrowUp": ([start, end], all) =>
    [start, all.findLast(([, to]) => to < end && to > start)?.[1] ?? end],
  "[": ([start, end]) => [Math.max(0, start - 1), end],
  "]": ([start, end]) => [Math.min(end - 1, start + 1), end],
};

/** Do what `key` does in a paragraph; false if it does nothing there. */
export function moveSelection(key, places) {
  const move = MOVES[key];
  if (!move || places.length === 0) return false;
  const selection = document.getSelection();
  const range = selection.rangeCount > 0 && !selection.isCollapsed && selection.getRangeAt(0);
  const held = range && heldBy(range, places);
  const all = sentences(places.map(({ node, offset, length }) => node.data.slice(offset, offset + length)));
  if (!held && !key.startsWith("Arrow")) return false;
  const [start, end] = held ? move(held, all, places.length) : all[key === "ArrowRight" ? 0 : all.length - 1];
  const next = rangeOf(places, start, end);
  selection.setBaseAndExtent(next.startContainer, next.startOffset, next.endContainer, next.endOffset);
  return true;
}
