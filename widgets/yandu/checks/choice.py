"""Single choice, multiple choice, and true / false / not given."""

from yandu.card import html_list, load_css, load_esm
from yandu.checks.check import Check


class ChoiceCheck(Check):
    """An item answered by choosing options."""

    _esm = load_esm("checks/choice.js")
    _css = load_css("checks/choice.css")

    def fallback_inputs(self) -> str:
        """Return the options as a list."""
        return html_list(option["text"]["zh"] for option in self.content["options"])
