"""The article: what the course knows of it, and the authoring tool that finds it out.

The article's text is not part of the course. What the course holds are counts, how
often each word occurs in each section, without the order of the words; the text
cannot be put together from them.
"""

import re
from collections import Counter
from pathlib import Path

from yandu.content import Outline, read_glossary, read_outline
from yandu.faults import ContentError, Fault
from yandu.messages import both
from yandu.paths import lessons_path
from yandu.textlab.errors import ArticleError
from yandu.textlab.segmentation.segment import Cutter, segmenter_of
from yandu.textlab.texts.text import Count, Counts, is_word, read_counts

COUNTS_NAME = "article_counts.tsv"


def article() -> Counts:
    """Return the word counts of the article, section by section.

    Section ``0`` is title, pull-quote, column label and lead; ``1`` to ``5`` are the
    sections with their headings.

    Raises:
        ContentError: With every faulty line of ``lessons/article_counts.tsv``.
    """
    rows = read_counts(lessons_path() / COUNTS_NAME)
    return Counts("article", both("textlab.article_title"), rows)


def split_sections(string: str, outline: Outline) -> dict[str, list[str]]:
    """Part an article at the lines of its outline.

    Line breaks may be lost and punctuation flattened to full stops, so that a heading
    runs into the sentence after it.

    Returns:
        Section to the pieces of its text, each of which begins or ends with a line of
        the outline: ``"0"`` holds title, pull-quote, column label and lead, ``"1"``
        and so on the sections with their headings.

    Raises:
        ArticleError: If a line of the outline is not found in its place.
    """
    sections: dict[str, list[str]] = {"0": []}
    number, start = 0, 0
    for line in (outline.title, outline.label, *outline.headings):
        at = string.find(line, start)
        if at < 0:
            raise ArticleError(missing=line)
        sections[str(number)].append(string[start:at])
        if line in outline.headings:
            number += 1
        sections.setdefault(str(number), []).append(line)
        start = at + len(line)
    sections[str(number)].append(string[start:])
    return sections


def count_article(path: Path, segmenter: Cutter, outline: Outline) -> list[Count]:
    """Count the tokens of an article file in each of its sections.

    Args:
        path: The article, UTF-8.
        segmenter: Cuts it.
        outline: The lines that part it.

    Returns:
        The counts, sorted by token and section; punctuation is not counted.

    Raises:
        ArticleError: If a line of the outline is not found in its place.
    """
    string = path.read_text(encoding="utf-8-sig")
    counts = Counter(
        (token, section)
        for section, pieces in split_sections(string, outline).items()
        # A flattened stop is a letter to jieba: it may glue what it stands between.
        for clause in re.split(r"[.\n]", "\n".join(pieces))
        for token in segmenter.segment(clause)
        if is_word(token)
    )
    return sorted(Count(*key, count) for key, count in counts.items())


def write_counts(path: Path, lessons: Path) -> Path:
    """Count an article file and write ``article_counts.tsv`` into `lessons`.

    The article is parted and its words are cut as outline and glossary in `lessons`
    say.

    Returns:
        The written file.

    Raises:
        ArticleError: If a line of the outline is not found in its place.
        ContentError: With every fault of ``article_outline.toml``.
    """
    faults: list[Fault] = []
    outline = read_outline(lessons, faults)
    if faults:
        raise ContentError(faults)
    rows = count_article(path, segmenter_of(read_glossary(lessons, [])), outline)
    lines = (f"{row.token}\t{row.section}\t{row.count}\n" for row in rows)
    target = lessons / COUNTS_NAME
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target
