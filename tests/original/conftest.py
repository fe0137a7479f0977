import pytest

from tests.original.copies import FULL, OUTLINE, PHRASES
from yandu.original import read_copy


def write_lessons(folder):
    """Write what a copy is recognised by into a lessons folder."""
    head = "id\ttheme\tclaim_zh\tclaim_en\tfixed_expressions\tkind"
    rows = [
        f"{id_}\tx\t论点\tclaim\t{phrase}\tdemand" for id_, phrase in PHRASES.items()
    ]
    claims = "\n".join([head, *rows, ""])
    (folder / "claims.tsv").write_text(claims, encoding="utf-8")
    (folder / "article_outline.toml").write_text(OUTLINE, encoding="utf-8")
    (folder / "article_counts.tsv").unlink(missing_ok=True)
    return folder


@pytest.fixture(scope="session")
def lessons(tmp_path_factory):
    """A lessons folder with the outline and the claims of our small article."""
    return write_lessons(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def full(lessons):
    """The small article with its punctuation."""
    return read_copy(FULL, lessons)
