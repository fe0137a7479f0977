// What the page shows of its layers, as classes on the lesson: nothing else is done.

export const STEPS = { pinyin: ["off", "terms", "all"], english: ["folded", "below", "beside"] };

/** As a lesson is before the learner's settings are known. */
export const PLAIN = {
  shows_terms: false,
  shows_formulas: false,
  shows_structure: false,
  shows_claims: false,
  shows_original: false,
  pinyin: "off",
  english: "folded",
};

/** Of what a page is asked to show, that which is a setting of it. */
export function wantedOf(asked) {
  // What the bar of an earlier version said, and what a test may.
  const english = { true: "below", false: "folded" }[asked.english] ?? asked.english;
  const wanted = english === undefined ? asked : { ...asked, english };
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => name in PLAIN
    && (STEPS[name] ? STEPS[name].includes(value) : typeof value === "boolean")));
}

/** Give the lesson's element the classes of a view. */
export function applyView(node, view) {
  for (const name of Object.keys(PLAIN)) {
    for (const value of STEPS[name] ?? [true]) {
      const suffix = value === true ? name.replaceAll("_", "-") : `${name}-${value}`;
      node.classList.toggle(`yd-${suffix}`, view[name] === value);
    }
  }
}
