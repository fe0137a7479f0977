"""The gold: the reviewed tokens of the course's texts, as they are shipped."""

from itertools import pairwise

import pytest

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.textlab import Segmenter, read_tokens, segmenter_of
from yandu.texts import lesson_text

COURSE = read_course(LESSONS)


@pytest.mark.parametrize("lesson", COURSE.lessons.values(), ids=lambda one: one.name)
def test_the_shipped_cut_is_the_reviewed_one(lesson):
    """Every sentence has a reviewed cut, none is stale, and it is what the lab shows."""
    gold = read_tokens(LESSONS / "tokens" / f"{lesson.name}.tsv")
    shown = {one.id: one.tokens for one in lesson_text(COURSE, lesson).sentences}
    assert shown == gold


def spans(tokens):
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token))
    return {*pairwise(ends)}


def f1(segmenter):
    """Return the F1 of words against the gold."""
    n_same = n_gold = n_cut = 0
    for lesson in COURSE.lessons.values():
        for sentence in lesson_text(COURSE, lesson).sentences:
            gold, cut = spans(sentence.tokens), spans(segmenter.segment(sentence.text))
            n_same += len(gold & cut)
            n_gold += len(gold)
            n_cut += len(cut)
    return 2 * n_same / (n_gold + n_cut)


def test_the_course_s_segmenter_comes_close_to_it_and_plain_jieba_does_not():
    assert f1(segmenter_of(COURSE.glossary)) > 0.995
    assert f1(Segmenter()) < 0.97
