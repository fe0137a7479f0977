"""Every kind of item in every state, by mouse and by keyboard, on the gallery."""

import os
import shutil
from itertools import product
from pathlib import Path

import pytest

from tests import gallery as example
from tests.browser.course import LessonPage
from tests.browser.gallery import (
    SNAPSHOT,
    STATES,
    bring,
    forget,
    open_gallery,
    responses,
)
from tests.browser.kinds import hands_of
from tests.browser.lab import change_theme, wait_for_kernel
from tests.browser.test_accessibility import AXE, THEMES, assert_axe_finds_nothing
from yandu.items.bank import KINDS

pytestmark = pytest.mark.browser

CARDS = ".yd-lesson .jp-OutputArea-output:has(.yd-check)"
#: Where pictures of every kind in every state go, if somebody wants to look at them.
PICTURES = os.environ.get("YANDU_PICTURES")


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_kind(visit, state):
    page = visit.page
    shown = {}
    for item in visit.bank.items.values():
        shown[item.kind] = bring(visit.item(item.id), state)
    assert state not in ("correct", "incorrect") or all(shown.values()), shown
    page.evaluate(AXE.read_text(encoding="utf-8"))
    take_pictures(visit, state)
    assert_axe_finds_nothing(page, CARDS, widths=(1440,))


def take_pictures(visit, state: str) -> None:
    if not PICTURES:
        return
    for theme, width in product(THEMES, (1440, 800)):
        change_theme(visit.page, theme)
        visit.page.set_viewport_size({"width": width, "height": 2000})
        for item in visit.bank.items.values():
            root = visit.item(item.id).root
            root.scroll_into_view_if_needed()
            name = f"{item.kind}-{state}-{theme.split()[1].lower()}-{width}.png"
            root.screenshot(path=Path(PICTURES) / name)
    visit.page.set_viewport_size({"width": 1440, "height": 900})


#: Put a place to start from in front of a card, and go there.
START = """root => {
  const start = document.createElement("span");
  start.tabIndex = -1;
  root.before(start);
  start.focus();
}"""
HAS_FOCUS = "root => root.contains(document.activeElement)"
FOCUSED = "() => document.activeElement.textContent"


#: What stands in the way of a key that JupyterLab would take: nothing, if this says so.
IS_OPEN = """() => document.activeElement.matches("[data-lm-suppress-shortcuts=true]")
  ? "" : document.activeElement.outerHTML"""
N_CELLS = "document.querySelectorAll('.jp-Cell').length"
ACTIVE = "jupyterapp.shell.currentWidget.content.activeCellIndex"


@pytest.fixture(scope="class")
def walk(gallery_page) -> LessonPage:
    """One page for all kinds: each test begins at a card that nobody has touched."""
    return gallery_page.begin_again()


class TestByKeyboardAlone:
    """Reach, operate, check, hear the verdict, leave; no cell notices."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_an_item_is_answered(self, walk, kind):
        page, card = walk.page, walk.first(kind)
        card.root.evaluate(START)
        page.keyboard.press("Tab")
        assert card.root.evaluate(HAS_FOCUS), "Tab reaches the card"
        n_cells, active = page.evaluate(N_CELLS), page.evaluate(ACTIVE)
        hands_of(kind).give_by_keyboard(page, card, responses(card.item)["correct"])
        self.tab_to(page, "核对", "写好了", "记录")
        page.keyboard.press("Enter")
        card.root.locator('.yd-verdict[data-outcome="correct"]').wait_for()
        assert card.root.get_by_role("status").first.inner_text().strip()
        assert page.evaluate(FOCUSED).startswith(("重做一遍", "再试一次")), (
            "focus stays"
        )
        assert page.evaluate(N_CELLS) == n_cells
        assert page.evaluate(ACTIVE) == active
        for _ in range(40):
            page.keyboard.press("Tab")
            if not card.root.evaluate(HAS_FOCUS):
                break
        assert not card.root.evaluate(HAS_FOCUS), "Tab leaves the card"

    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_said_leads_to_its_paragraph_and_back(self, walk, kind):
        """After an attempt; the paragraph is marked, and Escape comes back."""
        page, card = walk.page, walk.first(kind)
        link = card.root.locator(".yd-back .yd-link").first
        if not link.count():  # asked alone, before the kind was answered
            bring(card, "correct")
        link.focus()
        page.keyboard.press("Enter")
        target = card.item.paragraphs[0]
        marked = walk.cell(target).and_(page.locator(".yd-marked"))
        marked.get_by_text("所指段落").wait_for()
        assert page.locator(".yd-marked").count() == 1
        assert marked.evaluate("node => node === document.activeElement")
        box = marked.bounding_box()
        assert 0 <= box["y"] < 900
        page.keyboard.press("Escape")
        page.wait_for_function(
            "link => link === document.activeElement", arg=link.element_handle()
        )
        assert page.locator(".yd-marked").count() == 0

    def tab_to(self, page, *labels):
        for _ in range(40):
            if page.evaluate(FOCUSED).startswith(labels):
                return
            page.keyboard.press("Tab")
        raise AssertionError(labels)

    @pytest.mark.parametrize("kind", KINDS)
    def test_letters_and_arrows_never_reach_jupyterlab(self, walk, kind):
        """On an open card, at every stop of the Tab key."""
        page, card = walk.page, walk.first(kind)
        if card.root.locator("fieldset.yd-closed").count():
            card.root.locator(".yd-main").click()
            card.root.locator("fieldset:not(.yd-closed)").first.wait_for()
        card.root.evaluate(START)
        page.keyboard.press("Tab")
        n_cells, active = page.evaluate(N_CELLS), page.evaluate(ACTIVE)
        n_stops = 0
        while card.root.evaluate(HAS_FOCUS) and n_stops < 40:
            n_stops += 1
            assert page.evaluate(IS_OPEN) == ""
            for key in ("d", "d", "a", "x", "ArrowDown", "ArrowUp"):
                page.keyboard.press(key)
            assert page.evaluate(ACTIVE) == active
            page.keyboard.press("Tab")
        assert n_stops >= 3
        assert page.evaluate(N_CELLS) == n_cells


def test_what_stands_in_every_kind_is_there_again_after_a_restart(visit):
    """Half are answered and checked, half only begun."""
    begun_with = {}
    for place, item in enumerate(visit.bank.items.values()):
        if place % 2:
            bring(visit.item(item.id), "correct")
        else:
            given = responses(item)
            begun = given.get("partial", given["incorrect"])
            hands_of(item.kind).give(visit.item(item.id), begun)
            begun_with[item.id] = item.parse(begun)
            if item.kind == "open_response":
                begun_with[item.id]["is_committed"] = True
    drafts = "{id: getattr(lesson.store.state(id), 'response', None) for id in %r}"
    visit.wait_until_kept(f"{drafts % [*begun_with]} == {begun_with!r}")
    before = snapshots(visit)
    visit.restart_kernel()
    assert snapshots(visit) == before


def snapshots(visit) -> dict[str, list[str]]:
    return {
        item.kind: visit.item(item.id).root.evaluate(SNAPSHOT)
        for item in visit.bank.items.values()
    }


def test_the_solution_waits_for_an_attempt_and_shows_the_key(visit):
    for item in visit.bank.items.values():
        card = visit.item(item.id)
        button = card.root.get_by_role("button", name="看答案")
        assert not button.is_visible(), item.kind
        if bring(card, "solution"):
            assert not button.is_visible(), item.kind


def test_retry_shuffles_anew_and_keeps_the_response(visit):
    card = visit.first("single_choice")
    wrong = responses(card.item)["incorrect"]
    shown = "root => [...root.querySelectorAll('.yd-option input')].map(n => n.value)"
    orders = {tuple(card.root.evaluate(shown))}
    for turn in range(6):
        hands_of("single_choice").give(card, wrong)
        card.press("核对")
        card.root.locator("fieldset.yd-closed").wait_for()
        at_check = tuple(card.root.evaluate(shown))
        if turn < 2:
            visit.reload()
            assert tuple(card.root.evaluate(shown)) == at_check
        card.press("再试一次")
        card.root.locator("fieldset:not(.yd-closed)").first.wait_for()
        assert (
            card.root.locator(".yd-option input:checked").get_attribute("value")
            in wrong
        )
        orders.add(tuple(card.root.evaluate(shown)))
    assert len(orders) > 2


@pytest.mark.parametrize("key", ["2", "Alt+2"])
def test_confidence_is_one_key_and_kept_with_the_attempt(visit, key):
    card = visit.first("cloze" if "Alt" in key else "single_choice")
    hands_of(card.item.kind).give(card, responses(card.item)["correct"])
    card.root.locator("input").first.focus()
    visit.page.keyboard.press(key)
    assert (
        card.root.locator(".yd-confidence input:checked").get_attribute("value")
        == "fairly_sure"
    )
    card.press("核对")
    card.root.get_by_text("作答前的把握：大概。").wait_for()
    asked = f"lesson.store.attempts(item_id={card.item.id!r})[-1].confidence"
    assert visit.ask_kernel(asked) == "'fairly_sure'"


def test_a_hundred_kilobytes_in_a_gap_are_refused_and_the_card_lives_on(visit):
    card = visit.first("cloze")
    card.root.locator("input[type=text]").first.fill("字" * 35_000)
    card.press("核对")
    card.verdict.get_by_text("太长了").wait_for()
    assert visit.ask_kernel("len(lesson.store.attempts())") == "0"
    hands_of("cloze").give(card, responses(card.item)["correct"])
    card.press("核对")
    card.verdict.get_by_text("正确。").first.wait_for()


def test_two_pages_on_one_item(visit, browser):
    """Both show what was checked last, and nothing is lost."""
    card = visit.first("single_choice")
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 1440, "height": 900}
    )
    other = open_gallery(context.new_page(), visit.lab, visit.bank)
    bring(card, "incorrect")
    there = other.first("single_choice")
    there.root.locator("fieldset.yd-closed").wait_for()
    there.press("再试一次")
    there.root.locator("fieldset:not(.yd-closed)").first.wait_for()
    hands_of("single_choice").give(there, responses(card.item)["correct"])
    there.press("核对")
    there.root.locator('.yd-verdict[data-outcome="correct"]').wait_for()
    outcomes = "[a.outcome for a in lesson.store.attempts()]"
    assert visit.ask_kernel(outcomes) == "['incorrect', 'correct']"
    context.close()
    visit.reload()
    card.root.locator('.yd-verdict[data-outcome="correct"]').wait_for()


def test_before_an_attempt_nothing_that_reaches_the_browser_tells(
    gallery, gallery_page, page
):
    """Frames of all websockets, the page, the saved notebook, the widgets' states.

    That none of it depends on the key is tested in `tests/checks/test_no_key.py`.
    """
    lab, bank = gallery
    frames: list[str] = []
    page.on(
        "websocket",
        lambda socket: socket.on(
            "framereceived", lambda data: frames.append(str(data))
        ),
    )
    gallery_page.leave()
    forget(lab)
    visit = open_gallery(page, lab, bank)
    for item in bank.items.values():
        visit.item(item.id).press("提示")
        visit.item(item.id).root.locator(".yd-hints li").first.wait_for()
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    states = visit.ask_kernel(
        "__import__('json').dumps([card.get_state() for card in lesson._cards.values()"
        " if card.card_id[3] == 'q'], ensure_ascii=False, default=str)"
    )
    saved = (lab.folder / visit.notebook).read_text(encoding="utf-8")
    told = "".join(frames) + page.content() + states + saved
    assert len(states) > 10_000
    for item in bank.items.values():
        assert item.hints[0]["zh"] in told  # what was asked for is there
        for text in feedback_of(item):
            assert text not in told, (item.kind, text)
    forget(lab)


def test_untrusted_every_kind_shows_its_stem_and_nothing_runs(
    gallery, gallery_page, page
):
    """The stored notebook, as it comes from somebody else."""
    lab, bank = gallery
    gallery_page.leave()
    shutil.copy(example.STORED, lab.folder / "01_untrusted.ipynb")
    lab.open_notebook(page, "01_untrusted.ipynb")
    page.get_by_role("button", name="运行本课").wait_for()
    wait_for_kernel(page)
    page.wait_for_timeout(1500)  # what would run has run
    for item in bank.items.values():
        cell = page.locator(f'.jp-Cell[data-yd-cell="{item.id}"]')
        cell.get_by_text(item.stem["zh"]).wait_for()
        assert cell.locator("input, button, select, textarea, a").count() == 0
    assert len(bank.items) == 15
    assert page.locator(".yd-check, .yd-discussion, .yd-desk").count() == 0
    forget(lab)


def feedback_of(item) -> set[str]:
    """Everything that an item says only after an attempt, in Chinese."""
    said = {item.rationale["zh"], *(band.text["zh"] for band in item.bands)}
    for response in (*item.accept, *item.reject):
        said |= {remark.text["zh"] for remark in item.feedback(item.parse(response))}
    said |= {model.text["zh"] for model in getattr(item, "models", ())}
    return {text for text in said if len(text) > 6}
