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

const inputs = (content, labels, changed) => {
  const count = content.elements.length;
  let isTouched = false; // the first order shown is no answer
  let held = null; // the row picked up, and what stood before: { row, order, isTouched }
  let dragged = null;

  const said = make("p", { class: "yd-sr", "aria-live": "assertive" });
  const order = () => [...list.children].map((node) => rows.find((row) => row.node === node));
  const named = (label, row) => word(fill(labels[`order_${label}`], {
    text: row.name, count, place: order().indexOf(row) + 1,
  }));
  const say = (label, row) => { said.textContent = named(label, row); };

  const stand = (wanted) => {
    arrange(list, wanted.map((row) => row.node));
    wanted.forEach((row, place) => {
      row.place.textContent = `，${named("place", row)}`;
      row.up.setAttribute("aria-disabled", place === 0);
      row.down.setAttribute("aria-disabled", place === count - 1);
    });
  };
  // Tab stops at one row; the arrow keys go to the others.
  const rove = (current) => rows.forEach((row) =>
    row.controls.forEach((control) => { control.tabIndex = row === current ? 0 : -1; }));

  const move = (row, to) => {
    const before = order();
    if (before[to] === row || to < 0 || to >= count) return;
    const after = before.filter((other) => other !== row);
    after.splice(to, 0, row);
    stand(after);
    row.node.scrollIntoView({ block: "nearest" });
    isTouched = true;
    say("moved", row);
    changed();
  };
  const drop = (label) => {
    if (!held) return;
    held.row.element.setAttribute("aria-pressed", "false");
    if (label) say(label, held.row);
    held = null;
  };
  const pick = (row) => {
    held = { row, order: order(), isTouched };
    row.element.setAttribute("aria-pressed", "true");
    say("picked", row);
  };
  const cancel = () => {
    stand(held.order);
    isTouched = held.isTouched;
    drop("cancelled");
    changed();
  };
  const tap = (row) => {
    if (!held) return pick(row);
    const { row: mine } = held;
    if (mine !== row) move(mine, order().indexOf(row));
    drop("dropped");
    mine.element.focus();
  };
  const press = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = order().findIndex((row) =>
      (held ? row === held.row : row.node.contains(event.target)));
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: count - 1 }[event.key];
    if (event.key === "Escape" && held) cancel();
    else if (to === undefined) return;
    else if (held) move(held.row, Math.max(0, to));
    else order()[to]?.element.focus();
    event.preventDefault();
  };

  // Dragging: a line shows where the element would go; nothing moves before it is dropped.
  const gap = (event) => {
    const at = order().findIndex(({ node }) => {
      const { top, height } = node.getBoundingClientRect();
      return event.clientY < top + height / 2;
    });
    return at < 0 ? count : at;
  };
  const line = (at) => [...list.children].forEach((node, place) => {
    node.classList.toggle("yd-line", place === at);
    node.classList.toggle("yd-line-below", at === count && place === count - 1);
  });
  const ours = (act) => (event) => {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    act(event);
  };
  const land = (event) => {
    const at = gap(event);
    move(dragged, at - (order().indexOf(dragged) < at));
    dragged.element.focus();
  };
  const dragging = (row) => ({
    dragstart: (event) => {
      event.stopPropagation();
      drop();
      dragged = row;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/x-yandu", ""); // Firefox drags nothing without data
    },
    dragend: () => {
      dragged = null;
      line(-1);
    },
  });

  const rows = content.elements.map(({ id, text }) => {
    const name = { zh: text.zh, en: text.en || text.zh };
    const row = { id, name };
    const step = (label, by, sign) => make("button", {
      type: "button",
      class: "yd-step",
      "aria-label": word(fill(labels[`order_${label}`], { text: name })),
      click: () => {
        drop();
        move(row, order().indexOf(row) + by);
      },
    }, sign);
    row.place = make("span", { class: "yd-sr" });
    row.note = make("span", { class: "yd-note" });
    row.tick = make("span", { class: "yd-tick" });
    row.element = make("button", {
      type: "button", class: "yd-element", value: id, "aria-pressed": "false", click: () => tap(row),
    }, pair(text), row.place);
    row.up = step("up", -1, "↑");
    row.down = step("down", 1, "↓");
    row.controls = [row.element, row.up, row.down];
    row.node = make("li", { focusin: () => rove(row), ...dragging(row) },
      make("span", { class: "yd-grip", "aria-hidden": "true" }),
      make("div", {}, row.element, row.note), make("div", { class: "yd-steps" }, row.up, row.down), row.tick);
    return row;
  });
  const list = make("ol", {
    class: `yd-order yd-${content.scoring}`,
    keydown: press,
    dragover: ours((event) => line(gap(event))),
    dragleave: (event) => list.contains(event.relatedTarget) || line(-1),
    drop: ours(land),
  }, ...rows.map((row) => row.node));

  const of = (ids) => ids.map((id) => rows.find((row) => row.id === id));
  const show = (state) => {
    const isOpen = state.is_open;
    if (!isOpen) drop();
    if (state.response) isTouched = state.response.length > 0;
    const wanted = state.solution ?? (isTouched ? state.response : state.order.elements);
    if (wanted) stand(of(wanted));
    if (!list.contains(document.activeElement)) rove(order()[0]);
    list.classList.toggle("yd-solved", Boolean(state.solution));
    rows.forEach(({ id, node, controls, note, tick }, _, all) => {
      node.draggable = isOpen;
      controls.forEach((control) => { control.disabled = !isOpen; });
      const was = state.solution && state.response.indexOf(id);
      const told = [
        state.notes?.[id],
        state.solution && state.solution[was] !== id && fill(labels.order_was, { place: was + 1 }),
      ];
      note.replaceChildren(...told.filter(Boolean).flatMap((text) => [" ", pair(text)]));
      showTick(tick, state.solution ? "key" : verdictOf(state, id), labels);
    });
  };
  const after = ({ ties = [] }) => ties.map((tie) => make("p", { class: "yd-how" },
    pair(labels.order_ties), " ", of(tie).map(({ name }) => word(name)).join("；")));
  const read = () => (isTouched ? order().map(({ id }) => id) : []);
  const how = (text) => make("p", { class: "yd-how" }, pair(text));
  const node = make("div", {},
    how(labels.order_how), how(labels[`order_${content.scoring}`]), list, said);
  return { node, read, show, after };
};

export default renderCheck(inputs);
