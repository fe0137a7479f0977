"""The glossary and the register of sources."""

from dataclasses import dataclass
from pathlib import Path

from yandu.content.tables import Table, read_entries, read_toml
from yandu.faults import Fault
from yandu.messages import Bilingual

EN_STATUS = ("official", "media", "usual")
UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Dated:
    """What a dated source says of a term: its origin, or an earlier step.

    Attributes:
        date: ISO date, perhaps only year or year and month.
        text: Where, and what was said.
        source: Id of the source.
    """

    date: str
    text: Bilingual
    source: str


@dataclass(frozen=True)
class Term:
    """A term of the texts: one entry of ``glossary.toml``.

    Attributes:
        id: A short name in Latin letters, never reused.
        zh, pinyin, en: The term, its reading, its usual English.
        en_status: Whose English it is: ``official`` (a Chinese official source),
            ``media`` (official media) or ``usual``.
        explanation: What it means, who uses it, what to watch out for.
        origin: Where it was first seen, or None where this is not verified.
        earlier: Earlier steps of its wording.
        variants: Other wordings found in texts.
        sources: Ids of sources.
        related: Ids of other terms.
        is_formula: Whether it is a set phrase (提法), kept as a span of characters.
    """

    id: str
    zh: str
    pinyin: str
    en: str
    en_status: str
    explanation: Bilingual
    origin: Dated | None
    earlier: tuple[Dated, ...]
    variants: tuple[str, ...]
    sources: tuple[str, ...]
    related: tuple[str, ...]
    is_formula: bool


@dataclass(frozen=True)
class Source:
    """What the course cites: one entry of ``sources.toml``.

    Attributes:
        id: As cited in texts: ``S06``.
        author: Who wrote it, if named.
        title: Its title; the Chinese one may be empty for a foreign work.
        publisher: The original publisher.
        date: ISO date, perhaps truncated; empty if not known.
        url: Address at the original publisher; empty if not known.
        seen_at: Address of the copy that was read, if it was a copy.
        supports: What it supports in this course.
    """

    id: str
    author: Bilingual
    title: Bilingual
    publisher: Bilingual
    date: str
    url: str
    seen_at: str
    supports: Bilingual


@dataclass(frozen=True)
class Glossary:
    """All terms, and the segmenter's own corrections.

    Attributes:
        terms: By id, in the order of the file.
        keep: Words that the segmenter must keep whole although they are no terms.
        split: Strings with a space where the segmenter must cut.
    """

    terms: dict[str, Term]
    keep: tuple[str, ...]
    split: tuple[str, ...]

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """Return the terms that occur in `text`, in order of first occurrence."""
        found = [
            (place, term)
            for term in self.terms.values()
            if (place := _first(text, term)) >= 0
        ]
        return tuple(term for _, term in sorted(found, key=lambda pair: pair[0]))


def read_glossary(lessons: Path, faults: list[Fault]) -> Glossary:
    """Read ``glossary.toml``; entries with faults are left out."""
    file = "glossary.toml"
    tables = read_toml(lessons / file, file, faults)
    words = Table(tables.pop("segmentation", {}), file, "segmentation", faults)
    keep, split = words.strings("keep"), words.strings("split")
    words.finish()
    terms = read_entries(tables, "term", file, faults, _term)
    return Glossary(terms, keep, split)


def read_sources(lessons: Path, faults: list[Fault]) -> dict[str, Source]:
    """Read ``sources.toml`` by id; entries with faults are left out."""
    file = "sources.toml"
    tables = read_toml(lessons / file, file, faults)
    return read_entries(tables, "source", file, faults, _source)


def _first(text: str, term: Term) -> int:
    places = [text.find(form) for form in (term.zh, *term.variants)]
    return min((place for place in places if place >= 0), default=-1)


def _term(table: Table) -> Term:
    term = Term(
        id=table.text("id"),
        zh=table.text("zh"),
        pinyin=table.text("pinyin"),
        en=table.text("en"),
        en_status=table.choice("en_status", EN_STATUS),
        explanation=table.bilingual("explanation"),
        origin=_origin(table),
        earlier=tuple(_dated(step, "text") for step in table.tables("earlier")),
        variants=table.strings("variants"),
        sources=table.strings("sources"),
        related=table.strings("related"),
        is_formula=table.flag("is_formula"),
    )
    table.finish()
    return term


def _origin(table: Table) -> Dated | None:
    value = table.raw("origin")
    if value == UNVERIFIED:
        return None
    if not isinstance(value, dict):
        table.fault("origin", "no_origin")
        return None
    return _dated(table.nested(value, "origin"), "place")


def _dated(table: Table, text: str) -> Dated:
    dated = Dated(table.date("date"), table.bilingual(text), table.text("source"))
    table.finish()
    return dated


def _source(table: Table) -> Source:
    source = Source(
        id=table.text("id"),
        author=table.bilingual("author", required=False, en=False),
        title=_title(table),
        publisher=table.bilingual("publisher"),
        date=table.date("date", required=False),
        url=table.text("url", required=False),
        seen_at=table.text("seen_at", required=False),
        supports=table.bilingual("supports"),
    )
    table.finish()
    return source


def _title(table: Table) -> Bilingual:
    """Take a title in one language at least: a foreign work may have no Chinese one."""
    inner = table.table("title")
    if inner is None:
        return {"zh": "", "en": ""}
    title: Bilingual = {
        "zh": inner.text("zh", required=False),
        "en": inner.text("en", required=False),
    }
    inner.finish()
    if not (title["zh"] or title["en"]):
        table.fault("title", "blank")
    return title
