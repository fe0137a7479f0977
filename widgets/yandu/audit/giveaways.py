"""What gives a key away to whoever has not read: its length, its place, a word."""

import re
from collections import Counter
from collections.abc import Iterator

from yandu.audit.texts import texts_of
from yandu.faults import Fault
from yandu.items import Bank
from yandu.items.choice import SingleChoice
from yandu.messages import say

#: Fewer items than this show no pattern.
N_ITEMS = 4
#: From here on a smaller share is a pattern too. With four options chance alone makes
#: the key the one longest in a quarter of the items at the most.
N_MANY = 6
SHARE, SHARE_OF_MANY = 0.5, 0.35
#: Words that name a choice by its place, which is another one in each attempt.
PLACE = re.compile(
    r"以上(?:各项|各条|选项|几项|说法|全部|都|皆|均)|上述(?:各项|各条|选项|几项|都|皆|均)"
    r"|选项\s*[A-Fa-f甲乙丙丁]|[A-F]\s*项|[上下]一?[个条]选项|[前后][一两三]个选项"
    r"|\b(?:[Aa]ll|[Nn]one|[Bb]oth|[Nn]either) of the above\b"
    r"|\b(?:[Oo]ption|[Cc]hoice)s? [A-Fb-f]\b"  # not "a choice a learner makes"
)


def giveaway_faults(bank: Bank) -> Iterator[Fault]:
    """Yield a fault for each pattern in the keys, and for words that name a place."""
    file = f"items/{bank.name}.toml"
    for item in bank.items.values():
        for field, text in texts_of(item) if item.orders() else ():
            for word in PLACE.findall(f"{text['zh']}\n{text['en']}"):
                yield Fault(file, item.id, field, say("fault.place_word", word=word))
    items = [item for item in bank.items.values() if isinstance(item, SingleChoice)]
    if len(items) >= N_ITEMS:
        yield from _patterns(items, file)


def _patterns(items: list[SingleChoice], file: str) -> Iterator[Fault]:
    total = len(items)
    longest = sum(_key_is_longest(item) for item in items)
    if longest > total * (SHARE if total < N_MANY else SHARE_OF_MANY):
        message = say("fault.key_longest", n=longest, total=total)
        yield Fault(file, "", "options", message)
    # Cards shuffle; on paper and in an unrun notebook the order is the bank's.
    places = Counter(
        place
        for item in items
        for place, option in enumerate(item.options, start=1)
        if option.is_key
    )
    place, n = places.most_common(1)[0]
    if n > total * SHARE:
        message = say("fault.key_position", n=n, place=place, total=total)
        yield Fault(file, "", "options", message)


def _key_is_longest(item: SingleChoice) -> bool:
    lengths = {option.id: len(option.text["zh"]) for option in item.options}
    (key,) = item.keys
    return all(lengths[key] > size for id_, size in lengths.items() if id_ != key)
