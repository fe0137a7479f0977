"""`yandu original`: the learner's own copy of the article."""

import argparse
from pathlib import Path

from yandu.arguments import Commands
from yandu.messages import say


def add(commands: Commands) -> None:
    """Add the command, with one of its own for each act."""
    own = commands.add("original", say("cli.original"))
    acts = Commands(own)
    adding = acts.add_for_learner("add", say("cli.original_add"))
    adding.add_argument("file", type=Path, help=say("cli.original_file"))
    adding.set_defaults(command=_original_add)
    showing = acts.add_for_learner("show", say("cli.original_show"))
    showing.add_argument("--text", action="store_true", help=say("cli.original_text"))
    showing.set_defaults(command=_original_show)
    removing = acts.add_for_learner("remove", say("cli.original_remove"))
    removing.set_defaults(command=_original_remove)


def _original_add(options: argparse.Namespace) -> int:
    from yandu.original import add_original, has_original
    from yandu.original.view import summary
    from yandu.paths import data_path, lessons_path

    had_one = has_original(data_path())
    original = add_original(options.file, data_path(), lessons_path())
    print(say("original.replaced" if had_one else "original.added"))
    print(*summary(original, data_path()), say("original.private"), sep="\n")
    return 0


def _original_show(options: argparse.Namespace) -> int:
    from yandu.original import read_original
    from yandu.original.view import restored, summary
    from yandu.paths import data_path, lessons_path

    original = read_original(data_path(), lessons_path())
    print(*summary(original, data_path()), sep="\n")
    if options.text:
        print(*restored(original), sep="\n")
    return 0


def _original_remove(options: argparse.Namespace) -> int:
    from yandu.original import NoOriginalError, remove_original
    from yandu.paths import data_path

    if not remove_original(data_path()):
        raise NoOriginalError
    print(say("original.removed"))
    return 0
