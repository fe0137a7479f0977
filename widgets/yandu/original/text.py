"""The copy as the text lab wants it: sentences, counted by the article's sections."""

import re
from collections.abc import Iterator

from yandu.messages import both
from yandu.original.copy import Original, Part
from yandu.original.marks import wide
from yandu.textlab.texts.text import Text, TextSentence

#: A sentence ends at its mark and takes closing quotation marks and brackets along.
SENTENCE = re.compile(r".+?(?:[。！？；!?;]+[」』”’）》]*|\Z)", re.DOTALL)
#: jieba takes an ASCII stop for a part of the word before it.
STOP = re.compile(r"(?<=[\u4e00-\u9fff'\"”’」』》）])\.")
#: In a flattened copy every mark is a stop; what stands between two is a piece.
PIECE = re.compile(r".+?(?:[。！？；!?;.．]+[」』”’）》'\"]*|\Z)", re.DOTALL)


def original_text(original: Original) -> Text:
    """Return the copy as a `Text` that is not cut yet.

    Its sections are the article's, ``"0"`` (title, pull-quote, column label and lead)
    to ``"5"``, as in `textlab.article`; a sentence's id is ``3-t1.2``. Half-width marks
    are made full width. A flattened copy does not show where sentences end: there every
    piece between two stops counts as one.
    """
    sentences = tuple(
        sentence
        for part in original.parts
        for sentence in _sentences(part, is_full=original.is_full)
    )
    sections = dict.fromkeys(sentence.section for sentence in sentences)
    titles = {
        section: both("textlab.section_0")
        if section == "0"
        else both("textlab.section", section=section)
        for section in sections
    }
    title = both("original.text" if original.is_full else "original.text_flat")
    return Text("original", title, sentences, titles)


def _sentences(part: Part, *, is_full: bool) -> Iterator[TextSentence]:
    if part.is_heading:
        yield TextSentence(part.id, part.text, group=part.section)
        return
    words = wide(part.text) if is_full else STOP.sub("．", part.text)
    pattern = SENTENCE if is_full else PIECE
    found = (match.group().strip() for match in pattern.finditer(words))
    for number, text in enumerate(filter(None, found), start=1):
        yield TextSentence(f"{part.id}.{number}", text, group=part.section)
