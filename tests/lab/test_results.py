"""Pages, chart and files of an answer."""

from pathlib import Path

import pytest

from yandu.lab.answers import answer_of
from yandu.lab.results import Results
from yandu.textlab import Table
from yandu.textlab.charts.chart import bars

CAPTION = {"zh": "说明", "en": "caption"}


@pytest.fixture
def told():
    return []


@pytest.fixture
def results(told):
    results = Results(lambda task, word: told.append((task, word)), told.append)
    yield results
    for part in results.parts():
        part.close()


def answer(n=120, **more):
    table = Table(
        {"token": [f"词{k}" for k in range(n)], "count": [*range(n, 0, -1)]},
        caption=CAPTION,
        kinds={"token": "head", "count": "bar"},
        made="textlab.x()",
    )
    return answer_of(table, table.made, chart=bars, **more)


def press(results, name):
    row = [*results.pager.children, *results.files.children, *results.looks.children]
    next(b for b in row if name in getattr(b, "description", "")).click()


def test_pages_go_on_and_back_and_say_where_they_end(results, told):
    results.show(answer(), "x")
    assert results.pager in results.children
    press(results, "上一页")
    assert "已是第一页" in told[-1]
    press(results, "下一页")
    assert told[-1].startswith("第 51 至 100 行，共 120 行")
    assert "词50" in results.table.value
    assert "词49" not in results.table.value
    press(results, "下一页")
    assert told[-1].startswith("第 101 至 120 行")
    press(results, "下一页")
    assert "已是最后一页" in told[-1]
    assert "词119" in results.table.value
    results.show(answer(), "x")
    assert "词0" in results.table.value


def test_what_fits_a_page_has_no_pager(results):
    results.show(answer(50), "x")
    assert results.pager not in results.children


def test_files_are_saved_beside_the_notebook_and_none_is_overwritten(
    results, told, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    results.show(answer(), "yandu-词频")
    for _ in range(2):
        press(results, "CSV")
    press(results, "SVG")
    assert sorted(path.name for path in Path.cwd().iterdir()) == [
        *("yandu-词频-2.csv", "yandu-词频.csv", "yandu-词频.svg"),
    ]
    assert str(tmp_path) in told[-1]
    assert "yandu-词频.svg" in told[-1]
    lines = Path("yandu-词频.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["token,count", "词0,120"]
    assert lines[120] == "词119,1"  # all rows, not only the page
    assert "textlab.x()" in lines[-1]


def test_a_folder_that_cannot_be_written_is_said(results, told, monkeypatch, tmp_path):
    results.show(answer(), "x")
    monkeypatch.setattr("pathlib.Path.cwd", lambda: tmp_path / "gone")
    press(results, "CSV")
    assert "没有这个文件夹" in told[-1]


def test_a_drawn_chart_can_be_pointed_at_and_put_away(results):
    results.show(answer(is_drawn=True), "x")
    assert results.chart in results.children
    assert "yd-chart" in results.chart.value
    press(results, "可点读")
    (output,) = results._moving.outputs
    assert "application/vnd.vegalite.v5+json" in output["data"]
    press(results, "可点读")
    assert results._moving.outputs == ()


def test_words_can_be_picked_where_rows_are_words(results, told):
    results.show(answer(), "x")
    assert "yd-lab-words" in results.table._dom_classes
    assert results.word.options[0] == "词0"
    results.word.value = " 词3 "
    press(results, "分布")
    assert told[-1] == ("dispersion", "词3")
    results.show(answer(words=False), "x")
    assert "yd-lab-words" not in results.table._dom_classes


def test_an_empty_answer_says_so(results):
    results.show(answer(0), "x")
    assert "一处也没有" in results.extent()
    assert "一处也没有" in results.table.value
