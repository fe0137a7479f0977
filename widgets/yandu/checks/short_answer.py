"""Short answer: one blank."""

from html import escape

from yandu.card import load_css, load_esm
from yandu.checks.check import Check


class ShortAnswerCheck(Check):
    """An item answered by typing a term, a number, a year or a date."""

    _esm = load_esm("checks/short_answer.js")
    _css = load_css("checks/gap.css")

    def fallback_inputs(self) -> str:
        """Return a line to write on between the words beside it."""
        before, after = (escape(self.content[at]["zh"]) for at in ("before", "after"))
        return f"<p>{before}{'＿' * self.content['size']}{after}</p>"
