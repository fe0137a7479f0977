"""User dictionaries: jieba's form, any encoding, every broken line named."""

import pytest

from yandu.faults import ContentError
from yandu.textlab import NoTextFileError, Segmenter, read_dictionary

GOOD = "网格员 5 n\n雪亮工程\r\n\n  警务站 n\n网格员\n扫黑 3\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_words_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "words.txt"
    path.write_bytes(GOOD.encode(encoding))
    words = read_dictionary(path)
    assert words == ("网格员", "雪亮工程", "警务站", "扫黑")
    cut = Segmenter(keep=words).segment("网格员参加雪亮工程")
    assert cut == ["网格员", "参加", "雪亮工程"]


def test_every_broken_line_is_named(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text(
        f"网格员 五 n\n好词\n，，\na b c d\n{'长' * 31}\n词 -3 n\n词 3 名词\n", "utf-8"
    )
    with pytest.raises(ContentError) as error:
        read_dictionary(path)
    assert [fault.entry for fault in error.value.faults] == [
        "1",
        "3",
        "4",
        "5",
        "6",
        "7",
    ]
    assert all(fault.file == "words.txt" for fault in error.value.faults)
    assert "第 3 行" in str(error.value)


def test_a_dictionary_without_words_is_an_error(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("\n \n", "utf-8")
    with pytest.raises(ContentError, match="一个词也没有"):
        read_dictionary(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(NoTextFileError, match="nowhere"):
        read_dictionary(tmp_path / "nowhere.txt")
