"""A chart as an SVG image: words as text, drawn by whatever fonts the reader has."""

from html import escape

from yandu.textlab.charts.rows import BAND_COLOUR, BAR_COLOUR, Mark, Rows
from yandu.textlab.results.render import shown, width

FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
SIZE = 14
LINE = 24
BAR = 260
STRIP = 260
GAP = 14
_INK = "#222222"


def chart_svg(rows: Rows) -> str:
    """Return the rows as an SVG document on white, for a paper or a slide."""
    names = max((_long(mark.label) for mark in rows.marks), default=0)
    strip = STRIP + GAP if rows.has_places else 0
    numbers = max((_long(_number(mark)) for mark in rows.marks), default=0)
    under = (*rows.notes, *rows.sources)
    foot = [note[name] for note in under for name in ("zh", "en")]
    left = GAP + names + GAP
    full = max(left + strip + BAR + GAP + numbers + GAP, 2 * GAP + 480)
    lines = _wrapped([rows.caption["zh"], rows.caption["en"]], full)
    top = GAP + len(lines) * LINE
    notes = _wrapped(foot, full)
    bottom = top + len(rows.marks) * LINE
    body = [_text(GAP, GAP + (at + 0.7) * LINE, line) for at, line in enumerate(lines)]
    for at, mark in enumerate(rows.marks):
        body.append(_row(mark, rows, left, strip, top + at * LINE))
    body += [
        _text(GAP, bottom + (at + 1) * LINE, line, SIZE - 2)
        for at, line in enumerate(notes)
    ]
    high = bottom + (len(notes) + 0.5) * LINE + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{full:g}" height="{high:g}" '
        f'viewBox="0 0 {full:g} {high:g}" role="img" lang="zh-CN" '
        f'font-family="{FONT}" font-size="{SIZE}" fill="{_INK}">\n'
        f"<title>{rows.escaped_title}</title>\n"
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n'
        + "\n".join(body)
        + "\n</svg>\n"
    )


def _row(mark: Mark, rows: Rows, left: float, strip: float, top: float) -> str:
    baseline = top + 0.7 * LINE
    parts = [_text(left - GAP, baseline, mark.label, anchor="end")]
    if strip:
        parts.append(_strip(mark, rows, left, top))
    start = left + strip
    if mark.value is not None:
        before, length = rows.span(0, mark.value)
        parts.append(
            f'<rect x="{start + before * BAR:.1f}" y="{top + 5:g}" '
            f'width="{length * BAR:.1f}" height="11" fill="{BAR_COLOUR}"/>'
        )
    if mark.has_band:
        before, length = rows.span(mark.low or 0, mark.high or 0)
        x, y = start + before * BAR, top + 17
        parts.append(
            f'<rect x="{x:.1f}" y="{y:g}" width="{length * BAR:.1f}" height="4" '
            f'fill="none" stroke="{BAND_COLOUR}"/>'
        )
    parts.append(_text(start + BAR + GAP, baseline, _number(mark)))
    return "".join(parts)


def _strip(mark: Mark, rows: Rows, left: float, top: float) -> str:
    length = STRIP * (mark.size or rows.top_size) / rows.top_size
    ticks = "".join(
        f"M{left + place * length:.1f} {top + 5:g}v13" for place in mark.places
    )
    return (
        f'<path d="M{left:.1f} {top + 18:g}h{length:.1f}" stroke="{BAND_COLOUR}"/>'
        f'<path d="{ticks}" stroke="{BAR_COLOUR}" stroke-width="2"/>'
    )


def _number(mark: Mark) -> str:
    band = f" [{mark.band}]" if mark.has_band else ""
    return shown(mark.value) + band


def _text(
    x: float, y: float, string: str, size: int = SIZE, anchor: str = "start"
) -> str:
    own = f' font-size="{size}"' if size != SIZE else ""
    end = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}"{own}{end}>{escape(_allowed(string))}</text>'


def _allowed(string: str) -> str:
    # XML has no way to write these, not even escaped.
    return "".join(c for c in shown(string) if c not in "\ufffe\uffff")


def _long(string: str) -> float:
    """Return about how wide a string is: a Chinese character is as wide as high."""
    return width(shown(string)) * SIZE * 0.54


def _wrapped(strings: list[str], full: float) -> list[str]:
    """Break lines that are wider than the image; SVG does not."""
    cells = max(20, int((full - 2 * GAP) / (SIZE * 0.54)))
    lines = []
    for string in filter(None, strings):
        line, taken = "", 0
        for character in shown(string):
            if taken >= cells and (character == " " or width(character) == 2):
                lines.append(line)
                line, taken = "", 0
            line, taken = line + character, taken + width(character)
        lines.append(line.strip())
    return lines
