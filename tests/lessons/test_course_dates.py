"""Every date that the lessons state is one that the course has on record.

The record is ``glossary.toml``, ``sources.toml`` and, for what has no place there,
``known_dates.tsv`` beside this file: each of its rows was compared with the fact sheet.
What a machine can and cannot see of a date stands in `tests.lessons.dates`.
"""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LESSONS
from tests.lessons.dates import (
    ARTICLE,
    Record,
    Stated,
    agrees,
    en_dates,
    entries,
    is_borne,
    read_known,
    record,
    statements,
    strings,
    zh_dates,
)
from yandu.content import Course, read_course

KNOWN = read_known(Path(__file__).parent / "known_dates.tsv")
#: Fields of an item that may say what is not so: distractors, and statements to judge.
OFFERED = re.compile(
    r"^(stem|accept|reject|before\.|after\.|models|bins)|\.text\b|\.begins$|\.at$"
)
#: A paragraph as items name it: 段 7, 第 7 段.
PARAGRAPH = re.compile(r"(?:段|第) ?(\d+)")
LISTED = re.compile(r"^- \[(S\d+)\](.*)$", re.MULTILINE)
N_LESSONS = 7


def said(lessons: Path, course: Course) -> Iterator[tuple[str, str]]:
    """Yield place and text of all that is said in lessons, items and prompts."""
    for lesson in course.lessons.values():
        for cell in lesson.notebook.cells:
            if cell.kind == "markdown":
                yield cell.id, cell.source
    for entry in [*entries(lessons, "items"), *entries(lessons, "prompts")]:
        for where, text in strings(entry):
            if not where.startswith(("accept", "reject")):
                yield f"{entry['id']} {where}", text


def unknown(lessons: Path, course: Course, rec: Record) -> Iterator[str]:
    """Yield dates that stand nowhere in the record, in either language."""
    every = rec.every
    for where, text in said(lessons, course):
        for date in [*zh_dates(text), *en_dates(text)]:
            if not is_borne(date, every):
                yield f"{where}: {date} is on no record"


def not_the_sources(lessons: Path, course: Course, rec: Record) -> Iterator[str]:
    """Yield dates beside a citation that are no date of what is cited or named."""
    for where, text in said(lessons, course):
        if where.endswith("-sources"):
            for source, line in LISTED.findall(text):
                for date in zh_dates(line):
                    if not is_borne(date, rec.of_source[source]):
                        yield f"{where}: {date} is no date of {source}"
            continue
        for stated in statements(where, text):
            if "未查实" in stated.text:
                continue  # it says itself that no source bears it
            if stated.sources and not rec.bears(stated):
                yield f"{stated}: no date of what is cited or named"


def not_the_paragraphs(lessons: Path, course: Course, rec: Record) -> Iterator[str]:
    """Yield dates in an item's feedback that its paragraphs do not state.

    Its paragraphs are those that it is about and those that the text names.
    """
    of_paragraph = {
        paragraph.id: [s.date for s in statements("", paragraph.text)]
        for lesson in course.lessons.values()
        for paragraph in lesson.paragraphs
    }
    for item in entries(lessons, "items"):
        if not set(item["paragraphs"]) <= of_paragraph.keys():
            continue  # its lesson is not there yet
        for where, text in strings(item):
            if OFFERED.search(where):
                continue
            named = [f"{item['id'][:2]}-p{int(n):02}" for n in PARAGRAPH.findall(text)]
            own = {*rec.of_source.get(ARTICLE, ())}
            own.update(
                *(of_paragraph.get(id_, ()) for id_ in [*item["paragraphs"], *named])
            )
            for stated in statements(f"{item['id']} {where}", text):
                if not is_borne(stated.date, own):
                    yield f"{stated}: not in {item['paragraphs']}"


def not_the_terms(lessons: Path, _course: Course, rec: Record) -> Iterator[str]:
    """Yield dates that a matching, ordering or wording shift puts to another term.

    In these a date is not said of a term in a sentence but put beside it.
    """
    for item in entries(lessons, "items"):
        for name, date, sources in beside(item):
            stated = Stated(item["id"], name, date, tuple(sources))
            is_named = any(rec.of_term[id_] for id_ in rec.terms_in(name))
            if is_named and not rec.bears(stated):
                yield f"{stated}: no date of the term or source beside it"


def beside(item: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield words, a date that stands beside them, and the sources of the item."""
    cited = re.findall(r"\[(S\d+)\]", item["rationale"]["zh"])
    if item["kind"] == "matching":
        right = {piece["id"]: piece["text"]["zh"] for piece in item["right"]}
        for left in item["left"]:
            for date in zh_dates(right[left["key"]]):
                yield left["text"]["zh"], date, cited
    elif item["kind"] == "ordering":
        for element in item["elements"]:
            for date in zh_dates(element.get("note", {}).get("zh", "")):
                yield element["text"]["zh"], date, cited
    elif item["kind"] == "wording_shift":
        for version in item["before"], item["after"]:
            words = re.sub(r"[/{}]", "", version["passage"])
            for date in [version["date"], *zh_dates(version["source"]["zh"])]:
                yield words + version["source"]["zh"], date, cited


def out_of_order(lessons: Path, *_: Any) -> Iterator[str]:
    """Yield orderings whose notes, if they are dates, do not go forward."""
    for item in entries(lessons, "items"):
        if item["kind"] != "ordering":
            continue
        notes = [element.get("note", {}).get("zh", "") for element in item["elements"]]
        first = [zh_dates(note)[0] for note in notes if zh_dates(note)]
        for before, after in pairwise(first):
            if before > after and not agrees(after, before):
                yield f"{item['id']}: {before} stands before {after}"


def english_differs(lessons: Path, course: Course, _rec: Record) -> Iterator[str]:
    """Yield months and days that only the English of a text has."""
    pairs = [
        (paragraph.id, paragraph.text, paragraph.en)
        for lesson in course.lessons.values()
        for paragraph in lesson.paragraphs
    ]
    for entry in [*entries(lessons, "items"), *entries(lessons, "prompts")]:
        texts = dict(strings(entry))
        pairs += [
            (f"{entry['id']} {where}", zh, texts[f"{where[:-3]}.en"])
            for where, zh in texts.items()
            if where.endswith(".zh") and f"{where[:-3]}.en" in texts
        ]
    for where, zh, en in pairs:
        own = [stated.date for stated in statements(where, zh)]
        for date in en_dates(en):
            if len(date) > len("2019") and not is_borne(date, own):
                yield f"{where}: {date} only in English"


LINTS = (
    unknown,
    not_the_sources,
    not_the_paragraphs,
    not_the_terms,
    out_of_order,
    english_differs,
)


def complaints(lessons: Path, lint: Any) -> list[str]:
    """Return what a lint finds in a lessons folder."""
    course = read_course(lessons)
    return list(lint(lessons, course, record(course, KNOWN)))


@pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.__name__)
def test_the_dates_of_the_course_agree(lint):
    assert complaints(LESSONS, lint) == []


def test_the_further_dates_are_well_formed_and_needed():
    course = read_course(LESSONS)
    form = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|\d\d-\d\d")
    for row in KNOWN:
        assert form.fullmatch(row["date"]), row
        assert row["what"], row
        known = {*course.sources, ARTICLE, "none"}
        if len(course.lessons) == N_LESSONS:
            assert set(row["source"].split()) <= known, row
    if len(course.lessons) < N_LESSONS:
        pytest.skip(f"only {len(course.lessons)} of {N_LESSONS} lessons are there")
    without = record(course, [])
    found = "\n".join(
        found for lint in LINTS for found in lint(LESSONS, course, without)
    )
    assert [row for row in KNOWN if f" {row['date']} " not in found] == []


#: What is changed in a copy, from what to what, and the lint that must see it.
PLANTED = [
    ("01_mission.ipynb", "2017年5月19日", "2017年5月18日", unknown),
    ("01_mission.ipynb", "19 May 2017", "18 May 2017", unknown),
    # Dates on record, but of other sources.
    ("01_mission.ipynb", "2017年5月19日", "2017年8月15日", not_the_sources),
    ("01_mission.ipynb", "2012年12月孟建柱", "2013年11月孟建柱", not_the_sources),
    ("01_mission.ipynb", "，2012年12月19日", "，2012年12月18日", not_the_sources),
    ("items/01_mission.toml", "2017年5月19日提出", "2018年5月19日提出", unknown),
    (
        "items/01_mission.toml",
        "2020年1月8日总结大会的对象",
        "2020年1月17日总结大会的对象",
        not_the_paragraphs,
    ),
    (
        "items/01_mission.toml",
        "先用于2015年2月27日[S58]",
        "先用于2015年10月[S58]",
        not_the_sources,
    ),
    (
        "prompts/01_mission.toml",
        "（2018年12月27日）",
        "（2018年12月29日）",
        english_differs,
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "lint"), PLANTED)
def test_a_wrong_date_is_found(lessons_copy, file, old, new, lint):
    path = lessons_copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert complaints(lessons_copy, lint)


def toy(kind, **fields):
    said = {
        "rationale": {"zh": "[S01]"},
        "paragraphs": [],
        "kind": kind,
        "id": "01-q01",
    }
    return said | fields


def test_a_date_beside_the_wrong_term_is_found(monkeypatch):
    rec = Record({"S01": {"2014"}}, {"a": {"2016-01"}}, set(), {"a": ("四个意识",)})
    left = [{"text": {"zh": "四个意识"}, "key": "y"}]
    shift = {"passage": "{四个}/意识", "source": {"zh": "2018年"}}
    wrong = [
        toy("matching", left=left, right=[{"id": "y", "text": {"zh": "2018年"}}]),
        toy("ordering", elements=[{"text": left[0]["text"], "note": {"zh": "2018年"}}]),
        toy(
            "wording_shift",
            before={"date": "2016", **shift},
            after={"date": "2016", **shift},
        ),
    ]
    right = json.loads(json.dumps(wrong).replace("2018", "2016"))
    for item, better, n in zip(wrong, right, (1, 1, 2), strict=True):
        monkeypatch.setattr(f"{__name__}.entries", lambda *_, one=item: [one])
        assert len(list(not_the_terms(LESSONS, None, rec))) == n
        monkeypatch.setattr(f"{__name__}.entries", lambda *_, one=better: [one])
        assert list(not_the_terms(LESSONS, None, rec)) == []


@pytest.mark.parametrize(
    ("notes", "n"),
    [
        (("2012年", "2013年"), 0),
        (("2013年", "2012年"), 1),
        (("2017-", "", "2012年"), 0),
        (("2018年1月", "2018年"), 0),
        (("2019年5月", "2020年1月", "2019年10月"), 1),
    ],
)
def test_an_order_that_goes_back_is_found(monkeypatch, notes, n):
    elements = [{"note": {"zh": note}} for note in notes]
    item = toy("ordering", elements=elements)
    monkeypatch.setattr(f"{__name__}.entries", lambda *_: [item])
    assert len(list(out_of_order(LESSONS))) == n
