"""Ordering: put steps, years or the elements of a formula into order.

Bank fields; the elements stand in the right order::

    elements = [
      { id = "origin", text = { zh, en }, follows = { zh, en } },
      { id = "change", text = { zh }, follows = { zh }, missed = { zh },
        near = { result = { zh } }, note = { zh } },
      { id = "result", text = { zh }, follows = { zh } },
    ]
    ties = [["origin", "change"]]   # may stand in either order; optional
    scoring = "positions"           # optional; see below

`follows` says why an element stands after the one before it (of the first: why it
begins). It is said when it does, and when it does not, unless there is something nearer
to say: `near` has feedback for a foreseen wrong neighbour (the id of the element that
was put right before this one), `missed` for any other. `note` (a date, say) is shown
beside the element when the response is full or the solution has been asked for.

Ids are part of what the browser holds, so they must not tell the order: ids that are in
alphabetical order, or in the reverse of it, when the elements are, are a fault.

A response is the list of all ids in the order given. The empty list means that the
order was not touched, and is no answer: the first order shown is shuffled by the seed
and is never right, so whoever has moved nothing has not answered.

Scoring:

`neighbours` (default): a point for each element that is directly followed by the one
    that should follow it, n - 1 in all. An order that is right but for one element put
    elsewhere keeps most of its points. A random order can expect 1 / n of them.
`positions`: a point for each element that stands in its place, n in all; for lists in
    which the number itself means something. One element too early moves the others and
    costs their points too. A random order can expect 1 / n of them.

These are "Relative to the next item (excluding last)" and "Absolute position" of
Moodle's question type (qtype_ordering, help on "Grading type"). Where several orders
are right, a response is compared with the one that gives it most.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, permutations, product
from math import factorial, prod
from typing import Any

from yandu.content.tables import Table
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.parts import label, read_near
from yandu.messages import Bilingual

FEWEST_ELEMENTS = 3
#: How many right orders an item may have: each response is compared with all of them.
MOST_ORDERS = 120

Order = tuple[str, ...]


def neighbours(response: Order, right: Order) -> list[bool]:
    """Return, of each element but the first, whether it stands behind the right one."""
    wanted = set(pairwise(right))
    return [pair in wanted for pair in pairwise(response)]


def positions(response: Order, right: Order) -> list[bool]:
    """Return, of each element, whether it stands in its place."""
    return [given == wanted for given, wanted in zip(response, right, strict=True)]


RULES: dict[str, Callable[[Order, Order], list[bool]]] = {
    "neighbours": neighbours,
    "positions": positions,
}


@dataclass(frozen=True)
class Element:
    """One of what is put in order.

    Attributes:
        id: Says nothing of the order.
        text: What is shown.
        follows: Why it stands where it stands.
        missed: What is said when it stands elsewhere; where to look, not where to go.
        near: What is said when it stands right after a certain other one, by its id.
        note: Shown beside it when the order is known; may be empty.
    """

    id: str
    text: Bilingual
    follows: Bilingual
    missed: Bilingual
    near: dict[str, Bilingual]
    note: Bilingual


@dataclass(frozen=True, kw_only=True)
class Ordering(Item):
    """Put the elements in order.

    Attributes:
        elements: In the right order.
        ties: Ids of elements next to each other that may stand in any order.
        scoring: The name of a rule.
    """

    elements: tuple[Element, ...]
    ties: tuple[Order, ...] = ()
    scoring: str = "neighbours"

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the elements, those that may change places, and the rule."""
        tables = table.tables("elements", required=True)
        ids = tuple(inner.peek("id") for inner in tables)
        ties = _read_ties(table, ids)
        orders = set(_right_orders(ids, ties))
        elements = tuple(_element(inner, orders) for inner in tables)
        alphabetical = tuple(sorted(ids))
        if len(set(ids)) != len(ids):
            table.fault("elements", "repeated")
        elif 0 < len(ids) < FEWEST_ELEMENTS:
            table.fault("elements", "few_elements", n=FEWEST_ELEMENTS)
        elif ids and orders & {alphabetical, alphabetical[::-1]}:
            table.fault("elements", "ids_tell")
        scoring = table.choice("scoring", tuple(RULES), required=False) or "neighbours"
        return {"elements": elements, "ties": ties, "scoring": scoring}

    @property
    def ids(self) -> Order:
        """The elements' ids in the right order."""
        return tuple(element.id for element in self.elements)

    def public(self) -> dict[str, Any]:
        """Return the elements' ids and texts, by id, and the rule's name."""
        by_id = sorted(self.elements, key=lambda element: element.id)
        return {
            "elements": [{"id": e.id, "text": e.text} for e in by_id],
            "scoring": self.scoring,
        }

    def orders(self) -> dict[str, Order]:
        """Return the elements; their order is what is asked."""
        return {"elements": tuple(sorted(self.ids))}

    def arrange(self, seed: int) -> dict[str, list[str]]:
        """Return the first order shown, which is never right.

        A right order turned by one is not right: what came first comes last.
        """
        order = super().arrange(seed)["elements"]
        if tuple(order) in _right_orders(self.ids, self.ties):
            order = [*order[1:], order[0]]
        return {"elements": order}

    def parse(self, response: object) -> list[str]:
        """Return the order as it is: all ids, each once, or none."""
        ids = sorted(self.ids)
        if isinstance(response, list) and len(response) in (0, len(ids)):
            given = [id_ for id_ in response if isinstance(id_, str)]
            if len(given) == len(response) and sorted(given) in ([], ids):
                return given
        raise ResponseError("item.no_order", known="、".join(ids))

    def is_empty(self, response: list[str]) -> bool:
        """Return whether the first order was left as it was."""
        return not response

    def score(self, response: list[str]) -> Score:
        """Return a point for each right neighbour or place, by the rule."""
        maximum = len(self.elements) - (self.scoring == "neighbours")
        return Score(float(sum(self._found(response))), float(maximum))

    def feedback(self, response: list[str]) -> tuple[Remark, ...]:
        """Return a remark for each point, of the element that gets or misses it.

        With `neighbours` it speaks of the seam between an element and the one before.
        """
        elements = {element.id: element for element in self.elements}
        given = [elements[id_] for id_ in response]
        before: list[Element | None] = [None, *given]
        spoken_of = list(zip(before, given, strict=False))
        if self.scoring == "neighbours":
            spoken_of = spoken_of[1:]
        return tuple(
            self._remark(previous, element, is_right=is_right)
            for (previous, element), is_right in zip(
                spoken_of, self._found(response), strict=True
            )
        )

    def solution(self) -> list[str]:
        """Return the elements as they stand in the bank."""
        return list(self.ids)

    def revealed(self, response: list[str]) -> dict[str, Any]:
        """Return what is shown with the solution: notes, and what may change places."""
        notes = {e.id: e.note for e in self.elements if e.note["zh"]}
        return {"notes": notes, "ties": [list(tie) for tie in self.ties]}

    def _found(self, response: list[str]) -> list[bool]:
        """Return which points are earned, against the right order that earns most."""
        if not response:
            return []
        rule, given = RULES[self.scoring], tuple(response)
        found = (rule(given, right) for right in _right_orders(self.ids, self.ties))
        return max(found, key=sum)

    def _remark(
        self, previous: Element | None, element: Element, *, is_right: bool
    ) -> Remark:
        shown_label = element.text
        if self.scoring == "neighbours" and previous:
            shown_label = label("item.seam", first=previous.text, then=element.text)
        if is_right:
            return Remark(element.id, shown_label, Verdict.RIGHT, element.follows)
        said = element.near.get(previous.id) if previous else None
        other = element.missed if element.missed["zh"] else element.follows
        return Remark(element.id, shown_label, Verdict.WRONG, said or other)


def _right_orders(ids: Order, ties: tuple[Order, ...]) -> Iterator[Order]:
    """Yield every right order, the bank's own first."""
    tied = {id_: tie for tie in ties for id_ in tie}
    blocks = dict.fromkeys(tied.get(id_, (id_,)) for id_ in ids)
    for arranged in product(*map(permutations, blocks)):
        yield tuple(id_ for block in arranged for id_ in block)


def _read_ties(table: Table, ids: Order) -> tuple[Order, ...]:
    """Take groups of neighbours; of each group at least two, but never all of them."""
    ties: list[Order] = []
    for tie in table.items("ties"):
        taken = [id_ for other in ties for id_ in other]
        if not _is_tie(tie, ids) or any(id_ in taken for id_ in tie):
            table.fault("ties", "ties")
            return ()
        ties.append(tuple(sorted(tie, key=ids.index)))
    if prod(factorial(len(tie)) for tie in ties) > MOST_ORDERS:
        table.fault("ties", "many_orders", n=MOST_ORDERS)
        return ()
    return tuple(ties)


def _is_tie(tie: object, ids: Order) -> bool:
    if not isinstance(tie, list) or not all(id_ in ids for id_ in tie):
        return False
    places = sorted(ids.index(id_) for id_ in tie)
    is_run = places == list(range(places[0], places[0] + len(tie))) if tie else False
    return is_run and 2 <= len(tie) < len(ids)


def _element(table: Table, orders: set[Order]) -> Element:
    id_ = table.text("id")
    known = {other for order in orders for other in order} - {id_}
    right = {
        first for order in orders for first, then in pairwise(order) if then == id_
    }
    element = Element(
        id=id_,
        text=table.bilingual("text", en=False),
        follows=table.bilingual("follows", en=False),
        missed=table.bilingual("missed", required=False, en=False),
        near=read_near(table, sorted(known - right), sorted(right)),
        note=table.bilingual("note", required=False, en=False),
    )
    table.finish()
    return element
