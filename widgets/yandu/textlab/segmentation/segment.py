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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol

from yandu.content import Glossary, read_glossary
from yandu.messages import both
from yandu.paths import lessons_path
from yandu.textlab.errors import CancelledCutError, ContradictionError
from yandu.textlab.segmentation.corrections import read_corrections
from yandu.textlab.segmentation.engines import FastEngine, has_rjieba, load_jieba
from yandu.textlab.texts.text import Text, TextSentence, Tokens, is_cut_of

if TYPE_CHECKING:
    from jieba import Tokenizer

# Characters between two reports on how far a long text is cut.
REPORTED = 20_000

_SHORT = re.compile(r"[\u4e00-\u9fff]{2,3}")


class Cutter(Protocol):
    """Anything that cuts a text into tokens."""

    def segment(self, text: str) -> list[str]:
        """Return the tokens of `text`; joined, they give it without white space."""


class Segmenter:
    """Cuts text into words, the same way each time.

    Nothing is loaded until the first text is cut; that costs about 0.7 s and 70 MB
    once, or 0.15 s and 20 MB where rjieba is installed (see `engines`).

    Args:
        terms: Terms that are one word, unless `split` cuts them.
        keep: Strings that are one word.
        split: Strings that are cut at their spaces, ``补 短板``. Keep and split both
            apply where the string begins and ends at a border of jieba's own cut, so
            that 法治 is not found in 无法/治理.
        is_fast: Whether rjieba may cut what it cuts as jieba does; by default if it is
            installed.

    Raises:
        ContradictionError: If a string is both kept and split.
    """

    def __init__(
        self,
        terms: Iterable[str] = (),
        keep: Iterable[str] = (),
        split: Iterable[str] = (),
        *,
        is_fast: bool | None = None,
    ) -> None:
        kept = frozenset(keep)
        cuts = {"".join(parts): parts for parts in map(tuple, map(str.split, split))}
        if both := sorted(kept & cuts.keys()):
            raise ContradictionError(strings="、".join(both))
        # Shorter words first: a longer one is then weighed against them. The order
        # of the arguments does not matter.
        self._words = sorted(kept | set(terms), key=_by_length)
        self._recut = Recut({word: (word,) for word in self._words} | cuts)
        self._is_fast = has_rjieba() if is_fast is None else is_fast

    @cached_property
    def tokenizer(self) -> "Tokenizer":
        """A `jieba.Tokenizer` of our own with the words in its dictionary."""
        return load_jieba(self._words)

    @cached_property
    def _cut(self) -> Callable[[str], Sequence[str]]:
        if self._is_fast:
            return FastEngine(self._words, lambda: self.tokenizer).cut
        lcut: Callable[[str], list[str]] = self.tokenizer.lcut
        return lcut

    def segment(self, text: str) -> list[str]:
        """Return the tokens of `text`, punctuation marks among them.

        White space always parts two tokens and is in none; joined, the tokens give
        the text without it.
        """
        cut = self._cut
        return [token for run in text.split() for token in self._recut(cut(run))]


class Recut:
    """Corrects a cut, from left to right, the longest listed string first.

    Args:
        listed: A string to its tokens. It is corrected where it begins and ends at a
            border of the cut.
    """

    def __init__(self, listed: Mapping[str, Tokens]) -> None:
        self._listed = listed
        # First character to the length of the longest string that begins with it: of
        # most tokens it is known at once that nothing listed begins there.
        self._longest: dict[str, int] = {}
        for string in listed:
            longest = self._longest.get(string[0], 0)
            self._longest[string[0]] = max(longest, len(string))

    def __call__(self, tokens: Sequence[str]) -> list[str]:
        """Return the tokens with the listed strings cut as listed."""
        if not self._longest:
            return [*tokens]
        corrected: list[str] = []
        n_tokens, at = len(tokens), 0
        while at < n_tokens:
            token = tokens[at]
            at += 1
            longest = self._longest.get(token[0])
            if longest is None:
                corrected.append(token)
                continue
            parts, string, end = self._listed.get(token), token, at
            while end < n_tokens:
                string += tokens[end]
                if len(string) > longest:
                    break
                end += 1
                if found := self._listed.get(string):
                    parts, at = found, end
            corrected.extend(parts or (token,))
        return corrected


def segmenter_of(glossary: Glossary, *, is_fast: bool | None = None) -> Segmenter:
    """Return the segmenter of a glossary: its short terms, its keep and its split.

    A term need not be a word. One of two or three Chinese characters is taken as one
    unless ``split`` cuts it; from four on most are two words (斗争精神, 社会稳定), and
    ``keep`` names those that are not.
    """
    terms = (term.zh for term in glossary.terms.values())
    short = filter(_SHORT.fullmatch, terms)
    return Segmenter(short, glossary.keep, glossary.split, is_fast=is_fast)


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


def cut(
    text: Text,
    segmenter: Cutter | None = None,
    *,
    on_progress: Callable[[float], object] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Text:
    """Return `text` with each sentence cut that was not.

    Args:
        text: The text. Sentences that are cut stay as they are.
        segmenter: Cuts; by default as the course does, with the learner's own
            corrections.
        on_progress: Called now and then with the share that is done, 0 to 1; at the
            end with 1.
        is_cancelled: Asked as often; True ends the work.

    Raises:
        CancelledCutError: It was cancelled; nothing is cut.
    """
    segmenter = segmenter or course_segmenter()
    total = sum(len(sentence.text) for sentence in text.sentences)
    # Each token is kept once, however often it occurs: 10 MB of text hold two million
    # tokens and some ten thousand different ones.
    known: dict[str, str] = {}
    done = reported = 0
    sentences: list[TextSentence] = []
    for sentence in text.sentences:
        if done - reported >= REPORTED or not sentences:
            reported = done
            if is_cancelled():
                raise CancelledCutError
            if on_progress:
                on_progress(done / total if total else 1.0)
        done += len(sentence.text)
        if sentence.tokens is None:
            tokens = segmenter.segment(sentence.text)
            sentence = replace(
                sentence, tokens=tuple(known.setdefault(one, one) for one in tokens)
            )
        sentences.append(sentence)
    if on_progress:
        on_progress(1.0)
    return replace(text, sentences=tuple(sentences))


def corrected(text: Text) -> Text:
    """Return a cut text with the learner's own corrections applied to its tokens.

    A correction applies where its string begins and ends at a border of the cut.
    Without corrections, and where no token changes, the text itself is returned.
    """
    recut = Recut(read_corrections().listed)
    changed = {
        number: tokens
        for number, sentence in enumerate(text.sentences)
        if sentence.tokens is not None
        and (tokens := tuple(recut(sentence.tokens))) != sentence.tokens
    }
    if not changed:
        return text
    return replace(
        text,
        title=both(
            "textlab.corrected", title_zh=text.title["zh"], title_en=text.title["en"]
        ),
        sentences=tuple(
            replace(sentence, tokens=changed.get(number, sentence.tokens))
            for number, sentence in enumerate(text.sentences)
        ),
    )


class _Corrected:
    """A cutter whose cuts a learner corrects."""

    def __init__(self, cutter: Cutter, listed: Mapping[str, Tokens]) -> None:
        self._cutter = cutter
        self._recut = Recut(listed)

    def segment(self, text: str) -> list[str]:
        return self._recut(self._cutter.segment(text))


def course_segmenter() -> Cutter:
    """Return what cuts as the course does, with the learner's own corrections."""
    return _Corrected(uncorrected_segmenter(), read_corrections().listed)


@cache
def uncorrected_segmenter() -> Segmenter:
    """Return what cuts as the course does, with its glossary and nothing else."""
    return segmenter_of(read_glossary(lessons_path(), []))


def _by_length(word: str) -> tuple[int, str]:
    return len(word), word
