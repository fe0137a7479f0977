"""Segmentation: place the cuts between the words of a string written without them.

Bank fields::

    gold = "国家/政治安全/要/始终/放~在/首位"
    jieba = "国家/政治/安全/要/始终/放在首位"
    with_glossary = "国家/政治安全/要/始终/放在/首位"
    cuts = [
      { at = "政治|安全", cut = { zh = "……" } },
      { at = "放在|首位", cut = { zh = "……" }, uncut = { zh = "……" } },
    ]
    scoring = "coverage"    # default right_minus_wrong; see `scoring`

In `gold`, ``/`` is a border between two words and ``~`` a place that may be cut or not:
reviewers differ there, so it neither earns nor costs. The string has at most 40
characters and no white space. `jieba` and `with_glossary` are the cuts of plain jieba
and of jieba with the course's glossary; they are stored because a lesson must not load
jieba, and ``yandu check`` cuts anew and compares.

`cuts` holds the feedback of the places that teach something. `at` names a place by
characters on both sides of a bar, as many as make it unique, or by the number of
characters before it. `cut` is said if it was cut; `uncut` if it is a border and was
not (required there, and only there). Other places have a sentence that is made from the
string. It names a word of the gold only where the learner has both its borders;
anything more would be the solution.

A response is a list of places, each the number of characters before it:
国家/政治安全/要… is ``[2, 6, 7, …]``. ``"国家/政治安全/要…"`` is the same; `accept` and
`reject` are best written so.

Each border placed earns a point and each cut inside a word takes one away, by default:
a cut everywhere has all the borders and is still no segmentation.

After an attempt the cut is compared word by word, as `cuts.Agreement` says, beside that
of jieba with and without the glossary. Their figures are shown, their cuts only with
the rationale: what the glossary gives is all but the key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yandu.content.tables import EMPTY, Table
from yandu.items.cut_fields import Place, read_gold, read_machine, read_place
from yandu.items.cuts import CUT, agreement, read_cut, reference_for, spans, words
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.parts import check_repeated
from yandu.items.scoring import read_rule, score_choices
from yandu.messages import Bilingual, shown

#: Characters on each side by which a place is named.
N_BESIDE = 2
#: A border in a word of so many characters has only one place to be.
TWO = 2


@dataclass(frozen=True, kw_only=True)
class Segmentation(Item):
    """Cut a string into words.

    Attributes:
        text: The string.
        gold: The borders of its words.
        optional: Places that may be cut or not.
        jieba: Where plain jieba cuts.
        with_glossary: Where jieba cuts with the course's glossary.
        places: Feedback of single places.
        scoring: Name of the rule.
    """

    text: str
    gold: tuple[int, ...]
    optional: tuple[int, ...]
    jieba: tuple[int, ...]
    with_glossary: tuple[int, ...]
    places: tuple[Place, ...]
    scoring: str = "right_minus_wrong"

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the cuts, which must all be of one string, and the feedback."""
        gold = read_gold(table)
        places = tuple(
            place
            for inner in table.tables("cuts")
            if (place := read_place(inner, gold)) is not None
        )
        check_repeated(table, "cuts", [place.id for place in places])
        return {
            "text": gold.text,
            "gold": gold.places,
            "optional": gold.optional,
            "jieba": read_machine(table, "jieba", gold),
            "with_glossary": read_machine(table, "with_glossary", gold),
            "places": places,
            "scoring": read_rule(table),
        }

    def public(self) -> dict[str, Any]:
        """Return the string."""
        return {"text": self.text}

    def parse(self, response: object) -> list[int]:
        """Return the places in order, each once."""
        places = self._read(response) if isinstance(response, str) else response
        if not isinstance(places, list) or not all(map(self._is_place, places)):
            raise ResponseError("item.no_such_place", last=len(self.text) - 1)
        return sorted(set(places))

    def _read(self, written: str) -> list[int] | None:
        """Return the places of a cut written with ``/``, if it is of this string."""
        cut = read_cut(written) if len(written) < 2 * len(self.text) else None
        is_own = cut is not None and (cut.text, cut.optional) == (self.text, ())
        return list(cut.places) if cut is not None and is_own else None

    def _is_place(self, place: object) -> bool:
        # True is an int in Python, but no number of characters.
        return type(place) is int and 0 < place < len(self.text)

    def is_empty(self, response: list[int]) -> bool:
        """Return whether nothing was cut."""
        return not response

    def score(self, response: list[int]) -> Score:
        """Return what the rule gives, of the number of borders."""
        chosen = map(str, self._counted(response))
        return score_choices(self.scoring, [*map(str, self.gold)], [*chosen])

    def feedback(self, response: list[int]) -> tuple[Remark, ...]:
        """Return the right words, remarks on cuts, and what still holds a border."""
        return (
            *self._right_words(response),
            *self._on_cuts(response),
            *self._on_missed(response),
        )

    def solution(self) -> list[int]:
        """Return the borders."""
        return list(self.gold)

    def extras(self, response: list[int]) -> dict[str, Any]:
        """Return whether each cut is right, and the figures of all three cuts."""
        marks = {
            str(place): (Verdict.RIGHT if place in self.gold else Verdict.WRONG).value
            for place in self._counted(response)
        }
        rows = [self._row(name, cut) for name, cut in self._compared(response)]
        return {"marks": marks, "measures": rows}

    def revealed(self, response: list[int]) -> dict[str, Any]:
        """Return what may be seen with the solution: optional places and all cuts."""
        rows = [
            {**self._row(name, cut), "cut": CUT.join(words(self.text, cut))}
            for name, cut in self._compared(response)
        ]
        return {"optional": list(self.optional), "measures": rows}

    def _counted(self, response: list[int]) -> list[int]:
        return [place for place in response if place not in self.optional]

    def _compared(self, response: list[int]) -> list[tuple[str, Sequence[int]]]:
        return [
            ("item.cut_by_learner", response),
            ("item.cut_by_jieba", self.jieba),
            ("item.cut_by_glossary", self.with_glossary),
        ]

    def _reference(self, places: Sequence[int]) -> list[int]:
        return reference_for(places, self.gold, self.optional)

    def _row(self, name: str, places: Sequence[int]) -> dict[str, Any]:
        found = agreement(len(self.text), places, self._reference(places))
        return {
            "name": shown(name),
            "n_words": found.n_words,
            "n_right": found.n_right,
            "precision": f"{found.precision:.2f}",
            "recall": f"{found.recall:.2f}",
            "f1": f"{found.f1:.2f}",
        }

    def _right_words(self, response: list[int]) -> list[Remark]:
        """Return one remark on the words, or on borders that make no word yet."""
        wanted = spans(len(self.text), self._reference(response))
        right = [
            self.text[start:end]
            for start, end in spans(len(self.text), response)
            if (start, end) in wanted
        ]
        n_borders = sum(place in self.gold for place in response)
        if right:
            text = shown("item.words_right", words="、".join(right), n=len(right))
        elif n_borders:
            text = shown("item.no_word_right", n=n_borders)
        else:
            return []
        return [Remark("", shown("item.right_words"), Verdict.RIGHT, text)]

    def _on_cuts(self, response: list[int]) -> list[Remark]:
        """Return a remark on each wrong or optional cut, and where the bank has one."""
        told = {place.id: place.cut for place in self.places if place.cut != EMPTY}
        remarks = []
        for place in response:
            is_wrong = place not in self.gold and place not in self.optional
            if place in self.gold and place not in told:
                continue
            verdict = Verdict.WRONG if is_wrong else Verdict.RIGHT
            text = told.get(place) or self._default(place, response)
            remarks.append(Remark(str(place), self._label(place), verdict, text))
        return remarks

    def _default(self, place: int, response: list[int]) -> Bilingual:
        """Return what is said of a cut that is not a border, if the bank says nothing.

        The word is named if the learner has both its borders; else only what the
        verdict tells anyway: that the two characters are in one word.
        """
        if place in self.optional:
            return shown("item.cut_optional")
        known = {0, *response, len(self.text)}
        for start, end in spans(len(self.text), self._reference(response)):
            if start < place < end and {start, end} <= known:
                return shown("item.inside_word", word=self.text[start:end])
        left, right = self.text[place - 1], self.text[place]
        return shown("item.inside_a_word", left=left, right=right)

    def _on_missed(self, response: list[int]) -> list[Remark]:
        """Return remarks on borders left out; none says where the border is.

        Those of which the bank says nothing are spoken of by the learner's own word
        that holds them, unless it has only two characters.
        """
        missed = [place for place in self.gold if place not in response]
        told = {place.id: place.uncut for place in self.places}
        texts = [told[place] for place in missed if place in told]
        untold = [place for place in missed if place not in told]
        for start, end in spans(len(self.text), response):
            if not any(start < place < end for place in untold):
                continue
            piece = self.text[start:end]
            if len(piece) > TWO:
                text = shown("item.holds_border", piece=piece)
            else:
                text = shown("item.two_words")
            if text not in texts:
                texts.append(text)
        label = shown("item.not_cut")
        return [Remark("", label, Verdict.MISSED, text) for text in texts]

    def _label(self, place: int) -> Bilingual:
        left = self.text[max(place - N_BESIDE, 0) : place]
        return shown("item.place", left=left, right=self.text[place:][:N_BESIDE])
