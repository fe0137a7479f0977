"""`yandu check`: everything that can be wrong across the course's files, in one list.

Readers report what is wrong inside an entry; the modules here look at what entries say
of each other (`references`), at the form of a notebook (`form`), and at what gives an
item's key away (`giveaways`).
"""

from pathlib import Path

from yandu.audit.form import form_faults
from yandu.audit.giveaways import giveaway_faults
from yandu.audit.references import glossary_faults, lesson_faults
from yandu.content import read_claims, read_course
from yandu.faults import Fault
from yandu.items import read_bank


def audit(lessons: Path) -> list[Fault]:
    """Return all faults of a lessons folder, sorted by place.

    Args:
        lessons: The folder; canonical lessons or a copy that is being worked on.
    """
    course = read_course(lessons)
    claims = read_claims(lessons)
    faults = [*course.faults, *glossary_faults(course)]
    for lesson in course.lessons.values():
        bank = read_bank(lessons, lesson.name)
        faults += lesson.faults
        faults += bank.faults
        faults += form_faults(lesson)
        faults += lesson_faults(course, lesson, bank, claims)
        faults += giveaway_faults(bank)
    return sorted(set(faults))
