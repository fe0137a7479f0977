"""Charts: bars and strips that are tables first.

A chart is shown as an HTML table whose bars are drawn with plain inline styles: its
words can be selected and read aloud, and JupyterLab shows it even in a file that it
does not trust. Where pointing at a mark helps, `Chart.interactive` sends the same rows
as Vega-Lite, which JupyterLab draws by itself, with the bars in plain text for whatever
cannot draw. No Python library draws anything, so Python needs no font.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yandu.messages import Bilingual, both
from yandu.textlab.charts.html import chart_html, chart_plain
from yandu.textlab.charts.rows import Mark, Rows
from yandu.textlab.charts.svg import chart_svg
from yandu.textlab.charts.vega import METADATA, MIME, chart_vega
from yandu.textlab.counts.dispersion import strip
from yandu.textlab.errors import UnknownChoiceError
from yandu.textlab.results.export import UnknownFormatError, write_csv, write_text
from yandu.textlab.results.made import made_by
from yandu.textlab.results.render import column_head
from yandu.textlab.search.nodes import occurrences
from yandu.textlab.texts.text import Counts, Text

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

#: Bars that a chart shows unless told otherwise: what fits a page.
N_BARS = 30
SUFFIXES = (".svg", ".csv", ".html")
_PAGE_STYLE = (
    "body{font:16px/1.7 sans-serif}th,td{padding:.2em .8em .2em 0;text-align:right;"
    "font-weight:400}small{color:#555}"
)


@dataclass(frozen=True)
class Chart:
    """A chart of a table's rows.

    Attributes:
        rows: What is drawn.
        table: The table that it draws, for ``save("x.csv")``.
        is_interactive: Whether it goes out as Vega-Lite instead of as a table.
    """

    rows: Rows
    table: "Table"
    is_interactive: bool = False

    def html(self, *, with_sources: bool = False) -> str:
        """Return the chart as an HTML table, inline styles only.

        Args:
            with_sources: Whether the notes of its table are to stand under it.
        """
        return chart_html(self.rows, with_sources=with_sources)

    def svg(self) -> str:
        """Return the chart as an SVG image whose words are text."""
        return chart_svg(self.rows)

    def vega(self) -> dict[str, Any]:
        """Return the chart as a Vega-Lite 5 specification, data included."""
        return chart_vega(self.rows)

    def interactive(self) -> "Chart":
        """Return the chart with marks that tell their numbers when pointed at."""
        return replace(self, is_interactive=True)

    def save(self, path: str | Path, *, overwrite: bool = False) -> Path:
        """Save the chart as ``.svg`` or ``.html``, or its table as ``.csv``.

        Args:
            path: Where to; the end of the name says as what.
            overwrite: Whether a file of this name may be replaced.

        Returns:
            The full path of the written file.

        Raises:
            UnknownFormatError: If the name ends otherwise.
            NoFolderError: If the folder does not exist.
            NameTakenError: If there is such a file and `overwrite` does not allow it.
            NotWrittenError: If the disk is full or may not be written.
        """
        path = Path(path)
        suffix = path.suffix.lower()
        if suffix == ".csv":
            return write_csv(self.table, path, overwrite=overwrite)
        if suffix not in SUFFIXES:
            raise UnknownFormatError(name=path.name, known="、".join(SUFFIXES))
        string = self.svg() if suffix == ".svg" else self._page()
        return write_text(string, path, overwrite=overwrite)

    def __repr__(self) -> str:
        """Return the chart as plain text, bars of block characters."""
        return chart_plain(self.rows)

    def _repr_mimebundle_(self, **kwargs: object) -> Any:  # noqa: ANN401
        words = {"text/plain": repr(self)}
        if not self.is_interactive:
            return words | {"text/html": self.html()}
        # Without the table: where there are both, JupyterLab shows the table.
        return words | {MIME: self.vega()}, {MIME: METADATA}

    def _page(self) -> str:
        return (
            '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>'
            f"{self.rows.escaped_title}</title>\n<style>{_PAGE_STYLE}</style></head>\n"
            f"<body>{self.html(with_sources=True)}</body></html>\n"
        )


def bars(
    table: "Table",
    value: str | None = None,
    label: str | None = None,
    low: str | None = None,
    high: str | None = None,
    limit: int = N_BARS,
) -> Chart:
    """Draw one column of a table as bars, with a band if there is one.

    Args:
        table: A result of the text lab; its first rows are drawn, in its order.
        value: The column of the bars' lengths; negative values go to the left. By
            default the column that the table itself shows with a bar, else the first
            of numbers.
        label: The column of the bars' names; by default the one that names the rows.
        low: The column where a band begins, for instance ``"chance_low"``.
        high: The column where it ends. If neither is named and the table has
            ``chance_low`` and ``chance_high`` and `value` is ``dp_norm``, those.
        limit: How many rows to draw.

    Raises:
        UnknownChoiceError: If the table has no such column, or no number in it.
    """
    value = value or _first(table, "bar") or _first_number(table)
    label = label or _names(table) or str(table.columns[0])
    if value == "dp_norm" and low is high is None and "chance_low" in table:
        low, high = "chance_low", "chance_high"
    names = {"label": label, "value": value, "low": low, "high": high}
    return _chart(table, {k: v for k, v in names.items() if v}, limit)


def strips(source: "Table | Text | Counts", node: str | None = None) -> Chart:
    """Draw where a node stands in each section, beside what size and chance would give.

    A section is a line as long as it is large, with a tick at each occurrence; beside
    it stands the count as a bar, and under the bar a hollow box: the counts that chance
    alone gives in a section of this size.

    Args:
        source: A text, or counts such as ``article()``, of which no places are known
            and so no ticks drawn; or a table that ``strip(text, node)`` has given.
        node: What to look at, in a text.

    Raises:
        UnknownChoiceError: If the table has no columns ``section`` and ``count``.
        EmptyNodeError: If there is a text and no node.
        CountsOnlyError: As in `strip`.
    """
    if isinstance(source, Text | Counts):
        table = strip(source, node or "")
        if isinstance(source, Text):
            places = places_in(source, (node or "").strip())
            table["places"] = [places[section] for section in source.sections]
        object.__setattr__(table, "made", made_by("strips", source, node))
    else:
        table = source
    names = {
        **{"label": "section", "value": "count", "expected": "expected"},
        **{"low": "chance_low", "high": "chance_high"},
        **{"places": "places", "size": "size"},
    }
    known = set(map(str, table.columns))
    wanted = {
        key: name
        for key, name in names.items()
        if key in ("label", "value") or name in known
    }
    return _chart(table, wanted, len(table), is_strip=True)


def places_in(text: Text, node: str) -> dict[str, tuple[float, ...]]:
    """Return where in each section a node stands, as shares of the section's length."""
    lengths: dict[str, int] = dict.fromkeys(text.sections, 0)
    starts: dict[str, list[int]] = {section: [] for section in text.sections}
    for sentence in text.sentences:
        section = sentence.section
        starts[section] += [
            lengths[section] + at for at in occurrences(sentence.text, node)
        ]
        lengths[section] += len(sentence.text)
    return {
        section: tuple(start / (lengths[section] or 1) for start in found)
        for section, found in starts.items()
    }


def _chart(
    table: "Table", names: dict[str, str], limit: int, is_strip: bool = False
) -> Chart:
    known = [str(name) for name in table.columns]
    for parameter, name in names.items():
        if name not in known:
            raise UnknownChoiceError(name=parameter, value=name, known="、".join(known))
    top = table.head(limit)
    columns = {key: [*top[name]] for key, name in names.items()}
    if len(table) and not _is_number(table, names["value"]):
        numbers = [name for name in known if _is_number(table, name)]
        raise UnknownChoiceError(
            name="value", value=names["value"], known="、".join(numbers)
        )
    notes: list[Bilingual] = []
    if len(table) > len(top):
        notes.append(both("chart.first", shown=len(top), total=len(table)))
    if "low" in names:
        notes.append(both("chart.band"))
    heads = {key: column_head(name) for key, name in names.items()}
    rows = Rows(
        caption=table.caption if is_strip else _caption(table, heads["value"]),
        heads=heads,
        marks=tuple(_marks(columns)),
        notes=tuple(notes),
        sources=tuple(table.notes),
        is_strip=is_strip,
    )
    return Chart(rows, table)


def _caption(table: "Table", head: Bilingual) -> Bilingual:
    """Say which of a table's numbers are drawn; its own caption says of what."""
    return both(
        "chart.caption",
        value_zh=head["zh"],
        value_en=head["en"] or head["zh"],
        caption_zh=table.caption["zh"],
        caption_en=table.caption["en"],
    )


def _marks(columns: dict[str, list[Any]]) -> Iterable[Mark]:
    labels = [str(label) for label in columns.pop("label")]
    places = columns.pop("places", [()] * len(labels))
    numbers = {key: [*_python(values)] for key, values in columns.items()}
    for at, (label, stands) in enumerate(zip(labels, places, strict=True)):
        found = {key: values[at] for key, values in numbers.items()}
        yield Mark(label=label, places=_shares(stands), **found)


def _shares(places: Sequence[float] | None) -> tuple[float, ...]:
    return tuple(sorted(min(1.0, max(0.0, float(place))) for place in places or ()))


def _python(values: Iterable[Any]) -> Iterable[Any]:
    """Yield numpy's numbers as Python's, and None for what is missing."""
    for value in values:
        number = value.item() if hasattr(value, "item") else value
        # A missing number of pandas differs from itself.
        yield None if number != number else number


def _first(table: "Table", kind: str) -> str | None:
    return next((name for name in table.columns if table.kinds.get(name) == kind), None)


def _names(table: "Table") -> str | None:
    """Return the column that names the rows; of two, section and word, the last."""
    heads = [name for name in table.columns if table.kinds.get(name) == "head"]
    return heads[-1] if heads else None


def _first_number(table: "Table") -> str:
    return next(
        (name for name in map(str, table.columns) if _is_number(table, name)),
        str(table.columns[0]),
    )


def _is_number(table: "Table", name: str) -> bool:
    return table[name].dtype.kind in "iuf"
