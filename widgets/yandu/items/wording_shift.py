"""Wording shift: two versions of a formula, years apart: what changed, and how.

Bank fields::

    before = { date = "2012-12", source = { zh = "……[S36]" }, passage = "{三种}/环境",
               remarks = [ { token = "三种", chosen = { zh }, missed = { zh } } ],
               wrong = { zh } }
    after = { date = "2018-01", …, passage = "{四个}/环境", … }
    changes = [
      { id = "added", key = true, text = { zh, en }, chosen = { zh, en },
        missed = { zh, en } },
      { id = "replaced", text = { zh, en }, chosen = { zh, en } },
    ]
    shuffle = false         # default true: the kinds stand in an order of each attempt
    scoring = "coverage"    # default right_minus_wrong; see `scoring`

`passage`, `remarks` and `wrong` are described in `passage`; the keys are the words that
changed. One version may have none, where something was added or dropped. `changes` are
kinds of change, of which one or several are keys; `chosen` and `missed` as in a choice.

A response is ``{ before = [numbers], after = [numbers], changes = [ids] }``; what is
left out of it counts as nothing chosen.

Points: the rule over the changed words of both versions, and once more over the kinds
of change, added up. So each changed word and each kind that applies is worth a point,
and a slip in the one does not eat what was earned by the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from yandu.content.tables import EMPTY, Table
from yandu.items.choice import Option, read_option, remarks_on
from yandu.items.item import Item, Remark, ResponseError, Score
from yandu.items.parts import check_repeated
from yandu.items.parts import label as labelled
from yandu.items.passage import Marks, Passage
from yandu.items.passage_fields import read_passage
from yandu.items.scoring import read_rule, score_choices
from yandu.messages import Bilingual

VERSIONS = ("before", "after")
CHANGED = "changed"
LABELS: dict[str, Bilingual] = {CHANGED: EMPTY}


@dataclass(frozen=True)
class Version:
    """A formula as it stood at one time.

    Attributes:
        date: ISO date, which may stop at its year or month.
        source: Where it stood so.
        passage: Its words, the changed ones as keys.
    """

    date: str
    source: Bilingual
    passage: Passage

    def public(self) -> dict[str, Any]:
        """Return all but the keys."""
        pieces = self.passage.public()
        return {"date": self.date, "source": self.source, "pieces": pieces}

    def parse(self, numbers: object) -> list[int]:
        """Return the numbers of marked words in order, each once."""
        if not isinstance(numbers, list) or not all(type(n) is int for n in numbers):
            raise ResponseError("item.no_shift")
        return [int(id_) for id_ in self.passage.parse(_marks(numbers))]

    def remarks(self, name: str, numbers: list[int]) -> Iterator[Remark]:
        """Yield remarks on marks, which say of what version they speak."""
        date: Bilingual = {"zh": self.date, "en": self.date}
        for remark in self.passage.remarks(_marks(numbers)):
            yield replace(
                remark,
                part=remark.part and f"{name}.{remark.part}",
                label=labelled("item.in_version", date=date, label=remark.label),
            )


@dataclass(frozen=True, kw_only=True)
class WordingShift(Item):
    """Mark what changed in each version, and say what kind of change it is."""

    before: Version
    after: Version
    changes: tuple[Option, ...]
    is_shuffled: bool = True
    scoring: str = "right_minus_wrong"

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take both versions, the kinds of change, and the rule."""
        versions = {name: _read_version(table, name) for name in VERSIONS}
        passages = [version.passage for version in versions.values()]
        if all(p.tokens for p in passages) and not any(p.keys for p in passages):
            table.fault("before/after", "no_marks")
        # As far as both dates go: 2020 is not before 2020-01-08.
        n = min(len(version.date) for version in versions.values())
        if versions["before"].date[:n] > versions["after"].date[:n]:
            table.fault("before/after", "dates_turned")
        return {
            **versions,
            "changes": _read_changes(table),
            "is_shuffled": table.flag("shuffle", default=True),
            "scoring": read_rule(table),
        }

    def public(self) -> dict[str, Any]:
        """Return both versions and the kinds of change, without keys and feedback."""
        return {
            **{name: version.public() for name, version in self._versions()},
            "changes": [{"id": c.id, "text": c.text} for c in self.changes],
        }

    def orders(self) -> dict[str, tuple[str, ...]]:
        """Return the kinds of change, unless their order has meaning."""
        ids = tuple(change.id for change in self.changes)
        return {"changes": ids} if self.is_shuffled else {}

    def parse(self, response: object) -> dict[str, Any]:
        """Return numbers and ids in the bank's order."""
        names = {*VERSIONS, "changes"}
        if not isinstance(response, dict) or not response.keys() <= names:
            raise ResponseError("item.no_shift")
        known = [change.id for change in self.changes]
        chosen = response.get("changes", [])
        if not isinstance(chosen, list) or not all(id_ in known for id_ in chosen):
            raise ResponseError("item.no_such_option", known="、".join(known))
        return {
            **{name: v.parse(response.get(name, [])) for name, v in self._versions()},
            "changes": [id_ for id_ in known if id_ in chosen],
        }

    def is_empty(self, response: dict[str, Any]) -> bool:
        """Return whether nothing was marked and nothing chosen."""
        return not any(response.values())

    def score(self, response: dict[str, Any]) -> Score:
        """Return the points for the marks of both versions and for the kinds."""
        keys = {c.id for c in self.changes if c.is_key}
        words = score_choices(self.scoring, _words(self.solution()), _words(response))
        kinds = score_choices(self.scoring, keys, response["changes"])
        return Score(words.points + kinds.points, words.maximum + kinds.maximum)

    def feedback(self, response: dict[str, Any]) -> tuple[Remark, ...]:
        """Return remarks on marks and kinds, and on keys left out, not named."""
        remarks = [
            remark
            for name, version in self._versions()
            for remark in version.remarks(name, response[name])
        ]
        kinds = remarks_on(self.changes, response["changes"], "item.change_left_out")
        return (*remarks, *kinds)

    def solution(self) -> dict[str, Any]:
        """Return the changed words of both versions and the kinds that apply."""
        return {
            **{n: [int(id_) for id_ in v.passage.keys] for n, v in self._versions()},
            "changes": [change.id for change in self.changes if change.is_key],
        }

    def extras(self, response: dict[str, Any]) -> dict[str, Any]:
        """Return the verdict on each mark, since marks may share a remark."""
        return {
            "verdicts": {
                name: version.passage.verdicts(_marks(response[name]))
                for name, version in self._versions()
            }
        }

    def _versions(self) -> tuple[tuple[str, Version], ...]:
        return (("before", self.before), ("after", self.after))


def _marks(numbers: list[int]) -> Marks:
    return {str(number): CHANGED for number in numbers}


def _words(response: dict[str, Any]) -> set[str]:
    return {f"{name} {n}" for name in VERSIONS for n in response[name]}


def _read_version(table: Table, name: str) -> Version:
    inner = table.table(name)
    if inner is None:
        return Version("", EMPTY, Passage((), (), EMPTY, LABELS))
    version = Version(
        date=inner.date("date"),
        source=inner.bilingual("source", en=False),
        passage=read_passage(inner, LABELS, keys_required=False),
    )
    inner.finish()
    return version


def _read_changes(table: Table) -> tuple[Option, ...]:
    changes = tuple(
        read_option(inner, missed_required=True)
        for inner in table.tables("changes", required=True)
    )
    check_repeated(table, "changes", [change.id for change in changes])
    n_keys = sum(change.is_key for change in changes)
    if changes and not n_keys:
        table.fault("changes", "keys", n=0)
    if changes and n_keys == len(changes):
        table.fault("changes", "no_distractor")
    return changes
