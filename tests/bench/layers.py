"""What the layers of a lesson cost, against reading the course's files once.

    python -m tests.bench.layers

As ratios, because machines differ. 30 ms on the machine where it was set is about a
half of what reading all the files takes there.
"""

import time
from collections.abc import Callable

from yandu.content import read_course
from yandu.paths import lessons_path
from yandu.reading.layers import layers
from yandu.reading.where import where_else


def best(act: Callable[[], object], times: int = 7) -> float:
    """Return the shortest of several runs, in seconds of this process."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Measure and print."""
    course = read_course(lessons_path())
    base = best(lambda: read_course(lessons_path()))
    print(f"reading the course: {base * 1000:.1f} ms = 1")
    for lesson in course.lessons.values():
        taken = best(lambda lesson=lesson: layers(course, lesson))
        print(
            f"layers of {lesson.id}: {taken / base:.2f} ({taken * 1000:.1f} ms, should be 30 or less)"
        )
    taken = best(lambda: where_else(course, "公安"))
    print(f"where else 公安: {taken / base:.2f} ({taken * 1000:.1f} ms)")


if __name__ == "__main__":
    main()
