"""The punctuation exercise on one's own copy: item, card, and what is kept of it."""

import json

import pytest

import yandu.lesson
from tests.cards import send
from tests.conftest import LESSONS
from tests.original.conftest import write_lessons
from tests.original.copies import FLAT, FULL, PARTS
from yandu import open_lesson
from yandu.checks.own import OwnPunctuationCheck
from yandu.items import read_bank
from yandu.items.own_punctuation import OWN_ID, own_punctuation
from yandu.lesson import Notice
from yandu.messages import speak
from yandu.original import OriginalError, add_original, read_copy
from yandu.original.exercise import exercise
from yandu.original.marks import wide
from yandu.paths import data_path
from yandu.progress import admin

PASSAGE = "人要诚、要勤，还要稳；书要读。说到底：一读，二写。"


@pytest.fixture
def item():
    return own_punctuation("06-own1", PASSAGE, ("1.01",))


def passage_of(item, response=None):
    """The passage of an item, with the marks of a response in its slots."""
    marks = item.solution() if response is None else response
    return "".join(marks.get(part, part) for part in item.parts)


def test_the_key_is_what_the_copy_has(item):
    assert "".join(item.solution().values()) == "、，；。：，。"
    assert passage_of(item) == PASSAGE
    score = item.score(item.parse("、，；。：，。"))
    assert (score.points, score.maximum) == (7, 7)
    assert item.feedback(item.solution()) == ()


def test_a_mark_that_will_do_as_well_is_right_and_the_copy_s_is_told(item):
    response = item.parse("、；，；，，。")
    assert item.score(response).points == 7
    remarks = item.feedback(response)
    assert [remark.verdict.value for remark in remarks] == ["right"] * 4
    assert "用「，」；用「；」也说得通" in remarks[0].text["zh"]


@pytest.mark.parametrize(
    ("marks", "points"),
    [
        ("，，；。：，。", 6),  # no comma between words side by side
        ("、、；。：，。", 6),
        ("、，；。：，；", 6),  # the passage ends in its own stop
        ("、，；。。，。", 6),
        ("＿＿＿＿＿＿。", 1),
    ],
)
def test_other_marks_earn_nothing(item, marks, points):
    response = item.parse(marks)
    assert item.score(response).points == points
    wrong = [r for r in item.feedback(response) if r.verdict.value != "right"]
    assert len(wrong) == 7 - points
    assert all(remark.text["zh"] and remark.text["en"] for remark in wrong)


def test_what_the_browser_sees_has_no_key(item):
    shown = json.dumps(item.public(), ensure_ascii=False)
    pieces = json.dumps(item.public()["pieces"], ensure_ascii=False)
    assert not any(mark in shown.replace(pieces, "") for mark in "、，；。：")


def test_question_and_exclamation_marks_are_offered_where_the_passage_has_them(item):
    asked = own_punctuation("06-own1", "谁说？都说！甲、乙，丙。")
    assert [piece.id for piece in asked.pieces] == [*"、，；：。？！"]
    assert [piece.id for piece in item.pieces] == [*"、，；：。"]


def test_slots_of_another_passage_have_other_names(item):
    other = own_punctuation("06-own1", PASSAGE.replace("诚", "真"))
    with pytest.raises(ValueError, match="空"):
        other.parse(item.solution())


# ---------------------------------------------------------------- choosing a passage


def test_the_passage_is_whole_sentences_of_the_copy(full):
    item = exercise(full, "06")
    assert any(passage_of(item) in text for text in PARTS.values())
    assert passage_of(item)[-1] in "。？"
    assert item.id == "06-own1"
    assert OWN_ID.fullmatch(item.id)
    assert exercise(full, "06") == item


def test_a_section_can_be_named(full):
    item = exercise(full, "06", "2")
    assert item.id == "06-own2"
    assert passage_of(item) in PARTS["2-t2"] + PARTS["2-t1"]
    with pytest.raises(OriginalError) as error:
        exercise(full, "06", "7")
    assert error.value.key == "exercise_no_passage"


def test_half_width_marks_are_taken_for_full_width_ones(lessons):
    narrow = FULL.translate(str.maketrans("，。；：？", ",.;:?"))
    item = exercise(read_copy(narrow, lessons), "06", "2")
    assert passage_of(item) in wide(PARTS["2-t1"] + PARTS["2-t2"])


@pytest.mark.parametrize("text", [FLAT, FULL.replace("、", "，").replace("。", "，")])
def test_a_flattened_copy_has_no_exercise_and_the_reason_is_said(lessons, text):
    with pytest.raises(OriginalError) as error:
        exercise(read_copy(text, lessons), "06")
    assert error.value.key == "exercise_flat"
    assert "压平" in error.value.text["zh"]


# ---------------------------------------------------------------- in lesson 06


@pytest.fixture
def lesson(lessons_copy, monkeypatch):
    """Lesson 06 of a course whose article is the small one."""
    write_lessons(lessons_copy)
    monkeypatch.setattr(yandu.lesson, "lessons_path", lambda: lessons_copy)
    return open_lesson("06")


@pytest.fixture
def add(tmp_path, lesson):
    def add(text):
        path = tmp_path / "copy.txt"
        path.write_text(text, encoding="utf-8")
        add_original(path, data_path(), lesson.course.path)

    return add


def test_without_a_copy_there_is_a_notice_with_the_command(lesson):
    notice = lesson.punctuate()
    assert isinstance(notice, Notice)
    assert "yandu original add" in notice._repr_html_()


def test_a_flattened_copy_gets_a_notice_and_no_card(lesson, add):
    add(FLAT)
    assert "压平" in lesson.punctuate().text["zh"]


def test_a_full_copy_gets_the_card(lesson, add):
    add(FULL)
    card = lesson.punctuate()
    assert isinstance(card, OwnPunctuationCheck)
    assert lesson.punctuate() is card
    assert "自测" not in card.labels["title"]["zh"]
    assert card.content["is_marks"] is True
    response = card._item.solution()
    send(card, "check", response=response)
    assert card.state["outcome"] == "correct"
    assert card.state["rationale"]["en"]
    assert lesson.punctuate(2) is not card


def test_a_saved_notebook_holds_nothing_of_the_copy(lesson, add):
    add(FULL)
    card = lesson.punctuate()
    data, _ = card._repr_mimebundle_()
    kept = data["text/html"] + data["text/plain"]
    passage = passage_of(card._item)
    assert not any(passage[i : i + 3] in kept for i in range(len(passage) - 2))


def test_an_attempt_is_kept_and_changes_no_count(lesson, add):
    add(FULL)
    card, progress = lesson.punctuate(), lesson.next()
    n_items = len(read_bank(LESSONS, "06_synthesis").items)
    send(card, "check", response=card._item.solution())
    assert progress.state["n_attempted"] == 0
    assert len(progress.state["items"]) == n_items == progress.content["n_items"]
    (attempt,) = lesson.store.attempts()
    assert (attempt.item_id, attempt.lesson_id) == (card._item.id, "06")
    exported = admin.export_json(data_path())
    assert card._item.id in exported
    assert not any(text[:6] in exported for text in PARTS.values())
    lesson.close()
    again = open_lesson("06").punctuate()
    assert again.state["outcome"] == "correct"
    assert again.state["response"] == card._item.solution()


def test_another_copy_begins_anew_and_the_old_attempt_says_so(lesson, add):
    add(FULL)
    card = lesson.punctuate()
    send(card, "check", response=card._item.solution())
    add(FULL.replace("一看就明白", "一看便明白"))
    other = lesson.punctuate()
    assert other is not card
    assert other.state["is_open"]
    assert other.state["changed"]["zh"]
    assert "response" in other.state
    assert other.state["response"] is None
    send(other, "check", response=other._item.solution())
    assert other.state["outcome"] == "correct"


def test_the_card_speaks_the_language_that_is_set(lesson, add):
    add(FULL)
    card = lesson.punctuate()
    speak("en")
    card.speak()
    assert card.labels["title"] == {
        "zh": "",
        "en": "Punctuation exercise: your own copy",
    }


def test_erasing_the_lesson_erases_the_attempt(lesson, add):
    add(FULL)
    card = lesson.punctuate()
    send(card, "check", response=card._item.solution())
    admin.erase(data_path(), "06")
    assert lesson.store.attempts() == ()
    assert lesson.punctuate().state["has_attempt"] is False


def test_the_text_lab_gets_the_copy_cut(lesson, add):
    with pytest.raises(LookupError, match="yandu original add"):
        lesson.original()
    add(FULL)
    text = lesson.original()
    assert text.sections == ("0", "1", "2")
    assert all(sentence.tokens for sentence in text.sentences)
