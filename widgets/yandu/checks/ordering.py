"""Ordering: elements that are moved until they stand in order."""

from yandu.card import html_list, load_css, load_esm
from yandu.checks.check import Check


class OrderingCheck(Check):
    """An item answered by putting elements in order."""

    _esm = load_esm("checks/ordering.js")
    _css = load_css("checks/ordering.css")

    def fallback_inputs(self) -> str:
        """Return the elements as a list, each with a blank for its number."""
        elements = self.content["elements"]
        return html_list(f"＿＿ {element['text']['zh']}" for element in elements)
