"""What lies over a paragraph: the spans, their order, the claims, for every lesson."""

import pytest

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.reading.layers import layers
from yandu.textlab.text import compact

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
