"""What a task gives back: rows to turn pages over, a chart, and how it was made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yandu.textlab import Table
    from yandu.textlab.charts import Chart

#: Rows on a page of a list; lines on a page of a concordance.
PAGE = 50
LINES = 25


@dataclass(frozen=True)
class Answer:
    """The answer to a question.

    Attributes:
        n: How many rows there are.
        page: Returns the rows from a number on, so and so many.
        made: The line of Python that gives the same.
        size: Rows on a page.
        words: Whether the heads of the rows are words that can be looked at further.
        chart: Returns the chart of all or the first rows; None if none would help.
        is_drawn: Whether the chart is shown, and not only to be had as a file.
    """

    n: int
    page: Callable[[int, int], "Table"]
    made: str
    size: int = PAGE
    words: bool = True
    chart: Callable[[], "Chart"] | None = None
    is_drawn: bool = False

    def whole(self) -> "Table":
        """Return all rows."""
        return self.page(0, self.n)


def answer_of(
    table: "Table",
    made: str,
    *,
    words: bool = True,
    chart: "Callable[[Table], Chart] | None" = None,
    is_drawn: bool = False,
) -> Answer:
    """Return a table as an answer.

    Args:
        table: The table.
        made: The line of Python that makes it.
        words: As above.
        chart: Draws the table.
        is_drawn: As above.
    """
    return Answer(
        n=len(table),
        page=lambda start, size: table.iloc[start : start + size],
        made=made,
        words=words,
        chart=(lambda: chart(table)) if chart is not None and len(table) else None,
        is_drawn=is_drawn,
    )
