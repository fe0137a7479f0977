"""What a task gives back: rows to turn pages over, a chart, and how it was made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yandu.textlab import Table
    from yandu.textlab.charts.chart import Chart

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
        is_chart: Whether it says all that the table says and takes its place.
        hides: Columns that are left to the file, as they only repeat another.
    """

    n: int
    page: Callable[[int, int], "Table"]
    made: str
    size: int = PAGE
    words: bool = True
    chart: Callable[[], "Chart"] | None = None
    is_drawn: bool = False
    is_chart: bool = False
    hides: tuple[str, ...] = ()

    def shown(self, start: int) -> "Table":
        """Return the page that begins with a row, as it is shown."""
        page = self.page(start, self.size)
        return page.drop(columns=[*self.hides]) if self.hides else page

    def whole(self) -> "Table":
        """Return all rows, all columns."""
        return self.page(0, self.n)


def answer_of(
    table: "Table",
    made: str,
    *,
    words: bool = True,
    chart: "Callable[[Table], Chart] | None" = None,
    is_drawn: bool = False,
    is_chart: bool = False,
    hides: tuple[str, ...] = (),
) -> Answer:
    """Return a table as an answer.

    Args:
        table: The table.
        made: The line of Python that makes it.
        words: As above.
        chart: Draws the table.
        is_drawn: As above.
        is_chart: As above.
        hides: As above.
    """
    return Answer(
        n=len(table),
        page=lambda start, size: table.iloc[start : start + size],
        made=made,
        words=words and not is_chart,
        chart=(lambda: chart(table)) if chart is not None and len(table) else None,
        is_drawn=is_drawn or is_chart,
        is_chart=is_chart,
        hides=hides,
    )
