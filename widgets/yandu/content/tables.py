"""Reading TOML tables field by field, with every fault noted and none hidden.

A reader takes the fields that its format has, one method per type; `Table.finish` then
reports what is left over, so that a mistyped field name is a fault and not a silence.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from yandu.faults import Fault
from yandu.messages import Bilingual, say

EMPTY: Bilingual = {"zh": "", "en": ""}
EntryT = TypeVar("EntryT")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Table:
    """One table of a content file while it is being read.

    Each method takes one field and returns its value; when the field is missing or of
    the wrong type it notes a `Fault` and returns an empty value of the right type, so
    that reading goes on to the next fault.

    Args:
        fields: The table as `tomllib` gives it.
        file: Path of the file, relative to the lessons folder.
        entry: Id of the entry that the table is or belongs to.
        path: Dotted path of the table inside its entry; empty for the entry itself.
        faults: The list to which faults are added; nested tables share it.
    """

    def __init__(
        self,
        fields: dict[str, Any],
        file: str,
        entry: str,
        faults: list[Fault],
        path: str = "",
    ) -> None:
        self._left = dict(fields)
        self.file = file
        self.entry = entry
        self.path = path
        self.faults = faults

    def fault(self, field: str, key: str, **values: object) -> None:
        """Note a fault of `field`; `key` names its message in the section ``fault``."""
        where = ".".join(part for part in (self.path, field) if part)
        message = say(f"fault.{key}", **values)
        self.faults.append(Fault(self.file, self.entry, where, message))

    def _take(self, field: str, kind: type, *, required: bool) -> Any:  # noqa: ANN401
        if field not in self._left:
            if required:
                self.fault(field, "missing")
            return None
        value = self._left.pop(field)
        # bool is an int in Python, but `minutes = true` is still a fault.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(field, "wrong_type", wanted=say(f"type.{kind.__name__}"))
            return None
        return value

    def text(self, field: str, *, required: bool = True) -> str:
        """Take a text that is not blank."""
        value = self._take(field, str, required=required)
        if value is not None and not value.strip():
            self.fault(field, "blank")
        return value or ""

    def bilingual(
        self, field: str, *, required: bool = True, en: bool = True
    ) -> Bilingual:
        """Take ``{ zh = "…", en = "…" }``; `en` says whether English is required."""
        value = self._take(field, dict, required=required)
        if value is None:
            return EMPTY
        inner = self.nested(value, field)
        texts: Bilingual = {"zh": inner.text("zh"), "en": inner.text("en", required=en)}
        inner.finish()
        return texts

    def choice(
        self, field: str, allowed: tuple[str, ...], *, required: bool = True
    ) -> str:
        """Take a text that must be one of `allowed`."""
        value = self.text(field, required=required)
        if value and value not in allowed:
            self.fault(field, "not_allowed", value=value, allowed=", ".join(allowed))
        return value

    def flag(self, field: str, *, default: bool = False) -> bool:
        """Take true or false; a field left out means `default`."""
        value = self._take(field, bool, required=False)
        return default if value is None else bool(value)

    def number(self, field: str, *, default: int | None = None) -> int:
        """Take a whole number that is not negative; required without a default."""
        value = self._take(field, int, required=default is None)
        if value is not None and value < 0:
            self.fault(field, "negative")
        return (default or 0) if value is None else value

    def date(self, field: str, *, required: bool = True) -> str:
        """Take an ISO date, which may stop at its year or month: ``2017-10``."""
        value = self.text(field, required=required)
        if value and not DATE.fullmatch(value):
            self.fault(field, "no_date", value=value)
        return value

    def strings(self, field: str, *, required: bool = False) -> tuple[str, ...]:
        """Take a list of texts, without repetition."""
        values = self.items(field, required=required)
        texts = tuple(value for value in values if isinstance(value, str))
        if len(texts) != len(values):
            self.fault(field, "wrong_type", wanted=say("type.strings"))
        if len(set(texts)) != len(texts):
            self.fault(field, "repeated")
        return texts

    def items(self, field: str, *, required: bool = False) -> list[Any]:
        """Take a list of anything; a required one must not be empty."""
        value = self._take(field, list, required=required)
        if required and value == []:
            self.fault(field, "empty")
        return value or []

    def bilinguals(
        self, field: str, *, required: bool = False, en: bool = True
    ) -> tuple[Bilingual, ...]:
        """Take a list of ``{ zh, en }``."""
        texts: list[Bilingual] = []
        for inner in self.tables(field, required=required):
            pair: Bilingual = {
                "zh": inner.text("zh"),
                "en": inner.text("en", required=en),
            }
            inner.finish()
            texts.append(pair)
        return tuple(texts)

    def table(self, field: str, *, required: bool = True) -> "Table | None":
        """Take one nested table."""
        value = self._take(field, dict, required=required)
        return None if value is None else self.nested(value, field)

    def tables(self, field: str, *, required: bool = False) -> list["Table"]:
        """Take a list of nested tables; each is named by its id or its number."""
        found = []
        for place, value in enumerate(self.items(field, required=required), start=1):
            if isinstance(value, dict):
                found.append(self.nested(value, f"{field}.{value.get('id', place)}"))
            else:
                self.fault(f"{field}.{place}", "wrong_type", wanted=say("type.dict"))
        return found

    def peek(self, field: str) -> str:
        """Return a text field without taking it; empty if it is none."""
        value = self._left.get(field)
        return value if isinstance(value, str) else ""

    def raw(self, field: str) -> Any:  # noqa: ANN401 - the caller checks it
        """Take a field as it is, or None."""
        return self._left.pop(field, None)

    def nested(self, fields: dict[str, Any], name: str) -> "Table":
        """Return a reader for a table inside this one."""
        path = ".".join(part for part in (self.path, name) if part)
        return Table(fields, self.file, self.entry, self.faults, path)

    def finish(self) -> None:
        """Report every field that no reader has taken."""
        for field in self._left:
            self.fault(field, "unknown_field")


def read_toml(path: Path, file: str, faults: list[Fault]) -> dict[str, Any]:
    """Return the tables of a TOML file; a missing or broken file is one fault."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(Fault(file, "", "", say("fault.no_file")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(file, "", "", say("fault.no_toml", error=error)))
    return {}


def entries(
    tables: dict[str, Any], name: str, file: str, faults: list[Fault]
) -> Iterator[Table]:
    """Yield a reader for each ``[[name]]`` of a file; other tables are faults.

    An entry without an id is named by its number; a second entry with the same id is
    reported and passed over, because everything else refers to entries by id.
    """
    for key in tables:
        if key != name:
            faults.append(Fault(file, "", key, say("fault.unknown_field")))
    values = tables.get(name, [])
    if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
        faults.append(Fault(file, "", name, say("fault.no_entries", name=name)))
        return
    seen: set[object] = set()
    for place, fields in enumerate(values, start=1):
        entry = fields.get("id")
        table = Table(fields, file, str(entry or f"#{place}"), faults)
        if entry in seen and entry is not None:
            table.fault("id", "duplicate_id")
            continue
        seen.add(entry)
        yield table


def read_entries(
    tables: dict[str, Any],
    name: str,
    file: str,
    faults: list[Fault],
    read: Callable[[Table], EntryT],
) -> dict[str, EntryT]:
    """Read every ``[[name]]`` of a file.

    Returns:
        What `read` makes of each entry, by id, in the order of the file. Entries in
        which it notes a fault are left out.
    """
    sound = {}
    for table in entries(tables, name, file, faults):
        before = len(faults)
        made = read(table)
        if len(faults) == before:
            sound[table.entry] = made
    return sound
