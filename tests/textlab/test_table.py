"""Result tables: pandas tables with a caption, as HTML and as plain text."""

from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import Table, Text, count_both, frequency, kwic
from yandu.textlab.results.render import to_html, to_plain, width

CAPTION = {"zh": "说明", "en": "caption"}


def test_a_result_is_a_pandas_table_that_keeps_its_caption(small):
    table = frequency(small)
    assert isinstance(table, pd.DataFrame)
    assert table["count"].sum() == 20
    for derived in (
        table.head(3),
        table.tail(2),
        table[table["count"] > 1],
        table[["token", "count"]],
        table.sort_values("token"),
        table.copy(),
        table.set_index("token").reset_index(),
    ):
        assert isinstance(derived, Table)
        assert derived.caption == table.caption
        assert "小文" in repr(derived)


def test_plain_text_aligns_chinese_columns(small):
    assert repr(frequency(small, section="09-p01").head(2)) == (
        "词频。所数文本：小文，段落 09-p01；共 10 个词（token），7 个不同的词（type）\n"
        "Word frequency. Text counted: a small text, paragraph 09-p01; "
        "10 tokens, 7 types\n"
        "名次  词        次数    每千\n"
        "   1  群众         3  300.00\n"
        "   2  公安机关     2  200.00"
    )


def test_plain_text_sets_the_left_context_flush_right(small):
    assert repr(kwic(small, "公安机关", window=4)).splitlines()[2:] == [
        "句              左  节点词    右",
        "09-p01.1            公安机关  依靠群众",
        "09-p01.2  群众信任  公安机关  ，公安机",
        "09-p01.2  安机关，  公安机关  服务群众",
    ]


def test_the_html_of_a_frequency_list(small):
    right = 'class="yd-number" style="text-align:right;white-space:nowrap"'
    left = "text-align:left;white-space:nowrap"
    bar = (
        '<span class="yd-bar-fill" style="display:inline-block;width:{}em;'
        'height:0.7em;background-color:#7d8ca3"></span> '
    )
    html = frequency(small, section="09-p01").head(2)._repr_html_()
    assert html == (
        '<table class="yd-table" lang="zh-CN">\n'
        '<caption style="text-align:left">词频。所数文本：小文，段落 09-p01；'
        "共 10 个词（token），7 个不同的词（type） "
        '<small lang="en">Word frequency. Text counted: a small text, paragraph '
        "09-p01; 10 tokens, 7 types</small></caption>\n"
        "<thead><tr>"
        '<th scope="col" style="text-align:right;white-space:nowrap">名次 '
        '<small lang="en">rank</small></th>'
        f'<th scope="col" style="{left}">词 <small lang="en">token</small></th>'
        f'<th scope="col" style="{left}">次数 <small lang="en">count</small></th>'
        '<th scope="col" style="text-align:right;white-space:nowrap">每千 '
        '<small lang="en">per thousand</small></th>'
        "</tr></thead>\n"
        "<tbody>\n"
        f'<tr><td {right}>1</td><th scope="row" style="{left}">群众</th>'
        f'<td class="yd-bar" style="{left}">{bar.format("8.0")}3</td>'
        f"<td {right}>300.00</td></tr>\n"
        f'<tr><td {right}>2</td><th scope="row" style="{left}">公安机关</th>'
        f'<td class="yd-bar" style="{left}">{bar.format("5.33")}2</td>'
        f"<td {right}>200.00</td></tr>\n"
        "</tbody>\n"
        "</table>"
    )


def test_a_whole_sentence_may_be_broken_into_lines_and_a_window_not(small):
    assert "white-space" in kwic(small, "信任")._repr_html_().split("</th><td")[1]
    cells = kwic(small, "信任", window="sentence")._repr_html_().split("</th><td")[1]
    assert cells.startswith(' class="yd-left-text" style="text-align:right">群众<')


class Shape(HTMLParser):
    """Collects what a browser would take for markup, and the text."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data):
        self.text.append(data)


@given(st.text(min_size=1, max_size=30))
def test_what_a_learner_wrote_is_never_markup(string):
    hostile = f"<img src=x onerror=alert(1)>&amp;\"'{string}甲"
    text = Text.build("h", {"zh": hostile, "en": hostile}, {"h.1": hostile}, {})
    shape = Shape()
    shape.feed(kwic(text, "甲", window="sentence")._repr_html_())
    assert shape.tags <= {
        *("table", "caption", "small", "thead", "tbody", "tr", "th", "td", "strong")
    }
    assert shape.attributes <= {"class", "style", "scope", "lang"}
    assert "<img src=x onerror=alert(1)>&amp;\"'" in "".join(shape.text)


def test_control_characters_and_surrogates_break_nothing():
    table = Table({"a": ["甲\n乙\x00", "\ud800丙"]}, caption=CAPTION)
    assert repr(table).splitlines() == ["说明", "caption", "a", "甲 乙", " 丙"]
    table._repr_html_().encode()


def test_a_long_table_says_how_much_is_shown():
    table = Table({"n": range(100)}, caption=CAPTION)
    lines = repr(table).splitlines()
    assert lines[-2].strip() == "59"
    assert "100" in lines[-1]
    assert "60" in lines[-1]
    assert table._repr_html_().count("<tr>") == 1 + 60 + 1
    with pd.option_context("display.max_rows", 5):
        assert table._repr_html_().count("<tr>") == 1 + 5 + 1
    assert "head(n)" not in repr(table.head(60))


def test_an_empty_table_says_so(small):
    table = kwic(small, "检察院")
    assert "一处也没有。" in repr(table).splitlines()
    assert "一处也没有。" in table._repr_html_()


def test_columns_of_the_learners_own(small):
    table = frequency(small).head(1).assign(mine=["<b>"], gap=[None], part=[0.5])
    assert '<th scope="col" style="text-align:left">mine</th>' in table._repr_html_()
    assert "&lt;b&gt;" in table._repr_html_()
    assert repr(table).splitlines()[-1].endswith("<b>        0.50")


def test_missing_and_zero_numbers_have_no_bar_to_break():
    table = Table({"n": [0, 0]}, caption=CAPTION, kinds={"n": "bar"})
    assert "yd-bar-fill" not in table._repr_html_()
    table = Table({"n": [1.0, float("nan")]}, caption=CAPTION, kinds={"n": "bar"})
    assert table._repr_html_().count("yd-bar-fill") == 1


@pytest.mark.parametrize(
    ("text", "cells"), [("公安", 4), ("ab", 2), ("，", 2), ("é", 1), ("e\u0301", 1)]
)
def test_width(text, cells):
    assert width(text) == cells


def test_the_same_question_gives_the_same_table(small):
    for ask in (
        lambda: frequency(small),
        lambda: kwic(small, "公安"),
        lambda: count_both(small, ["公安", "安全"]),
    ):
        assert ask()._repr_html_() == ask()._repr_html_()
        assert repr(ask()) == repr(ask())


NOTE = {"zh": "公式 <b> G²", "en": "formula <b> G²"}


def noted():
    return Table(
        {"p": [0.00001, 0.5], "share": [0.12345, 1.0], "note": ["too few", ""]},
        caption=CAPTION,
        kinds={"p": "p", "share": "share", "note": "note"},
        notes=[NOTE],
        made='textlab.keyness(text, "<1>")',
    )


def test_notes_stand_under_the_table_and_go_on_to_derived_tables():
    for table in (noted(), noted().head(1), noted()[["p", "note"]]):
        assert table.notes == (NOTE,)
        assert repr(table).splitlines()[-2:] == [NOTE["zh"], NOTE["en"]]
        under = table._repr_html_().partition("</table>")[2]
        assert "公式 &lt;b&gt; G²" in under
        assert "formula &lt;b&gt; G²" in under
        assert "<b>" not in under
    assert "yd-table-notes" not in Table({"n": [1]}, caption=CAPTION)._repr_html_()


def test_the_line_that_makes_it_is_shown_on_demand():
    table = noted().head(1)
    assert table.made == 'textlab.keyness(text, "<1>")'
    assert "keyness" not in repr(table) + table._repr_html_()
    sheet = table.sheet(with_made=True)
    assert to_plain(sheet).splitlines()[-1].endswith(table.made)
    html = to_html(sheet)
    assert "<code>textlab.keyness(text, &quot;&lt;1&gt;&quot;)</code>" in html


def test_probabilities_shares_and_remarks_have_a_form_of_their_own():
    assert repr(noted()).splitlines()[3:5] == [
        "<0.0001  0.123  次数太少",
        " 0.5000  1.000",
    ]
    html = noted()._repr_html_()
    assert ">&lt;0.0001</td>" in html
    assert '>次数太少 <small lang="en">too few</small></td>' in html


def test_an_infinite_number_is_shown_as_such():
    table = Table({"x": [float("inf"), float("-inf"), 1.0]}, caption=CAPTION)
    assert [line.strip() for line in repr(table).splitlines()[3:]] == [
        "∞",
        "-∞",
        "1.00",
    ]
