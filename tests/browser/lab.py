"""A throw-away JupyterLab for the browser tests, and what a test does with it."""

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Page

START_SECONDS = 60
# What a cold kernel on a loaded machine may take; a test that passes never waits so long.
PATIENCE_MS = 60_000


@dataclass
class Lab:
    """A running server: its address, its folder of notebooks, its environment."""

    url: str
    token: str
    folder: Path
    environment: dict[str, str]

    def trust(self, path: Path) -> None:
        """Sign a notebook as `jupyter trust` does, for this server only."""
        code = (
            "import sys, nbformat; from nbformat.sign import NotebookNotary;"
            "NotebookNotary().sign(nbformat.read(sys.argv[1], as_version=4))"
        )
        subprocess.run(
            [sys.executable, "-c", code, str(path)], env=self.environment, check=True
        )

    def address(self, path: Path | str | None = None) -> str:
        """Return the address that opens JupyterLab, with a notebook of the folder."""
        tree = ""
        if path is not None:
            inside = Path(path)
            if inside.is_absolute():
                inside = inside.relative_to(self.folder)
            tree = f"/tree/{quote(inside.as_posix())}"
        return f"{self.url}/lab{tree}?reset&token={self.token}"

    def open_notebook(self, page: "Page", path: Path | str) -> None:
        """Open a notebook and wait until its cells are drawn."""
        page.goto(self.address(path))
        page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for(timeout=PATIENCE_MS)

    def delete(self, path: str) -> None:
        """Delete what the REST interface has under a path, such as a kernel."""
        request = urllib.request.Request(
            f"{self.url}/api/{path}?token={self.token}", method="DELETE"
        )
        _direct().open(request).close()

    def kernels(self) -> list[dict[str, object]]:
        """Return the server's running kernels, as its REST interface lists them."""
        with _direct().open(f"{self.url}/api/kernels?token={self.token}") as reply:
            kernels: list[dict[str, object]] = json.load(reply)
        return kernels


def until(page: "Page", is_so: Callable[[], bool]) -> bool:
    """Look again until it is so, as a learner does; return whether it is in the end."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not (found := is_so()) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    return found


def change_theme(page: "Page", theme: str) -> None:
    """Change JupyterLab's theme and wait until the page is painted in it."""
    change = "theme => jupyterapp.commands.execute('apputils:change-theme', { theme })"
    page.evaluate(change, theme)
    page.wait_for_function(
        "theme => document.body.dataset.jpThemeName === theme", arg=theme
    )
    painted = "new Promise(seen => requestAnimationFrame(() => setTimeout(seen)))"
    for _ in range(2):
        page.evaluate(painted)


def wait_for_kernel(page: "Page") -> None:
    """Wait until the open notebook's kernel is there and has nothing to do."""
    page.wait_for_function(
        """() => {
            const session = window.jupyterapp?.shell.currentWidget?.sessionContext;
            return session?.session?.kernel?.status === "idle";
        }""",
        timeout=PATIENCE_MS,
    )


@contextlib.contextmanager
def running_lab(base: Path, **environment: str) -> Iterator[Lab]:
    """Run JupyterLab on `base`/notebooks with homes, trust and data of its own.

    Args:
        base: an empty folder for everything that the server writes.
        environment: further environment variables, such as ``PYTHONPATH``.
    """
    folder = base / "notebooks"
    folder.mkdir()
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command.append(f"--ServerApp.root_dir={folder}")
    env = throw_away_environment(base) | environment
    with serving(command, folder, base, env) as lab:
        yield lab


@contextlib.contextmanager
def serving(
    command: list[str],
    folder: Path,
    base: Path,
    env: dict[str, str],
    start_seconds: float = START_SECONDS,
) -> Iterator[Lab]:
    """Run a command that starts JupyterLab on `folder`, until the block ends."""
    port, token = _free_port(), secrets.token_hex(16)
    lab = Lab(f"http://127.0.0.1:{port}", token, folder, env)
    command = [
        *command,
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}",
        "--LabApp.expose_app_in_browser=True",
    ]
    log_path = base / "server.log"
    with log_path.open("wb") as log:
        server = subprocess.Popen(
            command,
            env=env,
            cwd=base,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # the command may be a shell with a server inside
        )
        try:
            _wait_until_up(lab, server, log_path, start_seconds)
            yield lab
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()


def throw_away_environment(base: Path) -> dict[str, str]:
    """Return an environment with homes, trust and data below `base`."""
    own = {
        "HOME": "home",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
        "YANDU_DATA": "yandu",
    }
    kept = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER_")}
    kept.pop("YANDU_LEARNER", None)
    folders = {name: str(base / place) for name, place in own.items()}
    for place in folders.values():
        Path(place).mkdir()
    # So that a bundled Chromium of Playwright's, if any, is not looked for elsewhere.
    return kept | folders | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _direct() -> urllib.request.OpenerDirector:
    # The server is on this machine: no proxy stands between.
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _wait_until_up(
    lab: Lab, server: "subprocess.Popen[bytes]", log_path: Path, seconds: float
) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError):
            lab.kernels()
            return
        time.sleep(0.2)
    log = log_path.read_text(encoding="utf-8", errors="replace")
    msg = f"JupyterLab did not start:\n{log}"
    raise RuntimeError(msg)
