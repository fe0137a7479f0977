"""The desk's settings: one press changes the whole page, and loses nothing."""

import json
import re
from dataclasses import replace

import pytest

from tests.cards import send, synced
from yandu import open_lesson
from yandu.messages import language
from yandu.paths import data_path
from yandu.settings import Settings, read_settings, save_settings

HAN = re.compile("[\u3400-\u9fff]")


@pytest.fixture
def lesson():
    return open_lesson("01")


def test_the_language_changes_every_card_that_is_open(lesson):
    item_id, prompt_id = (
        next(iter(lesson.bank.items)),
        next(iter(lesson.content.prompts)),
    )
    cards = [lesson.check(item_id), lesson.discuss(prompt_id), lesson.next()]
    desk = lesson.read()
    state = send(desk, "setting", name="language", value="en")
    assert (state["language"], state["is_saved"]) == ("en", True)
    for card in (desk, *cards):
        assert all(texts["zh"] == "" and texts["en"] for texts in card.labels.values())
    send(desk, "setting", name="language", value="zh")
    for card in (desk, *cards):
        assert all(texts["en"] == "" and texts["zh"] for texts in card.labels.values())
    assert read_settings(data_path()).language == "zh"


def test_content_stays_in_both_languages(lesson):
    item = next(iter(lesson.bank.items.values()))
    card = lesson.check(item.id)
    send(lesson.read(), "setting", name="language", value="en")
    assert card.content["stem"] == item.stem
    assert item.stem["zh"]
    assert item.stem["en"]
    for made in (card, lesson.read(), lesson.next(), lesson.lab()):
        data = made._repr_mimebundle_()
        data = data[0] if isinstance(data, tuple) else data
        assert HAN.search(data["text/html"])  # what is stored is in both, too
        assert 'lang="en"' in data["text/html"]


def test_nothing_that_was_done_is_lost(lesson):
    desk = lesson.read()
    send(desk, "terms")
    prompt_id = next(iter(lesson.content.prompts))
    note = lesson.discuss(prompt_id)
    send(note, "draft", text="写到一半", citations=["01-p02"])
    item = next(iter(lesson.bank.items.values()))
    card = lesson.check(item.id)
    send(card, "check", response=item.solution())
    send(desk, "setting", name="language", value="en")
    assert (note.state["text"], note.state["citations"]) == ("写到一半", ["01-p02"])
    assert card.state["outcome"] == "correct"
    assert len(desk.state["terms"]) == desk.content["n_terms"]
    assert lesson.next().state["n_attempted"] == 1


def test_what_is_said_of_the_terms_follows_and_the_terms_do_not(lesson):
    desk = lesson.read()
    before = send(desk, "terms")["terms"]
    send(desk, "setting", name="language", value="en")
    after = desk.state["terms"]
    assert all(term["en_status"]["zh"] == "" for term in after)
    assert [term["explanation"] for term in after] == [
        term["explanation"] for term in before
    ]
    assert all(term["explanation"]["zh"] for term in after)


def test_notices_follow(lesson):
    lesson.bank = replace(lesson.bank, broken=("01-q99",))  # was not loaded
    desk = lesson.read()
    (notice,) = desk.content["notices"]
    assert "题库有误" in notice["zh"]
    send(desk, "setting", name="language", value="en")
    (notice,) = desk.content["notices"]
    assert (notice["zh"], "01-q99" in notice["en"]) == ("", True)


def test_the_labels_change_after_all_else(lesson):
    """The browser draws a card anew when they change: all must be there by then."""
    desk = lesson.read()
    send(desk, "terms")
    order = []
    desk.observe(lambda change: order.append(change["name"]), ["content", "state"])
    desk.kit.observe(lambda change: order.append(change["name"]), ["labels"])
    desk.act_setting({"name": "language", "value": "en"})
    assert order[-1] == "labels"
    assert "state" in order


def test_whether_to_ask_how_sure_one_is_reaches_the_checks(lesson):
    card = lesson.check(next(iter(lesson.bank.items)))
    desk = lesson.read()
    assert desk.state["asks_confidence"] is True
    state = send(desk, "setting", name="asks_confidence", value=False)
    assert state["asks_confidence"] is False
    assert card._context.settings() == Settings(asks_confidence=False)
    assert card.state["asks_confidence"] is False
    assert read_settings(data_path()) == Settings(asks_confidence=False)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"name": "language"},
        {"name": "language", "value": "fr"},
        {"name": "language", "value": {"zh": 1}},
        {"name": "asks_confidence", "value": "no"},
        {"name": "changed", "value": True},
        {"name": ["language"], "value": "en"},
    ],
)
def test_what_is_no_setting_is_passed_over(lesson, message):
    desk = lesson.read()
    before = synced(desk)
    state = send(desk, "setting", **message)
    assert state == {**before["state"], "turn": "setting-1"}
    assert read_settings(data_path()) == Settings()
    assert not (data_path() / "settings.json").exists()


def test_a_language_that_the_environment_sets_is_shown_as_fixed(lesson, monkeypatch):
    assert lesson.read().state["is_language_fixed"] is False
    monkeypatch.setenv("YANDU_LANG", "en")
    state = lesson.read().state  # shown again
    assert (state["language"], state["is_language_fixed"]) == ("en", True)
    assert (
        send(lesson.read(), "setting", name="language", value="zh")["language"] == "en"
    )


def test_a_lesson_opens_in_the_language_that_was_set():
    save_settings(data_path(), Settings("en"))
    lesson = open_lesson("01")
    assert lesson.read().labels["title"] == {"zh": "", "en": "Reading tools"}


def test_a_lesson_that_is_shown_again_follows_what_another_kernel_has_set(lesson):
    lesson.read()
    save_settings(data_path(), Settings("en"))
    assert open_lesson("01") is lesson
    assert lesson.read().labels["title"]["zh"] == ""
    assert language() == "en"


def test_where_nothing_can_be_saved_the_page_changes_and_says_so(lesson):
    settings = data_path() / "settings.json"
    settings.mkdir(parents=True)  # a file cannot take its place
    desk = lesson.read()
    state = send(desk, "setting", name="language", value="en")
    assert (state["language"], state["is_saved"]) == ("en", False)
    assert desk.labels["title"]["zh"] == ""
    open_lesson("01")  # the page is loaded again
    assert lesson.read().state["language"] == "en"


def test_no_card_holds_more_than_it_shows_in_one_language(lesson):
    desk, progress = lesson.read(), lesson.next()
    send(desk, "setting", name="language", value="en")
    assert HAN.findall(json.dumps(progress.labels, ensure_ascii=False)) == []
    # A language is named in itself, so that its readers find it.
    named = {**desk.labels, "language_zh": {}}
    assert HAN.findall(json.dumps(named, ensure_ascii=False)) == []
