"""Cutting: complete, the same each time, corrected by the word list."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.content import read_glossary
from yandu.paths import lessons_path
from yandu.textlab import Segmenter, Text, cut, cut_text, segmenter_of
from yandu.textlab.errors import ContradictionError

# Characters of official prose, and what may stand between them.
PROSE = st.text(
    "公安机关工作现代化党的领导要加强，。、“” \n\t2020年abc%.-_", max_size=40
)


@pytest.fixture(scope="module")
def course_segmenter():
    faults = []
    glossary = read_glossary(lessons_path(), faults)
    assert faults == []
    return segmenter_of(glossary)


@given(text=PROSE | st.text(max_size=40))
@settings(deadline=None)
def test_tokens_joined_give_the_text_without_white_space(plain_segmenter, text):
    tokens = plain_segmenter.segment(text)
    assert "".join(tokens) == "".join(text.split())
    assert all(tokens)


@given(text=PROSE)
@settings(deadline=None)
def test_the_word_list_changes_borders_only(course_segmenter, text):
    tokens = course_segmenter.segment(text)
    assert "".join(tokens) == "".join(text.split())
    assert course_segmenter.segment(text) == tokens


def test_white_space_always_parts_tokens(plain_segmenter):
    assert plain_segmenter.segment("公安 机关\u3000公安机关") == [
        "公安",
        "机关",
        "公安机关",
    ]


def test_the_order_of_the_list_does_not_matter():
    words = ["获得感", "总体国家安全观", "国家安全", "四个意识"]
    text = "坚持总体国家安全观，增强四个意识和获得感，维护国家安全。"
    expected = "坚持/总体国家安全观/，/增强/四个意识/和/获得感/，/维护/国家安全/。"
    for order in (words, words[::-1]):
        assert "/".join(Segmenter(keep=order).segment(text)) == expected


def test_split_cuts_where_it_says_and_wins_over_terms():
    # jieba alone: 补短/板, 切实加强.
    segmenter = Segmenter(terms=["切实加强"], split=["补 短板", "切实 加强"])
    assert segmenter.segment("切实加强补短板") == ["切实", "加强", "补", "短板"]


def test_the_longest_listed_string_wins():
    segmenter = Segmenter(split=["公安 机关", "公安机关 工作"])
    assert segmenter.segment("公安机关工作") == ["公安机关", "工作"]
    assert segmenter.segment("公安机关") == ["公安", "机关"]


def test_a_listed_word_is_not_found_across_the_borders_of_others():
    # 法治 (rule of law) is no word in 无法治理 (cannot be governed).
    assert Segmenter(keep=["法治"]).segment("无法治理") == ["无法", "治理"]


def test_keep_and_split_must_not_contradict():
    with pytest.raises(ContradictionError, match="补短板"):
        Segmenter(keep=["补短板"], split=["补 短板"])


def test_each_entry_of_the_course_list_does_what_it_says(course_segmenter):
    glossary = read_glossary(lessons_path(), [])
    for word in glossary.keep:
        assert course_segmenter.segment(word) == [word]
    for parts in glossary.split:
        assert course_segmenter.segment(parts.replace(" ", "")) == parts.split()


@pytest.mark.parametrize(
    "expected",
    [
        "全力/推进/公安/工作/现代化",
        "坚持/总体国家安全观/，/维护/国家/政治安全/和/社会/稳定",
        "增强/“/四个意识/”/，/让/群众/有/获得感",
        "党/对/公安/工作/的/绝对/领导",
        "网格化/服务/管理",
        "切实/抓/重点/、/补/短板/、/强/弱项",
        "公安机关/与/公安/队伍",
        "无法/治理",
    ],
)
def test_reviewed_cuts(course_segmenter, expected):
    tokens = course_segmenter.segment(expected.replace("/", ""))
    assert "/".join(tokens) == expected


class Marking:
    """A cutter that shows what it was asked to cut."""

    def segment(self, text):
        return [f"<{text}>"]


def test_cut_text_keeps_a_reviewed_cut_while_its_sentence_is_unchanged():
    sentences = {"b.1": "公安机关", "a.1": "群众 工作", "a.2": "新句"}
    reviewed = {"a.1": ("群", "众工作"), "b.1": ("公安", "机构"), "gone.1": ("旧",)}
    cut = cut_text(sentences, reviewed, Marking())
    assert list(cut.items()) == [
        ("b.1", ("<公安机关>",)),
        ("a.1", ("群", "众工作")),
        ("a.2", ("<新句>",)),
    ]


def test_cut_text_twice_changes_nothing(plain_segmenter):
    sentences = {"a.1": "公安机关要牢记性质宗旨。", "a.2": "It is 2020 年。", "a.3": ""}
    once = cut_text(sentences, {}, plain_segmenter)
    assert cut_text(sentences, once, Marking()) == once


def test_cut_leaves_cut_sentences_alone(small, plain_segmenter):
    sentences = {"09-p01.1": small.sentences[0].text, "09-p09.1": "公安机关"}
    text = Text.build(
        "09", small.title, sentences, {"09-p01.1": ("公安机关", "依靠群众。")}
    )
    assert [sentence.tokens for sentence in cut(text, plain_segmenter).sentences] == [
        ("公安机关", "依靠群众。"),
        ("公安机关",),
    ]


def test_cutting_is_silent_and_leaves_no_shared_file(tmp_path):
    """jieba by itself logs four lines and writes jieba.cache for all users."""
    code = "from yandu.textlab import Segmenter; print(Segmenter().segment('公安工作'))"
    package = Path(sys.modules["yandu"].__path__[0]).parent
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(package)},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert (ran.stdout, ran.stderr) == ("['公安', '工作']\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_cache_file_is_not_read(tmp_path):
    (tmp_path / "jieba.cache").write_bytes(b"not a dictionary")
    code = (
        "import tempfile; from yandu.textlab import Segmenter; "
        "s = Segmenter(); assert s.segment('推进公安工作')[1] == '公安'"
    )
    package = Path(sys.modules["yandu"].__path__[0]).parent
    subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"TMPDIR": str(tmp_path), "PYTHONPATH": str(package)},
        check=True,
    )
    assert (tmp_path / "jieba.cache").read_bytes() == b"not a dictionary"
