"""The task "segmentation": the cut itself, jieba's modes, one's own corrections."""

from typing import TYPE_CHECKING

from yandu.lab.answers import LINES, Answer, answer_of
from yandu.messages import both

if TYPE_CHECKING:
    from yandu.textlab import Counts, Table, Text

VIEWS = ("cut", "modes", "corrections")


def ask_cut(text: "Text | Counts", section: str, view: str) -> Answer:
    """Return one of the views.

    Args:
        text: The text.
        section: Its section; empty for all of it.
        view: One of `VIEWS`.

    Raises:
        TextLabError: The text is known by counts only, is not cut, or is too long for
            comparing modes.
    """
    from yandu import textlab

    if view == "corrections":
        return answer_of(textlab.corrections(), "textlab.corrections()", words=False)
    if view == "modes":
        table = textlab.compare_cuts(text, sections=[section] if section else None)
        return answer_of(table, table.made, words=False)
    return _cut(text, section)


def _cut(text: "Text | Counts", section: str) -> Answer:
    """Show each sentence with its borders; only the page that is shown is laid out."""
    from yandu.textlab import Table, UncutTextError
    from yandu.textlab.results.made import source_of
    from yandu.textlab.texts.text import in_full

    text = in_full(text)
    chosen = [one for one in text.sentences if section in ("", one.section)]
    for sentence in chosen:
        if sentence.tokens is None:
            raise UncutTextError(sentence=sentence.id)
    caption = both(
        "lab.cut_caption",
        n=sum(len(sentence.tokens or ()) for sentence in chosen),
        title_zh=text.title["zh"],
        title_en=text.title["en"],
    )

    def page(start: int, size: int) -> "Table":
        lines = chosen[start : start + size]
        return Table(
            {
                "sentence": [sentence.id for sentence in lines],
                "cut": [" / ".join(sentence.tokens or ()) for sentence in lines],
            },
            caption=caption,
            kinds={"sentence": "head", "cut": "text"},
        )

    made = f"[sentence.tokens for sentence in {source_of(text)}.sentences]"
    return Answer(n=len(chosen), page=page, made=made, size=LINES, words=False)
