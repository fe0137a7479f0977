import json

import pytest
from nbformat.sign import NotebookNotary

from yandu import workspace
from yandu.content.course import lesson_files
from yandu.workspace import merge, prepare


def cell(cell_id, source="", tags=(), kind="markdown", **fields):
    return {
        "id": cell_id,
        "cell_type": kind,
        "metadata": {"tags": list(tags)},
        "source": source,
        **fields,
    }


OURS = {
    "cells": [cell("01-title"), cell("01-p01", "新"), cell("01-a01", "原", ["lab"])],
    "metadata": {"yandu": {"lesson": "01", "live": True}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def ids(notebook):
    return [cell["id"] for cell in notebook["cells"]]


def test_a_first_copy_is_ours_with_its_cells_protected():
    copy = merge(OURS, None)
    assert ids(copy) == ["01-title", "01-p01", "01-a01"]
    title, _text, lab = copy["cells"]
    assert (title["metadata"]["editable"], title["metadata"]["deletable"]) == (
        False,
        False,
    )
    assert "editable" not in lab["metadata"]  # an experiment is there to be changed
    assert lab["metadata"]["deletable"] is False


def test_what_a_learner_added_stays_after_the_cell_that_it_followed():
    theirs = merge(OURS, None)
    theirs["cells"].insert(2, cell("mine-1"))
    theirs["cells"].insert(3, cell("mine-2"))
    theirs["cells"].insert(0, cell("mine-0"))
    assert ids(merge(OURS, theirs)) == [
        "mine-0",
        "01-title",
        "01-p01",
        "mine-1",
        "mine-2",
        "01-a01",
    ]


def test_what_a_learner_deleted_or_changed_of_ours_is_there_again():
    theirs = merge(OURS, None)
    theirs["cells"] = [cell("01-p01", "旧"), cell("mine")]
    merged = merge(OURS, theirs)
    assert ids(merged) == ["01-title", "01-p01", "mine", "01-a01"]
    assert merged["cells"][1]["source"] == "新"


def test_a_lab_cell_stays_as_the_learner_left_it():
    theirs = merge(OURS, None)
    theirs["cells"][2]["source"] = "我改过"
    assert merge(OURS, theirs)["cells"][2]["source"] == "我改过"


def test_merging_twice_changes_nothing():
    theirs = merge(OURS, None)
    theirs["cells"].insert(1, cell("mine"))
    once = merge(OURS, theirs)
    assert merge(OURS, once) == once


@pytest.fixture
def jupyter(tmp_path, monkeypatch):
    """A Jupyter account of this test's own, for signatures."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))


def test_the_folder_holds_trusted_copies_and_the_lessons_are_untouched(
    lessons_copy, tmp_path, jupyter
):
    import nbformat

    before = {
        path: path.read_bytes() for path in lessons_copy.rglob("*") if path.is_file()
    }
    folder = tmp_path / "研读"
    notebooks = prepare(lessons_copy, folder)
    assert notebooks == [folder / path.name for path in lesson_files(lessons_copy)]
    notary = NotebookNotary()
    assert all(notary.check_signature(nbformat.read(path, 4)) for path in notebooks)
    notary.store.close()
    after = {
        path: path.read_bytes() for path in lessons_copy.rglob("*") if path.is_file()
    }
    assert after == before


def test_preparing_again_writes_nothing(lessons_copy, tmp_path, jupyter):
    notebooks = prepare(lessons_copy, tmp_path / "work")
    before = [notebook.stat().st_mtime_ns for notebook in notebooks]
    prepare(lessons_copy, tmp_path / "work")
    assert [notebook.stat().st_mtime_ns for notebook in notebooks] == before


def test_a_copy_that_cannot_be_read_is_set_aside(lessons_copy, tmp_path, jupyter):
    folder = tmp_path / "work"
    notebook = prepare(lessons_copy, folder)[1]
    for number in range(2):
        notebook.write_text(f"{{ broken {number}", encoding="utf-8")
        prepare(lessons_copy, folder)
    assert json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    kept = sorted(path.read_text() for path in folder.glob("*.damaged*"))
    assert kept == ["{ broken 0", "{ broken 1"]


def test_a_half_written_file_never_stands_in_place(
    lessons_copy, tmp_path, jupyter, monkeypatch
):
    folder = tmp_path / "work"
    notebook = prepare(lessons_copy, folder)[1]
    good = notebook.read_bytes()

    def fail(*_):
        msg = "no space left"
        raise OSError(msg)

    monkeypatch.setattr(workspace.os, "replace", fail)
    source = lessons_copy / "01_mission.ipynb"
    source.write_text(source.read_text("utf-8").replace("初心", "初 心"), "utf-8")
    with pytest.raises(OSError, match="no space"):
        prepare(lessons_copy, folder)
    assert notebook.read_bytes() == good
