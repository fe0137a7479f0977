"""Fair to Chinese answers: what is overlooked when a typed answer is compared.

How a word was typed is not what an item asks. So the ways in which keyboards, input
methods and spelling habits differ are overlooked, and the learner is told which::

    match("統籌,協調", ("统筹、协调",)).allowances  # ("script", "punctuation")
    match("服务群众", ("服务人民",))                # None: other words are never met

Each allowance is a fold: it writes in one way what it overlooks, and two texts meet if
their folds are the same. `signs` folds single characters, `script` traditional and
simplified, `numerals` and `dates` numbers; `compare` puts them in order, and a
`Policy`, which a bank may give for each item, says which of them are made.

What is not overlooked, whatever the policy: another character, another order, another
number, a near-synonym that is not listed, a character too few or too many.
"""

from yandu.items.matching.compare import Match, match
from yandu.items.matching.policy import DEFAULT, PURPOSES, Policy

__all__ = ["DEFAULT", "PURPOSES", "Match", "Policy", "match"]
