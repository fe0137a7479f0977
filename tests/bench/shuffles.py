"""Shuffles the article's words over its sections, and counts what is found in noise.

    python -m tests.bench.shuffles

In a shuffled article no word belongs to a section: whatever is marked there is wrong.
The sizes of the sections and the counts of the words stay as they are. Nothing here
passes or fails; what each figure should reach stands beside it. About a minute and a half.
"""

import random
import sys
from collections import Counter
from itertools import combinations

from yandu.textlab import Count, Counts, article, dispersion, keyness
from yandu.textlab.statistics.correction import LEVEL, benjamini_hochberg

N_SHUFFLES = 1000
SEED = 2020
#: 5 % and two standard errors of a share of 1,000.
GOAL = 0.064


def shuffled(text: Counts, random_numbers: random.Random) -> Counts:
    """Return the counts of the same words in the same sections, in any order."""
    tokens = [row.token for row in text.rows for _ in range(row.count)]
    sections = [row.section for row in text.rows for _ in range(row.count)]
    random_numbers.shuffle(tokens)
    counts = Counter(zip(tokens, sections, strict=True))
    rows = sorted(Count(*key, count) for key, count in counts.items())
    return Counts(text.id, text.title, tuple(rows))


def any_marked(table) -> bool:
    """Tell whether a word is marked in a table."""
    return bool(table["note"].isin(["more", "fewer"]).any())


def false_findings(text: Counts) -> dict[str, float]:
    """Return, for one shuffled text, what each rule would have found in it."""
    table = keyness(text)
    exact = table["fisher_p"].fillna(table["p"])
    sections = [exact[table["section"] == section] for section in text.sections]
    pairs = combinations(text.sections, 2)
    judged = dispersion(text)["note"]
    return {
        "as shipped: any section against the rest": any_marked(table),
        "as shipped: section 1 alone": any_marked(keyness(text, section="1")),
        "as shipped: any of all pairs of sections": any(
            any_marked(keyness(text, section=one, against=other))
            for one, other in pairs
        ),
        "q by section, any of them": any(
            min(benjamini_hochberg([*own])) <= LEVEL for own in sections
        ),
        "q by section, G² and χ² alone": any(
            min(benjamini_hochberg([*table["p"][own.index]])) <= LEVEL
            for own in sections
        ),
        "p at 0.05, no correction": bool((exact <= LEVEL).any()),
        "words outside the band of dispersion": judged.isin(["clumped", "even"]).mean(),
    }


GOALS = {
    "as shipped: any section against the rest": f"at most {GOAL:.1%}",
    "as shipped: section 1 alone": f"at most {GOAL:.1%}",
    "as shipped: any of all pairs of sections": f"at most {GOAL:.1%}",
    "words outside the band of dispersion": f"at most {GOAL:.1%}",
}


def shares(n_shuffles: int = N_SHUFFLES, seed: int = SEED) -> dict[str, float]:
    """Return the share of shuffles in which each rule finds something."""
    random_numbers = random.Random(seed)
    text = article()
    totals: Counter[str] = Counter()
    for _ in range(n_shuffles):
        totals.update(false_findings(shuffled(text, random_numbers)))
    return {rule: found / n_shuffles for rule, found in totals.items()}


def main() -> None:
    """Shuffle and print."""
    n_shuffles = int(sys.argv[1]) if len(sys.argv) > 1 else N_SHUFFLES
    print(f"{n_shuffles} shuffles; share with any word marked")
    for rule, share in shares(n_shuffles).items():
        print(f"{rule:42}  {share:6.1%}  {GOALS.get(rule, 'for comparison')}")
    found = keyness(article())
    print(f"in the article itself: {int(found['note'].isin(['more', 'fewer']).sum())}")


if __name__ == "__main__":
    main()
