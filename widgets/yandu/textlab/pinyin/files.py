"""Pinyin of the course's texts: files with one reviewed syllable to a character.

A line of ``lessons/pinyin/01_mission.tsv`` is a sentence: its id, a tab, and each of
its Chinese characters with its syllable, ``公gōng 安ān``. The characters stand there so
that a reviewer reads line by line, and that a sentence that has changed is noticed.
Digits, Latin letters and punctuation have no syllable.

Tones are those of the dictionary, neutral ones included; only 一 and 不 are written as
they are spoken (the rule of the glossary).
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from yandu.faults import ContentError, Fault
from yandu.messages import say
from yandu.textlab.pinyin.syllables import SYLLABLES
from yandu.textlab.texts.text import is_han

#: The Chinese characters of a sentence, each with its syllable.
Pinyin = tuple[tuple[str, str], ...]

# Grave, acute, caron, macron: the marks of the four tones.
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
NEUTRAL = 5


def han_of(text: str) -> str:
    """Return the Chinese characters of `text`, and nothing else."""
    return "".join(filter(is_han, text))


def is_pinyin_of(pinyin: Pinyin | None, text: str) -> bool:
    """Tell whether `pinyin` has the characters of `text`: all, and in their order."""
    return pinyin is not None and "".join(char for char, _ in pinyin) == han_of(text)


def parted(syllable: str) -> tuple[str, int]:
    """Return a syllable without its tone mark, and its tone: 1 to 4, or 5 for none."""
    letters, tones = [], []
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tones.append(_TONES[char])
        else:
            letters.append(char)
    bare = unicodedata.normalize("NFC", "".join(letters))
    return bare, tones[0] if len(tones) == 1 else (NEUTRAL if not tones else 0)


@lru_cache(maxsize=4096)
def is_syllable(string: str) -> bool:
    """Tell whether `string` is one syllable of Putonghua with at most one tone mark.

    The mark stands where the Scheme for the Chinese Phonetic Alphabet (1958) puts it:
    on a or e, on the o of ou, else on the last vowel. Lower case, composed characters.
    """
    bare, tone = parted(string)
    return bare in SYLLABLES and tone > 0 and string == marked(bare, tone)


def marked(bare: str, tone: int) -> str:
    """Put the mark of a tone on a syllable: ``("gong", 1)`` gives gōng."""
    if tone == NEUTRAL:
        return bare
    vowels = [at for at, char in enumerate(bare) if char in "aeiouü"]
    if not vowels:  # ń, ňg: interjections
        vowels = [0]
    at = next((at for at in vowels if bare[at] in "ae"), vowels[-1])
    if "ou" in bare:
        at = bare.index("ou")
    mark = next(mark for mark, value in _TONES.items() if value == tone)
    return unicodedata.normalize("NFC", bare[: at + 1] + mark + bare[at + 1 :])


def places(pinyin: Pinyin, text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each Chinese character of `text` with its syllable.

    Nothing is yielded if `pinyin` belongs to another text.
    """
    if is_pinyin_of(pinyin, text):
        offsets = (at for at, char in enumerate(text) if is_han(char))
        yield from zip(offsets, (syllable for _, syllable in pinyin), strict=True)


def read_pinyin(path: Path) -> dict[str, Pinyin]:
    """Read a file of reviewed pinyin; one that does not exist holds no sentence.

    Raises:
        ContentError: With every line that has another form, that repeats an id, or
            that has a character without a syllable of Putonghua.
    """
    if not path.is_file():
        return {}
    read: dict[str, Pinyin] = {}
    faults = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line:
            continue
        sentence, tab, rest = line.partition("\t")
        pairs = tuple((word[:1], word[1:]) for word in rest.split(" ") if word)
        wrong = [a + b for a, b in pairs if not (is_han(a) and is_syllable(b))]
        if not (sentence and tab) or sentence in read or wrong:
            found = "、".join(wrong) or sentence
            message = say("textlab.pinyin_line", line=number, found=found)
            faults.append(Fault(f"pinyin/{path.name}", sentence, "", message))
        read[sentence] = pairs
    if faults:
        raise ContentError(faults)
    return read


def write_pinyin(path: Path, pinyin: Mapping[str, Pinyin]) -> None:
    """Write a file of pinyin; the sentences keep the order of `pinyin`."""
    lines = (
        f"{sentence}\t{' '.join(char + syllable for char, syllable in pairs)}\n"
        for sentence, pairs in pinyin.items()
    )
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
