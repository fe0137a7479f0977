"""`open_lesson` and what it hands to a notebook."""

import shutil
import subprocess
import sys

import pytest

import yandu.lesson
from tests.cards import send
from tests.conftest import LESSONS
from yandu import open_lesson
from yandu.content import NoSuchEntryError
from yandu.lesson import Notice


def test_an_unknown_lesson_is_answered_with_those_that_exist():
    with pytest.raises(NoSuchEntryError, match=r"“99”.*01"):
        open_lesson("99")


def test_an_unknown_item_is_answered_with_the_nearest():
    with pytest.raises(NoSuchEntryError, match="01-q1"):
        open_lesson("01").check("01-q1x")


def test_an_unknown_prompt_is_answered_with_the_nearest():
    with pytest.raises(NoSuchEntryError, match="01-d01"):
        open_lesson("01").discuss("01-d1")


def test_opening_again_gives_the_same_cards_as_the_store_has_them_now():
    lesson = open_lesson("01")
    item = next(iter(lesson.bank.items.values()))
    card = lesson.check(item.id)
    send(card, "check", response=item.solution())
    lesson.store.erase()  # as another kernel or `yandu data erase` would
    again = open_lesson("01")
    assert again.check(item.id) is card
    assert card.state["has_attempt"] is False


def test_a_course_that_was_edited_is_read_anew(tmp_path, monkeypatch):
    lessons = tmp_path / "lessons"
    shutil.copytree(LESSONS, lessons)
    monkeypatch.setattr(yandu.lesson, "lessons_path", lambda: lessons)
    first = open_lesson("01")
    card = first.read()
    bank = lessons / "items" / "01_mission.toml"
    bank.write_text(bank.read_text("utf-8").replace("第一节", "本节", 1), "utf-8")
    second = open_lesson("01")
    assert second is not first
    assert card.comm is None  # closed
    assert "本节" in next(iter(second.bank.items.values())).stem["zh"]


def test_the_progress_follows_an_attempt():
    lesson = open_lesson("01")
    progress = lesson.next()
    assert progress.state["n_attempted"] == 0
    item = next(iter(lesson.bank.items.values()))
    send(lesson.check(item.id), "check", response=item.solution())
    assert progress.state["n_attempted"] == 1
    assert progress.state["items"][0]["is"] == "correct"


def test_items_with_faults_are_named_and_the_rest_works(tmp_path, monkeypatch):
    lessons = tmp_path / "lessons"
    shutil.copytree(LESSONS, lessons)
    bank = lessons / "items" / "01_mission.toml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace('kind = "single_choice"', 'kind = "x"', 1), "utf-8")
    monkeypatch.setattr(yandu.lesson, "lessons_path", lambda: lessons)
    lesson = open_lesson("01")
    (broken,) = lesson.bank.broken
    (notice,) = lesson.read().content["notices"]
    assert broken in notice["zh"]
    assert isinstance(lesson.check(broken), Notice)
    assert f"自测 {int(broken[-2:])} " in lesson.check(broken)._repr_html_()
    sound = next(iter(lesson.bank.items))
    assert repr(lesson.check(sound)).endswith(f"Check('{sound}')")


def test_reading_loads_neither_pandas_nor_jieba():
    """The whole reading path, in a process of its own."""
    code = """
import sys
from yandu import open_lesson
lesson = open_lesson("01")
lesson.read(), lesson.next(), lesson.lab()
for item in lesson.bank.items.values():
    card = lesson.check(item.id)
    card._receive(card, {"act": "check", "response": item.solution()}, [])
for prompt in lesson.content.prompts:
    lesson.discuss(prompt)
heavy = {"numpy", "pandas", "jieba", "nbformat", "opencc", "yandu.textlab"} & set(sys.modules)
sys.exit(f"loaded: {heavy}" if heavy else 0)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_terms_are_sent_when_they_are_asked_for():
    desk = open_lesson("01").read()
    assert "terms" not in desk.state
    terms = send(desk, "terms")["terms"]
    assert len(terms) == desk.content["n_terms"] > 30
    assert all(term["paragraphs"] for term in terms)


def test_the_place_is_remembered():
    send(open_lesson("01").read(), "place", cell="01-p05", offset=120.5)
    assert open_lesson("01").read().content["place"] == {
        "cell": "01-p05",
        "offset": 120.5,
    }


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"cell": "01-p05"},
        {"cell": 3, "offset": 1},
        {"cell": "99-p01", "offset": 1},
        {"cell": "01-p05", "offset": "x"},
    ],
)
def test_a_place_that_is_none_is_passed_over(place):
    send(open_lesson("01").read(), "place", **place)
    assert open_lesson("01").read().content["place"] is None


def test_the_lab_opens_on_demand():
    panel = open_lesson("01").lab()
    assert repr(panel) == "LabPanel('01')"
    (button,) = panel.children
    button.click()
    view = panel.view
    assert "本课课文" in view.results.table.value
    view.look_at("kwic", "政治安全")
    assert "政治安全" in view.results.table.value
    view.form.text.value = "article"  # of which only counts are known
    assert "yd-notice" in view.status.value
    view.form.text.value = "course"
    assert "lesson.course_text(), &quot;政治安全&quot;" in view.results.made.value
