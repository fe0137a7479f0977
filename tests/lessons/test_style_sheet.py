"""The authors' style sheet: its links, commands, ids and examples are what it says."""

import re

import pytest

from tests.conftest import LESSONS
from yandu.audit.form import CELL_ID, SLOTS
from yandu.audit.unfilled import SLOT
from yandu.cli import main
from yandu.content import read_course

TEXT = (LESSONS / "README.md").read_text(encoding="utf-8")
LESSON = read_course(LESSONS).lesson("01")


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", TEXT))))
def test_a_linked_file_is_there(link):
    assert (LESSONS / link).is_file()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`yandu ([\w-]+)", TEXT))))
def test_a_named_command_is_there(command):
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0


def test_the_form_names_every_cell_of_a_lesson():
    rows = re.findall(r"^\| (`[^|]+) \|", TEXT, re.MULTILINE)
    named = [cell for row in rows for cell in re.findall("`([^`]+)`", row)]
    assert set(SLOTS) <= set(named)
    assert all(CELL_ID.fullmatch(f"01-{cell}") for cell in named)


def test_its_good_sentences_stand_in_lesson_01():
    good = re.findall(r"^\| 好 good \| (.+?)。 \|", TEXT, re.MULTILINE)
    assert len(good) == 3
    source = "\n".join(cell.source for cell in LESSON.notebook.cells)
    assert [sentence for sentence in good if sentence not in source] == []


def test_the_mark_of_a_slot_is_the_one_that_is_looked_for():
    marks = re.findall("`(【[^`]+】)`", TEXT)
    assert len(marks) == 2
    assert [SLOT.fullmatch(mark) is not None for mark in marks] == [True, True]
