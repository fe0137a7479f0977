"""Whether the stored cuts of segmentation items are still those that jieba makes."""

from collections.abc import Iterator
from functools import cache

from yandu.content import Glossary
from yandu.faults import Fault
from yandu.items import Bank
from yandu.items.cuts import CUT, words
from yandu.items.segmentation import Segmentation
from yandu.messages import say
from yandu.textlab.segmentation.segment import Cutter, Segmenter, segmenter_of


def segmentation_faults(bank: Bank, glossary: Glossary) -> Iterator[Fault]:
    """Yield a fault for each stored cut that jieba, or the glossary, has left behind.

    Loads jieba's dictionary (about 0.7 s each without and with the glossary) if the
    bank has such items, and not at all if it has none.

    Args:
        bank: The items.
        glossary: The course's, as it now stands.
    """
    items = [item for item in bank.items.values() if isinstance(item, Segmentation)]
    if not items:
        return
    with_glossary = segmenter_of(glossary)
    for item in items:
        yield from _differing(bank, item, "jieba", item.jieba, _plain())
        yield from _differing(
            bank, item, "with_glossary", item.with_glossary, with_glossary
        )


def _differing(
    bank: Bank,
    item: Segmentation,
    field: str,
    stored: tuple[int, ...],
    segmenter: Cutter,
) -> Iterator[Fault]:
    now = segmenter.segment(item.text)
    if words(item.text, stored) != now:
        message = say("fault.jieba_differs", cut=CUT.join(now))
        yield Fault(f"items/{bank.name}.toml", item.id, field, message)


@cache
def _plain() -> Segmenter:
    return Segmenter()
