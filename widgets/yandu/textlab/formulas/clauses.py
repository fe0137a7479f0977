"""Clauses of a text, level by level: what stands in quotation marks is apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field

_PAIRS = {"「": "」", "『": "』", "“": "”", "《": "》", "（": "）"}
_CLOSERS = frozenset(_PAIRS.values())
_BRACKET = "（"
# A clause ends at these. A dash or dots may stand double: the clause between is empty.
_STOPS = frozenset("，。；：！？…—.,;:!?\n")
_ENUMERATION = "、"
_AND = ("以及", "和", "与", "及")


@dataclass(frozen=True)
class Joint:
    """What parts two members: 、, or nothing or 和 between two quotations."""

    start: int
    end: int


@dataclass
class Clause:
    """A stretch of text between stops, on one level of quotation.

    Attributes:
        start, end: Where it stands.
        joints: What parts members in it; not those inside its own quotations.
        brackets: Start and end of each （…） in it.
        fills_quotation: Whether it is all that stands in its quotation marks.
    """

    start: int
    end: int = 0
    joints: list[Joint] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    fills_quotation: bool = False


def clauses(string: str) -> Iterator[Clause]:
    """Yield the clauses of a text; one in quotation marks before the one around it.

    A mark without its partner ends a clause and opens nothing.
    """
    partner = _partners(string)
    stack: list[tuple[int, Clause]] = []
    opened, clause = -1, Clause(0)
    for at, char in enumerate(string):
        if char in _PAIRS and at in partner:
            stack.append((opened, clause))
            opened, clause = at, Clause(at + 1)
        elif char in _CLOSERS and at in partner:
            clause.end = at
            is_quoted = string[opened] != _BRACKET
            clause.fills_quotation = is_quoted and clause.start == opened + 1
            yield clause
            inner_opened = opened
            opened, clause = stack.pop()
            _note_closed(string, clause, inner_opened, at, partner)
        elif char in _STOPS or char in _PAIRS or char in _CLOSERS:
            clause.end = at
            yield clause
            clause = Clause(at + 1)
        elif char == _ENUMERATION:
            clause.joints.append(Joint(at, at + 1))
    clause.end = len(string)
    yield clause


def _note_closed(
    string: str, clause: Clause, start: int, at: int, partner: dict[int, int]
) -> None:
    """Note what has just been closed: a bracket, or a quotation before another one."""
    end = at + 1
    if string[start] == _BRACKET:
        clause.brackets.append((start, end))
        return
    for word in ("", *_AND):
        after = end + len(word)
        opens = string[after : after + 1]
        if string.startswith(word, end) and opens in _PAIRS and opens != _BRACKET:
            if after in partner:
                clause.joints.append(Joint(end, after))
            return


def _partners(string: str) -> dict[int, int]:
    """Return each opening mark with its closing one, and the reverse."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    for at, char in enumerate(string):
        if char in _PAIRS:
            stack.append(at)
        elif char in _CLOSERS:
            if stack and _PAIRS[string[stack[-1]]] == char:
                partner[at] = stack.pop()
                partner[partner[at]] = at
            else:
                stack.clear()  # crossed or closed twice: nothing around it is sure
    return partner
