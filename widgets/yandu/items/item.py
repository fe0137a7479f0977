"""What every item has, of whatever kind, and what comes of a response to it.

A kind is a subclass of `Item`: it says how its fields are read from a bank, what the
browser may see before an attempt, what a response looks like, and what it is worth.
"""

import random
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from yandu.content.tables import Table
from yandu.messages import Bilingual, say, shown

#: A response as JSON; each kind says in its module what it looks like.
Response = Any


class ResponseError(ValueError):
    """A response that does not have the form its item asks for.

    Args:
        key: Of the message, ``item.too_long``; `values` fill its places.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say(key, **values))
        self.text = shown(key, **values)


class Outcome(StrEnum):
    """What an attempt came to."""

    CORRECT = "correct"
    PARTIAL = "partial"
    INCORRECT = "incorrect"
    UNATTEMPTED = "unattempted"


class Verdict(StrEnum):
    """What a remark says of one part of a response."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True)
class Score:
    """Points of a maximum.

    Attributes:
        points: From 0 to `maximum`; more right parts never mean fewer points.
        maximum: What a full response is worth, at least 1.
    """

    points: float
    maximum: float

    @property
    def outcome(self) -> Outcome:
        """Correct means full points and nothing less."""
        if self.points >= self.maximum:
            return Outcome.CORRECT
        return Outcome.PARTIAL if self.points > 0 else Outcome.INCORRECT


@dataclass(frozen=True)
class Remark:
    """Feedback on one part of a response.

    Attributes:
        part: Id of the option, gap or other part that it speaks of, as in
            `Item.public`; empty if that would tell.
        label: What the learner knows that part by.
        verdict: Right, wrong, or missed.
        text: What is said.
        allowances: Keys of the allowances that were made for the way it was typed.
    """

    part: str
    label: Bilingual
    verdict: Verdict
    text: Bilingual
    allowances: tuple[str, ...] = ()


@dataclass(frozen=True)
class Band:
    """Feedback on a whole response, by score.

    Attributes:
        start: From which share of the maximum it is said, in percent, 0 to 100.
        text: What is said.
    """

    start: int
    text: Bilingual


@dataclass(frozen=True, kw_only=True)
class Item(ABC):
    """One self-check. An entry ``[[item]]`` of a bank; kinds add their own fields.

    Attributes:
        id: ``01-q03``; never reused.
        kind: The name of its kind, as written in the bank.
        paragraphs: Ids of the paragraphs that it is about.
        claims: Ids of the article's claims that it tests.
        objective: Id of the objective that it serves, ``01-o2``.
        stem: What is asked.
        hints: From general to near; shown one at a time.
        rationale: Why the key is right, citing a paragraph.
        accept: Responses that must score full; a test runs them.
        reject: Responses that must not.
        bands: Feedback by score, from the lowest; may be empty. Bank field
            ``bands = [{ start = 0, text = { zh, en } }, { start = 50, text = … }]``.
    """

    id: str
    kind: str
    paragraphs: tuple[str, ...]
    claims: tuple[str, ...]
    objective: str
    stem: Bilingual
    hints: tuple[Bilingual, ...]
    rationale: Bilingual
    accept: tuple[Response, ...]
    reject: tuple[Response, ...]
    bands: tuple[Band, ...] = ()

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take the fields of this kind from a bank's table, noting faults."""
        own = cls.read_own(table)
        return cls(
            id=table.text("id"),
            kind=table.text("kind"),
            paragraphs=table.strings("paragraphs", required=True),
            claims=table.strings("claims", required=True),
            objective=table.text("objective"),
            stem=table.bilingual("stem"),
            hints=table.bilinguals("hints", en=False),
            rationale=table.bilingual("rationale"),
            bands=_bands(table),
            **cls._read_proofs(table),
            **own,
        )

    @classmethod
    def _read_proofs(cls, table: Table) -> dict[str, Any]:
        """Take `accept` and `reject`; a kind that nobody marks has neither."""
        return {
            name: tuple(table.items(name, required=True))
            for name in ("accept", "reject")
        }

    @classmethod
    @abstractmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the fields that only this kind has."""

    @abstractmethod
    def public(self) -> dict[str, Any]:
        """Return what a browser may see before an attempt: never the key."""

    def orders(self) -> dict[str, tuple[str, ...]]:
        """Return what may be shown in any order: a list of `public`, its parts' ids."""
        return {}

    def arrange(self, seed: int) -> dict[str, list[str]]:
        """Return the order in which parts are shown, the same for the same seed.

        Sorted by `random.random`, whose sequence for a seed Python promises never to
        change; the order of `random.shuffle` it does not.
        """
        dice = random.Random(seed)
        return {
            name: sorted(parts, key=lambda _: dice.random())
            for name, parts in self.orders().items()
        }

    @abstractmethod
    def parse(self, response: object) -> Response:
        """Return a response in its canonical form.

        Raises:
            ResponseError: It has not the form that this item asks for.
        """

    @abstractmethod
    def is_empty(self, response: Response) -> bool:
        """Return whether nothing was given."""

    @abstractmethod
    def score(self, response: Response) -> Score:
        """Return what a parsed response is worth."""

    @abstractmethod
    def feedback(self, response: Response) -> tuple[Remark, ...]:
        """Return remarks on what was given, and on what was wrongly left out."""

    @abstractmethod
    def solution(self) -> Response:
        """Return a full response, for a learner who asks after an attempt."""

    def extras(self, response: Response) -> dict[str, Any]:
        """Return what else a kind shows after an attempt, as JSON; by default nothing.

        It must not hold the solution, which may not have been asked for.
        """
        return {}

    def revealed(self, response: Response) -> dict[str, Any]:
        """Return what a kind shows together with the rationale; by default nothing.

        That is after a full response, or once the solution has been asked for.
        """
        return {}

    def comment(self, score: Score) -> Bilingual | None:
        """Return the feedback of the highest band that a score has reached."""
        percent = 100 * score.points / score.maximum
        reached = [band.text for band in self.bands if band.start <= percent]
        return reached[-1] if reached else None

    def problems(self) -> list[str]:
        """Return what is wrong with `accept` and `reject`: each item proves itself."""
        return [
            *self._unproved(self.accept, "item.accept_not_full", is_full=True),
            *self._unproved(self.reject, "item.reject_is_full", is_full=False),
        ]

    def _unproved(
        self, responses: tuple[Response, ...], key: str, *, is_full: bool
    ) -> list[str]:
        found = []
        for response in responses:
            try:
                outcome = self.score(self.parse(response)).outcome
            except ResponseError as error:
                found.append(str(error))
                continue
            if (outcome is Outcome.CORRECT) is not is_full:
                found.append(say(key, response=response))
        return found


def _bands(table: Table) -> tuple[Band, ...]:
    bands = []
    for inner in table.tables("bands"):
        bands.append(Band(inner.number("start"), inner.bilingual("text", en=False)))
        inner.finish()
    starts = [band.start for band in bands]
    if starts != sorted(set(starts)) or any(start > 100 for start in starts):
        table.fault("bands", "bands")
    return tuple(bands)
