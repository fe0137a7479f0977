"""Marking: find the words of a kind in a passage, such as those of strength or scope.

Bank fields::

    labels = [{ id = "strength", text = { zh = "力度", en = "strength" } }]
    passage = "公安机关/{必须}/坚持/……"
    remarks = [
      { token = "必须", chosen = { zh, en }, missed = { zh, en } },
      { token = "坚持", chosen = { zh, en } },
    ]
    wrong = { zh, en }
    scoring = "coverage"    # default right_minus_wrong; see `scoring`

`passage`, `remarks` and `wrong` are described in `passage`. With one label the learner
only marks; with two to four the learner first picks the one to mark with, and a key
names its own, ``{必须|strength}``. The passage is to be the course's own words.

A response is a table: the number of a word, as text, to a label's id:
``{ "2" = "strength" }``.

A right mark is a key of the rule, any other mark a distractor: a key word under another
label too, for the learner has seen the word and not what it does.
"""

from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.item import Item, Remark, Score
from yandu.items.passage import Marks, Passage
from yandu.items.passage_fields import read_passage
from yandu.items.scoring import read_rule, score_choices
from yandu.messages import Bilingual

#: There are four ways to underline that can be told apart.
MOST_LABELS = 4


@dataclass(frozen=True, kw_only=True)
class MarkTokens(Item):
    """Mark the words of a passage that a label fits.

    Attributes:
        labels: Label id to its text.
        passage: The words, and what is said of them.
        scoring: Name of the rule.
    """

    labels: dict[str, Bilingual]
    passage: Passage
    scoring: str = "right_minus_wrong"

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take labels, passage and rule."""
        labels = _read_labels(table)
        passage = read_passage(table, labels)
        return {"labels": labels, "passage": passage, "scoring": read_rule(table)}

    def public(self) -> dict[str, Any]:
        """Return the words and the labels, both in the author's order."""
        return {
            "pieces": self.passage.public(),
            "labels": [{"id": id_, "text": text} for id_, text in self.labels.items()],
        }

    def parse(self, response: object) -> Marks:
        """Return the marks in the order of the words."""
        return self.passage.parse(response)

    def is_empty(self, response: Marks) -> bool:
        """Return whether nothing was marked."""
        return not response

    def score(self, response: Marks) -> Score:
        """Return what the rule gives, of the number of keys."""
        return score_choices(self.scoring, _pairs(self.passage.keys), _pairs(response))

    def feedback(self, response: Marks) -> tuple[Remark, ...]:
        """Return remarks on marks, and on keys left out, which are not named."""
        return tuple(self.passage.remarks(response))

    def solution(self) -> Marks:
        """Return the keys."""
        return self.passage.keys

    def extras(self, response: Marks) -> dict[str, Any]:
        """Return the verdict on each mark, since marks may share a remark."""
        return {"verdicts": self.passage.verdicts(response)}


def _pairs(marks: Marks) -> set[str]:
    return {f"{id_} {label}" for id_, label in marks.items()}


def _read_labels(table: Table) -> dict[str, Bilingual]:
    labels: dict[str, Bilingual] = {}
    for inner in table.tables("labels", required=True):
        id_ = inner.text("id")
        if id_ in labels:
            table.fault("labels", "repeated")
        labels[id_] = inner.bilingual("text", en=False)
        inner.finish()
    if len(labels) > MOST_LABELS:
        table.fault("labels", "many_labels", n=len(labels), most=MOST_LABELS)
    return labels
