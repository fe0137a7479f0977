"""The generation mark: what each process looks at before it reads or writes.

The file ``progress.mark`` says which generation of the store this is (a repair begins a
new one), what that repair has to tell the learner, and when each lesson was last
erased. Generations and erasures are random tokens: a process that finds another one
than it knows acts on it, and no clock is asked.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from yandu.progress.files import mark_file, put_in_place, temporary_beside
from yandu.progress.notices import Notice
from yandu.progress.records import now, time_to_text

EVERYTHING = "*"

# The learner may not be looking when a store is repaired (a click, a command line), so
# every session of the day after tells it.
TELL_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """The content of the mark.

    Attributes:
        generation: A token, new after each repair; empty before the first.
        began_at: When this generation began, ISO 8601, UTC.
        notice: What the repair has to tell; None if there was nothing to lose.
        erasures: Lesson id, or `EVERYTHING`, to a token that is new after each erasure.
    """

    generation: str = ""
    began_at: str = "1970-01-01T00:00:00+00:00"
    notice: Notice | None = None
    erasures: dict[str, str] = field(default_factory=dict)

    @property
    def news(self) -> Notice | None:
        """The notice, as long as it is to be told."""
        if self.notice is None:
            return None
        age = abs(now() - datetime.fromisoformat(self.began_at))
        return self.notice if age < TELL_FOR else None


def read_mark(store: Path) -> Mark:
    """Return the mark; a missing or unreadable one counts as the first generation."""
    try:
        data = json.loads(mark_file(store).read_text(encoding="utf-8"))
        notice = Notice(**data["notice"]) if data["notice"] else None
        mark = Mark(**(data | {"notice": notice}))
        datetime.fromisoformat(mark.began_at)
        return mark
    except (OSError, ValueError, TypeError, KeyError):
        return Mark()


def begin_generation(store: Path, notice: Notice | None) -> None:
    """Tell all processes that the store has been replaced."""
    erasures = read_mark(store).erasures
    _write(store, Mark(uuid4().hex, time_to_text(now()), notice, erasures))


def mark_erased(store: Path, lesson_id: str) -> None:
    """Tell all processes to forget a lesson, or `EVERYTHING`."""
    mark = read_mark(store)
    erasures = mark.erasures | {lesson_id: uuid4().hex}
    # Copies are erased as well, and with them what a notice may speak of.
    _write(store, replace(mark, notice=None, erasures=erasures))


def _write(store: Path, mark: Mark) -> None:
    file = mark_file(store)
    temporary = temporary_beside(file)
    temporary.write_text(json.dumps(asdict(mark)), encoding="utf-8")
    put_in_place(temporary, file)
