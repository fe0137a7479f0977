import re
from pathlib import Path
from string import Formatter

import pytest

from yandu.messages import (
    LANGUAGES,
    both,
    catalogue,
    fixed_language,
    language,
    say,
    section,
    shown,
    speak,
)

PACKAGE = Path(__file__).parent.parent / "widgets" / "yandu"
#: say("…"), both("…"), and keys that are handed on: key="…", Notice("…", …).
KEY = re.compile(r"[\"'](\w+\.\w+)[\"']")
LABEL = re.compile(r"\blabels\.(\w+)")


def places(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.mark.parametrize(("key", "texts"), catalogue().items())
def test_both_languages_are_there_and_have_the_same_places(key, texts):
    assert texts["zh"].strip()
    assert texts["en"].strip()
    # Captions name the text in the language that they are in.
    zh = {name.removesuffix("_zh") for name in places(texts["zh"])}
    en = {name.removesuffix("_en") for name in places(texts["en"])}
    assert en <= zh, key


def test_every_key_in_the_code_is_in_the_catalogue():
    sections = {key.partition(".")[0] for key in catalogue()}
    for path in PACKAGE.rglob("*.py"):
        for key in KEY.findall(path.read_text(encoding="utf-8")):
            if key.partition(".")[0] in sections and not key.endswith(
                (".toml", ".js", ".css", ".sqlite3")
            ):
                assert key in catalogue(), f"{path.name}: {key}"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("checks", "check"),
        ("discussion", "discussion"),
        ("reading", "desk"),
        ("home", "progress"),
    ],
)
def test_every_label_that_a_card_shows_is_in_the_catalogue(folder, name):
    labels = {**section("card"), **section(name)}
    sources = [*(PACKAGE / folder).glob("*.js"), PACKAGE / "card.js"]
    used = {
        label
        for path in sources
        for label in LABEL.findall(path.read_text(encoding="utf-8"))
    }
    assert used, folder
    assert used <= labels.keys()


ZH, EN = "不能小于 0。", "Must not be less than 0."


def test_chinese_comes_first_and_english_on_demand(monkeypatch):
    assert say("fault.negative") == ZH
    monkeypatch.setenv("YANDU_LANG", "en")
    assert say("fault.negative") == EN


@pytest.mark.parametrize(
    ("language", "zh", "en", "said"),
    [("both", ZH, EN, ZH), ("zh", ZH, "", ZH), ("en", "", EN, EN)],
)
def test_what_is_shown_follows_the_reader(language, zh, en, said):
    speak(language)
    assert shown("fault.negative") == {"zh": zh, "en": en}
    assert section("fault")["negative"] == {"zh": zh, "en": en}
    assert say("fault.negative") == said
    assert both("fault.negative") == {"zh": ZH, "en": EN}  # content stays as it is


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("zh", "zh"),
        ("zh_CN", "zh"),
        ("zh-Hans", "zh"),
        ("en", "en"),
        ("EN", "en"),
        ("en_US.UTF-8", "en"),
        ("en-GB", "en"),
        ("both", "both"),
        ("", None),
        ("C", None),
        ("english", None),
        ("enx_US", None),
    ],
)
@pytest.mark.parametrize("setting", LANGUAGES)
def test_the_environment_wins_over_the_setting(monkeypatch, named, meant, setting):
    speak(setting)
    monkeypatch.setenv("YANDU_LANG", named)
    assert fixed_language() == meant
    assert language() == (meant or setting)


def test_a_language_that_nobody_reads_is_an_error():
    with pytest.raises(ValueError, match="fr"):
        speak("fr")
    assert language() == "both"


def test_labels_keep_their_open_places():
    speak("zh")
    assert section("desk")["terms"] == {"zh": "术语表 {n_terms}", "en": ""}
    assert catalogue()["desk.terms"]["en"] == "Glossary {n_terms}"  # not changed by it


def test_places_are_filled():
    assert both("cli.faults", n=3) == {"zh": "共 3 处问题。", "en": "3 faults."}


#: Sections that the code takes as a whole, and finds a message in by its text.
TAKEN_WHOLE = {"argparse", "pattern"}
#: Those in which a name may be put together: ``open_${value}``, ``column_{name}``.
PUT_TOGETHER = {"check", "desk", "extension", "lab", "textlab"}


def test_no_message_is_left_that_nothing_says():
    generated = PACKAGE / "labextension" / "static" / "messages.js"
    sources = {*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js")} - {generated}
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    words = {"", *re.findall(r"\w+", code)}  # "": nothing behind ``sort_``

    def is_said(name, is_put_together):
        cuts = [n for n, sign in enumerate(name) if sign == "_" and is_put_together]
        return name in words or any(
            name[:n] in words and is_said(name[n + 1 :], is_put_together) for n in cuts
        )

    assert [
        key
        for key in catalogue()
        for section, name in [key.split(".")]
        if section not in TAKEN_WHOLE
        if not is_said(name, section in PUT_TOGETHER)
    ] == []
