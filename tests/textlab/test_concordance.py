"""Concordance lines: every occurrence, in its sentence; and the two ways to count."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yandu import textlab
from yandu.textlab import (
    Counts,
    CountsOnlyError,
    EmptyNodeError,
    LongNodeError,
    Text,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
    concordance,
    count_both,
    kwic,
)

TITLE = {"zh": "随机文", "en": "random text"}
COUNTS = Counts("toy", {"zh": "小计数", "en": "toy counts"}, ())


def rows(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def test_all_lines_of_a_node(small):
    table = kwic(small, "公安机关", window=4)
    assert list(table.columns) == ["sentence", "left", "node", "right"]
    assert rows(table) == [
        ("09-p01.1", "", "公安机关", "依靠群众"),
        ("09-p01.2", "群众信任", "公安机关", "，公安机"),
        ("09-p01.2", "安机关，", "公安机关", "服务群众"),
    ]


def test_first_and_last_characters_of_the_text(small):
    assert rows(kwic(small, "公安", window=2)) == [
        ("09-p01.1", "", "公安", "机关"),
        ("09-p01.2", "信任", "公安", "机关"),
        ("09-p01.2", "关，", "公安", "机关"),
        ("09-p02.2", "全与", "公安", ""),
    ]


def test_overlapping_occurrences(small):
    assert rows(kwic(small, "哈哈", window=1)) == [
        ("09-p02.1", "", "哈哈", "哈"),
        ("09-p02.1", "哈", "哈哈", "，"),
    ]


def test_a_phrase_across_punctuation_but_not_across_sentences(small):
    assert rows(kwic(small, "安全；安全", window=0)) == [
        ("09-p02.1", "", "安全；安全", "")
    ]
    assert rows(kwic(small, "！国家")) == []


def test_none(small):
    table = kwic(small, "检察院")
    assert rows(table) == []
    assert list(table.columns) == ["sentence", "left", "node", "right"]
    assert table.caption["zh"] == "索引行（KWIC）：「检察院」0 处。所查文本：小文"


def test_the_whole_sentence(small):
    assert rows(kwic(small, " 信任\n", window="sentence")) == [
        ("09-p01.2", "群众", "信任", "公安机关，公安机关服务群众！")
    ]


def test_sorted_by_the_nearest_character(small):
    # From the node leftwards: 治政家国, 治政，哈哈哈, ；全安…. In Unicode order 家 is
    # U+5BB6, 治 U+6CBB, ， U+FF0C, ； U+FF1B.
    left = kwic(small, "安全", sort="left")
    assert [*left["left"]] == ["国家政治", "哈哈哈，政治", "哈哈哈，政治安全；"]
    # Rightwards: 与 is U+4E0E, 第 U+7B2C, ； U+FF1B.
    right = kwic(small, "安全", sort="right")
    assert list(right["right"]) == ["与公安", "第一！", "；安全第一！"]


texts = st.lists(st.text("甲乙丙，", max_size=25), max_size=4)


@given(sentences=texts, data=st.data())
def test_every_occurrence_and_nothing_else(sentences, data):
    """Equal to trying each place of each sentence, for strings of 1 to 8 characters."""
    text = Text.build(
        "r", TITLE, {f"r.{n}": string for n, string in enumerate(sentences)}, {}
    )
    string = data.draw(st.sampled_from([*filter(None, sentences)] or ["甲"]))
    start = data.draw(st.integers(0, len(string) - 1))
    node = string[start : start + data.draw(st.integers(1, 8))]
    window = data.draw(st.integers(0, 30))
    expected = [
        (
            f"r.{n}",
            s[:at][-window:] if window else "",
            node,
            s[at + len(node) :][:window],
        )
        for n, s in enumerate(sentences)
        for at in range(len(s))
        if s[at : at + len(node)] == node
    ]
    assert rows(kwic(text, node, window)) == expected


@pytest.mark.parametrize("node", ["", " ", "\n\u3000"])
def test_an_empty_node_is_refused(small, node):
    with pytest.raises(EmptyNodeError):
        kwic(small, node)
    with pytest.raises(EmptyNodeError):
        count_both(small, ["公安", node])


def test_a_passage_is_no_node(small):
    kwic(small, "公" * 60)
    with pytest.raises(LongNodeError, match=r"200.*60"):
        kwic(small, "公" * 200)


def test_counts_have_no_lines():
    for ask in (lambda: kwic(COUNTS, "公安"), lambda: count_both(COUNTS, ["公安"])):
        with pytest.raises(CountsOnlyError, match=r"小计数.*lesson\.text\(\)"):
            ask()


@pytest.mark.parametrize("choice", [{"window": -1}, {"window": "all"}, {"sort": "L4"}])
def test_an_unknown_choice_is_refused(small, choice):
    with pytest.raises(UnknownChoiceError, match=next(iter(choice))):
        kwic(small, "公安", **choice)


def test_both_counts(small):
    table = count_both(small, ["公安", "政治安全", "群众", "哈哈", "检察院"])
    assert list(table.columns) == [
        "node",
        "as_string",
        "as_token",
        "in_longer",
        "across",
        "examples",
    ]
    assert rows(table) == [
        ("公安", 4, 2, 2, 0, "公安机关 2"),
        ("政治安全", 2, 0, 0, 2, "政治/安全 2"),
        ("群众", 3, 3, 0, 0, ""),
        ("哈哈", 2, 0, 2, 0, "哈哈哈 2"),
        ("检察院", 0, 0, 0, 0, ""),
    ]


def test_one_string_is_one_node(small):
    assert list(count_both(small, "公安")["node"]) == ["公安"]


def test_examples_are_the_most_frequent_places():
    cut = "警察 大警 大警 小警 小警 一警 人 民警 察"
    tokens = tuple(cut.split())
    text = Text.build("e", TITLE, {"e.1": "".join(tokens)}, {"e.1": tokens})
    # 警 is one token nowhere; 警察 once as a token and once over a border.
    assert rows(count_both(text, ["警", "警察"])) == [
        ("警", 7, 0, 7, 0, "大警 2、小警 2、一警 1"),
        ("警察", 2, 1, 0, 1, "民警/察 1"),
    ]


def test_an_uncut_text_has_no_tokens(uncut):
    with pytest.raises(UncutTextError, match=r"09-p01\.1"):
        count_both(uncut, ["公安"])


@given(data=st.data())
def test_the_three_places_add_up_to_the_lines(data):
    tokens = data.draw(st.lists(st.text("甲乙", min_size=1, max_size=3), min_size=1))
    node = data.draw(st.text("甲乙", min_size=1, max_size=4))
    text = Text.build("r", TITLE, {"r.1": " ".join(tokens)}, {"r.1": tuple(tokens)})
    ((_, as_string, as_token, in_longer, across, _),) = rows(count_both(text, node))
    assert as_string == as_token + in_longer + across == len(kwic(text, node))
    assert as_token == tokens.count(node)


# ---------------------------------------------------------------- by tokens


def test_by_tokens_only_whole_ones_count(small):
    assert rows(kwic(small, "公安", 2, by="token")) == [
        ("09-p01.1", "", "公安", "机关"),
        ("09-p02.2", "全与", "公安", ""),
    ]
    assert len(kwic(small, "哈哈", by="token")) == 0


def test_tokens_in_a_row(small):
    assert rows(kwic(small, "政治  安全", 1, by="token")) == [
        ("09-p02.1", "，", "政治安全", "；"),
        ("09-p02.2", "家", "政治安全", "与"),
    ]
    # The last token of a sentence and the first of the next are not in a row.
    assert len(kwic(small, "。 群众", by="token")) == 0


def test_rows_of_tokens_overlap_too():
    text = Text.build("o", TITLE, {"o.1": "哈哈哈"}, {"o.1": ("哈", "哈", "哈")})
    assert rows(kwic(text, "哈 哈", 1, by="token")) == [
        ("o.1", "", "哈哈", "哈"),
        ("o.1", "哈", "哈哈", ""),
    ]


def test_a_token_may_reach_over_a_space():
    text = Text.build(
        "o", TITLE, {"o.1": "一 big data 二"}, {"o.1": ("一", "bigdata", "二")}
    )
    assert rows(kwic(text, "bigdata", 2, by="token")) == [
        ("o.1", "一 ", "big data", " 二")
    ]


def test_a_window_of_tokens(small):
    assert rows(kwic(small, "公安机关", 2, unit="token")) == [
        ("09-p01.1", "", "公安机关", "依靠群众"),
        ("09-p01.2", "群众信任", "公安机关", "，公安机关"),
        ("09-p01.2", "公安机关，", "公安机关", "服务群众"),
    ]


def test_of_a_token_that_the_node_lies_in_the_rest_counts_as_one(small):
    assert rows(kwic(small, "安机", 1, unit="token")) == [
        ("09-p01.1", "公", "安机", "关"),
        ("09-p01.2", "公", "安机", "关"),
        ("09-p01.2", "公", "安机", "关"),
    ]
    assert rows(kwic(small, "安机", 2, unit="token"))[1] == (
        *("09-p01.2", "信任公", "安机", "关，"),
    )


def test_tokens_are_asked_of_a_cut_text_only(uncut):
    for question in ({"by": "token"}, {"unit": "token"}):
        with pytest.raises(UncutTextError, match=r"09-p01\.1"):
            kwic(uncut, "公安", **question)


cuts = st.lists(
    st.lists(st.text("甲乙", min_size=1, max_size=3), max_size=6), max_size=4
)


@given(
    cuts=cuts,
    node=st.lists(st.text("甲乙", min_size=1, max_size=3), min_size=1, max_size=3),
)
@settings(deadline=None)
def test_rows_of_tokens_are_all_found(cuts, node):
    """Equal to trying each token of each sentence."""
    sentences = {f"t.{n}": "".join(cut) for n, cut in enumerate(cuts)}
    tokens = {f"t.{n}": tuple(cut) for n, cut in enumerate(cuts)}
    text = Text.build("t", TITLE, sentences, tokens)
    expected = [
        (
            f"t.{n}",
            "".join(cut[max(0, at - 2) : at]),
            "".join(node),
            "".join(cut[at + len(node) :][:2]),
        )
        for n, cut in enumerate(cuts)
        for at in range(len(cut))
        if cut[at : at + len(node)] == node
    ]
    assert rows(kwic(text, " ".join(node), 2, by="token", unit="token")) == expected


# ---------------------------------------------------------------- sorting


@pytest.mark.parametrize("unit", ["character", "token"])
@pytest.mark.parametrize("sort", ["left", "right", "L1", "L2", "L3", "R1", "R2", "R3"])
@given(cuts=cuts)
@settings(deadline=None, max_examples=40)
def test_every_order_is_full(sort, unit, cuts):
    """Equal to sorting by units that are cut by hand; equal lines keep their order."""
    sentences = {f"t.{n}": "".join(cut) for n, cut in enumerate(cuts)}
    text = Text.build(
        "t", TITLE, sentences, {f"t.{n}": tuple(c) for n, c in enumerate(cuts)}
    )
    hits = []
    for n, cut in enumerate(cuts):
        string, borders = "".join(cut), {0}
        for token in cut:
            borders.add(max(borders) + len(token))
        if unit == "character":
            borders = set(range(len(string) + 1))
        for at in range(len(string)):
            if string.startswith("甲", at):
                places = sorted(borders | {at, at + 1})
                pieces = [string[a:b] for a, b in pairwise(places)]
                middle = places.index(at)
                left, right = pieces[:middle][::-1], pieces[middle + 1 :]
                hits.append(
                    (
                        (f"t.{n}", "".join(left[:3][::-1]), "甲", "".join(right[:3])),
                        left,
                        right,
                    )
                )

    def key(hit):
        side = hit[1] if sort[0] in "lL" else hit[2]
        if sort in ("left", "right"):
            return side[:3]
        place = int(sort[1])
        return ["".join(side[place - 1 : place]), *side[:5]]

    expected = [hit[0] for hit in sorted(hits, key=key)]
    assert rows(kwic(text, "甲", 3, sort, unit=unit)) == expected


def test_an_order_does_not_depend_on_what_is_shown(small):
    wide = kwic(small, "安全", 12, "R1")
    assert [*kwic(small, "安全", 0, "R1")["sentence"]] == [*wide["sentence"]]


# ---------------------------------------------------------------- sections, pages


def test_only_the_chosen_sections(small):
    assert {*kwic(small, "公安", sections="09-p02")["sentence"]} == {"09-p02.2"}
    assert len(kwic(small, "公安", sections=["09-p02", "09-p01"])) == 4
    assert len(kwic(small, "公安", sections=[])) == 0
    with pytest.raises(UnknownSectionError, match=r"09-p03.*09-p01、09-p02"):
        kwic(small, "公安", sections=["09-p03"])


def test_sections_of_a_text_of_many_paragraphs_are_not_all_named():
    text = Text.build("m", TITLE, {f"m-p{n:04}.1": "公安" for n in range(5000)}, {})
    with pytest.raises(UnknownSectionError) as error:
        kwic(text, "公安", sections="x")
    assert len(str(error.value)) < 600


def test_pages_are_the_lines_one_after_the_other(small):
    found = concordance(small, "公安", 4, "right")
    whole = kwic(small, "公安", 4, "right")
    assert (found.n, len(found)) == (4, 4)
    assert rows(found.page(0, 3)) + rows(found.page(3, 3)) == rows(whole)
    assert [*found.page(3, 3).index] == [3]
    assert rows(found.page(9)) == []
    assert "第 2 至 3 处" in found.page(1, 2).caption["zh"]
    assert found.page(0, 4).caption == whole.caption
    assert found.lines(1, 2) == rows(whole)[1:2]
    with pytest.raises(UnknownChoiceError, match="start"):
        found.page(-1)


def test_an_empty_text_has_no_lines():
    for sentences in ({}, {"e.1": ""}, {"e.1": "", "e.2": " "}):
        text = Text.build("e", TITLE, sentences, dict.fromkeys(sentences, ()))
        for question in ({}, {"by": "token"}, {"unit": "token", "sort": "R1"}):
            assert len(kwic(text, "公安", **question)) == 0
        assert len(kwic(text, r"\s", 3, "L1", by="regex", unit="token")) == len(
            [1 for string in sentences.values() if string.strip() != string]
        )


def test_a_node_never_reaches_over_the_border_of_a_sentence():
    text = Text.build("b", TITLE, {"b.1": "甲\n乙", "b.2": "丙"}, {})
    assert rows(kwic(text, "甲\n乙", 1)) == [("b.1", "", "甲\n乙", "")]
    assert rows(kwic(text, "乙\n丙", 1)) == []


@pytest.mark.parametrize(
    ("options", "made"),
    [
        ({}, 'textlab.kwic(lesson.text(), "公安")'),
        (
            {"window": 3, "sort": "R1", "unit": "token", "sections": ["09-p01"]},
            'textlab.kwic(lesson.text(), "公安", window=3, sort="R1", unit="token", sections=["09-p01"])',
        ),
        ({"by": "regex"}, 'textlab.kwic(lesson.text(), "公安", by="regex")'),
    ],
)
def test_a_result_knows_how_it_was_made(small, options, made):
    table = kwic(small, "公安", **options)
    assert table.made == made

    class Lesson:
        def text(self):
            return small

    again = eval(made, {"textlab": textlab, "lesson": Lesson()})
    assert rows(again) == rows(table)
    assert concordance(small, "公安", **options).page(0, 1).made == made
