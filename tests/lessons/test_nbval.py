"""nbval, strict, on every notebook: what is stored is what the lesson gives."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.conftest import LESSONS

NOTEBOOKS = sorted(LESSONS.glob("*.ipynb"))


def nbval(notebook):
    """Run nbval on one notebook, strict; return the finished process."""
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env"]
    command += ["-p", "no:cacheprovider", "-q", str(notebook)]
    return subprocess.run(
        command, cwd=notebook.parent, capture_output=True, text=True, check=False
    )


@pytest.fixture
def copy(tmp_path, request):
    """A copy outside the checkout, so that no pytest settings of ours apply."""
    return shutil.copy(request.param, tmp_path / request.param.name)


@pytest.mark.parametrize("copy", NOTEBOOKS, indirect=True, ids=lambda path: path.name)
def test_stored_outputs_are_true_twice_in_a_row(copy):
    for _ in range(2):
        run = nbval(copy)
        assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("cell_id", "mime", "old", "new"),
    [
        ("01-a01", "text/plain", "73.80", "73.81"),
        ("01-a01", "text/html", "73.80", "73.81"),
        ("01-a03", "text/plain", "16", "17"),
        ("01-q01", "text/html", "第一节", "第二节"),
    ],
)
def test_a_changed_output_fails(tmp_path, cell_id, mime, old, new):
    path = tmp_path / "01_mission.ipynb"
    data = json.loads((LESSONS / path.name).read_text(encoding="utf-8"))
    (cell,) = (cell for cell in data["cells"] if cell["id"] == cell_id)
    shown = cell["outputs"][0]["data"]
    text = "".join(shown[mime])
    assert old in text
    shown[mime] = text.replace(old, new, 1)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    run = nbval(path)
    assert run.returncode == 1, run.stdout
    assert "1 failed" in run.stdout
