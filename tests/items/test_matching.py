import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.items.matching import Policy, match


@pytest.mark.parametrize(
    ("typed", "key", "allowances"),
    [
        ("服务人民", "服务人民", ()),
        (" 服务 人民 ", "服务人民", ("spaces",)),
        ("服务　人民", "服务人民", ("spaces",)),  # ideographic space
        ("服务\u200b人民", "服务人民", ("spaces",)),  # zero-width space, from a paste
        ("２０３５", "2035", ("width",)),
        ("统筹,协调", "统筹，协调", ("width",)),
        ("统筹协调", "统筹、协调", ("punctuation",)),
        ("「统筹、协调」", "统筹、协调", ("punctuation",)),
        ("KWIC", "kwic", ("case",)),
        # Width is not told: once marks do not count, neither does their width.
        ("统 筹，协 调。", "统筹、协调", ("spaces", "punctuation")),
    ],
)
def test_ways_of_typing_are_overlooked_and_named(typed, key, allowances):
    found = match(typed, (key,))
    assert found is not None
    assert (found.form, found.allowances) == (key, allowances)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("服务群众", "服务人民"),
        ("人民服务", "服务人民"),
        ("服务人", "服务人民"),
        ("2035", "2036"),
        ("第一位", "首位"),
        ("", "服务人民"),
        ("，。", "服务人民"),
        ("", "、"),  # nothing typed never meets a key of marks
    ],
)
def test_other_words_are_not_overlooked(typed, key):
    assert match(typed, (key,)) is None


def test_the_form_with_the_fewest_allowances_is_named():
    found = match("放在首位", ("放 在 首 位", "放在首位"))
    assert found is not None
    assert (found.form, found.allowances) == ("放在首位", ())


@given(st.text(min_size=1))
def test_a_text_always_meets_itself_without_allowance(text):
    found = match(text, (text,))
    assert found is not None
    assert found.allowances == ()


LETTERS = st.text(st.characters(categories=["Lo", "Nd"]), min_size=1, max_size=12)


@given(LETTERS, st.data())
def test_spaces_anywhere_are_overlooked(text, data):
    place = data.draw(st.integers(0, len(text)))
    assert match(f"{text[:place]} 　{text[place:]}", (text,)) is not None


@given(LETTERS, LETTERS)
def test_different_letters_never_meet(one, other):
    def folded(text):
        text = unicodedata.normalize("NFKC", text).casefold()
        return [char for char in text if char.isalnum() or unicodedata.combining(char)]

    if folded(one) != folded(other):
        assert match(one, (other,), Policy(script=False, numerals=False)) is None
