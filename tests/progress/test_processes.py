"""Several kernels on one store, kernels that are killed, and repairs among them."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from yandu.progress import open_store
from yandu.progress.files import set_aside_files
from yandu.progress.locks import BusyError, exclusive
from yandu.progress.migrations import verify

WORKER = Path(__file__).with_name("worker.py")


class Worker:
    """One such process; see worker.py."""

    def __init__(self, path):
        self.confirmed = []
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self):
        assert self.process.stdout.readline() == "ready\n"
        return self

    def tell(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def wait_until_done(self):
        lines = list(iter(self.process.stdout.readline, "done\n"))
        assert "" not in lines, "the worker has ended"
        return [line.strip() for line in lines]

    def do(self, line):
        self.tell(line)
        return self.wait_until_done()

    def record(self, count):
        confirmed = self.do(f"record {count}")
        assert len(confirmed) == count
        self.confirmed += confirmed

    def kill(self):
        self.process.kill()
        return self.end()

    def end(self):
        """End the process; return the ids that it still had printed, cut ones apart."""
        rest, _ = self.process.communicate()
        return [line.strip() for line in rest.splitlines(True) if len(line) == 37]


@pytest.fixture
def start(path):
    workers = []

    def start_workers(count):
        new = [Worker(path) for _ in range(count)]
        workers.extend(new)
        return [worker.wait_until_ready() for worker in new]

    yield start_workers
    for worker in workers:
        worker.process.kill()
        worker.process.communicate()


def assert_holds(path, confirmed):
    with closing(sqlite3.connect(path)) as db:
        verify(db)
        stored = {id for (id,) in db.execute("SELECT id FROM attempts")}
    assert set(confirmed) - stored == set()


def test_four_processes_lose_nothing(path, start):
    workers = start(4)
    for worker in workers:
        worker.tell("record 200")
    confirmed = [id for worker in workers for id in worker.wait_until_done()]
    assert len(set(confirmed)) == 800
    assert_holds(path, confirmed)
    assert len(open_store(path).attempts()) == 800


def test_what_was_confirmed_survives_kill_9(path):
    """Thirty rounds of two kernels each, killed at any moment."""
    chance = random.Random(9)
    confirmed = []
    for _ in range(30):
        workers = [Worker(path), Worker(path)]
        for worker in workers:
            worker.tell("record 100000")
        workers[0].wait_until_ready()
        time.sleep(chance.uniform(0, 0.15))
        for worker in workers:
            confirmed += worker.kill()
        store = open_store(path)
        assert store.is_saving
        assert store.notices == ()
        assert_holds(path, confirmed)
    assert len(confirmed) > 300
    assert set_aside_files(path) == []


def test_another_process_repairs_while_one_holds_the_store(path, start):
    writer, mender = start(2)
    for _ in range(5):
        writer.record(33)
        mender.record(7)
        mender.do("damage")
        mender.do("open")
        writer.record(1)
        confirmed = writer.confirmed + mender.confirmed
        assert_holds(path, confirmed)
    assert len(set(confirmed)) == 205


def test_a_repair_loses_no_attempt_of_any_living_session(path, start):
    one, other, mender = start(3)
    one.record(30)
    other.record(30)
    path.write_bytes(path.read_bytes()[:5000])
    assert mender.do("open") == ["store.restored"]
    mender.record(3)
    other.record(1)  # writes again what the backup had not
    one.do("close")  # so does this, though it has nothing new
    confirmed = one.confirmed + other.confirmed + mender.confirmed
    assert len(set(confirmed)) == 64
    assert_holds(path, confirmed)


def test_damage_while_three_processes_write(path, start):
    workers = start(3)
    damager = start(1)[0]
    for worker in workers:
        worker.tell("record 150")
    for _ in range(6):
        time.sleep(0.05)
        damager.do("damage")
        damager.do("open")
    confirmed = [id for worker in workers for id in worker.wait_until_done()]
    for worker in workers:
        worker.do("close")
    assert len(set(confirmed)) == 450
    open_store(path)
    assert_holds(path, confirmed)


def test_the_lock_lets_one_in_at_a_time(tmp_path):
    file = tmp_path / "x.lock"
    with exclusive(file, 1) as is_alone:
        assert is_alone
        started = time.monotonic()
        with pytest.raises(BusyError), exclusive(file, 0.1):
            pass
        assert 0.1 <= time.monotonic() - started < 1
    with exclusive(file, 0) as is_alone:
        assert is_alone


def test_a_killed_process_leaves_no_lock(tmp_path):
    file = tmp_path / "x.lock"
    code = (
        "import sys, time; from pathlib import Path\n"
        "from yandu.progress.locks import exclusive\n"
        "with exclusive(Path(sys.argv[1]), 1):\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError), exclusive(file, 0):
            pass
        holder.kill()
    with exclusive(file, 1) as is_alone:
        assert is_alone
