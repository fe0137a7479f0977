"""Cloze: gaps in a set phrase."""

from html import escape

from yandu.card import load_css, load_esm
from yandu.checks.check import Check


class ClozeCheck(Check):
    """An item answered by typing into gaps."""

    _esm = load_esm("checks/cloze.js")
    _css = load_css("checks/gap.css")

    def fallback_inputs(self) -> str:
        """Return the text with a line of underscores for each gap."""
        pieces = (
            "＿" * piece["size"] if "gap" in piece else escape(piece["text"])
            for piece in self.content["pieces"]
        )
        return f"<p>{''.join(pieces)}</p>"
