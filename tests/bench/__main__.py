"""Measures what the course costs, as ratios within one run, and prints a table.

    python -m tests.bench

Nothing here passes or fails: machines differ, and so do their moods. What each figure
should reach stands beside it.
"""

import tempfile
from pathlib import Path

from tests.bench.browser import browser_figures
from tests.bench.kernel import memory_figures
from tests.browser.course import running_course


def main() -> None:
    """Measure and print."""
    rows = memory_figures()
    with tempfile.TemporaryDirectory() as base, running_course(Path(base)) as lab:
        rows += browser_figures(lab)
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for what, measured, goal in rows:
        print(f"{what:{widths[0]}}  {measured:{widths[1]}}  should be {goal}")


if __name__ == "__main__":
    main()
