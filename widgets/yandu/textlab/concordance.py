"""Concordance lines (KWIC), and the two ways to count a node."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from yandu.messages import both
from yandu.textlab.errors import (
    CountsOnlyError,
    EmptyNodeError,
    LongNodeError,
    UncutTextError,
    UnknownChoiceError,
)
from yandu.textlab.text import Counts, Text, TextSentence

if TYPE_CHECKING:
    from yandu.textlab.table import Table

# The longest set phrase of the article has 39 characters with its punctuation.
LONGEST_NODE = 60
# How many different places a row of `count_both` names.
N_EXAMPLES = 3

Sort = Literal["left", "right"]


def kwic(
    text: Text | Counts,
    node: str,
    window: int | Literal["sentence"] = 12,
    sort: Sort | None = None,
) -> "Table":
    """List every occurrence of a node with what stands before and after it.

    The search goes by characters, so that it also finds the node inside a longer word
    and across two; overlapping occurrences are all found. A line never leaves its
    sentence: at a sentence's border the context ends.

    Args:
        text: The text to search, in full: not counts such as ``article()``.
        node: What to look for; white space around it does not count.
        window: How many characters to show on each side, 0 or more, or
            ``"sentence"`` for all of the sentence.
        sort: None for the order of the text; ``"left"`` by the characters before the
            node, the nearest first; ``"right"`` by those after it. By Unicode order;
            equal lines keep the order of the text.

    Returns:
        A table with the columns ``sentence`` (its id), ``left``, ``node``, ``right``.

    Raises:
        EmptyNodeError: If the node holds no character.
        LongNodeError: If it has more than 60.
        CountsOnlyError: If only counts of the text are known.
        UnknownChoiceError: If `window` or `sort` is something else.
    """
    from yandu.textlab.table import Table

    text = _in_full(text)
    node = _checked(node)
    width = _checked_width(window)
    if sort not in (None, "left", "right"):
        raise UnknownChoiceError(name="sort", value=sort, known="None、left、right")

    lines = [
        (
            sentence.id,
            sentence.text[max(0, at - width) : at],
            node,
            sentence.text[at + len(node) :][:width],
        )
        for sentence in text.sentences
        for at in occurrences(sentence.text, node)
    ]
    if sort == "left":
        lines.sort(key=lambda line: line[1][::-1])
    elif sort == "right":
        lines.sort(key=lambda line: line[3])

    columns = [*zip(*lines, strict=True)] or [(), (), (), ()]
    # A whole sentence may be long: it is broken into lines, a window is not.
    sides = ("left_text", "text") if window == "sentence" else ("left", "right")
    return Table(
        dict(zip(("sentence", "left", "node", "right"), columns, strict=True)),
        caption=both(
            "textlab.kwic",
            node=node,
            n=len(lines),
            title_zh=text.title["zh"],
            title_en=text.title["en"],
        ),
        kinds={"sentence": "head", "left": sides[0], "node": "node", "right": sides[1]},
    )


def count_both(text: Text | Counts, nodes: Sequence[str]) -> "Table":
    """Count nodes as strings and as tokens, and show where the counts differ.

    Args:
        text: A text that is cut into words.
        nodes: What to count; a single string is one node.

    Returns:
        A table, one row for each node, with the columns

        - ``node``;
        - ``as_string``: all occurrences by characters;
        - ``as_token``: those that are one token;
        - ``in_longer``: those inside a longer token;
        - ``across``: those that reach over a border between tokens;
        - ``examples``: the most frequent places of the last two, with their counts:
          ``公安机关 12``, ``政治/安全 6``.

        ``as_string`` is the sum of the three after it.

    Raises:
        EmptyNodeError: If a node holds no character.
        LongNodeError: If one has more than 60.
        CountsOnlyError: If only counts of the text are known.
        UncutTextError: If the text is not cut.
    """
    from yandu.textlab.table import Table

    text = _in_full(text)
    for sentence in text.sentences:
        if sentence.tokens is None:
            raise UncutTextError(sentence=sentence.id)

    data: dict[str, list[object]] = {name: [] for name in _BOTH_COLUMNS}
    for node in map(_checked, [nodes] if isinstance(nodes, str) else nodes):
        row = _count_node(text, node)
        for name, value in zip(_BOTH_COLUMNS, row, strict=True):
            data[name].append(value)
    return Table(
        data,
        caption=both(
            "textlab.count_both", title_zh=text.title["zh"], title_en=text.title["en"]
        ),
        kinds={"node": "head", "examples": "text"},
    )


_BOTH_COLUMNS = ("node", "as_string", "as_token", "in_longer", "across", "examples")


def occurrences(string: str, node: str) -> Iterator[int]:
    """Yield the start of every occurrence of `node`, overlapping ones too."""
    at = string.find(node)
    while at >= 0:
        yield at
        at = string.find(node, at + 1)


def _count_node(text: Text, node: str) -> tuple[object, ...]:
    as_token = 0
    longer: Counter[str] = Counter()
    across: Counter[str] = Counter()
    for sentence in text.sentences:
        for at in occurrences(sentence.text, node):
            tokens, is_whole = _tokens_at(sentence, at, at + len(node))
            if len(tokens) > 1:
                across["/".join(tokens)] += 1
            elif is_whole:
                as_token += 1
            else:
                longer[tokens[0]] += 1
    others = sorted((longer + across).items(), key=lambda pair: (-pair[1], pair[0]))
    examples = "、".join(f"{place} {count}" for place, count in others[:N_EXAMPLES])
    n_longer, n_across = longer.total(), across.total()
    return node, as_token + n_longer + n_across, as_token, n_longer, n_across, examples


def _tokens_at(
    sentence: TextSentence, start: int, end: int
) -> tuple[tuple[str, ...], bool]:
    """Return the tokens that a span touches, and whether it fills them exactly."""
    touched = [
        (token, span)
        for token, span in zip(sentence.tokens or (), sentence.token_spans, strict=True)
        if span[0] < end and start < span[1]
    ]
    is_whole = (touched[0][1][0], touched[-1][1][1]) == (start, end)
    return tuple(token for token, _ in touched), is_whole


def _in_full(text: Text | Counts) -> Text:
    if isinstance(text, Counts):
        raise CountsOnlyError(title=text.title["zh"], title_en=text.title["en"])
    return text


def _checked(node: str) -> str:
    node = node.strip()
    if not node:
        raise EmptyNodeError
    if len(node) > LONGEST_NODE:
        raise LongNodeError(length=len(node), longest=LONGEST_NODE)
    return node


def _checked_width(window: int | str) -> int:
    if window == "sentence":
        # More than any sentence holds: the slices below end at its borders.
        return 1 << 30
    if isinstance(window, int) and window >= 0:
        return window
    raise UnknownChoiceError(name="window", value=window, known="0, 1, 2, …、sentence")
