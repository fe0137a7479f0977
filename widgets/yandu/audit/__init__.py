"""`yandu check`: everything that can be wrong across the course's files, in one list.

Readers report what is wrong inside an entry; the modules here look at what entries say
of each other (`references`), at the form of a notebook (`form`), at what an item leaves
unsaid (`speech`), at what stands twice (`doubles`), at what gives a key away
(`giveaways`), at what does not prove itself (`proofs`), at what an item stores of the
text or of a machine's cut, which may have changed since (`evidence`, `segmentation`),
and at what is still to be written (`unfilled`).
"""

from collections.abc import Iterable
from pathlib import Path

from yandu.audit.doubles import double_faults
from yandu.audit.evidence import evidence_faults
from yandu.audit.form import form_faults
from yandu.audit.giveaways import giveaway_faults
from yandu.audit.proofs import proof_faults
from yandu.audit.references import bank_faults, glossary_faults, lesson_faults
from yandu.audit.segmentation import segmentation_faults
from yandu.audit.speech import speech_faults
from yandu.audit.unfilled import unfilled_faults, without_echoes
from yandu.content import Course, Lesson, read_claims, read_course
from yandu.content.claims import claim_faults
from yandu.content.outline import OUTLINE_NAME, outline_faults
from yandu.faults import Fault
from yandu.items import Bank, read_bank

__all__ = ["audit", "audit_bank"]


def audit(lessons: Path) -> list[Fault]:
    """Return all faults of a lessons folder, sorted by place.

    Args:
        lessons: The folder; canonical lessons or a copy that is being worked on.
    """
    course = read_course(lessons)
    claims = read_claims(lessons)
    faults = [*course.faults, *glossary_faults(course), *claim_faults(claims)]
    if (lessons / OUTLINE_NAME).exists():
        # Without one no learner can add a copy of the article; the lessons stand.
        faults += outline_faults(lessons, claims)
    for lesson in course.lessons.values():
        bank = read_bank(lessons, lesson.name)
        unfilled = [*unfilled_faults(lessons, lesson)]
        own = [*lesson.faults, *form_faults(lesson)]
        own += lesson_faults(course, lesson, bank, claims)
        own += audit_bank(course, lesson, bank, claims)
        faults += [*unfilled, *without_echoes(own, unfilled)]
    return sorted(set(faults))


def audit_bank(
    course: Course, lesson: Lesson, bank: Bank, claims: Iterable[str]
) -> list[Fault]:
    """Return the faults of a bank by itself: one that no notebook need call yet.

    Args:
        course: Whose sources may be cited.
        lesson: To whose paragraphs and objectives the items belong.
        bank: The items.
        claims: Ids of the article's claims.
    """
    return [
        *bank.faults,
        *proof_faults(bank),
        *bank_faults(course, lesson, bank, claims),
        *speech_faults(lesson, bank),
        *double_faults(bank),
        *evidence_faults(lesson, bank),
        *segmentation_faults(bank, course.glossary),
        *giveaway_faults(bank),
    ]
