"""Where a marked passage stands now: found again after an edit of the text. Pure.

A passage is kept as its quotation, with a few characters on each side, and the place
where it once began. (The W3C Web Annotation Data Model, 2017, section 4.2, has the same
two: a Text Quote Selector beside a Text Position Selector.) All texts are compact:
without white space, so that a line break is no change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

#: Characters kept on each side of a quotation.
CONTEXT = 16
#: How many of those must still stand beside a quotation that went to another paragraph.
LEAST_CONTEXT = 4
#: A quotation this long says enough to be known elsewhere without its neighbours.
LONG = 8
#: The least share of a quotation that must be left for it to be changed, not gone.
LEAST_LEFT = 0.6


@dataclass(frozen=True)
class Anchor:
    """A passage as it was when it was marked.

    Attributes:
        paragraph_id: Where it stood, ``03-p02``.
        start: Its first character's place in the paragraph.
        quotation: Its words; not empty.
        before: What stood before it, at most `CONTEXT` characters.
        after: What stood after it, at most `CONTEXT` characters.
    """

    paragraph_id: str
    start: int
    quotation: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Placement:
    """Where a passage stands now.

    Attributes:
        paragraph_id: The paragraph.
        start: Its first character.
        end: After its last character.
        is_changed: Whether its words are no longer quite the quotation's.
    """

    paragraph_id: str
    start: int
    end: int
    is_changed: bool = False


def anchor(paragraph_id: str, text: str, start: int, end: int) -> Anchor:
    """Return the anchor of ``text[start:end]``.

    Raises:
        ValueError: There is no such passage in the text.
    """
    if not 0 <= start < end <= len(text):
        msg = f"no passage {start} to {end} in a text of {len(text)} characters"
        raise ValueError(msg)
    return Anchor(
        paragraph_id,
        start,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


def place(sought: Anchor, texts: Mapping[str, str]) -> Placement | None:
    """Find a passage in the texts as they are now.

    Its own paragraph is looked through first, then the others, then both for a wording
    that was changed. A short quotation is not taken for found in another paragraph
    unless its neighbours went with it.

    Args:
        sought: The passage.
        texts: Compact texts by paragraph id.

    Returns:
        Where it stands, or None if that cannot be said.
    """
    if not sought.quotation:
        return None
    own = texts.get(sought.paragraph_id, "")
    return (
        _nearest(sought, own)
        or _elsewhere(sought, texts)
        or _changed(sought, {sought.paragraph_id: own})
        or _changed(sought, texts)
    )


def _nearest(sought: Anchor, text: str) -> Placement | None:
    """Take the occurrence with the most of its context, then the least moved one."""
    starts = list(_occurrences(text, sought.quotation))
    if not starts:
        return None
    start = min(
        starts, key=lambda at: (-_context(sought, text, at), abs(at - sought.start), at)
    )
    return Placement(sought.paragraph_id, start, start + len(sought.quotation))


def _elsewhere(sought: Anchor, texts: Mapping[str, str]) -> Placement | None:
    """Take the one occurrence in other paragraphs that is known by its neighbours."""
    found = [
        (_context(sought, text, start), paragraph_id, start)
        for paragraph_id, text in texts.items()
        if paragraph_id != sought.paragraph_id
        for start in _occurrences(text, sought.quotation)
    ]
    if not found:
        return None
    best = max(found, key=lambda one: one[0])
    n_best = sum(one[0] == best[0] for one in found)
    is_known = best[0] >= LEAST_CONTEXT or len(sought.quotation) >= LONG
    if n_best > 1 or not is_known:
        return None
    return Placement(best[1], best[2], best[2] + len(sought.quotation))


def _changed(sought: Anchor, texts: Mapping[str, str]) -> Placement | None:
    """Take the passage that keeps most of the quotation's characters, in order."""
    length = len(sought.quotation)
    best: list[int] = []
    where = ""
    for paragraph_id, text in texts.items():
        if sought.quotation in text:
            continue  # unchanged, but not to be told from others
        kept = list(_kept(sought, text))
        is_passage = bool(kept) and kept[-1] + 1 - kept[0] <= 2 * length
        if is_passage and len(kept) > len(best):
            best, where = kept, paragraph_id
    if len(best) < max(LEAST_CONTEXT, LEAST_LEFT * length):
        return None
    return Placement(where, best[0], best[-1] + 1, is_changed=True)


def _kept(sought: Anchor, text: str) -> Iterator[int]:
    """Yield the places in `text` of those characters of the quotation that are left."""
    whole = sought.before + sought.quotation + sought.after
    first = len(sought.before)
    last = first + len(sought.quotation)
    matcher = SequenceMatcher(None, whole, text, autojunk=False)
    for of_whole, of_text, size in matcher.get_matching_blocks():
        for step in range(size):
            if first <= of_whole + step < last:
                yield of_text + step


def _occurrences(text: str, string: str) -> Iterator[int]:
    """Yield where `string` begins in `text`, overlapping occurrences too."""
    at = text.find(string)
    while at >= 0:
        yield at
        at = text.find(string, at + 1)


def _context(sought: Anchor, text: str, start: int) -> int:
    """Count the characters beside an occurrence that still stand as they did."""
    end = start + len(sought.quotation)
    left = _agreeing(reversed(sought.before), reversed(text[:start]))
    return left + _agreeing(sought.after, text[end:])


def _agreeing(one: Iterable[str], other: Iterable[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
