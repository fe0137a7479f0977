"""Reuse between two texts, against passages found by hand and one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.textlab import (
    CountsOnlyError,
    Text,
    UncutTextError,
    UnknownChoiceError,
    article,
    reuse,
)


def text_of(*sentences, name="x"):
    named = {f"{name}-p01.{at}": string for at, string in enumerate(sentences, start=1)}
    return Text.build(name, {"zh": name, "en": name}, named, {})


def test_what_was_carried_over_and_what_changed_around_it():
    one = text_of("各级公安机关要坚决维护政治安全、社会稳定。", "要维护政治安全。")
    other = text_of("必须坚决维护政治安全，", "维护社会稳定。", name="y")
    table = reuse(one, other)
    assert list(table.columns) == [
        *("passage", "length", "count", "other_count", "sentence", "left", "right"),
        *("other_sentence", "other_left", "other_right"),
    ]
    first, second, third = table.itertuples(index=False, name=None)
    assert first == (
        *("坚决维护政治安全", 8, 1, 1, "x-p01.1", "各级公安机关要", "、社会稳定。"),
        *("y-p01.1", "必须", "，"),
    )
    # In the second sentence 坚决 is missing: the passage is shorter, and is shared too.
    assert second[:4] == ("维护政治安全", 6, 1, 1)
    assert third[:4] == ("社会稳定", 4, 1, 1)
    assert "18 of the 26 characters" in table.caption["en"]


def test_by_words(small):
    tokens = {"y-p01.1": ("国家", "政治", "安全", "第一")}
    other = Text.build("y", small.title, {"y-p01.1": "国家政治安全第一"}, tokens)
    table = reuse(small, other, n=2, by="token")
    assert [*table["passage"]] == ["国家政治安全", "安全第一", "政治安全"]
    assert [*table["length"]] == [3, 2, 2]
    assert table.made == 'textlab.reuse(lesson.text(), text, n=2, by="token")'


def test_nothing_shared(small):
    assert reuse(text_of(), text_of()).made == "textlab.reuse(text, other)"
    assert "一处也没有" in repr(reuse(small, text_of("甲乙丙丁")))
    assert "一处也没有" in repr(reuse(text_of(), text_of()))


def test_what_cannot_be_asked_is_said(small, uncut):
    with pytest.raises(CountsOnlyError):
        reuse(small, article())
    with pytest.raises(UnknownChoiceError, match="by"):
        reuse(small, small, by="formula")
    with pytest.raises(UnknownChoiceError, match="n"):
        reuse(small, small, n=1)
    with pytest.raises(UncutTextError):
        reuse(small, uncut, by="token")


strings = st.lists(st.text("甲乙丙，", min_size=1, max_size=14), min_size=1, max_size=3)


@settings(deadline=None)
@given(strings, strings, st.integers(2, 4))
def test_any_two_texts_agree_with_looking_one_by_one(sentences, others, n):
    """All maximal shared strings, marks at their ends left off, long enough."""
    expected = {}
    for string in sentences:
        shared = [
            (start, end)
            for start in range(len(string))
            for end in range(start + n, len(string) + 1)
            if any(string[start:end] in other for other in others)
        ]
        for start, end in shared:
            if any(
                a <= start and end <= b and (a, b) != (start, end) for a, b in shared
            ):
                continue
            passage = string[start:end].strip("，")
            if len(passage.replace("，", "")) >= n:
                expected[passage] = expected.get(passage, 0) + 1
    table = reuse(text_of(*sentences), text_of(*others, name="y"), n=n)
    assert dict(zip(table["passage"], table["count"], strict=True)) == expected
    for passage, count in zip(table["passage"], table["other_count"], strict=True):
        assert count == sum(
            other.startswith(passage, at)
            for other in others
            for at in range(len(other))
        )
    order = [*zip(-table["length"], -table["count"], table["passage"], strict=True)]
    assert order == sorted(order)
