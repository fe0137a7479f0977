"""What a check shows: a pure function of the item and of what the store holds."""

from typing import Any

from yandu.items import Item, Outcome, Remark, Response, ResponseError, Score
from yandu.messages import Bilingual, shown
from yandu.progress import Attempt, ItemState

SIGNS = {Outcome.CORRECT: "✓", Outcome.PARTIAL: "◐", Outcome.INCORRECT: "✗"}


def item_view(
    item: Item, last: Attempt | None, kept: ItemState, *, asks_confidence: bool = True
) -> dict[str, Any]:
    """Return the state of a check as JSON for the browser.

    Args:
        item: The item.
        last: The latest attempt, if there is one.
        kept: What stands in the card besides attempts. A response in it is a draft:
            then the card is open for an answer, and feedback waits.
        asks_confidence: Whether the learner wants to be asked.

    Returns:
        ``response``, ``is_open``, ``has_attempt``, ``order``, ``confidence``,
        ``asks_confidence`` and ``hints`` as far as shown; with a standing attempt also
        ``outcome``, ``sign``, ``verdict``, ``comment``, ``remarks`` and what the kind
        adds, and ``rationale`` and ``solution`` as soon as the learner has earned or
        asked for them. Nothing of the key before an attempt. ``changed`` if the last
        response no longer fits the item.
    """
    draft = _parsed(item, kept.response)
    answered = _parsed(item, last.response) if last else None
    is_open = draft is not None or answered is None
    shows = kept if is_open or last is None else last
    view: dict[str, Any] = {
        "response": draft if is_open else answered,
        "is_open": is_open,
        "has_attempt": answered is not None,
        "order": item.arrange(shows.seed),
        "confidence": shows.confidence,
        "asks_confidence": asks_confidence,
        "hints": list(item.hints[: kept.n_hints]),
    }
    if last and answered is None and draft is None:
        view["changed"] = shown("check.changed")
    if not is_open:
        view |= _feedback(item, answered)
    if answered is not None and kept.is_solution_shown and not is_open:
        view |= {"solution": item.solution(), "rationale": item.rationale}
    if "rationale" in view:
        view |= item.revealed(answered)
    return view


def _feedback(item: Item, response: Response) -> dict[str, Any]:
    score = item.score(response)
    view: dict[str, Any] = {
        "outcome": score.outcome.value,
        "sign": SIGNS[score.outcome],
        "verdict": verdict_text(score),
        "comment": item.comment(score),
        "remarks": [_remark(remark) for remark in item.feedback(response)],
        **item.extras(response),
    }
    if score.outcome is Outcome.CORRECT:
        view["rationale"] = item.rationale
    return view


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "part": remark.part,
        "label": remark.label,
        "verdict": remark.verdict.value,
        "text": remark.text,
        "allowances": [shown(f"allowance.{key}") for key in remark.allowances],
    }


def verdict_text(score: Score) -> Bilingual:
    """Return the verdict in words; points are cut, not rounded up to what they miss."""
    points, maximum = f"{int(100 * score.points) / 100:g}", f"{score.maximum:g}"
    return shown(f"check.{score.outcome.value}", points=points, maximum=maximum)


def _parsed(item: Item, response: object) -> Response | None:
    """Return a stored response, or None if its item has changed and refuses it."""
    if response is None:
        return None
    try:
        return item.parse(response)
    except ResponseError:
        return None
