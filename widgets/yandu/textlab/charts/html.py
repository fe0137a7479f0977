"""A chart as an HTML table, and as plain text.

Only what JupyterLab lets through in an untrusted file is used: tables and inline styles
such as ``width``, ``margin-left``, ``border`` and ``background``. The bars hold no
text; every number stands in a cell of its own.
"""

from collections.abc import Iterable
from html import escape

from yandu.messages import Bilingual, both
from yandu.textlab.charts.rows import BAND_COLOUR, BAR_COLOUR, Mark, Rows
from yandu.textlab.results.render import shown, width

BAR_EM = 14
STRIP_EM = 16
#: More ticks than this cannot be told apart in a line of 16 em.
N_TICKS = 120
_LEFT = ' style="text-align:left"'
_PLAIN_CELLS = 24


def chart_html(rows: Rows, *, with_sources: bool = False) -> str:
    """Return the rows as an HTML table with bars, and on demand their sources."""
    heads = [_head(rows.heads["label"])]
    if rows.has_places:
        heads.append(_head(rows.heads["places"]))
    # The bar and its number are one column: the head spans both.
    heads.append(_head(rows.heads["value"], n=2))
    if "expected" in rows.heads:
        heads.append(_head(rows.heads["expected"]))
    if rows.has_bands:
        heads.append(_head(both("chart.band_head")))
    body = "".join(f"<tr>{_cells(mark, rows)}</tr>\n" for mark in rows.marks)
    under = (*rows.notes, *(rows.sources if with_sources else ()))
    notes = "".join(f"<p>{_both(note)}</p>\n" for note in under)
    return (
        '<table class="yd-table yd-chart" lang="zh-CN">\n'
        f"<caption{_LEFT}>{_both(rows.caption)}</caption>\n"
        f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
        + (f'<div class="yd-table-notes" lang="zh-CN">\n{notes}</div>' if notes else "")
    )


def chart_plain(rows: Rows) -> str:
    """Return the rows as text, bars of block characters."""
    names = [shown(mark.label) for mark in rows.marks]
    widest = max(map(width, names), default=0)
    lines = [
        f"{name}{' ' * (widest - width(name))}  {_blocks(mark, rows)}"
        for name, mark in zip(names, rows.marks, strict=True)
    ]
    notes = (note[name] for note in rows.notes for name in ("zh", "en"))
    return "\n".join([rows.caption["zh"], rows.caption["en"], *lines, *notes])


def _blocks(mark: Mark, rows: Rows) -> str:
    if mark.value is None:
        return ""
    before, length = rows.span(0, mark.value)
    bar = " " * round(before * _PLAIN_CELLS) + "█" * round(length * _PLAIN_CELLS)
    band = f" [{mark.band}]" if mark.has_band else ""
    return f"{bar} {shown(mark.value)}{band}".lstrip(" " if not before else "")


def _cells(mark: Mark, rows: Rows) -> str:
    # Without a style: JupyterLab sets it flush right, beside the bars; so does ours.
    cells = [f'<th scope="row">{escape(shown(mark.label))}</th>']
    if rows.has_places:
        cells.append(f"<td>{_strip(mark, rows)}</td>")
    cells.append(f"<td>{_bar(mark, rows)}</td><td>{shown(mark.value)}</td>")
    if "expected" in rows.heads:
        cells.append(f"<td>{shown(mark.expected)}</td>")
    if rows.has_bands:
        cells.append(f"<td>{mark.band}</td>")
    return "".join(cells)


def _bar(mark: Mark, rows: Rows) -> str:
    if mark.value is None:
        return ""
    before, length = rows.span(0, mark.value)
    bar = _box(before, length, f"height:.7em;background:{BAR_COLOUR}")
    if not mark.has_band:
        return bar
    # Hollow: told from the bar by its shape, not by its colour.
    band = f"height:.3em;border:1px solid {BAND_COLOUR}"
    return bar + _box(*rows.span(mark.low or 0, mark.high or 0), band)


def _box(before: float, length: float, style: str) -> str:
    # To a tenth: a pixel or so.
    margin = f"margin-left:{_em(before * BAR_EM, 1)};" if before else ""
    return f'<div style="{margin}width:{_em(length * BAR_EM, 1)};{style}"></div>'


def _strip(mark: Mark, rows: Rows) -> str:
    """Return a part as a line as long as it is large, a tick at each place."""
    length = STRIP_EM * (mark.size or rows.top_size) / rows.top_size
    ticks, at = [], 0.0
    tick_em = 0.12
    for place in _thinned(mark.places):
        gap = max(0.0, place * (length - tick_em) - at)
        at += gap + tick_em
        ticks.append(
            f'<span style="display:inline-block;margin-left:{_em(gap)};'
            f'width:{tick_em}em;height:.8em;background:{BAR_COLOUR}"></span>'
        )
    return (
        f'<div style="width:{_em(length)};height:1em;line-height:1em;text-align:left;'
        f'white-space:nowrap;border-bottom:1px solid {BAND_COLOUR}">'
        f"{''.join(ticks)}</div>"
    )


def _thinned(places: Iterable[float]) -> list[float]:
    """Return the places, those that fall on the same tick once."""
    return sorted({round(place * N_TICKS) / N_TICKS for place in places})


def _head(text: Bilingual, n: int = 1) -> str:
    span = f' colspan="{n}"' if n > 1 else ""
    return f'<th scope="col"{span}{_LEFT}>{_both(text)}</th>'


def _both(text: Bilingual) -> str:
    zh, en = escape(shown(text["zh"])), escape(shown(text["en"]))
    return f'{zh} <small lang="en">{en}</small>' if en else zh


def _em(number: float, decimals: int = 2) -> str:
    return f"{number:.{decimals}f}".rstrip("0").rstrip(".") + "em"
