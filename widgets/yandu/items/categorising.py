"""Categorising: sort entries into bins, such as assertion, demand and slogan.

Bank fields::

    bins = [
      { id = "assertion", text = { zh, en }, meaning = { zh, en } },
      { id = "demand", text = { zh, en } },
    ]
    entries = [
      { id = "a", text = { zh, en }, bin = "demand", chosen = { zh, en },
        near = { assertion = { zh, en } }, missed = { zh, en } },
      { id = "b", text = { zh }, bins = ["assertion", "demand"], chosen = { zh },
        missed = { zh } },
    ]

Bins are shown in the author's order; entries in an order of each attempt's own.
`meaning` (optional) is shown from the start: what is tested is sorting, not guessing
what a bin is for. An entry has one right `bin`, or several `bins`, any of them right.
`chosen` is said when it is in a right bin, `near` when it is in a certain wrong one,
`missed` when it is in another or in none; these two should not name the right bin.

A response is a table: id of an entry to id of a bin. An entry that was not sorted is
left out of it, or empty.

Each entry in a right bin earns one point; a wrong bin costs nothing more than that
point, because each entry has to go somewhere and none can be had by sorting more.
"""

from dataclasses import dataclass
from typing import Any

from yandu.content.tables import Table
from yandu.items.item import Item, Remark, ResponseError, Score, Verdict
from yandu.items.parts import check_repeated, label, read_near
from yandu.messages import Bilingual


@dataclass(frozen=True)
class Bin:
    """Where entries are put.

    Attributes:
        id: As entries name it.
        text: What it is called.
        meaning: What belongs there; may be empty.
    """

    id: str
    text: Bilingual
    meaning: Bilingual


@dataclass(frozen=True)
class Entry:
    """One of what is sorted.

    Attributes:
        id: Stable under any order in which entries are shown.
        text: What is shown.
        bins: Ids of the bins that are right.
        chosen: Feedback in a right bin.
        near: Feedback in certain wrong ones, by their ids.
        missed: Feedback in any other, or in none.
    """

    id: str
    text: Bilingual
    bins: tuple[str, ...]
    chosen: Bilingual
    near: dict[str, Bilingual]
    missed: Bilingual


@dataclass(frozen=True, kw_only=True)
class Categorising(Item):
    """Sort the entries into the bins; each in a right bin earns one point."""

    bins: tuple[Bin, ...]
    entries: tuple[Entry, ...]

    @classmethod
    def read_own(cls, table: Table) -> dict[str, Any]:
        """Take the bins and the entries."""
        bins = tuple(map(_bin, table.tables("bins", required=True)))
        ids = [bin_.id for bin_ in bins]
        entries = tuple(
            _entry(inner, ids) for inner in table.tables("entries", required=True)
        )
        for field, parts in ("bins", bins), ("entries", entries):
            check_repeated(table, field, [part.id for part in parts])
            if len(parts) == 1:
                table.fault(field, "one_part")
        common = set(ids).intersection(*(entry.bins for entry in entries))
        if entries and common:
            table.fault("entries", "one_bin")
        return {"bins": bins, "entries": entries}

    def public(self) -> dict[str, Any]:
        """Return bins and entries; these by their texts, for an author groups them."""
        return {
            "bins": [
                {"id": b.id, "text": b.text, "meaning": b.meaning} for b in self.bins
            ],
            "entries": [{"id": e.id, "text": e.text} for e in self._by_text()],
        }

    def orders(self) -> dict[str, tuple[str, ...]]:
        """Return the entries."""
        return {"entries": tuple(entry.id for entry in self._by_text())}

    def parse(self, response: object) -> dict[str, str]:
        """Return the bin of every entry, empty where there is none."""
        entries = [entry.id for entry in self._by_text()]
        bins = [bin_.id for bin_ in self.bins]
        if not isinstance(response, dict) or not set(entries) >= response.keys():
            raise ResponseError("item.no_such_entry", known="、".join(sorted(entries)))
        if not all(id_ in ("", *bins) for id_ in response.values()):
            raise ResponseError("item.no_such_bin", known="、".join(bins))
        return {id_: response.get(id_, "") for id_ in entries}

    def is_empty(self, response: dict[str, str]) -> bool:
        """Return whether nothing was sorted."""
        return not any(response.values())

    def score(self, response: dict[str, str]) -> Score:
        """Return one point for each entry in a right bin."""
        right = sum(response[entry.id] in entry.bins for entry in self.entries)
        return Score(float(right), float(len(self.entries)))

    def feedback(self, response: dict[str, str]) -> tuple[Remark, ...]:
        """Return one remark on each entry, by their texts: see `public`."""
        return tuple(
            self._remark(entry, response[entry.id]) for entry in self._by_text()
        )

    def extras(self, response: dict[str, str]) -> dict[str, Any]:
        """Return an overview by bin: how many entries were put there, how many rightly.

        It counts what was given, not what should have been, so it tells no more than
        the remarks do.
        """
        overview = []
        for bin_ in self.bins:
            given = [e for e in self.entries if response[e.id] == bin_.id]
            right = sum(bin_.id in entry.bins for entry in given)
            overview.append({"bin": bin_.text, "n": len(given), "right": right})
        return {"overview": [line for line in overview if line["n"]]}

    def solution(self) -> dict[str, str]:
        """Return a right bin for each entry, the first that the bank names."""
        return {entry.id: entry.bins[0] for entry in self._by_text()}

    def _by_text(self) -> list[Entry]:
        return sorted(self.entries, key=lambda entry: (entry.text["zh"], entry.id))

    def _remark(self, entry: Entry, bin_id: str) -> Remark:
        if not bin_id:
            return Remark(entry.id, entry.text, Verdict.MISSED, entry.missed)
        bin_text = next(bin_.text for bin_ in self.bins if bin_.id == bin_id)
        named = label("item.sorted", entry=entry.text, bin=bin_text)
        if bin_id in entry.bins:
            return Remark(entry.id, named, Verdict.RIGHT, entry.chosen)
        said = entry.near.get(bin_id, entry.missed)
        return Remark(entry.id, named, Verdict.WRONG, said)


def _bin(table: Table) -> Bin:
    bin_ = Bin(
        id=table.text("id"),
        text=table.bilingual("text", en=False),
        meaning=table.bilingual("meaning", required=False, en=False),
    )
    table.finish()
    return bin_


def _entry(table: Table, bins: list[str]) -> Entry:
    right = _right_bins(table, bins)
    entry = Entry(
        id=table.text("id"),
        text=table.bilingual("text", en=False),
        bins=right,
        chosen=table.bilingual("chosen", en=False),
        near=read_near(table, [id_ for id_ in bins if id_ not in right], right),
        missed=table.bilingual("missed", en=False),
    )
    table.finish()
    return entry


def _right_bins(table: Table, bins: list[str]) -> tuple[str, ...]:
    """Take `bin` or `bins`, of which there must be one, and which must exist."""
    one = table.text("bin", required=False)
    several = table.strings("bins")
    if bool(one) is bool(several):
        table.fault("bin", "bin_or_bins")
    right = several or (one,)
    for id_ in right:
        if id_ and id_ not in bins:
            table.fault("bin", "not_allowed", value=id_, allowed=", ".join(bins))
    if set(right) >= set(bins):
        table.fault("bins", "every_bin")
    return right
