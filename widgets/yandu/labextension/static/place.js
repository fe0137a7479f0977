// The learner's place: finds it, keeps it while the page grows, restores and reports it.
//
// A place is {cell, offset}: the id of the first cell below the reading bar, and how many
// pixels of it are above the window's top edge; fewer than 0 where it begins below that.
// It outlives changes of window and font size better than a scroll position.

const SETTLED_MS = 700; // no growth for so long: the layout stands
const LONGEST_HOLD_MS = 20_000;
const REPORT_AFTER_MS = 1000;
const INPUT_LASTS_MS = 1000; // a wheel's or a finger's momentum
const INPUTS = ["wheel", "touchmove", "pointerdown", "keydown"];

export class Place {
  constructor(content) {
    this.content = content;
    this.scroller =
      content.outerNode ?? content.node.querySelector(".jp-WindowedPanel-outer");
    this.desk = null; // the reading bar, which stores the place
    this.restored = false;
    this.goal = null; // {cell, offset} while it is being held
    this.inputAt = -Infinity;
    this.reported = null;
    this.timer = 0;
    this.growth = new ResizeObserver(() => this.realign());
    this.onInput = () => this.input();
    for (const type of INPUTS) {
      window.addEventListener(type, this.onInput, { capture: true, passive: true });
    }
    this.scroller.addEventListener("scroll", () => this.moved(), { passive: true });
    this.flush = () => this.timer && this.report();
    window.addEventListener("pagehide", this.flush);
  }

  dispose() {
    this.release();
    this.flush();
    for (const type of INPUTS) {
      window.removeEventListener(type, this.onInput, { capture: true });
    }
    window.removeEventListener("pagehide", this.flush);
  }

  /** The cell of this id, if it takes up room on the page. */
  node(id) {
    const cell = this.content.widgets.find((widget) => widget.model.id === id);
    return cell && cell.node.offsetHeight > 0 ? cell.node : null;
  }

  /** Resolves when the cell is laid out: a lesson that has just been opened grows. */
  appears(id) {
    return new Promise((resolve) => {
      const growth = new ResizeObserver(() => {
        if (!this.node(id)) return;
        growth.disconnect();
        resolve();
      });
      for (const child of this.scroller.children) growth.observe(child);
    });
  }

  /** The height in pixels of what the learner sees. */
  get height() {
    return this.scroller.clientHeight;
  }

  /** The present place, or null at the very top. */
  current() {
    const top = this.scroller.getBoundingClientRect().top;
    // What the bar covers, as the page's own scrolling has it, is not in view.
    const covered = parseFloat(getComputedStyle(this.scroller).scrollPaddingTop) || 0;
    if (this.scroller.scrollTop <= 0) return null;
    for (const { model, node } of this.content.widgets) {
      if (node.classList.contains("yd-desk-cell")) continue; // always in view
      const box = node.getBoundingClientRect();
      if (box.height > 0 && box.bottom > top + covered + 1) {
        return { cell: model.id, offset: Math.round(top - box.top) };
      }
    }
    return null;
  }

  /** Take over the reading bar; the first time, go where the learner stopped. */
  open(desk, place) {
    this.desk = desk;
    if (this.restored) return; // run again after a restart: the learner stays put
    this.restored = true;
    if (this.learnerMoved) return;
    this.reported = place;
    this.hold(place);
  }

  /**
   * Go to `place` (null: the top) and stay there while cells above it grow, until the
   * layout has settled and `work` is done, or the learner does anything.
   */
  hold(place, work = null) {
    this.goal = { place };
    this.learnerMoved = false;
    this.heldAt = performance.now();
    if (work) {
      this.work = work;
      work.finally(() => {
        if (this.work === work) this.work = null;
        this.settle();
      });
    }
    this.growth.disconnect();
    for (const child of this.scroller.children) this.growth.observe(child);
    this.realign();
  }

  realign() {
    if (!this.goal || this.height === 0) return; // 0: behind another tab
    const { place } = this.goal;
    if (!place) {
      this.scroller.scrollTop = 0;
    } else {
      const node = this.node(place.cell);
      if (node) {
        const edge = this.scroller.getBoundingClientRect().top;
        const top = node.getBoundingClientRect().top - edge;
        if (Math.abs(top + place.offset) >= 1) {
          this.scroller.scrollTop += top + place.offset;
        }
      }
    }
    this.settle();
  }

  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const late = performance.now() - this.heldAt > LONGEST_HOLD_MS;
      if (this.work && !late) this.settle();
      else this.release();
    }, SETTLED_MS);
  }

  release() {
    this.goal = null;
    this.growth.disconnect();
    clearTimeout(this.settling);
  }

  input() {
    this.learnerMoved = true;
    this.inputAt = performance.now();
    this.release();
  }

  // Only the learner's own scrolling is a change of place: there was input just before.
  // While a place is held, whatever else scrolls (JupyterLab does when cells run) is
  // undone, before it is painted.
  moved() {
    const now = performance.now();
    if (this.goal) this.realign();
    if (this.goal || now - this.inputAt > INPUT_LASTS_MS) return;
    this.inputAt = now; // momentum goes on
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.report(), REPORT_AFTER_MS);
  }

  report() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.desk?.isConnected || this.height === 0) return;
    const first = this.content.widgets.find(({ node }) => node.offsetHeight > 0);
    const place = this.current() ?? { cell: first.model.id, offset: 0 };
    if (JSON.stringify(place) === JSON.stringify(this.reported)) return;
    this.reported = place;
    this.desk.dispatchEvent(new CustomEvent("yandu:place", { detail: place }));
  }
}
