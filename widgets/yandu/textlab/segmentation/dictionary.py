"""A user dictionary: words of the learner's own for `Segmenter`, one a line."""

from pathlib import Path

from yandu.faults import ContentError, Fault
from yandu.messages import say
from yandu.textlab.texts.own_text import clean, read_file
from yandu.textlab.texts.text import is_word

LONGEST_WORD = 30


def read_dictionary(path: str | Path) -> tuple[str, ...]:
    """Read a user dictionary in jieba's form, in any encoding that `read_text` knows.

    A line holds a word, and after spaces, if one likes, a count and a part of speech
    (``网格员 5 n``); these two are not used: jieba is told to keep the word whole.

        words = textlab.read_dictionary("words.txt")
        text = textlab.cut(text, textlab.Segmenter(keep=words))

    Returns:
        The words in the order of the file, each once.

    Raises:
        ContentError: With every broken line, or if there is no word at all.
        NoTextFileError, UnreadableTextError, LongTextError: As in `read_text`.
    """
    path = Path(path).expanduser()
    words: dict[str, None] = {}
    faults = []
    for number, line in enumerate(clean(read_file(path)).split("\n"), start=1):
        parts = line.split()
        if not parts:
            continue
        if _is_entry(parts):
            words[parts[0]] = None
        else:
            message = say("textlab.dictionary_line", line=number, text=line[:40])
            faults.append(Fault(path.name, str(number), "", message))
    if not words and not faults:
        faults.append(Fault(path.name, "", "", say("textlab.empty_dictionary")))
    if faults:
        raise ContentError(faults)
    return tuple(words)


def _is_entry(parts: list[str]) -> bool:
    word, *rest = parts
    if not is_word(word) or len(word) > LONGEST_WORD or "\ufffd" in word:
        return False
    match rest:
        case []:
            return True
        case [count] if count.isdecimal():
            return True
        case [tag] if tag.isascii() and tag.isalpha():
            return True
        case [count, tag]:
            return count.isdecimal() and tag.isascii() and tag.isalpha()
    return False
