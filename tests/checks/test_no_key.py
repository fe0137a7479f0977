"""What the browser holds before an attempt does not depend on the key.

Each item of the gallery is read twice: as it is, and with another key. If nothing that
is synced differs, no reader of pages, frames, saved notebooks or widget states can find
the key in them, however it might be hidden.
"""

import copy
import re
import tomllib

import pytest

from tests import gallery
from tests.cards import send, synced
from yandu.content.tables import Table
from yandu.items.bank import KINDS
from yandu.preview import read_draft

ENTRIES = {
    entry["kind"]: entry
    for entry in tomllib.loads(read_draft(str(gallery.README), gallery.LESSONS).text)[
        "item"
    ]
}
TEXT = {"zh": "别的话", "en": "other words"}


def flags_moved(parts):
    """Take the key from the first part that is one, and give it to one that is not."""
    first = next(part for part in parts if part.get("key"))
    other = next(part for part in parts if not part.get("key"))
    del first["key"]
    other |= {"key": True, "missed": TEXT}


def keys_swapped(parts, field="key"):
    one, other = parts[0], next(p for p in parts if p[field] != parts[0][field])
    one[field], other[field] = other[field], one[field]


def braces_moved(passage):
    """Mark another token of a passage in place of the first that is marked."""
    tokens = re.split(r"([/、])", passage)
    place = next(n for n, token in enumerate(tokens) if token.startswith("{"))
    bare, _, label = tokens[place].strip("{}").partition("|")
    tokens[place] = bare
    free = next(n for n, t in enumerate(tokens) if t.isalpha() and n != place)
    tokens[free] = "{" + tokens[free] + (f"|{label}" if label else "") + "}"
    return "".join(tokens)


def other_key(entry):
    """Return an entry of the same item with another key."""
    entry = copy.deepcopy(entry)
    match entry["kind"]:
        case "single_choice" | "multiple_choice":
            flags_moved(entry["options"])
        case "true_false_not_given":
            entry["key"] = next(
                name for name in ("true", "false", "not_given") if name != entry["key"]
            )
        case "cloze":
            for gap in entry["gaps"]:
                gap["key"] = "别" * len(gap["key"])
        case "cloze_bank":
            keys_swapped(entry["gaps"])
        case "short_answer":
            entry["key"] = entry["key"][
                ::-1
            ]  # digits stay digits: a keypad may be asked for
        case "ordering":
            entry["elements"].reverse()
        case "matching":
            keys_swapped(entry["left"])
        case "categorising":
            keys_swapped(entry["entries"], "bin")
        case "evidence":
            flags_moved(entry["sentences"])
        case "mark_tokens":
            entry["passage"] = braces_moved(entry["passage"])
        case "segmentation":
            entry["gold"] = entry["gold"].replace("/", "", 1)
            entry["jieba"] = entry["with_glossary"]
        case "punctuation":
            swapped = str.maketrans("，、", "、，")
            entry["passage"]["zh"] = entry["passage"]["zh"].translate(swapped)
        case "wording_shift":
            for version in ("before", "after"):
                entry[version]["passage"] = braces_moved(entry[version]["passage"])
            flags_moved(entry["changes"])
        case "open_response":
            for model in entry["models"]:
                model["text"] = TEXT
            entry["rubric"][0]["full"] = TEXT
    return entry


@pytest.fixture
def read_card(gallery_card):
    def read_card(entry):
        table = Table(dict(entry), "x.toml", entry["id"], [])
        return gallery_card(KINDS[entry["kind"]].read(table))

    return read_card


@pytest.mark.parametrize("kind", KINDS)
def test_before_an_attempt_the_browser_s_side_does_not_depend_on_the_key(
    read_card, kind
):
    entry = ENTRIES[kind]
    cards = [read_card(entry), read_card(other_key(entry))]
    assert cards[0]._item != cards[1]._item, "the keys do differ"
    for card in cards:
        card._seed = 7  # the order of the parts comes from here and not from the key
        card.refresh()
    assert synced(cards[0]) == synced(cards[1])
    assert cards[0].fallback() == cards[1].fallback()
    for act in ("hint", "draft", "solution", "retry"):
        told = [send(card, act, response=None) for card in cards]
        assert told[0] == told[1], act
