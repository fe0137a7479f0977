"""Whether each item proves itself: its `accept` scores full, its `reject` does not.

Run here and by the tests, not when a lesson opens: a learner need not wait for it.
"""

from collections.abc import Iterator

from yandu.faults import Fault
from yandu.items import Bank


def proof_faults(bank: Bank) -> Iterator[Fault]:
    """Yield a fault for each response that does not score as the bank says."""
    file = f"items/{bank.name}.toml"
    for item in bank.items.values():
        for problem in item.problems():
            yield Fault(file, item.id, "accept/reject", problem)
