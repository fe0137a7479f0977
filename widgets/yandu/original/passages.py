"""From the claims of one of our paragraphs to the passages of the copy behind it."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from yandu.original.copy import Original, Part
from yandu.original.skeleton import Skeleton, skeleton

Span = tuple[int, int]
#: A phrase of the claims may be a list, abridged or explained in brackets.
MEMBERS = re.compile(r"[、()（）…]+")


@dataclass(frozen=True)
class Passage:
    """A paragraph of the copy, and what of it belongs to the claims in question.

    Attributes:
        id: Of the part: ``3-t1``.
        section: ``"0"`` to ``"5"``.
        text: Its text, set solid, in the copy's own script and punctuation.
        claims: Those of the claims in question that it carries.
        spans: Where in `text` their set phrases stand, in code points, in order and
            apart; empty where none is found.
    """

    id: str
    section: str
    text: str
    claims: tuple[str, ...]
    spans: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the passage as JSON can hold it."""
        return asdict(self) | {
            "claims": list(self.claims),
            "spans": [list(span) for span in self.spans],
        }


def passages(original: Original, claims: Iterable[str]) -> tuple[Passage, ...]:
    """Return the passages of the copy that carry some claims.

    Args:
        original: The copy.
        claims: Claim ids, as a paragraph of ours names them; unknown ones are passed
            over.

    Returns:
        Whole paragraphs of the copy (or its title), in its order, each once.
    """
    wanted = set(claims)
    return tuple(
        _passage(original, part, carried)
        for part in original.parts
        if (carried := tuple(claim for claim in part.claims if claim in wanted))
    )


def _passage(original: Original, part: Part, claims: tuple[str, ...]) -> Passage:
    bones = skeleton(part.text)
    spans = [
        span
        for claim in claims
        for phrase in original.phrases.get(claim, ())
        for span in _phrase(bones, phrase)
    ]
    return Passage(part.id, part.section, part.text, claims, _apart(spans))


def _phrase(bones: Skeleton, phrase: str) -> list[Span]:
    """Return where a set phrase stands, or its members where it stands in pieces."""
    members = filter(None, MEMBERS.split(phrase))
    return _found(bones, phrase) or [
        span for member in members for span in _found(bones, member)
    ]


def _found(bones: Skeleton, phrase: str) -> list[Span]:
    """Return each stretch of the text that a phrase covers, whatever its marks."""
    wanted = skeleton(phrase).string
    spans: list[Span] = []
    at = bones.string.find(wanted) if wanted else -1
    while at >= 0:
        spans.append(bones.span(at, len(wanted)))
        at = bones.string.find(wanted, at + len(wanted))
    return spans


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
