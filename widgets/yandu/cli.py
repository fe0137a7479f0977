"""The ``yandu`` command: open the course, check and render it, mind one's own data."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from yandu import __version__
from yandu.arguments import Commands, Parser
from yandu.commands import GROUPS
from yandu.faults import ContentError
from yandu.messages import say, speak


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0 if all went well, 1 if something is wrong that the output names, 2 for a
        command line that cannot be understood.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show Chinese shows question marks, not a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    _speak()
    options, rest = _parser().parse_known_args(arguments)
    if rest and not options.takes_rest:
        _parser().error(say("cli.unknown", arguments=" ".join(rest)))
    options.rest = rest
    if getattr(options, "learner", None):
        os.environ["YANDU_LEARNER"] = options.learner
        _speak()
    try:
        code: int = options.command(options)
    except (ContentError, LookupError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return code


def _speak() -> None:
    """Take up the learner's language; who has an impossible name has the default."""
    from yandu.paths import data_path
    from yandu.settings import read_settings

    with suppress(ValueError):
        speak(read_settings(data_path()).language)


def _parser() -> Parser:
    parser = Parser(prog="yandu", description=say("cli.yandu"))
    parser.add_argument(
        "--version", action="version", version=__version__, help=say("cli.version")
    )
    parser.set_defaults(takes_rest=False)
    commands = Commands(parser)
    for group in GROUPS:
        group.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
