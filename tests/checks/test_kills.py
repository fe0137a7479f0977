"""Kernels that are killed while they answer: what a card has confirmed stays."""

import random

from tests.checks.jupyter_kernel import JupyterKernel
from tests.checks.kills import kill_kernels
from yandu.paths import data_path
from yandu.progress import STORE_NAME, open_store

CLOZE = "01-q03"


def test_fifty_kills_lose_no_confirmed_attempt(data_folder):
    """Several kernels on one store; a thousand kills: `python -m tests.bench.kills`."""
    tally = kill_kernels(data_folder, 50, seed=50)
    assert (tally.lost, tally.faults) == (set(), [])
    assert tally.n_kills >= 50
    assert tally.n_answering >= 3  # it was not idle kernels that died
    assert len(tally.confirmed) > 50


def test_an_attempt_that_was_confirmed_and_not_written_is_found_out(data_folder):
    tally = kill_kernels(data_folder, 5, seed=5, loses_one_in=3)
    assert tally.lost


def test_real_kernels_lose_no_confirmed_attempt(data_folder):
    """The same with Jupyter's own kernels, which the card tells over their sockets."""
    chance = random.Random(1)
    kernels = [JupyterKernel(data_folder) for _ in range(3)]
    for number, kernel in enumerate(kernels):
        kernel.show(CLOZE)
        for turn in range(1000):
            kernel.check({"a": f"{number}-{turn}", "b": "纪律严明"})
    for kernel in kernels:
        kernel.listen(chance.uniform(0.2, 0.4))
        kernel.kill()
        assert 0 < len(kernel.confirmed) < 1000
        store = open_store(data_path() / STORE_NAME)
        assert (store.is_saving, store.notices) == (True, ())
        stored = [attempt.response for attempt in store.attempts()]
        assert [stored.count(response) for response in kernel.confirmed] == [
            1 for _ in kernel.confirmed
        ]
    again = JupyterKernel(data_folder).show(CLOZE)
    again.kill()
    assert again.state["response"] == stored[-1]
    assert again.state["outcome"] == "partial"
