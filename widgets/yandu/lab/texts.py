"""The texts that the lab can be asked about, each under its name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from yandu.lab.labels import Options, label, told

if TYPE_CHECKING:
    from yandu.lab.own import Own
    from yandu.textlab import Counts, Text

Source = Callable[[], "Text | Counts"]
OWN = "own"
#: From here on a question is asked beside the reader's other acts, not between them.
LONG = 200_000


class Shelf:
    """The article by its counts, the course's texts, the learner's own.

    A text is loaded when it is first asked for, and kept: its index with it.

    Args:
        sources: Name to what loads the text: ``lesson``, ``course``, ``original``.

    Attributes:
        own: The text that the learner has brought, or None.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources: dict[str, Source] = {**sources, "article": _article}
        self._loaded: dict[str, Text | Counts] = {}
        self.own: Own | None = None

    def options(self) -> Options:
        """Return the texts to choose from; the last is to bring one's own."""
        order = ("lesson", "article", "course", "original")
        names = [name for name in order if name in self._sources]
        return [
            *((label(f"text_{name}"), name) for name in names),
            (self._own_label(), OWN),
        ]

    def get(self, name: str) -> "Text | Counts | None":
        """Return a text; None if it is the learner's own and there is none yet.

        Raises:
            ValueError: It cannot be had; the error says why.
        """
        if name == OWN:
            return self.own.text if self.own else None
        if name not in self._loaded:
            self._loaded[name] = self._sources[name]()
        return self._loaded[name]

    def sections(self, name: str) -> Options:
        """Return the sections of a text to choose from; the first is all of it."""
        text = self.get(name)
        sections = text.sections if text is not None else ()
        return [
            (label("whole"), ""),
            *(
                (told(text.section_title(section)), section)
                for section in sections
                if text is not None
            ),
        ]

    def _own_label(self) -> str:
        if self.own is None:
            return label("text_own")
        return told(self.own.text.title)

    def code(self, name: str) -> str:
        """Return the line that makes a text; empty if the lesson has a name for it."""
        return self.own.code if name == OWN and self.own else ""

    def recut(self) -> None:
        """Take the learner's corrections anew; a text of their own is cut again."""
        from yandu.textlab import cut

        self._loaded.clear()
        if self.own is not None:
            bare = (replace(one, tokens=None) for one in self.own.text.sentences)
            text = replace(self.own.text, sentences=tuple(bare))
            self.own = replace(self.own, text=cut(text))


def is_long(text: "Text | Counts") -> bool:
    """Tell whether work on a text takes so long that a reader would notice."""
    sentences = getattr(text, "sentences", ())
    total = 0
    for sentence in sentences:
        total += len(sentence.text)
        if total > LONG:
            return True
    return False


def _article() -> "Counts":
    from yandu import textlab

    return textlab.article()
