"""A marked passage is found where it stands now, or not at all; never in a wrong place."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yandu.reading.anchors import CONTEXT, Anchor, Placement, anchor, place

#: Few characters, so that passages repeat; and all of them.
TEXT = st.text("公安甲乙，。", min_size=1, max_size=60) | st.text(
    st.characters(exclude_categories=()), min_size=1, max_size=60
)
#: Words of which none is part of the course's.
OTHER = st.text("天地玄黄宇宙洪荒", max_size=40)


#: Long enough to be known again, short enough to be kept whole as context.
KNOWN = st.text(st.characters(exclude_categories=()), min_size=12, max_size=CONTEXT - 1)


@st.composite
def passages(draw, texts=TEXT):
    """A text and the two ends of a passage in it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_an_unchanged_text_gives_the_exact_place(passage):
    text, start, end = passage
    made = anchor("01-p01", text, start, end)
    assert made.quotation == text[start:end]
    assert len(made.before) <= CONTEXT >= len(made.after)
    texts = {"01-p01": text, "01-p02": text}  # a twin next door is not taken for it
    assert place(made, texts) == Placement("01-p01", start, end)


@given(passages(), OTHER, OTHER)
def test_what_is_added_around_it_moves_it(passage, before, after):
    text, start, end = passage
    found = place(anchor("p", text, start, end), {"p": before + text + after})
    assert found is not None
    assert not found.is_changed
    assert (before + text + after)[found.start : found.end] == text[start:end]
    if (before + text + after).count(text[start:end]) == 1:
        assert found == Placement("p", start + len(before), end + len(before))


@given(passages(KNOWN), OTHER)
def test_a_paragraph_that_went_elsewhere_takes_it_along(passage, own):
    text, start, end = passage
    quotation = text[start:end]
    assume(text.count(quotation) == 1)
    assume(len(text) - len(quotation) >= 4 or len(quotation) >= 8)
    assume(not set(own) & set(text))
    found = place(anchor("p", text, start, end), {"p": own, "q": text})
    assert found == Placement("q", start, end)


@given(passages(), OTHER, OTHER)
def test_what_has_gone_is_not_placed(passage, own, other):
    text, start, end = passage
    assume(not set(own + other) & set(text[start:end]))
    assert place(anchor("p", text, start, end), {"p": own, "q": other}) is None
    assert place(anchor("p", text, start, end), {}) is None


@given(passages(), passages())
def test_a_place_is_always_inside_its_paragraph(passage, now):
    text, start, end = passage
    made, new = anchor("p", text, start, end), now[0]
    found = place(made, {"p": new, "q": new[::-1]})
    if found is None:
        assert made.quotation not in new
    else:
        there = {"p": new, "q": new[::-1]}[found.paragraph_id]
        assert 0 <= found.start < found.end <= len(there)
        if not found.is_changed:
            assert there[found.start : found.end] == made.quotation


SENTENCE = "文章要求认真总结这类经验，转成制度规范，形成长效机制。"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        # A word was put in, taken out, exchanged: 10 of 11, 9 of 11, 9 of 11 characters.
        ("文章要求认真总结好这类工作经验，转成制度。", "认真总结好这类工作经验，转"),
        ("文章要求总结这类经验，转成制度。", "总结这类经验，转"),
        ("文章要求认真归纳这类经验，转成制度。", "认真归纳这类经验，转"),
    ],
)
def test_a_wording_that_was_edited_is_found_as_changed(now, words):
    made = anchor("p", SENTENCE, 4, 14)
    assert made.quotation == "认真总结这类经验，转"
    found = place(made, {"p": now})
    assert found is not None
    assert found.is_changed
    assert now[found.start : found.end] == words


def test_a_wording_of_which_half_is_gone_is_not_found():
    made = anchor("p", SENTENCE, 4, 12)  # 认真总结这类经验
    assert place(made, {"p": "文章要求认真学习这些内容，转成制度规范。"}) is None


def test_a_common_word_is_not_found_in_just_any_paragraph():
    made = anchor("p", "坚持和加强党对公安工作的领导", 7, 9)
    assert made.quotation == "公安"
    assert place(made, {"p": "没有了", "q": "全国公安机关"}) is None
    moved = {"p": "没有了", "q": "首先是坚持和加强党对公安工作的领导"}
    assert place(made, moved) == Placement("q", 10, 12)


def test_of_two_that_are_alike_the_one_with_its_neighbours_is_meant():
    text = "群众的公安，人民的公安"
    made = anchor("p", text, 9, 11)
    assert place(made, {"p": "人民的公安，群众的公安"}) == Placement("p", 3, 5)


def test_two_equal_places_elsewhere_are_none():
    made = Anchor("p", 0, "全心全意为人民服务")
    assert place(made, {"q": "全心全意为人民服务", "r": "全心全意为人民服务"}) is None


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5)])
def test_a_passage_that_is_none_cannot_be_anchored(start, end):
    with pytest.raises(ValueError, match="no passage"):
        anchor("p", "公安工作", start, end)


def test_what_was_removed_has_no_place():
    assert place(Anchor("p", 0, ""), {"p": "公安"}) is None
