// The JupyterLab plugin: watches notebooks, and makes a lesson of those that are one.

import { keepClean } from "./clean.js";
import { bilingual } from "./dom.js";
import { Goto } from "./goto.js";
import { LabView } from "./lab.js";
import { Look } from "./look.js";
import messages from "./messages.js";
import { Place } from "./place.js";
import { Reading } from "./reading.js";
import { hasPython, isLesson, isTrusted, mayRun, runLesson, tagsOf } from "./run.js";

const NOTEBOOK_FILE = /^\d\d_\w+\.ipynb$/;
const COLLAPSED_ONCE = "yandu:side-bar-collapsed";
const STYLES = ["lesson.css", "reading.css", "lab.css"];
const panels = new WeakMap(); // notebook panel → what is known of its lesson

// JupyterLab's own copy of a package, from the module-federation share scope.
async function sharedPackage(scope, name) {
  const versions = Object.values(scope[name]);
  const core = versions.find(({ from }) => from?.includes("application-top"));
  return (await (core ?? versions[versions.length - 1]).get())();
}

function linkStyles() {
  for (const name of STYLES) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(name, import.meta.url).href;
    document.head.append(link);
  }
}

// {lesson, resolve}: the promise of the lesson in a panel, kept once the panel is shown.
function shown(panel) {
  if (!panels.has(panel)) {
    const entry = {};
    entry.lesson = new Promise((resolve) => { entry.resolve = resolve; });
    panels.set(panel, entry);
  }
  return panels.get(panel);
}

/** One open lesson. */
class Lesson {
  constructor(panel, app, NotebookActions) {
    this.panel = panel;
    this.app = app;
    this.content = panel.content;
    this.id = String(panel.content.model.getMetadata("yandu").lesson ?? "");
    this.context = panel.context;
    this.sessionContext = panel.context.sessionContext;
    this.NotebookActions = NotebookActions;
    this.isAllowed = false; // by trust, or by the learner's press
    this.hasRun = false;
    this.running = null;
    this.isStale = false; // the kernel has been restarted
    this.place = new Place(this.content);
    this.goto = new Goto(this.content, this.place, messages);
    this.look = new Look(this.content, messages, (cell) => this.runLabCell(cell));
    this.reading = new Reading(this);
    this.labView = new LabView(this.content.node);
    this.listen();
    panel.disposed.connect(() => {
      this.place.dispose();
      this.reading.dispose();
      this.labView.dispose();
      this.look.dispose();
    });
  }

  listen() {
    const { node } = this.panel;
    const on = (name, act) =>
      node.addEventListener(`yandu:${name}`, (event) => act(event.detail ?? {}, event));
    on("goto", ({ cell }, { target }) => {
      const parent = this.content.widgets.find(({ model }) => model.id === cell);
      if (parent) this.NotebookActions.expandParent(parent, this.content);
      this.goto.to(cell, target);
    });
    on("desk", ({ place, view }, { target }) => {
      this.place.open(target, place ?? null);
      this.reading.attach(target, view, this.running).catch(console.error);
    });
    on("show", (wanted) => {
      this.look.show(wanted);
      this.reading.show(wanted);
    });
    on("panel", ({ isOpen }) => this.reading.panel.toggle(isOpen));
    on("open", ({ path, place, cell }) =>
      this.openNotebook(path, place ?? (cell ? { paragraph: cell } : null)));
  }

  /** Open a lesson of this folder; at a `place` of it, {paragraph, start, end}, if given. */
  async openNotebook(name, place = null) {
    if (!NOTEBOOK_FILE.test(name)) return;
    const folder = this.context.path.replace(/[^/]*$/, "");
    const panel = await this.app.commands.execute("docmanager:open", { path: folder + name });
    if (place && panel) (await shown(panel).lesson).arrive(place);
  }

  /** Go to a place, {paragraph, start, end}, that another lesson has named. */
  async arrive(place) {
    this.place.restored = true; // not to where the learner stopped
    await this.place.appears(place.paragraph);
    this.goto.to(place.paragraph, this.content.node);
    if (place.start !== undefined) this.reading.find(place);
  }

  /** Called once the notebook is shown and its session is ready. */
  async start() {
    const { sessionContext } = this;
    sessionContext.statusChanged.connect((_, status) => this.onStatus(status));
    sessionContext.kernelChanged.connect((_, { newValue }) => {
      if (newValue) this.isStale = true;
    });
    if (isTrusted(this.content)) await this.run();
    else this.offer(messages.not_trusted);
  }

  // A restart, or the server's own after a crash, leaves the widgets without a kernel:
  // the lesson runs again by itself.
  onStatus(status) {
    if (["restarting", "autorestarting"].includes(status)) {
      this.isStale = true;
    } else if (status === "idle" && this.isStale && this.isAllowed) {
      this.isStale = false;
      this.run().catch(console.error);
    }
  }

  async run() {
    if (this.running && !this.isStale) return;
    if (!(await hasPython(this.sessionContext))) {
      this.offer(messages.no_kernel);
      return;
    }
    this.banner?.remove();
    this.isAllowed = true;
    this.isStale = false;
    const place = this.place.current(); // before the outputs are cleared
    const running = runLesson(this).catch((error) => console.error("yandu:", error));
    this.running = running;
    this.place.hold(place, running);
    await running;
    if (this.running === running) this.running = null; // else the kernel was restarted
    this.hasRun = true;
  }

  async runLabCell(cell) {
    if (!this.hasRun) await this.run();
    const { content, sessionContext } = this;
    await this.NotebookActions.runCells(content, [cell], sessionContext);
  }

  /** Say why nothing has run, above the lesson, with a button to run it. */
  offer(reason) {
    this.banner?.remove();
    const banner = document.createElement("div");
    banner.className = "yd-banner";
    banner.setAttribute("role", "region");
    const words = document.createElement("p");
    words.append(...bilingual(reason));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "yd-act yd-run-lesson";
    button.dataset.lmSuppressShortcuts = "true";
    button.append(...bilingual(messages.run_lesson));
    button.addEventListener("click", () => this.run());
    banner.append(words, button);
    this.banner = banner;
    this.place.scroller.prepend(banner);
  }
}

function isOurs(cell) {
  const { id, cell_type: type, source, metadata } = cell;
  const text = Array.isArray(source) ? source.join("") : source;
  return mayRun({ type, id, tags: metadata?.tags ?? [], source: text });
}

// A reader's screen belongs to the text: the side bar folds when the first lesson of
// this browser session opens, and then stays as the learner leaves it.
async function collapseSideBar(app, shell) {
  if (!shell?.collapseLeft || sessionStorage.getItem(COLLAPSED_ONCE)) return;
  sessionStorage.setItem(COLLAPSED_ONCE, "yes");
  await app.restored;
  shell.collapseLeft();
}

// Called before JupyterLab starts the session. If the named kernel is not installed it
// would ask for one; the default kernel will do. (Where there is none at all, it asks.)
function avoidKernelDialog(sessionContext) {
  const preference = { ...sessionContext.kernelPreference, autoStartDefault: true };
  sessionContext.kernelPreference = preference;
}

async function onNotebook(panel, app, shell, NotebookActions) {
  const { context } = panel;
  await context.ready;
  if (panel.isDisposed || !isLesson(context.model)) return;
  avoidKernelDialog(context.sessionContext);
  keepClean(context, isOurs);
  const lesson = new Lesson(panel, app, NotebookActions);
  await panel.revealed;
  shown(panel).resolve(lesson);
  collapseSideBar(app, shell).catch(console.error);
  await context.sessionContext.ready;
  if (!panel.isDisposed) await lesson.start();
}

/** Make the plugin; `notice(error)` shows a fault in the page. */
export async function createPlugin(scope, notice) {
  const notebook = await sharedPackage(scope, "@jupyterlab/notebook");
  const application = await sharedPackage(scope, "@jupyterlab/application");
  const { INotebookTracker, NotebookActions } = notebook;

  function activate(app, tracker, shell) {
    linkStyles();
    const open = (panel) =>
      onNotebook(panel, app, shell, NotebookActions).catch(notice);
    tracker.forEach(open);
    tracker.widgetAdded.connect((_, panel) => open(panel));
  }

  return {
    id: "yandu:lessons",
    description: "Opens the lessons of the course live.",
    autoStart: true,
    requires: [INotebookTracker],
    optional: [application.ILabShell],
    activate,
  };
}
