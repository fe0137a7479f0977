"""The learner's own copy of the article: read, checked, kept on this machine only.

The article's text is no part of the course. A learner who has it adds a text file; from
then on the reading desk, the text lab and the last lesson can use it:

    read_original(folder, lessons) -> Original
        The copy in a learner's data folder. Raises NoOriginalError if there is none.
    passages(original, claims: Iterable[str]) -> tuple[Passage, ...]
        The passages of the copy that carry these claims (say, of one of our
        paragraphs), in the copy's order. A `Passage` has `id`, `section`, `text`,
        `claims`, and `spans`: where in `text` the claims' set phrases stand.
        `to_dict()` for JSON.
    original_text(original) -> textlab.Text
        The copy for the text lab, its sections "0" to "5", not cut yet: `textlab.cut`.

`has_original(folder)` only looks; `add_original` and `remove_original` are the
command's. No sentence of the copy is ever written anywhere but to that folder.
"""

from yandu.original.copy import Original, Part, read_copy
from yandu.original.errors import NoOriginalError, OriginalError
from yandu.original.passages import Passage, passages
from yandu.original.store import (
    add_original,
    has_original,
    read_original,
    remove_original,
)
from yandu.original.text import original_text

__all__ = [
    "NoOriginalError",
    "Original",
    "OriginalError",
    "Part",
    "Passage",
    "add_original",
    "has_original",
    "original_text",
    "passages",
    "read_copy",
    "read_original",
    "remove_original",
]
