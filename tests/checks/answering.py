"""A learner's kernel, as far as answering goes: a process that can be killed.

Each process opens the store, shows the cards of lesson 01 and answers them as a browser
does, act after act, until it is killed. What it is about to do and what the card has
confirmed it tells at once through its pipe. Where the system can fork, the processes are
forked from one that has imported everything: a kill costs no new start of Python.
"""

import multiprocessing
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.cards import send
from yandu.items import Item
from yandu.lesson import LessonHandle, open_lesson
from yandu.progress import STORE_NAME, Attempt

Response = Any


@dataclass(frozen=True)
class Told:
    """One thing that a process has told.

    Attributes:
        what: ``draft`` before a draft is sent, ``check`` before a response is checked,
            ``saved`` when the card has said that the attempt is saved.
        item_id: The item.
        response: What was given.
        attempt_id: The attempt that was confirmed; empty before it was.
    """

    what: str
    item_id: str
    response: Response
    attempt_id: str = ""


def store_of(folder: Path) -> Path:
    """Return where the course keeps its store in a data folder."""
    return folder / "learners" / "default" / STORE_NAME


def open_lesson_in(folder: Path) -> LessonHandle:
    """Return lesson 01 in a data folder, as a new kernel has it."""
    os.environ["YANDU_DATA"] = str(folder)
    return open_lesson("01")


def answer(folder: Path, pipe: Connection, seed: int, loses_one_in: int = 0) -> None:
    """Answer the items of lesson 01 at random, until the process is killed.

    Args:
        folder: The data folder.
        pipe: Where to tell what is done.
        seed: Makes the choices.
        loses_one_in: Of so many attempts one is confirmed but never written: a fault, so
            that it can be tested that faults are found. 0 for none.
    """
    chance = random.Random(seed)
    lesson = open_lesson_in(folder)
    recorded = note_ids(lesson, chance, loses_one_in)
    # What an open response is worth only its learner can say.
    items = [item for item in lesson.bank.items.values() if item.accept]
    cards = {item.id: lesson.check(item.id) for item in items}
    while True:
        item = chance.choice(items)
        work_on(item, cards[item.id], chance, pipe, recorded)


def show(folder: Path, pipe: Connection) -> None:
    """Open the lesson in a new process; tell what each card shows."""
    lesson = open_lesson_in(folder)
    pipe.send({item_id: lesson.check(item_id).state for item_id in lesson.bank.items})


def note_ids(
    lesson: LessonHandle, chance: random.Random, loses_one_in: int
) -> list[str]:
    """Return the list to which the store adds the id of each attempt it is given."""
    recorded: list[str] = []
    record = lesson.store.record

    def note_and_record(attempt: Attempt) -> bool:
        recorded.append(attempt.id)
        is_lost = loses_one_in > 0 and chance.randrange(loses_one_in) == 0
        return is_lost or record(attempt)

    lesson.store.record = note_and_record  # type: ignore[method-assign]
    return recorded


def work_on(
    item: Item, card: Any, chance: random.Random, pipe: Connection, recorded: list[str]
) -> None:
    """Do with a card what a learner does: draft, hint, check, look at the solution."""
    parsed = [item.parse(response) for response in (*item.accept, *item.reject)]
    response = chance.choice([r for r in parsed if not item.is_empty(r)])
    for act, likely in (("draft", 0.5), ("hint", 0.3)):
        if chance.random() < likely:
            pipe.send(Told("draft", item.id, response))
            send(card, act, response=response)
    pipe.send(Told("check", item.id, response))
    state = send(card, "check", response=response)
    if state.get("is_saved") is True:
        pipe.send(Told("saved", item.id, response, recorded[-1]))
    if chance.random() < 0.2:
        send(card, "solution")


class Kernel:
    """One such process, from outside.

    Args:
        work: What it does: `answer` or `show`.
        arguments: The arguments of `work` behind the pipe.
    """

    def __init__(
        self, work: Callable[..., None], folder: Path, *arguments: int
    ) -> None:
        processes = prepared_processes()
        self.pipe, other = processes.Pipe(duplex=False)
        self.process = processes.Process(
            target=work, args=(folder, other, *arguments), daemon=True
        )
        self.process.start()
        other.close()

    def listen(self) -> list[Any]:
        """Return what the process has told since the last time."""
        told = []
        while self.pipe.poll():
            told.append(self.pipe.recv())
        return told

    def kill(self) -> list[Any]:
        """Kill the process as ``kill -9`` does; return its last words."""
        self.process.kill()
        return self.end()

    def end(self) -> list[Any]:
        """Return what the process still tells until it ends."""
        told = []
        try:
            while True:
                told.append(self.pipe.recv())
        except EOFError:
            self.pipe.close()
        self.process.join()
        return told


def prepared_processes() -> Any:  # a context of multiprocessing
    """Return how to start processes: forked from one with all imports, if possible."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["yandu.lesson"])
    return processes
