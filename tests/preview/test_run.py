import os
import signal
from pathlib import Path

import pytest

from tests.audit.banks import single
from yandu.cli import main
from yandu.preview import run

README = "lessons/items/README.md"


class Server:
    """A JupyterLab that notes how it was started and ends at once."""

    started: list["Server"]

    def __init__(self, command, env):
        self.command = command
        self.env = env
        self.is_told_to_stop = False
        self.files = {
            path.name for path in Path(env["YANDU_LESSONS"]).parent.rglob("*")
        }
        self.started.append(self)

    def wait(self):
        return 0

    def terminate(self):
        self.is_told_to_stop = True


@pytest.fixture
def server(monkeypatch, tmp_path):
    """The servers that were started, in place of real ones."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setattr(run.subprocess, "Popen", Server)
    Server.started = []
    return Server


def test_a_server_is_started_on_scratch_files_that_go_with_it(
    server, data_folder, capsys
):
    assert main(["preview", "01_mission", "--no-browser"]) == 0
    (started,) = server.started
    lessons, data = (Path(started.env[f"YANDU_{name}"]) for name in ("LESSONS", "DATA"))
    assert started.command[-1] == "--no-browser"
    assert any("/tree/01_preview.ipynb" in word for word in started.command)
    assert {"01_preview.ipynb", "01_preview.toml", "glossary.toml"} <= started.files
    assert data != data_folder
    assert data.parent == lessons.parent
    assert not lessons.parent.exists()
    assert list(data_folder.iterdir()) == []
    assert "01_mission.toml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("no-such-bank", None),
        ("bad.toml", '[[item]]\nid = "'),
        ("empty.md", "# nothing"),
    ],
)
def test_bad_input_gets_a_message_and_starts_nothing(
    server, tmp_path, capsys, name, text
):
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert main(["preview", str(path)]) == 1
    assert name in capsys.readouterr().err
    assert server.started == []


def test_scratch_files_go_even_if_the_server_fails(server, monkeypatch):
    def fail(self):
        msg = "no port"
        raise OSError(msg)

    monkeypatch.setattr(Server, "wait", fail)
    assert main(["preview", "01_mission"]) == 1
    (started,) = server.started
    assert not Path(started.env["YANDU_LESSONS"]).parent.exists()


def test_a_signal_to_the_command_is_one_to_the_server(server, monkeypatch):
    def wait(self):
        os.kill(os.getpid(), signal.SIGINT)  # the terminal has told the server itself
        assert not self.is_told_to_stop
        os.kill(os.getpid(), signal.SIGTERM)
        assert self.is_told_to_stop
        return 143

    monkeypatch.setattr(Server, "wait", wait)
    before = signal.getsignal(signal.SIGTERM)
    assert main(["preview", "01_mission"]) == 143
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_author_s_environment_is_handed_on(server, monkeypatch, tmp_path):
    monkeypatch.setenv("YANDU_LANG", "en")
    path = tmp_path / "draft.toml"
    path.write_text(single(), encoding="utf-8")
    assert main(["preview", str(path)]) == 0
    (started,) = server.started
    assert started.env["YANDU_LANG"] == "en"
    assert started.env["PATH"] == os.environ["PATH"]
