"""A lab over two small texts, cut by hand."""

import pytest

from yandu.lab import LabPanel
from yandu.textlab import Text

CUT = {
    "01-p01.1": "公安机关 维护 政治安全 。",
    "01-p01.2": "政治安全 是 国家 安全 的 根本 。",
    "01-p02.1": "公安机关 服务 群众 ， 群众 信任 公安机关 。",
}
OTHER = {"02-p01.1": "公安机关 要 维护 政治安全 ， 服务 群众 。"}


def text_of_cut(id, cut):
    tokens = {key: tuple(words.split()) for key, words in cut.items()}
    sentences = {key: "".join(words) for key, words in tokens.items()}
    return Text.build(id, {"zh": f"试 {id}", "en": f"trial {id}"}, sentences, tokens)


@pytest.fixture
def panel():
    """A panel that is closed: a button."""
    panel = LabPanel(
        "01",
        {
            "lesson": lambda: text_of_cut("01", CUT),
            "course": lambda: text_of_cut("course", CUT | OTHER),
        },
    )
    yield panel
    panel.close()


@pytest.fixture
def view(panel):
    """The open lab."""
    panel.open_lab()
    return panel.view
