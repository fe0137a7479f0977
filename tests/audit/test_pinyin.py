"""The pinyin files against the texts, and the claims by their kinds."""

import json

import pytest

from yandu.audit import audit
from yandu.content import read_claims
from yandu.content.claims import claim_faults

FILE = "pinyin/01_mission.tsv"


def told(lessons):
    """Return what `yandu check` says of the pinyin."""
    return [
        (f.file, f.entry, f.message)
        for f in audit(lessons)
        if f.file.startswith("pinyin/")
    ]


def spoil(lessons, old, new):
    path = lessons / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sentence_that_is_missing_is_told_to_be_rendered(lessons_copy):
    path = lessons_copy / FILE
    kept = [
        line
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("01-p02.1\t")
    ]
    path.write_text("\n".join(kept), encoding="utf-8")
    ((file, entry, message),) = told(lessons_copy)
    assert (file, entry) == (FILE, "01-p02.1")
    assert "yandu render" in message


def test_a_sentence_that_has_changed_is_told(lessons_copy):
    path = lessons_copy / "01_mission.ipynb"
    data = json.loads(path.read_text(encoding="utf-8"))
    cell = next(cell for cell in data["cells"] if cell["id"] == "01-p02")
    cell["source"] = "".join(cell["source"]).replace("「必须」", "「应当」", 1)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert [entry for _, entry, _ in told(lessons_copy)] == ["01-p02.1"]


@pytest.mark.parametrize(
    ("old", "new"), [("公gōng", "公gogn"), ("公gōng", "gōng"), ("\t", " ")]
)
def test_a_line_of_another_form_is_told_once(lessons_copy, old, new):
    spoil(lessons_copy, old, new)
    ((file, _, message),) = told(lessons_copy)
    assert file == FILE
    assert "1" in message


def test_claims_have_one_of_the_kinds_and_both_languages(lessons_copy):
    claims = read_claims(lessons_copy)
    assert [*claim_faults(claims)] == []
    claims["1.01"] |= {"kind": "opinion"}
    claims["1.02"] |= {"claim_en": " "}
    found = [(fault.entry, fault.field) for fault in claim_faults(claims)]
    assert found == [("1.01", "kind"), ("1.02", "claim_en")]
