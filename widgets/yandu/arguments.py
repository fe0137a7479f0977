"""A parser of command lines that speaks the reader's language.

Python's argparse takes its words from gettext and so from compiled catalogues of their
own; ours stand in ``messages.toml`` like all others. What it prints on help is given to
it in the ways that it has for that. What it says of a wrong command line it says in
English, and that is recognised here by the message whose English it is.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from functools import cache
from typing import Any, NoReturn

from yandu.messages import catalogue, language, say

PLACE = re.compile(r"\\\{(\w+)\\\}")


class _Formatter(argparse.HelpFormatter):
    """Help whose usage and headings are in the reader's language."""

    _headings: tuple[str | None, ...] = ()

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        own = say("cli.usage") if prefix is None else prefix
        super().add_usage(usage, actions, groups, own)

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading)
        self._headings = (*self._headings, heading)

    def format_help(self) -> str:
        """Return the help; argparse itself ends headings with an ASCII colon."""
        text = super().format_help()
        for heading in self._headings:
            said = say("cli.heading", heading=heading)
            text = text.replace(f"\n{heading}:\n", f"\n{said}\n")
        return text


class Parser(argparse.ArgumentParser):
    """`argparse.ArgumentParser` in the reader's language, its subparsers too."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - argparse's
        super().__init__(add_help=False, formatter_class=_Formatter, **settings)
        self._arguments = self.add_argument_group(say("cli.arguments"))
        self._options = self.add_argument_group(say("cli.options"))
        self.add_argument("-h", "--help", action="help", help=say("cli.help"))

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:  # noqa: ANN401
        """Add an argument or an option, under our heading."""
        group = self._options if names[0].startswith("-") else self._arguments
        return group.add_argument(*names, **settings)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave with code 2."""
        self.print_usage(sys.stderr)
        said = say("cli.error", prog=self.prog, message=translated(message))
        self.exit(2, f"{said}\n")


class Commands:
    """The commands of a parser, or the acts of a command."""

    def __init__(self, parser: Parser) -> None:
        self._parsers = parser.add_subparsers(
            title=say("cli.commands"), required=True, metavar=say("cli.command")
        )

    def add(self, name: str, meaning: str) -> Parser:
        """Add one, and return its parser."""
        return self._parsers.add_parser(name, help=meaning)

    def add_for_learner(self, name: str, meaning: str) -> Parser:
        """Add one that works on the data of a learner, who may be named."""
        command = self.add(name, meaning)
        command.add_argument("--learner", help=say("cli.learner"))
        return command


def translated(message: str) -> str:
    """Return what argparse says in the reader's language, or as it is if unknown."""
    if language() == "en":
        return message
    for key, pattern in _patterns().items():
        found = pattern.fullmatch(message)
        if found:
            values = found.groupdict()
            if "message" in values:  # one within another
                values["message"] = translated(values["message"])
            return say(key, **values)
    return message


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return each message about command lines with a pattern of its English."""
    return {
        key: re.compile(PLACE.sub(r"(?P<\1>.*?)", re.escape(texts["en"])), re.DOTALL)
        for key, texts in catalogue().items()
        if key.startswith("argparse.")
    }
