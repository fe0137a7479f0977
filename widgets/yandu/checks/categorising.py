"""Categorising: entries sorted into bins."""

from html import escape

from yandu.card import html_list, load_css, load_esm
from yandu.checks.check import Check


class CategorisingCheck(Check):
    """An item answered by choosing a bin for each entry."""

    _esm = load_esm("checks/categorising.js")
    _css = load_css("checks/categorising.css")

    def fallback_inputs(self) -> str:
        """Return a table to tick: a row for each entry, a column for each bin."""
        bins = self.content["bins"]
        head = "".join(f'<th scope="col">{escape(b["text"]["zh"])}</th>' for b in bins)
        boxes = "<td>□</td>" * len(bins)
        rows = "".join(
            f'<tr><th scope="row">{escape(entry["text"]["zh"])}</th>{boxes}</tr>'
            for entry in self.content["entries"]
        )
        return (
            f"<table><thead><tr><td></td>{head}</tr></thead>"
            f"<tbody>{rows}</tbody></table>{self._meanings()}"
        )

    def _meanings(self) -> str:
        """Return what belongs into each bin, where the bank says so."""
        lines = [
            f"{b['text']['zh']}：{b['meaning']['zh']}"
            for b in self.content["bins"]
            if b["meaning"]["zh"]
        ]
        return html_list(lines) if lines else ""
