"""What can go wrong in the text lab, said to the person who asked.

Every message says what is wrong and what to do instead, in the reader's language; the
words stand in ``messages.toml`` under ``[textlab.…]``.
"""

from typing import ClassVar

from yandu.messages import say

# How many characters a message spends on naming what there is.
LONGEST_LIST = 400


class TextLabError(ValueError):
    """A question that the text lab cannot answer."""

    key: ClassVar[str]

    def __init__(self, **values: object) -> None:
        super().__init__(say(self.key, **values))


class CountsOnlyError(TextLabError):
    """A question about the order of a text of which only counts are known."""

    key = "textlab.counts_only"


class UncutTextError(TextLabError):
    """A question about the words of a text that has not been cut into words."""

    key = "textlab.uncut_text"


class WrongCutError(TextLabError):
    """Tokens that, joined, are not the sentence that they are said to cut."""

    key = "textlab.wrong_cut"


class UnknownSectionError(TextLabError):
    """A section that the text does not have."""

    key = "textlab.unknown_section"

    def __init__(self, section: object, known: str) -> None:
        # A text of the learner's own may have thousands of paragraphs.
        if len(known) > LONGEST_LIST:
            known = f"{known[:LONGEST_LIST].rpartition('、')[0]}……"
        super().__init__(section=section, known=known)


class UnknownChoiceError(TextLabError):
    """A value for a parameter that is not among those it takes."""

    key = "textlab.unknown_choice"


class EmptyNodeError(TextLabError):
    """A node without a character."""

    key = "textlab.empty_node"


class LongNodeError(TextLabError):
    """A node longer than any set phrase: most likely a pasted passage."""

    key = "textlab.long_node"


class PatternError(TextLabError):
    """A regular expression that is wrong."""

    key = "textlab.wrong_pattern"


class SlowPatternError(TextLabError):
    """A regular expression that takes longer than anyone would wait."""

    key = "textlab.slow_pattern"


class ContradictionError(TextLabError):
    """A string that the lexicon says both to keep and to split."""

    key = "textlab.keep_and_split"


class CancelledCutError(TextLabError):
    """Cutting a text was cancelled by whoever had begun it."""

    key = "textlab.cancelled_cut"


class EmptyTextError(TextLabError):
    """A text in which there is nothing to read."""

    key = "textlab.empty_text"


class NoChineseError(TextLabError):
    """A text without a Chinese character."""

    key = "textlab.no_chinese"


class LongTextError(TextLabError):
    """A text longer than the lab can hold."""

    key = "textlab.long_text"


class NoTextFileError(TextLabError):
    """A file that is not there or may not be read."""

    key = "textlab.no_text_file"


class UnreadableTextError(TextLabError):
    """A file that is no text, or a damaged one."""

    key = "textlab.unreadable_text"


class LongComparisonError(TextLabError):
    """A text too long for comparing cuts word by word."""

    key = "textlab.too_long_to_compare"


class BadCorrectionError(TextLabError):
    """What is no correction of a cut."""

    key = "textlab.bad_correction"


class NoCorrectionError(TextLabError):
    """A correction that is to be taken back and was never made."""

    key = "textlab.no_correction"


class ArticleError(TextLabError):
    """A file that is not the article: a part of it was not found."""

    key = "textlab.not_the_article"
