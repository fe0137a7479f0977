"""From claims to passages, and the copy as a text for the lab."""

import pytest

from tests.original.copies import FLAT, PARTS, PHRASES
from yandu.original import original_text, passages, read_copy
from yandu.original.copy import solid
from yandu.original.marks import is_full, kinds, wide
from yandu.textlab import cut, frequency, kwic


def marked(passage):
    return [passage.text[start:end] for start, end in passage.spans]


def test_claims_lead_to_the_paragraphs_that_carry_them(full):
    found = passages(full, ["2.01", "1.03", "1.02"])
    assert [(p.id, p.section, p.claims) for p in found] == [
        ("1-t1", "1", ("1.02", "1.03")),
        ("2-t1", "2", ("2.01",)),
    ]
    assert [p.text for p in found] == [PARTS["1-t1"], PARTS["2-t1"]]


def test_set_phrases_are_found_whatever_their_marks(full, lessons):
    (quote,) = passages(full, ["L.02"])
    assert marked(quote) == ["有耐心，有方法，有记录"]
    (quote,) = passages(read_copy(FLAT, lessons), ["L.02"])
    assert marked(quote) == ["有耐心.有方法.有记录"]


def test_a_phrase_in_pieces_is_marked_piece_by_piece(full):
    (theme,) = passages(full, ["1.03"])
    assert marked(theme) == ["山", "水", "路"]
    (theme,) = passages(full, ["2.01"])
    assert marked(theme) == ["笔、纸、灯，三样"]


def test_a_phrase_that_the_copy_has_not_is_not_marked(full):
    (theme,) = passages(full, ["2.02"])
    assert theme.spans == ()


def test_the_title_is_a_passage_too(full):
    (title,) = passages(full, ["L.01"])
    assert (title.id, title.text, title.spans) == ("0-h", "慢慢读书", ((0, 4),))


def test_unknown_claims_and_none_lead_nowhere(full):
    assert passages(full, []) == passages(full, ["9.99"]) == ()


def test_a_passage_is_json(full):
    (theme,) = passages(full, ["2.01"])
    assert theme.to_dict() == {
        "id": "2-t1",
        "section": "2",
        "text": PARTS["2-t1"],
        "claims": ["2.01"],
        "spans": [[24, 32]],
    }


def test_spans_never_overlap(full):
    for passage in passages(full, PHRASES):
        ends = [0, *(end for _, end in passage.spans)]
        starts = [start for start, _ in passage.spans]
        assert all(start >= end for start, end in zip(starts, ends, strict=False))


# ---------------------------------------------------------------- for the text lab


def test_the_text_is_counted_by_the_article_s_sections(full):
    text = original_text(full)
    assert text.sections == ("0", "1", "2")
    assert text.section_title("0")["zh"] == "标题、摘要和导语"
    assert text.section_title("2")["zh"] == "第 2 节"
    table = frequency(cut(text), by="character", section="2")
    counts = dict(zip(table["character"], table["count"], strict=True))
    assert counts["写"] == 7


def test_sentences_of_a_full_copy_end_at_their_marks(full):
    sentences = {s.id: s.text for s in original_text(full).sentences}
    assert sentences["1-t2.1"] == "再读正文。"
    assert sentences["1-t2.2"] == "读正文要慢，要停，要问：这一句说了什么？"
    assert sentences["0-t1.2"] == "一本书读完，人应当有所得。”"
    assert sentences["1-h"] == PARTS["1-h"]


def test_a_flattened_copy_is_read_piece_by_piece(lessons):
    text = original_text(read_copy(FLAT, lessons))
    sentences = {s.id: s.text for s in text.sentences}
    assert sentences["2-t1.2"] == "抄写最笨．"
    assert "压平" in text.title["zh"]
    assert "flattened" in text.title["en"]
    tokens = [token for s in cut(text).sentences for token in s.tokens]
    assert "．" in tokens
    assert not any("．" in token for token in tokens if len(token) > 1)


def test_both_forms_have_the_same_lines_of_a_word(full, lessons):
    flat = read_copy(FLAT, lessons)
    lines = [kwic(original_text(copy), "要") for copy in (full, flat)]
    assert len(lines[0]) == len(lines[1]) == 6


# ---------------------------------------------------------------- marks


def test_the_two_forms_are_told_apart(full, lessons):
    assert full.is_full
    assert not read_copy(FLAT, lessons).is_full


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("一、二、三，都有；这就够了。", True),
        ("甲,乙、丙都有.丁没有,戊也没有.", True),  # half width, but not flattened
        ("甲.乙.丙都有.丁没有.", False),
        ("甲，乙，丙都有，丁没有。", False),  # no 、
        ("甲、乙，丙。" + "丁。" * 40, False),  # three marks left by oversight
        ("没有标点", False),
        ("", False),
    ],
)
def test_what_counts_as_full(text, is_it):
    assert is_full(text) is is_it


def test_half_width_marks_after_chinese_become_wide():
    assert wide("人,「地」:2.5, a, b. 好!") == "人，「地」：2.5, a, b. 好！"
    assert kinds("甲,乙，丙.") == {"，": 2, "。": 1}


def test_a_stretch_is_set_solid():
    assert solid("  甲\u200b乙\n\n　　丙 \r\n丁\ufeff ") == "甲乙丙丁"
    assert solid("") == ""
