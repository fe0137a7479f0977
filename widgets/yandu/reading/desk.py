"""The desk's bar: English, terms, code, settings; the learner's place; notices."""

from collections.abc import Callable
from typing import Any

import traitlets

from yandu.card import Card, html_pair, load_css, load_esm
from yandu.content import Course, Lesson, Term
from yandu.messages import Bilingual, both, fixed_language, language, shown
from yandu.progress import Place, Store
from yandu.settings import Settings


class Desk(Card):
    """The bar of one lesson, with what must be told at its top.

    It keeps the learner's place: the lab extension reports it and restores it, the
    store remembers it. The lesson's terms are sent when they are asked for, so that a
    lesson that is only read does not carry its glossary about.

    Args:
        course: The course's content.
        lesson: The lesson whose bar it is.
        store: Where the learner's place is kept.
        broken: Ids of the items that have faults and were not loaded.
        settings: Returns the learner's settings as they are now.
        change_setting: Changes a setting by name everywhere, and returns whether it is
            saved; raises ValueError for what is no setting.
    """

    _esm = load_esm("reading/desk.js")
    _css = load_css("reading/desk.css")
    label_section = traitlets.Unicode("desk").tag(sync=True)

    def __init__(
        self,
        course: Course,
        lesson: Lesson,
        store: Store,
        broken: tuple[str, ...],
        settings: Callable[[], Settings],
        change_setting: Callable[[str, object], bool],
    ) -> None:
        self._course = course
        self._lesson = lesson
        self._store = store
        self._broken = broken
        self._settings = settings
        self._change_setting = change_setting
        self._terms = course.terms_of(lesson)
        super().__init__(f"{lesson.id}-read", {})
        self.refresh()

    def refresh(self) -> None:
        """Take place, notices and settings as they are now."""
        place = self._store.place(self._lesson.id)
        self.content = {
            "places": {str(p.number): p.id for p in self._lesson.paragraphs},
            "place": {"cell": place.cell_id, "offset": place.offset} if place else None,
            "n_terms": len(self._terms),
            "notices": self._notices(),
        }
        self.state = self._view(with_terms="terms" in self.state)

    def act_place(self, message: dict[str, Any]) -> dict[str, Any]:
        """Remember where the learner is; a place that is none is passed over."""
        cell, offset = message.get("cell"), message.get("offset")
        is_known = isinstance(cell, str) and self._lesson.notebook.cell(cell)
        if is_known and isinstance(offset, int | float):
            self._store.save_place(self._lesson.id, Place(str(cell), float(offset)))
        return dict(self.state)

    def act_terms(self, message: dict[str, Any]) -> dict[str, Any]:
        """Send the terms of this lesson."""
        return self._view(with_terms=True)

    def act_setting(self, message: dict[str, Any]) -> dict[str, Any]:
        """Change a setting, for the whole page; what is none is passed over."""
        try:
            is_saved = self._change_setting(
                str(message.get("name")), message.get("value")
            )
        except ValueError:
            return dict(self.state)
        return {**self.state, "is_saved": is_saved}

    def fallback(self) -> str:
        """Return what the bar would say: how many terms there are."""
        return html_pair(both("desk.fallback", n_terms=len(self._terms)))

    def _view(self, *, with_terms: bool) -> dict[str, Any]:
        view: dict[str, Any] = {
            "language": language(),
            "is_language_fixed": fixed_language() is not None,
            "asks_confidence": self._settings().asks_confidence,
        }
        if with_terms:
            view["terms"] = [self._term(term) for term in self._terms]
        return view

    def _notices(self) -> list[Bilingual]:
        told = [shown(notice.key, **notice.values) for notice in self._store.notices]
        if self._broken:
            items = "、".join(self._broken)
            told.append(shown("desk.missing_items", n=len(self._broken), items=items))
        return told

    def _term(self, term: Term) -> dict[str, Any]:
        forms = (term.zh, *term.variants)
        return {
            "zh": term.zh,
            "pinyin": term.pinyin,
            "en": term.en,
            "en_status": shown(f"term.{term.en_status}"),
            "explanation": term.explanation,
            "origin": self._steps(term),
            "paragraphs": [
                str(paragraph.number)
                for paragraph in self._lesson.paragraphs
                if any(form in paragraph.text for form in forms)
            ],
            "sources": [self._cite(source) for source in term.sources],
        }

    def _steps(self, term: Term) -> list[dict[str, Any]]:
        """Return the dated steps of a term, oldest first, with their sources."""
        steps = [*term.earlier, *([term.origin] if term.origin else [])]
        dated = [
            {"date": step.date, "text": step.text, "source": step.source}
            for step in sorted(steps, key=lambda step: step.date)
        ]
        if term.origin is None:
            return [
                *dated,
                {"date": "", "text": shown("term.unverified"), "source": ""},
            ]
        return dated

    def _cite(self, source_id: str) -> str:
        source = self._course.sources.get(source_id)
        if source is None:
            return f"[{source_id}]"
        title = source.title["zh"] or source.title["en"]
        parts = (source.publisher["zh"], title, source.date)
        return f"[{source_id}] " + "，".join(part for part in parts if part)
