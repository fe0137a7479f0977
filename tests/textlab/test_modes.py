"""jieba's modes against jieba itself, and the table of where they differ."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu import open_lesson
from yandu.textlab import (
    Counts,
    CountsOnlyError,
    LongComparisonError,
    Text,
    UnknownChoiceError,
    UnknownSectionError,
    compare_cuts,
    differences,
    text_of,
    words_of,
)
from yandu.textlab.segmentation.engines import load_jieba

PROSE = st.text("公安机关工作现代化党的领导要加强，。 2020年abc大数据安安", max_size=30)


@given(string=PROSE | st.text(max_size=20))
@settings(deadline=None)
def test_the_modes_are_jieba_s_own(string):
    jieba = load_jieba([])
    runs = string.split()
    assert words_of(string, "precise", glossary=False) == [
        word for run in runs for word in jieba.lcut(run)
    ]
    assert words_of(string, "search", glossary=False) == [
        word for run in runs for word in jieba.lcut_for_search(run)
    ]
    assert words_of(string, "full", glossary=False) == [
        word for run in runs for word in jieba.lcut(run, cut_all=True) if word
    ]


def test_the_glossary_counts_in_every_mode():
    assert "获得感" not in words_of("让群众有获得感", "full", glossary=False)
    for mode in ("precise", "full", "search"):
        assert "获得感" in words_of("让群众有获得感", mode)


def test_a_table_of_one_sentence():
    table = compare_cuts(text_of("维护总体国家安全观。"), ["precise"])
    assert [*table.columns] == ["sentence", "string", "precise", "precise_glossary"]
    assert table.to_numpy().tolist() == [
        ["p001.1", "总体国家安全观", "总体/国家/安全观", "总体国家安全观"]
    ]
    assert "1 处不同" in table.caption["zh"]


def test_the_text_s_own_cut_is_compared_too():
    text = Text.build(
        "t",
        {"zh": "文", "en": "text"},
        {"t.1": "公安工作。"},
        {"t.1": ("公", "安工作", "。")},
    )
    (found,) = differences(text.sentences, ["precise"])
    assert (found.start, found.end, found.string) == (0, 4, "公安工作")
    assert found.cuts == {
        "precise": ("公安", "工作"),
        "precise_glossary": ("公安", "工作"),
        "reviewed": ("公", "安工作"),
    }


def test_the_course_s_text_in_all_modes():
    table = compare_cuts(open_lesson("01").text(), sections="01-p01")
    assert {*table["sentence"]} <= {f"01-p01.{n}" for n in range(1, 20)}
    for row in table.to_dict("records"):
        for name in ("precise", "precise_glossary", "reviewed"):
            assert row[name].replace("/", "") == row["string"]
        cuts = [
            value for name, value in row.items() if name not in ("sentence", "string")
        ]
        assert len({*cuts}) > 1


@given(string=PROSE)
@settings(deadline=None, max_examples=50)
def test_stretches_hold_whole_words_and_do_not_overlap(string):
    text = Text.build("t", {"zh": "文", "en": "text"}, {"t.1": string}, {})
    solid, last = "".join(string.split()), 0
    for found in differences(text.sentences):
        assert last <= found.start < found.end
        assert solid[found.start : found.end] == found.string
        for mode in ("precise", "precise_glossary"):
            assert "".join(found.cuts[mode]) == found.string
        last = found.end


def test_a_wrong_question_is_explained(small):
    with pytest.raises(UnknownChoiceError, match="precise、full、search"):
        compare_cuts(small, ["fast"])
    with pytest.raises(UnknownSectionError, match="09-p01"):
        compare_cuts(small, sections="x")
    with pytest.raises(CountsOnlyError):
        compare_cuts(Counts("c", {"zh": "小计数", "en": "counts"}, ()))
    with pytest.raises(LongComparisonError, match=r"200000.*p001"):
        compare_cuts(text_of("公安机关。" * 50_000))
