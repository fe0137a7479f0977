"""What cuts underneath: jieba, and rjieba where it gives the same.

jieba is the course's engine. It is kept to itself: its cache file, which lies in a
folder that all users share and of which a foreign one silently changes the cuts, is
neither read nor written; its log lines and the warnings of its source are not shown;
its dictionary is read once for all segmenters.

rjieba (the optional extra ``yandu[fast]``) is the same algorithm with the same
dictionary in Rust: it starts five times and cuts ten to twenty times as fast (a text of
10 MB as a whole, with all that is done beside the cutting, about four times). Its cuts
differ from jieba's in rare characters beyond the basic plane and in Latin strings with
marks in them (``C-s``), and it cannot take a lone surrogate. So only runs of common
Chinese characters, letters, digits and full-width marks are given to it; tests compare
both on all texts of the course and on random ones. In the full mode the two differ:
`modes` asks jieba.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer

# What jieba takes for Chinese (U+4E00 to U+9FD5), plain letters and digits, general
# punctuation, CJK punctuation and full-width forms.
SAME = re.compile(r"[\u4e00-\u9fd5A-Za-z0-9\u2010-\u2027\u3001-\u301f\uff01-\uff5e]+")


def load_jieba(words: Iterable[str]) -> "Tokenizer":
    """Return a tokenizer with these words added to jieba's dictionary."""
    tokenizer, frequencies, total = _plain_jieba()
    added = [*words]
    if not added:
        return tokenizer
    # A copy shares the strings; reading the file again would cost 0.6 s.
    tokenizer = type(tokenizer)()
    tokenizer.FREQ, tokenizer.total = dict(frequencies), total
    tokenizer.initialized = True
    for word in added:
        tokenizer.add_word(word)
    return tokenizer


@cache
def _plain_jieba() -> tuple["Tokenizer", dict[str, int], int]:
    with warnings.catch_warnings():
        # jieba 0.42.1 has invalid escapes in its source and may find an old
        # pkg_resources; neither is the learner's concern.
        warnings.simplefilter("ignore")
        from jieba import Tokenizer

        tokenizer = Tokenizer()
        # What `Tokenizer.initialize` does, without its cache file and log lines.
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(
            tokenizer.get_dict_file()
        )
    tokenizer.initialized = True
    return tokenizer, tokenizer.FREQ, tokenizer.total


@cache
def has_rjieba() -> bool:
    """Tell whether the fast engine is installed."""
    return find_spec("rjieba") is not None


class FastEngine:
    """Cuts with rjieba what it cuts as jieba does, and the rest with jieba.

    Args:
        words: Added to the dictionary, in this order.
        load: Returns jieba with the same words; called when a run needs it.
    """

    def __init__(self, words: Iterable[str], load: Callable[[], "Tokenizer"]) -> None:
        from rjieba import Jieba

        self._load = load
        self._jieba = Jieba()
        for word in words:
            self._jieba.add_word(word, self._jieba.suggest_freq(word), None)

    def cut(self, run: str) -> Sequence[str]:
        """Return the tokens of a run without white space."""
        if SAME.fullmatch(run):
            tokens: Sequence[str] = self._jieba.cut(run)
            return tokens
        rest: Sequence[str] = self._load().lcut(run)
        return rest
