// Inputs of items whose elements are put in order: by taps, by keys, by buttons, by dragging.
import { fill, make, pair, word } from "../card.js";
import { renderCheck } from "./check.js";
import { showTick, verdictOf } from "./feedback.js";

// Put nodes into an order. All move but the one with the focus, which it would lose.
const arrange = (list, nodes) => {
  if (nodes.every((node, place) => node === list.children[place])) return;
  const at = Math.max(0, nodes.findIndex((node) => node.contains(document.activeElement)));
  nodes[at].before(...nodes.slice(0, at));
  nodes[at].after(...nodes.slice(at + 1));
};

// The rows in their list. `isTouched`: the first order shown is no answer. `held` is the row
// picked up, and what stood before: { row, order, isTouched }.
const newBoard = (labels, changed) => {
  const rows = [];
  const said = make("p", { class: "yd-sr", "aria-live": "assertive" });
  const board = { labels, changed, rows, said, isTouched: false, held: null };
  board.order = () =>
    [...board.list.children].map((node) => rows.find((row) => row.node === node));
  const named = (label, row) => word(fill(labels[`order_${label}`], {
    text: row.name, count: rows.length, place: board.order().indexOf(row) + 1,
  }));
  board.say = (label, row) => { said.textContent = named(label, row); };
  board.stand = (wanted) => {
    arrange(board.list, wanted.map((row) => row.node));
    wanted.forEach((row, place) => {
      row.place.textContent = `，${named("place", row)}`;
      row.up.setAttribute("aria-disabled", place === 0);
      row.down.setAttribute("aria-disabled", place === rows.length - 1);
    });
  };
  // Tab stops at one row; the arrow keys go to the others.
  board.rove = (current) => rows.forEach((row) =>
    row.controls.forEach((control) => { control.tabIndex = row === current ? 0 : -1; }));
  return board;
};

const move = (board, row, to) => {
  const before = board.order();
  if (before[to] === row || to < 0 || to >= before.length) return;
  const after = before.filter((other) => other !== row);
  after.splice(to, 0, row);
  board.stand(after);
  row.node.scrollIntoView({ block: "nearest" });
  board.isTouched = true;
  board.say("moved", row);
  board.changed();
};
const drop = (board, label) => {
  const { held } = board;
  if (!held) return;
  held.row.element.setAttribute("aria-pressed", "false");
  if (label) board.say(label, held.row);
  board.held = null;
};
const cancel = (board) => {
  const { order, isTouched } = board.held;
  board.stand(order);
  board.isTouched = isTouched;
  drop(board, "cancelled");
  board.changed();
};
const tap = (board, row) => {
  const { held, isTouched } = board;
  if (held) {
    if (held.row !== row) move(board, held.row, board.order().indexOf(row));
    drop(board, "dropped");
    held.row.element.focus();
    return;
  }
  board.held = { row, order: board.order(), isTouched };
  row.element.setAttribute("aria-pressed", "true");
  board.say("picked", row);
};
const press = (board, event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const { held } = board;
  const order = board.order();
  const place = order.findIndex((row) =>
    (held ? row === held.row : row.node.contains(event.target)));
  const last = order.length - 1;
  const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: last }[event.key];
  if (event.key === "Escape" && held) cancel(board);
  else if (to === undefined) return;
  else if (held) move(board, held.row, Math.max(0, to));
  else order[to]?.element.focus();
  event.preventDefault();
};

// Dragging: a line shows where the element would go; nothing moves before it is dropped.
const gap = ({ list }, { clientY }) => {
  const at = [...list.children].findIndex((node) => {
    const { top, height } = node.getBoundingClientRect();
    return clientY < top + height / 2;
  });
  return at < 0 ? list.children.length : at;
};
const line = ({ list }, at) => [...list.children].forEach((node, place, { length }) => {
  node.classList.toggle("yd-line", place === at);
  node.classList.toggle("yd-line-below", at === length && place === length - 1);
});
const land = (board, event) => {
  const { dragged } = board;
  const at = gap(board, event);
  move(board, dragged, at - (board.order().indexOf(dragged) < at));
  dragged.element.focus();
};
const dragging = (board, row) => ({
  dragstart: (event) => {
    event.stopPropagation();
    drop(board);
    board.dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/x-yandu", ""); // Firefox drags nothing without data
  },
  dragend: () => {
    board.dragged = null;
    line(board, -1);
  },
});
const dropping = (board) => {
  const ours = (act) => (event) => {
    if (!board.dragged) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  return {
    dragover: ours((event) => line(board, gap(board, event))),
    dragleave: ({ relatedTarget }) => board.list.contains(relatedTarget) || line(board, -1),
    drop: ours((event) => land(board, event)),
  };
};

const newRow = (board, { id, text }) => {
  const { labels } = board;
  const name = { zh: text.zh, en: text.en || text.zh };
  const row = { id, name };
  const step = (label, by, sign) => make("button", {
    type: "button",
    class: "yd-step",
    "aria-label": word(fill(labels[`order_${label}`], { text: name })),
    click: () => {
      drop(board);
      move(board, row, board.order().indexOf(row) + by);
    },
  }, sign);
  row.place = make("span", { class: "yd-sr" });
  row.note = make("span", { class: "yd-note" });
  row.tick = make("span", { class: "yd-tick" });
  row.element = make("button", {
    type: "button", class: "yd-element", value: id, "aria-pressed": "false",
    click: () => tap(board, row),
  }, pair(text), row.place);
  row.up = step("up", -1, "↑");
  row.down = step("down", 1, "↓");
  row.controls = [row.element, row.up, row.down];
  row.node = make("li", { focusin: () => board.rove(row), ...dragging(board, row) },
    make("span", { class: "yd-grip", "aria-hidden": "true" }),
    make("div", {}, row.element, row.note),
    make("div", { class: "yd-steps" }, row.up, row.down), row.tick);
  return row;
};

const showRow = ({ id, node, controls, note, tick }, state, labels) => {
  const { is_open: isOpen, solution, response, notes } = state;
  node.draggable = isOpen;
  controls.forEach((control) => { control.disabled = !isOpen; });
  const was = solution && response.indexOf(id);
  const told = [
    notes?.[id],
    solution && solution[was] !== id && fill(labels.order_was, { place: was + 1 }),
  ];
  note.replaceChildren(...told.filter(Boolean).flatMap((text) => [" ", pair(text)]));
  showTick(tick, solution ? "key" : verdictOf(state, id), labels);
};

const inputs = (content, labels, changed) => {
  const board = newBoard(labels, changed);
  const { rows } = board;
  rows.push(...content.elements.map((element) => newRow(board, element)));
  board.list = make("ol", {
    class: `yd-order yd-${content.scoring}`,
    keydown: (event) => press(board, event),
    ...dropping(board),
  }, ...rows.map((row) => row.node));

  const of = (ids) => ids.map((id) => rows.find((row) => row.id === id));
  const show = (state) => {
    const { list } = board;
    if (!state.is_open) drop(board);
    if (state.response) board.isTouched = state.response.length > 0;
    const wanted = state.solution ?? (board.isTouched ? state.response : state.order.elements);
    if (wanted) board.stand(of(wanted));
    if (!list.contains(document.activeElement)) board.rove(board.order()[0]);
    list.classList.toggle("yd-solved", Boolean(state.solution));
    rows.forEach((row) => showRow(row, state, labels));
  };
  const after = ({ ties = [] }) => ties.map((tie) => make("p", { class: "yd-how" },
    pair(labels.order_ties), " ", of(tie).map(({ name }) => word(name)).join("；")));
  const read = () => (board.isTouched ? board.order().map(({ id }) => id) : []);
  const how = (text) => make("p", { class: "yd-how" }, pair(text));
  const node = make("div", {},
    how(labels.order_how), how(labels[`order_${content.scoring}`]), board.list, board.said);
  return { node, read, show, after };
};

export default renderCheck(inputs);
