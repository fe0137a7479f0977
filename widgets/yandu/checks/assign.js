// Inputs of items answered by putting pieces into slots. Each slot is a native select, for
// keyboard and screen reader, under a face that can be tapped, dragged and dropped upon.
import { fill, make, pair, word } from "../card.js";
import { inOrder, renderCheck } from "./check.js";
import { showTick } from "./feedback.js";

// What a key sends for a mark where no input method is at work.
const KEYS = {
  ",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "\\": "、", "/": "、",
};
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const inputs = (content, labels, changed) => {
  const { pieces, is_marks: isMarks, is_reused: isReused, rows } = content;
  const texts = Object.fromEntries(pieces.map(({ id, text }) => [id, text]));
  const slots = [];
  let isOpen = true;
  let chosen = null; // the piece or slot that was tapped and waits for its other half
  let dragged = null;

  const settle = () => {
    const values = slots.map(({ select }) => select.value);
    slots.forEach(({ node, select, face, options }, place) => {
      const id = values[place];
      face.replaceChildren(...(id ? [rows ? pair(texts[id]) : word(texts[id])] : []));
      node.draggable = Boolean(isOpen && id);
      node.classList.toggle("yd-filled", Boolean(id));
      node.classList.toggle("yd-picked", chosen?.node === node);
      options.forEach(({ id: other, row }) => {
        row.disabled = Boolean(!isReused && other && other !== id && values.includes(other));
      });
    });
    bank.forEach(({ id, row, press, used }) => {
      const isUsed = !isReused && values.includes(id);
      row.draggable = isOpen;
      row.classList.toggle("yd-used", isUsed);
      used.hidden = !isUsed;
      press.disabled = !isOpen;
      press.setAttribute("aria-pressed", chosen?.row === row);
    });
  };
  const choose = (what) => {
    chosen = what;
    settle();
  };
  const put = (slot, id) => {
    if (id && !isReused)
      slots.forEach(({ select }) => { if (select.value === id) select.value = ""; });
    slot.select.value = id;
    choose(null);
    changed();
  };
  const tapPiece = (piece) => {
    if (!isOpen) return;
    if (chosen?.select) put(chosen, piece.id);
    else choose(chosen === piece ? null : piece);
  };
  const tapSlot = (slot) => {
    if (!isOpen) return;
    slot.select.focus({ preventScroll: true });
    if (chosen?.row) put(slot, chosen.id);
    else if (slot.select.value) {
      put(slot, "");
      choose(slot);
    } else choose(chosen === slot ? null : slot);
  };

  const drags = (node, what) => {
    node.addEventListener("dragstart", (event) => {
      dragged = what;
      // Firefox asks for some data; a text would land in any editor that it is let fall on.
      event.dataTransfer.setData("application/x-yandu", "1");
    });
    node.addEventListener("dragend", () => { dragged = null; });
  };
  const takes = (node, drop) => {
    node.addEventListener("dragover", (event) => { if (dragged) event.preventDefault(); });
    node.addEventListener("drop", (event) => {
      if (!dragged || !isOpen) return;
      event.preventDefault();
      drop(dragged);
    });
  };
  // What is dragged from slot to slot changes places with what stood there.
  const dropOn = (slot) => (what) => {
    if (what.row) return put(slot, what.id);
    const [here, there] = [slot.select.value, what.select.value];
    what.select.value = here;
    slot.select.value = there;
    choose(null);
    return changed();
  };

  const press = (slot, event) => {
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
  const newSlot = (id, label) => {
    const options = [{ id: "", text: labels.unfilled }, ...pieces].map(({ id: value, text }) =>
      ({ id: value, row: make("option", { value }, word(text)) }));
    const slot = { id, options, face: make("span", { class: "yd-face", "aria-hidden": "true" }) };
    slot.select = make("select", {
      "aria-label": label,
      change: () => { choose(null); changed(); },
      keydown: (event) => press(slot, event),
    }, ...options.map(({ row }) => row));
    slot.tick = make("span", { class: "yd-tick" });
    slot.node = make("span", {
      class: "yd-slot", "data-slot": id, "data-number": slots.length + 1,
      click: () => tapSlot(slot),
    }, slot.face, slot.select, slot.tick);
    drags(slot.node, slot);
    takes(slot.node, dropOn(slot));
    slots.push(slot);
    return slot.node;
  };
  const inline = (part) => {
    if (typeof part === "string") return part;
    if (part.slot) return newSlot(part.slot, word(fill(labels.gap, { number: slots.length + 1 })));
    return make("span", { class: "yd-unbroken" }, ...part.map(inline));
  };
  const aRow = ({ slot, text }) =>
    make("div", { class: "yd-row" }, make("span", {}, pair(text)), newSlot(slot, word(text)));

  const bank = pieces.map(({ id, text }, place) => {
    const used = make("span", { class: "yd-sr" }, word(labels.used));
    const button = make("button", { type: "button", tabindex: place ? -1 : 0 }, pair(text), used);
    const row = make("span", {
      class: "yd-chip", "data-piece": id, click: () => tapPiece(piece),
    }, button);
    const piece = { id, row, press: button, used };
    drags(row, piece);
    return piece;
  });
  // One stop for Tab; the arrows go from piece to piece.
  const rove = (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...list.querySelectorAll("button")];
    const next = (buttons.indexOf(event.target) + step + buttons.length) % buttons.length;
    buttons.forEach((button, place) => { button.tabIndex = place === next ? 0 : -1; });
    buttons[next].focus();
  };
  const list = make("div", {
    class: "yd-bank", role: "group", "aria-label": word(labels.pieces), keydown: rove,
  }, ...bank.map(({ row }) => row));
  takes(list, (what) => { if (what.select) put(what, ""); });

  const longest = Math.max(...pieces.map(({ text }) => word(text).length));
  const how = rows ? labels.put_rows : isMarks ? labels.put_marks : labels.put_words;
  const text = rows
    ? make("div", { class: "yd-rows" }, ...rows.map(aRow))
    : make("p", { class: "yd-parts", style: `--size: ${longest}em` }, ...content.parts.map(inline));
  const node = make("div", {
    class: rows ? "yd-pairing" : "",
    keydown: (event) => { if (event.key === "Escape") choose(null); },
  },
    make("p", { class: "yd-how" }, pair(how), isReused && !isMarks && " ",
      isReused && !isMarks && pair(labels.reused)),
    text, content.en && make("p", { class: "yd-en", lang: "en" }, content.en), list);

  const show = (state) => {
    const order = state.order.pieces;
    const given = state.solution ?? state.response;
    isOpen = state.is_open;
    if (!isOpen) chosen = null;
    inOrder(list, bank, order);
    slots.forEach(({ id, select, options, tick }) => {
      const value = given ? given[id] : select.value;
      if (order) inOrder(select, options, ["", ...order]);
      if (select.value !== value) select.value = value;
      select.disabled = !isOpen;
      showTick(tick, state.solution ? "key" : state.verdicts?.[id], labels);
    });
    settle();
  };
  const read = () => Object.fromEntries(slots.map(({ id, select }) => [id, select.value]));
  return { node, read, show };
};

export default renderCheck(inputs);
