"""Open response: write, then mark yourself by a rubric beside model responses."""

from typing import Any

from yandu.card import load_css, load_esm
from yandu.checks.check import Check, new_seed
from yandu.items import ResponseError
from yandu.items.open_response import OpenResponse, n_written
from yandu.messages import Bilingual, shown

#: A reference mark, in place of the signs for right and wrong.
SIGN = "※"
#: A line to write on, where there is no kernel.
LINE = "＿" * 20


class OpenResponseCheck(Check):
    """An item that its learner marks, in two steps on one button.

    The first commits the text, and only then do rubric and models leave the kernel; the
    second, once every criterion is marked, records the attempt. How sure one is of a
    text that nobody else marks is not asked.
    """

    _esm = load_esm("checks/open_response.js")
    _css = load_css("checks/open_response.css")
    _item: OpenResponse

    def act_check(self, message: dict[str, Any]) -> dict[str, Any]:
        """Commit the text; then, with all marks there, record the attempt."""
        message = self._sealed(message)
        try:
            draft = self._item.parse(message.get("response"))
        except ResponseError as error:
            return self._refused(error)
        if not self._item.is_long_enough(draft):
            n, least = n_written(draft["text"]), self._item.least
            problem = shown("check.open_too_short", n=n, least=least)
            return self._not_yet(message, problem)
        if "is_committed" not in draft:
            return self._save(response={**draft, "is_committed": True})
        left = [row.criterion for row in self._item.unmarked(draft)]
        if left:
            zh = "、".join(name["zh"] for name in left)
            en = ", ".join(name["en"] for name in left)
            problem = shown("check.open_unmarked", names_zh=zh, names_en=en)
            return self._not_yet(message, problem)
        return self.record(draft, self._item.score(draft), message)

    def act_retry(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open the card again with the text, to be changed and marked anew."""
        view = self._view()
        if view["is_open"]:
            return view
        again = {**view["response"], "marks": {}, "is_committed": True}
        return self._save(response=again, confidence="", seed=new_seed())

    def fallback_inputs(self) -> str:
        """Return lines to write on."""
        return f"<p>{'<br>'.join([LINE] * self.content['lines'])}</p>"

    def make_labels(self) -> dict[str, Bilingual]:
        """Call the rationale a closing note: there is no key of which it speaks."""
        return {"rationale": shown("check.open_note")}

    def _keep(self, message: dict[str, Any], **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - as the base
        return super()._keep(self._sealed(message), **changes)

    def _not_yet(self, message: dict[str, Any], problem: Bilingual) -> dict[str, Any]:
        return {**self._keep(message), "problem": problem}

    def _sealed(self, message: dict[str, Any]) -> dict[str, Any]:
        """Return a message in which the kernel says whether the text is committed.

        Before that nothing can have been marked.
        """
        response = message.get("response")
        if not isinstance(response, dict):
            return message
        sealed = {name: response[name] for name in response if name != "is_committed"}
        if "rubric" in self._view():
            sealed["is_committed"] = True
        else:
            sealed["marks"] = {}
        return {**message, "response": sealed}

    def _view(self) -> dict[str, Any]:
        view = {**super()._view(), "asks_confidence": False}
        is_open, response = view["is_open"], view["response"]
        is_committed = response is not None and "is_committed" in response
        if is_committed or not is_open:
            view |= self._references()
        if is_open:
            name = "check.open_record" if is_committed else "check.open_commit"
            return {**view, "main": shown(name)}
        score = self._item.score(response)
        points, maximum = f"{score.points:g}", f"{score.maximum:g}"
        return {
            **view,
            "sign": SIGN,
            "verdict": shown("check.open_verdict", points=points, maximum=maximum),
            "rationale": self._item.rationale,
            "solution": {},  # there is none to be asked for
        }

    def _references(self) -> dict[str, Any]:
        places = self._context.places.items()
        return {
            "rubric": [
                {
                    "id": row.id,
                    "criterion": row.criterion,
                    "full": row.full,
                    "partial": row.partial,
                }
                for row in self._item.rubric
            ],
            "models": [
                {
                    "title": model.title,
                    "text": model.text,
                    "paragraphs": [n for n, cell in places if cell in model.paragraphs],
                }
                for model in self._item.models
            ],
        }
