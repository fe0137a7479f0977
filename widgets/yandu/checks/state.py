"""What a check shows: a pure function of the item and of what the store holds."""

from typing import Any

from yandu.items import Item, Outcome, ResponseError, Score
from yandu.messages import both
from yandu.progress import Attempt, ItemState

SIGNS = {Outcome.CORRECT: "✓", Outcome.PARTIAL: "◐", Outcome.INCORRECT: "✗"}


def item_view(item: Item, last: Attempt | None, kept: ItemState) -> dict[str, Any]:
    """Return the state of a check as JSON for the browser.

    Args:
        item: The item.
        last: The latest attempt, if there is one.
        kept: What stands in the card besides attempts. A response in it is a draft:
            then the card is open for an answer, and feedback waits.

    Returns:
        ``response`` and ``is_open`` always, ``hints`` as far as shown,
        ``has_attempt``; with a standing attempt also ``outcome``, ``sign``,
        ``verdict``, ``remarks``, and ``rationale`` and ``solution`` as soon as the
        learner has earned or asked for them. Nothing of the key before an attempt.
    """
    draft = _parsed(item, kept.response)
    answered = _parsed(item, last.response) if last else None
    is_open = draft is not None or answered is None
    view: dict[str, Any] = {
        "response": draft if is_open else answered,
        "is_open": is_open,
        "has_attempt": answered is not None,
        "hints": list(item.hints[: kept.n_hints]),
    }
    if not is_open:
        view |= _feedback(item, answered)
    if answered is not None and kept.is_solution_shown and not is_open:
        view |= {"solution": item.solution(), "rationale": item.rationale}
    return view


def _feedback(item: Item, response: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    score = item.score(response)
    view: dict[str, Any] = {
        "outcome": score.outcome.value,
        "sign": SIGNS[score.outcome],
        "verdict": _verdict(score),
        "remarks": [
            {
                "part": remark.part,
                "label": remark.label,
                "verdict": remark.verdict.value,
                "text": remark.text,
                "allowances": [both(f"allowance.{key}") for key in remark.allowances],
            }
            for remark in item.feedback(response)
        ],
    }
    if score.outcome is Outcome.CORRECT:
        view["rationale"] = item.rationale
    return view


def _verdict(score: Score) -> dict[str, str]:
    points, maximum = f"{score.points:g}", f"{score.maximum:g}"
    texts = both(f"check.{score.outcome.value}", points=points, maximum=maximum)
    return {"zh": texts["zh"], "en": texts["en"]}


def _parsed(item: Item, response: object) -> Any:  # noqa: ANN401 - JSON
    """Return a stored response, or None if its item has changed and refuses it."""
    if response is None:
        return None
    try:
        return item.parse(response)
    except ResponseError:
        return None
