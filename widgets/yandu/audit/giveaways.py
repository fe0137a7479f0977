"""What gives a key away to whoever has not read: its length, its place."""

from collections import Counter
from collections.abc import Iterator

from yandu.faults import Fault
from yandu.items import Bank
from yandu.items.choice import SingleChoice
from yandu.messages import say

#: Fewer items than this show no pattern.
N_ITEMS = 4


def giveaway_faults(bank: Bank) -> Iterator[Fault]:
    """Yield a fault for each pattern that holds in more than half of the items."""
    items = [item for item in bank.items.values() if isinstance(item, SingleChoice)]
    if len(items) < N_ITEMS:
        return
    file, total = f"items/{bank.name}.toml", len(items)
    longest = sum(_key_is_longest(item) for item in items)
    if longest > total / 2:
        message = say("fault.key_longest", n=longest, total=total)
        yield Fault(file, "", "options", message)
    places = Counter(
        place
        for item in items
        for place, option in enumerate(item.options, start=1)
        if option.is_key
    )
    place, n = places.most_common(1)[0]
    if n > total / 2:
        message = say("fault.key_position", n=n, place=place, total=total)
        yield Fault(file, "", "options", message)


def _key_is_longest(item: SingleChoice) -> bool:
    lengths = {option.id: len(option.text["zh"]) for option in item.options}
    (key,) = item.keys
    return all(lengths[key] > size for id_, size in lengths.items() if id_ != key)
