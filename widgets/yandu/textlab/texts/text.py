"""A text with its words, and a text of which only word counts are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from yandu.faults import ContentError, Fault
from yandu.messages import Bilingual, both, say
from yandu.textlab.errors import CountsOnlyError, WrongCutError

if TYPE_CHECKING:
    from yandu.textlab.texts.index import Index

Tokens = tuple[str, ...]


def is_han(character: str) -> bool:
    """Tell whether `character` is a Chinese character (a Han ideograph)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character == "\u3007"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_word(token: str) -> bool:
    """Tell whether `token` is counted as a word: it holds a letter or a digit."""
    return any(character.isalnum() for character in token)


def compact(string: str) -> str:
    """Return `string` without white space: what its tokens give when joined."""
    return "".join(string.split())


@dataclass(frozen=True)
class TextSentence:
    """One sentence, in characters and, once it is cut, in tokens.

    Attributes:
        id: ``01-p04.2``: the paragraph, a dot, the place in it. A heading, which is
            no paragraph, has an id without a dot.
        text: The sentence as it is read, end mark included.
        tokens: Its words and punctuation marks, or None while it is not cut.
        group: The section that it is counted in where that is not its paragraph: its
            lesson in a text of all lessons, ``01``.

    Raises:
        WrongCutError: If the tokens, joined, are not the text without white space.
    """

    id: str
    text: str
    tokens: Tokens | None = None
    group: str = ""

    def __post_init__(self) -> None:
        if self.tokens is not None and not is_cut_of(self.tokens, self.text):
            raise WrongCutError(sentence=self.id)

    @property
    def paragraph(self) -> str:
        """The paragraph (or heading) that the sentence belongs to."""
        return self.id.rpartition(".")[0] or self.id

    @property
    def section(self) -> str:
        """What the sentence is counted in: its group, else its paragraph."""
        return self.group or self.paragraph

    @cached_property
    def token_spans(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each token in the sentence's characters."""
        places = [at for at, char in enumerate(self.text) if not char.isspace()]
        spans, start = [], 0
        for token in self.tokens or ():
            end = start + len(token)
            spans.append((places[start], places[end - 1] + 1))
            start = end
        return tuple(spans)


@dataclass(frozen=True)
class Text:
    """A text that can be read: its sentences in order.

    Attributes:
        id: Short name, ``01``.
        title: What a result calls the text that it counted.
        sentences: The sentences in the order of the text.
        titles: What a result calls a section that is more than a paragraph.
    """

    id: str
    title: Bilingual
    sentences: tuple[TextSentence, ...]
    titles: Mapping[str, Bilingual] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        id: str,
        title: Bilingual,
        sentences: Mapping[str, str],
        tokens: Mapping[str, Tokens],
    ) -> "Text":
        """Put sentences and a reviewed cut together.

        A sentence that has changed since it was cut is taken uncut, so that a stale
        file of tokens never shows words that are not there.
        """
        return cls(
            id,
            title,
            tuple(
                TextSentence(
                    key, text, cut if is_cut_of(cut := tokens.get(key), text) else None
                )
                for key, text in sentences.items()
            ),
        )

    @property
    def string(self) -> str:
        """All characters: paragraphs as lines, their sentences set solid."""
        paragraphs = groupby(self.sentences, key=lambda sentence: sentence.paragraph)
        return "\n".join(
            "".join(sentence.text for sentence in paragraph)
            for _, paragraph in paragraphs
        )

    @cached_property
    def index(self) -> "Index":
        """The text laid out for searching; made at the first search."""
        from yandu.textlab.texts.index import Index

        return Index(self.sentences)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """Ids of the sections (by default the paragraphs), in order."""
        return tuple(dict.fromkeys(sentence.section for sentence in self.sentences))

    def section_title(self, section: str) -> Bilingual:
        """Return what a result calls one section."""
        return self.titles.get(section) or both("textlab.paragraph", section=section)


@dataclass(frozen=True, order=True)
class Count:
    """How often one token occurs in one section."""

    token: str
    section: str
    count: int


@dataclass(frozen=True)
class Counts:
    """A text of which only the counts of its tokens are known, not their order.

    Attributes:
        id: Short name.
        title: What a result calls the text that it counted.
        rows: One row for each token and section in which it occurs.
    """

    id: str
    title: Bilingual
    rows: tuple[Count, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """Ids of the sections, in order."""
        return tuple(sorted({row.section for row in self.rows}))

    def section_title(self, section: str) -> Bilingual:
        """Return what a result calls one section; ``0`` is all before the first."""
        if section == "0":
            return both("textlab.section_0")
        return both("textlab.section", section=section)


def in_full(text: Text | Counts) -> Text:
    """Return a text that is there in full.

    Raises:
        CountsOnlyError: Only counts of it are known.
    """
    if isinstance(text, Counts):
        raise CountsOnlyError(title=text.title["zh"], title_en=text.title["en"])
    return text


def is_cut_of(tokens: Sequence[str] | None, text: str) -> bool:
    """Tell whether `tokens` is a cut of `text`: all of it, and nothing else."""
    return tokens is not None and all(tokens) and "".join(tokens) == compact(text)


def read_tokens(path: Path) -> dict[str, Tokens]:
    """Read a file of reviewed tokens, ``lessons/tokens/01_mission.tsv``.

    One sentence a line: its id, a tab, its tokens with one space between them. A file
    that does not exist holds no sentence: the lesson has not been rendered yet.

    Raises:
        ContentError: With every line that has another form or repeats an id.
    """
    if not path.is_file():
        return {}
    tokens: dict[str, Tokens] = {}
    faults = []
    for number, line in enumerate(_lines(path), start=1):
        sentence, tab, rest = line.partition("\t")
        cut = tuple(rest.split(" "))
        if not (sentence and tab and all(map(compact, cut))) or sentence in tokens:
            message = say("textlab.token_line", line=number)
            faults.append(Fault(f"tokens/{path.name}", sentence, "", message))
        tokens[sentence] = cut
    if faults:
        raise ContentError(faults)
    return tokens


def write_tokens(path: Path, tokens: Mapping[str, Tokens]) -> None:
    """Write a file of reviewed tokens; the sentences keep the order of `tokens`."""
    lines = (f"{sentence}\t{' '.join(cut)}\n" for sentence, cut in tokens.items())
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def read_counts(path: Path) -> tuple[Count, ...]:
    """Read a file of token counts, ``lessons/article_counts.tsv``.

    One token and section a line: token, section, count, parted by tabs.

    Raises:
        ContentError: With every line that has another form.
    """
    rows, faults = [], []
    for number, line in enumerate(_lines(path), start=1):
        match line.split("\t"):
            case [token, section, count] if token and section and count.isdecimal():
                rows.append(Count(token, section, int(count)))
            case _:
                message = say("textlab.count_line", line=number)
                faults.append(Fault(path.name, line.partition("\t")[0], "", message))
    if faults:
        raise ContentError(faults)
    return tuple(rows)


def _lines(path: Path) -> list[str]:
    # Not splitlines: it also breaks at characters that may stand in a token.
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line]
