"""The two ways to count a node: as a string of characters, and as a token."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from yandu.messages import both
from yandu.textlab.errors import UncutTextError
from yandu.textlab.results.made import made_by
from yandu.textlab.search.nodes import checked_node, occurrences
from yandu.textlab.texts.text import Counts, Text, TextSentence, in_full

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

# How many different places a row of `count_both` names.
N_EXAMPLES = 3


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
    from yandu.textlab.results.table import Table

    text = in_full(text)
    for sentence in text.sentences:
        if sentence.tokens is None:
            raise UncutTextError(sentence=sentence.id)

    data: dict[str, list[object]] = {name: [] for name in _BOTH_COLUMNS}
    for node in map(checked_node, [nodes] if isinstance(nodes, str) else nodes):
        row = _count_node(text, node)
        for name, value in zip(_BOTH_COLUMNS, row, strict=True):
            data[name].append(value)
    return Table(
        data,
        caption=both(
            "textlab.count_both", title_zh=text.title["zh"], title_en=text.title["en"]
        ),
        kinds={"node": "head", "examples": "text"},
        made=made_by("count_both", text, data["node"]),
    )


_BOTH_COLUMNS = ("node", "as_string", "as_token", "in_longer", "across", "examples")


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
