"""N-grams against lists written out by hand and, for any text, one by one."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.textlab import (
    CountsOnlyError,
    Text,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
    article,
    ngrams,
)


def rows(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def test_pairs_of_words(small):
    table = ngrams(small, least=1)
    assert list(table.columns) == ["rank", "ngram", "count", "per_thousand", "range"]
    # 3 + (1 + 1 + 1 + 1, the comma parts) … pairs, none across a mark or a sentence.
    found = {
        *("公安 机关", "机关 依靠", "依靠 群众", "群众 信任", "信任 公安机关"),
        *("公安机关 服务", "服务 群众", "政治 安全", "安全 第一", "国家 政治"),
        *("安全 与", "与 公安"),
    }
    assert {*table["ngram"]} == found
    assert rows(table)[0] == (1, "政治 安全", 2, 1000 * 2 / 13, 1)
    assert rows(ngrams(small)) == rows(table)[:1]


def test_characters_overlap(small):
    table = ngrams(small, 2, by="character", section="09-p02")
    assert list(table.columns) == ["rank", "ngram", "count", "per_thousand"]
    assert [(row[1], row[2]) for row in rows(table)] == [
        ("安全", 3),
        ("哈哈", 2),
        ("政治", 2),
        ("治安", 2),
    ]
    assert [row[0] for row in rows(table)] == [1, 2, 2, 2]


def test_single_units_are_a_frequency_list(small):
    table = ngrams(small, 1, least=1)
    assert table["count"].sum() == 20
    assert ngrams(small, 20).empty


def test_the_line_that_makes_it(small):
    made = ngrams(small, 3, by="character", section="09-p01", least=1).made
    assert made == (
        'textlab.ngrams(lesson.text(), n=3, by="character", section="09-p01", least=1)'
    )


def test_what_cannot_be_asked_is_said(small, uncut):
    for wrong in ({"n": 0}, {"n": 21}, {"n": 2.0}, {"by": "formula"}, {"least": 0}):
        with pytest.raises(UnknownChoiceError, match=next(iter(wrong))):
            ngrams(small, **wrong)
    with pytest.raises(UnknownSectionError):
        ngrams(small, section="x")
    with pytest.raises(CountsOnlyError):
        ngrams(article())
    with pytest.raises(UncutTextError):
        ngrams(uncut)
    assert len(ngrams(uncut, by="character"))


strings = st.lists(st.text("甲乙丙，a ", min_size=1, max_size=12), max_size=5)


@settings(deadline=None)
@given(strings, st.integers(1, 5))
def test_any_text_agrees_with_counting_one_by_one(sentences, n):
    named = {f"x-p{at % 2}.{at}": string for at, string in enumerate(sentences)}
    text = Text.build("x", {"zh": "文", "en": "text"}, named, {})
    windows = [
        string[at : at + n]
        for string in sentences
        for at in range(len(string) - n + 1)
        if all(character in "甲乙丙" for character in string[at : at + n])
    ]
    table = ngrams(text, n, by="character", least=1)
    assert dict(zip(table["ngram"], table["count"], strict=True)) == Counter(windows)
    order = [(-row[2], row[1]) for row in rows(table)]
    assert order == sorted(order)
    places = {}
    for key, string in named.items():
        for window in windows:
            if window in string:
                places.setdefault(window, set()).add(key[:4])
    ranges = dict(zip(table["ngram"], table["range"], strict=True))
    assert ranges == {window: len(where) for window, where in places.items()}
