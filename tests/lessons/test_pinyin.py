"""The glossary's pinyin is that of pypinyin's phrase dictionary, or a reviewed exception.

pypinyin knows whole phrases, so it tells most characters with several readings apart.
It writes dictionary tones; where the glossary rightly differs (neutral tones, the tones
of 一 and 不 as spoken, a reading that pypinyin has wrong), ``pinyin_exceptions.tsv`` says
what both have and why. Spaces, hyphens and apostrophes are not compared.
"""

import csv
from pathlib import Path

import pytest

from tests.conftest import LESSONS
from yandu.content import read_course

pypinyin = pytest.importorskip("pypinyin")

COURSE = read_course(LESSONS)
TERMS = {term.zh: term.pinyin for term in COURSE.glossary.terms.values()}
N_LESSONS = 7


def read_exceptions() -> list[dict[str, str]]:
    """Return the reviewed exceptions: term, ours, pypinyin, reason."""
    path = Path(__file__).parent / "pinyin_exceptions.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


EXCEPTIONS = read_exceptions()


def letters(pinyin: str) -> str:
    """Return pinyin without all that is no letter."""
    return "".join(char for char in pinyin.lower() if char.isalpha())


def theirs(zh: str) -> str:
    """Return pypinyin's reading, syllables apart."""
    syllables = pypinyin.pinyin(zh, style=pypinyin.Style.TONE, errors="ignore")
    return " ".join(syllable for (syllable,) in syllables)


def differing(terms: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the terms that pypinyin reads in another way: ours and theirs."""
    pairs = {zh: (pinyin, theirs(zh)) for zh, pinyin in terms.items()}
    return {
        zh: (ours, other)
        for zh, (ours, other) in pairs.items()
        if letters(ours) != letters(other)
    }


def test_every_reading_is_pypinyins_or_a_reviewed_exception():
    reviewed = {row["term"]: (row["ours"], row["pypinyin"]) for row in EXCEPTIONS}
    differ = differing(TERMS)
    assert differ == {zh: pair for zh, pair in reviewed.items() if zh in differ}


@pytest.mark.parametrize("row", EXCEPTIONS, ids=lambda row: row["term"])
def test_an_exception_is_needed(row):
    assert row["reason"]
    if row["term"] not in TERMS and len(COURSE.lessons) < N_LESSONS:
        pytest.skip("the term comes with a lesson that is not there yet")
    assert row["term"] in differing({row["term"]: TERMS[row["term"]]})


def test_a_wrong_reading_is_found():
    """Tones, letters and characters of several readings."""
    sound = {"政治建警": "zhèngzhì jiàn jǐng", "公安": "gōng'ān", "银行": "yínháng"}
    assert differing(sound) == {}
    for wrong in ("zhèngzhi jiàn jǐng", "zhèngzì jiàn jǐng", "zhèngzhì jiàn"):
        assert differing({"政治建警": wrong})
    assert differing({"银行": "yínxíng"})
