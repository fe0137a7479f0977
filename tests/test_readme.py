"""What the README says is so: its commands, its paths, its lessons, its picture."""

import os
import re
import shutil
import subprocess
import tomllib

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


def test_the_options_that_it_names_exist():
    from yandu.cli import main

    for words in (
        "open --help",
        "data --help",
        "export --help",
        "check --help",
        "render --help",
    ):
        with pytest.raises(SystemExit) as end:
            main(words.split())
        assert end.value.code == 0
    for option in re.findall(r"yandu (\w+)", README):
        assert option in {"open", "check", "render", "data", "export"}


def test_versions_agree():
    from yandu import __version__

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__
    entry = ROOT / "widgets" / "yandu" / "labextension" / "static"
    assert (entry / f"remoteEntry.{__version__}.js").is_file()


def test_the_first_command_opens_the_course_on_a_fresh_checkout(tmp_path):
    """The command as it stands, but for the browser, on what git has of the project.

    JupyterLab is asked for its address and stopped; the browser tests look at lessons.
    """
    checkout = tmp_path / "研读 checkout"
    subprocess.run(["git", "init", "-q", str(checkout)], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, checkout / name)
    folder = tmp_path / "work"
    command = COMMANDS[0][1] if os.name == "posix" else COMMANDS[1][1]
    stop = "--no-browser --ServerApp.port=0 --LabApp.log_level=INFO"
    home = {"HOME": str(tmp_path), "YANDU_DATA": str(tmp_path / "data")}
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "VIRTUAL"))
    }
    log = tmp_path / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            f"{command} --folder '{folder}' {stop}",
            shell=True,
            cwd=checkout,
            env=environment | home,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            wait_for(log, "/lab/workspaces/yandu/tree/01_mission.ipynb", process)
        finally:
            os.killpg(process.pid, 15)
            process.wait(30)
    assert (folder / "01_mission.ipynb").is_file()
    installed = next((checkout / ".venv").glob("share/jupyter/labextensions/yandu"))
    assert (installed / "install.json").is_file()


def wait_for(log, words, process, seconds=300):
    import time

    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if words in log.read_text(encoding="utf-8"):
            return
        if process.poll() is not None:
            break
        time.sleep(0.5)
    pytest.fail(log.read_text(encoding="utf-8")[-3000:])


def test_the_wheel_carries_the_lessons(tmp_path):
    """An installed course finds its lessons without the checkout."""
    import sys
    import zipfile

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
