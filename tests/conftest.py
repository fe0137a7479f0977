"""Shared by all tests: a data folder of their own, and a small course to work on."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from yandu.kit import shared_kit
from yandu.lesson import _handles
from yandu.messages import speak
from yandu.paths import data_path
from yandu.progress import STORE_NAME, open_store

ROOT = Path(__file__).parent.parent
LESSONS = ROOT / "lessons"

# A run of the integration can be repeated exactly; at a desk every run looks further.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")

# Whoever runs the tests may have set these; no test may touch a person's own data.
os.environ.pop("YANDU_LEARNER", None)
os.environ.pop("YANDU_LANG", None)
os.environ.pop("YANDU_LESSONS", None)


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory, monkeypatch):
    """The learner's data folder of this test."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("YANDU_DATA", str(folder))
    # The command sets it: whatever a test sets is taken back after it.
    monkeypatch.delenv("YANDU_LEARNER", raising=False)
    speak("both")
    shared_kit().speak()
    yield folder
    for handle in list(_handles.values()):
        handle.close()  # the next test has another folder


@pytest.fixture
def store():
    """The store of this test's learner."""
    store = open_store(data_path() / STORE_NAME)
    yield store
    store.close()


@pytest.fixture
def lessons_copy(tmp_path) -> Path:
    """A copy of the canonical lessons that a test may spoil."""
    copy = tmp_path / "lessons"
    shutil.copytree(LESSONS, copy)
    return copy


def pytest_terminal_summary(terminalreporter):
    """Say how long the notebooks took: nobody wants a course that is slow to test."""
    runs = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        if "nbval" in report.nodeid or "test_gallery" in report.nodeid
    ]
    if runs:
        seconds = sum(report.duration for report in runs)
        terminalreporter.write_line(f"notebooks: {len(runs)} tests, {seconds:.0f} s")
