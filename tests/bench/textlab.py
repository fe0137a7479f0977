"""The text lab: what it costs, on the course's texts and on 10 MB, beside two others.

    python -m tests.bench.textlab

Nothing here passes or fails; what each figure should reach stands beside it. Conc and
nltk are measured in the same run if the Python that YANDU_BENCH_PYTHON names has them
(see ``requirements-textlab.txt``). Each figure is the median of fresh processes; a
ratio below 1 means that ours is ahead. About five minutes.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import KernelManager

from tests.bench.page import Row
from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.textlab import cut
from yandu.texts import course_text

PROBES = Path(__file__).with_name("textlab_probes.py")
OTHERS = ("conc", "nltk")
N_RUNS = 3
LONG_BYTES = 10_000_000
KERNEL_SETUP = 'from yandu import open_lesson\nlesson = open_lesson("01")'
FIRST_CELL = "from yandu import textlab\ntextlab.frequency(lesson.text()).head(15)"
#: What is compared: a title, the probe, the figure.
COMPARED = (
    ("import until the first result can be made, ms", "import", "wall"),
    ("memory of that, MB", "import", "mb"),
    ("KWIC, 10 MB: a query and its first page, ms", "kwic", "query"),
    ("KWIC, 10 MB: the same, sorted by R1, ms", "kwic", "sorted"),
    ("KWIC, 10 MB: until the first result, ms", "kwic", "build"),
    ("KWIC, 10 MB: memory, MB", "kwic", "mb"),
    ("keyness of lesson 01 against the others, ms", "keyness", "query"),
)


def write_texts(folder: Path) -> None:
    """Write the texts that are measured, as tokens: one sentence a line."""
    text = cut(course_text(read_course(LESSONS)))
    lines = [(one.section, " ".join(one.tokens or ())) for one in text.sentences]
    one_copy = [line for _, line in lines]
    size = sum(len(line.replace(" ", "").encode()) for line in one_copy)
    texts = {
        "study": [line for section, line in lines if section == "01"],
        "reference": [line for section, line in lines if section != "01"],
        "long": one_copy * round(LONG_BYTES / size),
    }
    for name, content in texts.items():
        (folder / f"{name}.txt").write_text("\n".join(content), encoding="utf-8")


def probe(tool: str, what: str, folder: Path) -> dict[str, float]:
    """Return the median of each figure that some runs of a probe give."""
    python = os.environ.get("YANDU_BENCH_PYTHON", "") if tool in OTHERS else ""
    found: list[dict[str, float]] = []
    for _ in range(N_RUNS):
        for left in (
            folder.glob("*-long"),
            folder.glob("*-study"),
            folder.glob("*-ref*"),
        ):
            for path in left:
                shutil.rmtree(path)
        run = subprocess.run(
            [python or sys.executable, PROBES, tool, what, folder],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            print(f"{tool} {what}: {run.stderr.strip().splitlines()[-1]}")
            return {}
        found.append(json.loads(run.stdout.splitlines()[-1]))
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def has(tool: str) -> bool:
    """Tell whether the other tools' Python has a tool."""
    python = os.environ.get("YANDU_BENCH_PYTHON") or sys.executable
    code = f"import importlib.util as u, sys; sys.exit(not u.find_spec({tool!r}))"
    return subprocess.run([python, "-c", code], check=False).returncode == 0


def comparison(folder: Path) -> list[Row]:
    """Compare with the tools that are there."""
    tools = [tool for tool in OTHERS if has(tool)]
    found = {
        (tool, what): probe(tool, what, folder)
        for tool in ("yandu", *tools)
        for what in ("import", "kwic", "keyness")
    }
    rows: list[Row] = []
    for title, what, figure in COMPARED:
        ours = found["yandu", what][figure]
        for tool in tools:
            theirs = found[tool, what].get(figure)
            if theirs is not None:
                ratio = f"{ours / theirs:.2f}  ({ours:.1f} : {theirs:.1f})"
                rows.append((f"{title}, yandu : {tool}", ratio, "< 1"))
    for tool in OTHERS:
        if tool not in tools:
            rows.append((f"{tool} is not installed (requirements-textlab.txt)", "", ""))
    ours = found["yandu", "kwic"]
    page = f"{max(ours['page'], 0):.1f} ms"
    rows.append(
        ("KWIC, 10 MB: a page in the middle, after one build", page, "<= 20 ms")
    )
    query = f"{ours['by_characters']:.1f} ms"
    rows.append(
        ("KWIC, 10 MB: a new query by characters and a page", query, "<= 20 ms")
    )
    return rows


def cut_figures(folder: Path) -> list[Row]:
    """Cut 10 MB with both engines."""
    rows: list[Row] = []
    for what, engine in (("cut", "jieba"), ("fast_cut", "rjieba")):
        found = probe("yandu", what, folder)
        if not found:
            continue
        size = found["text_mb"]
        for name, megabytes in (
            ("text and tokens", found["cut_mb"]),
            ("and laid out for searching", found["cut_mb"] + found["index_mb"]),
            ("the whole process at its highest, Python and all", found["whole_mb"]),
        ):
            ratio = f"{megabytes / size:.1f} x the text  ({megabytes:.0f} MB)"
            rows.append((f"cut {size:.1f} MB, {engine}: {name}", ratio, "<= 25"))
        rows.append((f"  time with {engine}", f"{found['cut_ms'] / 1000:.1f} s", "-"))
    return rows


def action_figures(folder: Path) -> list[Row]:
    """Time the lab's actions on the course's own texts."""
    found = probe("yandu", "actions", folder)
    return [
        (f"action: {name}", f"{milliseconds:.2f} ms", "<= 5 ms")
        for name, milliseconds in found.items()
        if name not in ("wall", "mb")
    ]


def first_result() -> Row:
    """Time the first lab cell of a kernel that has opened a lesson."""
    times = []
    for _ in range(N_RUNS + 1):
        manager = KernelManager(kernel_name="python3")
        with tempfile.TemporaryDirectory() as data:
            manager.start_kernel(env={**os.environ, "YANDU_DATA": data})
            client = manager.blocking_client()
            client.start_channels()
            try:
                client.wait_for_ready(timeout=60)
                client.execute(KERNEL_SETUP, reply=True, timeout=60)
                began = time.perf_counter()
                reply = client.execute(FIRST_CELL, reply=True, timeout=60)
                times.append(1000 * (time.perf_counter() - began))
                assert reply["content"]["status"] == "ok", reply["content"]
            finally:
                client.stop_channels()
                manager.shutdown_kernel(now=True)
    # The first one has warmed the disk up.
    figure = f"{statistics.median(times[1:]):.0f} ms"
    return ("first result of the lab in a kernel", figure, "<= 400 ms")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_texts(folder)
        rows = [first_result(), *action_figures(folder), *cut_figures(folder)]
        rows += comparison(folder)
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for what, measured, goal in rows:
        print(f"{what:{widths[0]}}  {measured:{widths[1]}}  should be {goal}")


if __name__ == "__main__":
    main()
