"""Marking the words of a passage."""

from html import escape
from itertools import pairwise
from typing import Any

from yandu.card import html_list, load_css, load_esm
from yandu.checks.check import Check

CUT = '<span class="yd-en"> / </span>'


class MarkTokensCheck(Check):
    """An item answered by marking words."""

    _esm = load_esm("checks/mark_tokens.js")
    _css = load_css("checks/marks.css")

    def fallback_inputs(self) -> str:
        """Return the labels, if there are several, and the passage with its cuts."""
        labels = [label["text"]["zh"] for label in self.content["labels"]]
        shown = html_list(labels) if len(labels) > 1 else ""
        return f"{shown}<p>{cut_passage(self.content['pieces'])}</p>"


def cut_passage(pieces: list[dict[str, Any]]) -> str:
    """Return a passage as HTML, with a light stroke between words that meet."""
    return escape(pieces[0]["text"]) + "".join(
        f"{CUT if 'id' in one and 'id' in other else ''}{escape(other['text'])}"
        for one, other in pairwise(pieces)
    )
