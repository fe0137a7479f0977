"""The fast engine cuts as jieba does, on all texts of the course and on random ones."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import LESSONS, ROOT
from yandu.content import read_course
from yandu.textlab import Segmenter, segmenter_of, text_of
from yandu.textlab.segmentation import engines
from yandu.textlab.segmentation.engines import SAME

pytest.importorskip("rjieba")

COURSE = read_course(LESSONS)
SENTENCES = [
    sentence.text
    for lesson in COURSE.lessons.values()
    for paragraph in lesson.paragraphs
    for sentence in paragraph.sentences
]
CHARACTERS = sorted({*"".join(SENTENCES)})


@pytest.fixture(scope="module", params=["plain", "glossary"])
def pair(request):
    """The same segmenter with both engines."""
    if request.param == "plain":
        return Segmenter(is_fast=False), Segmenter(is_fast=True)
    glossary = COURSE.glossary
    return segmenter_of(glossary, is_fast=False), segmenter_of(glossary, is_fast=True)


def test_every_sentence_of_the_course_is_cut_the_same(pair):
    slow, fast = pair
    assert [fast.segment(one) for one in SENTENCES] == [
        slow.segment(one) for one in SENTENCES
    ]
    n_fast = sum(bool(SAME.fullmatch(run)) for one in SENTENCES for run in one.split())
    assert n_fast > 0.9 * len(SENTENCES)  # it is really used


def test_the_article_is_cut_the_same_where_it_is_there(pair):
    named = os.environ.get("YANDU_ARTICLE", ROOT.parent / "shared" / "article.txt")
    path = Path(named)
    if not path.is_file():
        pytest.skip("the article is not part of the course")
    slow, fast = pair
    lines = [one.text for one in text_of(path.read_text("utf-8-sig")).sentences]
    assert [fast.segment(line) for line in lines] == [
        slow.segment(line) for line in lines
    ]


COMMON = st.text(st.sampled_from(CHARACTERS), max_size=30)
ANY = st.text(
    st.sampled_from([*CHARACTERS, *"abZ019.-_%+#&éア한😀𠀀\u200f\ud800\x00 "]),
    max_size=20,
)


@given(text=COMMON | ANY | st.text(max_size=20))
@settings(deadline=None, max_examples=500)
def test_random_strings_are_cut_the_same(pair, text):
    slow, fast = pair
    assert fast.segment(text) == slow.segment(text)


def test_what_it_cuts_otherwise_is_left_to_jieba():
    jieba, fast = Segmenter(is_fast=False), Segmenter(is_fast=True)
    for run in ("法行e把.C-s章纸", "一久𠀀运", "\ud800公安"):
        assert not SAME.fullmatch(run)
        assert fast.segment(run) == jieba.segment(run)


def test_jieba_s_dictionary_is_not_loaded_for_common_text(monkeypatch):
    monkeypatch.setattr("yandu.textlab.segmentation.segment.load_jieba", None)
    assert Segmenter(is_fast=True).segment("公安工作，2020年。") == [
        *("公安", "工作", "，", "2020", "年", "。")
    ]


def test_without_it_jieba_cuts(monkeypatch):
    monkeypatch.setattr("yandu.textlab.segmentation.segment.has_rjieba", lambda: False)
    monkeypatch.setattr("yandu.textlab.segmentation.segment.FastEngine", None)
    assert Segmenter().segment("公安工作") == ["公安", "工作"]


def test_words_are_added_to_a_copy_of_the_dictionary():
    plain = engines.load_jieba([])
    added = engines.load_jieba(["雪亮工程办"])
    assert added.lcut("雪亮工程办") == ["雪亮工程办"]
    assert "雪亮工程办" not in plain.FREQ
    assert engines.load_jieba([]) is plain
