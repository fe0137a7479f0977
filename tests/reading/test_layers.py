"""What lies over a paragraph: the spans, their order, the claims, for every lesson."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.reading.layers import layers
from yandu.textlab.pinyin.files import is_syllable
from yandu.textlab.texts.text import compact, is_han

COURSE = read_course(LESSONS)
LAYERS = {lesson.id: layers(COURSE, lesson) for lesson in COURSE.lessons.values()}


def spans_of(layer):
    """Return lesson, paragraph layers and span of every span of a layer."""
    return [
        (made, span)
        for lesson in LAYERS.values()
        for made in lesson.values()
        for span in made["spans"]
        if span["layer"] == layer
    ]


@pytest.mark.parametrize(
    "lesson", COURSE.lessons.values(), ids=lambda lesson: lesson.id
)
def test_every_paragraph_has_its_text_and_claims(lesson):
    made = LAYERS[lesson.id]
    assert [*made] == [paragraph.id for paragraph in lesson.paragraphs]
    for paragraph in lesson.paragraphs:
        assert made[paragraph.id]["text"] == compact(paragraph.text)
        claims = made[paragraph.id]["claims"]
        assert tuple(claim["id"] for claim in claims) == paragraph.claims
        assert all(claim["zh"] and claim["en"] for claim in claims)
        assert all(claim["name"]["zh"] or claim["name"]["en"] for claim in claims)


def test_a_term_is_marked_by_its_wording_or_a_variant():
    found = spans_of("term")
    assert len(found) > 400
    for made, span in found:
        term = COURSE.glossary.terms[span["ref"]]
        assert made["text"][span["start"] : span["end"]] in (term.zh, *term.variants)


@pytest.mark.parametrize("layer", ["term", "formula"])
def test_marks_of_a_layer_never_overlap(layer):
    for lesson in LAYERS.values():
        for made in lesson.values():
            end = 0
            for span in made["spans"]:
                if span["layer"] == layer:
                    assert span["start"] >= end
                    end = span["end"]


def test_every_term_of_the_desk_is_marked_or_lies_inside_a_longer_one():
    for lesson in COURSE.lessons.values():
        spans = [
            (made["text"], span)
            for made in LAYERS[lesson.id].values()
            for span in made["spans"]
        ]
        marked = {span["ref"] for _, span in spans}
        for term in COURSE.terms_of(lesson):
            forms = (term.zh, *term.variants)
            covered = any(
                form in text[span["start"] : span["end"]]
                for text, span in spans
                for form in forms
            )
            assert term.id in marked or covered, (lesson.id, term.zh)


def test_every_chinese_character_of_the_course_has_its_syllable():
    for lesson in LAYERS.values():
        for id, made in lesson.items():
            han = [at for at, char in enumerate(made["text"]) if is_han(char)]
            assert [at for at, _ in made["pinyin"]] == han, id
            assert all(is_syllable(syllable) for _, syllable in made["pinyin"])


def test_a_changed_sentence_has_no_pinyin_and_the_others_keep_theirs(lessons_copy):
    path = lessons_copy / "pinyin" / "01_mission.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[0] = lines[0].replace("节jié", "章zhāng")
    path.write_text("\n".join(lines), encoding="utf-8")
    course = read_course(lessons_copy)
    made = layers(course, course.lesson("01"))["01-p01"]
    whole = LAYERS["01"]["01-p01"]["pinyin"]
    first = len(course.lesson("01").paragraphs[0].sentences[0].text)
    assert made["pinyin"] == [pair for pair in whole if pair[0] >= first]


@pytest.mark.parametrize("spoil", ["没有制表符", "01-p01.1\t公gong1", ""])
def test_a_broken_file_of_pinyin_leaves_the_text_readable(lessons_copy, spoil):
    path = lessons_copy / "pinyin" / "01_mission.tsv"
    path.write_text(spoil, encoding="utf-8")
    course = read_course(lessons_copy)
    made = layers(course, course.lesson("01"))
    assert all(one["pinyin"] == [] and one["text"] for one in made.values())


LEAN = """
import sys
from yandu import open_lesson
from yandu.reading.layers import layers
from yandu.reading.where import where_else, where_term
lesson = open_lesson("01")
lesson.read()
made = layers(lesson.course, lesson.content)
assert made["01-p01"]["pinyin"] and made["01-p01"]["spans"]
where_else(lesson.course, "公安")
where_term(lesson.course, next(iter(lesson.course.glossary.terms.values())))
heavy = {"pandas", "numpy", "jieba", "pypinyin", "regex"} & sys.modules.keys()
assert not heavy, heavy
"""


def test_reading_with_all_layers_loads_nothing_heavy(data_folder):
    package = Path(sys.modules["yandu"].__path__[0]).parent
    environment = os.environ | {"PYTHONPATH": str(package)}
    subprocess.run([sys.executable, "-c", LEAN], env=environment, check=True)


def test_structure_lies_in_the_text_and_is_sent_with_its_members():
    for layer in ("enumeration", "series"):
        found = spans_of(layer)
        assert len(found) > 20
        for made, span in found:
            members = span["members"]
            assert (span["start"], span["end"]) == (members[0][0], members[-1][1])
            assert span["end"] <= len(made["text"])
            assert span["ref"] == ""


def test_what_is_sent_is_json():
    assert json.loads(json.dumps(LAYERS["01"]))["01-p01"]["text"].startswith("第一节")
