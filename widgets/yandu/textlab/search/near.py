"""A node that is not in a text: what is in it and near.

Three kinds of near: the same in simplified script; a string that differs in one
character or two (for a long node, in a third of it at most); and the longest parts of
the node that do occur. The work is bounded, whatever the text.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from yandu.messages import Bilingual, both
from yandu.textlab.search.nodes import By, occurrences
from yandu.textlab.texts.text import Text, is_word

if TYPE_CHECKING:
    from opencc import OpenCC

N_NEAR = 5
# A longer node is compared by its parts only.
LONGEST_COMPARED = 12
# How many places are looked at for each part of a node.
N_PLACES = 60
# How many of the near strings are counted.
N_COUNTED = 20


def near(text: Text, node: str, n: int = N_NEAR) -> list[tuple[str, int]]:
    """Return strings of a text that are near to a node it does not have.

    Args:
        text: Where to look.
        node: The node.
        n: How many at most.

    Returns:
        The strings and how often each occurs, nearest first; of equally near ones
        those that lack fewest of its characters, then the more frequent, then by
        Unicode order.
    """
    whole = text.index.string
    simplified = _simplified(node)
    if simplified != node and simplified in whole:
        return [(simplified, _count(whole, simplified))]
    found = {string: _distance(string, node) for string in _candidates(whole, node)}
    # What is only part of the node comes last, if nothing else is near.
    close = [
        one
        for one, distance in found.items()
        if distance <= _most(node) and one not in node
    ]
    lacking = {one: sum(char not in one for char in node) for one in close}
    close.sort(key=lambda one: (found[one], lacking[one], one))
    counts = {one: _count(whole, one) for one in close[:N_COUNTED]}
    chosen: list[str] = []
    for one in sorted(
        counts, key=lambda one: (found[one], lacking[one], -counts[one], one)
    ):
        # Of 工作现代, 工作现代化 and 安工作现代化 only the nearest says something.
        if not any(one in other or other in one for other in chosen):
            chosen.append(one)
    chosen = chosen or _longest_parts(whole, node)
    return [(one, _count(whole, one)) for one in chosen[:n]]


def near_notes(text: Text, node: str, by: By) -> tuple[Bilingual, ...]:
    """Say under an empty concordance what a learner can look for instead."""
    if by == "regex":
        return (both("textlab.no_match"),)
    solid = "".join(node.split())
    n_places = _count(text.index.string, solid)
    if n_places:  # by tokens, or in other sections
        return (both(f"textlab.elsewhere_{by}", node=solid, n=n_places),)
    found = near(text, solid)
    if not found:
        return (both("textlab.nothing_near", node=node),)
    listed = "、".join(f"「{string}」{count}" for string, count in found)
    return (both("textlab.near", node=node, listed=listed),)


def _most(node: str) -> int:
    """Return in how many characters a string may differ and still be near."""
    return min(2, len(node) // 3) if len(node) > 3 else len(node) // 2


def _candidates(whole: str, node: str) -> Iterator[str]:
    """Yield strings around the places of the node's parts.

    A string that differs in at most k characters has one of k + 1 parts unchanged.
    """
    most = _most(node)
    if not most or len(node) > LONGEST_COMPARED:
        return
    size = -(-len(node) // (most + 1))
    seen: set[str] = set()
    for offset in range(0, len(node), size):
        part = node[offset : offset + size]
        for at in islice(occurrences(whole, part), N_PLACES):
            for shift in range(-most, most + 1):
                start = at - offset + shift
                for length in range(len(node) - most, len(node) + most + 1):
                    string = whole[max(0, start) : start + length]
                    if string in seen:
                        continue
                    seen.add(string)
                    n_common = sum(character in string for character in node)
                    if n_common >= len(node) - most and all(map(is_word, string)):
                        yield string


def _longest_parts(whole: str, node: str) -> list[str]:
    """Return the longest parts of the node that occur, from left to right."""
    for length in range(len(node) - 1, 0, -1):
        parts = (node[at : at + length] for at in range(len(node) - length + 1))
        found = [
            part for part in dict.fromkeys(parts) if part.strip() and part in whole
        ]
        if found:
            return found
    return []


def _count(whole: str, string: str) -> int:
    return sum(1 for _ in occurrences(whole, string))


def _distance(string: str, node: str) -> int:
    """Return how many characters must be changed, added or left out (Levenshtein)."""
    row: list[int] = [*range(len(node) + 1)]
    for place, character in enumerate(string, start=1):
        before, row[0] = row[0], place
        for at, other in enumerate(node, start=1):
            change = before + (character != other)
            before, row[at] = row[at], min(change, row[at] + 1, row[at - 1] + 1)
    return row[len(node)]


def _simplified(node: str) -> str:
    try:
        node.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(node))
    return node  # nothing in it is traditional; the tables need not be loaded


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")
