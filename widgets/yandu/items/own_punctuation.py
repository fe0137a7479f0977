"""Punctuation of a passage that is no part of the course: of the learner's own copy.

Such an item is made in memory when it is shown; no bank holds it, so `yandu check`, the
counts of a lesson's items and its progress know nothing of it. Its attempts are kept in
the store like all others, under an id of its own form, ``06-own3`` (lesson, section of
the article). They hold marks only, never the passage; the names of the slots carry a
fingerprint of it, so that an attempt at another passage is never taken for one at this.

No author has gone over the passage. The key is what stands in the copy; where readers
may well differ, the marks next to it in weight are right too, and the learner is told
what the copy has.
"""

import hashlib
import re
from dataclasses import dataclass

from yandu.content.tables import EMPTY
from yandu.items.assign import Piece, Slot
from yandu.items.item import Remark, Verdict
from yandu.items.punctuation import MARKS, RULES, Punctuation, pattern_of
from yandu.messages import Bilingual, both, shown

#: Mark to the others that will do in its place, between clauses.
ALSO = {"，": ("；",), "；": ("，", "。"), "：": ("，",), "。": ("；",)}
OWN_ID = re.compile(r"\d\d-own\d")
N_FINGERPRINT = 6


@dataclass(frozen=True, kw_only=True)
class OwnPunctuation(Punctuation):
    """Restore the marks of a passage of one's own copy."""

    def feedback(self, response: dict[str, str]) -> tuple[Remark, ...]:
        """Return a remark on each slot but those that are filled as in the copy."""
        keys = {slot.id: slot.keys[0] for slot in self.slots}
        return tuple(
            remark
            for remark in self._remarks(response)
            if remark.verdict is not Verdict.RIGHT
            or response[remark.part] != keys[remark.part]
        )

    def say_right(self, slot: Slot, piece: Piece) -> Bilingual:
        """Return what is said of a mark that will do as well as the copy's."""
        return shown("item.own_also", key=slot.keys[0], mark=piece.id)


def own_punctuation(
    id_: str, passage: str, claims: tuple[str, ...] = ()
) -> OwnPunctuation:
    """Return the item on a passage with full-width marks.

    Args:
        id_: As `OWN_ID` says.
        passage: Chinese text that holds and ends in one of `RULES`' marks.
        claims: Ids of the claims that the passage carries.
    """
    known = [mark for mark in RULES if mark in MARKS or mark in passage]
    parts = pattern_of(known).split(passage)
    keys = parts[1::2]
    prefix = hashlib.sha256(passage.encode()).hexdigest()[:N_FINGERPRINT]
    slots = tuple(
        Slot(f"{prefix}-{number}", _keys(key, number == len(keys)), EMPTY, {}, EMPTY)
        for number, key in enumerate(keys, start=1)
    )
    parts[1::2] = [slot.id for slot in slots]
    return OwnPunctuation(
        id=id_,
        kind="punctuation",
        paragraphs=(),
        claims=claims,
        objective="",
        stem=both("item.own_stem"),
        hints=(both("item.own_hint_1"), both("item.own_hint_2")),
        rationale=both("item.own_rationale"),
        accept=(),
        reject=(),
        parts=tuple(parts),
        en="",
        slots=slots,
        pieces=tuple(Piece(mark, {"zh": mark, "en": ""}) for mark in known),
        is_reused=True,
    )


def _keys(mark: str, is_last: bool) -> tuple[str, ...]:
    """Return the marks that are right; the passage's last has no other."""
    return (mark, *(() if is_last else ALSO.get(mark, ())))
