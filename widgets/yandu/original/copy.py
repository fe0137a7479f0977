"""A copy of the article, taken apart: its paragraphs restored, its claims placed."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from yandu.content import Outline, read_claims, read_outline
from yandu.faults import ContentError, Fault
from yandu.original.find import find
from yandu.original.landmarks import landmarks
from yandu.original.marks import is_full
from yandu.original.skeleton import skeleton
from yandu.textlab.article import COUNTS_NAME
from yandu.textlab.texts.text import is_han, read_counts

BREAK = re.compile(r"\s*[\r\n\v\f]\s*")
#: Where Chinese is broken into lines nothing is between them; between words a space is.
WORD_END = re.compile(r"[A-Za-z0-9,;:]\Z")
WORD_START = re.compile(r"[A-Za-z0-9]")
INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


@dataclass(frozen=True)
class Part:
    """A heading or a paragraph of a copy.

    Attributes:
        id: ``0-h`` the title, ``0-l`` the column label, ``3-h`` a heading; ``3-t0``
            what stands before the first theme of a section, ``3-t1`` that theme. In
            section 0 pull-quote and lead are ``0-t1``, ``0-t2`` and so on.
        section: ``"0"`` to ``"5"``.
        text: Its characters as in the copy, line breaks and indents taken out.
        claims: Ids of the claims that it carries.
    """

    id: str
    section: str
    text: str
    claims: tuple[str, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is a title, a label or a heading."""
        return self.id.endswith(("-h", "-l"))


@dataclass(frozen=True)
class Original:
    """A learner's copy of the article.

    Attributes:
        text: The file's text as it was given.
        parts: Its headings and paragraphs in order.
        phrases: Claim id to its set phrases, which show its place in a paragraph.
        n_outside: How many characters of the file stand before or after the article.
    """

    text: str
    parts: tuple[Part, ...]
    phrases: Mapping[str, tuple[str, ...]]
    n_outside: int = 0

    @property
    def paragraphs(self) -> tuple[Part, ...]:
        """The parts that are no headings."""
        return tuple(part for part in self.parts if not part.is_heading)

    @cached_property
    def is_full(self) -> bool:
        """Whether the copy has its punctuation, not flattened to one mark."""
        return is_full("".join(part.text for part in self.paragraphs))

    @cached_property
    def sizes(self) -> Counter[str]:
        """Section to how many Chinese characters it has."""
        sizes: Counter[str] = Counter()
        for part in self.parts:
            sizes[part.section] += sum(map(is_han, part.text))
        return sizes


def read_copy(text: str, lessons: Path) -> Original:
    """Take a copy apart, as outline, claims and counts in `lessons` say.

    Raises:
        OriginalError: `text` is not the whole article; the message names what is
            missing.
        ContentError: With every fault of ``article_outline.toml``.
    """
    faults: list[Fault] = []
    outline = read_outline(lessons, faults)
    if faults:
        raise ContentError(faults)
    phrases = {
        claim: tuple(filter(None, re.split(r";\s*", row["fixed_expressions"] or "")))
        for claim, row in read_claims(lessons).items()
    }
    return taken_apart(text, outline, phrases, sizes_of(lessons))


def taken_apart(
    text: str,
    outline: Outline,
    phrases: Mapping[str, tuple[str, ...]],
    sizes: Mapping[str, int],
) -> Original:
    """Take a copy apart; the arguments are those of `Original` and `find`."""
    bones = skeleton(text)
    found = find(text, bones, landmarks(outline), sizes)
    parts = tuple(
        Part(part.id, part.section, solid(text[part.start : part.end]), part.claims)
        for part in found
    )
    outside = text[: found[0].start] + text[found[-1].end :]
    n_outside = sum(character.isalnum() for character in outside)
    return Original(text, parts, phrases, n_outside)


def sizes_of(lessons: Path) -> Counter[str]:
    """Return how many Chinese characters each section of the article has."""
    sizes: Counter[str] = Counter()
    path = lessons / COUNTS_NAME
    for row in read_counts(path) if path.exists() else ():
        sizes[row.section] += row.count * sum(map(is_han, row.token))
    return sizes


def solid(text: str) -> str:
    """Return a stretch of a copy set solid: one line, no indent, nothing invisible."""
    text = INVISIBLE.sub("", text).strip()
    lines = BREAK.split(text)
    joined = lines[0]
    for line in lines[1:]:
        is_between_words = WORD_END.search(joined) and WORD_START.match(line)
        joined += (" " if is_between_words else "") + line
    return joined
