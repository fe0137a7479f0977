"""`yandu data`: where one's own work lies, and how to be rid of it."""

import argparse

from yandu.arguments import Commands
from yandu.messages import say


def add(commands: Commands) -> None:
    """Add the command."""
    data = commands.add_for_learner("data", say("cli.data"))
    data.add_argument("action", choices=["where", "erase"])
    data.add_argument("--lesson", help=say("cli.data_lesson"))
    data.add_argument("--yes", action="store_true", help=say("cli.yes"))
    data.set_defaults(command=_data)


def _data(options: argparse.Namespace) -> int:
    from yandu.content import read_course
    from yandu.original import remove_original
    from yandu.paths import data_path, lessons_path
    from yandu.progress import admin
    from yandu.settings import erase_settings
    from yandu.textlab.segmentation.corrections import erase_corrections

    if options.action == "where":
        print(data_path())
        return 0
    if options.lesson:
        # A mistyped number must not be answered with "erased".
        read_course(lessons_path()).lesson(options.lesson)
    if not options.yes and not _confirmed(options.lesson):
        print(say("cli.nothing_erased"))
        return 1
    admin.erase(data_path(), options.lesson)
    if not options.lesson:
        erase_settings(data_path())
        remove_original(data_path())
        erase_corrections(data_path())
    print(say("cli.erased"))
    return 0


def _confirmed(lesson: str | None) -> bool:
    question = (
        say("cli.erase_lesson", lesson=lesson) if lesson else say("cli.erase_all")
    )
    try:
        return input(f"{question} ").strip().lower() in {"y", "yes", "是"}
    except EOFError:
        return False
