"""The lab's tasks: what each is called, which fields it has, how it asks `textlab`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from yandu.lab.answers import LINES, Answer, answer_of
from yandu.lab.cuts import ask_cut
from yandu.lab.work import Job

if TYPE_CHECKING:
    from yandu.textlab import Counts, Text

REST = "rest"
#: What a value that names a section, or a text, begins with.
SECTION, TEXT = "section:", "text:"


@dataclass(frozen=True)
class Question:
    """What is asked, of which text.

    Attributes:
        text: The text.
        section: The section of it; empty for all of it.
        values: Field name to what is chosen there.
        other: The text that it is compared with, if any.
    """

    text: "Text | Counts"
    section: str
    values: Mapping[str, Any] = field(default_factory=dict)
    other: "Text | Counts | None" = None

    @property
    def part(self) -> str | None:
        """The section as textlab wants it: None for all of the text."""
        return self.section or None


@dataclass(frozen=True)
class Task:
    """One task of the lab.

    Attributes:
        name: Its name; its label is ``lab.task_<name>``.
        fields: Names of its fields, in order (see `fields.FIELDS`).
        ask: Asks the question and returns the answer; loads pandas.
        needs: Fields that must be filled before it can be asked.
        hides: Returns the fields that do not matter, given what is chosen.
        has_sections: Whether it can be asked of one section.
        is_slow: Returns whether it takes its time on any text, given what is chosen.
    """

    name: str
    fields: tuple[str, ...]
    ask: Callable[[Question, Job], Answer]
    needs: tuple[str, ...] = ()
    hides: Callable[[Mapping[str, Any]], tuple[str, ...]] = lambda _: ()
    has_sections: bool = True
    is_slow: Callable[[Mapping[str, Any]], bool] = lambda _: False


def present() -> list[str]:
    """Return the names of the tasks whose functions textlab has."""
    from yandu import textlab

    needed = {"formulas": "track", "segmentation": "cut"}
    return [name for name in TASKS if hasattr(textlab, needed.get(name, name))]


def _frequency(question: Question, job: Job) -> Answer:
    from yandu import textlab
    from yandu.textlab.charts.chart import bars

    unit = question.values["unit"]
    if unit.startswith("ngram"):
        return _called(
            textlab.ngrams,
            question.text,
            chart=bars,
            n=question.values["n"],
            by=unit.removeprefix("ngram_"),
            section=question.part,
            least=question.values["least"],
        )
    return _called(
        textlab.frequency, question.text, chart=bars, section=question.part, by=unit
    )


def _kwic(question: Question, job: Job) -> Answer:
    from yandu import textlab
    from yandu.textlab.results.made import made_by

    values = question.values
    window = values["window"]
    options = {
        "window": window if window == "sentence" else int(window),
        "sort": values["sort"] or None,
        "by": values["by"],
        "unit": values["window_unit"],
        "sections": [question.section] if question.section else None,
    }
    found = textlab.concordance(question.text, values["node"], **options)
    return Answer(
        n=found.n,
        page=found.page,
        made=made_by("kwic", question.text, values["node"], **_chosen(options)),
        size=LINES,
        words=False,
    )


def _collocates(question: Question, job: Job) -> Answer:
    from yandu import textlab
    from yandu.textlab.charts.chart import bars

    return _called(
        textlab.collocates,
        question.text,
        question.values["node"],
        chart=partial(bars, value="log_dice"),
        window=question.values["reach"],
        section=question.part,
        least=question.values["least"],
    )


def _keyness(question: Question, job: Job) -> Answer:
    from yandu import textlab
    from yandu.textlab.charts.chart import bars

    against = question.values["against"]
    is_section = against.startswith(SECTION)
    others = () if question.other is None else (question.other,)
    return _called(
        textlab.keyness,
        question.text,
        *others,
        chart=partial(bars, value="log_ratio"),
        is_drawn=True,
        section=question.part,
        against=against.removeprefix(SECTION) if is_section else None,
        measure=question.values["measure"],
    )


def _dispersion(question: Question, job: Job) -> Answer:
    from yandu import textlab
    from yandu.textlab.charts.chart import bars

    nodes = _nodes(question.values)
    if len(nodes) == 1:
        chart = textlab.strips(question.text, nodes[0])
        return answer_of(
            chart.table, chart.table.made, chart=lambda _: chart, is_chart=True
        )
    return _called(
        textlab.dispersion,
        question.text,
        chart=partial(bars, value="dp_norm"),
        is_drawn=True,
        nodes=nodes or None,
        by=question.values["spread_by"],
    )


def _segmentation(question: Question, job: Job) -> Answer:
    return ask_cut(question.text, question.section, question.values["cut_view"])


def _formulas(question: Question, job: Job) -> Answer:
    from yandu import textlab

    if question.values["formula_view"] == "suggested":
        return _called(textlab.suggest_formulas, question.text)
    return _called(
        textlab.track, question.text, words=False, hides=("text", "part", "start")
    )


def _reuse(question: Question, job: Job) -> Answer:
    from yandu import textlab

    return _called(
        textlab.reuse,
        question.text,
        question.other,
        n=question.values["run"],
        by=question.values["reuse_by"],
    )


#: What the functions take by themselves: not written in the line that is shown.
_USUAL = {
    **{"window": 12, "sort": None, "by": "character", "unit": "character"},
    "sections": None,
}


def _chosen(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: v for name, v in options.items() if v != _USUAL.get(name)}


def _called(
    function: Callable[..., Any],
    *arguments: Any,  # noqa: ANN401 - texts and words
    chart: Callable[..., Any] | None = None,
    words: bool = True,
    is_drawn: bool = False,
    hides: tuple[str, ...] = (),
    **options: Any,  # noqa: ANN401
) -> Answer:
    """Call a function of textlab; its table knows the line that makes it."""
    table = function(*arguments, **options)
    return answer_of(
        table, table.made, words=words, chart=chart, is_drawn=is_drawn, hides=hides
    )


def _only_ngrams(values: Mapping[str, Any]) -> tuple[str, ...]:
    return () if str(values.get("unit")).startswith("ngram") else ("n", "least")


def _loads_jieba(values: Mapping[str, Any]) -> bool:
    return values.get("cut_view") == "modes"


def _one_word(values: Mapping[str, Any]) -> tuple[str, ...]:
    return ("spread_by",) if len(_nodes(values)) == 1 else ()


def _nodes(values: Mapping[str, Any]) -> list[str]:
    """Return the words that are written in a field, parted by any usual mark."""
    return [*filter(None, re.split(r"[\s、，,;；]+", str(values.get("nodes", ""))))]


TASKS: Mapping[str, Task] = {
    task.name: task
    for task in (
        Task("segmentation", ("cut_view",), _segmentation, is_slow=_loads_jieba),
        Task("frequency", ("unit", "n", "least"), _frequency, hides=_only_ngrams),
        Task("kwic", ("node", "by", "window", "window_unit", "sort"), _kwic, ("node",)),
        Task("collocates", ("node", "reach", "least"), _collocates, ("node",)),
        Task("keyness", ("against", "measure"), _keyness),
        Task(
            "dispersion",
            ("nodes", "spread_by"),
            _dispersion,
            hides=_one_word,
            has_sections=False,
        ),
        Task("formulas", ("formula_view",), _formulas, has_sections=False),
        Task(
            "reuse",
            ("other", "run", "reuse_by"),
            _reuse,
            ("other",),
            has_sections=False,
        ),
    )
}
