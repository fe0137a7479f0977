"""What a learner types, made safe to keep before anything looks at it."""

import unicodedata

from yandu.items.item import ResponseError

#: Characters that a term or set phrase may have; a long paste is refused, not cut.
LONGEST_PHRASE = 200
#: Characters that an open response may have.
LONGEST_TEXT = 5_000


def typed_text(text: object, longest: int = LONGEST_PHRASE) -> str:
    """Return a typed text without control characters and lone surrogates.

    Line breaks and tabs stay. Nothing else is changed: what is overlooked when it is
    compared is the matching policy's business.

    Raises:
        ResponseError: It is no text, or longer than `longest` characters.
    """
    if not isinstance(text, str):
        raise ResponseError("item.no_text")
    if len(text) > longest:
        raise ResponseError("item.too_long", n=len(text), longest=longest)
    return "".join(
        char
        for char in text
        if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
    )
