"""`yandu check`: each kind of fault, made in a copy of the real lessons, is found."""

import json

import pytest

from yandu.audit import audit

NOTEBOOK = "01_mission.ipynb"
BANK = "items/01_mission.toml"


@pytest.fixture
def notebook(lessons_copy):
    """The notebook of the copy as data; `save` writes it back."""
    path = lessons_copy / NOTEBOOK
    data = json.loads(path.read_text(encoding="utf-8"))

    class Spoilable:
        cells = data["cells"]
        metadata = data["metadata"]

        def cell(self, cell_id):
            return next(cell for cell in self.cells if cell["id"] == cell_id)

        def save(self):
            path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    return Spoilable()


def places(lessons):
    return {(fault.file, fault.entry, fault.field) for fault in audit(lessons)}


def spoil(lessons, file, old, new):
    path = lessons / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_course_itself_has_no_faults(lessons_copy):
    assert [str(fault) for fault in audit(lessons_copy)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (BANK, '["01-p01"]', '["01-p99"]', (BANK, "01-q01", "paragraphs")),
        (BANK, '"1.01"', '"9.99"', (BANK, "01-q01", "claims")),
        (BANK, '"01-o1"', '"01-o9"', (BANK, "01-q01", "objective")),
        (BANK, 'id = "01-q16"', 'id = "01-q99"', (BANK, "01-q99", "")),
        (BANK, 'id = "01-q16"', 'id = "01-q99"', (NOTEBOOK, "01-q16", "")),
        (
            "prompts/01_mission.toml",
            '"01-p05"',
            '"01-p50"',
            ("prompts/01_mission.toml", "01-d01", "paragraphs"),
        ),
        (
            "glossary.toml",
            'source = "S27"',
            'source = "S999"',
            ("glossary.toml", "*", "sources"),
        ),
        ("sources.toml", 'id = "S131"', 'id = "S999"', (NOTEBOOK, "*", "S131")),
        (
            "tokens/01_mission.tsv",
            "01-p01.1\t",
            "01-p01.9\t",
            ("tokens/01_mission.tsv", "01-p01.1", ""),
        ),
    ],
)
def test_an_id_that_does_not_exist_is_found(lessons_copy, file, old, new, place):
    spoil(lessons_copy, file, old, new)
    wanted_file, entry, field = place
    found = places(lessons_copy)
    assert any(
        (f, d) == (wanted_file, field) and entry in {"*", e} for f, e, d in found
    ), found


def change_nothing_else(notebook, lessons, place):
    notebook.save()
    assert place in places(lessons)


def test_a_claim_that_no_paragraph_covers(notebook, lessons_copy):
    notebook.cell("01-p01")["metadata"]["yandu"]["claims"] = ["1.02"]
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "", "1.01"))


def test_a_text_cell_without_english(notebook, lessons_copy):
    notebook.cell("01-p01")["source"] = "只有中文。"
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-p01", ""))


def test_two_cells_with_one_id(notebook, lessons_copy):
    notebook.cells.append(notebook.cell("01-p01"))
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-p01", ""))


def test_a_missing_slot(notebook, lessons_copy):
    notebook.cells.remove(notebook.cell("01-summary"))
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-summary", ""))


def test_slots_in_another_order(notebook, lessons_copy):
    notebook.cells.append(notebook.cells.pop(0))
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "", "cells"))


def test_a_hidden_cell_that_shows_its_code(notebook, lessons_copy):
    notebook.cell("01-read")["metadata"] = {}
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-read", ""))


def test_a_hidden_cell_without_a_chinese_first_line(notebook, lessons_copy):
    notebook.cell("01-read")["source"] = "lesson.read()"
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-read", ""))


def test_a_lab_cell_of_seven_lines(notebook, lessons_copy):
    notebook.cell("01-a01")["source"] = "\n".join("abcdefg")
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-a01", ""))


def test_a_notebook_that_does_not_say_which_lesson_it_is(notebook, lessons_copy):
    notebook.metadata["yandu"] = {"lesson": "02", "live": True}
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "", "metadata.yandu"))


def test_a_source_listed_but_not_cited(notebook, lessons_copy):
    notebook.cell("01-sources")["source"] += "\n- [S10] …"
    change_nothing_else(notebook, lessons_copy, (NOTEBOOK, "01-sources", "S10"))


def test_a_claim_of_another_paragraph(lessons_copy):
    spoil(lessons_copy, BANK, 'claims = ["1.01"]', 'claims = ["1.01", "1.02"]')
    assert places(lessons_copy) == {(BANK, "01-q01", "claims")}


def test_an_item_without_claims(lessons_copy):
    spoil(lessons_copy, BANK, 'claims = ["1.01"]', "claims = []")
    assert (BANK, "01-q01", "claims") in places(lessons_copy)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("（段 1）", "（段 99）", (BANK, "01-q01", "options.a.chosen")),
        ("两个短语。下列哪一对是", "以上都是", (BANK, "01-q01", "stem")),
        ("重要工具之一」；社", "重要工具」 ; 社", (BANK, "01-q01", "options")),
    ],
)
def test_a_lint_reaches_the_list(lessons_copy, old, new, place):
    spoil(lessons_copy, BANK, old, new)
    assert places(lessons_copy) == {place}


def test_a_file_that_cannot_be_read_is_one_fault_and_not_many(lessons_copy):
    spoil(lessons_copy, BANK, 'id = "01-q01"', 'id = "01-q01')
    faults = audit(lessons_copy)
    assert [(fault.file, fault.entry) for fault in faults] == [(BANK, "")]
