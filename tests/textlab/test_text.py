"""Texts, counts, and the two files that hold them."""

import pytest

from yandu.faults import ContentError
from yandu.textlab import Count, Text, TextSentence, read_tokens, write_tokens
from yandu.textlab.errors import WrongCutError
from yandu.textlab.texts.text import is_han, is_word, read_counts


def test_string_sets_sentences_solid_and_paragraphs_as_lines(small):
    assert small.string == (
        "公安机关依靠群众。群众信任公安机关，公安机关服务群众！\n"
        "哈哈哈，政治安全；安全第一！国家政治安全与公安"
    )


def test_sections_are_the_paragraphs_in_order(small):
    assert small.sections == ("09-p01", "09-p02")


def test_a_heading_is_a_section_of_its_own():
    assert TextSentence("09-h1", "初心").section == "09-h1"


def test_token_spans_leave_out_white_space():
    sentence = TextSentence("1.1", " big  data 是 词", ("big", "data", "是", "词"))
    assert sentence.token_spans == ((1, 4), (6, 10), (11, 12), (13, 14))
    # Reviewed by hand, a token may reach over a space that jieba would cut at.
    sentence = TextSentence("1.1", " big  data 是 词", ("bigdata", "是", "词"))
    assert sentence.token_spans == ((1, 10), (11, 12), (13, 14))


@pytest.mark.parametrize("tokens", [("公", "安"), ("公安", "。", "。"), ("公安。", "")])
def test_tokens_must_be_the_sentence(tokens):
    with pytest.raises(WrongCutError, match=r"1\.1"):
        TextSentence("1.1", "公安。", tokens)


def test_a_changed_sentence_is_taken_uncut():
    text = Text.build(
        "1",
        {"zh": "文", "en": "text"},
        {"1.1": "公安。", "1.2": "机关。", "1.3": "新。"},
        {"1.1": ("公安", "。"), "1.2": ("机构", "。")},
    )
    assert [sentence.tokens for sentence in text.sentences] == [
        ("公安", "。"),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("token", "expected"),
    [("公安", True), ("2020", True), ("fight", True), ("。", False), ("……", False)],
)
def test_is_word(token, expected):
    assert is_word(token) is expected


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("安", True),
        ("〇", True),
        ("𠀀", True),
        ("。", False),
        ("a", False),
        ("ア", False),
    ],
)
def test_is_han(character, expected):
    assert is_han(character) is expected


def test_tokens_file_keeps_order_and_bytes(tmp_path):
    path = tmp_path / "09_small.tsv"
    tokens = {"09-p02.1": ("公安", "。"), "09-p01.1": ("群众", "\u2028x", "！")}
    write_tokens(path, tokens)
    assert path.read_bytes() == (
        "09-p02.1\t公安 。\n09-p01.1\t群众 \u2028x ！\n".encode()
    )
    assert list(read_tokens(path).items()) == list(tokens.items())


def test_a_lesson_not_yet_rendered_has_no_tokens(tmp_path):
    assert read_tokens(tmp_path / "09_small.tsv") == {}


def test_all_faulty_token_lines_are_reported(tmp_path):
    path = tmp_path / "09_small.tsv"
    path.write_text(
        "a.1\t公安 。\nno tab\na.2\t公安  。\na.1\t群众\n\t公安\n", encoding="utf-8"
    )
    with pytest.raises(ContentError) as caught:
        read_tokens(path)
    assert [(fault.file, fault.entry) for fault in caught.value.faults] == [
        ("tokens/09_small.tsv", "no tab"),
        ("tokens/09_small.tsv", "a.2"),
        ("tokens/09_small.tsv", "a.1"),
        ("tokens/09_small.tsv", ""),
    ]
    assert "4" in caught.value.faults[2].message  # the line


def test_counts_file(tmp_path):
    path = tmp_path / "counts.tsv"
    path.write_text("公安\t0\t3\n要\t1\t17\n", encoding="utf-8")
    assert read_counts(path) == (Count("公安", "0", 3), Count("要", "1", 17))


def test_all_faulty_count_lines_are_reported(tmp_path):
    path = tmp_path / "counts.tsv"
    path.write_text("公安\t0\n要\t1\t-2\n是\t1\t2\t3\n的\t1\t4\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_counts(path)
    assert [fault.entry for fault in caught.value.faults] == ["公安", "要", "是"]
