"""What the store keeps of a learner: attempts, item states, notes and places."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, Self, TypeAlias
from uuid import UUID, uuid4

JsonValue: TypeAlias = (
    str | int | float | bool | Sequence["JsonValue"] | Mapping[str, "JsonValue"] | None
)

OUTCOMES = ("correct", "partial", "incorrect")
#: How sure a learner is before checking; empty where nothing was stated.
CONFIDENCES = ("", "sure", "fairly_sure", "guessing")


def now() -> datetime:
    """Return the present time, aware, in UTC."""
    return datetime.now(UTC)


def time_to_text(time: datetime) -> str:
    """Return `time` in UTC at a fixed width, so that texts sort as times do.

    Raises:
        ValueError: `time` has no time zone.
    """
    if time.tzinfo is None:
        msg = f"a time needs a time zone: {time!r}"
        raise ValueError(msg)
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def check_confidence(confidence: str) -> None:
    """See that a confidence is one of `CONFIDENCES`.

    Raises:
        ValueError: It is not.
    """
    if confidence not in CONFIDENCES:
        msg = f"confidence {confidence!r} is none of {', '.join(CONFIDENCES)}"
        raise ValueError(msg)


@dataclass(frozen=True)
class Attempt:
    """One response to one item at one time. It never changes once it was given.

    Attributes:
        item_id: ``03-q01``.
        lesson_id: The lesson in which it was given, ``03``.
        response: What was given, as JSON: option ids, or gap id to typed text.
        score: Points reached, 0 to `maximum`.
        maximum: Points that could be reached.
        outcome: ``correct``, ``partial`` or ``incorrect``.
        n_hints: How many hints had been opened before.
        at: When, aware.
        confidence: One of `CONFIDENCES`, as stated before the check.
        seed: What the order of the parts was made from; 0 if there was none.
        id: A UUID. Recording the same attempt twice records it once.

    Raises:
        ValueError: `outcome` or `confidence` is unknown, `at` has no time zone, or
            `id` is no UUID.
    """

    item_id: str
    lesson_id: str
    response: JsonValue
    score: float
    maximum: float
    outcome: str
    n_hints: int
    at: datetime
    confidence: str = ""
    seed: int = 0
    id: str = field(default_factory=lambda: str(uuid4()))

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            msg = f"outcome {self.outcome!r} is none of {', '.join(OUTCOMES)}"
            raise ValueError(msg)
        check_confidence(self.confidence)
        time_to_text(self.at)
        UUID(self.id)

    def to_dict(self) -> dict[str, Any]:
        """Return the attempt as JSON can hold it."""
        return asdict(self) | {"at": time_to_text(self.at)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the attempt that `to_dict` wrote."""
        return cls(
            item_id=data["item_id"],
            lesson_id=data["lesson_id"],
            response=data["response"],
            score=float(data["score"]),
            maximum=float(data["maximum"]),
            outcome=data["outcome"],
            n_hints=int(data["n_hints"]),
            at=datetime.fromisoformat(data["at"]),
            confidence=data["confidence"],
            seed=int(data["seed"]),
            id=data["id"],
        )


@dataclass(frozen=True)
class ItemState:
    """What stands in an item's card but is no attempt (yet).

    Attributes:
        item_id: ``03-q01``; it begins with the id of its lesson.
        response: What is chosen or typed, as JSON.
        n_hints: How many hints are open.
        is_solution_shown: Whether the solution is open.
        confidence: One of `CONFIDENCES`, as stated so far.
        seed: What the order of the parts is made from; 0 if there is none yet.

    Raises:
        ValueError: `confidence` is unknown.
    """

    item_id: str
    response: JsonValue = None
    n_hints: int = 0
    is_solution_shown: bool = False
    confidence: str = ""
    seed: int = 0

    def __post_init__(self) -> None:
        check_confidence(self.confidence)

    def to_dict(self) -> dict[str, Any]:
        """Return the state as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the state that `to_dict` wrote."""
        return cls(
            item_id=data["item_id"],
            response=data["response"],
            n_hints=int(data["n_hints"]),
            is_solution_shown=bool(data["is_solution_shown"]),
            confidence=data["confidence"],
            seed=int(data["seed"]),
        )


@dataclass(frozen=True)
class Note:
    """What a learner wrote on a discussion prompt.

    Attributes:
        prompt_id: ``03-d01``.
        lesson_id: ``03``.
        text: Any text, kept exactly: it may hold NUL and lone surrogates.
        citations: Ids of the paragraphs that it cites, in the learner's order.
        is_committed: Whether the learner has closed it and opened the model readings.
        updated_at: When it was last changed, aware.

    Raises:
        ValueError: `updated_at` has no time zone.
    """

    prompt_id: str
    lesson_id: str
    text: str
    citations: tuple[str, ...]
    is_committed: bool
    updated_at: datetime

    def __post_init__(self) -> None:
        time_to_text(self.updated_at)

    def to_dict(self) -> dict[str, Any]:
        """Return the note as JSON can hold it."""
        return asdict(self) | {
            "citations": list(self.citations),
            "updated_at": time_to_text(self.updated_at),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the note that `to_dict` wrote."""
        return cls(
            prompt_id=data["prompt_id"],
            lesson_id=data["lesson_id"],
            text=data["text"],
            citations=tuple(data["citations"]),
            is_committed=bool(data["is_committed"]),
            updated_at=datetime.fromisoformat(data["updated_at"]),
        )


@dataclass(frozen=True)
class Place:
    """Where a learner stopped reading in a lesson.

    Attributes:
        cell_id: The first cell in view, ``03-p04``.
        offset: Pixels of that cell above the window's top edge; fewer than 0 where it
            begins below that edge.
    """

    cell_id: str
    offset: float

    def to_dict(self) -> dict[str, Any]:
        """Return the place as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the place that `to_dict` wrote."""
        return cls(cell_id=data["cell_id"], offset=float(data["offset"]))
