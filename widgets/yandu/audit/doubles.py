"""What stands twice: parts that read the same, wrong forms that are right, stems."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from yandu.audit.texts import parts_of
from yandu.faults import Fault
from yandu.items import Bank, Item
from yandu.items.gap import Gap
from yandu.items.matching import match
from yandu.messages import say

#: From this likeness on, two stems ask the same; 1 means the same character pairs.
ALIKE = 0.8


def double_faults(bank: Bank) -> Iterator[Fault]:
    """Yield parts of an item that cannot be told apart, and stems that hardly can."""
    file = f"items/{bank.name}.toml"
    for item in bank.items.values():
        for field, one, other in [*_shown_twice(item), *_typed_twice(item)]:
            message = say("fault.double", one=one, other=other)
            yield Fault(file, item.id, field, message)
    for former, later in combinations(bank.items.values(), 2):
        likeness = dice(former.stem["zh"], later.stem["zh"])
        if likeness >= ALIKE:
            percent = round(100 * likeness)
            message = say("fault.alike", other=former.id, percent=percent)
            yield Fault(file, later.id, "stem", message)


def dice(one: str, other: str) -> float:
    """Return the likeness of two texts, 0 to 1: twice the shared pairs over all pairs.

    Pairs are of neighbouring letters, marks and spaces apart; each counts once.

    Source: Dice, "Measures of the amount of ecologic association between species",
    Ecology 26 (1945), p. 298: 2h / (a + b).
    """
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others:
        return float(one == other)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(text: str) -> set[str]:
    letters = "".join(filter(str.isalnum, text))
    return {letters[place : place + 2] for place in range(len(letters) - 1)}


def _shown_twice(item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of choices that read the same, whatever the kind.

    Choices are the lists of `Item.public` whose entries have a name (an id, or that of
    the slot which they label) and a text in two languages. The words of a running text
    have one language and are none: a word may well stand in it twice.
    """
    for field, parts in item.public().items():
        choices = _choices(parts)
        for (one, text), (other, same) in combinations(choices.items(), 2):
            if match(same, (text,)):
                yield field, one, other


def _choices(parts: Any) -> dict[str, str]:  # noqa: ANN401 - JSON
    if not isinstance(parts, list):
        return {}
    texts = {
        str(part.get("id") or part.get("slot")): part["text"]["zh"]
        for part in parts
        if isinstance(part, dict) and isinstance(part.get("text"), dict)
    }
    return texts if len(texts) == len(parts) else {}


def _typed_twice(item: Item) -> Iterator[tuple[str, str, str]]:
    """Yield forms that meet one another, so that the later one is never reached."""
    for gap in parts_of(item):
        if not isinstance(gap, Gap):
            continue
        forms = [*gap.forms, *(near.text for near in gap.near)]
        for one, other in combinations(forms, 2):
            if match(other, (one,), gap.policy):
                yield f"gaps.{gap.id}", one, other
