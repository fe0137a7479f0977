"""A chart as a Vega-Lite 5 specification: JupyterLab 4.6 draws it by itself, offline.

The data stand in it, nothing is fetched: the address of the schema is only a name.
"""

from typing import Any

from yandu.messages import Bilingual
from yandu.textlab.charts.rows import BAND_COLOUR, BAR_COLOUR, Mark, Rows
from yandu.textlab.results.render import shown

MIME = "application/vnd.vegalite.v5+json"
#: Drawn as SVG, so that labels are text; no menu, which has no name for a reader's ear.
METADATA = {"embed_options": {"actions": False, "renderer": "svg"}}
FONT = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"


def chart_vega(rows: Rows) -> dict[str, Any]:
    """Return the rows as a specification; pointing at a mark tells its numbers."""
    labels = [shown(mark.label) for mark in rows.marks]
    y = {"field": "label", "type": "nominal", "sort": labels, "title": None}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "description": shown(rows.caption["zh"]),
        "background": "transparent",
        "width": 360,
        "height": {"step": 22},
        "data": {"values": [_datum(mark) for mark in rows.marks]},
        "encoding": {"y": y, "tooltip": _tooltip(rows)},
        "layer": _layers(_one_line(rows.heads["value"]), has_bands=rows.has_bands),
        "config": {"font": FONT, "axis": {"labelLimit": 240, "titleAngle": 0}},
    }


def _layers(head: str, *, has_bands: bool) -> list[dict[str, Any]]:
    """Return the bars, and any bands: hollow, below them, as in the table."""
    bar = {"type": "bar", "color": BAR_COLOUR, "height": 11}
    layers: list[dict[str, Any]] = [
        {"mark": bar, "encoding": {"x": _axis("value", head)}}
    ]
    if has_bands:
        band = {"type": "bar", "height": 4, "yOffset": 9}
        band |= {"filled": False, "stroke": BAND_COLOUR}
        across = {"x": _axis("low", head), "x2": {"field": "high"}}
        layers.append({"mark": band, "encoding": across})
    return layers


def _tooltip(rows: Rows) -> list[dict[str, str]]:
    names = ("label", "value", "expected", "low", "high")
    return [
        {"field": name, "title": _one_line(rows.heads[name])}
        for name in names
        if name in rows.heads
    ]


def _axis(field: str, title: str) -> dict[str, str]:
    return {"field": field, "type": "quantitative", "title": title}


def _datum(mark: Mark) -> dict[str, Any]:
    numbers = {
        name: value
        for name in ("value", "expected", "low", "high")
        if (value := getattr(mark, name)) is not None
    }
    return {"label": shown(mark.label), **numbers}


def _one_line(text: Bilingual) -> str:
    return f"{text['zh']} {text['en']}".strip()
