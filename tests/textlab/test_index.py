"""The layout of a text: where its sentences and tokens stand in one long string."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import Text, UncutTextError
from yandu.textlab.texts.index import SPACES

TITLE = {"zh": "小文", "en": "a small text"}
STRINGS = st.lists(st.text("甲乙，𠀀 \u3000\n", max_size=12), max_size=5)


def text(strings, cut=True):
    tokens = {f"t.{n}": (*"".join(string.split()),) for n, string in enumerate(strings)}
    return Text.build(
        "t", TITLE, {f"t.{n}": s for n, s in enumerate(strings)}, tokens if cut else {}
    )


def test_all_white_space_is_known():
    assert [c for c in range(sys.maxunicode + 1) if chr(c).isspace()] == SPACES


@given(strings=STRINGS)
def test_every_token_and_sentence_stands_where_it_says(strings):
    index = text(strings).index
    for number, sentence in enumerate(index.sentences):
        start, end = index.starts[number], index.ends[number]
        assert index.string[start:end] == sentence.text
        tokens = index.tokens
        for at, (token, span) in enumerate(
            zip(sentence.tokens, sentence.token_spans, strict=True),
            start=int(tokens.first[number]),
        ):
            assert index.string[tokens.starts[at] : tokens.ends[at]] == token
            assert (tokens.starts[at] - start, tokens.ends[at] - start) == span
            assert at in tokens.occurrences(token)
        assert tokens.last[number] - tokens.first[number] + 1 == len(sentence.tokens)


@given(strings=STRINGS)
def test_numbers_follow_the_order_of_the_tokens(strings):
    tokens = text(strings).index.tokens
    assert [*tokens.codes] == sorted(tokens.codes)
    assert tokens.occurrences("没有").tolist() == []
    for token in tokens.codes:
        found = tokens.occurrences(token).tolist()
        assert found == [
            at for at, n in enumerate(tokens.numbers) if n == tokens.codes[token]
        ]


def test_more_tokens_than_sixteen_bits_can_number():
    words = tuple(f"w{n}" for n in range(70_000))
    index = Text.build("t", TITLE, {"t.1": "".join(words)}, {"t.1": words}).index
    assert index.tokens.occurrences("w69999").tolist() == [69_999]


def test_an_uncut_text_has_an_index_but_no_tokens():
    index = text(["甲乙"], cut=False).index
    assert index.string == "甲乙"
    with pytest.raises(UncutTextError):
        _ = index.tokens
