"""What lies over a paragraph: terms, formulas, structure, pinyin, claims.

All offsets count code points of the paragraph's compact text: without white space,
markup and citations. So the page, which lays its lines and marks out in its own way,
finds every place by walking its characters.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypedDict

from yandu.content import Course, Lesson, Paragraph, Term, read_claims
from yandu.content.claims import KINDS
from yandu.faults import ContentError
from yandu.messages import Bilingual, shown
from yandu.textlab import Span, cover, formula_spans, read_tokens
from yandu.textlab.formulas.structure import enumerations, series_among
from yandu.textlab.pinyin.files import Pinyin, places, read_pinyin
from yandu.textlab.texts.text import Tokens, compact


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
    made = Made(_read_pinyin(course, lesson), _read_tokens(course, lesson))
    claims = read_claims(course.path)
    terms = {
        form: term
        for term in course.glossary.terms.values()
        for form in (term.zh, *term.variants)
    }
    return {
        paragraph.id: _layers(paragraph, terms, made, claims)
        for paragraph in lesson.paragraphs
    }


@dataclass(frozen=True)
class Made:
    """What `yandu render` has made of a lesson's sentences, by sentence id."""

    pinyin: Mapping[str, Pinyin]
    tokens: Mapping[str, Tokens]


def _layers(
    paragraph: Paragraph,
    terms: Mapping[str, Term],
    made: Made,
    claims: Mapping[str, Mapping[str, str]],
) -> ParagraphLayers:
    text = compact(paragraph.text)
    found = formula_spans(text, terms)
    spans = _marks(found, terms, "term")
    spans += _marks(
        found, {form: t for form, t in terms.items() if t.is_formula}, "formula"
    )
    spans += _structure(text, _cut(paragraph, made.tokens))
    spans.sort(key=lambda span: (span["start"], -span["end"], span["layer"]))
    return {
        "text": text,
        "pinyin": _read_aloud(paragraph, made.pinyin),
        "spans": spans,
        "claims": [
            _claim(claims[id])
            for id in paragraph.claims
            if id in claims and claims[id]["kind"] in KINDS
        ],
    }


def _read_pinyin(course: Course, lesson: Lesson) -> dict[str, Pinyin]:
    """Return the lesson's pinyin; none if its file is broken, which is told elsewhere.

    A reader is better served by a text without pinyin than by no text.
    """
    with suppress(ContentError):
        return read_pinyin(course.path / "pinyin" / f"{lesson.name}.tsv")
    return {}


def _read_tokens(course: Course, lesson: Lesson) -> dict[str, Tokens]:
    with suppress(ContentError):
        return read_tokens(course.path / "tokens" / f"{lesson.name}.tsv")
    return {}


def _cut(paragraph: Paragraph, tokens: Mapping[str, Tokens]) -> Tokens:
    """Return the words of a paragraph; of a sentence that was not cut, none."""
    return tuple(
        token
        for sentence in paragraph.sentences
        for token in tokens.get(sentence.id, ())
    )


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


def _marks(
    found: Iterable[Span], terms: Mapping[str, Term], layer: str
) -> list[SpanLayer]:
    """Mark the spans of these wordings, the longest first."""
    chosen = cover(span for span in found if span.formula in terms)
    return [
        {
            "start": span.start,
            "end": span.end,
            "layer": layer,
            "ref": terms[span.formula].id,
            "members": [],
        }
        for span in chosen
    ]


def _structure(text: str, tokens: Tokens) -> list[SpanLayer]:
    """Mark enumerations and four-character series."""
    lists = enumerations(text, tokens)
    found = [("enumeration", one) for one in lists]
    found += [("series", one) for one in series_among(text, lists)]
    return [
        {
            "start": one.start,
            "end": one.end,
            "layer": layer,
            "ref": "",
            "members": [[start, end] for start, end in one.members],
        }
        for layer, one in found
    ]


def _claim(row: Mapping[str, str]) -> ClaimLayer:
    return {
        "id": row["id"],
        "kind": row["kind"],
        "name": shown(f"claim.{row['kind']}"),
        "zh": row["claim_zh"],
        "en": row["claim_en"],
    }
