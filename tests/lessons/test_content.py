"""What the lessons promise: coverage, variety, no state of a learner, no copying."""

import json

import pytest

from tests.conftest import LESSONS
from yandu.content import read_claims, read_course
from yandu.items import read_bank
from yandu.items.assign import Assign
from yandu.items.categorising import Categorising
from yandu.items.choice import MultipleChoice
from yandu.items.cloze import Cloze
from yandu.items.evidence import Evidence
from yandu.items.mark_tokens import MarkTokens
from yandu.items.open_response import OpenResponse
from yandu.items.short_answer import ShortAnswer
from yandu.render import VIEW, extension_strings

COURSE = read_course(LESSONS)
BANKS = {
    lesson.id: read_bank(LESSONS, lesson.name) for lesson in COURSE.lessons.values()
}
ITEMS = [item for bank in BANKS.values() for item in bank.items.values()]
NOTEBOOKS = sorted(LESSONS.glob("*.ipynb"))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_item_proves_itself(item):
    assert item.problems() == []
    if not isinstance(item, OpenResponse):  # nobody marks it but its learner
        assert item.accept
        assert item.reject


#: Kinds whose responses are made of parts, each of which earns something by itself.
BY_PARTS = (MultipleChoice, Cloze, Assign, Categorising, Evidence, MarkTokens)


@pytest.mark.parametrize(
    "item", [i for i in ITEMS if isinstance(i, BY_PARTS)], ids=lambda item: item.id
)
def test_a_partly_right_response_never_scores_full(item):
    solution = item.solution()
    for part in solution:
        if isinstance(solution, dict):
            less = {key: solution[key] for key in solution if key != part}
        else:
            less = [option for option in solution if option != part]
        score = item.score(item.parse(less))
        assert score.points < score.maximum
        if len(solution) > 1 and getattr(item, "scoring", "") != "all_or_nothing":
            assert score.points > 0


@pytest.mark.parametrize(
    "lesson", COURSE.lessons.values(), ids=lambda lesson: lesson.id
)
def test_a_lesson_has_what_a_lesson_needs(lesson):
    items = BANKS[lesson.id].items.values()
    assert len(items) >= 14
    assert len({item.kind for item in items}) >= 4
    assert len(lesson.prompts) >= 3
    labs = [cell for cell in lesson.notebook.cells if "lab" in cell.tags]
    assert len(labs) >= 3
    assert sum(cell.id[3] == "h" for cell in lesson.notebook.cells) >= 3


def test_lesson_01_covers_every_claim_of_section_1_and_tests_each():
    claims = {claim for claim in read_claims(LESSONS) if claim.startswith("1.")}
    assert len(claims) == 18
    covered = {c for p in COURSE.lesson("01").paragraphs for c in p.claims}
    tested = {claim for item in BANKS["01"].items.values() for claim in item.claims}
    assert covered == tested == claims


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_stores_no_widget_state_and_no_learner(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert "widgets" not in notebook["metadata"]
    for cell in notebook["cells"]:
        assert not {"editable", "deletable", "trusted"} & cell["metadata"].keys()
        for output in cell.get("outputs", []):
            assert VIEW not in output.get("data", {})
            assert output["output_type"] != "error"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_stored_output_gives_no_key_away(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    outputs = {
        cell["id"]: json.dumps(cell.get("outputs", []), ensure_ascii=False)
        for cell in notebook["cells"]
    }
    for item in BANKS[path.name[:2]].items.values():
        assert item.stem["zh"][:8] in outputs[item.id]
        assert item.rationale["zh"][:12] not in outputs[item.id]
        if isinstance(item, Cloze):
            assert not any(key in outputs[item.id] for key in item.solution().values())
        if isinstance(item, ShortAnswer):
            assert item.solution() not in outputs[item.id]


def test_the_extension_speaks_from_the_catalogue():
    from yandu.render import STRINGS_PATH

    assert STRINGS_PATH.read_text(encoding="utf-8") == extension_strings()
