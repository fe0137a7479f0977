"""The five items of the comparison, once; and in the form that each tool wants."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.items import Bank, Item, read_bank
from yandu.items.choice import Choice
from yandu.preview import Draft, write_preview

TYPED = Path(__file__).with_name("five.toml")
#: From lesson 01: a single choice, a multiple choice, true / false / not given.
CHOSEN = ("01-q01", "01-q02", "01-q05")
KINDS = {"01-q01": "single", "01-q02": "multiple", "01-q03": "number", "01-q04": "text"}


@dataclass(frozen=True)
class Entry:
    """One of the five, as far as any tool can show it.

    Attributes:
        id: ``01-q01``.
        kind: ``single``, ``multiple``, ``number`` or ``text``.
        stem: What is asked.
        options: Option to feedback; empty for a typed item.
        keys: The options, or the one text, that are right.
        wrong: An option, or a text, that is not.
    """

    id: str
    kind: str
    stem: str
    options: dict[str, str]
    keys: list[str]
    wrong: str

    @property
    def is_typed(self) -> bool:
        """Whether it is answered by typing."""
        return not self.options


def build_lessons(folder: Path) -> Bank:
    """Make a lessons folder with the five items; return its bank."""
    text = (LESSONS / "items" / "01_mission.toml").read_text(encoding="utf-8")
    blocks = [f"[[item]]\n{block}" for block in text.split("\n[[item]]\n")[1:]]
    by_id = {tomllib.loads(block)["item"][0]["id"]: block for block in blocks}
    bank = "\n".join([*(by_id[id_] for id_ in CHOSEN), TYPED.read_text("utf-8")])
    notebook = write_preview(
        Draft("five", bank, "01"), read_course(LESSONS), folder, "five"
    )
    return read_bank(folder, notebook.stem)


def entries(bank: Bank) -> list[Entry]:
    """Return the items in the order of their ids."""
    return [_entry(bank.items[id_]) for id_ in sorted(bank.items)]


def _entry(item: Item) -> Entry:
    kind, stem = KINDS.get(item.id, "single"), item.stem["zh"]
    if isinstance(item, Choice):
        options = {o.text["zh"]: o.chosen["zh"] for o in item.options}
        keys = [o.text["zh"] for o in item.options if o.is_key]
        wrong = next(text for text in options if text not in keys)
        return Entry(item.id, kind, stem, options, keys, wrong)
    right, wrong = item.accept[0]["a"], item.reject[0]["a"]
    return Entry(item.id, kind, stem, {}, [right], wrong)


def for_jupyterquiz(entry: Entry) -> dict[str, Any]:
    """Return an item in jupyterquiz's form."""
    kinds = {"single": "multiple_choice", "multiple": "many_choice"}
    kinds |= {"number": "numeric", "text": "string"}
    answers: list[dict[str, Any]] = [
        {"answer": text, "correct": text in entry.keys, "feedback": feedback}
        for text, feedback in entry.options.items()
    ]
    if entry.kind == "number":
        answers = [{"type": "value", "value": int(entry.keys[0]), "correct": True}]
    if entry.kind == "text":
        answers = [{"answer": entry.keys[0], "correct": True}]
    return {"question": entry.stem, "type": kinds[entry.kind], "answers": answers}


def for_ipyquizjb(entry: Entry) -> dict[str, Any]:
    """Return an item in ipyquizjb's form; it has no typed text."""
    if entry.kind == "number":
        return {"body": entry.stem, "type": "NUMERIC", "answer": entry.keys[0]}
    return {
        "body": entry.stem,
        "type": "MULTIPLE_CHOICE",
        "answers": list(entry.options),
        "answer": entry.keys,
    }


def for_plain(entry: Entry) -> dict[str, Any]:
    """Return an item in the form of `rivals/plain_quiz.py`."""
    return {
        "kind": entry.kind,
        "stem": entry.stem,
        "options": entry.options,
        "keys": entry.keys,
    }
