"""The authoring tool on a small made-up article."""

import shutil

import pytest

from tests.conftest import LESSONS
from yandu.content.outline import Outline, Section
from yandu.textlab.article import count_article, split_sections, write_counts
from yandu.textlab.errors import ArticleError
from yandu.textlab.texts.text import Count, read_counts

OUTLINE = Outline(
    title="谈读书",
    label="书评",
    sections=(Section("1", "一读再读", (), ()), Section("2", "写下来", (), ())),
)
# As a copy that has lost its line breaks: label and headings run into what follows.
FLAT = "谈读书\n'书要读.'·书评有人说.读书.一读再读读书要慢.写下来读书.要写."


class Characters:
    """Cuts each character apart, so that counts can be checked by eye."""

    def segment(self, text):
        return [*"".join(text.split())]


class Whole:
    """Cuts nothing: shows what is handed over as one piece."""

    def segment(self, text):
        return [text] if text else []


def test_sections_are_parted_at_the_lines_of_the_outline():
    assert split_sections(FLAT, OUTLINE) == {
        "0": ["", "谈读书", "\n'书要读.'·", "书评", "有人说.读书."],
        "1": ["一读再读", "读书要慢."],
        "2": ["写下来", "读书.要写."],
    }


def test_no_word_reaches_over_a_heading_or_a_flattened_stop(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(FLAT, encoding="utf-8")
    assert count_article(path, Whole(), OUTLINE) == [
        Count("'书要读", "0", 1),
        Count("一读再读", "1", 1),
        Count("书评", "0", 1),
        Count("写下来", "2", 1),
        Count("有人说", "0", 1),
        Count("要写", "2", 1),
        Count("读书", "0", 1),
        Count("读书", "2", 1),
        Count("读书要慢", "1", 1),
        Count("谈读书", "0", 1),
    ]


def test_counts_are_summed_and_sorted_and_hold_no_punctuation(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("谈读书书评\n一读再读读。写下来写", encoding="utf-8-sig")
    assert count_article(path, Characters(), OUTLINE) == [
        Count("一", "1", 1),
        Count("下", "2", 1),
        Count("书", "0", 2),
        Count("再", "1", 1),
        Count("写", "2", 2),
        Count("来", "2", 1),
        Count("评", "0", 1),
        Count("读", "0", 1),
        Count("读", "1", 3),
        Count("谈", "0", 1),
    ]


@pytest.mark.parametrize(
    ("string", "missing"),
    [
        ("另一篇文章", "谈读书"),
        ("谈读书。一读再读。写下来。", "书评"),
        ("谈读书。书评。写下来。一读再读。", "写下来"),  # out of order
    ],
)
def test_a_file_that_is_not_the_article_is_named_by_what_it_lacks(string, missing):
    with pytest.raises(ArticleError, match=missing):
        split_sections(string, OUTLINE)


GLOSSARY = """
[segmentation]
keep = ["获得感"]
split = ["公安 队伍"]
"""


def test_the_written_file_is_what_is_read(tmp_path):
    (tmp_path / "glossary.toml").write_text(GLOSSARY, encoding="utf-8")
    shutil.copy(LESSONS / "article_outline.toml", tmp_path)
    path = tmp_path / "copy.txt"
    path.write_text(
        "全力推进公安工作现代化 强警论坛 永葆人民公安的初心使命 公安队伍.获得感."
        "加强公安战略研究和谋划 加强公安工作制度和机制建设 "
        "加强公安智能和科技运用 持续加强公安队伍建设",
        encoding="utf-8",
    )
    written = write_counts(path, tmp_path)
    assert written == tmp_path / "article_counts.tsv"
    counts = {(row.token, row.section): row.count for row in read_counts(written)}
    assert counts["公安", "1"] == 2
    assert counts["获得感", "1"] == 1
    assert counts["队伍", "5"] == 1
    assert written.read_bytes().count(b"\n") == len(counts)
