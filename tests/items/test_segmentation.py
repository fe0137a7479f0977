"""Scores and remarks are worked out by hand from `yandu.items.segmentation`.

The string is 国家政治安全要始终放在首位, 13 characters; its borders are 2, 6, 7, 9, 11,
and 10 (放~在) may be cut or not.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks import entry, read_toy
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.cuts import agreement, reference_for

OWN = """
gold = "国家/政治安全/要/始终/放~在/首位"
jieba = "国家/政治/安全/要/始终/放在首位"
with_glossary = "国家/政治安全/要/始终/放在/首位"
cuts = [
  { at = "政治|安全", cut = { zh = "名称不切" } },
  { at = 2, cut = { zh = "修饰语" }, uncut = { zh = "修饰语连着" } },
  { at = "放在|首位", uncut = { zh = "动宾连着" } },
]
accept = ["国家/政治安全/要/始终/放在/首位", [2, 6, 7, 9, 10, 11]]
reject = [[], "国家/政治/安全/要/始终/放在首位"]
"""
BANK = entry(
    "01-q12", "segmentation", OWN, paragraph="01-p10", claim="1.14", why="第 10 段"
)
GOLD = [2, 6, 7, 9, 11]
CUTS = 'cuts = [\n  { at = "政治|安全", cut = { zh = "名称不切" } },'


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bank")

    def read(*changes):
        text = BANK
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return read_toy(folder, text)

    return read


@pytest.fixture(scope="module")
def item(read):
    bank = read()
    assert bank.faults == ()
    return bank.items["01-q12"]


def test_the_fields_are_read(item):
    assert (item.text, item.gold, item.optional) == (
        "国家政治安全要始终放在首位",
        (2, 6, 7, 9, 11),
        (10,),
    )
    assert item.jieba == (2, 4, 6, 7, 9)
    assert item.with_glossary == (2, 6, 7, 9, 11)
    assert [place.id for place in item.places] == [4, 2, 11]


@pytest.mark.parametrize(
    ("old", "new", "field", "said"),
    [
        (
            'gold = "国家/政治安全/要',
            'gold = "国家//政治安全/要',
            "gold",
            "至多一个记号",
        ),
        (
            'gold = "国家/政治安全/要/始终/放~在/首位"',
            'gold = "国家政治安全要始终放在首位"',
            "gold",
            "没有一处切开",
        ),
        ('jieba = "国家/政治', 'jieba = "国/政治', "jieba", "同一串字"),
        (
            'with_glossary = "国家/政治安全/要/始终/放在',
            'with_glossary = "国家/政治安全/要/始终/放~在',
            "with_glossary",
            "不用 ~",
        ),
        ('at = "政治|安全"', 'at = "政治安全"', "cuts.1.at", "找不到"),
        ('at = "政治|安全"', 'at = "政府|安全"', "cuts.1.at", "找不到"),
        ('at = "政治|安全"', 'at = "|国家"', "cuts.1.at", "找不到"),
        ('at = "政治|安全"', "at = 13", "cuts.1.at", "找不到"),
        ('at = "政治|安全"', "at = true", "cuts.1.at", "找不到"),
        ('at = "政治|安全"', "at = 2", "cuts.1.uncut", "缺"),
        ('{ zh = "修饰语连着" }', '{ zh = "" }', "cuts.2.uncut.zh", "空"),
        (
            CUTS,
            CUTS.replace(" } }", ' }, uncut = { zh = "?" } }'),
            "cuts.1.uncut",
            "该切",
        ),
        (CUTS, CUTS + CUTS.partition("[")[2], "cuts", "重复"),
        (', cut = { zh = "名称不切" }', "", "cuts.1.cut", "缺"),
        ("rationale", 'scoring = "half"\nrationale', "scoring", "half"),
    ],
)
def test_each_fault_is_named(read, old, new, field, said):
    faults = [(fault.field, fault.message) for fault in read((old, new)).faults]
    assert any(field == at and said in message for at, message in faults), faults


def test_a_place_that_stands_twice_needs_more_characters(read):
    longer = (
        ('gold = "', 'gold = "政治/'),
        ('jieba = "', 'jieba = "政治/'),
        ('with_glossary = "', 'with_glossary = "政治/'),
        ('at = "政治|安全"', 'at = "政|治"'),
    )
    (fault, *_) = read(*longer).faults
    assert (fault.field, "不止一处" in fault.message) == ("cuts.1.at", True)


def test_a_string_that_is_too_long(read):
    longer = [
        (f'{field} = "', f'{field} = "{"字/" * 28}')
        for field in ("gold", "jieba", "with_glossary")
    ]
    (fault,) = [fault for fault in read(*longer).faults if fault.field == "gold"]
    assert "有 41 个字，最多 40 个" in fault.message


@pytest.mark.parametrize(
    ("response", "points"),
    [
        (GOLD, 5),
        ([*GOLD, 10], 5),  # an optional place neither earns nor costs
        ([10], 0),
        ([2, 4, 6, 7, 9], 3),  # plain jieba: four right, one wrong
        ([6, 7, 9, 11], 4),
        (list(range(1, 13)), 0),  # 5 right, 6 wrong, 1 optional
        ([2, 4], 0),
        ([4], 0),
        ([], 0),
    ],
)
def test_borders_earn_and_cuts_in_words_cost(item, response, points):
    score = item.score(item.parse(response))
    assert (score.points, score.maximum) == (points, 5)


PLACES = st.sets(st.integers(1, 12)).map(sorted)


@given(response=PLACES)
def test_full_points_are_the_same_as_all_words_right(item, response):
    score = item.score(item.parse(response))
    reference = reference_for(response, item.gold, item.optional)
    assert (score.outcome is Outcome.CORRECT) == (set(response) - {10} == set(GOLD))
    assert (score.outcome is Outcome.CORRECT) == (
        agreement(13, response, reference).f1 == 1
    )
    for border in set(GOLD) - set(response):
        more = item.score(item.parse([*response, border]))
        assert more.points >= score.points


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(response=JSON | st.lists(st.integers(0, 14)))
def test_any_json_is_read_or_refused(item, response):
    try:
        places = item.parse(response)
    except ResponseError:
        return
    assert places == sorted(set(places))
    assert set(places) <= set(range(1, 13))
    assert item.parse(places) == places


@pytest.mark.parametrize(
    "response",
    [
        None,
        True,
        [0],
        [13],
        [-1],
        [2.0],
        [True],
        ["2"],
        [[2]],
        {"2": 1},
        "国家",
        "国家/政治安全/要/始终/放~在/首位",
        "国" * 100_000,
    ],
)
def test_a_response_of_another_form_is_refused(item, response):
    with pytest.raises(ResponseError, match="1 到 12"):
        item.parse(response)


def test_a_written_cut_is_the_same_as_its_places(item):
    assert item.parse("国家/政治安全/要始终放/在首位") == [2, 6, 10]
    assert item.parse("国家政治安全要始终放在首位") == []
    assert item.parse([6, 2, 6]) == [2, 6]


def told(item, response):
    return [
        (r.part, r.verdict, r.text["zh"]) for r in item.feedback(item.parse(response))
    ]


def test_feedback_of_the_bank_and_of_the_string(item):
    assert told(item, [2, 4, 6, 7, 9]) == [
        ("", Verdict.RIGHT, "国家、要、始终。共 3 个，每个都是两头切开、中间没有切。"),
        ("2", Verdict.RIGHT, "修饰语"),
        ("4", Verdict.WRONG, "名称不切"),
        ("", Verdict.MISSED, "动宾连着"),
    ]


def test_a_word_is_named_only_to_whom_has_both_its_borders(item):
    # 政|治: 政治安全 is the word; its borders are 2 and 6
    inside = "「政」和「治」同在一个词里；这个词的头尾还没有都切出来。"
    for borders in ([], [2], [6]):
        assert ("3", Verdict.WRONG, inside) in told(item, [*borders, 3])
    named = "「政治安全」是一个词，中间不切。"
    assert ("3", Verdict.WRONG, named) in told(item, [2, 3, 6])
    # the string's own ends are nobody's secret
    assert ("1", Verdict.WRONG, "「国家」是一个词，中间不切。") in told(item, [1, 2])


def test_borders_left_out_are_spoken_of_and_not_placed(item):
    assert told(item, [6]) == [
        ("", Verdict.RIGHT, "词与词的界切中了 1 处，但还没有一个词两头都切对。"),
        ("", Verdict.MISSED, "修饰语连着"),
        ("", Verdict.MISSED, "动宾连着"),
        ("", Verdict.MISSED, "「要始终放在首位」不止一个词，里面还有界没有切。"),
    ]


def test_a_piece_of_two_characters_would_give_its_border_away(item):
    # 全要 holds the border 6, 始终 is cut at 8 and does not
    texts = [
        text
        for _, verdict, text in told(item, [2, 5, 7, 9, 11])
        if verdict == Verdict.MISSED
    ]
    assert texts == ["切出的两字段里，有的其实是两个单字词。"]


def test_an_optional_cut_is_remarked_on_and_not_marked(item):
    assert ("10", Verdict.RIGHT, "这里切不切都可以，不计分。") in told(
        item, [*GOLD, 10]
    )
    marks = item.extras([4, 6, 10])["marks"]
    assert marks == {"4": "wrong", "6": "right"}


def test_every_remark_says_something(item):
    for first in range(1, 13):
        for second in range(first, 13):
            remarks = item.feedback(item.parse([first, second]))
            assert remarks
            assert all(remark.text["zh"] for remark in remarks)


def test_the_figures_of_all_three_cuts(item):
    rows = item.extras([6, 7, 9, 11])["measures"]
    figures = [
        (r["n_words"], r["n_right"], r["precision"], r["recall"], r["f1"]) for r in rows
    ]
    assert figures == [
        (5, 4, "0.80", "0.67", "0.73"),  # P = 4/5, R = 4/6, F = 8/11
        (6, 3, "0.50", "0.50", "0.50"),
        (6, 6, "1.00", "1.00", "1.00"),
    ]


def test_with_the_optional_cut_all_words_are_right(item):
    (yours, *_) = item.extras([2, 6, 7, 9, 10, 11])["measures"]
    assert (yours["n_words"], yours["n_right"], yours["f1"]) == (7, 7, "1.00")


def test_the_cuts_of_jieba_wait_for_the_solution(item):
    after = json.dumps(item.extras([3, 8]), ensure_ascii=False)
    assert "政治" not in after
    assert "/" not in after
    revealed = item.revealed([3, 8])
    assert [row["cut"] for row in revealed["measures"]] == [
        "国家政/治安全要始/终放在首位",
        "国家/政治/安全/要/始终/放在首位",
        "国家/政治安全/要/始终/放在/首位",
    ]
    assert revealed["optional"] == [10]


def test_what_the_browser_sees_is_the_string(item):
    assert item.public() == {"text": "国家政治安全要始终放在首位"}
    assert item.orders() == {}
    assert item.solution() == GOLD
