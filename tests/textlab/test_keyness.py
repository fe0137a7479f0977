"""Keyness: what is compared, what is corrected for, and how it is said."""

import random
from math import inf, isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.shuffles import GOAL, any_marked, shuffled
from yandu.textlab import (
    Count,
    Counts,
    Text,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
    article,
    benjamini_hochberg,
    fisher_exact,
    g2_four_cell,
    g2_two_cell,
    keyness,
    log_ratio,
)

COLUMNS = [
    *("token", "count", "reference", "note"),
    *("per_thousand", "reference_per_thousand"),
    *("g2", "p", "q", "fisher_p", "log_ratio", "percent_diff"),
]


def counts_of(name="toy", **sections):
    """Counts from ``a="甲 3 乙 1"``."""
    rows = []
    for section, listed in sections.items():
        words = listed.split()
        pairs = zip(words[::2], map(int, words[1::2]), strict=True)
        rows += [Count(token, section, count) for token, count in pairs]
    return Counts(name, {"zh": "小计数", "en": "toy counts"}, tuple(rows))


TOY = counts_of(a="甲 9 乙 20 丙 1", b="乙 30 丁 6 丙 2", c="乙 40 甲 1 戊 1")


def test_a_section_against_the_rest():
    table = keyness(TOY, section="a")
    assert list(table.columns) == COLUMNS
    first = table.iloc[0]
    assert (first.token, first["count"], first.reference) == ("甲", 9, 1)
    assert first.per_thousand == 1000 * 9 / 30
    assert first.reference_per_thousand == 1000 * 1 / 80
    cells = (9, 1, 30, 80)
    assert first.g2 == g2_four_cell(*cells)
    assert first.fisher_p == fisher_exact(*cells)  # expected: 10 · 30 / 110 < 5
    assert first.log_ratio == log_ratio(*cells)
    assert first.percent_diff == pytest.approx(100 * (9 / 30 / (1 / 80) - 1))
    assert first.note == "more"
    # 丁 is tested though it is not in the section; 戊 is neither here nor tested.
    assert [*table["token"]] == ["甲", "乙", "丁", "丙"]
    assert table.set_index("token").loc["丙", "note"] == "too few"
    assert isnan(table.set_index("token").loc["丙", "q"])


def test_q_is_corrected_over_all_sections_also_those_not_shown():
    together = keyness(TOY)
    assert list(together.columns) == ["section", *COLUMNS]
    assert len(together) == 3 * 3  # three words are frequent enough, three sections
    valid = together["fisher_p"].fillna(together["p"])
    assert [*together["q"]] == pytest.approx(benjamini_hochberg([*valid]))
    for section in "abc":
        alone = keyness(TOY, section=section).dropna(subset="q").set_index("token")
        same = together[together["section"] == section].set_index("token")
        assert alone["q"].to_dict() == pytest.approx(same["q"].to_dict())
    assert "9" in keyness(TOY, section="a").notes[3]["en"]


def test_two_sections_and_the_correction_over_all_pairs():
    table = keyness(TOY, section="a", against="b")
    assert table.set_index("token").loc["甲", "reference"] == 0
    assert table.set_index("token").loc["甲", "percent_diff"] == inf
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    tables = [keyness(TOY, section=x, against=y).dropna(subset="q") for x, y in pairs]
    valid = [p for each in tables for p in each["fisher_p"].fillna(each["p"])]
    shown = [q for each in tables for q in each["q"]]
    assert shown == pytest.approx(benjamini_hochberg(valid))
    turned = keyness(TOY, section="b", against="a").set_index("token")
    assert turned.loc["甲", "q"] == pytest.approx(
        table.set_index("token").loc["甲", "q"]
    )
    assert turned.loc["甲", "note"] == "fewer"
    assert table.set_index("token").loc["甲", "note"] == "more"


def test_two_texts_and_sections_of_them():
    other = counts_of("other", a="乙 50 丁 8", z="甲 7")
    table = keyness(TOY, other).set_index("token")
    assert table.loc["乙", ["count", "reference"]].tolist() == [90, 50]
    table = keyness(TOY, other, section="a", against="z").set_index("token")
    assert table.loc["甲", ["count", "reference"]].tolist() == [9, 7]
    valid = table["fisher_p"].fillna(table["p"]).dropna()
    assert [*table["q"].dropna()] == pytest.approx(benjamini_hochberg([*valid]))


def test_two_cells_on_demand():
    table = keyness(TOY, section="a", measure="g2_two_cell").set_index("token")
    assert table.loc["甲", "g2"] == g2_two_cell(9, 1, 30, 80)
    assert "Rayson" in keyness(TOY, section="a", measure="g2_two_cell").notes[0]["en"]


def test_each_result_says_its_formulas_and_numbers():
    table = keyness(article(), section="1")
    said = "\n".join(note["en"] for note in table.notes)
    for source in (
        *("Dunning 1993", "Fisher", "Benjamini & Hochberg 1995", "Hardie 2014"),
        *("Gabrielatos & Marchi 2011", "Berber Sardinha 2000"),
    ):
        assert source in said
    top = table.iloc[0]
    assert f"{top.token}: O = {top['count']}, {top.reference}, " in said
    assert f"G² = {top.g2:.2f}" in said
    assert table.made == 'textlab.keyness(textlab.article(), section="1")'
    assert all(note["zh"].strip() for note in table.notes)


def test_the_article_has_twelve_words_that_chance_does_not_explain():
    """Counted apart from this code with scipy, when the rule was chosen."""
    marked = keyness(article())
    assert marked["note"].isin(["more", "fewer"]).sum() == 12


def test_shuffled_words_are_hardly_ever_marked():
    """Forty fixed shuffles; a thousand in ``python -m tests.bench.shuffles``."""
    random_numbers = random.Random(7)
    text = article()
    found = [any_marked(keyness(shuffled(text, random_numbers))) for _ in range(40)]
    assert sum(found) <= 40 * GOAL


def test_what_cannot_be_compared_is_said(uncut):
    with pytest.raises(UnknownSectionError, match="x"):
        keyness(TOY, section="x")
    with pytest.raises(UnknownSectionError, match="x"):
        keyness(TOY, section="a", against="x")
    with pytest.raises(UnknownChoiceError, match="g2_two_cell"):
        keyness(TOY, measure="chi2")
    with pytest.raises(UnknownChoiceError, match="section"):
        keyness(TOY, section="a", against="a")
    with pytest.raises(UnknownChoiceError, match="section"):
        keyness(TOY, against="a")
    with pytest.raises(UncutTextError):
        keyness(uncut, section="09-p01")


def test_a_text_with_nothing_to_compare_gives_an_empty_table():
    single = counts_of(a="甲 9")
    for table in (
        keyness(single, section="a"),
        keyness(single),
        keyness(single, Text("0", single.title, ())),
    ):
        assert "一处也没有" in repr(table)
        assert len(table) == 0


words = st.sampled_from([*"甲乙丙丁戊己庚辛"])
rows = st.lists(
    st.tuples(words, st.sampled_from("abc"), st.integers(1, 12)), min_size=2
)


@settings(deadline=None)
@given(rows)
def test_any_counts_give_a_sorted_table_of_sound_numbers(listed):
    text = Counts("t", TOY.title, tuple(Count(*row) for row in listed))
    table = keyness(text)
    again = keyness(Counts("t", TOY.title, tuple(Count(*row) for row in listed[::-1])))
    assert table.equals(again)
    key = [
        (-round(row.g2, 9), -row[2], row.token, row.section)
        for row in table.itertuples(index=False)
    ]
    assert key == sorted(key)
    for column in ("p", "q"):
        assert table[column].dropna().between(0, 1).all()
    marked = table["note"].isin(["more", "fewer"])
    assert (table["q"][marked] <= 0.05).all()
    assert (table["q"][~marked] > 0.05).all()
    table._repr_html_()
    for section in text.sections:
        repr(keyness(text, section=section))
