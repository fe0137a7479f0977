// What the bench asks of a page, the same of every tool.
window.bench = (() => {
  const OUTPUTS = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea-output";
  const CONTROLS = "a[href], button, input, select, textarea, summary";
  const LIVE = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output";

  const outputs = () => [...document.querySelectorAll(OUTPUTS)];
  const inside = (selector) => outputs().flatMap((node) => [...node.querySelectorAll(selector)]);
  const isVisible = (node) =>
    node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
  const words = () => outputs().map((node) => node.innerText).join("\n");
  // How many of the items, each a list of texts, can be read; as Python prints them, or not.
  const readable = (items, asCode) => {
    const said = outputs().filter((node) => node.classList.contains("jp-RenderedText") === asCode)
      .map((node) => node.innerText).join("\n");
    return items.filter((texts) => texts.every((text) => said.includes(text))).length;
  };
  const fields = () => inside("input, textarea")
    .filter((node) => isVisible(node) && !["radio", "checkbox"].includes(node.type));

  // Whether all these texts can be read, and as many boxes be typed into.
  const shows = ({ texts, n_fields }) => {
    const said = words();
    return texts.every((text) => said.includes(text)) && fields().length >= n_fields;
  };

  const until = (test) => new Promise((resolve) => {
    const look = () => (test() ? resolve(performance.now()) : requestAnimationFrame(look));
    look();
  });

  // Run cells from..to; return when the last of them has been executed.
  const run = async (from, to) => {
    const { content } = jupyterapp.shell.currentWidget;
    content.activeCellIndex = from;
    content.deselectAll();
    if (to > from) content.extendContiguousSelectionTo(to);
    await jupyterapp.commands.execute("notebook:run-cell");
    return performance.now();
  };
  // Milliseconds from the command until all can be read.
  const timeRun = async (from, to, wanted) => {
    const begin = performance.now();
    const seen = until(() => shows(wanted));
    await run(from, to);
    return (await seen) - begin;
  };

  // What is chosen and typed, in words.
  const given = () => {
    const chosen = inside("input:checked, button.mod-active, [aria-pressed=true], [aria-checked=true]")
      .map((node) => (node.closest("label") ?? node).innerText.trim() || node.value);
    const typed = fields().map((node) => node.value).filter((text) => text && text !== "0");
    return [...chosen, ...typed].sort().join("|");
  };

  // axe on the outputs; then, for contrast, which the cells' CSS containment hides from
  // axe, on a copy of them that stands alone in the page.
  const violations = async () => {
    const counts = {};
    const count = (found) => found.violations.forEach(({ impact, nodes }) => {
      counts[impact] = (counts[impact] ?? 0) + nodes.length;
    });
    count(await axe.run(OUTPUTS));
    const copy = document.createElement("div");
    const notebook = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook");
    copy.className = [...notebook.classList].filter((name) => name.startsWith("yd-")).join(" ");
    copy.style.cssText = "position: absolute; inset: 0 auto auto 0; z-index: 99999;"
      + "width: 900px; background: var(--jp-layout-color0)";
    copy.append(...outputs().map((node) => node.cloneNode(true)));
    // Radio buttons of one name would take the choice from those that they copy.
    copy.querySelectorAll("[name]").forEach((node) => { node.name += "-copy"; });
    document.body.append(copy);
    // JupyterLab's body has no height and hides what overflows: all of it, for axe.
    document.body.style.overflow = "visible";
    const found = await axe.run(copy, { runOnly: { type: "rule", values: ["color-contrast"] } });
    document.body.style.overflow = "";
    copy.remove();
    if (found.passes.length === 0) throw new Error("axe saw nothing of the copy");
    count(found);
    return counts;
  };

  // The stops of the Tab key that should be: every control, radio buttons of a name once.
  const markStops = () => {
    const names = new Map();
    const controls = inside(CONTROLS).filter((node) => isVisible(node) && !node.disabled);
    controls.forEach((node) => {
      const key = node.type === "radio" && node.name ? node.name : node;
      if (!names.has(key)) names.set(key, names.size);
      node.dataset.benchStop = names.get(key);
    });
    controls[0]?.focus();
    return names.size;
  };
  const stop = () => {
    const node = document.activeElement;
    return { stop: node.dataset.benchStop ?? null, is_inside: node.closest(OUTPUTS) !== null };
  };
  const focused = () => {
    const node = document.activeElement;
    return `${[...document.querySelectorAll("*")].indexOf(node)} ${given()}`;
  };

  // Whether an option stands in a group with a name.
  const isNamed = (option) => {
    const group = option.closest("fieldset, [role=group], [role=radiogroup]");
    if (!group || !group.closest(OUTPUTS)) return false;
    const by = group.getAttribute("aria-labelledby");
    const name = group.getAttribute("aria-label") || (by && document.getElementById(by)?.innerText)
      || group.querySelector(":scope > legend")?.innerText;
    return Boolean(name?.trim());
  };

  // Listen to what is said from now on; `heard` tells whether a live region said it.
  let regions = new Set();
  let said = [];
  const observer = new MutationObserver((changes) => changes.forEach(({ target, type }) => {
    const node = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (!node?.closest(OUTPUTS) || type === "attributes") return;
    const region = node.closest(LIVE);
    if (region?.innerText.trim()) said.push(regions.has(region) || region.role === "alert");
  }));
  const listen = () => {
    regions = new Set(inside(LIVE));
    said = [];
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  };
  const heard = () => {
    observer.disconnect();
    return said.includes(true);
  };

  const html = () => outputs().map((node) => node.outerHTML).join("\n");
  return {
    words, readable, shows, until, run, timeRun, given, violations, markStops, stop, focused, isNamed,
    listen, heard, html,
  };
})();
