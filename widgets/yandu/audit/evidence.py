"""What evidence items name of the text: their sentences must still stand in it."""

from collections.abc import Iterator

from yandu.content import Lesson
from yandu.faults import Fault
from yandu.items import Bank
from yandu.items.evidence import Evidence
from yandu.messages import say


def evidence_faults(lesson: Lesson, bank: Bank) -> Iterator[Fault]:
    """Yield sentences that the lesson has not, or that now begin otherwise."""
    file = f"items/{bank.name}.toml"
    texts = {
        sentence.id: sentence.text
        for paragraph in lesson.paragraphs
        for sentence in paragraph.sentences
    }
    for item in bank.items.values():
        for offered in item.sentences if isinstance(item, Evidence) else ():
            text = texts.get(offered.id)
            where = f"sentences.{offered.id}"
            if text is None:
                message = say("fault.no_such", value=offered.id)
                yield Fault(file, item.id, where, message)
            elif not text.startswith(offered.begins):
                found = text[: max(len(offered.begins), 8)]
                message = say("fault.sentence_changed", found=found)
                yield Fault(file, item.id, where, message)
