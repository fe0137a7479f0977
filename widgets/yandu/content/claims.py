"""The article's claims, in our own words: what the lessons must cover."""

import csv
from pathlib import Path


def read_claims(lessons: Path) -> dict[str, dict[str, str]]:
    """Return the rows of ``claims.tsv`` by claim id.

    Columns: ``id``, ``theme``, ``claim_zh``, ``claim_en``, ``fixed_expressions``
    (separated by "; "), ``kind`` (slogan, demand, assertion, quotation, example).
    """
    with (lessons / "claims.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row for row in rows}
