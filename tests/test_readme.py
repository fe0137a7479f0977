"""What the README says is so: its commands, its paths, its lessons, its picture."""

import re
import subprocess
import sys
import tomllib
import zipfile

import pytest

from tests.conftest import LESSONS, ROOT
from yandu.content import read_course

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```(sh|powershell)\n(.+)\n```", README)


def test_two_commands_each_for_both_kinds_of_system():
    assert [shell for shell, _ in COMMANDS] == ["sh", "powershell", "sh", "powershell"]
    for (_, posix), (_, windows) in (COMMANDS[:2], COMMANDS[2:]):
        translated = posix.replace("python3 -m venv", "py -m venv")
        translated = translated.replace(".venv/bin/", ".venv\\Scripts\\")
        first, *rest = translated.split(" && ")
        assert windows == "".join(
            [first, *(f"; if ($?) {{ {part} }}" for part in rest)]
        )


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http|#)([^)]+)\)", README))
def test_a_linked_file_is_there(link):
    assert (ROOT / link).is_file()


@pytest.mark.parametrize(
    "path", re.findall(r"`((?:lessons|widgets|tests)/[\w/.]*)`", README)
)
def test_a_named_path_is_there(path):
    assert (ROOT / path).exists()


def test_every_lesson_is_in_the_table_with_its_title():
    rows = dict(re.findall(r"^\| \[(\d\d)\]\(([^)]+)\)", README, re.MULTILINE))
    course = read_course(LESSONS)
    assert rows == {i: f"lessons/{one.name}.ipynb" for i, one in course.lessons.items()}
    assert all(lesson.title in README for lesson in course.lessons.values())


COMMAND_NAMES = [
    *("open", "check", "new-lesson", "preview", "render", "data", "export", "original"),
]


def test_the_options_that_it_names_exist():
    from yandu.cli import main

    for words in (
        "open --help",
        "data --help",
        "export --help",
        "check --help",
        "preview --help",
        "render --help",
        "new-lesson --help",
        "original --help",
    ):
        with pytest.raises(SystemExit) as end:
            main(words.split())
        assert end.value.code == 0
    for option in re.findall(r"yandu ([\w-]+)", README):
        assert option in COMMAND_NAMES


def test_versions_agree():
    from yandu import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__
    entry = ROOT / "widgets" / "yandu" / "labextension" / "static"
    assert (entry / f"remoteEntry.{__version__}.js").is_file()


def test_the_wheel_carries_the_lessons(tmp_path):
    """An installed course finds its lessons without the checkout."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "-w",
            str(tmp_path),
            str(ROOT),
        ],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    carried = {
        name.removeprefix("yandu/lessons/") for name in names if "/lessons/" in name
    }
    ours = {
        str(path.relative_to(LESSONS)) for path in LESSONS.rglob("*") if path.is_file()
    }
    assert carried == {name for name in ours if ".ipynb_checkpoints" not in name}
    data = [name for name in names if "share/jupyter" in name]
    assert any(name.endswith("labextensions/yandu/package.json") for name in data)
    assert any(name.endswith("overrides.d/yandu.json") for name in data)
