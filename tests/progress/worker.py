"""A process with the store open; it does what it reads, line by line.

``record N`` records N attempts and prints the id of each as soon as it is confirmed.
``damage`` overwrites part of the file, as a failing disk would.
``open`` closes the store and opens it again, as a page that is reloaded does.
``close`` writes what is still unsaved.

After each line it prints ``done``.
"""

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from yandu.progress import Attempt, open_store


def record(store, count):
    for _ in range(count):
        made = Attempt(
            item_id="01-q01",
            lesson_id="01",
            response={"a": "公安" * 20},
            score=1,
            maximum=1,
            outcome="correct",
            n_hints=0,
            at=datetime.now(UTC),
        )
        if store.record(made):
            print(made.id, flush=True)


def damage(path):
    with path.open("r+b") as file:
        size = path.stat().st_size
        start = random.choice([0, random.randrange(size)])
        file.seek(start)
        file.write(random.randbytes(min(3000, size - start)))


def main(path):
    store = open_store(path)
    print("ready", flush=True)
    for line in sys.stdin:
        match line.split():
            case ["record", count]:
                record(store, int(count))
            case ["damage"]:
                damage(path)
            case ["open"]:
                store.close()
                store = open_store(path)
                print(*(notice.key for notice in store.notices), flush=True)
            case ["close"]:
                store.close()
        print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
