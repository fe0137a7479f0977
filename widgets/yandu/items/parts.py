"""What kinds whose responses have parts share: ids, foreseen mistakes, part names."""

from collections.abc import Collection, Hashable, Iterable

from yandu.content.tables import Table
from yandu.messages import Bilingual, shown


def check_repeated(table: Table, field: str, values: Collection[Hashable]) -> None:
    """Note that something stands in a list twice."""
    if len(set(values)) < len(values):
        table.fault(field, "repeated")


def read_near_list(table: Table, named: str) -> dict[str, Bilingual]:
    """Take ``near = [ { text = "…", chosen = { zh, en } } ]``, where ids are no names.

    Args:
        table: The part's table.
        named: What names the foreseen wrong choice there: ``text``.
    """
    near: dict[str, Bilingual] = {}
    for inner in table.tables("near"):
        choice = inner.text(named)
        if choice in near:
            inner.fault(named, "repeated")
        near[choice] = inner.bilingual("chosen", en=False)
        inner.finish()
    return near


def read_near(
    table: Table, wrong: Iterable[str], right: Iterable[str]
) -> dict[str, Bilingual]:
    """Take ``near = { id = { zh, en } }``: what is said of a foreseen wrong choice.

    Args:
        table: The part's table.
        wrong: Ids of what would be wrong for this part.
        right: Ids of what is right for it; feedback on one of these is a fault.
    """
    near = table.table("near", required=False)
    if near is None:
        return {}
    for id_ in right:
        if near.raw(id_) is not None:
            near.fault(id_, "near_right")
    said = {id_: near.bilingual(id_, required=False, en=False) for id_ in wrong}
    near.finish()
    return {id_: text for id_, text in said.items() if text["zh"]}


def label(key: str, **texts: Bilingual) -> Bilingual:
    """Return the message `key`, filled with texts of content in its own languages.

    A text without English stands in Chinese.
    """
    zh = shown(key, **{name: text["zh"] for name, text in texts.items()})
    en = shown(key, **{name: text["en"] or text["zh"] for name, text in texts.items()})
    return {"zh": zh["zh"], "en": en["en"]}
