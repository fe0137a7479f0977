"""Regular expressions: what they find, what is said of wrong ones, and an end to all."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.messages import catalogue
from yandu.textlab import PatternError, SlowPatternError, Text, TextLabError, kwic
from yandu.textlab.search.patterns import compiled, matches

TITLE = {"zh": "小文", "en": "a small text"}


def rows(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def text(*sentences):
    return Text.build(
        "r", TITLE, {f"r.{n}": string for n, string in enumerate(sentences)}, {}
    )


def test_an_expression_finds_what_it_matches(small):
    assert rows(kwic(small, "公安(机关)?", 2, by="regex")) == [
        ("09-p01.1", "", "公安机关", "依靠"),
        ("09-p01.2", "信任", "公安机关", "，公"),
        ("09-p01.2", "关，", "公安机关", "服务"),
        ("09-p02.2", "全与", "公安", ""),
    ]


def test_a_sentence_is_what_an_expression_sees(small):
    assert [*kwic(small, "^公安.*$", 0, by="regex")["node"]] == ["公安机关依靠群众。"]
    assert len(kwic(small, r"[\s\S]+", 0, by="regex")) == 4
    assert len(kwic(small, r"(?<!.)群众", 0, by="regex")) == 1


def test_the_empty_match_is_none(small):
    assert rows(kwic(small, "x*", by="regex")) == []


def test_chinese_characters_have_a_name():
    found = kwic(text("公安ab，公"), r"\p{Han}+", 0, by="regex")
    assert [*found["node"]] == ["公安", "公"]


@given(
    string=st.text("甲乙丙\n", max_size=20),
    pattern=st.sampled_from(
        ["甲", "甲+", "[甲乙]{2}", "甲|乙丙", "(?:甲乙)+", "^.", ".$"]
    ),
)
@settings(deadline=None)
def test_python_s_own_engine_finds_the_same(string, pattern):
    expected = [match.group() for match in re.finditer(pattern, string)]
    assert [*kwic(text(string), pattern, 0, by="regex")["node"]] == expected


@pytest.mark.parametrize(
    ("pattern", "place", "reason"),
    [
        ("公安(", 3, "缺右括号"),
        ("公安)", 2, "多了一个右括号"),
        ("[公安", 3, "没有关上"),
        ("*公安", 0, "没有可以重复的"),
        ("公安\\", 3, "缺一个字符"),
        ("公\\q安", 3, "没有这种用法"),
        ("[安-公]", 4, "写反"),  # by code point 公 is before 安
        (r"\p{Foo}", 7, "没有这种字符属性"),
        ("公{3,1}", 2, "写反"),
        ("(?P<a", 5, "缺 >"),
        ("公" * 201, 200, "最多 200"),
    ],
)
def test_a_wrong_expression_is_explained(small, pattern, place, reason):
    with pytest.raises(PatternError) as error:
        kwic(small, pattern, by="regex")
    assert f"第 {place} 个字符之后" in str(error.value)
    assert reason in str(error.value)


def test_the_library_still_says_what_we_translate(monkeypatch):
    """Each translation belongs to a message that the library can give."""
    wrong = {
        *("a(", "(?P<x", "[a", "a)", "*a", "a**", "a\\", r"\q", r"\u12", r"\p{Foo}"),
        *("[z-a]", "a{2,1}", r"\1", r"\g<x>", "(?z)", r"\N{foo}", r"\U99999999"),
    }
    monkeypatch.setenv("YANDU_LANG", "en")
    said = set()
    for pattern in wrong:
        with pytest.raises(PatternError) as error:
            compiled(pattern)
        said.add(str(error.value))
    for key, texts in catalogue().items():
        if key.startswith("pattern."):
            assert any(f": {texts['en']}." in one for one in said), key


EXPLODING = [
    ("(a+)+$", "a" * 40 + "!"),
    ("(a|aa)+$", "a" * 60 + "!"),
    ("(.*?,){11}P", "1," * 60),
    ("((a{1,1000}){1,1000}){1,1000}$", "a" * 500 + "b"),
    ("(x+x+)+y", "x" * 2000),
    ("(?:公|公公)+安$", "公" * 80),
]


@pytest.mark.parametrize(("pattern", "string"), EXPLODING)
def test_an_expression_that_explodes_comes_to_an_end(pattern, string):
    began = time.monotonic()
    said, found = "", []
    try:
        found = [*matches(compiled(pattern), [string] * 3, seconds=0.2)]
    except SlowPatternError as error:
        said = str(error)
    # Of some the engine sees at once that nothing matches.
    assert found == []
    assert said == "" or (pattern in said and "0.2 秒" in said)
    assert time.monotonic() - began < 5


def test_some_of_them_really_explode():
    with pytest.raises(SlowPatternError):
        [*matches(compiled("(a|aa)+$"), ["a" * 60 + "!"], seconds=0.1)]


def test_the_time_is_for_all_sentences_together():
    with pytest.raises(SlowPatternError):
        [*matches(compiled("a"), ["a"] * 3, seconds=0)]


@given(pattern=st.text("()[]{}*+?|\\^$.,-:<>=!#Pp12甲乙a\ud800 ", max_size=12))
@settings(deadline=None, max_examples=400)
def test_whatever_is_typed_there_is_an_answer(pattern):
    said = None
    try:
        kwic(text("甲乙a12 (甲)", "[乙]"), pattern, by="regex")
    except TextLabError as error:
        said = str(error)
    assert said != ""
