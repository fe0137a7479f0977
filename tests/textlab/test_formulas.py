"""Formula spans: all of them, whatever the punctuation between the members."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import Span, cover, formula_spans, formulas_of

SENSES = "获得感、幸福感、安全感"


@pytest.mark.parametrize(
    "written",
    [
        "获得感、幸福感、安全感",
        "获得感，幸福感，安全感",
        "获得感.幸福感.安全感",
        "获得感 幸福感、\n安全感",
        "获得感幸福感安全感",
    ],
)
def test_punctuation_between_members_may_differ(written):
    string = f"让{written}更加充实"
    assert formula_spans(string, [SENSES]) == (Span(1, 1 + len(written), SENSES),)


@pytest.mark.parametrize(
    "written",
    [
        "获得感。幸福感、安全感",  # a sentence ends
        "获得感和幸福感、安全感",  # another wording
        "获得感、、幸福感、安全感",  # two marks
        "获得、幸福感、安全感",
    ],
)
def test_another_wording_is_another_formula(written):
    assert formula_spans(written, [SENSES]) == ()


def test_nested_and_overlapping_spans_are_all_found():
    spans = formula_spans(
        "国家政治安全、政治安全", ["政治安全", "国家政治安全", "安全、政治"]
    )
    assert spans == (
        Span(0, 6, "国家政治安全"),
        Span(2, 6, "政治安全"),
        Span(4, 9, "安全、政治"),
        Span(7, 11, "政治安全"),
    )


def test_a_formula_may_overlap_itself():
    assert formula_spans("哈哈哈", ["哈哈"]) == (Span(0, 2, "哈哈"), Span(1, 3, "哈哈"))


def test_nothing_to_find():
    assert formula_spans("公安", ["", "、", "群众"]) == ()
    assert formula_spans("", ["公安"]) == ()


def test_listed_twice_counts_once():
    assert len(formula_spans("公安", ["公安", "公安"])) == 1


def test_special_characters_are_taken_as_they_are():
    assert formula_spans("a+b (c) aab", ["a+b (c)"]) == (Span(0, 7, "a+b (c)"),)


@given(
    string=st.text("甲乙丙", max_size=30),
    formula=st.text("甲乙丙", min_size=1, max_size=4),
)
def test_without_punctuation_spans_are_all_occurrences(string, formula):
    expected = [
        at for at in range(len(string)) if string[at : at + len(formula)] == formula
    ]
    assert [span.start for span in formula_spans(string, [formula])] == expected


def test_cover_takes_the_longest_first():
    spans = formula_spans(
        "国家政治安全、政治安全", ["政治安全", "国家政治安全", "安全、政治"]
    )
    assert cover(spans) == (Span(0, 6, "国家政治安全"), Span(7, 11, "政治安全"))


def test_cover_takes_the_earlier_of_two_equals():
    assert cover([Span(1, 3, "乙丙"), Span(0, 2, "甲乙")]) == (Span(0, 2, "甲乙"),)


@given(
    st.lists(
        st.builds(
            lambda s, n: Span(s, s + n, "x"), st.integers(0, 20), st.integers(1, 6)
        )
    )
)
def test_cover_never_overlaps_and_leaves_no_room(spans):
    chosen = cover(spans)
    for left, right in pairwise(chosen):
        assert left.end <= right.start
    for span in spans:
        assert any(
            span.start < other.end and other.start < span.end for other in chosen
        )


def test_formulas_of_a_glossary_take_variants_along():
    class Term:
        def __init__(self, zh, variants, is_formula):
            self.zh, self.variants, self.is_formula = zh, variants, is_formula

    class Glossary:
        def __init__(self):
            self.terms = {
                "a": Term("放在首位", ("放在第一位",), True),
                "b": Term("公安", ("警察",), False),
                "c": Term("放在第一位", (), True),
            }

    assert formulas_of(Glossary()) == ("放在首位", "放在第一位")
