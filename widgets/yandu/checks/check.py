"""The check widget: an item, the learner's acts on it, and what comes of them."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import traitlets

from yandu.card import Card, html_pair
from yandu.checks.state import item_view
from yandu.items import Item, Response, ResponseError, Score
from yandu.messages import Bilingual, both, shown
from yandu.progress import CONFIDENCES, Attempt, ItemState, Store
from yandu.settings import Settings

LARGEST_SEED = 2**31


@dataclass(frozen=True)
class CheckContext:
    """What a check needs of its lesson.

    Attributes:
        lesson_id: The lesson's id.
        places: Paragraph number, as text, to cell id, for links into the text.
        store: Where attempts are kept.
        on_attempt: Called after each attempt, when its feedback is on its way.
        sentences: Sentence id to sentence, of the whole lesson.
        settings: Returns the learner's settings as they are now.
    """

    lesson_id: str
    places: dict[str, str]
    store: Store
    on_attempt: Callable[[], None]
    sentences: Mapping[str, str] = field(default_factory=dict)
    settings: Callable[[], Settings] = Settings


class Check(Card):
    """One item, live. Its state is what `item_view` makes of the store.

    Subclasses, one for each family of kinds, set `_esm` and `_css` and say what is left
    of their inputs without a kernel (`fallback_inputs`).
    """

    label_section = traitlets.Unicode("check").tag(sync=True)

    def __init__(self, item: Item, context: CheckContext) -> None:
        self._item = item
        self._context = context
        self._seed = new_seed()
        number = int(item.id.partition("-q")[2] or 0)  # one's own passage has none
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
            **self.public(),
        }
        super().__init__(item.id, content)
        self.refresh()

    def public(self) -> dict[str, Any]:
        """Return the kind's part of the content: never the key."""
        return self._item.public()

    def refresh(self) -> None:
        """Show the item as the store has it."""
        self.state = self._view()

    def act_draft(self, message: dict[str, Any]) -> dict[str, Any]:
        """Keep what stands in the card and is not yet checked."""
        return self._keep(message)

    def act_hint(self, message: dict[str, Any]) -> dict[str, Any]:
        """Show one more hint."""
        n_hints = min(self._kept().n_hints + 1, len(self._item.hints))
        return self._keep(message, n_hints=n_hints)

    def act_retry(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open the card again, in a new order, with the last response still in it."""
        last = self._last()
        if last is None:
            return self._view()
        return self._save(
            response=last.response,
            is_solution_shown=False,
            confidence="",
            seed=new_seed(),
        )

    def act_solution(self, message: dict[str, Any]) -> dict[str, Any]:
        """Show the solution, to whom has attempted the item."""
        if self._last() is None:
            return self._view()
        return self._save(is_solution_shown=True)

    def act_check(self, message: dict[str, Any]) -> dict[str, Any]:
        """Score a response and record the attempt."""
        try:
            response = self._item.parse(message.get("response"))
        except ResponseError as error:
            return self._refused(error)
        if self._item.is_empty(response):
            return {**self._view(), "problem": shown("check.empty")}
        return self.record(response, self._item.score(response), message)

    def record(
        self, response: Response, score: Score, message: dict[str, Any]
    ) -> dict[str, Any]:
        """Record an attempt, close the card, and return what is now to be seen."""
        kept = self._kept()
        attempt = Attempt(
            item_id=self._item.id,
            lesson_id=self._context.lesson_id,
            response=response,
            score=score.points,
            maximum=score.maximum,
            outcome=score.outcome.value,
            n_hints=kept.n_hints,
            at=datetime.now(UTC),
            confidence=_confidence(message),
            seed=kept.seed,
        )
        is_saved = self._context.store.record(attempt)
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

    def _keep(self, message: dict[str, Any], **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - ItemState's
        """Keep the draft of a message; one that cannot be read leaves the last one."""
        try:
            changes["response"] = self._item.parse(message.get("response"))
        except ResponseError as error:
            return self._refused(error)
        return self._save(confidence=_confidence(message), **changes)

    def _save(self, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - ItemState's
        is_saved = self._context.store.save_state(replace(self._kept(), **changes))
        return {**self._view(), "is_saved": is_saved}

    def _refused(self, error: ResponseError) -> dict[str, Any]:
        text: Bilingual = error.text
        return {**self._view(), "problem": text}

    def _last(self) -> Attempt | None:
        attempts = self._context.store.attempts(item_id=self._item.id)
        return attempts[-1] if attempts else None

    def _kept(self) -> ItemState:
        kept = self._context.store.state(self._item.id) or ItemState(self._item.id)
        return replace(kept, seed=kept.seed or self._seed)

    def _view(self) -> dict[str, Any]:
        asks = self._context.settings().asks_confidence
        return item_view(self._item, self._last(), self._kept(), asks_confidence=asks)


def new_seed() -> int:
    """Return a seed for the order of an item's parts, at least 1."""
    return random.randrange(1, LARGEST_SEED)


def _confidence(message: dict[str, Any]) -> str:
    """Return the confidence of a message; anything unknown counts as not stated."""
    stated = message.get("confidence")
    return stated if isinstance(stated, str) and stated in CONFIDENCES else ""
