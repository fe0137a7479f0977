"""A learner's settings: kept, never in the way."""

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.messages import LANGUAGES, language
from yandu.settings import (
    SETTINGS_NAME,
    KeptSettings,
    Settings,
    erase_settings,
    read_settings,
    save_settings,
)

DEFAULTS = Settings(language="both", asks_confidence=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asks", [True, False])
def test_what_is_saved_is_read(tmp_path, language, asks):
    settings = Settings(language, asks)
    assert save_settings(tmp_path / "new", settings) is True
    assert read_settings(tmp_path / "new") == settings
    assert [path.name for path in (tmp_path / "new").iterdir()] == [SETTINGS_NAME]


def test_reading_leaves_nothing_behind(tmp_path):
    assert read_settings(tmp_path / "none") == DEFAULTS
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'"en"',
        b"[" * 100_000,  # deeper than Python can go
        '{"学习者": "甲"}'.encode(),
        b'{"language": "fr", "asks_confidence": "no"}',
        b'{"language": ["en"], "asks_confidence": 0}',
        b'{"__class__": 1, "changed": 2}',
    ],
)
def test_a_damaged_or_foreign_file_means_the_defaults(tmp_path, content):
    (tmp_path / SETTINGS_NAME).write_bytes(content)
    assert read_settings(tmp_path) == DEFAULTS
    KeptSettings(tmp_path)


@given(st.binary(max_size=60) | st.from_type(dict).map(lambda d: repr(d).encode()))
def test_no_file_whatever_stops_a_lesson(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("settings")
    (folder / SETTINGS_NAME).write_bytes(content)
    assert isinstance(read_settings(folder), Settings)


def test_one_bad_value_does_not_spoil_the_others(tmp_path):
    data = {"language": "en", "asks_confidence": None, "of the future": 1}
    (tmp_path / SETTINGS_NAME).write_text(json.dumps(data), "utf-8")
    assert read_settings(tmp_path) == Settings(language="en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("language", None),
        ("language", ["en"]),
        ("asks_confidence", 1),
        ("asks_confidence", "true"),
        ("changed", True),
        ("", ""),
    ],
)
def test_what_is_no_setting_is_refused(name, value):
    with pytest.raises(ValueError, match="setting"):
        DEFAULTS.changed(name, value)


def test_a_failed_save_leaves_the_last_one_whole(tmp_path, monkeypatch):
    save_settings(tmp_path, Settings("en"))

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert save_settings(tmp_path, Settings("zh")) is False
    assert read_settings(tmp_path) == Settings("en")
    assert [path.name for path in tmp_path.iterdir()] == [SETTINGS_NAME]


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    assert save_settings(tmp_path / "file" / "folder", DEFAULTS) is False


def test_a_change_is_saved_and_spoken(tmp_path):
    kept = KeptSettings(tmp_path)
    assert kept.change("language", "en") is True
    assert (kept().language, language()) == ("en", "en")
    assert read_settings(tmp_path) == Settings("en")


def test_opening_speaks_what_was_set(tmp_path):
    save_settings(tmp_path, Settings("zh"))
    KeptSettings(tmp_path)
    assert language() == "zh"


def test_two_kernels_do_not_undo_each_other_s_settings(tmp_path):
    first, second = KeptSettings(tmp_path), KeptSettings(tmp_path)
    first.change("language", "en")
    second.change("asks_confidence", False)
    assert read_settings(tmp_path) == Settings("en", asks_confidence=False)
    first.reread()
    assert first() == Settings("en", asks_confidence=False)


def test_without_a_disk_a_setting_lasts_as_long_as_its_kernel(tmp_path):
    (tmp_path / "file").write_text("")
    kept = KeptSettings(tmp_path / "file")
    assert kept.change("language", "en") is False
    kept.reread()  # as when the page is loaded again
    assert (kept().language, language()) == ("en", "en")
    (tmp_path / "file").unlink()  # the disk is there again
    assert kept.change("asks_confidence", False) is True
    assert read_settings(tmp_path / "file") == Settings("en", asks_confidence=False)


def test_erasing_removes_what_saving_may_have_left(tmp_path):
    save_settings(tmp_path, Settings("en"))
    (tmp_path / f"{SETTINGS_NAME}.123.tmp").write_text("{")
    (tmp_path / "progress.sqlite3").write_text("")
    erase_settings(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["progress.sqlite3"]
    erase_settings(tmp_path)  # nothing there: no error
