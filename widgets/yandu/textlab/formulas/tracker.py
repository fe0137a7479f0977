"""The formula tracker: every place of every listed formula, exact or varied."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from yandu.content import Glossary, read_glossary
from yandu.messages import both
from yandu.paths import lessons_path
from yandu.textlab.formulas.spans import formula_spans
from yandu.textlab.results.made import made_by
from yandu.textlab.texts.text import Counts, Text, TextSentence, in_full

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

COLUMNS = (
    *("text", "part", "sentence", "start"),
    *("formula", "wording", "is_exact", "nested_in"),
)


@dataclass(frozen=True)
class Occurrence:
    """One place of a formula, as a row of the table."""

    text: str
    part: str
    sentence: str
    start: int
    formula: str
    wording: str
    is_exact: bool
    nested_in: str


def track(
    texts: Text | Counts | Iterable[Text | Counts], glossary: Glossary | None = None
) -> "Table":
    """List every occurrence of every formula of a glossary, and of its variants.

    The wording must agree character by character; the marks between the members of an
    enumeration may differ or be missing. Formulas may lie inside longer ones and
    overlap them: all are listed. A variant inside a longer wording of the same formula
    is that formula once.

    Args:
        texts: One text in full, or several.
        glossary: Whose formulas; by default the course's.

    Returns:
        A table in the order of the texts, of two in one place the longer first, with
        the columns

        - ``text``: id of the text;
        - ``part``: id of its section: a paragraph, a lesson, a section of the article;
        - ``sentence``: id of the sentence in which the occurrence begins;
        - ``start``: offset of its first character in that sentence, from 0;
        - ``formula``: the formula as the glossary lists it;
        - ``wording``: the characters that stand there;
        - ``is_exact``: whether they are the formula's own, and not a variant or
          otherwise punctuated;
        - ``nested_in``: the formula of the shortest span that holds this one and is
          longer; empty if there is none.

    Raises:
        CountsOnlyError: If only counts of a text are known.
    """
    from yandu.textlab.results.table import Table

    listed = [texts] if isinstance(texts, Text | Counts) else [*texts]
    read = [in_full(text) for text in listed]
    formulas = _formulas(glossary or read_glossary(lessons_path(), []))
    rows = [row for text in read for row in _of_text(text, formulas)]
    titles = [text.title for text in read]
    return Table(
        {name: [getattr(row, name) for row in rows] for name in COLUMNS},
        caption=both(
            "textlab.track",
            n=len(rows),
            types=len({row.formula for row in rows}),
            title_zh="、".join(title["zh"] for title in titles),
            title_en="; ".join(title["en"] for title in titles),
        ),
        kinds={
            **{"sentence": "head", "formula": "text", "wording": "node"},
            **{"start": "number", "is_exact": "note", "nested_in": "text"},
        },
        notes=[both("textlab.track_note")],
        made=made_by("track", read[0] if len(read) == 1 else read),
    )


def _formulas(glossary: Glossary) -> dict[str, str]:
    """Return each wording with the formula that it belongs to."""
    return {
        wording: term.zh
        for term in glossary.terms.values()
        if term.is_formula
        for wording in (term.zh, *term.variants)
    }


def _of_text(text: Text, formulas: dict[str, str]) -> Iterator[Occurrence]:
    for _, sentences in groupby(text.sentences, key=lambda one: one.paragraph):
        yield from _of_paragraph(text.id, [*sentences], formulas)


def _of_paragraph(
    text_id: str, sentences: list[TextSentence], formulas: dict[str, str]
) -> Iterator[Occurrence]:
    """Look through a paragraph as a whole: a semicolon may stand inside a formula."""
    string = "".join(sentence.text for sentence in sentences)
    found = formula_spans(string, formulas)
    # By start, the longer first: what holds a span has come before it.
    spans = dict.fromkeys((one.start, one.end, formulas[one.formula]) for one in found)
    borders = [0, *accumulate(len(sentence.text) for sentence in sentences)]
    before: list[tuple[int, int, str]] = []
    for span in spans:
        start, end, formula = span
        before = [one for one in before if one[1] > start]
        holders = [one for one in before if one[1] >= end and one[:2] != span[:2]]
        before.append(span)
        if any(one[2] == formula for one in holders):
            continue
        at = bisect_right(borders, start) - 1
        nearest = min(holders, key=lambda one: one[1] - one[0], default=(0, 0, ""))
        yield Occurrence(
            text=text_id,
            part=sentences[at].section,
            sentence=sentences[at].id,
            start=start - borders[at],
            formula=formula,
            wording=string[start:end],
            is_exact=string[start:end] == formula,
            nested_in=nearest[2],
        )
