"""Regular expressions that a learner types: explained when wrong, stopped when endless.

Python's own `re` cannot be stopped: ``(a|aa)+$`` on forty letters runs for hours and
keeps the kernel. The `regex` library (same syntax and more; maintained since 2009)
takes a time limit that its matching engine itself looks after, and stays within a few
megabytes while it tries.
"""

import time
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from yandu.messages import both, catalogue, say
from yandu.textlab.errors import PatternError, SlowPatternError

if TYPE_CHECKING:
    from regex import Pattern

LONGEST_PATTERN = 200
# For all sentences of a text together. Ten megabytes take about 0.2 s.
SECONDS = 2.0


def compiled(pattern: str) -> "Pattern[str]":
    """Compile a regular expression.

    Raises:
        PatternError: It is wrong; the message says at which character, and what.
    """
    import regex

    if len(pattern) > LONGEST_PATTERN:
        raise PatternError(
            pattern=f"{pattern[:20]}……",
            place=LONGEST_PATTERN,
            reason=say("textlab.pattern_too_long", longest=LONGEST_PATTERN),
        )
    try:
        with warnings.catch_warnings():
            # Of sets that a later version may read otherwise; not a learner's concern.
            warnings.simplefilter("ignore")
            return regex.compile(pattern)
    except regex.error as error:
        place = len(pattern) if error.pos is None else error.pos
        raise PatternError(
            pattern=pattern, place=place, reason=_reason(error.msg)
        ) from None
    except (OverflowError, RecursionError, MemoryError, ValueError) as error:
        raise PatternError(
            pattern=pattern, place=len(pattern), reason=str(error)
        ) from None


def matches(
    pattern: "Pattern[str]", strings: Iterable[str], seconds: float = SECONDS
) -> Iterator[tuple[int, int, int]]:
    """Yield all matches in some strings, from left to right without overlap.

    A match without a character is none.

    Args:
        pattern: A compiled regular expression.
        strings: Where to look.
        seconds: How long it may take altogether.

    Yields:
        Number of the string, start and end of the match.

    Raises:
        SlowPatternError: It takes longer.
    """
    deadline = time.monotonic() + seconds
    for number, string in enumerate(strings):
        left = deadline - time.monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            for match in pattern.finditer(string, timeout=left):
                if match.end() > match.start():
                    yield number, *match.span()
        except TimeoutError:
            raise SlowPatternError(
                pattern=pattern.pattern, seconds=f"{seconds:g}"
            ) from None


def _reason(message: str) -> str:
    """Return what the library says in the reader's language, or as it is."""
    key = _reasons().get(message.rpartition(" \\")[0] or message)
    return say(key) if key else message


@cache
def _reasons() -> dict[str, str]:
    """Return what the library says in English, to the key of our message."""
    return {both(key)["en"]: key for key in catalogue() if key.startswith("pattern.")}
