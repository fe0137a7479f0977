"""Items answered by choosing: one option, several, or a judgement on a statement.

Bank fields of ``single_choice`` and ``multiple_choice``::

    options = [
      { id = "a", key = true, text = { zh, en }, chosen = { zh, en },
        missed = { zh, en } },
      { id = "b", text = { zh, en }, chosen = { zh, en } },
    ]

    shuffle = false         # default true: each attempt shows its own order
    scoring = "coverage"    # multiple choice; see `scoring` for the three rules

`chosen` is said of an option that was chosen; `missed` of a key that was left out
(required for each key of a multiple choice).

Bank fields of ``true_false_not_given``; the stem is the statement::

    key = "true"            # or "false", "not_given"
    chosen = { true = { zh, en }, false = { zh, en }, not_given = { zh, en } }

A response is a list of option ids, in any order.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from yandu.content.tables import EMPTY, Table
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.parts import check_repeated
from yandu.items.scoring import read_rule, score_choices
from yandu.messages import Bilingual, both, shown

JUDGEMENTS = ("true", "false", "not_given")


@dataclass(frozen=True)
class Option:
    """One choice: the key, or a distractor.

    Attributes:
        id: Stable under any order in which options are shown.
        text: What is offered.
        is_key: Whether it belongs to the right response.
        chosen: Feedback when it was chosen.
        missed: Feedback when it is a key and was left out; may be empty.
    """

    id: str
    text: Bilingual
    is_key: bool
    chosen: Bilingual
    missed: Bilingual


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """An item with options; subclasses say how many are to be chosen."""

    options: tuple[Option, ...]
    is_shuffled: bool = True

    @property
    def keys(self) -> frozenset[str]:
        """Ids of the options that are right."""
        return frozenset(option.id for option in self.options if option.is_key)

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the options."""
        options = tuple(
            read_option(inner, missed_required=cls is MultipleChoice)
            for inner in table.tables("options", required=True)
        )
        check_repeated(table, "options", [option.id for option in options])
        n_keys = sum(option.is_key for option in options)
        if not n_keys or (cls is not MultipleChoice and n_keys != 1):
            table.fault("options", "keys", n=n_keys)
        if n_keys == len(options):
            table.fault("options", "no_distractor")
        return {"options": options, "is_shuffled": table.flag("shuffle", default=True)}

    def public(self) -> dict[str, Any]:
        """Return the options' ids and texts, without keys and feedback."""
        return {
            "is_multiple": isinstance(self, MultipleChoice),
            "options": [{"id": o.id, "text": o.text} for o in self.options],
        }

    def orders(self) -> dict[str, tuple[str, ...]]:
        """Return the options, unless their order has meaning."""
        ids = tuple(option.id for option in self.options)
        return {"options": ids} if self.is_shuffled else {}

    def parse(self, response: object) -> list[str]:
        """Return the chosen ids in the order of the options."""
        known = [option.id for option in self.options]
        if (
            not isinstance(response, list)
            or len(response) > len(known)  # looked at first: it may be very long
            or not all(id_ in known for id_ in response)
        ):
            raise ResponseError("item.no_such_option", known="、".join(known))
        return [id_ for id_ in known if id_ in response]

    def is_empty(self, response: list[str]) -> bool:
        """Return whether no option was chosen."""
        return not response

    def score(self, response: list[str]) -> Score:
        """Return one point for the one right option, else none."""
        return Score(float(set(response) == self.keys), 1.0)

    def feedback(self, response: list[str]) -> tuple[Remark, ...]:
        """Return a remark on each chosen option and on each key left out.

        What was left out is spoken of, not named: naming it would be the solution,
        which a learner asks for and is not given unasked. So a single choice says
        nothing of its one key, and a remark on a missed key has no part.
        """
        left_out = "item.left_out" if isinstance(self, MultipleChoice) else ""
        return tuple(remarks_on(self.options, response, left_out))

    def solution(self) -> list[str]:
        """Return the keys."""
        return [option.id for option in self.options if option.is_key]


@dataclass(frozen=True, kw_only=True)
class SingleChoice(Choice):
    """Choose the one right option."""


@dataclass(frozen=True, kw_only=True)
class MultipleChoice(Choice):
    """Choose every right option and no other; scored by one of the rules."""

    scoring: str = "right_minus_wrong"

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the options and the rule."""
        return {**super().read_own(table), "scoring": read_rule(table)}

    def score(self, response: list[str]) -> Score:
        """Return what the rule gives, of the number of keys."""
        return score_choices(self.scoring, self.keys, response)


@dataclass(frozen=True, kw_only=True)
class TrueFalseNotGiven(Choice):
    """Judge a statement by the text: it says so, says otherwise, or does not say."""

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Make the three judgements into options."""
        key = table.choice("key", JUDGEMENTS)
        chosen = table.table("chosen")
        feedback = {
            judgement: chosen.bilingual(judgement) if chosen else EMPTY
            for judgement in JUDGEMENTS
        }
        if chosen:
            chosen.finish()
        options = tuple(
            Option(name, both(f"judgement.{name}"), name == key, feedback[name], EMPTY)
            for name in JUDGEMENTS
        )
        return {"options": options, "is_shuffled": False}


def remarks_on(
    options: Iterable[Option], chosen: Collection[str], left_out: str
) -> Iterator[Remark]:
    """Yield remarks on chosen options and on keys left out.

    Args:
        options: In the order of the remarks.
        chosen: Ids of those that were chosen.
        left_out: The message that stands for a key left out; empty if none is named.
    """
    for option in options:
        if option.id in chosen:
            verdict = Verdict.RIGHT if option.is_key else Verdict.WRONG
            yield Remark(option.id, option.text, verdict, option.chosen)
        elif option.is_key and left_out:
            yield Remark("", shown(left_out), Verdict.MISSED, option.missed)


def read_option(table: Table, *, missed_required: bool) -> Option:
    """Take an option; `missed_required` says whether a key must say something then."""
    is_key = table.flag("key")
    option = Option(
        id=table.text("id"),
        text=table.bilingual("text", en=False),
        is_key=is_key,
        chosen=table.bilingual("chosen", en=False),
        missed=table.bilingual("missed", required=is_key and missed_required, en=False),
    )
    table.finish()
    return option
