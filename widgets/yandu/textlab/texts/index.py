"""A text laid out for searching: one long string, and where its parts begin in it.

This module imports numpy. It is itself imported by what searches a text, when it
searches the first one. Laying out 10 MB of text takes about 0.1 s, its tokens 0.6 s;
`Text.index` keeps what has been laid out.

*Places* are offsets in the long string; they are held as arrays, as a frequent node
has tens of thousands of them.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from yandu.textlab.errors import UncutTextError
from yandu.textlab.texts.text import TextSentence

Places = NDArray[np.int64]
Unit = Literal["character", "token"]

# Between two sentences. White space, so that it is in no token.
BORDER = "\n"
# All that `str.split` parts at; a test asks Python whether there are more.
SPACES = [code for code in range(0x3001) if chr(code).isspace()]


class TokenIndex:
    """The tokens of a text as numbers, and where each stands.

    Args:
        sentences: The sentences, all of them cut.
        characters: The code points of the same, joined with `BORDER`.

    Attributes:
        codes: Token to its number; the numbers follow the Unicode order of the tokens.
        numbers: The number of each token of the text, in order.
        starts: Where each begins.
        ends: Where each ends; a reviewed token may reach over white space.
        first: For each sentence, which token of the text is its first.
        last: Which is its last; one less than `first` if it has none.
    """

    def __init__(
        self,
        sentences: Sequence[TextSentence],
        characters: NDArray[np.uint32],
    ) -> None:
        cuts = [sentence.tokens or () for sentence in sentences]
        tokens = [token for cut in cuts for token in cut]
        self.codes = {token: code for code, token in enumerate(sorted({*tokens}))}
        self.numbers = np.fromiter(
            map(self.codes.__getitem__, tokens), np.int32, len(tokens)
        )
        until = np.cumsum(np.fromiter(map(len, cuts), np.int64, len(cuts)))
        self.first = np.concatenate([[0], until[:-1]]).astype(np.int64)
        self.last = until - 1
        # Tokens, joined, are the text without white space: the n-th character of the
        # one is the n-th that is no white space of the other.
        solid = np.flatnonzero(~np.isin(characters, SPACES))
        sizes = np.fromiter(map(len, self.codes), np.int64, len(self.codes))
        lengths = sizes[self.numbers]
        beyond = np.cumsum(lengths)
        self.starts = solid[beyond - lengths].astype(np.int32)
        self.ends = (solid[beyond - 1] + 1).astype(np.int32)

    def occurrences(self, token: str) -> Places:
        """Return which tokens of the text are this one, in order."""
        code = self.codes.get(token)
        if code is None:
            return np.zeros(0, np.int64)
        order, bounds = self._inverted
        return order[bounds[code] : bounds[code + 1]].astype(np.int64)

    @cached_property
    def _inverted(self) -> tuple[NDArray[np.int32], Places]:
        """The tokens of the text sorted by number, and where each number begins."""
        # Numbers of 16 bits are sorted by counting, six times as fast.
        is_small = len(self.codes) <= 1 << 16
        numbers = self.numbers.astype(np.uint16) if is_small else self.numbers
        order = np.argsort(numbers, kind="stable").astype(np.int32)
        counts = np.bincount(self.numbers, minlength=len(self.codes))
        return order, np.concatenate([[0], np.cumsum(counts)])

    def beside(self, places: Places, step: int) -> Places:
        """Return which token lies beside each place, wholly or in part.

        Args:
            places: Where one stands.
            step: More than 0 for the right side, less for the left.
        """
        # In the type of the tokens' own places: all of them would be converted else.
        sought = places.astype(np.int32)
        if step > 0:
            return np.searchsorted(self.ends, sought, "right")
        return np.searchsorted(self.starts, sought, "left") - 1


class Index:
    """A text laid out for searching.

    Args:
        sentences: The sentences of the text.

    Attributes:
        sentences: As above.
        string: The sentences joined with `BORDER`.
        starts: Where each sentence begins.
        ends: Where each ends.
    """

    def __init__(self, sentences: Sequence[TextSentence]) -> None:
        self.sentences = sentences
        self.string = BORDER.join(sentence.text for sentence in sentences)
        sizes = (len(sentence.text) for sentence in sentences)
        lengths = np.fromiter(sizes, np.int64, len(sentences))
        self.ends: Places = np.cumsum(lengths + len(BORDER)) - len(BORDER)
        self.starts: Places = self.ends - lengths

    def characters(self) -> NDArray[np.uint32]:
        """Return the code points of the string; they are not kept: 4 bytes each."""
        encoded = self.string.encode("utf-32-le", "surrogatepass")
        return np.frombuffer(encoded, np.uint32)

    @cached_property
    def tokens(self) -> TokenIndex:
        """The tokens.

        Raises:
            UncutTextError: A sentence is not cut.
        """
        for sentence in self.sentences:
            if sentence.tokens is None:
                raise UncutTextError(sentence=sentence.id)
        return TokenIndex(self.sentences, self.characters())

    def sentences_of(self, places: Places) -> Places:
        """Return the number of the sentence in which each place lies."""
        return np.searchsorted(self.starts, places, "right") - 1

    def reach(self, places: Places, n: int, unit: Unit) -> Places:
        """Return where one comes to from each place, never leaving its sentence.

        Args:
            places: Where one starts: borders of a hit.
            n: How many units to the right, or to the left if negative.
            unit: What is counted. Of a token that a place lies in, the part beside
                the place counts as one.

        Raises:
            UncutTextError: Tokens are asked of a text that is not cut.
        """
        inside = self.sentences_of(places)
        if unit == "character":
            return np.clip(places + n, self.starts[inside], self.ends[inside])
        tokens = self.tokens
        if n == 0 or not len(tokens.numbers):
            return places
        at = tokens.beside(places, n)
        if n > 0:
            last = tokens.last[inside]
            return np.where(
                at > last, places, tokens.ends[np.minimum(at + n - 1, last)]
            )
        first = tokens.first[inside]
        # A sentence without tokens at the very end has none that could be looked up.
        back = np.minimum(np.maximum(at + n + 1, first), len(tokens.starts) - 1)
        return np.where(at < first, places, tokens.starts[back])
