"""Finding the parts of the article in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yandu.messages import Bilingual, both
from yandu.original.errors import OriginalError
from yandu.original.landmarks import Landmark
from yandu.original.skeleton import Skeleton, skeleton

#: What belongs to the part that follows it: opening quotation marks, a bullet, and the
#: number of a heading where a line or sentence begins.
LEADING = re.compile(
    r"(?:(?:(?<=[\s.。])|^)[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]+\s*)?"
    r"(?:[“‘「『《〈【（(·•■●◆▲—]|(?:(?<=\s)|^)['\"])*\Z"
)
LONGEST_LEADING = 12
#: What belongs to the part before it.
TRAILING = re.compile(r"[”’」』》〉】）)]*[。.．：:]*[”’」』》〉】）)]*")
#: A section that has less than this share of its characters is not whole.
WHOLE = 0.95
MOST_NAMED = 4


@dataclass(frozen=True)
class Stretch:
    """Where a part stands in a text.

    Attributes:
        id: ``3-h`` a heading, ``3-t0`` what follows it, ``3-t1`` its first theme.
        section: ``"0"`` to ``"5"``.
        claims: Ids of the claims that it carries.
        start: Of its first character.
        end: After its last.
    """

    id: str
    section: str
    claims: tuple[str, ...]
    start: int
    end: int


def find(
    text: str, bones: Skeleton, marks: Sequence[Landmark], sizes: Mapping[str, int]
) -> tuple[Stretch, ...]:
    """Return where each part of the article stands in `text`.

    Args:
        text: The text.
        bones: Its skeleton.
        marks: The landmarks, the ending last.
        sizes: Section to how many Chinese characters it has; a section that is not
            named here is not measured.

    Raises:
        OriginalError: A part is missing, not in its place, or not whole; all of them
            are named.
    """
    places = _places(bones, marks)
    _check_sizes(bones, marks, places, sizes)
    return tuple(_stretches(text, bones, marks, places))


def _places(bones: Skeleton, marks: Sequence[Landmark]) -> list[int]:
    """Return where in the skeleton each landmark begins."""
    places, lost, at = [], [], 0
    for mark in marks:
        search = bones.rfind if mark.kind == "ending" else bones.find
        place = search(mark.words, at)
        if place < 0:
            lost.append(mark)
        else:
            at = place + 1
        places.append(place)
    if lost:
        raise _not_found(bones, lost)
    return _tightened(bones, marks, places)


def _tightened(
    bones: Skeleton, marks: Sequence[Landmark], places: list[int]
) -> list[int]:
    """Move titles and headings to where they stand last before what follows them.

    A copy from a web page may have a list of all headings at its top, or the title
    twice. A heading moves only over other headings: its own first sentence may well
    repeat its words.
    """
    lines = [mark.words for mark in marks if mark.kind == "line"]
    moved = list(places)
    for at, mark in enumerate(marks[:-1]):
        if mark.kind != "line":
            continue
        last = bones.rfind(mark.words, places[at], places[at + 1])
        others = (line for line in lines if line != mark.words)
        is_list = any(bones.find(line, places[at], last) >= 0 for line in others)
        if is_list or at == 0:
            moved[at] = last
    return moved


def _not_found(bones: Skeleton, lost: list[Landmark]) -> OriginalError:
    """Return an error that names what is lost; of a lost section only its heading.

    Of many the titles and headings come first.
    """
    absent = [mark for mark in lost if bones.find(mark.words) < 0]
    key = "missing" if absent else "misplaced"
    gone = {mark.section for mark in absent or lost if mark.id.endswith("-h")}
    named = [
        mark
        for mark in absent or lost
        if mark.section not in gone or mark.id.endswith("-h")
    ]
    if len(named) > MOST_NAMED:
        named.sort(key=lambda mark: mark.kind != "line")
    return OriginalError(key, **_listed(mark.name for mark in named))


def _listed(names: Iterable[Bilingual]) -> dict[str, str]:
    """Return names as the values of a message, some of them if they are many."""
    named = [*names]
    shown, left = named[:MOST_NAMED], len(named) - MOST_NAMED
    if left > 0:
        shown.append(both("original.more_parts", n=left))
    zh, en = (text["zh"] for text in shown), (text["en"] for text in shown)
    return {"parts_zh": "；".join(zh), "parts_en": "; ".join(en)}


def _check_sizes(
    bones: Skeleton,
    marks: Sequence[Landmark],
    places: list[int],
    sizes: Mapping[str, int],
) -> None:
    """See that no section lacks much of its text.

    Raises:
        OriginalError: One does; each is named with how much of it is there.
    """
    found: dict[str, int] = {}
    borders = [*places[:-1], places[-1] + _size(marks[-1])]
    for mark, (start, end) in zip(marks, pairwise(borders), strict=False):
        found[mark.section] = found.get(mark.section, 0) + end - start
    short = [
        both("original.part_short", **_section(section), n=n, size=sizes[section])
        for section, n in found.items()
        if n < WHOLE * sizes.get(section, 0)
    ]
    if short:
        raise OriginalError("short", **_listed(short))


def _section(section: str) -> dict[str, str]:
    """Return what a section is called, as the values of a message."""
    key = "textlab.section_0" if section == "0" else "textlab.section"
    name = both(key, section=section)
    return {"section_zh": name["zh"], "section_en": name["en"]}


def _stretches(
    text: str, bones: Skeleton, marks: Sequence[Landmark], places: list[int]
) -> Iterator[Stretch]:
    # A line ends in its own last character, a paragraph where the next part begins.
    starts = [_start(text, bones.places[place]) for place in places[:-1]]
    _, last = bones.span(places[-1], _size(marks[-1]))
    ends = [*starts[1:], _end(text, last)]
    for mark, place, start, end in zip(marks, places, starts, ends, strict=False):
        if mark.kind == "paragraph":
            yield Stretch(mark.id, mark.section, mark.claims, start, end)
            continue
        _, line_end = bones.span(place, _size(mark))
        line_end = min(_end(text, line_end), end)
        yield Stretch(mark.id, mark.section, mark.claims, start, line_end)
        if bisect_left(bones.places, line_end) < bisect_left(bones.places, end):
            yield Stretch(mark.rest_id, mark.section, mark.rest_claims, line_end, end)


def _size(mark: Landmark) -> int:
    return len(skeleton(mark.words).string)


def _start(text: str, at: int) -> int:
    """Return `at`, moved before the marks that open what begins there."""
    opening = LEADING.search(text, max(0, at - LONGEST_LEADING), at)
    return opening.start() if opening else at


def _end(text: str, at: int) -> int:
    """Return `at`, moved behind the marks that close what ends there."""
    closing = TRAILING.match(text, at)
    return closing.end() if closing else at
