// Inputs of items answered by putting pieces into slots. Each slot is a native select, for
// keyboard and screen reader, under a face that can be tapped, dragged and dropped upon.
import { fill, make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { showTick } from "./feedback.js";
import { inOrder, stopAt } from "./rows.js";

// What a key sends for a mark where no input method is at work.
const KEYS = {
  ",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "\\": "、", "/": "、",
};
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// Show at slots and pieces what lies where, and what was tapped.
const settle = ({ slots, bank, texts, rows, isOpen, chosen, is_reused: isReused }) => {
  const values = slots.map(({ select }) => select.value);
  const isUsed = (id) => !isReused && values.includes(id);
  slots.forEach(({ node, face, options }, place) => {
    const id = values[place];
    face.replaceChildren(...(id ? [rows ? pair(texts[id]) : word(texts[id])] : []));
    node.draggable = Boolean(isOpen && id);
    node.classList.toggle("yd-filled", Boolean(id));
    node.classList.toggle("yd-picked", chosen?.node === node);
    options.forEach(({ id: other, row }) => {
      row.disabled = Boolean(other && other !== id && isUsed(other));
    });
  });
  bank.forEach(({ id, row, button, used }) => {
    row.draggable = isOpen;
    row.classList.toggle("yd-used", isUsed(id));
    used.hidden = !isUsed(id);
    button.disabled = !isOpen;
    button.setAttribute("aria-pressed", chosen?.row === row);
  });
};

// `chosen` is the piece or slot that was tapped and waits for its other half.
const newBoard = (content, labels, changed) => {
  const texts = Object.fromEntries(content.pieces.map(({ id, text }) => [id, text]));
  const board = { ...content, labels, texts, slots: [], bank: [], isOpen: true, chosen: null };
  board.choose = (what) => {
    board.chosen = what;
    settle(board);
  };
  board.done = () => {
    board.choose(null);
    changed();
  };
  board.put = (slot, id) => {
    if (id && !content.is_reused)
      board.slots.forEach(({ select }) => { if (select.value === id) select.value = ""; });
    slot.select.value = id;
    board.done();
  };
  return board;
};

const tap = ({ isOpen, chosen, choose, put }, what) => {
  if (!isOpen) return;
  what.select?.focus({ preventScroll: true });
  if (what.row && chosen?.select) put(chosen, what.id);
  else if (what.select && chosen?.row) put(what, chosen.id);
  else if (what.select?.value) {
    put(what, "");
    choose(what);
  } else choose(chosen === what ? null : what);
};

const press = ({ chosen, texts, is_marks: isMarks, put }, slot, event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const mark = KEYS[key] ?? key;
  let id = null;
  if (chosen?.row && (key === "Enter" || key === " ")) id = chosen.id;
  else if (key === "Backspace" || key === "Delete") id = "";
  else if (isMarks && Object.hasOwn(texts, mark)) id = mark;
  if (id === null) return;
  event.preventDefault();
  put(slot, id);
};

const drags = (board, node, what) => {
  node.addEventListener("dragstart", (event) => {
    board.dragged = what;
    // Firefox asks for some data; a text would land in any editor that it is let fall on.
    event.dataTransfer.setData("application/x-yandu", "1");
  });
  node.addEventListener("dragend", () => { board.dragged = null; });
};
const takes = (board, node, drop) => {
  node.addEventListener("dragover", (event) => { if (board.dragged) event.preventDefault(); });
  node.addEventListener("drop", (event) => {
    if (!board.dragged || !board.isOpen) return;
    event.preventDefault();
    drop(board.dragged);
  });
};

const newSlot = (board, id, label) => {
  const { slots, labels, pieces } = board;
  const options = [{ id: "", text: labels.unfilled }, ...pieces].map(({ id: value, text }) =>
    ({ id: value, row: make("option", { value }, word(text)) }));
  const slot = { id, options, face: make("span", { class: "yd-face", "aria-hidden": "true" }) };
  slot.select = make("select", {
    "aria-label": word(label),
    change: board.done,
    keydown: (event) => press(board, slot, event),
  }, ...options.map(({ row }) => row));
  slot.tick = make("span", { class: "yd-tick" });
  slot.node = make("span", {
    class: "yd-slot", "data-slot": id, "data-number": slots.length + 1,
    click: () => tap(board, slot),
  }, slot.face, slot.select, slot.tick);
  drags(board, slot.node, slot);
  // What is dragged from slot to slot changes places with what stood there.
  takes(board, slot.node, (what) => {
    if (what.row) return board.put(slot, what.id);
    const { select } = slot;
    [what.select.value, select.value] = [select.value, what.select.value];
    return board.done();
  });
  slots.push(slot);
  return slot.node;
};

// The text with its slots, or a row for each.
const slotted = (board) => {
  const inline = (part) => {
    if (typeof part === "string") return part;
    const number = board.slots.length + 1;
    if (part.slot) return newSlot(board, part.slot, fill(board.labels.gap, { number }));
    return make("span", { class: "yd-unbroken" }, ...part.map(inline));
  };
  const aRow = ({ slot, text }) =>
    make("div", { class: "yd-row" }, make("span", {}, pair(text)), newSlot(board, slot, text));
  const { rows, parts, pieces } = board;
  if (rows) return make("div", { class: "yd-rows" }, ...rows.map(aRow));
  const longest = Math.max(...pieces.map(({ text }) => word(text).length));
  return make("p", { class: "yd-parts", style: `--size: ${longest}em` }, ...parts.map(inline));
};

const newPiece = (board, { id, text }, place) => {
  const used = make("span", { class: "yd-sr" }, word(board.labels.used));
  const button = make("button", { type: "button", tabindex: place ? -1 : 0 }, pair(text), used);
  const row = make("span", {
    class: "yd-chip", "data-piece": id, click: () => tap(board, piece),
  }, button);
  const piece = { id, row, button, used };
  drags(board, row, piece);
  return piece;
};

// One stop for Tab; the arrows go from piece to piece.
const rove = (event) => {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(event.target) + step + buttons.length;
  const next = buttons[at % buttons.length];
  stopAt(buttons, next);
  next.focus();
};

const inputs = (content, labels, changed) => {
  const { is_marks: isMarks, is_reused: isReused, rows } = content;
  const board = newBoard(content, labels, changed);
  const { slots, bank } = board;
  const text = slotted(board);
  bank.push(...content.pieces.map((piece, place) => newPiece(board, piece, place)));
  const list = make("div", {
    class: "yd-bank", role: "group", "aria-label": word(labels.pieces), keydown: rove,
  }, ...bank.map(({ row }) => row));
  takes(board, list, (what) => { if (what.select) board.put(what, ""); });
  const how = rows ? labels.put_rows : isMarks ? labels.put_marks : labels.put_words;
  const node = make("div", {
    class: rows ? "yd-pairing" : "",
    keydown: (event) => { if (event.key === "Escape") board.choose(null); },
  },
    make("p", { class: "yd-how" }, pair(how), isReused && !isMarks && " ",
      isReused && !isMarks && pair(labels.reused)),
    text, content.en && make("p", { class: "yd-en", lang: "en" }, content.en), list);

  const show = (state) => {
    const order = state.order.pieces;
    const given = state.solution ?? state.response;
    board.isOpen = state.is_open;
    if (!state.is_open) board.chosen = null;
    inOrder(list, bank, order);
    slots.forEach(({ id, select, options, tick }) => {
      const value = given ? given[id] : select.value;
      if (order) inOrder(select, options, ["", ...order]);
      if (select.value !== value) select.value = value;
      select.disabled = !state.is_open;
      showTick(tick, state.solution ? "key" : state.verdicts?.[id], labels);
    });
    settle(board);
  };
  const read = () => Object.fromEntries(slots.map(({ id, select }) => [id, select.value]));
  return { node, read, show };
};

export default renderCheck(inputs);
