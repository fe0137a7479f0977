"""The tables that the text lab answers with.

This module imports pandas. It is itself imported by the functions that make a table,
when they make the first one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from yandu.messages import Bilingual
from yandu.textlab.results.render import Sheet, to_html, to_plain

NO_CAPTION: Bilingual = {"zh": "", "en": ""}


class Table(pd.DataFrame):  # type: ignore[misc]  # pandas has no types
    """A pandas table that says which text was counted.

    It does all that a `pandas.DataFrame` does; ``head``, ``sort_values`` and a choice
    of rows or columns give a table with the same caption. As in pandas, the option
    ``display.max_rows`` (60) bounds how many rows are shown.

    Args:
        data: Column name to its values.
        caption: What was counted, and in which text.
        kinds: How a column is shown (see `Sheet`); by default numbers as numbers and
            the rest as text.
        notes: Lines under the table: the formula with its citation and the numbers
            that went in, and what to beware of.
        made: The line of Python that makes the table again.

    Attributes:
        caption: As above.
        kinds: As above.
        notes: As above.
        made: As above; of a derived table, the line that made what it derives from.
    """

    # What pandas hands on to a derived table.
    _metadata = ("caption", "kinds", "notes", "made")

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401 - whatever pandas takes
        *args: Any,  # noqa: ANN401
        caption: Bilingual = NO_CAPTION,
        kinds: Mapping[str, str] | None = None,
        notes: Sequence[Bilingual] = (),
        made: str = "",
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(data, *args, **options)
        # Not `self.caption = …`: pandas takes that for a column.
        object.__setattr__(self, "caption", caption)
        object.__setattr__(self, "kinds", dict(kinds or {}))
        object.__setattr__(self, "notes", tuple(notes))
        object.__setattr__(self, "made", made)

    @property
    def _constructor(self) -> Callable[..., "Table"]:
        return Table

    def __repr__(self) -> str:
        """Return the table as plain text, Chinese columns aligned."""
        return to_plain(self.sheet())

    def _repr_html_(self) -> str:
        """Return the table as HTML; JupyterLab asks for it."""
        return to_html(self.sheet())

    def sheet(self, with_made: bool = False) -> Sheet:
        """Return what is shown of the table.

        Args:
            with_made: Show the line of Python that makes it, too; under a code cell,
                where that line stands above, it is left out.
        """
        columns = [str(name) for name in self.columns]
        limit = pd.get_option("display.max_rows") or len(self)
        top = self.iloc[:limit].astype(object)
        return Sheet(
            caption=self.caption,
            columns=columns,
            kinds={name: self._kind(at, name) for at, name in enumerate(columns)},
            rows=[*top.where(top.notna(), None).itertuples(index=False, name=None)],
            n_rows=len(self),
            notes=self.notes,
            made=self.made if with_made else "",
        )

    def _kind(self, at: int, name: str) -> str:
        if name in self.kinds:
            return str(self.kinds[name])
        is_number = pd.api.types.is_numeric_dtype(self.dtypes.iloc[at])
        return "number" if is_number else "text"
