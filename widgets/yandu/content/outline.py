"""The article's outline, ``article_outline.toml``: by what its parts are found.

It holds headings and the first words of paragraphs, no sentence of the article.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from yandu.content.tables import Table, entries, read_toml
from yandu.faults import Fault
from yandu.messages import say

OUTLINE_NAME = "article_outline.toml"
#: An anchor is a set phrase, not a sentence: this many Chinese characters at most.
LONGEST_ANCHOR = 12
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Theme:
    """A paragraph of the article, or one of the themes (目) of a section.

    Attributes:
        begins: Its first words; punctuation in them does not matter.
        claims: Ids of the claims that it carries.
    """

    begins: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One section of the article.

    Attributes:
        id: ``"1"`` and so on.
        heading: Its heading.
        opening: Ids of the claims between the heading and the first theme.
        themes: Its themes in order.
    """

    id: str
    heading: str
    opening: tuple[str, ...]
    themes: tuple[Theme, ...]


@dataclass(frozen=True)
class Outline:
    """The lines that part an article, in order.

    Attributes:
        title: Its title, at the beginning.
        title_claims: Ids of the claims that the title makes.
        label: The label of its column, before the lead; empty if there is none.
        ending: The last words of the article.
        before_label: Paragraphs between title and label: the pull-quote.
        after_label: Paragraphs between label and first section: the lead.
        sections: The sections in order.
    """

    title: str
    title_claims: tuple[str, ...] = ()
    label: str = ""
    ending: str = ""
    before_label: tuple[Theme, ...] = ()
    after_label: tuple[Theme, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the sections, in order."""
        return tuple(section.heading for section in self.sections)

    @property
    def claims(self) -> Iterator[str]:
        """All claims that have a place, in order."""
        yield from self.title_claims
        for theme in (*self.before_label, *self.after_label):
            yield from theme.claims
        for section in self.sections:
            yield from section.opening
            for theme in section.themes:
                yield from theme.claims


def read_outline(lessons: Path, faults: list[Fault]) -> Outline:
    """Read ``article_outline.toml``; what is missing or wrong is noted and left out."""
    before = len(faults)
    tables = read_toml(lessons / OUTLINE_NAME, OUTLINE_NAME, faults)
    if len(faults) > before:
        return Outline("")  # of a file that cannot be read, one fault is enough
    fields = tables.pop("article", {})
    fields = fields if isinstance(fields, dict) else {}
    article = Table(fields, OUTLINE_NAME, "article", faults)
    outline = Outline(
        title=article.text("title"),
        title_claims=article.strings("title_claims"),
        label=article.text("label", required=False),
        ending=article.text("ending"),
        before_label=_themes(article, "before_label"),
        after_label=_themes(article, "after_label"),
        sections=tuple(
            _section(table)
            for table in entries(tables, "section", OUTLINE_NAME, faults)
        ),
    )
    article.finish()
    return outline


def outline_faults(lessons: Path, claims: Iterable[str]) -> list[Fault]:
    """Return what is wrong in the outline; of a sound one, where it and claims differ.

    Each claim has one place in the article.
    """
    faults: list[Fault] = []
    placed, known = Counter(read_outline(lessons, faults).claims), set(claims)
    if faults:
        return faults
    wrong = [("fault.no_such", claim) for claim in placed if claim not in known]
    wrong += [("fault.claim_not_placed", claim) for claim in known - placed.keys()]
    wrong += [("fault.claim_twice", claim) for claim, n in placed.items() if n > 1]
    return [
        Fault(OUTLINE_NAME, "", claim, say(key, value=claim)) for key, claim in wrong
    ]


def _section(table: Table) -> Section:
    section = Section(
        id=table.text("id"),
        heading=table.text("heading"),
        opening=table.strings("opening"),
        themes=_themes(table, "themes"),
    )
    table.finish()
    return section


def _themes(table: Table, field: str) -> tuple[Theme, ...]:
    themes = []
    for inner in table.tables(field):
        theme = Theme(inner.text("begins"), inner.strings("claims"))
        if len(HAN.findall(theme.begins)) > LONGEST_ANCHOR:
            inner.fault("begins", "long_anchor", n=LONGEST_ANCHOR)
        inner.finish()
        themes.append(theme)
    return tuple(themes)
