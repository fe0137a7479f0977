"""nbval, strict, on every notebook: what is stored is what the lesson gives."""

import json
import shutil
import subprocess
import sys

from tests.conftest import LESSONS

NOTEBOOKS = sorted(LESSONS.glob("*.ipynb"))


#: What each change does to the stored output of a cell: one test of nbval's fails.
CHANGES = [
    ("01-a01", "text/plain", "73.80", "73.81"),
    ("01-a03", "text/plain", "16", "17"),
    ("01-a04", "text/html", "公安", "公按"),
    ("01-q01", "text/html", "第一节", "第二节"),
]


def nbval(folder):
    """Run nbval on the notebooks of a folder, strict; return the finished process."""
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q"]
    command += ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", str(folder)]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )


def test_stored_outputs_are_true_twice_in_a_row(tmp_path):
    """In a folder outside the checkout, so that no pytest settings of ours apply."""
    n_cells = 0
    for notebook in NOTEBOOKS:
        shutil.copy(notebook, tmp_path)
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        n_cells += sum(cell["cell_type"] == "code" for cell in cells)
    for _ in range(2):
        run = nbval(tmp_path)
        assert run.returncode == 0, run.stdout
        assert f"{n_cells} passed" in run.stdout


def test_each_changed_output_fails(tmp_path):
    path = tmp_path / "01_mission.ipynb"
    data = json.loads((LESSONS / path.name).read_text(encoding="utf-8"))
    for cell_id, mime, old, new in CHANGES:
        (cell,) = (cell for cell in data["cells"] if cell["id"] == cell_id)
        shown = cell["outputs"][0]["data"]
        text = "".join(shown[mime])
        assert old in text
        shown[mime] = text.replace(old, new, 1)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    run = nbval(tmp_path)
    assert run.returncode == 1, run.stdout
    assert f"{len(CHANGES)} failed" in run.stdout
