"""The formula tracker: all occurrences, exact or varied, nested ones too.

``formula_occurrences.tsv`` was made without the package: notebooks and glossary read
raw, markup, citations and all separators deleted from text and formula alike, then
every offset compared character by character; the list was then read by eye against the
texts. So the tracker is held to another method, not to itself.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.content.glossary import Glossary, Term
from yandu.lesson import open_lesson
from yandu.messages import both
from yandu.textlab import CountsOnlyError, Text, article
from yandu.textlab.formulas.tracker import COLUMNS, track
from yandu.textlab.texts.text import compact

EMPTY = {"zh": "", "en": ""}
TITLE = {"zh": "小文", "en": "a small text"}


def term_of(zh, *variants, is_formula=True):
    return Term(zh, zh, "", "", "usual", EMPTY, None, (), variants, (), (), is_formula)


def glossary_of(*terms):
    return Glossary({term.id: term for term in terms}, (), ())


def text_of(*sentences, paragraph="09-p01", id="09"):
    numbered = {f"{paragraph}.{n}": text for n, text in enumerate(sentences, start=1)}
    return Text.build(id, TITLE, numbered, {})


def rows(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def test_each_column_says_what_it_says():
    glossary = glossary_of(
        term_of("政治安全"),
        term_of("维护国家政治安全"),
        term_of("获得感、幸福感"),
        term_of("公安", is_formula=False),
    )
    text = text_of("公安维护国家政治安全。", "获得感，幸福感。")
    table = track(text, glossary)
    assert tuple(table.columns) == COLUMNS
    place = ("09", "09-p01")
    whole, part = "维护国家政治安全", "政治安全"
    assert rows(table) == [
        (*place, "09-p01.1", 2, whole, whole, True, ""),
        (*place, "09-p01.1", 6, part, part, True, whole),
        (*place, "09-p01.2", 0, "获得感、幸福感", "获得感，幸福感", False, ""),
    ]
    assert "小文" in table.caption["zh"]
    assert table.made == "textlab.track(lesson.text())"


def test_a_variant_is_the_formula_and_not_exact():
    glossary = glossary_of(term_of("放在首位", "放在第一位", "放在第一"))
    found = rows(track(text_of("放在第一位，放在首位"), glossary))
    assert [(row[3], row[5], row[6]) for row in found] == [
        (0, "放在第一位", False),  # once, not as 放在第一 too
        (6, "放在首位", True),
    ]
    assert {row[4] for row in found} == {"放在首位"}


def test_overlapping_formulas_are_all_there_and_none_is_nested():
    found = rows(
        track(text_of("甲乙丙"), glossary_of(term_of("甲乙"), term_of("乙丙")))
    )
    assert [(row[3], row[5], row[7]) for row in found] == [
        (0, "甲乙", ""),
        (1, "乙丙", ""),
    ]


def test_nested_in_the_shortest_that_holds_it():
    glossary = glossary_of(term_of("丙"), term_of("乙丙丁"), term_of("甲乙丙丁戊"))
    found = {row[5]: row[7] for row in rows(track(text_of("甲乙丙丁戊"), glossary))}
    assert found == {"丙": "乙丙丁", "乙丙丁": "甲乙丙丁戊", "甲乙丙丁戊": ""}


def test_a_formula_may_cross_a_semicolon_and_belongs_where_it_begins():
    text = text_of("严防；", "严控；", "严打。")
    (row,) = rows(track(text, glossary_of(term_of("严防、严控、严打"))))
    assert (row[2], row[3], row[5], row[6]) == (
        "09-p01.1",
        0,
        "严防；严控；严打",
        False,
    )


def test_a_formula_never_crosses_a_paragraph():
    first = text_of("严防", paragraph="09-p01")
    second = text_of("严控", paragraph="09-p02")
    text = Text("09", TITLE, first.sentences + second.sentences)
    assert rows(track(text, glossary_of(term_of("严防、严控")))) == []


def test_several_texts_one_after_the_other():
    glossary = glossary_of(term_of("政治安全"))
    table = track(
        [text_of("政治安全", id="a"), text_of("保政治安全", id="b")], glossary
    )
    assert [(row[0], row[3]) for row in rows(table)] == [("a", 0), ("b", 1)]


def test_nothing_to_find_is_an_empty_table_with_its_columns():
    table = track(text_of("没有"), glossary_of(term_of("政治安全")))
    assert (len(table), tuple(table.columns)) == (0, COLUMNS)
    assert both("textlab.no_rows")["zh"] in table._repr_html_()


def test_of_counts_alone_nothing_can_be_tracked():
    with pytest.raises(CountsOnlyError):
        track(article(), glossary_of(term_of("政治安全")))


@given(
    st.lists(st.text("甲乙丙、；", max_size=12), min_size=1, max_size=4),
    st.lists(
        st.text("甲乙丙", min_size=1, max_size=3), min_size=1, max_size=4, unique=True
    ),
)
def test_without_marks_in_it_a_formula_is_found_wherever_it_stands(sentences, formulas):
    """Compared with a search of the joined paragraph, offset by offset."""
    table = track(text_of(*sentences), glossary_of(*map(term_of, formulas)))
    found = Counter((row[2], row[3], row[4]) for row in rows(table))
    joined = "".join(sentences)
    expected = Counter()
    for formula in formulas:
        for at in range(len(joined)):
            if joined[at : at + len(formula)] == formula:
                rest, number = at, 0
                while rest >= len(sentences[number]):
                    rest, number = rest - len(sentences[number]), number + 1
                expected[f"09-p01.{number + 1}", rest, formula] += 1
    assert found == expected


def reviewed():
    path = Path(__file__).parent / "formula_occurrences.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        listed = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row.values()) for row in listed]


def test_every_occurrence_that_was_reviewed_is_found_and_no_other():
    handle = open_lesson("01")
    table = track(handle.course_text(), handle.course.glossary)
    sentences = {s.id: s.text for s in handle.course_text().sentences}
    paragraphs = {}
    for id, text in sentences.items():
        paragraphs.setdefault(id.rpartition(".")[0], {})[id] = text
    found = []
    for row in table.itertuples(index=False):
        paragraph = row.sentence.rpartition(".")[0]
        own = paragraphs[paragraph]
        whole = compact("".join(own.values()))
        before = "".join(
            text
            for id, text in own.items()
            if int(id.rpartition(".")[2]) < int(row.sentence.rpartition(".")[2])
        )
        start = len(compact(before + own[row.sentence][: row.start]))
        end = start + len(compact(row.wording))
        around = (
            whole[max(0, start - 6) : start],
            whole[start:end],
            whole[end : end + 6],
        )
        found.append((paragraph, *around, row.formula))
    assert sorted(found) == sorted(reviewed())
    assert len(found) > 150


def test_a_lesson_tracks_its_own_formulas():
    table = open_lesson("01").formulas()
    assert set(table["text"]) == {"01"}
    assert (table["formula"] == "斗争精神").sum() == 2


def test_the_glossary_is_the_courses_by_default():
    glossary = read_course(LESSONS).glossary
    text = open_lesson("02").text()
    assert rows(track(text)) == rows(track(text, glossary))
