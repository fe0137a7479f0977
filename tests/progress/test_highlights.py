"""What a learner marks: kept exactly, taken away without a trace of its words."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yandu.progress import Highlight, SavedTerm, open_store
from yandu.progress.database import connect
from yandu.progress.migrations import MIGRATIONS
from yandu.progress.tables import TABLES

MADE = Highlight("01", "01-p02", "doubt", 4, "从优待警", "坚持", "，不", "为什么？")
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_a_highlight_comes_back_in_another_store(path):
    store = open_store(path)
    assert store.save_highlight(MADE)
    assert store.save_term(SavedTerm("mass-line", "01"))
    store.close()
    again = open_store(path)
    assert again.highlights() == again.highlights("01") == (MADE,)
    assert again.highlights("02") == ()
    assert [term.term_id for term in again.saved_terms()] == ["mass-line"]


def test_an_edit_replaces_it(path):
    store = open_store(path)
    store.save_highlight(MADE)
    changed = replace(MADE, kind="question", note="是谁说的？")
    store.save_highlight(changed)
    assert open_store(path).highlights() == (changed,)


def test_what_is_removed_is_gone_from_the_file_and_can_be_restored(path):
    store = open_store(path)
    store.save_highlight(MADE)
    assert MADE.quotation.encode() in path.read_bytes()
    assert store.save_highlight(MADE.removed())
    assert store.highlights() == ()
    assert store.export()["highlights"] == []
    assert MADE.quotation.encode() not in path.read_bytes()
    assert MADE.note.encode() not in path.read_bytes()
    store.save_highlight(MADE)
    assert open_store(path).highlights() == (MADE,)


def test_a_repair_does_not_bring_back_what_was_removed(path):
    store = open_store(path)
    store.save_highlight(MADE)
    store.save_term(SavedTerm("mass-line", "01"))
    store.close()
    store.close()  # the newest backup has both
    store.save_highlight(MADE.removed())
    store.save_term(SavedTerm("mass-line", "01", is_removed=True))
    path.write_bytes(b"not a database" * 400)
    store.close()
    assert [notice.key for notice in store.notices] == ["store.restored"]
    assert store.highlights() == ()
    assert store.saved_terms() == ()


def test_a_repair_keeps_what_was_made_after_the_last_backup(path):
    store = open_store(path)
    store.save_term(SavedTerm("mass-line", "01"))
    store.close()
    store.save_highlight(MADE)
    with path.open("r+b") as file:  # one page, not the one with the highlight
        file.truncate(path.stat().st_size - 100)
    assert MADE in open_store(path).highlights() or MADE in store.highlights()


def test_a_store_of_the_version_before_gains_the_tables(path):
    store = open_store(path)
    store.close()
    with closing(connect(path)) as db:
        for table in ("highlights", "saved_terms"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM migrations WHERE name >= 'm009'")
    again = open_store(path)
    assert again.save_highlight(MADE)
    assert open_store(path).highlights() == (MADE,)


def test_every_table_has_its_columns_in_the_schema(path):
    open_store(path)
    with closing(connect(path)) as db:
        for table in TABLES:
            found = [row[1] for row in db.execute(f"PRAGMA table_info({table.name})")]
            assert set(found) == set(table.columns)
    assert list(MIGRATIONS) == sorted(MIGRATIONS)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quotation=ANY_TEXT, note=ANY_TEXT)
def test_any_text_comes_back(path, quotation, note):
    made = replace(MADE, quotation=quotation, note=note)
    assert open_store(path).save_highlight(made)
    assert open_store(path).highlights() == (made,)


def test_records_come_back_from_their_dicts():
    assert Highlight.from_dict(MADE.to_dict()) == MADE
    saved = SavedTerm("mass-line", "01")
    assert SavedTerm.from_dict(saved.to_dict()) == saved


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "wrong"},
        {"start": -1},
        {"id": "1"},
        {"updated_at": datetime(2026, 3, 1)},  # noqa: DTZ001 - the fault under test
    ],
)
def test_a_highlight_refuses(change):
    with pytest.raises(ValueError, match=r"none of|negative|UUID|time zone"):
        replace(MADE, **change)


def test_a_saved_term_refuses_a_naive_time():
    with pytest.raises(ValueError, match="time zone"):
        SavedTerm("x", "01", datetime(2026, 3, 1))  # noqa: DTZ001
