import json

import pytest

from tests.cards import send, synced
from yandu import open_lesson
from yandu.content import read_course
from yandu.discussion import Discussion
from yandu.messages import speak
from yandu.paths import lessons_path
from yandu.progress import Highlight

PROMPT_ID = "01-d01"


@pytest.fixture
def make(store):
    lesson = read_course(lessons_path()).lesson("01")
    places = {str(p.number): p.id for p in lesson.paragraphs}
    commits = []

    def make():
        prompt = lesson.prompts[PROMPT_ID]
        return Discussion(prompt, "01", places, store, lambda: commits.append(1))

    make.commits = commits
    make.prompt = lesson.prompts[PROMPT_ID]
    return make


def test_readings_stay_in_the_kernel_until_the_learner_has_written_and_cited(make):
    card = make()
    words = [reading.text["zh"][:12] for reading in make.prompt.readings]

    def seen():
        text = json.dumps(synced(card), ensure_ascii=False)
        return [word for word in words if word in text]

    send(card, "draft", text="我的看法", citations=["01-p05"])
    assert seen() == []
    state = send(card, "commit", text="  ", citations=["01-p05"])
    assert state["problem"]["zh"].startswith("还没有写")
    state = send(card, "commit", text="我的看法", citations=[])
    assert state["problem"]["zh"].startswith("还没有引用")
    assert seen() == []
    state = send(card, "commit", text="我的看法", citations=["01-p05"])
    assert seen() == words
    assert len(state["readings"]) >= 2
    assert state["rubric"]


def test_a_note_is_saved_as_it_is_typed_and_is_there_again(make):
    assert send(make(), "draft", text="写到一半", citations=[])["is_saved"] is True
    assert make().state["text"] == "写到一半"


def test_a_committed_note_stays_committed_and_can_be_changed(make):
    send(make(), "commit", text="甲", citations=["01-p04"])
    state = send(make(), "draft", text="乙", citations=["01-p04", "01-p02"])
    assert (state["text"], state["is_committed"]) == ("乙", True)
    assert state["citations"] == ["01-p02", "01-p04"]  # in the order of the text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "字" * 100_000,
        "🙂 \u202eRTL\u202c",
        "NUL\x00之后",
        "\ud800",
    ],
    ids=["html", "long", "rtl", "nul", "surrogate"],
)
def test_any_text_is_kept_as_it_is(make, text):
    send(make(), "draft", text=text, citations=[])
    assert make().state["text"] == text


def test_citations_of_paragraphs_that_do_not_exist_are_no_citations(make):
    state = send(make(), "commit", text="甲", citations=["99-p01"])
    assert "problem" in state


def test_the_stored_output_holds_no_reading_and_no_note(make):
    send(make(), "commit", text="我的看法", citations=["01-p04"])
    data, _ = make()._repr_mimebundle_()
    assert data["text/plain"] == "Discussion('01-d01')"
    assert "我的看法" not in data["text/html"]
    assert make.prompt.readings[0].text["zh"][:12] not in data["text/html"]


def test_another_language_changes_the_words_and_not_the_note(make):
    card = make()
    send(card, "commit", text="我的看法", citations=["01-p04"])
    before = dict(card.state)
    speak("en")
    card.speak()
    card.kit.speak()
    assert card.labels["commit"] == {"zh": "", "en": "Done: open the model readings"}
    assert card.labels["no_kernel"]["zh"] == ""
    assert card.state == {name: before[name] for name in before if name != "turn"}
    assert all(reading["text"]["zh"] for reading in card.state["readings"])  # content
    state = send(card, "commit", text="", citations=[])
    assert state["problem"]["zh"] == ""
    assert state["problem"]["en"].startswith("Nothing is written")


def test_a_note_that_is_not_on_disk_is_not_called_saved_when_it_is_shown_again(
    make, monkeypatch
):
    card = make()
    monkeypatch.setattr(type(card._store), "save_note", lambda *_: False)
    assert send(card, "draft", text="甲", citations=[])["is_saved"] is False
    card.speak()
    assert card.state["is_saved"] is False


def test_the_learner_s_marks_can_be_quoted_where_their_place_is_known():
    lesson = open_lesson("01")
    paragraph = lesson.content.paragraphs[1]
    made = Highlight("01", paragraph.id, "doubt", 0, paragraph.text[:6], note="？")
    lost = Highlight("01", paragraph.id, "claim", 0, "课文里没有的一句话")
    for highlight in (made, lost):
        lesson.store.save_highlight(highlight)
    card = lesson.discuss(next(iter(lesson.content.prompts)))
    assert "marks" not in card.state
    (mark,) = send(card, "marks")["marks"]
    assert mark == {
        "kind": {"zh": "存疑", "en": "Doubt"},
        "quotation": made.quotation,
        "note": "？",
        "number": 2,
        "paragraph": paragraph.id,
    }
    assert "marks" not in send(card, "draft", text="写", citations=[])
