"""Where things are: the canonical lessons, and the learner's own data."""

import os
from pathlib import Path

PACKAGE_PATH = Path(__file__).parent


def lessons_path() -> Path:
    """Return the canonical lessons: the checkout's, else those inside the wheel."""
    checkout = PACKAGE_PATH.parent.parent / "lessons"
    if (checkout / "glossary.toml").is_file():
        return checkout
    return PACKAGE_PATH / "lessons"


def data_root() -> Path:
    """Return the folder of all learners' data on this account.

    ``YANDU_DATA`` names it; else it is the system's place for user data.
    """
    named = os.environ.get("YANDU_DATA")
    if named:
        return Path(named).expanduser()
    # Imported here: not needed, and not paid for, when YANDU_DATA is set.
    from platformdirs import user_data_path

    return user_data_path("yandu", appauthor=False)


def learner_name() -> str:
    """Return whose data this is: ``YANDU_LEARNER``, or ``default``."""
    return os.environ.get("YANDU_LEARNER") or "default"


def data_path() -> Path:
    """Return the data folder of the present learner."""
    return data_root() / "learners" / learner_name()
