"""A text of the learner's own: pasted or read, in any encoding, whatever is in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.textlab import (
    EmptyTextError,
    LongTextError,
    NoChineseError,
    NoTextFileError,
    TextLabError,
    UnreadableTextError,
    frequency,
    kwic,
    read_text,
    text_of,
)
from yandu.textlab.texts import own_text

STRING = "公安机关要牢记使命。「为什么？」他问。\n\n  第二段，没有句号\r\n第三段！"


def sentences(text):
    return [(sentence.id, sentence.text) for sentence in text.sentences]


def test_paragraphs_are_lines_and_sentences_end_at_their_marks():
    text = text_of(STRING, "小文")
    assert sentences(text) == [
        ("p001.1", "公安机关要牢记使命。"),
        ("p001.2", "「为什么？」"),
        ("p001.3", "他问。"),
        ("p002.1", "第二段，没有句号"),
        ("p003.1", "第三段！"),
    ]
    assert text.sections == ("p001", "p002", "p003")
    assert text.title["zh"] == "你的文本「小文」"
    assert text.sentences[0].tokens is None


def test_a_text_without_a_title_is_called_by_its_beginning():
    assert "公安机关要牢记使命。" in text_of(STRING).title["zh"]
    assert len(text_of("公" * 500).title["zh"]) < 40


def test_the_same_text_has_the_same_id():
    assert text_of(STRING).id == text_of(STRING, "别名").id
    assert text_of(STRING).id != text_of(STRING + "。").id
    assert re.fullmatch(r"own-[0-9a-f]{12}", text_of(STRING).id)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "我的文.txt"
    path.write_bytes(STRING.encode(encoding))
    text = read_text(path)
    assert sentences(text) == sentences(text_of(STRING))
    assert text.title["zh"] == "你的文本「我的文」"
    assert read_text(str(path), "题").title["zh"] == "你的文本「题」"


def test_rare_characters_survive_gb18030(tmp_path):
    path = tmp_path / "rare.txt"
    path.write_bytes("𠀀㐀镕".encode("gb18030"))
    assert read_text(path).string == "𠀀㐀镕"


@pytest.mark.parametrize(
    ("string", "error"),
    [
        ("", EmptyTextError),
        (" \n\u3000\u200f\x00", EmptyTextError),
        ("Only English. 2020!", NoChineseError),
        ("アイウ", NoChineseError),
        ("，。", NoChineseError),
    ],
)
def test_a_text_without_chinese_is_refused(string, error):
    with pytest.raises(error):
        text_of(string)


@pytest.mark.parametrize("string", ["公", "〇", "𠀀", "公 police 警察 полиция شرطة"])
def test_one_character_and_mixed_scripts_are_texts(string):
    text = text_of(string)
    assert text.string == string
    assert len(kwic(text, string)) == 1
    assert frequency(text, by="character")["count"].sum() >= 1


def test_what_cannot_be_seen_is_taken_out():
    hidden = "\ufeff公\u200b安\u200f机\u202e关\x00，\ud800法\u00ad治\u2028二"
    text = text_of(hidden)
    assert text.string == "公安机关，\ufffd法治\n二"
    assert len(kwic(text, "公安机关")) == 1
    assert kwic(text, "法治")._repr_html_().encode()


def test_a_sentence_without_an_end_is_cut_at_a_pause():
    text = text_of("公安，" * 1000)
    lengths = [len(sentence.text) for sentence in text.sentences]
    assert max(lengths) <= 1000
    assert all(sentence.text.endswith("，") for sentence in text.sentences)
    assert text.string == "公安，" * 1000
    assert max(len(one.text) for one in text_of("公" * 5000).sentences) == 1000


def test_a_text_that_is_too_long_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(own_text, "LONGEST_TEXT", 100)
    with pytest.raises(LongTextError, match=r"101.*100"):
        text_of("公" * 101)
    assert len(text_of("公" * 100).string) == 100
    monkeypatch.setattr(own_text, "LARGEST_FILE", 400)
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 401)
    with pytest.raises(LongTextError):
        read_text(path)


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(LongTextError, match="约 30 MB"):
        read_text(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"PK\x03\x04" + bytes(range(256)) * 20,
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xff\xff",
        "公安".encode()[:-1],
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data):
    path = tmp_path / "picture.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableTextError, match=r"picture\.txt"):
        read_text(path)


def test_a_file_that_cannot_be_opened(tmp_path):
    with pytest.raises(NoTextFileError, match="nowhere"):
        read_text(tmp_path / "nowhere.txt")
    with pytest.raises(NoTextFileError):
        read_text(tmp_path)


@given(
    data=st.binary(max_size=200)
    | st.text(max_size=60).map(lambda s: s.encode("utf-8", "replace"))
)
@settings(deadline=None)
def test_whatever_bytes_there_is_an_answer(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "x.txt"
    path.write_bytes(data)
    said = None
    try:
        text = read_text(path)
    except TextLabError as error:
        said = str(error)
    else:
        assert text.string.strip()
    assert said != ""


@given(string=st.text("公安，。！」\n\r\u2028 a", max_size=60))
def test_no_character_is_lost(string):
    if not any(character in string for character in "公安"):
        return
    text = text_of(string)
    assert "".join(text.string.split()) == "".join(string.split())
    ids = [sentence.id for sentence in text.sentences]
    assert len({*ids}) == len(ids)
    assert all(sentence.text == sentence.text.strip() for sentence in text.sentences)
