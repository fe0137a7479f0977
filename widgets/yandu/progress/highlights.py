"""What a learner marks while reading: highlights with notes, and words saved.

Both can be taken away again. What was removed leaves a row without content: a repair
that merges an older backup must not bring it back.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from yandu.progress.records import now, time_to_text

#: The ways in which a passage can be marked: a claim of the text, a term, a question
#: that it raises, a doubt about it.
HIGHLIGHT_KINDS = ("claim", "term", "question", "doubt")


@dataclass(frozen=True)
class Highlight:
    """One passage that a learner has marked, and what was written on it.

    It is anchored by paragraph and quotation with a little context, so that it can be
    found again after an edit of the text.

    Attributes:
        lesson_id: ``03``.
        paragraph_id: The paragraph in which it was made, ``03-p02``.
        kind: One of `HIGHLIGHT_KINDS`.
        start: Where the quotation began, in characters of the paragraph without space.
        quotation: The passage, without space; empty once removed.
        before: A few characters that stood before it.
        after: A few characters that stood after it.
        note: Any text, kept exactly.
        updated_at: When it was last changed, aware.
        is_removed: Whether the learner has taken it away.
        id: A UUID.

    Raises:
        ValueError: `kind` is unknown, `start` negative, `updated_at` without a time
            zone, or `id` no UUID.
    """

    lesson_id: str
    paragraph_id: str
    kind: str
    start: int
    quotation: str
    before: str = ""
    after: str = ""
    note: str = ""
    updated_at: datetime = field(default_factory=now)
    is_removed: bool = False
    id: str = field(default_factory=lambda: str(uuid4()))

    def __post_init__(self) -> None:
        if self.kind not in HIGHLIGHT_KINDS:
            msg = f"kind {self.kind!r} is none of {', '.join(HIGHLIGHT_KINDS)}"
            raise ValueError(msg)
        if self.start < 0:
            msg = f"start {self.start} is negative"
            raise ValueError(msg)
        time_to_text(self.updated_at)
        UUID(self.id)

    def removed(self) -> Self:
        """Return what is left of it when the learner takes it away: no word."""
        return replace(
            self,
            **dict.fromkeys(("quotation", "before", "after", "note"), ""),  # type: ignore[arg-type]
            updated_at=now(),
            is_removed=True,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the highlight as JSON can hold it."""
        return asdict(self) | {"updated_at": time_to_text(self.updated_at)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the highlight that `to_dict` wrote."""
        texts = ("lesson_id", "paragraph_id", "kind", "quotation", "before", "after")
        return cls(
            **{name: data[name] for name in (*texts, "note", "id")},
            start=int(data["start"]),
            updated_at=datetime.fromisoformat(data["updated_at"]),
            is_removed=bool(data["is_removed"]),
        )


@dataclass(frozen=True)
class SavedTerm:
    """A term of the glossary that a learner wants to review.

    Attributes:
        term_id: Its id in the glossary.
        lesson_id: The lesson in which it was saved, ``03``.
        updated_at: When it was saved or taken away, aware.
        is_removed: Whether the learner has taken it off the list.

    Raises:
        ValueError: `updated_at` has no time zone.
    """

    term_id: str
    lesson_id: str
    updated_at: datetime = field(default_factory=now)
    is_removed: bool = False

    def __post_init__(self) -> None:
        time_to_text(self.updated_at)

    def to_dict(self) -> dict[str, Any]:
        """Return the saved term as JSON can hold it."""
        return asdict(self) | {"updated_at": time_to_text(self.updated_at)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the saved term that `to_dict` wrote."""
        return cls(
            term_id=data["term_id"],
            lesson_id=data["lesson_id"],
            updated_at=datetime.fromisoformat(data["updated_at"]),
            is_removed=bool(data["is_removed"]),
        )
