"""Which allowances an item makes, as its author wrote it in the bank."""

from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import Self

from yandu.content.tables import Table


@dataclass(frozen=True)
class Policy:
    """The allowances that are made. The defaults suit a term or set phrase.

    Attributes:
        spaces: White space and invisible characters.
        codes: Different codes of one character, as in text from a PDF file.
        width: Full and half width.
        punctuation: Marks left out, added or exchanged; never within a number.
        case: Capital and small letters.
        script: Traditional and simplified characters.
        numerals: Chinese and Arabic numerals.
        dates: Ways of writing a date. Off, because 2019.5 may be a number.
        units: Units that may be left out or added after a number: 字, 年, %.
        synonyms: Groups of words each of which may stand for the others.
    """

    spaces: bool = True
    codes: bool = True
    width: bool = True
    punctuation: bool = True
    case: bool = True
    script: bool = True
    numerals: bool = True
    dates: bool = False
    units: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def read(cls, table: Table | None) -> Self:
        """Take a bank's ``policy = { … }``; None means the defaults.

        `purpose` names one of `PURPOSES` to begin with; each further field changes one
        allowance of it. What is unknown or of the wrong type is a fault.
        """
        if table is None:
            return cls()
        name = table.choice("purpose", tuple(PURPOSES), required=False) or "term"
        base = PURPOSES.get(name, DEFAULT)
        flags = {
            field.name: table.flag(field.name, default=getattr(base, field.name))
            for field in fields(cls)
            if isinstance(field.default, bool)
        }
        units = table.strings("units") or base.units
        synonyms = _synonyms(table)
        table.finish()
        return cls(**flags, units=units, synonyms=synonyms)


def _synonyms(table: Table) -> tuple[tuple[str, ...], ...]:
    groups = []
    for group in table.items("synonyms"):
        words = group if isinstance(group, list) else []
        if len(words) < 2 or not all(isinstance(word, str) and word for word in words):
            table.fault("synonyms", "no_synonyms")
        else:
            groups.append(tuple(words))
    words = list(chain.from_iterable(groups))
    if len(set(words)) != len(words):
        table.fault("synonyms", "repeated")
    return tuple(groups)


DEFAULT = Policy()

#: What a bank may begin with, by name.
#: term: a word or set phrase. year, date: as asked. exact: where the signs themselves
#: are what the item tests, only what nobody can see is overlooked.
PURPOSES = {
    "term": DEFAULT,
    "year": Policy(units=("年",)),
    "date": Policy(dates=True),
    "exact": replace(
        DEFAULT,
        width=False,
        punctuation=False,
        case=False,
        script=False,
        numerals=False,
    ),
}
