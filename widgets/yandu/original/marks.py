"""Punctuation marks of a copy: are they all there, or flattened to one?"""

import re
from collections import Counter

#: Marks of clauses and lists, full width and half; each pair is one mark.
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "．": "。"}
MARKS = re.compile(r"[，、；：。？！,;:?!.．]")
#: In a text with its marks none of them makes up more than this share of all.
MOST_OF_ONE = 0.9
#: Prose of this kind cannot do without these.
NEEDED = frozenset("、，。")


def wide(text: str) -> str:
    """Return `text` with half-width marks after Chinese as the full-width ones."""
    return re.sub(
        r"(?<=[\u4e00-\u9fff”’」』》）])[,;:?!.．]", lambda m: WIDE[m.group()], text
    )


def kinds(text: str) -> Counter[str]:
    """Return how often each mark stands in `text`, whatever its width."""
    return Counter(WIDE.get(mark, mark) for mark in MARKS.findall(text))


def is_full(text: str) -> bool:
    """Tell whether a text has its punctuation.

    Not if it has been flattened, that is, if nearly all of its marks are one and the
    same, or if it lacks one of `NEEDED`.
    """
    found = kinds(text)
    if not found.keys() >= NEEDED:
        return False
    return max(found.values()) <= MOST_OF_ONE * found.total()
