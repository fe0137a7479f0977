"""Charts: small, readable as text, harmless whatever stands in a text."""

import json
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import Table, UnknownChoiceError, article, frequency
from yandu.textlab.charts.chart import bars, strips
from yandu.textlab.results.export import UnknownFormatError

CAPTION = {"zh": "说明", "en": "caption"}
VEGA = "application/vnd.vegalite.v5+json"
#: Measured in JupyterLab 4.6.6: what its sanitiser keeps of HTML that it does not trust.
KEPT_STYLES = {
    *("text-align", "display", "width", "height", "margin-left", "line-height"),
    *("background", "border", "border-bottom", "white-space"),
}


def parts(**more):
    data = {"section": ["一", "二", "三"], "count": [6, 0, 2], "size": [300, 100, 50]}
    return Table(data | more, caption=CAPTION, kinds={"section": "head"})


def banded():
    bands = {
        "expected": [5.3, 1.8, 0.9],
        "chance_low": [3, 0, 0],
        "chance_high": [8, 4, 3],
    }
    return parts(**bands, places=[(0.9, 0.1, 0.5), (), (0.0, 1.0)])


class Shape(HTMLParser):
    """Collects tags, attributes, styles and text."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.styles, self.text = set(), set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.styles += [value for name, value in attrs if name == "style"]

    def handle_data(self, data):
        self.text.append(data)


def shape_of(html):
    shape = Shape()
    shape.feed(html)
    return shape


def test_thirty_bars_take_at_most_8_kb_in_each_form():
    chart = bars(frequency(article()))
    assert len(chart.rows.marks) == 30
    assert len(chart.html().encode()) <= 8000
    assert len(chart.svg().encode()) <= 8000
    assert len(json.dumps(chart.vega(), ensure_ascii=False).encode()) <= 8000


def test_thirty_bars_with_bands_too():
    thirty = {"token": ["总体国家安全观"] * 30, "dp_norm": [0.123456] * 30}
    bands = {"chance_low": [0.1] * 30, "chance_high": [0.3] * 30}
    table = Table(thirty | bands, caption=CAPTION, kinds={"token": "head"})
    chart = bars(table, "dp_norm")
    assert chart.rows.has_bands
    assert len(chart.html().encode()) <= 8000


def test_bars_take_the_columns_that_the_table_itself_shows_so(small):
    chart = bars(frequency(small))
    assert [mark.label for mark in chart.rows.marks][:2] == ["安全", "群众"]
    assert [mark.value for mark in chart.rows.marks][:2] == [3, 3]
    assert "小文" in repr(chart)


def test_the_longest_bar_fills_the_column_and_the_rest_are_in_proportion():
    html = bars(parts()).html()
    assert '<div style="width:14em;height:.7em' in html
    assert '<div style="width:4.7em;height:.7em' in html
    assert '<div style="width:0em;height:.7em' in html
    assert "<td>6</td>" in html


def test_negative_values_go_to_the_left_of_a_common_line():
    table = Table({"token": ["甲", "乙"], "log_ratio": [3.0, -1.0]}, caption=CAPTION)
    html = bars(table).html()
    assert "margin-left:3.5em;width:10.5em" in html
    assert '<div style="width:3.5em' in html
    rects = bars(table).svg().count("<rect")
    assert rects == 1 + 2


def test_a_band_is_a_hollow_box_with_its_numbers_in_a_cell():
    chart = bars(banded(), "count", low="chance_low", high="chance_high")
    assert "margin-left:5.2em;width:8.8em;height:.3em;border:1px solid" in chart.html()
    assert "<td>3–8</td>" in chart.html()
    assert "95%" in chart.html()
    assert "[3–8]" in repr(chart)
    assert "[3–8]" in chart.svg()


def test_strips_show_the_places_in_lines_as_long_as_the_parts():
    html = strips(banded()).html()
    rows = html.split("<tr>")[2:]
    assert ["width:16em" in rows[0], "width:5.33em" in rows[1]] == [True, True]
    assert [row.count("display:inline-block") for row in rows] == [3, 0, 2]
    # 0.1 of the line, less the width of a tick.
    assert "margin-left:1.59em;width:0.12em" in rows[0]
    assert strips(banded()).svg().count("v13") == 5


def test_strips_of_a_text_known_by_counts_only_have_no_places():
    chart = strips(banded().drop(columns="places"))
    assert not chart.rows.has_places
    assert "inline-block" not in chart.html()
    assert "<td>5.30</td>" in chart.html()


def test_many_places_are_thinned_to_what_can_be_seen():
    table = parts(places=[tuple(n / 10_000 for n in range(10_000)), (), ()])
    assert len(strips(table).html()) < 20_000


def test_only_inline_styles_that_an_untrusted_file_keeps():
    shape = shape_of(strips(banded()).html())
    assert shape.attributes <= {"class", "lang", "style", "scope", "colspan"}
    used = {
        part.partition(":")[0] for style in shape.styles for part in style.split(";")
    }
    assert used <= KEPT_STYLES


@given(st.text(max_size=30))
def test_what_stands_in_a_text_is_never_markup(string):
    hostile = f"<img src=x onerror=alert(1)>&amp;\"'{string}"
    table = Table(
        {"token": [hostile], "count": [1]},
        caption={"zh": hostile, "en": hostile},
        notes=[{"zh": hostile, "en": hostile}],
        kinds={"token": "head"},
    )
    chart = bars(table)
    known = {
        "table",
        "caption",
        "small",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "p",
    }
    assert shape_of(chart.html()).tags <= known
    names = {node.tag.partition("}")[2] for node in ET.fromstring(chart.svg()).iter()}
    assert names == {"svg", "title", "rect", "text"}
    json.dumps(chart.vega()).encode()


def test_a_chart_goes_out_as_a_table_or_on_demand_as_vega_lite():
    chart = bars(parts())
    assert set(chart._repr_mimebundle_()) == {"text/plain", "text/html"}
    data, metadata = chart.interactive()._repr_mimebundle_()
    assert set(data) == {"text/plain", VEGA}
    assert metadata[VEGA]["embed_options"]["actions"] is False
    assert [datum["value"] for datum in data[VEGA]["data"]["values"]] == [6, 0, 2]
    assert "url" not in json.dumps(data[VEGA])
    assert data[VEGA]["$schema"].endswith("/v5.json")


def test_missing_numbers_leave_a_gap():
    table = Table({"a": ["甲", "乙"], "n": [1.0, float("nan")]}, caption=CAPTION)
    chart = bars(table)
    assert [mark.value for mark in chart.rows.marks] == [1.0, None]
    assert "NaN" not in chart.html() + chart.svg() + json.dumps(chart.vega())


def test_empty_and_level_tables_can_be_drawn():
    for numbers in ([], [0, 0]):
        table = Table({"a": ["甲"] * len(numbers), "n": numbers}, caption=CAPTION)
        chart = bars(table, "n")
        ET.fromstring(chart.svg())
        assert "yd-chart" in chart.html()


def test_long_lines_are_broken_in_the_image():
    table = Table({"a": ["甲"], "n": [1]}, caption={"zh": "很长的说明" * 40, "en": ""})
    lines = ET.fromstring(bars(table).svg()).findall("{*}text")
    assert max(len(line.text) for line in lines) < 100


@pytest.mark.parametrize(
    "names", [{"value": "no"}, {"label": "no"}, {"value": "section"}]
)
def test_a_column_that_cannot_be_drawn_is_named(names):
    with pytest.raises(UnknownChoiceError, match=r"no|section"):
        bars(parts(), **names)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.svg", b"<svg"),
        ("x.html", b"<!DOCTYPE html>"),
        ("x.csv", b"\xef\xbb\xbfsection"),
    ],
)
def test_a_chart_is_saved_as_its_name_says(tmp_path, name, begins):
    path = bars(parts()).save(tmp_path / name)
    assert path.read_bytes().startswith(begins)
    assert path == tmp_path / name


def test_other_formats_are_refused_by_name(tmp_path):
    with pytest.raises(UnknownFormatError, match=r"x\.png"):
        bars(parts()).save(tmp_path / "x.png")
    assert list(tmp_path.iterdir()) == []
