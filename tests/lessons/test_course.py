"""What the whole course promises: coverage, variety, and that nothing lies about unused.

Most of it can only be asked once all seven lessons are there; until then it is skipped.
"""

import re

import pytest

from tests.conftest import LESSONS
from yandu.content import read_claims, read_course
from yandu.items import read_bank
from yandu.items.bank import KINDS
from yandu.items.choice import SingleChoice

COURSE = read_course(LESSONS)
BANKS = {
    lesson.id: read_bank(LESSONS, lesson.name) for lesson in COURSE.lessons.values()
}
ITEMS = [item for bank in BANKS.values() for item in bank.items.values()]
CLAIMS = read_claims(LESSONS)
CITATION = re.compile(r"\[(S\d+)\]")

LESSON_IDS = ("00", "01", "02", "03", "04", "05", "06")
#: How many items a lesson has at least.
N_ITEMS = {"00": 12, **dict.fromkeys(LESSON_IDS[1:6], 17), "06": 20}
N_KINDS = 8
whole_course = pytest.mark.skipif(
    len(COURSE.lessons) < len(LESSON_IDS),
    reason=f"only {len(COURSE.lessons)} of {len(LESSON_IDS)} lessons are there",
)


def cited_in(folder: str) -> set[str]:
    """Return the sources that the files of a folder cite."""
    texts = (path.read_text(encoding="utf-8") for path in LESSONS.glob(folder))
    return {source for text in texts for source in CITATION.findall(text)}


def test_nothing_is_broken():
    faults = [*COURSE.faults, *(f for bank in BANKS.values() for f in bank.faults)]
    faults += [fault for lesson in COURSE.lessons.values() for fault in lesson.faults]
    assert [str(fault) for fault in faults] == []


@whole_course
def test_there_are_seven_lessons_each_with_its_files():
    assert tuple(COURSE.lessons) == LESSON_IDS
    names = {lesson.name for lesson in COURSE.lessons.values()}
    assert {path.stem for path in LESSONS.glob("items/*.toml")} == names
    assert {path.stem for path in LESSONS.glob("prompts/*.toml")} == names
    assert {path.stem for path in LESSONS.glob("tokens/*.tsv")} == names


@whole_course
def test_the_texts_cover_every_claim():
    covered = {
        claim
        for lesson in COURSE.lessons.values()
        for paragraph in lesson.paragraphs
        for claim in paragraph.claims
    }
    assert len(CLAIMS) == 114
    assert covered == CLAIMS.keys()


@whole_course
def test_the_items_test_enough_claims():
    tested = {claim for item in ITEMS for claim in item.claims}
    assert tested <= CLAIMS.keys()
    assert len(tested) >= 92


@whole_course
def test_there_is_enough_of_everything():
    assert len(ITEMS) >= 117
    assert sum(len(lesson.prompts) for lesson in COURSE.lessons.values()) >= 28
    assert len(COURSE.glossary.terms) >= 90


@whole_course
@pytest.mark.parametrize("lesson_id", LESSON_IDS)
def test_a_lesson_has_enough_items_of_enough_kinds(lesson_id):
    kinds = [item.kind for item in BANKS[lesson_id].items.values()]
    assert len(kinds) >= N_ITEMS[lesson_id]
    assert len(set(kinds)) >= N_KINDS


@whole_course
def test_every_kind_is_used():
    assert {item.kind for item in ITEMS} == KINDS.keys()


@whole_course
def test_every_term_is_met_in_a_text_an_item_or_a_guide():
    cells = [
        cell.source
        for lesson in COURSE.lessons.values()
        for cell in lesson.notebook.cells
        if cell.kind == "markdown"
    ]
    files = [*LESSONS.glob("items/*.toml"), *LESSONS.glob("prompts/*.toml")]
    text = "\n".join([*cells, *(file.read_text(encoding="utf-8") for file in files)])
    met = {term.id for term in COURSE.glossary.terms_in(text)}
    assert COURSE.glossary.terms.keys() - met == set()


def test_every_source_cited_is_known():
    cited = cited_in("*.ipynb") | cited_in("items/*.toml") | cited_in("prompts/*.toml")
    assert cited
    assert cited - COURSE.sources.keys() == set()


def test_every_source_of_a_term_or_prompt_is_known():
    named: set[str] = set()
    for term in COURSE.glossary.terms.values():
        steps = [*([term.origin] if term.origin else []), *term.earlier]
        named |= {*term.sources, *(step.source for step in steps)}
    for lesson in COURSE.lessons.values():
        named |= {id_ for prompt in lesson.prompts.values() for id_ in prompt.sources}
    assert named - COURSE.sources.keys() == set()


def test_the_key_is_seldom_the_longest_option():
    """In four options of chance lengths the key is the longest in a quarter."""
    items = [item for item in ITEMS if isinstance(item, SingleChoice)]
    longest = 0
    for item in items:
        *_, last = sorted(item.options, key=lambda option: len(option.text["zh"]))
        size = len(last.text["zh"])
        is_alone = sum(len(o.text["zh"]) == size for o in item.options) == 1
        longest += is_alone and last.is_key
    assert longest <= 0.35 * len(items)
