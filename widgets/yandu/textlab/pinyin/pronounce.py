"""Making pinyin for new and changed sentences: an author's tool, which needs pypinyin.

pypinyin's phrase dictionary reads each token of the reviewed cut. Over it are laid the
glossary's pinyin and the reviewed corrections of ``lessons/pinyin/corrections.tsv``,
of two in one place the longer; then 一 and 不 take the tone that they are spoken with.
What is made is a proposal: a reviewer corrects it in the file, where it stands as long
as its sentence does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from yandu.content import Glossary
from yandu.faults import ContentError, Fault
from yandu.messages import say
from yandu.textlab.errors import TextLabError
from yandu.textlab.formulas.spans import formula_spans
from yandu.textlab.pinyin.files import (
    NEUTRAL,
    Pinyin,
    han_of,
    is_pinyin_of,
    marked,
    parted,
)
from yandu.textlab.pinyin.syllables import SYLLABLES
from yandu.textlab.texts.text import Tokens, compact, is_han

CORRECTIONS_NAME = "corrections.tsv"
_ONE, _NOT = "一", "不"
# 一 is part of an ordinal or of a longer number after these, or before a digit.
_DIGITS = frozenset("〇零一二三四五六七八九")
_BEFORE_NUMBER = _DIGITS | frozenset("第十百千万")
_LONGEST_SYLLABLE = 6

# String to its syllables, one to each Chinese character.
Readings = dict[str, tuple[str, ...]]


class NoPypinyinError(TextLabError):
    """pypinyin is not installed; the message says how to get it."""

    key = "textlab.no_pypinyin"


def pronounce(
    sentences: Mapping[str, str],
    reviewed: Mapping[str, Pinyin],
    tokens: Mapping[str, Tokens],
    readings: Readings,
) -> dict[str, Pinyin]:
    """Give the sentences of a lesson their pinyin, and leave alone what is reviewed.

    Args:
        sentences: Sentence id to sentence, in the order of the text.
        reviewed: Sentence id to its reviewed pinyin.
        tokens: Sentence id to its tokens.
        readings: Strings whose reading is known, as `readings_of` gives them.

    Returns:
        Sentence id to pinyin, in the order of `sentences`. Making it again changes
        nothing.

    Raises:
        NoPypinyinError: If a sentence is new or changed, and pypinyin is missing.
    """
    return {
        key: reviewed[key]
        if is_pinyin_of(reviewed.get(key), text)
        else spoken(tokens.get(key) or (compact(text),), readings)
        for key, text in sentences.items()
    }


def spoken(tokens: Tokens, readings: Readings) -> Pinyin:
    """Read one sentence.

    Args:
        tokens: Its tokens, punctuation among them.
        readings: Strings whose reading is known; they are found across tokens.

    Raises:
        NoPypinyinError: If pypinyin is missing.
    """
    text = "".join(tokens)
    syllables = [syllable for token in tokens for syllable in _looked_up(token)]
    known: dict[int, str] = {}
    # The shorter first, so that the longer is laid over it.
    for span in sorted(formula_spans(text, readings), key=lambda s: s.end - s.start):
        offsets = (at for at in range(span.start, span.end) if is_han(text[at]))
        known |= dict(zip(offsets, readings[span.formula], strict=True))
    for at, syllable in known.items():
        syllables[at] = syllable
    ends = _ends(tokens)
    for at, char in enumerate(text):
        if char in (_ONE, _NOT) and at not in known:
            syllables[at] = _sandhi(text, at, syllables, ends)
    return tuple(
        (char, syllable)
        for char, syllable in zip(text, syllables, strict=True)
        if is_han(char)
    )


def readings_of(glossary: Glossary, corrections: Readings) -> Readings:
    """Return the readings of a glossary's terms, and the corrections over them."""
    terms = glossary.terms.values()
    return {term.zh: syllables_of(term.pinyin, term.zh) for term in terms} | corrections


def read_corrections(folder: Path) -> Readings:
    """Read the reviewed corrections in a folder; a missing file holds none.

    ``corrections.tsv`` has the columns string, pinyin, reason. The string says in
    which surroundings the reading holds: 题为 reads 为 as wéi.

    Raises:
        ContentError: With every line of another form, and every one whose pinyin is
            not one syllable to a Chinese character.
    """
    path = folder / CORRECTIONS_NAME
    if not path.is_file():
        return {}
    readings: Readings = {}
    faults = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines[1:], start=2):
        match line.split("\t"):
            case [""]:
                continue
            case [string, pinyin, reason] if string not in readings and reason:
                syllables = syllables_of(pinyin, string)
                if syllables:
                    readings[string] = syllables
                    continue
        message = say("textlab.pinyin_line", line=number, found=line)
        faults.append(Fault(f"pinyin/{path.name}", "", "", message))
    if faults:
        raise ContentError(faults)
    return readings


def syllables_of(pinyin: str, zh: str) -> tuple[str, ...]:
    """Part pinyin that is written in words into syllables.

    Args:
        pinyin: As a glossary writes it: ``gōng'ān jīguān``.
        zh: The Chinese that it reads.

    Returns:
        One syllable to each Chinese character of `zh`, in lower case; nothing if it
        cannot be so parted.
    """
    words = re.findall(r"[^\W\d_]+", pinyin.lower())
    parts = [part for word in words for part in _parted_word(word)]
    return tuple(parts) if len(parts) == len(han_of(zh)) else ()


def _parted_word(word: str) -> list[str]:
    """Part a word without apostrophes: a syllable inside it begins with a consonant."""
    if not word:
        return []
    for length in range(min(_LONGEST_SYLLABLE, len(word)), 0, -1):
        head, rest = word[:length], word[length:]
        bare, tone = parted(head)
        is_border = not rest or parted(rest[0])[0] not in "aeo\u00fc"
        if bare in SYLLABLES and tone and is_border:
            tail = _parted_word(rest)
            if tail or not rest:
                return [head, *tail]
    return []


def _looked_up(token: str) -> Iterator[str]:
    """Yield what pypinyin reads, one text a character; other characters as they are."""
    for (syllable,) in _pypinyin()(token, errors=list):
        yield syllable


@cache
def _pypinyin():  # type: ignore[no-untyped-def]  # noqa: ANN202 - a function of pypinyin
    try:
        from pypinyin import pinyin
    except ModuleNotFoundError as error:
        raise NoPypinyinError from error
    return pinyin


def _ends(tokens: Iterable[str]) -> set[int]:
    """Return the offsets of the last characters of tokens that have several."""
    ends, at = set(), 0
    for token in tokens:
        at += len(token)
        if len(token) > 1:
            ends.add(at - 1)
    return ends


def _sandhi(text: str, at: int, syllables: list[str], ends: set[int]) -> str:
    """Return 一 or 不 as spoken (Xiandai Hanyu Cidian: yí, bú before a fourth tone).

    一 keeps its tone at the end of a word or a phrase, and in a number or a date.
    """
    following = text[at + 1 : at + 2]
    is_followed = bool(following) and is_han(following)
    tone = parted(syllables[at + 1])[1] if is_followed else 0
    if text[at] == _NOT:
        return marked("bu", 2 if tone == 4 else 4)
    before = text[at - 1 : at]
    is_number = before in _BEFORE_NUMBER or following in _DIGITS
    if not is_followed or at in ends or is_number:
        return marked("yi", 1)
    # 一个: 个 is a fourth tone, be it light.
    return marked("yi", 2 if tone in (4, NEUTRAL) else 4)
