"""`yandu export`: take one's own work elsewhere."""

import argparse
from pathlib import Path

from yandu.arguments import Commands
from yandu.messages import say


def add(commands: Commands) -> None:
    """Add the command."""
    export = commands.add_for_learner("export", say("cli.export"))
    export.add_argument("format", choices=["json"])
    export.add_argument("--output", type=Path, help=say("cli.output"))
    export.set_defaults(command=_export)


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
