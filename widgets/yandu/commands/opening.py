"""`yandu open`."""

import argparse
from pathlib import Path

from yandu.arguments import Commands
from yandu.messages import say


def add(commands: Commands) -> None:
    """Add the command."""
    opening = commands.add_for_learner("open", say("cli.open"))
    opening.add_argument("lesson", nargs="?", help=say("cli.open_lesson"))
    opening.add_argument("--folder", type=Path, help=say("cli.open_folder"))
    opening.set_defaults(command=_open, takes_rest=True)


def _open(options: argparse.Namespace) -> int:
    from yandu.launch import open_course

    return open_course(options.lesson, options.folder, options.rest)
