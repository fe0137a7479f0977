"""What is offered for a node that nobody finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.textlab import Text, kwic
from yandu.textlab.search.near import _distance, near

TITLE = {"zh": "小文", "en": "a small text"}


def text(*sentences):
    return Text.build(
        "n", TITLE, {f"n.{n}": string for n, string in enumerate(sentences)}, {}
    )


SMALL = text("全力推进公安工作现代化，加强公安机关建设。", "公安机关要坚持政治建警。")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("公安工做", [("公安工作", 1)]),  # one character is another
        ("公安机", None),  # it is there
        ("公安的机关", [("公安机关", 2)]),  # one too many
        ("政治警", [("政治建警", 1)]),  # one too few
        ("公安機關", [("公安机关", 2)]),  # traditional script
        ("现代化的公安机关", [("公安机关", 2)]),  # its longest part
        ("检察院", []),
        ("，", None),
    ],
)
def test_near_strings(node, expected):
    if expected is None:
        assert len(kwic(SMALL, node)) > 0
        assert kwic(SMALL, node).notes == ()
        return
    assert near(SMALL, node)[: len(expected) or None] == expected


def test_the_more_frequent_comes_first():
    few = text("甲乙丙。甲乙丁。甲乙丁。")
    assert near(few, "甲乙戊") == [("甲乙丁", 2), ("甲乙丙", 1)]


def test_an_empty_concordance_says_what_is_near():
    (note,) = kwic(SMALL, "公安工做").notes
    assert "「公安工作」1" in note["zh"]
    assert "公安工作" in note["en"]
    (note,) = kwic(SMALL, "检察院").notes
    assert "检察院" in note["zh"]
    assert kwic(SMALL, r"\d+", by="regex").notes != ()


def test_a_token_that_is_only_a_string_is_explained(small):
    (note,) = kwic(small, "机关依靠", by="token").notes
    assert "「机关依靠」1 处" in note["zh"]


def test_a_node_outside_the_chosen_sections_is_explained(small):
    (note,) = kwic(small, "信任", sections="09-p02").notes
    assert "1 处" in note["zh"]


@given(
    string=st.text("甲乙丙，\n\ud800", max_size=40),
    node=st.text("甲乙丙丁 ", min_size=1, max_size=20).filter(str.strip),
)
@settings(deadline=None)
def test_what_is_near_is_in_the_text(string, node):
    sentence = text(string)
    found = near(sentence, node.strip())
    assert len(found) <= 5
    for one, count in found:
        assert count == sum(string.startswith(one, at) for at in range(len(string)))
        assert count > 0


@pytest.mark.parametrize(
    ("string", "node", "expected"),
    [("甲", "甲", 0), ("", "甲乙", 2), ("甲丙", "甲乙", 1), ("乙甲", "甲乙", 2)],
)
def test_distance(string, node, expected):
    assert _distance(string, node) == expected
