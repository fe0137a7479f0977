"""Small texts made for counting by hand."""

import pytest

from yandu.textlab import Segmenter, Text

TITLE = {"zh": "小文", "en": "a small text"}

# Words by hand. 哈哈哈 holds 哈哈 twice, overlapping.
CUT = {
    "09-p01.1": "公安 机关 依靠 群众 。",
    "09-p01.2": "群众 信任 公安机关 ， 公安机关 服务 群众 ！",
    "09-p02.1": "哈哈哈 ， 政治 安全 ； 安全 第一 ！",
    "09-p02.2": "国家 政治 安全 与 公安",
}


@pytest.fixture
def small() -> Text:
    """Return four sentences in two paragraphs, cut by hand."""
    tokens = {key: tuple(cut.split()) for key, cut in CUT.items()}
    sentences = {key: "".join(cut) for key, cut in tokens.items()}
    return Text.build("09", TITLE, sentences, tokens)


@pytest.fixture
def uncut(small: Text) -> Text:
    """Return the same text with no sentence cut."""
    sentences = {sentence.id: sentence.text for sentence in small.sentences}
    return Text.build("09", TITLE, sentences, {})


@pytest.fixture(scope="session")
def plain_segmenter() -> Segmenter:
    """Return jieba without corrections; its dictionary is loaded once."""
    return Segmenter()
