"""The check widget: an item, the learner's acts on it, and what comes of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from yandu.card import Card, html_pair
from yandu.checks.state import item_view
from yandu.items import Item, ResponseError
from yandu.messages import both
from yandu.progress import Attempt, ItemState, Store


@dataclass(frozen=True)
class CheckContext:
    """What a check needs of its lesson.

    Attributes:
        lesson_id: The lesson's id.
        places: Paragraph number, as text, to cell id, for links into the text.
        store: Where attempts are kept.
        on_attempt: Called after each attempt, when its feedback is on its way.
    """

    lesson_id: str
    places: dict[str, str]
    store: Store
    on_attempt: Callable[[], None]


class Check(Card):
    """One item, live. Its state is what `item_view` makes of the store."""

    label_section = "check"

    def __init__(self, item: Item, context: CheckContext) -> None:
        self._item = item
        self._context = context
        number = int(item.id.partition("-q")[2])
        content = {
            "id": item.id,
            "number": number,
            "stem": item.stem,
            "n_hints": len(item.hints),
            "places": context.places,
            "paragraphs": [
                number
                for number, cell in context.places.items()
                if cell in item.paragraphs
            ],
            **item.public(),
        }
        super().__init__(item.id, content)
        self.refresh()

    def refresh(self) -> None:
        """Show the item as the store has it."""
        self.state = self._view()

    def act_draft(self, message: dict[str, Any]) -> dict[str, Any]:
        """Keep what stands in the card and is not yet checked."""
        return self._keep(response=self._parse(message))

    def act_hint(self, message: dict[str, Any]) -> dict[str, Any]:
        """Show one more hint."""
        n_hints = min(self._kept().n_hints + 1, len(self._item.hints))
        return self._keep(n_hints=n_hints, response=self._parse(message))

    def act_retry(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open the card again, with the last response still in it."""
        last = self._last()
        return self._keep(response=last.response if last else None)

    def act_solution(self, message: dict[str, Any]) -> dict[str, Any]:
        """Show the solution, to whom has attempted the item."""
        if self._last() is None:
            return self._view()
        return self._keep(is_solution_shown=True)

    def act_check(self, message: dict[str, Any]) -> dict[str, Any]:
        """Score a response and record the attempt."""
        response = self._parse(message)
        if response is None or self._item.is_empty(response):
            return {**self._view(), "problem": both("check.empty")}
        score = self._item.score(response)
        attempt = Attempt(
            item_id=self._item.id,
            lesson_id=self._context.lesson_id,
            response=response,
            score=score.points,
            maximum=score.maximum,
            outcome=score.outcome.value,
            n_hints=self._kept().n_hints,
            at=datetime.now(UTC),
        )
        is_saved = self._context.store.record(attempt)
        kept = self._kept()
        if kept.response is not None:
            self._context.store.save_state(replace(kept, response=None))
        return {**self._view(), "is_saved": is_saved}

    def acted(self, act: str) -> None:
        """Tell the lesson of an attempt."""
        if act == "check":
            self._context.on_attempt()

    def fallback(self) -> str:
        """Return number and stem, and whatever the family shows of its inputs."""
        title = both("check.title", number=self.content["number"])["zh"]
        return (
            f"<p><strong>{title}</strong></p>{html_pair(self._item.stem)}"
            f"{self.fallback_inputs()}{super().fallback()}"
        )

    def fallback_inputs(self) -> str:
        """Return the inputs as HTML, without a key; by default there are none."""
        return ""

    def _parse(self, message: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        try:
            return self._item.parse(message.get("response"))
        except ResponseError:
            # Only a damaged page can send one; the stored response stands.
            return self._kept().response

    def _last(self) -> Attempt | None:
        attempts = self._context.store.attempts(item_id=self._item.id)
        return attempts[-1] if attempts else None

    def _kept(self) -> ItemState:
        kept = self._context.store.state(self._item.id)
        return kept or ItemState(self._item.id, None, 0, is_solution_shown=False)

    def _keep(self, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - ItemState's
        is_saved = self._context.store.save_state(replace(self._kept(), **changes))
        return {**self._view(), "is_saved": is_saved}

    def _view(self) -> dict[str, Any]:
        return item_view(self._item, self._last(), self._kept())
