"""The authors' page on items: one example of each kind, each as good as it says."""

import re

import pytest

from tests.conftest import LESSONS
from yandu.audit import audit_bank
from yandu.content import read_claims, read_course
from yandu.items import Bank, read_bank
from yandu.items.bank import KINDS
from yandu.messages import catalogue
from yandu.preview import read_draft, write_preview

PATH = LESSONS / "items" / "README.md"
TEXT = PATH.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\w+ — \S+)\n(.*?)(?=^##|\Z)", TEXT, re.M | re.S))
COURSE = read_course(LESSONS)


@pytest.fixture(scope="module")
def bank(tmp_path_factory) -> Bank:
    """The examples as a bank."""
    folder = tmp_path_factory.mktemp("readme")
    notebook = write_preview(read_draft(str(PATH), LESSONS), COURSE, folder)
    return read_bank(folder, notebook.stem)


def test_each_kind_has_its_section_in_order_with_its_name():
    names = [f"{kind} — {catalogue()[f'kind.{kind}']['zh']}" for kind in KINDS]
    assert list(SECTIONS) == names


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_has_one_commented_example_and_english(name):
    (example,) = re.findall(r"^```toml\n(.*?)^```$", SECTIONS[name], re.M | re.S)
    assert example.count("[[item]]") == 1
    assert f'kind = "{name.split()[0]}"' in example
    assert re.search(r"(?:^|\s)# ?\w", example), "no comment in the example"
    before = SECTIONS[name].partition("```")[0]
    assert re.search(r"^\*[A-Z][^*]+\*$", before, re.M), "no English in italics"


def test_the_examples_are_the_kinds_in_order_numbered_from_one(bank):
    shown = [(item.id, item.kind) for item in bank.items.values()]
    assert shown == [(f"01-q{n:02}", kind) for n, kind in enumerate(KINDS, start=1)]


def test_the_examples_read_without_faults_and_pass_every_lint(bank):
    lesson = COURSE.lesson("01")
    faults = audit_bank(COURSE, lesson, bank, read_claims(LESSONS))
    assert [str(fault) for fault in faults] == []


def test_every_example_proves_itself(bank):
    for item in bank.items.values():
        assert item.problems() == []
        assert item.kind == "open_response" or (item.accept and item.reject)


def test_the_bank_points_here():
    for bank in LESSONS.glob("items/*.toml"):
        assert "README.md" in bank.read_text(encoding="utf-8").splitlines()[0]


def test_what_the_page_says_of_fields_is_so():
    """Every common field, every rule of credit, every rule of a policy is named."""
    from dataclasses import fields

    from yandu.items import Item
    from yandu.items.matching import PURPOSES, Policy
    from yandu.items.scoring import RULES

    common = {field.name for field in fields(Item)}
    rules = {field.name for field in fields(Policy)}
    named = set(re.findall(r"`(\w+)`", TEXT))
    assert common | rules | RULES.keys() | set(PURPOSES) <= named
