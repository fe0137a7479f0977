"""What guessing earns, without reading: the less, the better the items.

    python -m tests.bench.guessing [LESSONS]

Two guessers who have not understood anything:

- one answers at random, in the way that each kind suggests (see `GUESSES`);
- one, in a single choice, takes the option that shares most pairs of neighbouring
  characters with the paragraphs that the item is about: what a search would do.

Scores are shares of the maximum under each item's own rule. Items that nobody marks,
and those answered in free text or by typing, earn a guesser nothing; the former are
left out of the means.
"""

import random
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any

from tests.conftest import LESSONS
from yandu.content import Course, read_course
from yandu.items import Item, read_bank
from yandu.items.assign import Assign
from yandu.items.categorising import Categorising
from yandu.items.choice import Choice, MultipleChoice, SingleChoice
from yandu.items.evidence import Evidence
from yandu.items.mark_tokens import MarkTokens
from yandu.items.open_response import OpenResponse
from yandu.items.ordering import Ordering
from yandu.items.passage import Passage
from yandu.items.segmentation import Segmentation
from yandu.items.wording_shift import WordingShift

N_DRAWS = 2_000
SEED = 20200117
RANDOM_GOAL, OVERLAP_GOAL = 0.35, 0.50

Dice = random.Random


def some(parts: Iterable[str], dice: Dice) -> list[str]:
    """Take each part or leave it, as a coin falls."""
    return [part for part in parts if dice.random() < 0.5]


def one(item: Choice, dice: Dice) -> list[str]:
    """Choose one option."""
    return [dice.choice(item.options).id]


def several(item: MultipleChoice, dice: Dice) -> list[str]:
    """Choose each option or not."""
    return some([option.id for option in item.options], dice)


def sentences(item: Evidence, dice: Dice) -> list[str]:
    """Pick each sentence or not."""
    return some([offered.id for offered in item.sentences], dice)


def any_order(item: Ordering, dice: Dice) -> list[str]:
    """Put the elements into any order."""
    return dice.sample(item.ids, k=len(item.ids))


def fill(item: Assign, dice: Dice) -> dict[str, str]:
    """Put any piece into each slot, one that is left where a piece serves once."""
    ids, n = [piece.id for piece in item.pieces], len(item.slots)
    drawn = dice.choices(ids, k=n) if item.is_reused else dice.sample(ids, k=n)
    return {slot.id: id_ for slot, id_ in zip(item.slots, drawn, strict=True)}


def sort(item: Categorising, dice: Dice) -> dict[str, str]:
    """Put each entry into any bin."""
    return {entry.id: dice.choice(item.bins).id for entry in item.entries}


def words(passage: Passage, dice: Dice) -> list[str]:
    """Pick as many words of a passage as it has keys."""
    return dice.sample([word.id for word in passage.words], k=len(passage.keys))


def mark(item: MarkTokens, dice: Dice) -> dict[str, str]:
    """Mark as many words as there are keys, each with any label."""
    labels = list(item.labels)
    return {word: dice.choice(labels) for word in words(item.passage, dice)}


def cut(item: Segmentation, dice: Dice) -> list[int]:
    """Cut at as many places as there are borders."""
    return dice.sample(range(1, len(item.text)), k=len(item.gold))


def compare(item: WordingShift, dice: Dice) -> dict[str, Any]:
    """Mark as many words as changed, and choose each kind of change or not."""
    return {
        "before": [int(id_) for id_ in words(item.before.passage, dice)],
        "after": [int(id_) for id_ in words(item.after.passage, dice)],
        "changes": some([change.id for change in item.changes], dice),
    }


#: How each kind is guessed. A kind comes before those it is a case of; typed ones lack.
GUESSES: dict[type[Item], Callable[[Any, Dice], Any]] = {
    MultipleChoice: several,
    Choice: one,
    Evidence: sentences,
    Ordering: any_order,
    Assign: fill,
    Categorising: sort,
    MarkTokens: mark,
    Segmentation: cut,
    WordingShift: compare,
}


def random_mean(item: Item) -> float:
    """Return the mean share of the points that a random guesser earns.

    It is drawn, not computed: for one item it is within 0.03 of the true mean, for a
    bank within 0.01; the same dice are thrown each time.
    """
    guess = next((g for kind, g in GUESSES.items() if isinstance(item, kind)), None)
    if guess is None:
        return 0.0
    dice = random.Random(SEED)
    scores = (item.score(item.parse(guess(item, dice))) for _ in range(N_DRAWS))
    return mean(score.points / score.maximum for score in scores)


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring letters and characters, across no sign."""
    return {
        first + second
        for first, second in pairwise(text)
        if first.isalnum() and second.isalnum()
    }


def overlap_share(item: SingleChoice, text: str) -> float:
    """Return what taking the option nearest to a text earns; ties share the point."""
    known = pairs(text)
    shared = {o.id: len(pairs(o.text["zh"]) & known) for o in item.options}
    best = [id_ for id_, n in shared.items() if n == max(shared.values())]
    return len(item.keys & set(best)) / len(best)


@dataclass(frozen=True)
class Guessed:
    """What guessing earns in some items.

    Attributes:
        by_item: Item id to the random guesser's mean share, 0 to 1.
        by_overlap: Id of a single choice to the share for the nearest option.
    """

    by_item: Mapping[str, float]
    by_overlap: Mapping[str, float]


def guess_items(items: Iterable[Item], texts: Mapping[str, str]) -> Guessed:
    """Guess items; `texts` has the Chinese text of each paragraph by its id."""
    marked = [item for item in items if not isinstance(item, OpenResponse)]
    single = [item for item in marked if isinstance(item, SingleChoice)]
    about = {
        item.id: "\n".join(texts.get(id_, "") for id_ in item.paragraphs)
        for item in single
    }
    return Guessed(
        {item.id: random_mean(item) for item in marked},
        {item.id: overlap_share(item, about[item.id]) for item in single},
    )


def guess_course(course: Course) -> dict[str, Guessed]:
    """Guess every bank of a course."""
    texts = {
        paragraph.id: paragraph.text
        for lesson in course.lessons.values()
        for paragraph in lesson.paragraphs
    }
    banks = [read_bank(course.path, one.name) for one in course.lessons.values()]
    return {bank.name: guess_items(bank.items.values(), texts) for bank in banks}


def together(banks: Iterable[Guessed]) -> Guessed:
    """Return several banks as one."""
    by_item: dict[str, float] = {}
    by_overlap: dict[str, float] = {}
    for bank in banks:
        by_item |= bank.by_item
        by_overlap |= bank.by_overlap
    return Guessed(by_item, by_overlap)


def table(found: Mapping[str, Guessed]) -> list[str]:
    """Return the lines of a table: each bank, and all of them."""
    lines = ["guessing          items  at random  single choices  nearest option"]
    for name, bank in (*found.items(), ("all", together(found.values()))):
        nearest = f"{mean(bank.by_overlap.values()):.0%}" if bank.by_overlap else "–"
        lines.append(
            f"{name:16}  {len(bank.by_item):5}  {mean(bank.by_item.values()):9.0%}  "
            f"{len(bank.by_overlap):14}  {nearest:>14}"
        )
    goal = f"≤ {RANDOM_GOAL:.0%}", f"≤ {OVERLAP_GOAL:.0%}"
    lines.append(f"{'should be':23}  {goal[0]:>9}  {'':14}  {goal[1]:>14}")
    return lines


def print_guessing(lessons: Path = LESSONS) -> None:
    """Guess the banks of a lessons folder and print the table."""
    print("\n".join(table(guess_course(read_course(lessons)))))


if __name__ == "__main__":
    print_guessing(*map(Path, sys.argv[1:2]))
