"""Where things are: the canonical lessons, and the learner's own data."""

import os
from pathlib import Path

from yandu.messages import say

PACKAGE_PATH = Path(__file__).parent
#: A learner's name becomes the name of a folder, on any system.
NOT_IN_NAMES = frozenset('/\\:*?"<>|')
LONGEST_NAME = 60


def lessons_path() -> Path:
    """Return the lessons: the checkout's, else those inside the wheel.

    ``YANDU_LESSONS`` names another folder of the same form, for a preview or a test.
    """
    named = os.environ.get("YANDU_LESSONS")
    if named:
        return Path(named).expanduser()
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
    """Return whose data this is: ``YANDU_LEARNER``, or ``default``.

    Raises:
        ValueError: The name cannot be the name of a folder.
    """
    name = os.environ.get("YANDU_LEARNER") or "default"
    is_safe = name.isprintable() and not NOT_IN_NAMES & set(name)
    if not is_safe or name.strip(" .") != name or len(name) > LONGEST_NAME:
        raise ValueError(say("cli.bad_learner", name=name, n=LONGEST_NAME))
    return name


def data_path() -> Path:
    """Return the data folder of the present learner."""
    return data_root() / "learners" / learner_name()
