"""The ``yandu`` command: open the course, check and render it, mind one's own data."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from yandu import __version__
from yandu.arguments import Parser
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
    if rest and options.command not in (_open, _preview):
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


def _open(options: argparse.Namespace) -> int:
    from yandu.launch import open_course

    return open_course(options.lesson, options.folder, options.rest)


def _check(options: argparse.Namespace) -> int:
    from yandu.audit import audit
    from yandu.paths import lessons_path

    faults = audit(options.lessons or lessons_path())
    for fault in faults:
        print(fault)
    print(say("cli.faults", n=len(faults)) if faults else say("cli.no_faults"))
    return 1 if faults else 0


def _new_lesson(options: argparse.Namespace) -> int:
    from yandu.new_lesson import new_lesson
    from yandu.paths import lessons_path

    lessons = options.lessons or lessons_path()
    for path in new_lesson(lessons, options.number, options.name, options.title):
        print(say("new_lesson.written", path=path))
    print(say("new_lesson.next"))
    return 0


def _preview(options: argparse.Namespace) -> int:
    from yandu.preview import preview

    return preview(options.bank, options.rest)


def _render(options: argparse.Namespace) -> int:
    from yandu.paths import lessons_path
    from yandu.render import render

    for path in render(options.lessons or lessons_path()):
        print(say("cli.rendered", path=path.name))
    return 0


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


def _export(options: argparse.Namespace) -> int:
    from yandu.paths import data_path
    from yandu.progress import admin
    from yandu.textlab.segmentation.corrections import exported_corrections

    corrections = exported_corrections(data_path())
    text = admin.export_json(data_path(), corrections=corrections)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
        print(say("cli.exported", path=options.output))
    else:
        print(text)
    return 0


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


def _count(options: argparse.Namespace) -> int:
    from yandu.paths import lessons_path
    from yandu.textlab.article import write_counts

    write_counts(options.article, lessons_path())
    return 0


def _parser() -> Parser:
    parser = Parser(prog="yandu", description=say("cli.yandu"))
    parser.add_argument(
        "--version", action="version", version=__version__, help=say("cli.version")
    )
    commands = parser.add_subparsers(
        title=say("cli.commands"), required=True, metavar=say("cli.command")
    )

    opening = commands.add_parser("open", help=say("cli.open"))
    opening.add_argument("lesson", nargs="?", help=say("cli.open_lesson"))
    opening.add_argument("--folder", type=Path, help=say("cli.open_folder"))
    opening.set_defaults(command=_open)

    data = commands.add_parser("data", help=say("cli.data"))
    data.add_argument("action", choices=["where", "erase"])
    data.add_argument("--lesson", help=say("cli.data_lesson"))
    data.add_argument("--yes", action="store_true", help=say("cli.yes"))
    data.set_defaults(command=_data)

    export = commands.add_parser("export", help=say("cli.export"))
    export.add_argument("format", choices=["json"])
    export.add_argument("--output", type=Path, help=say("cli.output"))
    export.set_defaults(command=_export)

    for command in (opening, data, export, *_original_commands(commands)):
        command.add_argument("--learner", help=say("cli.learner"))
    _add_authors_commands(commands)
    return parser


def _original_commands(
    commands: "argparse._SubParsersAction[Parser]",
) -> tuple[Parser, ...]:
    own = commands.add_parser("original", help=say("cli.original"))
    acts = own.add_subparsers(
        title=say("cli.commands"), required=True, metavar=say("cli.command")
    )
    adding = acts.add_parser("add", help=say("cli.original_add"))
    adding.add_argument("file", type=Path, help=say("cli.original_file"))
    adding.set_defaults(command=_original_add)
    showing = acts.add_parser("show", help=say("cli.original_show"))
    showing.add_argument("--text", action="store_true", help=say("cli.original_text"))
    showing.set_defaults(command=_original_show)
    removing = acts.add_parser("remove", help=say("cli.original_remove"))
    removing.set_defaults(command=_original_remove)
    return adding, showing, removing


def _add_authors_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    checking = commands.add_parser("check", help=say("cli.check"))
    checking.set_defaults(command=_check)
    previewing = commands.add_parser("preview", help=say("cli.preview"))
    previewing.add_argument("bank", help=say("cli.preview_bank"))
    previewing.set_defaults(command=_preview)
    rendering = commands.add_parser("render", help=say("cli.render"))
    rendering.set_defaults(command=_render)
    beginning = commands.add_parser("new-lesson", help=say("cli.new_lesson"))
    beginning.add_argument("number", help=say("cli.new_lesson_number"))
    beginning.add_argument("name", help=say("cli.new_lesson_name"))
    beginning.add_argument("title", help=say("cli.new_lesson_title"))
    beginning.set_defaults(command=_new_lesson)
    for command in (checking, rendering, beginning):
        command.add_argument("--lessons", type=Path, help=say("cli.lessons"))

    count = commands.add_parser("count", help=say("cli.count"))
    count.add_argument("article", type=Path)
    count.set_defaults(command=_count)


if __name__ == "__main__":
    sys.exit(main())
