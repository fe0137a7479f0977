"""Segmentation: cuts between the characters of a string."""

from html import escape

from yandu.card import html_pair, load_css, load_esm
from yandu.checks.check import Check
from yandu.items.segmentation import Segmentation
from yandu.messages import both

#: What stands between two characters on paper.
DOT = " · "


class SegmentationCheck(Check):
    """An item answered by cutting a string into words."""

    _esm = load_esm("checks/segmentation.js")
    _css = load_css("checks/segmentation.css")
    _item: Segmentation

    def fallback_inputs(self) -> str:
        """Return the string with a dot at each place, to be marked on paper."""
        dotted = DOT.join(self._item.text)
        return f"{html_pair(both('check.cut_on_paper'))}<p>{escape(dotted)}</p>"
