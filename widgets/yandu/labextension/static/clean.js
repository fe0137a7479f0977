// Keeps a lesson from looking unsaved because it ran.
//
// Running writes outputs, counts and the kernel's name into the notebook. None of that
// is the learner's work. So whenever the notebook turns "dirty", what the learner can
// change is compared with what was last on disk; if it is the same, it is clean again.
// By content, not by time: a real edit stays dirty whenever it happens, and an output
// that arrives minutes later does not count.

const NOT_THE_LEARNERS = ["trusted", "execution"];

/** What of a notebook (as JSON) is the learner's to change, as one string. */
export function ownContent(notebook, isOurs) {
  const { kernelspec, language_info, ...metadata } = notebook.metadata;
  const cells = notebook.cells.map((cell) => {
    const { execution_count, outputs, metadata: cellMetadata, ...rest } = cell;
    const kept = Object.entries(cellMetadata ?? {})
      .filter(([key]) => !NOT_THE_LEARNERS.includes(key))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return isOurs(cell) ? [rest, kept] : [rest, kept, outputs];
  });
  return JSON.stringify([metadata, cells]);
}

/** Watch a notebook whose context is ready. */
export function keepClean(context, isOurs) {
  const { model } = context;
  const look = () => ownContent(model.toJSON(), isOurs);
  // A notebook that is already dirty is left so until it is saved.
  let saved = model.dirty ? null : look();
  let pending = false;

  function compare() {
    pending = false;
    if (model.isDisposed || !model.dirty || saved === null) return;
    if (look() === saved) model.dirty = false;
  }

  model.stateChanged.connect((_, change) => {
    if (change.name !== "dirty" || !change.newValue || pending) return;
    pending = true;
    setTimeout(compare, 0); // once for a burst of outputs
  });
  context.saveState.connect((_, state) => {
    if (state === "completed") saved = look();
  });
}
