import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.content import Paragraph, read_notebook

SOURCE = """文章先下**定义**：是「工具」。这是断言[S27]！谁来监督？文章没有写；它只说要有。

<details class="en"><summary>English</summary>

<p lang="en">The article <em>defines</em>. It asserts.</p>

</details>"""


def notebook(path, *cells):
    data = {"metadata": {"yandu": {"lesson": "01", "live": True}}, "cells": list(cells)}
    path.write_text(json.dumps(data), encoding="utf-8")
    faults = []
    return read_notebook(path, path.name, faults), faults


def text_cell(cell_id, source, claims=("1.01",)):
    metadata = {"tags": ["text"], "yandu": {"claims": list(claims)}}
    return {
        "id": cell_id,
        "cell_type": "markdown",
        "metadata": metadata,
        "source": source,
    }


def test_a_paragraph_is_its_words_without_markup(tmp_path):
    read, faults = notebook(tmp_path / "01_toy.ipynb", text_cell("01-p01", SOURCE))
    (paragraph,) = read.paragraphs
    assert faults == []
    assert paragraph.number == 1
    assert paragraph.claims == ("1.01",)
    assert paragraph.text == (
        "文章先下定义：是「工具」。这是断言！谁来监督？文章没有写；它只说要有。"
    )
    assert paragraph.en == "The article defines. It asserts."


def test_sentences_are_numbered_by_their_end_marks(tmp_path):
    read, _ = notebook(tmp_path / "01_toy.ipynb", text_cell("01-p01", SOURCE))
    sentences = [(s.id, s.text) for s in read.paragraphs[0].sentences]
    assert sentences == [
        ("01-p01.1", "文章先下定义：是「工具」。"),
        ("01-p01.2", "这是断言！"),
        ("01-p01.3", "谁来监督？"),
        ("01-p01.4", "文章没有写；"),
        ("01-p01.5", "它只说要有。"),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("他说：「好。」然后走了。", ["他说：「好。」", "然后走了。"]),
        ("没有句末标点", ["没有句末标点"]),
        ("……", ["……"]),
        ("", []),
    ],
)
def test_closing_marks_stay_with_their_sentence(text, sentences):
    found = Paragraph("01-p01", 1, text, "", ()).sentences
    assert [sentence.text for sentence in found] == sentences


@given(st.text("甲乙。！？；」） \n", max_size=40))
def test_sentences_lose_no_character_but_white_space(text):
    found = Paragraph("01-p01", 1, text, "", ()).sentences
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


def test_numbers_come_from_position(tmp_path):
    cells = [text_cell("01-p07", "甲。"), text_cell("01-p02", "乙。")]
    read, _ = notebook(tmp_path / "01_toy.ipynb", *cells)
    assert [(p.number, p.id) for p in read.paragraphs] == [(1, "01-p07"), (2, "01-p02")]


def test_source_given_as_lines_is_joined(tmp_path):
    cell = text_cell("01-p01", ["甲。\n", "乙。"])
    read, _ = notebook(tmp_path / "01_toy.ipynb", cell)
    assert read.cells[0].source == "甲。\n乙。"


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"cells": 3, "metadata": {}}', "\x00"]
)
def test_a_file_that_is_no_notebook_is_one_fault(tmp_path, content):
    path = tmp_path / "01_toy.ipynb"
    path.write_text(content, encoding="utf-8")
    faults = []
    assert read_notebook(path, path.name, faults).cells == ()
    assert [fault.file for fault in faults] == ["01_toy.ipynb"]
