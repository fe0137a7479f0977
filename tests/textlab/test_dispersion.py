"""Dispersion and strips: the numbers, the bands beside them, the remarks."""

from math import isnan

import pytest

from yandu.textlab import (
    Count,
    Counts,
    CountsOnlyError,
    EmptyNodeError,
    Text,
    UncutTextError,
    UnknownChoiceError,
    article,
    dispersion,
    gries_dp,
    juilland_d,
    kwic,
    normalised_dp,
    strip,
)

SIZES = (144, 271, 238, 353, 205, 286)


def test_every_frequent_word_of_the_article():
    table = dispersion(article())
    assert list(table.columns) == [
        *("node", "count", "range", "note", "dp", "dp_norm", "juilland_d"),
        *("chance_low", "chance_high"),
    ]
    assert (table["count"] >= 5).all()
    order = [*zip(-table["count"], table["node"], strict=True)]
    assert order == sorted(order)
    word = table.set_index("node").loc["科技"]
    counts = [0, 0, 0, 0, 0, 0]
    for row in article().rows:
        if row.token == "科技":
            counts[int(row.section)] += row.count
    assert word["count"] == sum(counts)
    assert word["range"] == sum(map(bool, counts))
    assert word["dp"] == gries_dp(counts, SIZES)
    assert word["dp_norm"] == normalised_dp(counts, SIZES)
    assert word["juilland_d"] == juilland_d(counts, SIZES)


def test_remarks_follow_the_band():
    table = dispersion(article())
    below, above = (
        table["dp_norm"] < table["chance_low"],
        table["dp_norm"] > table["chance_high"],
    )
    assert {*table["note"][above]} == {"clumped"}
    assert {*table["note"][~above & ~below]} == {"chance"}
    few = dispersion(article(), ["习近平", "检察院"])
    assert [*few["note"]] == ["too few", "absent"]
    assert isnan(few["dp"][1])


def test_nodes_by_characters_are_counted_as_a_concordance_counts_them(small):
    table = dispersion(small, ["政治安全", "哈哈"], by="character").set_index("node")
    assert table.loc["政治安全", "count"] == len(kwic(small, "政治安全")) == 2
    assert table.loc["哈哈", ["count", "range"]].tolist() == [2, 1]
    # 24 and 20 Chinese characters; both in the second part.
    assert table.loc["哈哈", "dp"] == pytest.approx(24 / 44)
    assert table.loc["哈哈", "dp_norm"] == pytest.approx(1)


def test_each_result_says_its_formulas_and_numbers():
    table = dispersion(article(), "公安")
    said = "\n".join(note["en"] for note in table.notes)
    for source in ("Gries 2008", "Lijffijt & Gries 2012", "Juilland", "fixed seed"):
        assert source in said
    assert ", ".join(map(str, SIZES)) in said
    assert f"DP = {table['dp'][0]:.3f}" in said
    assert table.made == 'textlab.dispersion(textlab.article(), nodes=["公安"])'


def test_a_strip_says_where_a_node_stands():
    table = strip(article(), "公安")
    assert list(table.columns) == [
        *("section", "size", "count", "per_thousand", "expected"),
        *("chance_low", "chance_high", "note"),
    ]
    assert [*table["section"]] == [*"012345"]
    assert tuple(table["size"]) == SIZES
    assert table["count"].sum() == 39
    assert table["expected"].sum() == pytest.approx(39)
    row = table.iloc[2]
    assert row["expected"] == pytest.approx(39 * 238 / sum(SIZES))
    assert row["per_thousand"] == pytest.approx(1000 * row["count"] / 238)
    outside = (table["count"] < table["chance_low"]) | (
        table["count"] > table["chance_high"]
    )
    assert [*(table["note"] != "chance")] == [*outside]
    assert table["note"][2] == "more"
    assert table.made == 'textlab.strip(textlab.article(), "公安")'


def test_a_strip_of_a_text_in_full_goes_by_characters(small):
    assert [*strip(small, "公安")["count"]] == [3, 1]
    assert [*strip(small, "公安", by="token")["count"]] == [1, 1]
    assert {*strip(small, "公安")["note"]} == {"too few"}
    assert {*strip(small, "检察院")["note"]} == {"absent"}


def test_one_part_and_no_part(small):
    title = {"zh": "文", "en": "text"}
    single = Counts("c", title, (Count("甲", "1", 9),))
    assert isnan(dispersion(single)["dp_norm"][0])
    assert [*strip(single, "甲")["note"]] == ["chance"]
    empty = Text("e", title, ())
    assert "一处也没有" in repr(dispersion(empty))
    assert "一处也没有" in repr(strip(empty, "甲"))
    marks = Text.build("m", title, {"m-p1.1": "，。", "m-p2.1": "公安"}, {})
    assert [*strip(marks, "公安")["count"]] == [0, 1]


def test_what_cannot_be_asked_is_said(small, uncut):
    with pytest.raises(UnknownChoiceError, match="by"):
        dispersion(small, by="formula")
    with pytest.raises(EmptyNodeError):
        strip(small, "")
    with pytest.raises(CountsOnlyError):
        dispersion(article(), "政治安全", by="character")
    with pytest.raises(UncutTextError):
        dispersion(uncut)
    assert dispersion(article(), "政", by="character")["count"][0] > 0
