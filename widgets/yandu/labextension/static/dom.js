// Making elements. Text goes through `textContent` only: a learner's words are never HTML.

import messages from "./messages.js";

const CONTROLS = new Set(["a", "input", "button", "textarea", "select", "summary"]);

/** Make an element. Functions become listeners, true an empty attribute, null nothing. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== false) node.setAttribute(name, value);
  }
  // JupyterLab's shortcuts leave only those controls alone that say so themselves.
  if (CONTROLS.has(tag)) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== false));
  return node;
}

/** A text in both languages, as nodes; lesson.css hides what the learner does not want. */
export function bilingual({ zh, en }) {
  const nodes = [zh, en].map((text) => make("span", {}, text));
  nodes[0].lang = "zh-CN";
  nodes[0].className = "yd-act-zh";
  nodes[1].lang = "en";
  nodes[1].className = "yd-act-en";
  return [nodes[0], " ", nodes[1]];
}

/** A message of ours with its places filled, in both languages. */
export function message(name, values = {}) {
  const filled = (text) => text.replace(/\{(\w+)\}/g, (_, place) => values[place] ?? "");
  const { zh, en } = messages[name];
  return { zh: filled(zh), en: filled(en) };
}

/** A message as nodes. */
export const say = (name, values) => bilingual(message(name, values));

/** A message where only one language can stand, as in a label for a screen reader. */
export function label(name, values) {
  const { zh, en } = message(name, values);
  return document.querySelector(".yd-lesson.yd-only-en") ? en : zh;
}

/** A button with a message on it. */
export const act = (name, press, attributes = {}) =>
  make("button", { type: "button", class: "yd-act", click: press, ...attributes }, say(name));
