import json
import sqlite3
from contextlib import closing

import pytest

from yandu.progress import Note, open_store
from yandu.progress.admin import DataError, erase, export_json, where
from yandu.progress.records import now


def test_where_is_the_learners_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("YANDU_DATA", str(tmp_path))
    monkeypatch.setenv("YANDU_LEARNER", "王")
    assert where() == tmp_path / "learners" / "王"


def test_export_is_readable_json_that_any_file_can_hold(path, attempt):
    made = attempt()
    text = "公安 \ud800 \0 \U0001f600"
    store = open_store(path)
    store.record(made)
    store.save_note(Note("01-d01", "01", text, (), True, now()))
    exported = export_json(path.parent)
    assert "公安 " in exported
    data = json.loads(exported.encode("utf-8"))
    assert data == store.export()
    assert data["notes"][0]["text"] == text


def test_erase_one_lesson_then_all(path, attempt):
    kept = attempt(lesson_id="02", item_id="02-q01")
    store = open_store(path)
    store.record(attempt())
    store.record(kept)
    erase(path.parent, "01")
    assert open_store(path).attempts() == (kept,)
    erase(path.parent)
    assert open_store(path).attempts() == ()


def test_what_cannot_be_done_is_said(path, attempt):
    open_store(path).record(attempt())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO migrations VALUES ('m999_later', '')")
    with pytest.raises(DataError, match=r"newer|较新"):
        export_json(path.parent)
    with pytest.raises(DataError, match=r"newer|较新"):
        erase(path.parent, "01")
