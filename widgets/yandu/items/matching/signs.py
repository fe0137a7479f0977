"""Folds of single signs: spaces, codes, width, case, punctuation."""

import re
import unicodedata
from itertools import groupby

#: Radicals that PDF files give in place of characters and that Unicode, unlike the
#: Kangxi radicals (U+2F00 to U+2FD5), does not declare equal to them.
RADICALS = str.maketrans(
    "⺟⺠⻄⻅⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰",
    "母民西见贝车长门青页风飞食马鱼鸟麦黄齐齿龙",
)
VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
#: The kinds of compatibility that are only a matter of size and place on the line.
SIZES = ("<wide>", "<narrow>", "<small>", "<vertical>")
#: Signs that Unicode counts as punctuation but that are read aloud or change a value:
#: 35% is not 35, R&D not RD, C# not C.
SIGNS = frozenset("%‰‱％#＃&＆@＠*＊/／\\＼§¶†‡")
#: Marks that separate numbers, and what each is written as: 3—5 and 3-5 are one range,
#: 3。5 is what a Chinese keyboard makes of 3.5; but 3.5 is not 35.
SEPARATORS = dict.fromkeys("，,、；;", ",") | dict.fromkeys("。.．｡", ".")
SEPARATORS |= dict.fromkeys(("-", "‐", "‑", "–", "—", "——", "－", "~", "～"), "-")
SEPARATORS |= {"：": ":"}
#: Book-title marks on a keyboard that has none: <人民公安报>, <<人民公安报>>.
ANGLES = re.compile(r"<{1,2}([^<>]*)>{1,2}")


def drop_spaces(text: str) -> str:
    """Return `text` without white space and invisible format characters.

    Chinese is written without spaces; pasted text brings zero-width ones and marks of
    direction, which nobody can see, let alone mean.
    """
    dropped = {
        ord(char): None
        for char in set(text)
        if char.isspace() or unicodedata.category(char) == "Cf"
    }
    return text.translate(dropped)


def fold_codes(text: str) -> str:
    """Return `text` with one code for each character.

    What Unicode itself declares equal (NFC: composed letters, compatibility ideographs
    such as U+F9E4 for 理), radicals that stand for characters in text from a PDF file
    (⼈ U+2F08 for 人), and variation selectors, which choose a glyph and no character.
    """
    table = {
        ord(char): unicodedata.normalize("NFKC", char)
        for char in set(text)
        if "\u2f00" <= char <= "\u2fd5"
    }
    text = VARIATION_SELECTORS.sub("", text.translate(RADICALS).translate(table))
    return unicodedata.normalize("NFC", text)


def fold_width(text: str) -> str:
    """Return `text` with full-width, small and upright forms in their usual width.

    NFKC, but only where it changes size and place. All of it would make ① and ㈠ a 1
    and (一), 10² a 102, ½ a 1⁄2 and ㎡ an m2: other signs, with other meanings.
    """
    table = {
        ord(char): unicodedata.normalize("NFKC", char)
        for char in set(text)
        if unicodedata.decomposition(char).startswith(SIZES)
    }
    return text.translate(table)


def fold_case(text: str) -> str:
    """Return `text` without the difference of capital and small letters."""
    return text.casefold()


def is_mark(char: str) -> bool:
    """Return whether a character is punctuation, which may be left out."""
    return unicodedata.category(char)[0] == "P" and char not in SIGNS


def drop_punctuation(text: str) -> str:
    """Return `text` without punctuation, quotes and book-title marks.

    Marks that belong to a number stay: what stands between two digits, in one form
    for each meaning (3.5, 3-5, 10:30), and the sign or the point before the first.
    """
    while (marked := ANGLES.sub(r"《\1》", text)) != text:
        text = marked  # from the inside out, where they stand in each other
    pieces = [
        (is_marks, "".join(group))
        for is_marks, group in groupby(
            text, lambda char: is_mark(char) or char in "~～"
        )
    ]
    kept = []
    for place, (is_marks, piece) in enumerate(pieces):
        if is_marks:
            before = pieces[place - 1][1][-1] if place else ""
            after = pieces[place + 1][1][0] if place + 1 < len(pieces) else ""
            kept.append(_kept_marks(before, piece, after))
        else:
            kept.append(piece)
    return "".join(kept)


def _kept_marks(before: str, marks: str, after: str) -> str:
    if after.isdecimal():
        if before.isdecimal():
            return SEPARATORS.get(marks, marks)
        # COVID-19 has a hyphen; -5 has a sign.
        if marks[-1] in "-." and not (before.isascii() and before.isalpha()):
            return marks[-1]
    return "".join(char for char in marks if not is_mark(char))
