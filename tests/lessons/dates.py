"""Dates as lessons write them, and which of them the course has on record.

A date is written here as in the glossary: ``2019``, ``2019-05``, ``2019-05-08``; a day
that comes every year as ``01-10``. A stated date agrees with a recorded one if it is
that date, or the same date told less precisely: May 2019 agrees with 8 May 2019, and
8 May 2019 does not agree with May 2019.

What the machine can see is limited. It sees a date beside a citation or a term; it does
not see whether the words between them are true. So a wrong date that happens to be
another date of the same source passes.
"""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yandu.content import Course, Source, Term

MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
MONTHS += ["August", "September", "October", "November", "December"]
ZH = re.compile(
    r"(?P<year>(?<!\d)(?:1[89]|20)\d\d)"
    r"(?:年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日(?:至(?P<to>\d{1,2})日)?)?)?"
    r"|(?=[、—至](?:\d{4}[、—至])*\d{4}年))"  # 2017、2018年 and 2016—2022年
    r"|(?P<said>同年|次年|当年)(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?"
    r"|(?<![\d年])(?P<mm>\d{1,2})月(?P<dd>\d{1,2})日"
)
EN = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) )?"
    r"(?P<year>(?<![\d/])(?:1[89]|20)\d\d)(?!\d)(?![,.]\d)"
)
CITATION = re.compile(r"\[(S\d+)\]")
#: Stands in ``known_dates.tsv`` for the article itself, whose year is an estimate.
ARTICLE = "article"
#: A statement ends at the end of its sentence, or with the citations that bear it.
STATEMENT = re.compile(r".+?(?:(?:\[S\d+\])+|[。！？\n]|$)", re.DOTALL)


@dataclass(frozen=True)
class Stated:
    """A date that a text states, with what stands beside it.

    Attributes:
        where: Id of the cell or entry, and the field.
        text: The statement.
        date: The date.
        sources: Ids cited at the end of the statement.
    """

    where: str
    text: str
    date: str
    sources: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.where}: {self.date} in {self.text!r}"


def iso(year: int, month: str | None, day: str | None) -> str:
    """Return a date, as precise as it is told."""
    parts = [f"{year}", *(f"{int(part):02}" for part in (month, day) if part)]
    return "-".join(parts)


def zh_dates(text: str) -> list[str]:
    """Return the dates of a Chinese text; 同年 and 次年 count from the year before."""
    found, year = [], 0
    for match in ZH.finditer(text):
        if match["year"]:
            year = int(match["year"])
            found.append(iso(year, match["month"], match["day"]))
            if match["to"]:
                found.append(iso(year, match["month"], match["to"]))
        elif match["said"] and year:
            said = year + (match["said"] == "次年")
            found.append(iso(said, match["m"], match["d"]))
        elif match["mm"]:
            found.append(f"{int(match['mm']):02}-{int(match['dd']):02}")
    return found


def en_dates(text: str) -> list[str]:
    """Return the dates of an English text: 8 May 2019, May 2019, 2019."""
    found = []
    for match in EN.finditer(text):
        month = str(MONTHS.index(match["month"]) + 1) if match["month"] else None
        found.append(iso(int(match["year"]), month, match["day"]))
    return found


def agrees(stated: str, recorded: str) -> bool:
    """Return whether a recorded date bears a stated one."""
    if re.fullmatch(r"\d\d-\d\d", stated):
        return recorded == stated or recorded[4:] == f"-{stated}"
    return recorded == stated or recorded.startswith(f"{stated}-")


def strings(value: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield place and text of every string inside what a TOML file gives."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        for place, inner in enumerate(value, start=1):
            name = inner.get("id", place) if isinstance(inner, dict) else place
            yield from strings(inner, f"{where}.{name}")
    elif isinstance(value, str):
        yield where, value


def entries(lessons: Path, folder: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of all banks, or of all guides."""
    for path in sorted((lessons / folder).glob("*.toml")):
        (found,) = tomllib.loads(path.read_text(encoding="utf-8")).values()
        yield from found


def statements(where: str, text: str) -> Iterator[Stated]:
    """Yield the dates of a Chinese text, each with its statement and citations.

    A year said once holds for 同年 in the statements after it.
    """
    year = ""
    for match in STATEMENT.finditer(text):
        said = match.group()
        sources = tuple(CITATION.findall(said))
        n_before = len(zh_dates(f"{year}年")) if year else 0
        dates = zh_dates(f"{year}年{said}" if year else said)[n_before:]
        for date in dates:
            yield Stated(where, said.strip(), date, sources)
        years = [date[:4] for date in dates if len(date) != 5]
        year = years[-1] if years else year


@dataclass
class Record:
    """The dates that the course has on record.

    Attributes:
        of_source: Source id to its dates.
        of_term: Term id to its dates.
        further: Dates of ``known_dates.tsv``.
        words: Term id to the strings by which a text names it.
    """

    of_source: dict[str, set[str]]
    of_term: dict[str, set[str]]
    further: set[str]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def every(self) -> set[str]:
        """All dates."""
        return set().union(
            self.further, *self.of_source.values(), *self.of_term.values()
        )

    def terms_in(self, text: str) -> list[str]:
        """Return ids of the terms that a text names."""
        return [
            id_ for id_, words in self.words.items() if any(w in text for w in words)
        ]

    def bears(self, stated: Stated, *, beside: str = "") -> bool:
        """Return whether a source cited or a term named in a statement has its date.

        Args:
            stated: The date and its statement.
            beside: Further text that stands beside the date, such as an item's term.
        """
        cited = [*stated.sources, *([ARTICLE] if "文章" in stated.text else [])]
        dates = [self.of_source.get(id_, set()) for id_ in cited]
        dates += [self.of_term[id_] for id_ in self.terms_in(stated.text + beside)]
        return is_borne(stated.date, set().union(*dates))


def is_borne(date: str, recorded: Iterable[str]) -> bool:
    """Return whether one of the recorded dates bears a stated one."""
    return any(agrees(date, known) for known in recorded)


def read_known(path: Path) -> list[dict[str, str]]:
    """Return the rows of ``known_dates.tsv``: date, what, source."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def record(course: Course, known: Iterable[dict[str, str]]) -> Record:
    """Gather what glossary, sources and the list of further dates have."""
    of_source = {id_: _of_source(one) for id_, one in course.sources.items()}
    for term in course.glossary.terms.values():
        for step in _steps(term):
            of_source.setdefault(step.source, set()).add(step.date)
    further = set()
    for row in known:
        further.add(row["date"])
        for id_ in row["source"].split():
            of_source.setdefault(id_, set()).add(row["date"])
    terms = course.glossary.terms
    return Record(
        of_source,
        {id_: _of_term(term) for id_, term in terms.items()},
        further,
        {id_: (term.zh, *term.variants) for id_, term in terms.items()},
    )


def _steps(term: Term) -> list[Any]:
    return [*([term.origin] if term.origin else []), *term.earlier]


def _of_term(term: Term) -> set[str]:
    explained = zh_dates(term.explanation["zh"])
    told = [date for step in _steps(term) for date in zh_dates(step.text["zh"])]
    return {step.date for step in _steps(term)} | {*explained, *told}


def _of_source(source: Source) -> set[str]:
    texts = (source.title, source.publisher, source.supports)
    zh = [date for text in texts for date in zh_dates(text["zh"])]
    return {source.date, *zh} - {""}
