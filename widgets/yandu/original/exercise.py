"""The passage of a copy whose punctuation is to be restored."""

from collections.abc import Iterator

from yandu.items.own_punctuation import OwnPunctuation, own_punctuation
from yandu.original.copy import Original, Part
from yandu.original.errors import OriginalError
from yandu.original.marks import kinds, wide
from yandu.original.text import SENTENCE

#: How many marks a passage has: enough to show a pattern, few enough for one card.
N_MARKS = range(7, 15)
FEWEST_KINDS = 3
LONGEST_PASSAGE = 200


def exercise(
    original: Original, lesson_id: str, section: str | None = None
) -> OwnPunctuation:
    """Return the punctuation item on a copy: always the same for the same copy.

    Args:
        original: The copy.
        lesson_id: The lesson that shows it, ``06``.
        section: Of the article; by default whichever has the passage with most kinds
            of marks.

    Raises:
        OriginalError: The copy's punctuation is flattened, so that its own marks are
            not known; or no passage is fit.
    """
    if not original.is_full:
        raise OriginalError("exercise_flat")
    found = [
        (part, passage)
        for part in original.paragraphs
        if section in (None, part.section)
        for passage in _passages(part)
    ]
    if not found:
        raise OriginalError("exercise_no_passage")
    part, passage = max(found, key=lambda pair: len(kinds(pair[1])))
    return own_punctuation(f"{lesson_id}-own{part.section}", passage, part.claims)


def _passages(part: Part) -> Iterator[str]:
    """Yield the runs of whole sentences of a part that are fit for the exercise."""
    sentences = SENTENCE.findall(wide(part.text))
    for start in range(len(sentences)):
        passage = ""
        for sentence in sentences[start:]:
            passage += sentence
            if len(passage) > LONGEST_PASSAGE:
                break
            if _is_fit(passage):
                yield passage.strip()


def _is_fit(passage: str) -> bool:
    found = kinds(passage)
    return found.total() in N_MARKS and len(found) >= FEWEST_KINDS
