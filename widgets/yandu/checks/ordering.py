"""Ordering: elements that are moved until they stand in order."""

from html import escape

from yandu.card import load_css, load_esm
from yandu.checks.check import Check


class OrderingCheck(Check):
    """An item answered by putting elements in order."""

    _esm = load_esm("checks/ordering.js")
    _css = load_css("checks/ordering.css")

    def fallback_inputs(self) -> str:
        """Return the elements as a list, each with a blank for its number."""
        elements = "".join(
            f"<li>＿＿ {escape(element['text']['zh'])}</li>"
            for element in self.content["elements"]
        )
        return f"<ul>{elements}</ul>"
