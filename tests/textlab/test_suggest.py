"""Suggestions of formulas: maximal repeats against brute force; a list judged by eye.

``suggestions.tsv`` holds the first 40 that the course texts gave, each judged: is it a
set phrase, slogan, policy term or proper name that an author of the glossary would
look at? 25 of 40 are; what is not is mostly the course's own manner of speaking.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.lesson import open_lesson
from yandu.textlab import CountsOnlyError, Text, article
from yandu.textlab.formulas.repeats import maximal_repeats
from yandu.textlab.formulas.suggest import COLUMNS, suggest_formulas

TITLE = {"zh": "小文", "en": "a small text"}


def brute(string, shortest, least):
    """Return each maximal repeat with its places, from the definition."""
    found = {}
    for start in range(len(string)):
        for end in range(start + shortest, len(string) + 1):
            one = string[start:end]
            if any(char not in "甲乙丙、" for char in one) or "、" in (one[0], one[-1]):
                continue
            found.setdefault(one, []).append(start)

    def varies(neighbours):
        return "" in neighbours or len(set(neighbours)) > 1

    def at(place):
        return (
            string[place]
            if 0 <= place < len(string) and string[place] in "甲乙丙、"
            else ""
        )

    return {
        one: tuple(places)
        for one, places in found.items()
        if len(places) >= least
        and varies([at(place - 1) for place in places])
        and varies([at(place + len(one)) for place in places])
    }


@given(st.text("甲乙丙、。a", max_size=30), st.integers(1, 4), st.integers(2, 3))
def test_repeats_are_those_of_the_definition(string, shortest, least):
    found = {
        one.string: one.places for one in maximal_repeats(string, shortest, least=least)
    }
    assert found == brute(string, shortest, least)


def test_a_part_that_never_stands_alone_is_no_repeat_of_its_own():
    found = [one.string for one in maximal_repeats("让群众满意，让群众满意。", 2)]
    assert found == ["让群众满意"]
    found = [
        one.string for one in maximal_repeats("让群众满意，让群众满意。群众满意", 2)
    ]
    assert found == ["群众满意", "让群众满意"]


def test_no_repeat_is_longer_than_asked():
    assert all(
        len(one.string) <= 6 for one in maximal_repeats("甲乙丙" * 30, 2, longest=6)
    )
    assert [*maximal_repeats("", 2)] == []
    assert [*maximal_repeats("甲", 1)] == []


def text_of(*cuts):
    tokens = {
        f"09-p{n:02}.1": tuple(one.split()) for n, one in enumerate(cuts, start=1)
    }
    sentences = {key: "".join(one) for key, one in tokens.items()}
    return Text.build("09", TITLE, sentences, tokens)


def listed(text, known=(), **options):
    table = suggest_formulas(text, known=known, **options)
    return [(r.candidate, r.count, r.range, r.reason) for r in table.itertuples()]


REPEATED = text_of(
    "坚持 风清气正 的 环境 。", "要 风清气正 ， 有 「 风清气正 」", "与 风清气正 合"
)


def test_what_comes_again_is_suggested_with_count_and_reason():
    assert listed(REPEATED) == [("风清气正", 4, 3, "quoted")]
    table = suggest_formulas(REPEATED, known=())
    assert tuple(table.columns) == COLUMNS
    assert table.iloc[0]["length"] == 4
    assert "小文" in table.caption["zh"]


def test_what_is_listed_already_is_not_suggested_nor_a_part_of_it():
    assert listed(REPEATED, known=["风清气正"]) == []
    text = text_of("甲乙丙丁戊 。", "己 甲乙丙丁戊 ， 庚 甲乙丙丁戊 辛")
    assert [one[0] for one in listed(text)] == ["甲乙丙丁戊"]
    longer = ["甲乙丙丁戊"]
    assert (
        listed(
            text_of("甲乙丙丁 戊 。", "己 甲乙丙丁 戊 ， 庚 甲乙丙丁 戊"), known=longer
        )
        == []
    )


def test_a_candidate_begins_and_ends_with_a_word():
    cut = text_of("坚持 政治 建警 。", "要 政治 建警 ，", "在政 治建 警上")
    assert listed(cut) == []  # one place is across words
    assert [
        one[0] for one in listed(text_of("坚持 政治 建警 。", "要 政治 建警 ，"))
    ] == ["政治建警"]


def test_series_stand_once_and_count_whatever_their_marks():
    text = text_of("「 政治 建警 、 科技 兴警 」 。", "说 政治 建警 ， 科技 兴警 的")
    assert listed(text) == [
        ("政治建警、科技兴警", 2, 2, "series"),
        ("政治建警", 2, 2, "repeat"),
        ("科技兴警", 2, 2, "repeat"),
    ]


@pytest.mark.parametrize(
    "clause", ["的 环境 很好", "这 是 环境 啊", "没有 写明", "月 的 讲话"]
)
def test_pieces_of_clauses_are_not_suggested(clause):
    assert listed(text_of(f"甲 {clause} 。", f"乙 {clause} ，", f"丙 {clause}")) == []


def test_at_least_so_many():
    assert listed(REPEATED, least=5) == []
    assert [one[1] for one in listed(REPEATED, least=4)] == [4]


def test_of_counts_alone_nothing_is_suggested():
    with pytest.raises(CountsOnlyError):
        suggest_formulas(article())


def test_an_uncut_text_will_do():
    text = Text.build("09", TITLE, {"1.1": "坚持风清气正。", "1.2": "要风清气正，"}, {})
    assert listed(text) == [("风清气正", 2, 1, "repeat")]


def test_more_than_half_of_the_first_forty_are_phrases():
    path = Path(__file__).parent / "suggestions.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        judged = {
            row["candidate"]: row["is_phrase"]
            for row in csv.DictReader(file, delimiter="\t")
        }
    first = suggest_formulas(open_lesson("01").course_text())["candidate"].head(40)
    share = sum(judged.get(one) == "yes" for one in first) / len(first)
    assert share >= 0.5  # 0.62 when it was judged
