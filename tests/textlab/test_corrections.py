"""A learner's own corrections: kept, applied, listed, taken back, never lost."""

import errno
import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu import open_lesson, textlab
from yandu.cli import main
from yandu.paths import data_path
from yandu.textlab import (
    BadCorrectionError,
    NoCorrectionError,
    Text,
    correct,
    corrected,
    corrections,
    course_segmenter,
    cut,
    forget,
)
from yandu.textlab.segmentation.corrections import (
    CORRECTIONS_NAME,
    Corrections,
    read_corrections,
)
from yandu.textlab.segmentation.segment import Recut


def rows(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def file():
    return data_path() / CORRECTIONS_NAME


def test_a_correction_is_kept_and_applied():
    assert course_segmenter().segment("公安机关的获得感") == [
        "公安机关",
        "的",
        "获得感",
    ]
    correct("公安  机关")
    assert rows(correct("的获得感")) == [
        ("公安机关", "公安/机关"),
        ("的获得感", "的获得感"),
    ]
    assert course_segmenter().segment("公安机关的获得感") == [
        "公安",
        "机关",
        "的获得感",
    ]
    assert file().read_text("utf-8") == "公安 机关\n的获得感\n"


def test_the_later_correction_of_a_string_holds():
    correct("公安 机关")
    correct("群众")
    assert rows(correct("公安机关")) == [("群众", "群众"), ("公安机关", "公安机关")]


def test_a_correction_is_taken_back():
    correct("公安 机关")
    correct("群众")
    assert rows(forget("公安机关")) == [("群众", "群众")]
    assert rows(forget("群 众")) == []
    with pytest.raises(NoCorrectionError, match="群众"):
        forget("群众")


def test_a_string_across_two_words_is_corrected_as_a_whole():
    cutter = Text.build(
        "t", {"zh": "文", "en": "text"}, {"t.1": "学历史"}, {"t.1": ("学历", "史")}
    )
    correct("历史")
    assert corrected(cutter) is cutter
    correct("学 历史")
    assert corrected(cutter).sentences[0].tokens == ("学", "历史")


@pytest.mark.parametrize("bad", ["", "  ", "，", "公" * 31, "公\x00安", "公\ud800安"])
def test_what_is_no_correction_is_refused(bad):
    with pytest.raises(BadCorrectionError, match="30"):
        correct(bad)
    assert not file().exists()


def test_broken_lines_are_named_one_by_one_and_never_lost():
    file().parent.mkdir(parents=True)
    long = "长" * 40
    content = f"公安 机关\n，，\n\n群众\n{long}\n".encode() + b"\xff\xfe\n"
    file().write_bytes(content)
    table = corrections()
    assert rows(table) == [("公安机关", "公安/机关"), ("群众", "群众")]
    assert [note["zh"][:7] for note in table.notes] == [
        "文件第 2 行",
        "文件第 5 行",
        "文件第 6 行",
    ]
    assert all(note["en"] for note in table.notes)
    correct("现代 化")
    lines = file().read_bytes().split(b"\n")
    assert lines[:3] == ["公安 机关".encode(), "群众".encode(), "现代 化".encode()]
    assert lines[3:] == ["，，".encode(), long.encode(), b"\xff\xfe", b""]


def test_a_disk_that_takes_nothing_loses_nothing(monkeypatch):
    correct("公安 机关")
    before = file().read_bytes()
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(OSError, match="full"):
        correct("群众")
    assert file().read_bytes() == before
    assert [path.name for path in file().parent.iterdir()] == [CORRECTIONS_NAME]


def _full(_):
    raise OSError(errno.ENOSPC, "full")


def test_a_lesson_is_shown_as_corrected_and_says_so():
    before = open_lesson("01").text()
    assert before.title["zh"].endswith("》")
    correct("公安 机关")
    after = open_lesson("01").text()
    assert "你的更正" in after.title["zh"]
    assert after.string == before.string
    n_before = textlab.kwic(before, "公安机关", by="token")
    assert len(n_before) > 0
    assert len(textlab.kwic(after, "公安 机关", by="token")) == len(n_before)
    assert len(textlab.kwic(after, "公安机关", by="token")) == 0
    assert "你的更正" in open_lesson("01").course_text().title["zh"]
    forget("公安机关")
    assert open_lesson("01").text() == before


def test_export_has_them_and_erasing_erases_them(capsys):
    correct("公安 机关")
    assert main(["export", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["corrections"] == ["公安 机关"]
    assert main(["data", "erase", "--lesson", "01", "--yes"]) == 0
    assert read_corrections().listed
    assert main(["data", "erase", "--yes"]) == 0
    assert read_corrections() == Corrections({})
    assert not file().exists()


words = st.text("甲乙丙，", min_size=1, max_size=3)


@given(
    tokens=st.lists(words, max_size=12),
    listed=st.lists(st.lists(words, min_size=1, max_size=3), max_size=4),
)
@settings(deadline=None)
def test_a_correction_moves_borders_only(tokens, listed):
    recut = Recut({"".join(parts): tuple(parts) for parts in listed})
    assert "".join(recut(tokens)) == "".join(tokens)
    assert all(recut(tokens))


def test_cutting_applies_them():
    correct("公安 机关")
    text = textlab.text_of("公安机关。")
    assert cut(text).sentences[0].tokens == ("公安", "机关", "。")
