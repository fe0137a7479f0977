"""What is wrong with a file that was to be the article, in the reader's language."""

from yandu.messages import Bilingual, both, say


class OriginalError(ValueError):
    """A file that is no copy of the article, or that cannot be read or kept.

    Args:
        key: Of the message, in the section ``original``; `values` fill its places.

    Attributes:
        text: The message in both languages.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say(f"original.{key}", **values))
        self.key = key
        self.text: Bilingual = both(f"original.{key}", **values)


class NoOriginalError(OriginalError, LookupError):
    """The learner has added no copy; the message says how to."""

    def __init__(self) -> None:
        super().__init__("none")
