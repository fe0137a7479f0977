import pytest

from yandu.messages import both
from yandu.progress import Notice

VALUES = {"date": "2026-03-01 15:45", "file": "FILE", "folder": "FOLDER"}


@pytest.mark.parametrize(
    "key",
    [
        "restored",
        "restored_missing",
        "started_anew",
        "not_saving",
        "disk_full",
        "busy",
        "newer",
    ],
)
def test_every_notice_is_one_plain_sentence(key, monkeypatch):
    texts = both(f"store.{key}", **VALUES)
    assert texts["zh"].count("。") == 1
    assert texts["zh"].endswith("。")
    assert texts["en"].endswith(".")
    monkeypatch.setenv("YANDU_LANG", "zh")
    assert Notice(f"store.{key}", VALUES).text == texts["zh"]


@pytest.mark.parametrize("key", ["restored", "restored_missing", "started_anew"])
def test_a_repair_names_the_date(key):
    texts = both(f"store.{key}", **VALUES)
    assert VALUES["date"] in texts["zh"]
    assert VALUES["date"] in texts["en"]
