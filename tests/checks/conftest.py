"""Shared by the tests of cards: every kind's item of the gallery, and its card."""

import pytest

from tests import gallery
from tests.cards import card_of
from yandu.content import read_course
from yandu.items import read_bank


@pytest.fixture(scope="session")
def gallery_lesson(tmp_path_factory):
    """The gallery's lesson, and its items by kind."""
    folder = tmp_path_factory.mktemp("gallery")
    notebook = gallery.build(folder)
    bank = read_bank(folder, notebook.stem)
    assert bank.faults == ()
    items = {item.kind: item for item in bank.items.values()}
    return read_course(folder).lesson(notebook.name[:2]), items


@pytest.fixture
def gallery_card(gallery_lesson, store):
    """Return the card of an item of the gallery's lesson."""
    lesson, _ = gallery_lesson
    places = {str(p.number): p.id for p in lesson.paragraphs}
    sentences = {s.id: s.text for p in lesson.paragraphs for s in p.sentences}

    def gallery_card(item, store=store, **more):
        return card_of(item, store, places, sentences=sentences, **more)

    return gallery_card
