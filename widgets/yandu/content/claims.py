"""The article's claims, in our own words: what the lessons must cover."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from yandu.faults import Fault
from yandu.messages import say

#: What a claim of the article is; messages name them under ``claim``.
KINDS = ("assertion", "demand", "slogan", "quotation", "example")


def read_claims(lessons: Path) -> dict[str, dict[str, str]]:
    """Return the rows of ``claims.tsv`` by claim id.

    Columns: ``id``, ``theme``, ``claim_zh``, ``claim_en``, ``fixed_expressions``
    (separated by "; "), ``kind`` (one of `KINDS`).
    """
    with (lessons / "claims.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row for row in rows}


def claim_faults(claims: Mapping[str, Mapping[str, str]]) -> Iterator[Fault]:
    """Yield the claims whose kind is none, or that lack their text in a language."""
    for claim in claims.values():
        if claim["kind"] not in KINDS:
            allowed = ", ".join(KINDS)
            message = say("fault.not_allowed", value=claim["kind"], allowed=allowed)
            yield Fault("claims.tsv", claim["id"], "kind", message)
        for field in ("claim_zh", "claim_en"):
            if not (claim[field] or "").strip():
                yield Fault("claims.tsv", claim["id"], field, say("fault.blank"))
