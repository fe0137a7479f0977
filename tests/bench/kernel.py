"""What a lesson costs in its kernel: private memory, and what it loads."""

import json
import os
import re
import statistics
import tempfile
from pathlib import Path

from jupyter_client.manager import KernelManager

from tests.bench.page import Row
from tests.conftest import LESSONS

N_RUNS = 5
HEAVY = ("numpy", "pandas", "jieba", "nbformat")

#: Every cell but the text lab's own, then every item answered: the reading path.
READING = """
import json
for cell in json.load(open({notebook!r}, encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code" and "lab" not in cell["metadata"].get("tags", ()):
        exec("".join(cell["source"]))
for item in lesson.bank.items.values():
    message = {{"act": "check", "response": item.solution()}}
    lesson.check(item.id)._receive(None, message, [])
"""
#: Asked afterwards: the process, and which heavy modules it has.
REPORT = f"[__import__('os').getpid(), *{{*{HEAVY}}} & {{*__import__('sys').modules}}]"


def private_megabytes(pid: int) -> float:
    """Return the memory that belongs to a process alone."""
    smaps = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    pages = re.findall(r"^Private_(?:Clean|Dirty):\s+(\d+) kB", smaps, re.MULTILINE)
    return sum(map(int, pages)) / 1024


def run_kernel(code: str) -> tuple[float, list[str]]:
    """Run code in a fresh kernel; return private memory and the heavy modules."""
    manager = KernelManager(kernel_name="python3")
    with tempfile.TemporaryDirectory() as data:
        manager.start_kernel(env={**os.environ, "YANDU_DATA": data})
        client = manager.blocking_client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=60)
            asked = {"report": REPORT}
            reply = client.execute(
                code, user_expressions=asked, reply=True, timeout=120
            )
            report = reply["content"]["user_expressions"]["report"]["data"][
                "text/plain"
            ]
            pid, *loaded = json.loads(report.replace("'", '"'))
            return private_megabytes(pid), loaded
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def memory_figures() -> list[Row]:
    """Compare a lesson's kernel with a bare one."""
    reading = READING.format(notebook=str(LESSONS / "01_mission.ipynb"))
    bare, lesson, loaded = [], [], set()
    for _ in range(N_RUNS):
        bare.append(run_kernel("")[0])
        megabytes, found = run_kernel(reading)
        lesson.append(megabytes)
        loaded.update(found)
    one, other = statistics.median(bare), statistics.median(lesson)
    return [
        (
            "kernel after the reading path : bare kernel, private memory",
            f"{other / one:.2f}  ({other:.1f} : {one:.1f} MB)",
            "<= 1.35",
        ),
        ("  of numpy, pandas, jieba, nbformat loaded", str(len(loaded)), "0"),
    ]
