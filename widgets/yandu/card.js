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
  node.append(...children.filter(Boolean));
  return node;
};

// A text where only one language can stand, as in a label for a screen reader.
export const word = (texts) => texts.zh || texts.en;

// Chinese, and the English beside it, smaller; or the one language that is there.
// `dress` makes nodes of a text.
export const pair = (texts, dress = (text) => [text]) => {
  const { zh, en } = texts;
  const side = en && make("span", { class: zh ? "yd-en" : "", lang: "en" }, ...dress(en));
  return make("span", { class: "yd-pair" }, ...(zh ? dress(zh) : []), zh && en ? " " : "", side);
};

// Fill the places of a text; a value may itself be in two languages.
export const fill = (texts, values) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      text.replace(/\{(\w+)\}/g, (_, name) => values[name]?.[language] ?? values[name]),
    ]),
  );

export const button = (texts, press, attributes = {}) =>
  make("button", { type: "button", class: "yd-button", click: press, ...attributes }, pair(texts));

export const tell = (node, name, detail) =>
  node.dispatchEvent(new CustomEvent(`yandu:${name}`, { bubbles: true, detail }));

// A link to a cell. The extension goes there: a plain link to a cell leads nowhere in
// JupyterLab.
const cellLink = (cell, label) =>
  make("a", {
    href: `#${cell}`,
    class: "yd-link",
    click: (event) => {
      event.preventDefault();
      tell(event.currentTarget, "goto", { cell });
    },
  }, label);

// A link to a paragraph by its number in the margin; `places` has the cells.
export const paragraphLink = (number, places, labels) =>
  cellLink(places[number], word(fill(labels.nth_paragraph, { number })));

// A text in which every 「第 3 段」, 「段 3」 and "paragraph 3" has become a link; where
// several are named at once, 「第 2、4 段」, each number has.
const NAMED = /(第\s*\d+(?:\s*[、和]\s*\d+)*\s*段|段\s*\d+(?:[、和]\s*\d+)*|[Pp]aragraphs? \d+(?:(?:,? and |, )\d+)*)/;

const linked = (text, places) => text.split(NAMED).flatMap((part, place) => {
  if (place % 2 === 0) return [part];
  const numbers = part.match(/\d+/g);
  const [first] = numbers;
  if (numbers.length === 1) return [places[first] ? cellLink(places[first], part) : part];
  return part.split(/(\d+)/).map((bit) => (places[bit] ? cellLink(places[bit], bit) : bit));
});

export const linkedPair = (texts, places) => pair(texts, (text) => linked(text, places));

// Enter, unless it confirms a candidate of an input method (Safari ends the composition
// before the key event and leaves only the key code 229).
export const isEnter = (event) =>
  event.key === "Enter" && !event.isComposing && event.keyCode !== 229;

// Return `ask(act, data)`, and a notice that appears if no kernel answers in 2 s. `show`
// is called on every new state, until `stop` is.
export const connect = (model, labels, show) => {
  const notice = make("p", { class: "yd-notice", role: "alert" });
  let turn = 0;
  let timer = 0;
  const unheard = () => notice.replaceChildren(pair(labels.no_kernel));
  const heard = () => {
    if (model.get("state").turn === turn) {
      clearTimeout(timer);
      notice.replaceChildren();
    }
    show();
  };
  const ask = (act, data = {}) => {
    turn = `${Date.now()}-${Math.random()}`;
    clearTimeout(timer);
    timer = setTimeout(unheard, 2000);
    try {
      model.send({ act, turn, ...data });
    } catch {
      unheard();
    }
  };
  const stop = () => {
    clearTimeout(timer);
    model.off("change:state", heard);
  };
  model.on("change:state", heard);
  return { ask, notice, stop };
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

// A module of a widget: `draw` is called with the model, its element and its labels; once,
// and anew when the learner changes the language.
export const live = (draw) => ({
  render: ({ model, el, kit }) => {
    const drawn = () => {
      const shared = kit.get("labels");
      const own = { ...shared[model.get("label_section")], ...model.get("own_labels") };
      return draw({ model, el, labels: { ...shared.card, ...own } });
    };
    let leave = drawn();
    const again = () => {
      leave();
      el.replaceChildren();
      leave = drawn();
    };
    kit.on("change:labels", again);
    return () => {
      kit.off("change:labels", again);
      leave();
    };
  },
});
