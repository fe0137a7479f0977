// Which cells of a lesson may run by themselves, and running them.
//
// Jupyter's trust alone is too weak a permission. Jupyter signs a notebook without rich
// output as soon as its user saves it, and it signs by content: a trusted lesson's copy
// is trusted in every folder. So a cell runs only if it is also, word for word, one of
// the course's own calls, and the folder of the notebook is taken off Python's search
// path first: a file "yandu.py" that lies beside a lesson is never what it imports.

const OUR_ID = /^(\d\d)-(?:(setup|read|punctuate|lab|next)|(q\d\d)|(d\d\d)-note)$/;

// Whatever Python or IPython may take for the end of a line, "\n" apart. A comment that
// hides one of these could carry a line of code.
// eslint-disable-next-line no-control-regex
const HIDDEN_LINE_END = /[\0\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

// `sys` is always loaded, so no file of the folder can stand in for it.
const LEAVE_FOLDER =
  "__import__('sys').path[:] = [p for p in __import__('sys').path if p]";

/** The lines of code that the cell `id` of a lesson must hold, or null. */
export function courseCall(id) {
  const match = OUR_ID.exec(id);
  if (!match) return null;
  const [, lesson, verb, item, prompt] = match;
  if (item) return [`lesson.check("${lesson}-${item}")`];
  if (prompt) return [`lesson.discuss("${lesson}-${prompt}")`];
  if (verb !== "setup") return [`lesson.${verb}()`];
  return ["from yandu import open_lesson", `lesson = open_lesson("${lesson}")`];
}

/** Whether a cell {type, id, tags, source} is one of the course's own calls. */
export function mayRun({ type, id, tags, source }) {
  const call = courseCall(id);
  if (type !== "code" || !call || tags.includes("lab")) return false;
  const text = source.replaceAll("\r\n", "\n");
  if (HIDDEN_LINE_END.test(text)) return false;
  const code = text
    .split("\n")
    .filter((line) => !line.startsWith("#") && line.trim() !== "");
  return code.join("\n") === call.join("\n");
}

/** Whether a notebook's metadata say that it is a lesson. */
export function isLesson(model) {
  return model?.getMetadata("yandu")?.live === true;
}

export function tagsOf(model) {
  const tags = model.getMetadata("tags");
  return Array.isArray(tags) ? tags : [];
}

function facts(model) {
  const source = model.sharedModel.getSource();
  return { type: model.type, id: model.id, tags: tagsOf(model), source };
}

/** The cells (widgets) of a notebook that may run by themselves. */
export function runnableCells(content) {
  return content.widgets.filter((cell) => mayRun(facts(cell.model)));
}

/** Whether Jupyter trusts every code cell that carries one of our ids. */
export function isTrusted(content) {
  return content.widgets
    .map((cell) => cell.model)
    .filter((model) => model.type === "code" && courseCall(model.id))
    .every((model) => model.trusted);
}

/** Whether a Python kernel is there to run them. */
export async function hasPython(sessionContext) {
  const kernel = sessionContext.session?.kernel;
  if (!kernel) return false;
  // What JupyterLab already knows; the kernel itself would ask the server again.
  const known = sessionContext.specsManager.specs?.kernelspecs[kernel.name];
  return (known ?? (await kernel.spec))?.language === "python";
}

/**
 * Run a lesson's own cells in order.
 *
 * A cell that fails makes the kernel drop those queued behind it; they get their turn
 * in the next round, so that one broken item does not take the lesson down.
 */
export async function runLesson({ content, sessionContext, NotebookActions }) {
  const { kernel } = sessionContext.session;
  const request = { code: LEAVE_FOLDER, silent: true, store_history: false };
  // Not awaited: the kernel takes requests in their order.
  kernel.requestExecute(request).done.catch(() => {}); // a restart cancels it
  let waiting = runnableCells(content);
  while (waiting.length > 0) {
    const complete = await NotebookActions.runCells(content, waiting, sessionContext);
    if (complete || content.isDisposed) return;
    await kernel.requestKernelInfo(); // answered after every cell that was queued
    const left = waiting.filter((cell) => cell.model.executionCount === null);
    if (left.length === waiting.length) return;
    waiting = left;
  }
}
