"""jieba's three modes, with and without the glossary, and where they differ.

The precise mode parts a text into words. The full mode lists every word of the
dictionary that it can see, also those that overlap; the search mode lists the words of
the precise mode and, before each of more than two characters, the words of two and
three characters in it. Only the precise mode gives tokens that can be counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from yandu.messages import both
from yandu.textlab.errors import (
    LongComparisonError,
    UnknownChoiceError,
    UnknownSectionError,
)
from yandu.textlab.results.made import made_by
from yandu.textlab.segmentation.segment import Segmenter, uncorrected_segmenter
from yandu.textlab.texts.text import (
    Counts,
    Text,
    TextSentence,
    compact,
    in_full,
    is_word,
)

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

Mode = Literal["precise", "full", "search"]
MODES: tuple[Mode, ...] = get_args(Mode)
# The cut that a text has, in a comparison.
REVIEWED = "reviewed"
LONGEST_COMPARED_TEXT = 200_000

# Start and end of each word of a cut, in the string without white space.
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Difference:
    """A stretch of a sentence that is not cut the same way by all.

    It begins and ends where no word of any cut reaches over.

    Attributes:
        sentence: Id of the sentence.
        start: Offset of the stretch in the sentence without white space.
        end: Offset after it.
        string: The stretch.
        cuts: Name of a cut (``precise``, ``precise_glossary``, …, ``reviewed``) to its
            words in the stretch.
    """

    sentence: str
    start: int
    end: int
    string: str
    cuts: dict[str, tuple[str, ...]]


def compare_cuts(
    text: Text | Counts,
    modes: Iterable[Mode] = MODES,
    *,
    sections: str | Iterable[str] | None = None,
) -> "Table":
    """List the places where jieba's modes cut a text differently.

    Loads jieba's dictionary (0.7 s) the first time.

    Args:
        text: The text, in full; it need not be cut. Of a string make one with
            `text_of`.
        modes: Which modes to compare: ``"precise"``, ``"full"``, ``"search"``. Each is
            shown without and with the course's glossary.
        sections: Only these sections: one id or several. By default the whole text.

    Returns:
        A table with the columns ``sentence``, ``string`` (the stretch that differs),
        for each mode a column of its name and one with ``_glossary`` after it, and
        ``reviewed``, the tokens that the text itself has; it is missing if the text is
        not cut. Words are parted by ``/``.

    Raises:
        CountsOnlyError: Only counts of the text are known.
        UnknownChoiceError: A mode is none of the three.
        UnknownSectionError: The text has no such section.
        LongComparisonError: It has more than 200,000 characters.
    """
    from yandu.textlab.results.table import Table

    text = in_full(text)
    chosen = _modes(modes)
    if not (sections is None or isinstance(sections, str)):
        sections = [*sections]
    sentences = _chosen(text, sections)
    found = [*differences(sentences, chosen)]
    names = [name for mode in chosen for name in (mode, f"{mode}_glossary")]
    if any(sentence.tokens is not None for sentence in sentences):
        names.append(REVIEWED)
    data: dict[str, list[object]] = {
        "sentence": [one.sentence for one in found],
        "string": [one.string for one in found],
    }
    for name in names:
        data[name] = ["/".join(one.cuts.get(name, ())) for one in found]
    return Table(
        data,
        caption=both(
            "textlab.compare_cuts",
            n=len(found),
            title_zh=text.title["zh"],
            title_en=text.title["en"],
        ),
        kinds={"sentence": "head"},
        made=made_by(
            "compare_cuts",
            text,
            *([] if chosen == MODES else [chosen]),
            sections=sections,
        ),
    )


def differences(
    sentences: Iterable[TextSentence], modes: Iterable[Mode] = MODES
) -> Iterator[Difference]:
    """Yield the stretches that are not cut the same way, in the order of the text.

    A stretch of nothing but punctuation is left out.
    """
    chosen = _modes(modes)
    for sentence in sentences:
        yield from _differences(sentence, chosen)


# A comparison that is shown again, or of another section, costs nothing.
@lru_cache(maxsize=8192)
def _differences(
    sentence: TextSentence, modes: tuple[Mode, ...]
) -> tuple[Difference, ...]:
    string = compact(sentence.text)
    cuts = {
        f"{mode}{suffix}": _spans(sentence.text, mode, has_glossary)
        for mode in modes
        for suffix, has_glossary in (("", False), ("_glossary", True))
    }
    if sentence.tokens is not None:
        cuts[REVIEWED] = _partition(sentence.tokens)
    found = []
    for start, end in _stretches(len(string), cuts.values()):
        words = {
            name: tuple(string[a:b] for a, b in spans if start <= a and b <= end)
            for name, spans in cuts.items()
        }
        if is_word(string[start:end]) and len({*words.values()}) > 1:
            stretch = string[start:end]
            found.append(Difference(sentence.id, start, end, stretch, words))
    return tuple(found)


def words_of(
    string: str, mode: Mode = "precise", *, glossary: bool = True
) -> list[str]:
    """Return the words that a mode of jieba lists, in its order.

    Args:
        string: What to cut.
        mode: ``"precise"``, ``"full"`` or ``"search"``.
        glossary: Whether the course's glossary counts: its words are added to jieba's
            dictionary, and where words do not overlap (precise mode, and the search
            mode built on it) its lists of what to keep and to split are applied.

    Raises:
        UnknownChoiceError: There is no such mode.
    """
    (mode,) = _modes([mode])
    solid = compact(string)
    return [solid[start:end] for start, end in _spans(string, mode, glossary)]


def _spans(string: str, mode: Mode, has_glossary: bool) -> Spans:
    segmenter = uncorrected_segmenter() if has_glossary else _plain()
    if mode == "full":
        return tuple(_full(string, segmenter))
    precise = _partition(segmenter.segment(string))
    if mode == "precise":
        return precise
    return tuple(_search(compact(string), precise, segmenter.tokenizer.FREQ))


def _full(string: str, segmenter: Segmenter) -> Iterator[tuple[int, int]]:
    """Yield the words of the full mode with their places, which jieba does not tell.

    They come in the order of their starts; the same word comes once for each place.
    """
    begin = 0
    for run in string.split():
        at, last = 0, dict[str, int]()
        for word in segmenter.tokenizer.lcut(run, cut_all=True):
            at = run.index(word, max(at, last.get(word, -1) + 1)) if word else at
            last[word] = at
            if word:
                yield begin + at, begin + at + len(word)
        begin += len(run)


def _search(
    string: str, precise: Spans, frequencies: dict[str, int]
) -> Iterator[tuple[int, int]]:
    """Yield the words of the search mode, as ``jieba.cut_for_search`` does."""
    for start, end in precise:
        for size in (2, 3):
            if end - start > size:
                for at in range(start, end - size + 1):
                    if frequencies.get(string[at : at + size]):
                        yield at, at + size
        yield start, end


def _partition(tokens: Iterable[str]) -> Spans:
    spans, at = [], 0
    for token in tokens:
        spans.append((at, at + len(token)))
        at += len(token)
    return tuple(spans)


def _stretches(length: int, cuts: Iterable[Spans]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between places that no word of any cut reaches over."""
    inner = {
        place
        for spans in cuts
        for start, end in spans
        for place in range(start + 1, end)
    }
    start = 0
    for place in range(1, length + 1):
        if place not in inner:
            yield start, place
            start = place


def _modes(modes: Iterable[Mode]) -> tuple[Mode, ...]:
    chosen = [modes] if isinstance(modes, str) else [*modes]
    for mode in chosen:
        if mode not in MODES:
            raise UnknownChoiceError(name="modes", value=mode, known="、".join(MODES))
    return tuple(mode for mode in MODES if mode in chosen)


def _chosen(text: Text, sections: str | Iterable[str] | None) -> list[TextSentence]:
    wanted = {sections} if isinstance(sections, str) else {*(sections or text.sections)}
    for section in sorted(wanted - {*text.sections}):
        raise UnknownSectionError(section=section, known="、".join(text.sections))
    chosen = [one for one in text.sentences if one.section in wanted]
    length = sum(len(sentence.text) for sentence in chosen)
    if length > LONGEST_COMPARED_TEXT:
        raise LongComparisonError(
            length=length, longest=LONGEST_COMPARED_TEXT, section=text.sections[0]
        )
    return chosen


@cache
def _plain() -> Segmenter:
    return Segmenter()
