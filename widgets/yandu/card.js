// What every card of the course shares. `card.py` joins this file in front of a card's
// own module. Text goes through `textContent` only: a learner's words are never HTML.

const CONTROLS = new Set(["a", "input", "button", "textarea", "select", "summary"]);

// Make an element. Functions become listeners, true an empty attribute, null nothing.
export const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== false) node.setAttribute(name, value);
  }
  // JupyterLab's shortcuts fire inside outputs (`d d` deletes a cell) unless the very
  // control that has the focus says no.
  if (CONTROLS.has(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};

// Chinese, and the English beside it, smaller.
export const pair = (texts) => {
  const both = make("span", { class: "yd-pair" }, texts.zh);
  if (texts.en) both.append(" ", make("span", { class: "yd-en", lang: "en" }, texts.en));
  return both;
};

export const fill = (texts, values) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      text.replace(/\{(\w+)\}/g, (_, name) => values[name]),
    ]),
  );

export const button = (texts, press, attributes = {}) =>
  make("button", { type: "button", class: "yd-button", click: press, ...attributes }, pair(texts));

export const tell = (node, name, detail) =>
  node.dispatchEvent(new CustomEvent(`yandu:${name}`, { bubbles: true, detail }));

// A link to a paragraph, by its number in the margin. The extension goes there: a plain
// link to a cell leads nowhere in JupyterLab.
export const paragraphLink = (number, cell, label) =>
  make("a", {
    href: `#${cell}`,
    class: "yd-link",
    click: (event) => {
      event.preventDefault();
      tell(event.currentTarget, "goto", { cell });
    },
  }, label ?? `第 ${number} 段`);

// A text in which every 「第 3 段」, 「段 3」 and "paragraph 3" has become a link.
export const linked = (text, places) => {
  const parts = text.split(/(第\s*\d+\s*段|段\s*\d+|[Pp]aragraph \d+)/);
  return parts.map((part, place) => {
    const number = place % 2 ? part.match(/\d+/)[0] : "";
    return places[number] ? paragraphLink(number, places[number], part) : part;
  });
};

export const linkedPair = (texts, places) => {
  const both = make("span", { class: "yd-pair" }, ...linked(texts.zh, places));
  if (texts.en)
    both.append(" ", make("span", { class: "yd-en", lang: "en" }, ...linked(texts.en, places)));
  return both;
};

// Enter, unless it confirms a candidate of an input method (Safari ends the composition
// before the key event and leaves only the key code 229).
export const isEnter = (event) =>
  event.key === "Enter" && !event.isComposing && event.keyCode !== 229;

// Return `ask(act, data)`, and a notice that appears if no kernel answers in 2 s.
export const connect = (model, labels) => {
  const notice = make("p", { class: "yd-notice", role: "alert" });
  let turn = 0;
  let timer = 0;
  const settle = () => {
    if (model.get("state").turn !== turn) return;
    clearTimeout(timer);
    notice.replaceChildren();
  };
  const ask = (act, data = {}) => {
    turn = `${Date.now()}-${Math.random()}`;
    clearTimeout(timer);
    timer = setTimeout(() => notice.replaceChildren(pair(labels.no_kernel)), 2000);
    try {
      model.send({ act, turn, ...data });
    } catch {
      notice.replaceChildren(pair(labels.no_kernel));
    }
  };
  model.on("change:state", settle);
  return { ask, notice, stop: () => clearTimeout(timer) };
};

// Wait until nothing has been typed for a moment.
export const later = (act, milliseconds = 400) => {
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  wait.cancel = () => clearTimeout(timer);
  return wait;
};
