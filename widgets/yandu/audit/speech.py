"""What an item must say: two hints, feedback on every part, a way back to the text."""

from collections.abc import Iterable, Iterator

from yandu.audit.texts import paragraphs_in, texts_of
from yandu.content import Lesson
from yandu.faults import Fault
from yandu.items import Bank, Item
from yandu.messages import say

#: From where to look to what to compare.
N_HINTS = 2
#: What is read before an attempt; the text must be cited in what is said after it.
BEFORE = ("stem", "hints")


def speech_faults(lesson: Lesson, bank: Bank) -> Iterator[Fault]:
    """Yield where an item is silent, or points to a paragraph that is not there."""
    file = f"items/{bank.name}.toml"
    numbers = {paragraph.id: paragraph.number for paragraph in lesson.paragraphs}
    for item in bank.items.values():
        if len(item.hints) < N_HINTS:
            yield Fault(file, item.id, "hints", say("fault.few_hints", n=N_HINTS))
        for part in _silent(item):
            yield Fault(file, item.id, part, say("fault.no_feedback"))
        for field, number in _dead_links(item, numbers.values()):
            message = say("fault.dead_link", number=number, last=len(numbers))
            yield Fault(file, item.id, field, message)
        about = {numbers[name] for name in item.paragraphs if name in numbers}
        if about and not about & _cited(item):
            wanted = "、".join(map(str, sorted(about)))
            yield Fault(file, item.id, "", say("fault.no_citation", wanted=wanted))


def _silent(item: Item) -> list[str]:
    """Return the parts on which nothing is said after some declared response."""
    responses = [*item.accept, *item.reject]
    remarks = [
        remark
        for response in responses
        for remark in item.feedback(item.parse(response))
        if not f"{remark.text['zh']}{remark.text['en']}".strip()
    ]
    return list(dict.fromkeys(r.part or r.label["zh"] for r in remarks))


def _dead_links(item: Item, numbers: Iterable[int]) -> Iterator[tuple[str, int]]:
    known = set(numbers)
    for field, text in texts_of(item):
        for number in sorted(paragraphs_in(text) - known):
            yield field, number


def _cited(item: Item) -> set[int]:
    """Return the paragraphs cited in what is said after an attempt."""
    return {
        number
        for field, text in texts_of(item)
        if field.partition(".")[0] not in BEFORE
        for number in paragraphs_in(text)
    }
