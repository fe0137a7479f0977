"""The characters of a text that tell a passage: no punctuation, script or line breaks.

A copy may be in simplified or traditional characters, with any punctuation and broken
anywhere. What is looked for is therefore looked for in its skeleton, which remembers
where each character stood.
"""

import unicodedata
from dataclasses import dataclass

from yandu.items.matching.script import simplify


@dataclass(frozen=True)
class Skeleton:
    """The letters and digits of a text, in simplified characters.

    Attributes:
        string: The characters.
        places: Where each of them stands in the text.
    """

    string: str
    places: tuple[int, ...]

    def find(self, words: str, start: int = 0, end: int | None = None) -> int:
        """Return where in the skeleton `words` first stand, or -1."""
        return self.string.find(skeleton(words).string, start, end)

    def rfind(self, words: str, start: int = 0, end: int | None = None) -> int:
        """Return where in the skeleton `words` last stand, or -1."""
        return self.string.rfind(skeleton(words).string, start, end)

    def span(self, start: int, size: int) -> tuple[int, int]:
        """Return the stretch of the text that some characters of the skeleton cover."""
        return self.places[start], self.places[start + size - 1] + 1


def skeleton(text: str) -> Skeleton:
    """Return the skeleton of a text.

    Compatibility forms are taken for what they stand for: text out of a PDF often has
    radicals (⼯, U+2F2F) where characters (工) are meant.
    """
    simple = simplify(text)
    pairs = [
        (letter.casefold(), place)
        for place, character in enumerate(simple)
        for letter in unicodedata.normalize("NFKC", character)
        if letter.isalnum()
    ]
    return Skeleton("".join(p[0][0] for p in pairs), tuple(p[1] for p in pairs))
