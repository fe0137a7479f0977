"""Putting pieces into slots: cloze with a word bank, matching, punctuation."""

import re
from html import escape
from typing import Any

from yandu.card import html_list, load_css, load_esm
from yandu.checks.check import Check

BLANK = "＿＿"
#: What must not end a line, and what must not start one.
OPENING = re.compile(r"[「『（《〈【“‘]+$")
CLOSING = re.compile(r"^[，。、；：？！」』）》〉】”’…—]+")
#: Before a mark also the character that it belongs to stays with it.
BEFORE_MARK = re.compile(r"[「『（《〈【“‘]*.$", re.DOTALL)

#: A text, a slot, or a list of both that must stand on one line.
Part = str | dict[str, str] | list[Any]


class AssignCheck(Check):
    """An item answered by putting pieces into slots, in a text or in rows."""

    _esm = load_esm("checks/assign.js")
    _css = load_css("checks/assign.css")

    def public(self) -> dict[str, Any]:
        """Return what the item shows, a text cut where lines may break."""
        public = super().public()
        if "parts" not in public:
            return public
        is_marks = public.get("is_marks", False)
        return {**public, "parts": unbroken(public["parts"], is_marks=is_marks)}

    def fallback_inputs(self) -> str:
        """Return the text with blanks, or the rows, and the pieces to choose from."""
        pieces = [piece["text"]["zh"] for piece in self.content["pieces"]]
        if "rows" not in self.content:
            text = "".join(map(_plain, self.content["parts"]))
            return f"<p>{text}</p>{html_list(pieces)}"
        rows = (f"{row['text']['zh']} {BLANK}" for row in self.content["rows"])
        return html_list(rows, "ol") + html_list(pieces, "ol", "A")


def unbroken(parts: list[dict[str, str]], *, is_marks: bool) -> list[Part]:
    """Return parts of a text such that no line begins or ends where it must not.

    Each slot is put into a list with what stands beside it and must stay there: opening
    quotation marks before it, closing ones and other marks behind it and, if it is for
    a mark itself, the character before it.
    """
    before = BEFORE_MARK if is_marks else OPENING
    made: list[Part] = []
    run: list[Any] = []
    for place, part in enumerate(parts, start=1):
        if "slot" in part:
            run.append(part)
            continue
        text = part["text"]
        closing = CLOSING.match(text) if run else None
        if closing:
            run.append(closing.group())
            text = text[closing.end() :]
        if text:
            opening = before.search(text) if place < len(parts) else None
            start = opening.start() if opening else len(text)
            made += [run, text[:start]]
            run = [opening.group()] if opening else []
    return [part for part in [*made, run] if part]


def _plain(part: Part) -> str:
    if isinstance(part, str):
        return escape(part)
    return BLANK if isinstance(part, dict) else "".join(map(_plain, part))
