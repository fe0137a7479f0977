"""A thousand kernels killed while they answer: how many confirmed attempts are lost?

    python -m tests.bench.kills [how many]

Twenty stores, fifty kills on each, three kernels at a time; what is looked at after
each kill stands in tests/checks/kills.py. About five minutes.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.checks.kills import N_KERNELS, Tally, kill_kernels

N_KILLS = 1000
N_PER_STORE = 50


def main() -> int:
    """Kill and print; return 1 if anything was not as it should be."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else N_KILLS
    begin = time.monotonic()
    tallies: list[Tally] = []
    while n_killed(tallies) < wanted:
        n_next = min(N_PER_STORE, wanted - n_killed(tallies))
        with tempfile.TemporaryDirectory() as folder:
            tallies.append(kill_kernels(Path(folder), n_next, seed=len(tallies)))
        print(".", end="", flush=True)
    print()
    faults = [fault for tally in tallies for fault in tally.faults]
    n_lost = sum(len(tally.lost) for tally in tallies)
    rows = {
        f"kernels killed, {N_KERNELS} at a time on a store": n_killed(tallies),
        "  of these with an attempt under way": sum(t.n_answering for t in tallies),
        "confirmed attempts": sum(len(t.confirmed) for t in tallies),
        "  of these lost": n_lost,
        "other faults": len(faults),
        "seconds": round(time.monotonic() - begin),
    }
    for what, number in rows.items():
        print(f"{what:44}{number:>8,}")
    print(*faults[:20], sep="\n")
    return 1 if n_lost or faults else 0


def n_killed(tallies: list[Tally]) -> int:
    """Return how many kernels were killed in all."""
    return sum(tally.n_kills for tally in tallies)


if __name__ == "__main__":
    sys.exit(main())
