"""Open response: write, then mark yourself by a rubric beside model responses.

Bank fields::

    rubric = [                                    # three or more
      { id = "a", criterion = { zh, en }, full = { zh, en }, partial = { zh, en } },
    ]
    models = [                                    # two or more, and they differ
      { title = { zh, en }, text = { zh, en }, paragraphs = ["01-p08"] },
    ]
    size = 6                                      # lines to write on, default 6
    least = 20                                    # characters asked for, default 20

It has neither `accept` nor `reject`: nobody marks it but its author, the learner. The
rationale is a closing note.

A response is ``{"text": …, "marks": {criterion id: "full", "partial" or "none"}}``,
and ``"is_committed": true`` once the learner has asked to see rubric and models. A
criterion met in full earns two points, in part one: the marks are the learner's own, so
points say what the learner thinks of the text and no more.
"""

from dataclasses import dataclass
from typing import Any

from yandu.content.prompts import Reading
from yandu.content.tables import Table
from yandu.items.item import Item, Remark, Response, ResponseError, Score
from yandu.items.parts import check_repeated
from yandu.items.typed import LONGEST_TEXT, typed_text
from yandu.messages import Bilingual

#: What a criterion may be marked, and its points.
MARKS = {"full": 2, "partial": 1, "none": 0}
FIELDS = ("text", "marks", "is_committed")
N_CRITERIA, N_MODELS = 3, 2
LINES, MOST_LINES = 6, 40
LEAST, MOST_LEAST = 20, 1_000


@dataclass(frozen=True)
class Criterion:
    """One row of the rubric: what is looked at, met in full and met in part."""

    id: str
    criterion: Bilingual
    full: Bilingual
    partial: Bilingual


@dataclass(frozen=True, kw_only=True)
class OpenResponse(Item):
    """Write, compare, mark yourself.

    Attributes:
        rubric: By what a response is looked at.
        models: Responses that differ, to be read beside one's own.
        size: Lines to write on.
        least: Characters, white space apart, before rubric and models open.
    """

    rubric: tuple[Criterion, ...]
    models: tuple[Reading, ...]
    size: int
    least: int

    @classmethod
    def _read_proofs(cls, table: Table) -> dict[str, Any]:
        return {"accept": (), "reject": ()}

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take rubric and models."""
        rubric = tuple(map(_criterion, table.tables("rubric", required=True)))
        models = tuple(map(Reading.read, table.tables("models", required=True)))
        if len(rubric) < N_CRITERIA:
            table.fault("rubric", "too_few", n=len(rubric), wanted=N_CRITERIA)
        check_repeated(table, "rubric", [row.id for row in rubric])
        if len(models) < N_MODELS:
            table.fault("models", "too_few", n=len(models), wanted=N_MODELS)
        texts = ["".join(model.text["zh"].split()) for model in models]
        check_repeated(table, "models", texts)
        return {
            "rubric": rubric,
            "models": models,
            "size": _within(table, "size", LINES, MOST_LINES),
            "least": _within(table, "least", LEAST, MOST_LEAST),
        }

    def public(self) -> dict[str, Any]:
        """Return how much is to be written: neither rubric nor models."""
        return {"lines": self.size, "least": self.least}

    def parse(self, response: object) -> dict[str, Any]:
        """Return text and marks; marks of criteria that are no more are left out."""
        if not isinstance(response, dict) or not response.keys() <= set(FIELDS):
            raise ResponseError("item.not_open")
        marks = response.get("marks", {})
        if not isinstance(marks, dict):
            raise ResponseError("item.not_open")
        kept = {row.id: marks[row.id] for row in self.rubric if row.id in marks}
        if not all(isinstance(m, str) and m in MARKS for m in kept.values()):
            raise ResponseError("item.no_such_mark", known="、".join(MARKS))
        text = typed_text(response.get("text"), LONGEST_TEXT)
        parsed: dict[str, Any] = {"text": text, "marks": kept}
        if response.get("is_committed") is True:
            parsed["is_committed"] = True
        return parsed

    def is_empty(self, response: Response) -> bool:
        """Return whether nothing was written."""
        return not response["text"].strip()

    def is_long_enough(self, response: Response) -> bool:
        """Return whether as much was written as is asked for."""
        return n_written(response["text"]) >= self.least

    def unmarked(self, response: Response) -> tuple[Criterion, ...]:
        """Return the criteria that the learner has not marked yet."""
        return tuple(row for row in self.rubric if row.id not in response["marks"])

    def score(self, response: Response) -> Score:
        """Return the points of the learner's own marks; no text, no points."""
        points = sum(MARKS[mark] for mark in response["marks"].values())
        maximum = MARKS["full"] * len(self.rubric)
        return Score(float(0 if self.is_empty(response) else points), float(maximum))

    def feedback(self, response: Response) -> tuple[Remark, ...]:
        """Return nothing: rubric and models say what there is to say."""
        return ()

    def solution(self) -> Response:
        """Return a response that its author could mark in full: the first model."""
        marks = {row.id: "full" for row in self.rubric}
        return {"text": self.models[0].text["zh"], "marks": marks}


def n_written(text: str) -> int:
    """Return the number of characters of a text, white space apart."""
    return sum(not char.isspace() for char in text)


def _within(table: Table, field: str, default: int, highest: int) -> int:
    number = table.number(field, default=default)
    if not 1 <= number <= highest:
        table.fault(field, "out_of_range", lowest=1, highest=highest)
    return number


def _criterion(table: Table) -> Criterion:
    row = Criterion(
        table.text("id"),
        table.bilingual("criterion"),
        table.bilingual("full"),
        table.bilingual("partial"),
    )
    table.finish()
    return row
