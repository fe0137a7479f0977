// The line to the kernel: asks through the reading bar, and waits for the answer.

const PATIENCE_MS = 5000;

export class Line {
  constructor() {
    this.desk = null;
    this.waiting = new Map(); // turn → what to do with the answer
    this.onAnswer = ({ detail }) => {
      this.waiting.get(detail.turn)?.(detail);
      this.waiting.delete(detail.turn);
    };
  }

  /** Take over a reading bar; after a restart it is another one. */
  attach(desk) {
    this.desk?.removeEventListener("yandu:answer", this.onAnswer);
    this.desk = desk;
    desk.addEventListener("yandu:answer", this.onAnswer);
  }

  /** Ask the kernel; rejects if there is none, if it does not answer, or cannot. */
  ask(name, data = {}) {
    const turn = `${Date.now()}-${Math.random()}`;
    return new Promise((resolve, reject) => {
      const fail = (why) => {
        this.waiting.delete(turn);
        reject(new Error(`${name}: ${why}`));
      };
      if (!this.desk?.isConnected) {
        fail("no kernel");
        return;
      }
      const timer = setTimeout(fail, PATIENCE_MS, "no answer");
      this.waiting.set(turn, (answer) => {
        clearTimeout(timer);
        if (answer.error) fail("refused");
        else resolve(answer);
      });
      const detail = { ask: name, turn, ...data };
      this.desk.dispatchEvent(new CustomEvent("yandu:ask", { detail }));
    });
  }
}
