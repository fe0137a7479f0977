"""What authors call: check, preview, render, new-lesson, count."""

import argparse
from pathlib import Path

from yandu.arguments import Commands
from yandu.messages import say


def add(commands: Commands) -> None:
    """Add the commands."""
    checking = commands.add("check", say("cli.check"))
    checking.set_defaults(command=_check)
    previewing = commands.add("preview", say("cli.preview"))
    previewing.add_argument("bank", help=say("cli.preview_bank"))
    previewing.set_defaults(command=_preview, takes_rest=True)
    rendering = commands.add("render", say("cli.render"))
    rendering.set_defaults(command=_render)
    beginning = commands.add("new-lesson", say("cli.new_lesson"))
    beginning.add_argument("number", help=say("cli.new_lesson_number"))
    beginning.add_argument("name", help=say("cli.new_lesson_name"))
    beginning.add_argument("title", help=say("cli.new_lesson_title"))
    beginning.set_defaults(command=_new_lesson)
    for command in (checking, rendering, beginning):
        command.add_argument("--lessons", type=Path, help=say("cli.lessons"))

    count = commands.add("count", say("cli.count"))
    count.add_argument("article", type=Path)
    count.set_defaults(command=_count)


def _check(options: argparse.Namespace) -> int:
    from yandu.audit import audit
    from yandu.paths import lessons_path

    faults = audit(options.lessons or lessons_path())
    for fault in faults:
        print(fault)
    print(say("cli.faults", n=len(faults)) if faults else say("cli.no_faults"))
    return 1 if faults else 0


def _preview(options: argparse.Namespace) -> int:
    from yandu.preview import preview

    return preview(options.bank, options.rest)


def _render(options: argparse.Namespace) -> int:
    from yandu.paths import lessons_path
    from yandu.render import render

    for path in render(options.lessons or lessons_path()):
        print(say("cli.rendered", path=path.name))
    return 0


def _new_lesson(options: argparse.Namespace) -> int:
    from yandu.new_lesson import new_lesson
    from yandu.paths import lessons_path

    lessons = options.lessons or lessons_path()
    for path in new_lesson(lessons, options.number, options.name, options.title):
        print(say("new_lesson.written", path=path))
    print(say("new_lesson.next"))
    return 0


def _count(options: argparse.Namespace) -> int:
    from yandu.paths import lessons_path
    from yandu.textlab.article import write_counts

    write_counts(options.article, lessons_path())
    return 0
