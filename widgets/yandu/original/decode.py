"""From the bytes of a text file to its text: which encoding, and is it a text at all.

A byte order mark decides. Without one, UTF-8 is taken if the bytes are UTF-8, which no
other encoding's Chinese is by chance. What is left is UTF-16 or GB18030 (which contains
GBK and GB2312): bytes of the one often are bytes of the other, so the reading with the
greater share of Chinese characters is the right one.
"""

import codecs
import re
import unicodedata

from yandu.original.errors import OriginalError

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNMARKED = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
HAN = re.compile(r"[\u4e00-\u9fff]")
#: Files that are opened by an office program, a browser or a picture viewer.
DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG")
WEB_PAGE = re.compile(r"<(?:!doctype|html|body|div|p|span|br)\b[^<>]*>", re.IGNORECASE)
#: The only control characters of a text.
SPACING = frozenset("\t\n\v\f\r")


def decode(data: bytes) -> str:
    r"""Return the text of a file, its line ends as ``\n``.

    A character that is cut off at the end of the file is left out: what else was cut
    off shows when the parts of the article are looked for.

    Raises:
        OriginalError: The file is empty, a document that must be saved as plain text
            first, not a text in any of these encodings, or not in Chinese.
    """
    if not data.strip(codecs.BOM_UTF8 + b" \t\r\n"):
        raise OriginalError("empty")
    if data.startswith(DOCUMENTS):
        raise OriginalError("document")
    text = _decoded(data)
    if text is None or any(map(_is_no_text, set(text))):
        raise OriginalError("binary")
    if WEB_PAGE.search(text):
        raise OriginalError("document")
    if not HAN.search(text):
        raise OriginalError("no_chinese" if text.strip() else "empty")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str | None:
    """Return the likeliest text of some bytes, or None if they are none."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return _as(encoding, data[len(mark) :])
    text = _as("utf-8", data)
    if text is not None and not any(map(_is_no_text, set(text))):
        return text
    readings = [text for name in UNMARKED if (text := _as(name, data))]
    return max(readings, key=_share_of_han, default=None)


def _as(encoding: str, data: bytes) -> str | None:
    """Return `data` in one encoding, without a character cut off at its end."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return None


def _share_of_han(text: str) -> float:
    return len(HAN.findall(text)) / len(text)


def _is_no_text(character: str) -> bool:
    """Tell a control character or a lone surrogate."""
    is_control = unicodedata.category(character) in ("Cc", "Cs")
    return is_control and character not in SPACING
