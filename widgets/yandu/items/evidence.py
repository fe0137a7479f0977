"""Evidence: pick the sentences of the text that carry a claim.

Bank fields::

    sentences = [
      { id = "01-p03.2", begins = "2019年5月", key = true,
        chosen = { zh, en }, missed = { zh, en } },
      { id = "01-p03.3", begins = "词本身更早", chosen = { zh, en } },
    ]
    scoring = "coverage"    # default right_minus_wrong; see `scoring`

These sentences are offered, in the order of the text; `id` is that of the lesson's
text (paragraph, then the sentence's place in it, counted by end marks), so nothing is
copied here. `begins` holds the sentence's first characters, four or more: by them
``yandu check`` notices that the text has changed. `chosen` is said of a sentence that
was picked, `missed` of a key that was left out.

A response is a list of sentence ids, in any order.

Scored by a rule over the keys; right minus wrong, so that picking all the text, which
does contain the evidence, is no way to full points.
"""

import re
from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.parts import check_repeated
from yandu.items.scoring import read_rule, score_choices
from yandu.messages import Bilingual, shown

SENTENCE_ID = re.compile(r"(\d\d-p\d\d)\.(\d+)")
#: From here on a beginning tells one sentence from another.
SHORTEST_BEGINNING = 4


@dataclass(frozen=True)
class Offered:
    """A sentence that is offered.

    Attributes:
        id: As in the lesson, ``01-p03.2``.
        begins: Its first characters.
        is_key: Whether it carries the claim.
        chosen: Feedback when it was picked.
        missed: Feedback when it is a key and was left out.
    """

    id: str
    begins: str
    is_key: bool
    chosen: Bilingual
    missed: Bilingual

    @property
    def paragraph(self) -> str:
        """Id of the paragraph in which it stands."""
        return self.id.rpartition(".")[0]

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the lesson, to be sorted by."""
        return self.paragraph, int(self.id.rpartition(".")[2])


@dataclass(frozen=True, kw_only=True)
class Evidence(Item):
    """Pick the sentences that carry a claim, and no others."""

    sentences: tuple[Offered, ...]
    scoring: str = "right_minus_wrong"

    @property
    def keys(self) -> frozenset[str]:
        """Ids of the sentences that carry the claim."""
        return frozenset(offered.id for offered in self.sentences if offered.is_key)

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the sentences and the rule."""
        sentences = tuple(map(_read, table.tables("sentences", required=True)))
        ids = [offered.id for offered in sentences]
        check_repeated(table, "sentences", ids)
        n_keys = sum(offered.is_key for offered in sentences)
        if sentences and n_keys in (0, len(sentences)):
            table.fault("sentences", "evidence_keys", n=n_keys, total=len(sentences))
        if all(map(SENTENCE_ID.fullmatch, ids)):
            places = [offered.place for offered in sentences]
            if places != sorted(places):
                table.fault("sentences", "evidence_order")
        return {"sentences": sentences, "scoring": read_rule(table)}

    def public(self) -> dict[str, Any]:
        """Return ids and beginnings in the order of the text; the lesson has more."""
        return {"sentences": [{"id": o.id, "begins": o.begins} for o in self.sentences]}

    def parse(self, response: object) -> list[str]:
        """Return the picked ids in the order of the text."""
        known = [offered.id for offered in self.sentences]
        if not isinstance(response, list) or not all(id_ in known for id_ in response):
            raise ResponseError("item.no_such_sentence", known="、".join(known))
        return [id_ for id_ in known if id_ in response]

    def is_empty(self, response: list[str]) -> bool:
        """Return whether no sentence was picked."""
        return not response

    def score(self, response: list[str]) -> Score:
        """Return what the rule gives, of the number of keys."""
        return score_choices(self.scoring, self.keys, response)

    def feedback(self, response: list[str]) -> tuple[Remark, ...]:
        """Return a remark on each picked sentence, and on keys left out, not named."""
        remarks = []
        for offered in self.sentences:
            if offered.id in response:
                verdict = Verdict.RIGHT if offered.is_key else Verdict.WRONG
                label = shown("item.sentence", begins=offered.begins)
                remarks.append(Remark(offered.id, label, verdict, offered.chosen))
            elif offered.is_key:
                hidden = shown("item.sentence_left_out")
                remarks.append(Remark("", hidden, Verdict.MISSED, offered.missed))
        return tuple(remarks)

    def solution(self) -> list[str]:
        """Return the keys in the order of the text."""
        return [offered.id for offered in self.sentences if offered.is_key]


def _read(table: Table) -> Offered:
    is_key = table.flag("key")
    offered = Offered(
        id=table.text("id"),
        begins=table.text("begins"),
        is_key=is_key,
        chosen=table.bilingual("chosen", en=False),
        missed=table.bilingual("missed", required=is_key, en=False),
    )
    if offered.id and not SENTENCE_ID.fullmatch(offered.id):
        table.fault("id", "bad_id", value=offered.id, wanted="00-p00.0")
    if 0 < len(offered.begins) < SHORTEST_BEGINNING:
        table.fault("begins", "begins_short", n=SHORTEST_BEGINNING)
    table.finish()
    return offered
