"""Finding a node in a text: by characters, by tokens, by a regular expression."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from yandu.textlab.errors import EmptyNodeError, LongNodeError, UnknownSectionError
from yandu.textlab.search.patterns import compiled, matches
from yandu.textlab.texts.text import Text

if TYPE_CHECKING:
    from yandu.textlab.texts.index import Index, Places

By = Literal["character", "token", "regex"]
BYS: tuple[By, ...] = ("character", "token", "regex")

# The longest set phrase of the article has 39 characters with its punctuation.
LONGEST_NODE = 60


def checked_node(node: str, by: By = "character") -> str:
    """Return the node without the white space around it; an expression as it is.

    Raises:
        EmptyNodeError: If it holds no character.
        LongNodeError: If it has more than 60; an expression is checked when compiled.
    """
    if by == "regex":
        if not node:
            raise EmptyNodeError
        return node
    node = node.strip()
    if not node:
        raise EmptyNodeError
    if len(node) > LONGEST_NODE:
        raise LongNodeError(length=len(node), longest=LONGEST_NODE)
    return node


def occurrences(string: str, node: str) -> Iterator[int]:
    """Yield the start of every occurrence of `node`, overlapping ones too."""
    at = string.find(node)
    while at >= 0:
        yield at
        at = string.find(node, at + 1)


def find(text: Text, node: str, by: By) -> tuple["Places", "Places"]:
    """Find a node that `checked_node` has let through.

    Args:
        text: Where to look.
        node: The characters; for ``"token"`` one token, or several in a row with
            white space between them; for ``"regex"`` an expression.
        by: How to look.

    Returns:
        Starts and ends of the hits in the string of the text's index, in the order of
        the text. None reaches over the border of a sentence.

    Raises:
        UncutTextError: Tokens are asked of a text that is not cut.
        PatternError: The expression is wrong.
        SlowPatternError: The expression takes too long.
    """
    if by == "token":
        return _find_tokens(text.index, node.split())
    if by == "regex":
        return _find_matches(text.index, node)
    return _find_characters(text.index, node)


def within(
    text: Text, starts: "Places", ends: "Places", sections: Sequence[str]
) -> tuple["Places", "Places"]:
    """Keep the hits that lie in some sections.

    Raises:
        UnknownSectionError: The text has no such section.
    """
    import numpy as np

    for section in sections:
        if section not in text.sections:
            raise UnknownSectionError(section=section, known="、".join(text.sections))
    wanted = {*sections}
    sentences = text.sentences
    chosen = (sentence.section in wanted for sentence in sentences)
    is_in = np.fromiter(chosen, bool, len(sentences))
    kept = is_in[text.index.sentences_of(starts)]
    return starts[kept], ends[kept]


def _find_characters(index: "Index", node: str) -> tuple["Places", "Places"]:
    import numpy as np

    from yandu.textlab.texts.index import BORDER

    starts = np.fromiter(occurrences(index.string, node), np.int64)
    ends = starts + len(node)
    if BORDER in node:
        kept = ends <= index.ends[index.sentences_of(starts)]
        return starts[kept], ends[kept]
    return starts, ends


def _find_tokens(index: "Index", node: Sequence[str]) -> tuple["Places", "Places"]:
    import numpy as np

    tokens = index.tokens
    first = tokens.occurrences(node[0])
    first = first[first + len(node) <= len(tokens.numbers)]
    for shift, token in enumerate(node[1:], start=1):
        # -1 is the number of no token.
        number = tokens.codes.get(token, -1)
        first = first[tokens.numbers[first + shift] == number]
    starts = tokens.starts[first].astype(np.int64)
    ends = tokens.ends[first + len(node) - 1].astype(np.int64)
    if len(node) == 1:
        return starts, ends
    kept = index.sentences_of(starts) == index.sentences_of(ends - 1)
    return starts[kept], ends[kept]


def _find_matches(index: "Index", node: str) -> tuple["Places", "Places"]:
    import numpy as np

    strings = (sentence.text for sentence in index.sentences)
    found = np.array([*matches(compiled(node), strings)], np.int64).reshape(-1, 3)
    begins = index.starts[found[:, 0]]
    return begins + found[:, 1], begins + found[:, 2]
