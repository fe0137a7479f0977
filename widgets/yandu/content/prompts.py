"""Discussion prompts: the facilitator's guide. Their words stand in the notebook."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from yandu.content.tables import Table, read_entries, read_toml
from yandu.faults import Fault
from yandu.messages import Bilingual


@dataclass(frozen=True)
class Reading:
    """A model reading: one defensible answer, with the paragraphs it stands on."""

    title: Bilingual
    text: Bilingual
    paragraphs: tuple[str, ...]

    @classmethod
    def read(cls, table: Table) -> Self:
        """Take the fields of a reading."""
        reading = cls(
            table.bilingual("title"),
            table.bilingual("text"),
            table.strings("paragraphs", required=True),
        )
        table.finish()
        return reading


@dataclass(frozen=True)
class Criterion:
    """One row of a rubric: what is looked at, met in full and met in part."""

    criterion: Bilingual
    full: Bilingual
    partial: Bilingual


@dataclass(frozen=True)
class Prompt:
    """One open question: one entry of ``prompts/NN_….toml``.

    Attributes:
        id: Id of its markdown cell, ``01-d01``.
        paragraphs: Ids of the paragraphs that it is about.
        purpose: What the discussion is for.
        minutes: Minutes to think, to talk in pairs, to share.
        misreadings: What learners are likely to read wrongly.
        follow_ups: Questions that take a discussion on.
        readings: Two or more model readings that differ.
        rubric: How a contribution is looked at: by evidence, never by opinion.
        sources: Ids of sources.
    """

    id: str
    paragraphs: tuple[str, ...]
    purpose: Bilingual
    minutes: dict[str, int]
    misreadings: tuple[Bilingual, ...]
    follow_ups: tuple[Bilingual, ...]
    readings: tuple[Reading, ...]
    rubric: tuple[Criterion, ...]
    sources: tuple[str, ...]


def read_prompts(lessons: Path, name: str, faults: list[Fault]) -> dict[str, Prompt]:
    """Read ``prompts/<name>.toml`` by id; entries with faults are left out."""
    file = f"prompts/{name}.toml"
    tables = read_toml(lessons / file, file, faults)
    return read_entries(tables, "prompt", file, faults, _prompt)


def _prompt(table: Table) -> Prompt:
    prompt = Prompt(
        id=table.text("id"),
        paragraphs=table.strings("paragraphs", required=True),
        purpose=table.bilingual("purpose"),
        minutes=_minutes(table),
        misreadings=table.bilinguals("misreadings", required=True),
        follow_ups=table.bilinguals("follow_ups", required=True),
        readings=tuple(map(Reading.read, table.tables("readings", required=True))),
        rubric=tuple(map(_criterion, table.tables("rubric", required=True))),
        sources=table.strings("sources"),
    )
    if len(prompt.readings) < 2:
        table.fault("readings", "one_reading")
    table.finish()
    return prompt


def _minutes(table: Table) -> dict[str, int]:
    inner = table.table("minutes")
    if inner is None:
        return {}
    minutes = {step: inner.number(step) for step in ("think", "pair", "share")}
    inner.finish()
    return minutes


def _criterion(table: Table) -> Criterion:
    row = Criterion(
        table.bilingual("criterion"),
        table.bilingual("full"),
        table.bilingual("partial"),
    )
    table.finish()
    return row
