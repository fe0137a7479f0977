"""Kills kernels while they answer, and looks after each kill at what is left.

SIGKILL takes a process, not what it has handed to the system: this shows that a kernel
that dies loses nothing. What a power cut leaves is the promise of SQLite and the disk.
"""

import random
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.checks.answering import Kernel, Told, answer, show, store_of
from yandu.progress import Attempt, open_store
from yandu.progress.files import set_aside_files
from yandu.progress.migrations import verify

N_KERNELS = 3
#: From kill to kill. A kernel lives three times as long, half a second on average; of
#: this it needs 0.1 s to open the lesson, then a few milliseconds an item.
LONGEST_WAIT_SECONDS = 0.3
#: Where a busy machine leaves them less, they live longer, until this is reached.
CONFIRMED_A_KILL = 5


@dataclass
class Tally:
    """What was found.

    Attributes:
        n_kills: How many kernels were killed.
        n_answering: How many of them had an attempt under way, told and not confirmed.
        confirmed: The attempts that a card has said to be saved, by id.
        lost: The ids of those of them that were not in the store.
        drafts: All drafts that were sent: item and response, as text.
        faults: What else was not as it should be, in words.
    """

    n_kills: int = 0
    n_answering: int = 0
    confirmed: dict[str, Told] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    drafts: set[tuple[str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def hear(self, told: list[Told]) -> None:
        """Take in what a kernel has told."""
        for one in told:
            if one.what == "saved":
                self.confirmed[one.attempt_id] = one
            elif one.what == "draft":
                self.drafts.add((one.item_id, repr(one.response)))

    def demand(self, is_so: bool, fault: str) -> None:
        """Note a fault unless all is well."""
        if not is_so:
            self.faults.append(f"after kill {self.n_kills}: {fault}")


def kill_kernels(folder: Path, n_kills: int, seed: int, loses_one_in: int = 0) -> Tally:
    """Kill kernels at random moments while several of them answer on one store.

    Args:
        folder: An empty data folder.
        n_kills: How many at least.
        seed: Makes the moments and the answers.
        loses_one_in: See `tests.checks.answering.answer`.
    """
    chance = random.Random(seed)
    tally = Tally()

    def start() -> Kernel:
        return Kernel(answer, folder, chance.randrange(2**31), loses_one_in)

    def is_behind() -> bool:
        return len(tally.confirmed) < CONFIRMED_A_KILL * tally.n_kills

    kernels = [start() for _ in range(N_KERNELS)]
    longest = LONGEST_WAIT_SECONDS
    try:
        while tally.n_kills < n_kills or is_behind():
            time.sleep(chance.uniform(0, longest))
            place = chance.randrange(N_KERNELS)
            take(kernels[place], tally)
            kernels[place] = start()
            for kernel in kernels:
                tally.hear(kernel.listen())
            look(store_of(folder), tally)
            if is_behind():
                longest *= 1.2
    finally:
        for kernel in kernels:
            take(kernel, tally)
    look(store_of(folder), tally)
    look_again_alone(folder, tally)
    return tally


def take(kernel: Kernel, tally: Tally) -> None:
    """Kill a kernel and take in its last words."""
    told = kernel.kill()
    tally.hear(told)
    tally.n_kills += 1
    tally.n_answering += bool(told) and told[-1].what == "check"


def look(path: Path, tally: Tally) -> None:
    """Open the store anew, beside the kernels that live, and see what it has."""
    store = open_store(path)
    tally.demand(store.is_saving, "the store does not save")
    tally.demand(store.notices == (), f"the learner is told {store.notices}")
    compare(store.attempts(), tally)


def compare(stored: tuple[Attempt, ...], tally: Tally) -> None:
    """See that each confirmed attempt is there, once and as it was given."""
    times = Counter(attempt.id for attempt in stored)
    by_id = {attempt.id: attempt for attempt in stored}
    for attempt_id, told in tally.confirmed.items():
        attempt = by_id.get(attempt_id)
        if attempt is None:
            tally.lost.add(attempt_id)
            continue
        tally.demand(times[attempt_id] == 1, f"{told} is there several times")
        same = (attempt.item_id, attempt.response) == (told.item_id, told.response)
        tally.demand(same, f"{told} has become {attempt}")


def look_again_alone(folder: Path, tally: Tally) -> None:
    """With every kernel dead: the file is sound, holds nothing else, and shows."""
    path = store_of(folder)
    with closing(sqlite3.connect(path)) as db:
        verify(db)
    tally.demand(set_aside_files(path) == [], "a file was set aside")
    stored = open_store(path).attempts()
    # What a kernel had written and not yet told: one attempt each at most.
    n_more = len(stored) - len(tally.confirmed)
    tally.demand(n_more <= tally.n_kills, f"{n_more} attempts too many")
    (states,) = Kernel(show, folder).end()
    last = {attempt.item_id: attempt for attempt in stored}  # oldest first
    for item_id, attempt in last.items():
        resume(states[item_id], attempt, tally)


def resume(state: dict[str, Any], last: Attempt, tally: Tally) -> None:
    """See that a card takes up the item where it was left."""
    item_id, shown = last.item_id, state["response"]
    tally.demand(state["has_attempt"], f"{item_id} shows no attempt")
    if state["is_open"]:
        is_draft = (item_id, repr(shown)) in tally.drafts
        tally.demand(is_draft, f"{item_id} shows {shown}, which nobody left there")
    else:
        same = (shown, state["outcome"]) == (last.response, last.outcome)
        tally.demand(same, f"{item_id} shows {shown} instead of {last}")
