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
from yandu.textlab import (
    CancelledCutError,
    Segmenter,
    Text,
    cut,
    cut_text,
    segmenter_of,
    text_of,
)
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


class Characters:
    """A cutter that parts all characters."""

    def segment(self, text):
        return [*text]


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


def test_cutting_tells_how_far_it_is():
    text = text_of("公安机关。" * 20_000)
    shares = []
    done = cut(text, Characters(), on_progress=shares.append)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)
    assert 4 <= len(shares) <= 8
    assert all(one.tokens == (*"公安机关。",) for one in done.sentences)


def test_cutting_can_be_cancelled():
    text = text_of("公安机关。" * 20_000)
    asked = []

    def is_cancelled():
        asked.append(True)
        return len(asked) == 3

    with pytest.raises(CancelledCutError):
        cut(text, Characters(), is_cancelled=is_cancelled)
    assert len(asked) == 3
    assert all(sentence.tokens is None for sentence in text.sentences)


def test_a_token_is_kept_once():
    text = cut(text_of("公安。\n" * 100), Characters())
    assert len({id(token) for one in text.sentences for token in one.tokens}) == 3


def test_cutting_an_empty_text_is_done_at_once():
    shares = []
    empty = Text("e", {"zh": "空", "en": "empty"}, ())
    assert cut(empty, Marking(), on_progress=shares.append) == empty
    assert shares == [1]


# ---------------------------------------------------------------- a clean start

USE = """
from yandu import open_lesson, textlab
from yandu.textlab import Segmenter
print(Segmenter(is_fast=False).segment("公安工作"))
text = textlab.cut(textlab.text_of("公安工作。"))
text.index, textlab.kwic(text, "公安").to_html(), textlab.compare_cuts(text)
textlab.kwic(text, "公{1,2}", by="regex"), textlab.kwic(text, "檢察")
textlab.frequency(open_lesson("01").text())
"""
#: What setuptools 80 says on import, and 84 and none at all do not.
OLD_SETUPTOOLS = """
import pathlib, sys, warnings
warnings.warn("pkg_resources is deprecated as an API.", UserWarning)
def resource_stream(module, name):
    return (pathlib.Path(sys.modules[module].__file__).parent / name).open("rb")
"""


@pytest.mark.parametrize(
    ("warnings", "has_setuptools"), [("default", True), ("error", False)]
)
def test_cutting_is_silent_and_leaves_no_shared_file(
    tmp_path, warnings, has_setuptools
):
    """jieba by itself warns, logs four lines and writes a cache for all users."""
    fakes, temporary = tmp_path / "fakes", tmp_path / "shared"
    fakes.mkdir()
    temporary.mkdir()
    if has_setuptools:
        (fakes / "pkg_resources.py").write_text(OLD_SETUPTOOLS)
    package = Path(sys.modules["yandu"].__path__[0]).parent
    ran = subprocess.run(
        [sys.executable, "-W", warnings, "-c", USE],
        env=os.environ
        | {
            "TMPDIR": str(temporary),
            "PYTHONPATH": os.pathsep.join([str(fakes), str(package)]),
            # No compiled bytecode: jieba's source is compiled, and warns, again.
            "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        },
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert (ran.stdout, ran.stderr) == ("['公安', '工作']\n", "")
    assert list(temporary.iterdir()) == []


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
