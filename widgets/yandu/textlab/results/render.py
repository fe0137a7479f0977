"""How a result table looks: as HTML and as plain text.

Both forms depend on the content alone, so that a stored output never changes by
itself. The HTML uses only what JupyterLab lets through in a file that it does not
trust: tables, classes and plain inline styles.
"""

import html
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from yandu.messages import Bilingual, both, catalogue

# JupyterLab sets table cells flush right and breaks them anywhere: each kind of
# column says what it needs. The classes are for the course's own style sheet.
_ALIGN = {
    "head": "left",
    "text": "left",
    "left": "right",
    "left_text": "right",
    "node": "center",
    "right": "left",
    "number": "right",
    "bar": "left",
    "p": "right",
    "share": "right",
    "note": "left",
}
_NOWRAP = {"head", "left", "node", "right", "number", "bar", "p", "share", "note"}
# Numbers whose size matters more than two decimals show: a probability, a share.
_DECIMALS = {"p": 4, "share": 3}
# Mid-tone: it stands out from a white and from a dark page.
_BAR_COLOUR = "#7d8ca3"
_BAR_WIDTH_EM = 8


@dataclass(frozen=True)
class Sheet:
    """What is shown of a table.

    Attributes:
        caption: What was counted, and in which text.
        columns: Names of the columns; their heads stand in the messages.
        kinds: Column to its kind: ``head`` (names the row), ``text``, ``number``,
            ``bar`` (a number with a bar), ``left``, ``node``, ``right`` (KWIC; a line
            that is not broken), ``left_text`` (left context that may be broken),
            ``p`` (a probability: four decimals), ``share`` (three decimals),
            ``note`` (a fixed remark in English, ``too few``, shown by its message).
        rows: The rows that are shown, their cells as values.
        n_rows: How many rows the table has.
        notes: Lines that stand under the table.
        made: The line of Python that makes the table, or nothing to leave it out.
    """

    caption: Bilingual
    columns: Sequence[str]
    kinds: Mapping[str, str]
    rows: Sequence[Sequence[object]]
    n_rows: int
    notes: Sequence[Bilingual] = ()
    made: str = ""


def to_html(sheet: Sheet) -> str:
    """Return the sheet as an HTML table with caption and heads."""
    heads = [
        f'<th scope="col" style="{_style(sheet.kinds[name])}">'
        f"{_both(column_head(name))}</th>"
        for name in sheet.columns
    ]
    tops = [_greatest(row[at] for row in sheet.rows) for at, _ in enumerate(heads)]
    body = "".join(
        "<tr>"
        + "".join(
            _cell(value, sheet.kinds[name], top)
            for value, name, top in zip(row, sheet.columns, tops, strict=True)
        )
        + "</tr>\n"
        for row in sheet.rows
    )
    foot = "".join(
        f'<tr><td colspan="{len(heads)}" style="text-align:left">'
        f"{_both(note)}</td></tr>\n"
        for note in _extent(sheet)
    )
    return (
        '<table class="yd-table" lang="zh-CN">\n'
        f'<caption style="text-align:left">{_both(sheet.caption)}</caption>\n'
        f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>\n{body}</tbody>\n"
        + (f"<tfoot>\n{foot}</tfoot>\n" if foot else "")
        + "</table>"
        + _under(sheet)
    )


def to_plain(sheet: Sheet) -> str:
    """Return the sheet as text whose columns align where Chinese is two cells wide."""
    lines = [
        [column_head(name)["zh"] for name in sheet.columns],
        *(
            [
                _words(value, sheet.kinds[name])["zh"]
                for value, name in zip(row, sheet.columns, strict=True)
            ]
            for row in sheet.rows
        ),
    ]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    right = [_is_flush_right(sheet.kinds[name]) for name in sheet.columns]
    return "\n".join(
        [
            sheet.caption["zh"],
            sheet.caption["en"],
            *("  ".join(map(_pad, line, widths, right)).rstrip() for line in lines),
            *(note["zh"] for note in _extent(sheet)),
            *(shown(note[name]) for note in sheet.notes for name in ("zh", "en")),
            *([both("textlab.made")["zh"] + shown(sheet.made)] if sheet.made else []),
        ]
    )


def column_head(name: str) -> Bilingual:
    """Return the head of a column; one that the learner made keeps its name."""
    key = f"textlab.column_{name}"
    return both(key) if key in catalogue() else {"zh": name, "en": ""}


def shown(value: object, decimals: int = 2) -> str:
    """Return a cell as text: no controls, few decimals, nothing for a missing value."""
    if value is None:
        return ""
    if isinstance(value, float):
        text = f"{value:.{decimals}f}".replace("inf", "∞")
    else:
        text = str(value)
    # A line break would break the row; a lone surrogate cannot be sent.
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character
        for character in text
    )


def width(text: str) -> int:
    """Return how many cells `text` takes in a font of fixed width."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )


def _cell(value: object, kind: str, top: float) -> str:
    text = _both(_words(value, kind))
    if kind == "head":
        return f'<th scope="row" style="{_style(kind)}">{text}</th>'
    if kind == "node":
        text = f"<strong>{text}</strong>"
    if kind == "bar" and isinstance(value, int | float) and top > 0:
        length = max(0, round(_BAR_WIDTH_EM * value / top, 2))
        text = (
            f'<span class="yd-bar-fill" style="display:inline-block;width:{length}em;'
            f'height:0.7em;background-color:{_BAR_COLOUR}"></span> {text}'
        )
    return f'<td class="yd-{kind.replace("_", "-")}" style="{_style(kind)}">{text}</td>'


def _words(value: object, kind: str) -> Bilingual:
    """Return what a cell says; only a remark is said in both languages."""
    if kind == "note" and (key := f"textlab.note_{value}".replace(" ", "_")) in (
        catalogue()
    ):
        return both(key)
    decimals = _DECIMALS.get(kind, 2)
    if kind == "p" and isinstance(value, float) and 0 <= value < 0.1**decimals:
        # Never 0: a probability that small is still not nothing.
        return {"zh": f"<{0.1**decimals:.{decimals}f}", "en": ""}
    return {"zh": shown(value, decimals), "en": ""}


def _under(sheet: Sheet) -> str:
    """Return what stands below the table, as paragraphs: they do not widen it.

    One line stands open; several are folded, so that they do not outweigh the result.
    """
    notes = "".join(f"\n<p>{_both(note)}</p>" for note in sheet.notes)
    if len(sheet.notes) > 1:
        summary = f"<summary>{_both(both('textlab.notes'))}</summary>"
        notes = f"\n<details>{summary}{notes}\n</details>"
    if sheet.made:
        notes += (
            f"\n<details><summary>{_both(both('textlab.made'))}</summary>"
            f"<code>{html.escape(shown(sheet.made))}</code></details>"
        )
    return (
        f'\n<div class="yd-table-notes" lang="zh-CN">{notes}\n</div>' if notes else ""
    )


def _style(kind: str) -> str:
    nowrap = ";white-space:nowrap" if kind in _NOWRAP else ""
    return f"text-align:{_ALIGN[kind]}{nowrap}"


def _both(text: Bilingual) -> str:
    zh, en = html.escape(shown(text["zh"])), html.escape(shown(text["en"]))
    return f'{zh} <small lang="en">{en}</small>' if en else zh


def _extent(sheet: Sheet) -> list[Bilingual]:
    if not sheet.n_rows:
        return [both("textlab.no_rows")]
    if sheet.n_rows > len(sheet.rows):
        return [both("textlab.more_rows", shown=len(sheet.rows), total=sheet.n_rows)]
    return []


def _greatest(values: Iterable[object]) -> float:
    numbers = (value for value in values if isinstance(value, int | float))
    return max(numbers, default=0)


def _is_flush_right(kind: str) -> bool:
    # In plain text, which has no bar, a number with a bar is set as numbers are.
    return kind == "bar" or _ALIGN[kind] == "right"


def _pad(text: str, cells: int, is_right: bool) -> str:
    space = " " * (cells - width(text))
    return space + text if is_right else text + space
