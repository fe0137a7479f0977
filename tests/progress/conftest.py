"""A store in a fresh folder, and the records that the tests put into it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from yandu.progress import STORE_NAME, Attempt

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / STORE_NAME


@pytest.fixture
def attempt() -> Callable[..., Attempt]:
    """Make attempts, each a minute after the one before."""
    count = iter(range(100_000))

    def make(**changes: Any) -> Attempt:
        values: dict[str, Any] = {
            "item_id": "01-q01",
            "lesson_id": "01",
            "response": ["a"],
            "score": 1.0,
            "maximum": 1.0,
            "outcome": "correct",
            "n_hints": 0,
            "at": NOON + timedelta(minutes=next(count)),
        }
        return Attempt(**(values | changes))

    return make
