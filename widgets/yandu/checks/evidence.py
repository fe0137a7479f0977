"""Picking sentences of the lesson's text as evidence."""

from html import escape
from typing import Any

from yandu.card import load_css, load_esm
from yandu.checks.check import Check
from yandu.messages import both


class EvidenceCheck(Check):
    """An item answered by picking sentences, whose text is the lesson's."""

    _esm = load_esm("checks/evidence.js")
    _css = load_css("checks/marks.css")

    def public(self) -> dict[str, Any]:
        """Return the sentences by paragraph, as the lesson has them now.

        One that the lesson no longer has stands as the bank remembers it. `skips` says
        that something of the paragraph has been left out before a sentence.
        """
        numbers = {cell: number for number, cell in self._context.places.items()}
        paragraphs: dict[str, list[dict[str, Any]]] = {}
        places: dict[str, int] = {}
        for offered in self._item.public()["sentences"]:
            paragraph, _, place = offered["id"].rpartition(".")
            skips = int(place) > places.get(paragraph, 0) + 1
            places[paragraph] = int(place)
            sentence = {"id": offered["id"], "text": self._text(**offered)}
            paragraphs.setdefault(paragraph, []).append({**sentence, "skips": skips})
        return {
            "text": [
                {"number": numbers.get(paragraph, ""), "sentences": sentences}
                for paragraph, sentences in paragraphs.items()
            ]
        }

    def fallback_inputs(self) -> str:
        """Return the sentences, numbered, under the number of their paragraph."""
        shown, n_before = "", 0
        for paragraph in self.content["text"]:
            label = both("card.nth_paragraph", number=paragraph["number"])["zh"]
            rows = "".join(
                f"<li>{escape(sentence['text'])}</li>"
                for sentence in paragraph["sentences"]
            )
            heading = f"<p>{escape(label)}</p>" if paragraph["number"] else ""
            shown += f'{heading}<ol start="{n_before + 1}">{rows}</ol>'
            n_before += len(paragraph["sentences"])
        return shown

    def _text(self, id: str, begins: str) -> str:
        remembered = both("item.remembered", begins=begins)["zh"]
        return self._context.sentences.get(id, remembered)
