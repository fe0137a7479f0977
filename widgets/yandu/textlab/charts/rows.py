"""What a chart draws: rows with a name, a number, and what chance would give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from yandu.messages import Bilingual
from yandu.textlab.results.render import shown

#: Mid-tones: they stand out from a white and from a dark page, at 3 to 1 or more.
BAR_COLOUR = "#7d8ca3"
BAND_COLOUR = "#888"


@dataclass(frozen=True)
class Mark:
    """One row of a chart.

    Attributes:
        label: Its name.
        value: Its number; None if there is none.
        low: Where its band begins; None if it has none.
        high: Where its band ends.
        expected: The number that size alone lets expect.
        size: How large the part is that the row stands for.
        places: Where in the part something stands, as shares of its length, in order.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    expected: float | None = None
    size: float | None = None
    places: tuple[float, ...] = ()

    @property
    def has_band(self) -> bool:
        """Whether the row has a band."""
        return self.low is not None and self.high is not None

    @property
    def band(self) -> str:
        """The band as text, ``0.10–0.45``; empty if there is none."""
        return f"{shown(self.low)}–{shown(self.high)}" if self.has_band else ""


@dataclass(frozen=True)
class Rows:
    """All that a chart shows.

    Attributes:
        caption: What was counted, and in which text.
        heads: What the columns are called: ``label``, ``value``, ``expected``, …
        marks: The rows.
        notes: Lines under the chart: how to read it.
        sources: Lines that stand under the table already: formulas, citations. An image
            that leaves the lesson takes them along.
        is_strip: Whether a row shows where in a part something stands.
    """

    caption: Bilingual
    heads: Mapping[str, Bilingual]
    marks: tuple[Mark, ...]
    notes: tuple[Bilingual, ...] = ()
    sources: tuple[Bilingual, ...] = ()
    is_strip: bool = False
    start: float = field(init=False)
    end: float = field(init=False)

    def __post_init__(self) -> None:
        numbers = [0.0]
        for mark in self.marks:
            numbers += [n for n in (mark.value, mark.low, mark.high) if n is not None]
        object.__setattr__(self, "start", min(numbers))
        object.__setattr__(self, "end", max(numbers))

    @property
    def has_bands(self) -> bool:
        """Whether any row has a band."""
        return any(mark.has_band for mark in self.marks)

    @property
    def has_places(self) -> bool:
        """Whether any row knows where something stands."""
        return any(mark.places for mark in self.marks)

    @property
    def top_size(self) -> float:
        """The size of the largest part; 1 if none is known."""
        return max((mark.size or 0 for mark in self.marks), default=0) or 1

    @property
    def escaped_title(self) -> str:
        """The Chinese caption, safe in markup."""
        return escape(shown(self.caption["zh"]))

    def share(self, number: float) -> float:
        """Return where a number lies between the two ends of the axis, 0 to 1."""
        extent = self.end - self.start
        return (number - self.start) / extent if extent else 0.0

    def span(self, one: float, other: float) -> tuple[float, float]:
        """Return where a stretch between two numbers begins, and how long it is."""
        left, right = sorted((self.share(one), self.share(other)))
        return left, right - left
