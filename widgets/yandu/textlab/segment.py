"""Cutting Chinese text into words: jieba, corrected by a reviewed word list.

jieba decides in context; the word list corrects it where a careful reader would. The
rule behind the list, after the national standard GB/T 13715-1992 and the guidelines
of the Peking University corpus (Yu Shiwen and others, 2003):

Kept whole is
    a name, be it of an organ, a person's office, a campaign, a period, a doctrine, a
    field of security (公安机关, 总书记, 扫黑除恶, 新时代, 总体国家安全观, 政治安全);
    a numeral that stands for a list (四个意识, 两个维护);
    a stem with its affix (获得感, 网格化, 规律性, 总要求);
    a four-character idiom (居安思危, 风清气正).
Cut is
    a modifier from its head where each keeps its own meaning (公安/工作/现代化);
    a verb from its adverb, object or subject (切实/加强, 打击/犯罪, 纪律/严明);
    one member of a pair from the other (理想/信念, 标准化/规范化);
    a numeral from its measure word (一/支);
    and whatever holds 的, 和 or a preposition (党/的/领导, 对/党).

A policy term longer than a word is not lost by being cut: formula spans find it by
its characters.
"""

import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from yandu.content import Glossary, read_glossary
from yandu.paths import lessons_path
from yandu.textlab.errors import ContradictionError
from yandu.textlab.text import Text, Tokens, is_cut_of

if TYPE_CHECKING:
    from jieba import Tokenizer


_SHORT = re.compile(r"[\u4e00-\u9fff]{2,3}")


class Cutter(Protocol):
    """Anything that cuts a text into tokens."""

    def segment(self, text: str) -> list[str]:
        """Return the tokens of `text`; joined, they give it without white space."""


class Segmenter:
    """Cuts text into words, the same way each time.

    Nothing is loaded until the first text is cut; that costs about 0.7 s and 70 MB
    once. jieba's cache file is neither read nor written: it lies in a folder that all
    users share, and a foreign one silently changes the cuts.

    Args:
        terms: Terms that are one word, unless `split` cuts them.
        keep: Strings that are one word.
        split: Strings that are cut at their spaces, ``补 短板``. Keep and split both
            apply where the string begins and ends at a border of jieba's own cut, so
            that 法治 is not found in 无法/治理.

    Raises:
        ContradictionError: If a string is both kept and split.
    """

    def __init__(
        self,
        terms: Iterable[str] = (),
        keep: Iterable[str] = (),
        split: Iterable[str] = (),
    ) -> None:
        kept = frozenset(keep)
        cuts = {"".join(parts): parts for parts in map(tuple, map(str.split, split))}
        if both := sorted(kept & cuts.keys()):
            raise ContradictionError(strings="、".join(both))
        # Shorter words first: a longer one is then weighed against them. The order
        # of the arguments does not matter.
        self._words = sorted(kept | set(terms), key=_by_length)
        self._recuts: dict[str, Tokens] = {word: (word,) for word in self._words} | cuts
        self._longest = max(map(len, self._recuts), default=0)
        self._jieba: Tokenizer | None = None

    def segment(self, text: str) -> list[str]:
        """Return the tokens of `text`, punctuation marks among them.

        White space always parts two tokens and is in none; joined, the tokens give
        the text without it.
        """
        if self._jieba is None:
            self._jieba = _load_jieba(self._words)
        cut = self._jieba.lcut
        return [token for run in text.split() for token in self._recut(cut(run))]

    def _recut(self, tokens: list[str]) -> list[str]:
        """Correct a cut from left to right, the longest listed string first."""
        corrected: list[str] = []
        at = 0
        while at < len(tokens):
            for end in range(min(len(tokens), at + self._longest), at, -1):
                if parts := self._recuts.get("".join(tokens[at:end])):
                    break
            else:
                end, parts = at + 1, (tokens[at],)
            corrected.extend(parts)
            at = end
        return corrected


def segmenter_of(glossary: Glossary) -> Segmenter:
    """Return the segmenter of a glossary: its short terms, its keep and its split.

    A term need not be a word. One of two or three Chinese characters is taken as one
    unless ``split`` cuts it; from four on most are two words (斗争精神, 社会稳定), and
    ``keep`` names those that are not.
    """
    terms = (term.zh for term in glossary.terms.values())
    return Segmenter(filter(_SHORT.fullmatch, terms), glossary.keep, glossary.split)


def cut_text(
    sentences: Mapping[str, str], reviewed: Mapping[str, Tokens], segmenter: Cutter
) -> dict[str, Tokens]:
    """Cut the sentences of a lesson, and leave alone what has been reviewed.

    A reviewed cut stands as long as its sentence is unchanged; only new and changed
    sentences are cut. Cutting again changes nothing.

    Args:
        sentences: Sentence id to sentence, in the order of the text.
        reviewed: Sentence id to its reviewed tokens.
        segmenter: Cuts the rest.

    Returns:
        Sentence id to tokens, in the order of `sentences`.
    """
    return {
        key: reviewed[key]
        if is_cut_of(reviewed.get(key), text)
        else tuple(segmenter.segment(text))
        for key, text in sentences.items()
    }


def cut(text: Text, segmenter: Cutter | None = None) -> Text:
    """Return `text` with each sentence cut that was not; by default as the course does.

    Loads jieba's dictionary (about 0.7 s) if a sentence needs it.
    """
    segmenter = segmenter or _course_segmenter()
    return replace(
        text,
        sentences=tuple(
            sentence
            if sentence.tokens is not None
            else replace(sentence, tokens=tuple(segmenter.segment(sentence.text)))
            for sentence in text.sentences
        ),
    )


@cache
def _course_segmenter() -> Segmenter:
    return segmenter_of(read_glossary(lessons_path(), []))


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word


def _load_jieba(words: Iterable[str]) -> "Tokenizer":
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
    for word in words:
        tokenizer.add_word(word)
    return tokenizer
