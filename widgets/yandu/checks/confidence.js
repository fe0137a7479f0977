// How sure the learner is before checking: three radio buttons, and a key for each.
import { make, pair } from "../card.js";
import { groupName } from "./rows.js";

const LEVELS = ["sure", "fairly_sure", "guessing"];

export const confidence = (labels, changed) => {
  const name = groupName();
  const radios = LEVELS.map((value, place) => make("input", {
    type: "radio", name, value, change: changed, "aria-keyshortcuts": `Alt+${place + 1}`,
  }));
  const node = make("fieldset", { class: "yd-confidence" },
    make("legend", {}, pair(labels.confidence)),
    ...radios.map((radio, place) => make("label", {},
      radio, make("kbd", {}, place + 1), pair(labels[LEVELS[place]]))));
  const read = () => radios.find((radio) => radio.checked)?.value ?? "";
  const show = (stated) => radios.forEach((radio) => { radio.checked = radio.value === stated; });
  // 1, 2, 3 where nothing is typed, and with Alt everywhere.
  const press = (event) => {
    const radio = radios[/^Digit[123]$/.test(event.code) ? event.code[5] - 1 : 3];
    const types = event.target.matches("[type=text], textarea, select");
    if (!radio || node.hidden || event.ctrlKey || event.metaKey || types > event.altKey) return;
    event.preventDefault();
    radio.click();
  };
  return { node, read, show, press };
};
