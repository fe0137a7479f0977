"""What lies over a paragraph: terms, formulas, structure, pinyin, claims.

All offsets count code points of the paragraph's compact text: without white space,
markup and citations. So the page, which lays its lines and marks out in its own way,
finds every place by walking its characters.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TypedDict

from yandu.content import Course, Lesson, Paragraph, Term, read_claims
from yandu.faults import ContentError
from yandu.messages import Bilingual, shown
from yandu.textlab import Span, cover, formula_spans
from yandu.textlab.pinyin import Pinyin, places, read_pinyin
from yandu.textlab.text import compact


class SpanLayer(TypedDict):
    """One span of a paragraph's text.

    ``layer`` is ``term``, ``formula``, ``enumeration`` or ``series``; ``ref`` the id of
    the term, empty for the last two; ``members`` the ``[start, end]`` of each member of
    the last two, empty for the first two.
    """

    start: int
    end: int
    layer: str
    ref: str
    members: list[list[int]]


class ClaimLayer(TypedDict):
    """A claim of the article that a paragraph covers; ``kind`` is named in messages."""

    id: str
    kind: str
    name: Bilingual
    zh: str
    en: str


class ParagraphLayers(TypedDict):
    """All layers of one paragraph.

    ``text`` is its compact text; ``pinyin`` has ``[index, syllable]`` for each Chinese
    character; ``spans`` are sorted by start, the longer first.
    """

    text: str
    pinyin: list[tuple[int, str]]
    spans: list[SpanLayer]
    claims: list[ClaimLayer]


def layers(course: Course, lesson: Lesson) -> dict[str, ParagraphLayers]:
    """Return the layers of each paragraph of a lesson, by paragraph id.

    Nothing heavy is loaded: the words are those of the files, the rest is found by
    characters.
    """
    claims = read_claims(course.path)
    pinyin = _read_pinyin(course, lesson)
    terms = course.glossary.terms.values()
    return {
        paragraph.id: _layers(paragraph, terms, pinyin, claims)
        for paragraph in lesson.paragraphs
    }


def _layers(
    paragraph: Paragraph,
    terms: Iterable[Term],
    pinyin: Mapping[str, Pinyin],
    claims: Mapping[str, Mapping[str, str]],
) -> ParagraphLayers:
    text = compact(paragraph.text)
    formulas = [term for term in terms if term.is_formula]
    spans = [*_marks(text, terms, "term"), *_marks(text, formulas, "formula")]
    spans.sort(key=lambda span: (span["start"], -span["end"], span["layer"]))
    return {
        "text": text,
        "pinyin": _read_aloud(paragraph, pinyin),
        "spans": spans,
        "claims": [_claim(claims[id]) for id in paragraph.claims if id in claims],
    }


def _read_pinyin(course: Course, lesson: Lesson) -> dict[str, Pinyin]:
    """Return the lesson's pinyin; none if its file is broken, which is told elsewhere.

    A reader is better served by a text without pinyin than by no text.
    """
    with suppress(ContentError):
        return read_pinyin(course.path / "pinyin" / f"{lesson.name}.tsv")
    return {}


def _read_aloud(
    paragraph: Paragraph, pinyin: Mapping[str, Pinyin]
) -> list[tuple[int, str]]:
    """Return the syllables of a paragraph; a sentence that has changed has none."""
    read, start = [], 0
    for sentence in paragraph.sentences:
        text = compact(sentence.text)
        found = places(pinyin.get(sentence.id, ()), text)
        read += [(start + at, syllable) for at, syllable in found]
        start += len(text)
    return read


def _marks(text: str, terms: Iterable[Term], layer: str) -> list[SpanLayer]:
    """Mark terms by their wording and its variants, the longest first."""
    ids = {form: term.id for term in terms for form in (term.zh, *term.variants)}
    return [_mark(span, layer, ids) for span in cover(formula_spans(text, ids))]


def _mark(span: Span, layer: str, ids: Mapping[str, str]) -> SpanLayer:
    return {
        "start": span.start,
        "end": span.end,
        "layer": layer,
        "ref": ids[span.formula],
        "members": [],
    }


def _claim(row: Mapping[str, str]) -> ClaimLayer:
    return {
        "id": row["id"],
        "kind": row["kind"],
        "name": shown(f"claim.{row['kind']}"),
        "zh": row["claim_zh"],
        "en": row["claim_en"],
    }
