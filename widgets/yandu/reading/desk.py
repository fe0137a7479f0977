"""The desk's bar: what the page shows, terms, settings; the place; notices."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import traitlets

from yandu.card import Card, load_css, load_esm
from yandu.content import Course, Lesson
from yandu.messages import Bilingual, fixed_language, language, shown
from yandu.progress import Place, Store
from yandu.reading.cards import term_entry, term_list
from yandu.settings import VIEW, Settings

if TYPE_CHECKING:
    from yandu.reading.page import Page


class Desk(Card):
    """The bar of one lesson, with what must be told at its top.

    It keeps the learner's place: the lab extension reports it and restores it, the
    store remembers it. The lesson's terms are sent when they are asked for, so that a
    lesson that is only read does not carry its glossary about. What the lab extension
    asks while it works on the text is handed on to a `Page`.

    Args:
        course: The course's content.
        lesson: The lesson whose bar it is.
        store: Where the learner's place is kept.
        broken: Ids of the items that have faults and were not loaded.
        settings: Returns the learner's settings as they are now.
        change_setting: Changes a setting by name everywhere, and returns whether it is
            saved; raises ValueError for what is no setting.
    """

    _esm = load_esm("reading/glossary.js", "reading/bar.js", "reading/desk.js")
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
        """Return the lesson's terms, folded: what stays readable without a kernel."""
        return term_list(self._terms)

    def _receive(self, _: object, message: dict[str, Any], buffers: object) -> None:
        if "ask" not in message:
            super()._receive(_, message, buffers)
            return
        self.send({**self._page.answer(message), "turn": message.get("turn")})

    @cached_property
    def _page(self) -> "Page":
        # Imported when the page first asks: what it needs of the text lab can wait
        # until the lesson stands.
        from yandu.reading.page import Page

        return Page(self._course, self._lesson, self._store, self._set_view)

    def _set_view(self, name: str, value: object) -> bool:
        if name not in VIEW:
            msg = f"nothing on the page is called {name!r}"
            raise ValueError(msg)
        is_saved = self._change_setting(name, value)
        settings = self._settings()
        view = {name: getattr(settings, name) for name in VIEW}
        self.state = {**self.state, "view": view}
        return is_saved

    def _view(self, *, with_terms: bool) -> dict[str, Any]:
        settings = self._settings()
        view: dict[str, Any] = {
            "view": {name: getattr(settings, name) for name in VIEW},
            "language": language(),
            "is_language_fixed": fixed_language() is not None,
            "asks_confidence": settings.asks_confidence,
        }
        if with_terms:
            view["terms"] = [
                term_entry(self._course, self._lesson, term) for term in self._terms
            ]
        return view

    def _notices(self) -> list[Bilingual]:
        told = [shown(notice.key, **notice.values) for notice in self._store.notices]
        if self._broken:
            items = "、".join(self._broken)
            told.append(shown("desk.missing_items", n=len(self._broken), items=items))
        return told
