"""Measures what the course costs, how it compares and what guessing earns: three tables.

    python -m tests.bench

Nothing here passes or fails: machines differ, and so do their moods. What each figure
should reach stands beside it. About five minutes, and as long for `tests.bench.kills`.
"""

from tests.bench.browser import browser_figures
from tests.bench.compare import comparison, print_table
from tests.bench.desk import desk_figures
from tests.bench.gallery import gallery_figures
from tests.bench.guessing import print_guessing
from tests.bench.kernel import memory_figures
from tests.bench.page import running_browser


def main() -> None:
    """Measure and print."""
    print_guessing()
    print(flush=True)
    rows = memory_figures()
    with running_browser() as browser:
        rows += [*browser_figures(browser), *gallery_figures(browser)]
        rows += desk_figures(browser)
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for what, measured, goal in rows:
            print(f"{what:{widths[0]}}  {measured:{widths[1]}}  should be {goal}")
        print(flush=True)
        print_table(comparison(browser))


if __name__ == "__main__":
    main()
