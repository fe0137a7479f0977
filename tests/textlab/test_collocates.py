"""Collocates against windows counted by hand and, for any text, one by one."""

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu.textlab import (
    CountsOnlyError,
    EmptyNodeError,
    Text,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
    article,
    collocates,
    fisher_exact,
    g2_four_cell,
    kwic,
    log_dice,
    pmi,
    t_score,
)

TITLE = {"zh": "小文", "en": "a small text"}
COLUMNS = [
    *("token", "count", "expected", "note", "log_dice"),
    *("g2", "p", "q", "fisher_p", "pmi", "t_score"),
]


def text_of(*cuts):
    tokens = {f"t-p01.{n}": tuple(cut.split()) for n, cut in enumerate(cuts, start=1)}
    return Text.build(
        "t", TITLE, {key: "".join(cut) for key, cut in tokens.items()}, tokens
    )


def test_windows_counted_by_hand():
    # One word on each side of 安全: 政治 第一, 政治 与.
    text = text_of("维护 政治 安全 ， 第一 位", "国家 政治 安全 与 公安", "政治 公安")
    table = collocates(text, "安全", window=1, least=1)
    assert list(table.columns) == COLUMNS
    rows = table.set_index("token")
    assert rows["count"].to_dict() == {"政治": 2, "与": 1, "第一": 1}
    # 12 words, 2 of them hold the node: 10 places, 4 in a window; 政治 3 in all.
    row = rows.loc["政治"]
    assert row["expected"] == pytest.approx(3 * 4 / 10)
    cells = (2, 1, 4, 6)
    assert row["g2"] == g2_four_cell(*cells)
    assert row["log_dice"] == log_dice(2, 2, 3)
    assert row["pmi"] == pmi(2, 4, 3, 10)
    assert row["t_score"] == t_score(2, 3 * 4 / 10)
    assert set(table["note"]) == {"too few"}
    assert isnan(row["p"])  # three occurrences are not tested


def test_a_window_skips_punctuation_and_ends_with_its_sentence():
    text = text_of("甲 乙 。", "丙 ， 、 政治 ； 丁 戊 。", "己 庚")
    table = collocates(text, "政治", window=5, least=1)
    assert sorted(table["token"]) == ["丁", "丙", "戊"]


def test_overlapping_windows_count_a_word_once():
    text = text_of("政治 甲 政治 乙 丙 丁")
    table = collocates(text, "政治", window=2, least=1).set_index("token")
    assert table["count"].to_dict() == {"甲": 1, "乙": 1, "丙": 1}


def test_the_node_is_found_as_a_concordance_finds_it():
    text = text_of("甲 公安机关 乙", "丙 政治 安全 丁", "戊 公安 己")
    near = set(collocates(text, "公安", window=1, least=1)["token"])
    assert near == {"甲", "乙", "戊", "己"}
    across = set(collocates(text, "治安", window=1, least=1)["token"])
    assert across == {"丙", "丁"}  # the node lies across two words, which are left out


def test_significance_is_corrected_over_all_frequent_words():
    text = text_of(*["甲 政治 乙 丙 丁"] * 6, *["乙 丙 丁 戊"] * 20)
    table = collocates(text, "政治", window=1).set_index("token")
    assert table.loc["甲", "note"] == "more"
    cells = (6, 0, 12, 6 * 2 + 20 * 4)
    assert table.loc["甲", "fisher_p"] == pytest.approx(fisher_exact(*cells))
    # 甲 乙 丙 丁 戊 are all frequent enough: five tests, of which this is the least.
    assert table.loc["甲", "q"] == pytest.approx(5 * fisher_exact(*cells))
    assert "5" in collocates(text, "政治", window=1).notes[4]["en"]


def test_the_warning_about_rare_words_is_always_there(small):
    for node in ("公安", "检察院"):
        table = collocates(small, node, least=1)
        assert "MI favours rare words" in table.notes[-1]["en"]
    said = "\n".join(note["en"] for note in collocates(small, "公安", least=1).notes)
    for source in ("Rychlý 2008", "Church & Hanks 1990", "Dunning 1993"):
        assert source in said


def test_nothing_near_gives_an_empty_table(small):
    assert "一处也没有" in repr(collocates(small, "检察院"))
    assert collocates(small, "公安").made == 'textlab.collocates(lesson.text(), "公安")'


def test_what_cannot_be_asked_is_said(small, uncut):
    with pytest.raises(EmptyNodeError):
        collocates(small, " ")
    with pytest.raises(UnknownChoiceError, match="window"):
        collocates(small, "公安", window=0)
    with pytest.raises(UnknownChoiceError, match="least"):
        collocates(small, "公安", least=True)
    with pytest.raises(UnknownSectionError):
        collocates(small, "公安", section="x")
    with pytest.raises(CountsOnlyError):
        collocates(article(), "公安")
    with pytest.raises(UncutTextError):
        collocates(uncut, "公安")


tokens = st.sampled_from(["甲", "乙乙", "丙甲", "丁", "，", "政治"])
sentences = st.lists(
    st.lists(tokens, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=5
)


@settings(deadline=None)
@given(sentences, st.sampled_from(["甲", "政治", "治甲", "乙乙丙"]), st.integers(1, 4))
def test_any_text_agrees_with_counting_one_by_one(cuts, node, window):
    text = text_of(*cuts)
    near, n_nodes = {}, 0
    for sentence in text.sentences:
        words, spans, at = [], [], 0
        for token in sentence.tokens:
            if token != "，":
                words.append(token)
                spans.append(range(at, at + len(token)))
            at += len(token)
        inside, holding = set(), set()
        for start in range(len(sentence.text)):
            if sentence.text.startswith(node, start):
                n_nodes += 1
                hit = range(start, start + len(node))
                touched = [n for n, span in enumerate(spans) if {*span} & {*hit}]
                holding |= {*touched}
                inside |= {*range(touched[0] - window, touched[-1] + window + 1)}
        for n in inside - holding:
            if 0 <= n < len(words):
                near[words[n]] = near.get(words[n], 0) + 1
    table = collocates(text, node, window=window, least=1)
    if len(table):
        assert table.set_index("token")["count"].to_dict() == near
    assert f"({n_nodes} occurrences)" in table.caption["en"]
    assert n_nodes == len(kwic(text, node))
    table._repr_html_()
