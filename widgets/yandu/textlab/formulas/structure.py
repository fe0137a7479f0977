"""Structure that a reader should see at a glance: enumerations, four-character series.

Both are found by their marks (GB/T 15834-2011, 4.5: 、 stands between members; between
quotations it is left out). Where an unmarked first member begins and an unmarked last
one ends cannot be told by marks alone: it is told by the words that lead into a list
and on from it, by the length of the other members, and by the borders of words, where
they are known. So what is found is a reading aid, not a parse.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yandu.textlab.formulas.clauses import Clause, Joint, clauses
from yandu.textlab.formulas.members import Edges, first_start, last_members
from yandu.textlab.texts.text import is_han

Place = tuple[int, int]
_COMMA = "，"
# Of a clause rather than of a set phrase.
_GRAMMATICAL = frozenset("的了是都也没不由要还得就这那其谁有在被把")
_FOUR = 4


@dataclass(frozen=True, order=True)
class Structure:
    """A list in a text.

    Attributes:
        start: Offset of the first character of its first member.
        end: Offset after the last character of its last member.
        members: Start and end of each member, in order; quotation marks around a
            whole member belong to it.
    """

    start: int
    end: int
    members: tuple[Place, ...]

    @classmethod
    def of(cls, members: Sequence[Place]) -> "Structure":
        """Return the list of these members."""
        return cls(members[0][0], members[-1][1], tuple(members))


def enumerations(
    string: str, tokens: Sequence[str] | None = None
) -> tuple[Structure, ...]:
    """Find the enumerations of a text.

    An enumeration has three members or more, parted by 、 or, before the last one, by
    和, 与 or 及; or two, if both are quotations, or if they are equally long and fill
    a quotation (「补短板、强弱项」). Quotations one after the other are parted, too.
    What stands in quotation marks or brackets is looked at by itself.

    Args:
        string: The text, without white space.
        tokens: Its words, if they are known: members then begin and end with words.

    Returns:
        The enumerations by start, then the longer first; one may lie in a member of
        another.
    """
    edges = Edges.of(string, tokens)
    found = [
        Structure.of(members)
        for clause in clauses(string)
        for run in _runs(string, clause)
        if (members := _members(string, clause, run, edges))
    ]
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def four_character_series(
    string: str, tokens: Sequence[str] | None = None
) -> tuple[Structure, ...]:
    """Find the series of four-character members: two or more in a row.

    They are members of an enumeration in a row, or clauses in a row that are alike.

    Args:
        string: The text, without white space.
        tokens: Its words, if they are known.

    Returns:
        The series by start; none overlaps another.
    """
    return series_among(string, enumerations(string, tokens))


def series_among(string: str, found: Iterable[Structure]) -> tuple[Structure, ...]:
    """Return what `four_character_series` does, from the text's enumerations."""
    runs = _clause_series(string)
    for one in found:
        runs += _fours_in_a_row(string, one.members)
    runs.sort(key=lambda run: (run[0][0] - run[-1][1], run))
    chosen: list[Structure] = []
    for one in map(Structure.of, runs):
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen))


def _runs(string: str, clause: Clause) -> list[tuple[Place, list[Joint]]]:
    """Part a clause where a bracket stands inside a piece: a list ends before it.

    「安全感（合称三感）更足、更稳」: one list ends with 安全感, one begins with 更足.
    """
    borders = [clause.start]
    for start, end in clause.brackets:
        if string[end : end + 1] not in "、，" and end < clause.end:
            borders += [start, end]
    borders.append(clause.end)
    parts = [*zip(borders[::2], borders[1::2], strict=True)]
    return [
        (part, [joint for joint in clause.joints if part[0] <= joint.start < part[1]])
        for part in parts
    ]


def _members(
    string: str, clause: Clause, run: tuple[Place, list[Joint]], edges: Edges
) -> list[Place]:
    (start, end), joints = run
    if not joints:
        return []
    borders = [start, *(at for joint in joints for at in (joint.start, joint.end)), end]
    pieces = [*zip(borders[::2], borders[1::2], strict=True)]
    pieces = [_without_bracket(piece, clause) for piece in pieces]
    if any(first >= last for first, last in pieces):
        return []
    inner = pieces[1:-1]
    first = first_start(string, pieces[0], pieces[1:], edges), pieces[0][1]
    lasts = last_members(string, pieces[-1], [first, *inner], edges)
    members = [first, *inner, *lasts]
    if len(members) > 2:
        return members
    return _pair(string, clause, members, edges)


def _pair(
    string: str, clause: Clause, members: list[Place], edges: Edges
) -> list[Place]:
    """Return two members if they are quotations, or equals that fill a quotation."""
    first, last = members
    quoted = [string[a] in "「『“《" and string[b - 1] in "」』”》" for a, b in members]
    is_apart = first[1] < last[0]
    if all(quoted):
        is_equal = first[1] - first[0] == last[1] - last[0]
        return members if is_apart or is_equal else []
    if not clause.fills_quotation or any(quoted):
        return []
    length = min(first[1] - first[0], last[1] - last[0])
    start, end = first[1] - length, last[0] + length
    if length > 1 and edges.is_border(start) and edges.is_border(end):
        return [(start, first[1]), (last[0], end)]
    return []


def _without_bracket(piece: Place, clause: Clause) -> Place:
    start, end = piece
    ends = [a for a, b in clause.brackets if start <= a and b == end]
    return start, min(ends, default=end)


def _clause_series(string: str) -> list[list[Place]]:
    """Return runs of clauses of four characters each, parted by ，.

    Plain prose has such clauses by chance; so two are a series only if they share a
    character in one place (不加引号，不注出处), or if neither has a grammatical one.
    """
    marks = [at for at, char in enumerate(string) if not char.isalnum()]
    runs: list[list[Place]] = [[]]
    for before, after in pairwise([-1, *marks, len(string)]):
        piece = before + 1, after
        if not (_is_four(string, piece) and _stands_alone(string, before, after)):
            runs.append([])
            continue
        is_next = bool(runs[-1]) and string[before] == _COMMA
        if not is_next or not _are_alike(string, runs[-1][-1], piece):
            runs.append([])
        runs[-1].append(piece)
    return [run for run in runs if len(run) > 1]


def _stands_alone(string: str, before: int, after: int) -> bool:
    """Tell whether a piece is a clause: no quotation goes on from it or into it."""
    opens = string[after : after + 1] in ("", *"，。；：！？、」』”）")
    return opens and (before < 0 or string[before] in "，。；：！？「『“（")


def _are_alike(string: str, one: Place, other: Place) -> bool:
    pair = string[slice(*one)], string[slice(*other)]
    if any(a == b for a, b in zip(*pair, strict=True)):
        return True
    return not _GRAMMATICAL.intersection("".join(pair))


def _fours_in_a_row(string: str, members: Sequence[Place]) -> list[list[Place]]:
    runs: list[list[Place]] = [[]]
    for start, end in members:
        inner = (start + 1, end - 1) if string[start] in "「『“" else (start, end)
        if _is_four(string, inner):
            runs[-1].append(inner)
        else:
            runs.append([])
    return [run for run in runs if len(run) > 1]


def _is_four(string: str, piece: Place) -> bool:
    start, end = piece
    return end - start == _FOUR and all(map(is_han, string[start:end]))
