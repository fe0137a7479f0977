"""A text of the learner's own: pasted, or read from a file.

It stays in the kernel's memory; nothing of it is stored. Paragraphs are lines,
sentences end at their marks, as in the lessons; ids count both: ``p003.2``.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Literal

from yandu.messages import Bilingual, both
from yandu.textlab.errors import (
    EmptyTextError,
    LongTextError,
    NoChineseError,
    NoTextFileError,
    UnreadableTextError,
)
from yandu.textlab.texts.text import Text, TextSentence, is_han

# About 30 MB of Chinese text; cut into words it takes some 500 MB of memory.
LONGEST_TEXT = 10_000_000
# In bytes; the rarest characters take four.
LARGEST_FILE = 4 * LONGEST_TEXT
# Not the course's 240 of a paragraph: a text without marks has to be cut somewhere.
LONGEST_SENTENCE = 1_000

# Line breaks of all systems, and the paragraph separators that a paste may bring.
_LINES = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# A sentence ends at its mark and takes closing quotes and brackets along.
_SENTENCE = re.compile(r".+?(?:[。！？；!?;]+[」』”’）》\"')\]]*|…{2,}[」』”’）》]*|$)")
# Where a sentence that is too long is best cut.
_PAUSE = re.compile(r"[，、：,:．.\s]")

Encoding = Literal["utf-8", "utf-16", "gb18030"]
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def text_of(string: str, title: str = "") -> Text:
    """Make a text of a string, for instance of a pasted one; `cut` cuts it into words.

    Control characters, byte order marks and the invisible marks of writing direction
    are taken out, lone surrogates become ``�``: none of them can be seen, and all of
    them would hide a word from a search. Scripts may be mixed.

    Args:
        string: The text; a line is a paragraph.
        title: What results call it; by default its beginning.

    Returns:
        The uncut text. Its paragraphs are ``p001``, ``p002``…, its sentences
        ``p001.1``… A sentence of more than 1,000 characters is cut at a comma, or a
        space, or where it must.

    Raises:
        EmptyTextError: It holds nothing that can be read.
        NoChineseError: It holds no Chinese character.
        LongTextError: It has more than 10 million characters.
    """
    if len(string) > LONGEST_TEXT:
        raise LongTextError(length=len(string), longest=LONGEST_TEXT)
    cleaned = clean(string)
    if not cleaned.strip():
        raise EmptyTextError
    if not any(map(is_han, cleaned)):
        raise NoChineseError(beginning=_beginning(cleaned))
    sentences = tuple(_sentences(cleaned))
    name = _beginning(title) or _beginning(cleaned)
    digest = sha256(cleaned.encode()).hexdigest()[:12]
    return Text(f"own-{digest}", _title(name), sentences)


def read_text(path: str | Path, title: str = "") -> Text:
    """Read a text file: UTF-8 with or without BOM, UTF-16 with BOM or not, GB18030.

    Args:
        path: The file.
        title: What results call the text; by default the file's name.

    Returns:
        The uncut text, as `text_of` makes it.

    Raises:
        NoTextFileError: There is no such file, it is a folder, or it may not be read.
        UnreadableTextError: It is no text in any of these encodings.
        LongTextError: It has more than 40 MB or 10 million characters.
        EmptyTextError, NoChineseError: As in `text_of`.
    """
    path = Path(path).expanduser()
    return text_of(read_file(path), title or path.stem)


def read_file(path: Path) -> str:
    """Return what stands in a text file.

    Raises:
        NoTextFileError, UnreadableTextError, LongTextError: As in `read_text`.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            # At least a fourth of the bytes are characters.
            raise LongTextError(length=f"> {size // 4}", longest=LONGEST_TEXT)
        data = path.read_bytes()
    except OSError as error:
        raise NoTextFileError(path=path, reason=error.strerror or error) from None
    return decoded(data, path.name)


def decoded(data: bytes, name: str) -> str:
    """Return the bytes of a text file as a string.

    A byte order mark decides; else what is valid UTF-8 is UTF-8, what has the NUL bytes
    of UTF-16 in every second place is UTF-16, and the rest GB18030.

    Raises:
        UnreadableTextError: It is none of these.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding, name)
    try:
        # A NUL is valid UTF-8, but a text of NULs is UTF-16 or no text at all.
        if b"\x00" not in data:
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    guess = _unmarked_utf_16(data)
    return _decode(data, guess or ("utf-8" if b"\x00" in data else "gb18030"), name)


def clean(string: str) -> str:
    """Return a string without what cannot be seen; line breaks and tabs stay."""
    lines = _LINES.sub("\n", string)
    unseen: dict[str, str | int | None] = {
        character: "\ufffd" if category == "Cs" else ""
        for character in {*lines}
        if (category := unicodedata.category(character)) in ("Cc", "Cf", "Cs")
        and character not in "\n\t"
    }
    return lines.translate(str.maketrans(unseen)) if unseen else lines


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        string = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableTextError(name=name, place=error.start) from None
    # Bytes that happen to decode are no text yet: a picture is full of controls.
    sample = string[:100_000]
    n_bad = sum(
        unicodedata.category(character) in ("Cc", "Cn", "Co")
        and character not in "\n\r\t\f\v\x85\x1a"
        for character in sample
    )
    if n_bad > max(2, len(sample) // 20):
        raise UnreadableTextError(name=name, place=0)
    return string


def _unmarked_utf_16(data: bytes) -> str | None:
    """Return which UTF-16 this may be, by its line breaks and ASCII characters."""
    if len(data) % 2:
        return None
    high, low = data[1:20_000:2].count(0), data[0:20_000:2].count(0)
    if high == low:
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _sentences(string: str) -> Iterator[TextSentence]:
    paragraphs = (line.strip() for line in string.split("\n"))
    for number, paragraph in enumerate(filter(None, paragraphs), start=1):
        place = 0
        for match in _SENTENCE.finditer(paragraph):
            for piece in _pieces(match.group().strip()):
                place += 1
                yield TextSentence(f"p{number:03}.{place}", piece)


def _pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence, or pieces of it if it is too long to be one."""
    start = 0
    while len(sentence) - start > LONGEST_SENTENCE:
        end = start + LONGEST_SENTENCE
        pauses = [*_PAUSE.finditer(sentence, start + LONGEST_SENTENCE // 2, end)]
        end = pauses[-1].end() if pauses else end
        yield sentence[start:end].strip()
        start = end
    if rest := sentence[start:].strip():
        yield rest


def _beginning(string: str) -> str:
    """Return the first line, shortened: it becomes a caption."""
    words = " ".join(clean(string).split())
    return f"{words[:20]}……" if len(words) > 20 else words


def _title(name: str) -> Bilingual:
    return both("textlab.own_text", title=name)
