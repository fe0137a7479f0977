"""What the page asks while a lesson is read: layers, cards, places, marks, words."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from html import escape

import pytest

from tests.conftest import LESSONS
from yandu import open_lesson
from yandu.content import read_course
from yandu.paths import data_path
from yandu.progress import HIGHLIGHT_KINDS, Highlight
from yandu.reading.cards import term_list
from yandu.reading.marking import Marking
from yandu.settings import VIEW, Settings, read_settings
from yandu.textlab.texts.text import compact

COURSE = read_course(LESSONS)


class Asking:
    """A lesson's desk as the page meets it."""

    def __init__(self, lesson):
        self.lesson = lesson
        self.desk = lesson.read()
        self.sent = []
        self.desk.send = lambda content, buffers=None: self.sent.append(content)

    def __call__(self, asked, /, **data):
        self.desk._receive(self.desk, {"ask": asked, "turn": "1", **data}, [])
        answer = self.sent.pop()
        assert answer["turn"] == "1"
        json.dumps(answer)  # as the browser gets it
        return answer

    def text(self, number):
        return compact(self.lesson.content.paragraphs[number - 1].text)


@pytest.fixture
def ask():
    return Asking(open_lesson("03"))


def mark(ask, number=4, start=3, end=9, **changes):
    paragraph = ask.lesson.content.paragraphs[number - 1].id
    data = {"kind": "question", "paragraph": paragraph, "start": start, "end": end}
    return ask("mark", **(data | changes))


def test_a_question_is_answered_to_the_page_and_leaves_the_bar_as_it_is(ask):
    before = dict(ask.desk.state)
    answer = ask("layers")
    assert list(answer["paragraphs"]) == [p.id for p in ask.lesson.content.paragraphs]
    assert (answer["marks"], answer["saved"]) == ([], [])
    assert ask.desk.state == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nothing", {}),
        ("__init__", {}),
        ("answer", {}),
        ("term", {}),
        ("term", {"id": "no-such-term"}),
        ("term", {"id": ["x"]}),
        ("save_term", {"id": "no-such-term", "is_on": True}),
        ("view", {"name": "language", "value": "en"}),
        ("view", {"name": "pinyin", "value": "some"}),
        ("view", {"name": "shows_terms", "value": 1}),
        ("mark", {}),
        ("mark", {"kind": "claim", "paragraph": "03-p01"}),
        ("mark", {"kind": "claim", "paragraph": "03-p99", "start": 0, "end": 2}),
        ("mark", {"kind": "claim", "paragraph": "03-p01", "start": 0, "end": 99_999}),
        ("mark", {"kind": "wrong", "paragraph": "03-p01", "start": 0, "end": 2}),
        (
            "mark",
            {"id": "1", "kind": "claim", "paragraph": "03-p01", "start": 0, "end": 2},
        ),
        ("mark", {"kind": "claim", "paragraph": "03-p01", "start": "0", "end": 2}),
    ],
)
def test_what_cannot_be_answered_is_said_so_and_changes_nothing(ask, name, data):
    assert ask(name, **data)["error"] is True
    assert ask("marks")["marks"] == []
    assert read_settings(data_path()) == Settings()


def test_nothing_heavy_loads_before_or_with_the_layers():
    code = (
        "import sys; from yandu import open_lesson; desk = open_lesson('01').read()\n"
        "early = 'yandu.textlab' in sys.modules\n"
        "desk._page.answer({'ask': 'layers'}); desk._page.answer({'ask': 'marks'})\n"
        "heavy = {'numpy', 'pandas', 'jieba', 'rjieba', 'regex'} & set(sys.modules)\n"
        "sys.exit(f'{early} {heavy}' if early or heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# ---------------------------------------------------------------- what is shown


@pytest.mark.parametrize("name", VIEW)
def test_what_the_page_shows_is_kept_and_no_card_is_drawn_anew(ask, name):
    drawn = []
    ask.desk.kit.observe(drawn.append, ["labels"])
    value = {"pinyin": "all", "english": "beside"}.get(name, name != "shows_terms")
    assert ask("view", name=name, value=value)["is_saved"] is True
    assert getattr(read_settings(data_path()), name) == value
    assert ask.desk.state["view"][name] == value
    assert drawn == []


# ---------------------------------------------------------------- cards and places


def test_a_card_says_all_and_names_every_place(ask):
    term = COURSE.glossary.terms["anti-gang-campaign"]
    card = ask("term", id=term.id)
    for key in ("zh", "pinyin", "en", "explanation"):
        assert card[key] == getattr(term, key)
    assert card["variants"] == list(term.variants)
    assert {one["id"] for one in card["related"]} <= COURSE.glossary.terms.keys()
    assert len(card["related"]) == len(term.related)
    # By hand: wherever the longest wording, or a shorter one outside it, stands.
    forms = sorted((term.zh, *term.variants), key=len, reverse=True)
    wanted = re.compile("|".join(map(re.escape, forms)))
    n_places = sum(
        len(wanted.findall(compact(paragraph.text)))
        for lesson in COURSE.lessons.values()
        for paragraph in lesson.paragraphs
    )
    assert len(card["hits"]) == n_places > 1


def test_every_place_names_its_lesson_s_file_and_its_own_characters(ask):
    hits = ask("where", text="政治 安全[S01]")["hits"]
    assert len({hit["lesson"] for hit in hits}) > 1
    for hit in hits:
        lesson = COURSE.lesson(hit["lesson"])
        (paragraph,) = [p for p in lesson.paragraphs if p.id == hit["paragraph"]]
        text = compact(paragraph.text)
        assert hit["path"] == f"{lesson.name}.ipynb"
        assert text[hit["start"] :].startswith(hit["node"])
        assert hit["node"] == "政治安全"


def test_an_empty_string_is_nowhere(ask):
    assert ask("where")["hits"] == ask("where", text=" ")["hits"] == []


# ---------------------------------------------------------------- marks


def test_a_mark_is_made_changed_removed_and_restored(ask):
    (made,) = mark(ask)["marks"]
    assert made["quotation"] == ask.text(4)[3:9]
    assert (made["number"], made["start"], made["end"]) == (4, 3, 9)
    assert (made["is_changed"], made["title"]) == (False, ask.lesson.content.title)
    (made,) = ask("mark", id=made["id"], kind="doubt", note="<b>依据？</b>")["marks"]
    assert (made["kind"], made["note"]) == ("doubt", "<b>依据？</b>")
    assert made["quotation"] == ask.text(4)[3:9]
    assert ask("unmark", id=made["id"])["marks"] == []
    (again,) = ask("restore", id=made["id"])["marks"]
    assert {**again, "updated_at": ""} == {**made, "updated_at": ""}
    assert len(ask("restore", id=made["id"])["marks"]) == 1  # once is enough


def test_removing_or_restoring_what_is_not_there_does_nothing(ask):
    mark(ask)
    for name in ("unmark", "restore"):
        assert len(ask(name, id="no such mark")["marks"]) == 1


@pytest.mark.parametrize("kind", HIGHLIGHT_KINDS)
def test_each_kind_can_be_made_with_an_id_of_the_page_s(ask, kind):
    own = "4c8e3c6e-6f0a-4c44-8f0b-0d7f5d1f2a10"
    (made,) = mark(ask, kind=kind, id=own)["marks"]
    assert (made["id"], made["kind"]) == (own, kind)


def test_marks_are_listed_in_the_order_of_the_texts_and_the_lost_last(ask):
    store = ask.lesson.store
    lost = Highlight("03", "03-p01", "claim", 0, "课文里没有的一句话，一个字也没有")
    store.save_highlight(lost)
    mark(ask, number=5)
    mark(ask, number=2, start=9, end=12)
    mark(ask, number=2, start=0, end=4)
    elsewhere = COURSE.lesson("01").paragraphs[0]
    store.save_highlight(Highlight("01", elsewhere.id, "term", 0, elsewhere.text[:4]))
    here = ask("layers")["marks"]
    assert [(one["number"], one["start"]) for one in here] == [
        (2, 0),
        (2, 9),
        (5, 3),
        (None, 0),
    ]
    assert here[-1]["quotation"] == lost.quotation
    assert here[-1]["paragraph"] is None
    everywhere = ask("marks")["marks"]
    assert [one["lesson"] for one in everywhere] == ["01", "03", "03", "03", "03"]
    assert everywhere[0]["path"] == "01_mission.ipynb"


def test_a_mark_of_a_lesson_that_has_gone_is_listed_all_the_same(store):
    store.save_highlight(Highlight("77", "77-p01", "claim", 0, "某一句话"))
    (view,) = Marking(COURSE, COURSE.lesson("03"), store).views()
    assert (view["paragraph"], view["path"]) == (None, "")


def test_a_mark_moves_with_its_paragraph(ask, store):
    lesson = COURSE.lesson("03")
    first, second = lesson.paragraphs[:2]
    text = compact(second.text)
    made = Highlight("03", second.id, "claim", 4, text[4:16], text[:4], text[16:32])
    store.save_highlight(made)
    moved = replace(first, text=f"{first.text}{second.text}")
    rest = replace(second, text="另起一段。")
    cells = {first.id: moved, second.id: rest}

    class Edited:
        """The lesson after an author has joined two paragraphs."""

        id, name, title = lesson.id, lesson.name, lesson.title
        paragraphs = tuple(cells.get(p.id, p) for p in lesson.paragraphs)

    course = replace(COURSE, lessons={**COURSE.lessons, "03": Edited()})
    (view,) = Marking(course, Edited(), store).views("03")
    assert (view["paragraph"], view["number"]) == (first.id, 1)
    assert view["start"] == len(compact(first.text)) + 4


# ---------------------------------------------------------------- words for review


def test_words_are_saved_listed_and_taken_off(ask):
    assert ask("save_term", id="anti-gang-campaign", is_on=True)["saved"] == [
        "anti-gang-campaign"
    ]
    (word,) = ask("saved")["terms"]
    term = COURSE.glossary.terms["anti-gang-campaign"]
    assert word == {
        "id": term.id,
        "zh": term.zh,
        "pinyin": term.pinyin,
        "en": term.en,
    }
    assert ask("layers")["saved"] == [term.id]
    assert ask("save_term", id=term.id, is_on=False)["saved"] == []
    assert ask("saved")["terms"] == []


# ---------------------------------------------------------------- without a kernel


def test_without_a_kernel_the_terms_can_be_read_folded(ask):
    html = ask.desk._repr_mimebundle_()[0]["text/html"]
    assert "<details>" in html
    for term in COURSE.terms_of(COURSE.lesson("03")):
        for text in (term.zh, term.pinyin, term.explanation["zh"]):
            assert escape(text) in html
    assert html.count("<dt>") == ask.desk.content["n_terms"]


def test_the_list_escapes_what_it_shows():
    term = next(iter(COURSE.glossary.terms.values()))
    hostile = replace(term, en="<script>alert(1)</script>", pinyin='"><img>')
    html = term_list([hostile])
    assert "<script" not in html
    assert "<img" not in html
