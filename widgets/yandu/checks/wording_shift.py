"""Two versions of a formula: what changed, and how."""

from html import escape

from yandu.card import html_list, load_css, load_esm
from yandu.checks.check import Check
from yandu.checks.mark_tokens import cut_passage
from yandu.items.wording_shift import VERSIONS


class WordingShiftCheck(Check):
    """An item answered by marking words and by choosing kinds of change."""

    _esm = load_esm("checks/wording_shift.js")
    _css = load_css("checks/choice.css", "checks/marks.css")

    def fallback_inputs(self) -> str:
        """Return both versions with their dates, and the kinds of change as a list."""
        versions = "".join(
            f"<p>{escape(version['date'])} {escape(version['source']['zh'])}</p>"
            f"<p>{cut_passage(version['pieces'])}</p>"
            for version in (self.content[name] for name in VERSIONS)
        )
        changes = (change["text"]["zh"] for change in self.content["changes"])
        return versions + html_list(changes)
