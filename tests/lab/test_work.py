"""Long work: in a thread, with progress, given up when it is not wanted any more."""

import threading

import pytest

from yandu.lab.work import Worker


@pytest.fixture
def seen():
    return {"state": [], "progress": [], "done": [], "failed": []}


@pytest.fixture
def worker(seen):
    return Worker(seen["state"].append, seen["progress"].append)


def run(worker, seen, work, in_background=True):
    worker.run(work, seen["done"].append, seen["failed"].append, in_background)
    return worker.thread


def test_short_work_is_done_at_once(worker, seen):
    run(worker, seen, lambda job: 7, in_background=False)
    assert seen["done"] == [7]
    assert worker.thread is None


def test_long_work_tells_its_progress_and_does_not_keep_one_waiting(worker, seen):
    go = threading.Event()

    def work(job):
        job.progress(0.5)
        assert go.wait(10)
        return threading.current_thread()

    thread = run(worker, seen, work)
    assert seen["done"] == []
    go.set()
    thread.join(10)
    assert seen["done"] == [thread]
    assert seen["progress"] == [0.5]
    assert seen["state"] == [True, False]


def test_cancelled_work_stops_where_it_tells_its_progress(worker, seen):
    begun, go = threading.Event(), threading.Event()
    steps = []

    def work(job):
        begun.set()
        assert go.wait(10)
        job.progress(0.5)
        steps.append("after")

    thread = run(worker, seen, work)
    assert begun.wait(10)
    worker.cancel()
    go.set()
    thread.join(10)
    assert (steps, seen["done"], seen["failed"], seen["progress"]) == ([], [], [], [])
    assert seen["state"] == [True, False]


def test_a_new_question_takes_the_place_of_the_old(worker, seen):
    go = threading.Event()
    first = run(worker, seen, lambda job: go.wait(10) and "old")
    second = run(worker, seen, lambda job: "new")
    second.join(10)
    go.set()
    first.join(10)
    assert seen["done"] == ["new"]


def test_an_error_is_handed_on(worker, seen):
    error = ValueError("no")

    def work(job):
        raise error

    run(worker, seen, work).join(10)
    assert seen["failed"] == [error]
