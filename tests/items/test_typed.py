import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.items import ResponseError
from yandu.items.typed import LONGEST_PHRASE, typed_text


def test_what_nobody_typed_is_dropped_and_all_else_stays():
    typed = "服务\x00人民\x1b\ud800 🙂\u3000𠮷\n\t①"
    assert typed_text(typed) == "服务人民 🙂\u3000𠮷\n\t①"


def test_a_long_paste_is_refused_with_figures():
    assert typed_text("字" * LONGEST_PHRASE) == "字" * LONGEST_PHRASE
    with pytest.raises(ResponseError, match="有 100000 个字符，这里最多 200 个"):
        typed_text("字" * 100_000)


@pytest.mark.parametrize("typed", [None, 3, True, ["a"], {"a": "b"}])
def test_what_is_no_text_is_refused(typed):
    with pytest.raises(ResponseError):
        typed_text(typed)


@given(st.text(max_size=LONGEST_PHRASE))
def test_cleaning_twice_is_cleaning_once(typed):
    clean = typed_text(typed)
    assert typed_text(clean) == clean
    assert {unicodedata.category(char) for char in clean} - {"Cs"} == {
        unicodedata.category(char) for char in clean
    }
    assert not [c for c in clean if unicodedata.category(c) == "Cc" and c not in "\n\t"]
