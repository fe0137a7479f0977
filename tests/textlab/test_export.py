"""Files: whole or not at all, nothing overwritten, nothing that a spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.textlab import Table, frequency
from yandu.textlab.results.export import (
    NameTakenError,
    NoFolderError,
    NotWrittenError,
    csv_text,
    free_path,
    write_csv,
    write_text,
)

CAPTION = {"zh": "说明", "en": "caption"}


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def rows_of(string):
    return list(csv.reader(io.StringIO(string, newline="")))


def test_a_spreadsheet_knows_it_for_utf_8_and_finds_rows_and_columns(tmp_path, small):
    table = frequency(small).head(2)
    path = write_csv(table, tmp_path / "x.csv")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    rows = rows_of(raw.decode("utf-8-sig"))
    assert rows[:3] == [
        ["rank", "token", "count", "per_thousand", "range"],
        ["1", "安全", "3", "150.0", "1"],
        ["1", "群众", "3", "150.0", "1"],
    ]


def test_after_an_empty_line_it_says_what_was_counted():
    notes = [{"zh": "公式", "en": "formula"}]
    table = Table({"n": [1]}, caption=CAPTION, notes=notes, made="textlab.x()")
    assert rows_of(csv_text(table)) == [
        *(["n"], ["1"], [], ["说明"], ["caption"], ["公式"], ["formula"]),
        ["textlab.x()"],
    ]
    assert rows_of(csv_text(table, about=False)) == [["n"], ["1"]]


@pytest.mark.parametrize("start", [*"=+-@＝＋－＠", "\t=", "\r=", "\n@", " ="])
def test_no_cell_is_a_formula(start):
    cell = f"{start}cmd|' /C calc'!A0"
    table = Table({cell: [cell]}, caption={"zh": cell, "en": ""}, notes=[], made=cell)
    for row in rows_of(csv_text(table)):
        for written in row:
            assert written.startswith("'")


def test_numbers_stay_numbers():
    table = Table({"n": [-1.5, float("nan")], "k": [-2, 3]}, caption=CAPTION)
    assert rows_of(csv_text(table, about=False))[1:] == [["-1.5", "-2"], ["", "3"]]


@given(st.text(max_size=40))
def test_any_text_comes_back_from_its_cell(string):
    table = Table({"a": [f"甲{string}"], "b": ["乙"]}, caption=CAPTION)
    (_, row) = rows_of(csv_text(table, about=False))
    assert row[1] == "乙"
    assert len(row) == 2


def test_a_name_that_is_taken_is_left_alone(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("mine")
    with pytest.raises(NameTakenError, match=r"x\.csv"):
        write_text("new", path)
    assert path.read_text() == "mine"
    assert write_text("new", path, overwrite=True).read_text() == "new"
    assert names_in(tmp_path) == ["x.csv"]


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(NoFolderError, match="nowhere"):
        write_text("x", tmp_path / "nowhere" / "x.csv")


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch, overwrite):
    path = tmp_path / "x.csv"
    if overwrite:
        path.write_text("mine")

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(NotWrittenError, match="No space left"):
        write_text("new", path, overwrite=overwrite)
    assert names_in(tmp_path) == (["x.csv"] if overwrite else [])
    if overwrite:
        assert path.read_text() == "mine"


def test_a_free_name_is_found(tmp_path):
    assert free_path(tmp_path, "词频", ".csv") == tmp_path / "词频.csv"
    for _ in range(2):
        write_text("x", free_path(tmp_path, "词频", ".csv"))
    assert free_path(tmp_path, "词频", ".csv").name == "词频-3.csv"
