"""What all kinds of item cost together: thirty cards on a page, action to feedback."""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.page import PROBES, Row, restart_kernel
from tests.browser.course import ItemCard, LessonPage
from tests.browser.gallery import forget, open_gallery, responses, running_gallery
from tests.browser.kinds import hands_of
from tests.browser.lab import PATIENCE_MS, Lab, wait_for_kernel
from tests.browser.notebooks import code, write_notebook
from yandu.items import Bank

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

N_TIMES = 5
N_ROUNDS = 4
DRAFT_KEPT_MS = 600
SETUP = 'from yandu import open_lesson\nlesson = open_lesson("01")'
#: Seconds from the kernel's last reply until every card has its buttons, and from the
#: command to run the cells until then.
TIME_CARDS = """async n => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  let done = 0;
  const note = (_, { msg }) => {
    if (msg.header.msg_type === "execute_reply") done = performance.now();
  };
  kernel.anyMessage.connect(note);
  const live = () => document.querySelectorAll(".yd-check .yd-main").length >= n;
  const begin = performance.now();
  const seen = bench.until(live);
  await bench.run(1, n);
  kernel.anyMessage.disconnect(note);
  return [(await seen) - done, (await seen) - begin].map((passed) => passed / 1000);
}"""
#: Milliseconds from a press on the main button to the verdict on the screen.
TIME_FEEDBACK = """root => {
  const verdict = root.querySelector(".yd-verdict");
  const begin = performance.now();
  const seen = bench.until(() => verdict.dataset.outcome);
  root.querySelector(".yd-main").click();
  return seen.then(() => new Promise(requestAnimationFrame))
    .then(() => performance.now() - begin);
}"""
WEIGHTS = "[len((lesson.check(i)._esm + lesson.check(i)._css).encode()) for i in {ids}]"


def gallery_figures(browser: "Browser") -> list[Row]:
    """Measure on the gallery, which has an item of every kind."""
    with (
        tempfile.TemporaryDirectory() as base,
        running_gallery(Path(base)) as (lab, bank),
    ):
        return [
            thirty_cards(browser, lab, bank),
            feedback(browser, lab, bank),
            weight(browser, lab, bank),
        ]


@contextmanager
def fresh_page(browser: "Browser", lab: Lab) -> Iterator["Page"]:
    """Open a page for a learner who was never there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(path=PROBES)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield page
    context.close()
    forget(lab)


def thirty_cards(browser: "Browser", lab: Lab, bank: Bank) -> Row:
    """Show every kind twice on one page, each card in a cell of its own."""
    calls = [f'lesson.check("{item_id}")' for item_id in bank.items] * 2
    cells = [code(f"card-{place}", call) for place, call in enumerate(calls)]
    path = write_notebook(
        lab.folder / "thirty.ipynb", [code("setup", SETUP), *cells], live=False
    )
    times = []
    with fresh_page(browser, lab) as page:
        page.goto(lab.address(path))
        wait_for_kernel(page)
        for _ in range(N_TIMES):
            restart_kernel(page)
            page.evaluate("bench.run(0, 0)")
            times.append(page.evaluate(TIME_CARDS, len(cells)))
    after, whole = map(statistics.median, zip(*times, strict=True))
    what = f"{len(cells)} cards, end of the last cell to all live, median of {N_TIMES}"
    return what, f"{after:.2f} s  (from the first cell: {whole:.2f} s)", "<= 1.5 s"


def feedback(browser: "Browser", lab: Lab, bank: Bank) -> Row:
    """Answer every kind rightly, several times; from the press to the verdict."""
    delays: list[tuple[float, str]] = []
    for _ in range(N_ROUNDS):
        with fresh_page(browser, lab) as page:
            lesson = open_gallery(page, lab, bank)
            for item in bank.items.values():
                card = lesson.item(item.id)
                delays.append((answer(lesson, card), item.kind))
    delays.sort()
    p95, _ = delays[round(0.95 * (len(delays) - 1))]
    slowest, kind = delays[-1]
    what = f"press to feedback, p95 of {len(delays)} over {len(bank.items)} kinds"
    return what, f"{p95:.0f} ms  (slowest {slowest:.0f}: {kind})", "<= 100 ms"


def answer(lesson: LessonPage, card: ItemCard) -> float:
    """Give a right response, wait until the draft is kept, press; return the delay."""
    hands_of(card.item.kind).give(card, responses(card.item)["correct"])
    lesson.page.wait_for_timeout(DRAFT_KEPT_MS)
    passed: float = card.root.evaluate(TIME_FEEDBACK)
    return passed


def weight(browser: "Browser", lab: Lab, bank: Bank) -> Row:
    """Weigh what every instance of a card carries."""
    with fresh_page(browser, lab) as page:
        lesson = open_gallery(page, lab, bank)
        found = lesson.ask_kernel(WEIGHTS.format(ids=list(bank.items)))
    sizes = [int(size) for size in found.strip("[]").split(",")]
    kinds = [item.kind for item in bank.items.values()]
    largest, kind = max(zip(sizes, kinds, strict=True))
    what = "JS and CSS of an instance, the largest"
    return what, f"{largest:,} bytes  ({kind})", "<= 12,000"
