"""The gallery of all kinds is up to date, and nbval finds its outputs true."""

import json
import re
import shutil

from tests.gallery import STORED, build, rendered
from tests.lessons.test_nbval import nbval
from yandu.items import read_bank
from yandu.items.bank import KINDS

CELLS = json.loads(STORED.read_text(encoding="utf-8"))["cells"]


def test_the_stored_gallery_is_what_a_fresh_build_gives(tmp_path):
    """If this fails, and the change is meant: python -m tests.gallery."""
    assert STORED.read_bytes() == rendered(tmp_path / "lessons").read_bytes()


def test_every_kind_hangs_in_it_and_can_be_read_unrun(tmp_path):
    notebook = build(tmp_path)
    bank = read_bank(tmp_path, notebook.stem)
    assert {item.kind for item in bank.items.values()} == KINDS.keys()
    outputs = {
        cell["id"]: json.dumps(cell["outputs"], ensure_ascii=False)
        for cell in CELLS
        if cell["cell_type"] == "code"
    }
    assert [id_ for id_ in outputs if re.search("-q", id_)] == list(bank.items)
    for item in bank.items.values():
        assert item.stem["zh"][:8] in outputs[item.id]
        assert item.rationale["zh"][:12] not in outputs[item.id]


def test_stored_outputs_are_true(tmp_path, monkeypatch):
    notebook = build(tmp_path / "lessons")
    shutil.copyfile(STORED, notebook)
    monkeypatch.setenv("YANDU_LESSONS", str(tmp_path / "lessons"))
    run = nbval(notebook.parent)
    assert run.returncode == 0, run.stdout
    assert f"{sum('outputs' in cell for cell in CELLS)} passed" in run.stdout
