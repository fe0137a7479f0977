"""What all items answered by putting pieces into slots promise; scored by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.assign import Piece, Slot
from yandu.items.cloze_bank import ClozeBank
from yandu.items.pairing import Matching
from yandu.items.punctuation import Punctuation


def pair(zh):
    return {"zh": zh, "en": ""}


COMMON = {
    "id": "01-q05",
    "paragraphs": ("01-p06",),
    "claims": ("1.10",),
    "objective": "01-o2",
    "stem": pair("题干"),
    "hints": (),
    "rationale": pair("理由"),
    "accept": (),
    "reject": (),
}
BLANK = pair("")
SLOTS = (
    Slot("a", ("x",), pair("正是甲"), {"y": pair("甲不是乙")}, pair("再看甲")),
    Slot("b", ("y", "z"), BLANK, {}, pair("再看乙")),
)
PIECES = (
    Piece("v", pair("无用"), pair("别处的词")),
    Piece("x", pair("甲词")),
    Piece("y", pair("乙词")),
    Piece("z", pair("丙词")),
)
BANK = ClozeBank(
    **COMMON, kind="cloze_bank", text=pair("[[a]]和[[b]]"), slots=SLOTS, pieces=PIECES
)
ROWS = Matching(
    **COMMON,
    kind="matching",
    slots=tuple(replace(slot, label=pair(f"左{slot.id}")) for slot in SLOTS),
    pieces=PIECES,
    is_reused=True,
)
MARKS = Punctuation(
    **COMMON,
    kind="punctuation",
    parts=("甲", "1", "乙", "2", ""),
    en="",
    slots=(
        Slot("1", ("，", "："), BLANK, {}, BLANK),
        Slot("2", ("。",), pair("完了"), {}, pair("看句末")),
    ),
    pieces=tuple(Piece(mark, pair(mark)) for mark in "、，：。"),
    is_reused=True,
)
ITEMS = [BANK, ROWS, MARKS]
#: Anything that JSON can say, and the ids that mean something here.
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=4)
    | st.sampled_from(["a", "b", "x", "y", "z", "1", "2", "，", "。", "，。", "＿。"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["a", "b", "1", "2", "c", ""]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("response", "points", "outcome"),
    [
        ({"a": "x", "b": "y"}, 2, Outcome.CORRECT),
        ({"a": "x", "b": "z"}, 2, Outcome.CORRECT),  # z is right in b, too
        ({"a": "x", "b": "v"}, 1, Outcome.PARTIAL),
        ({"b": "z"}, 1, Outcome.PARTIAL),
        ({"a": "y", "b": "x"}, 0, Outcome.INCORRECT),
        ({}, 0, Outcome.INCORRECT),
    ],
)
def test_each_slot_filled_rightly_earns_one_point(response, points, outcome):
    score = BANK.score(BANK.parse(response))
    assert (score.points, score.maximum, score.outcome) == (points, 2, outcome)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
@given(data=st.data())
def test_full_points_only_for_a_full_response_and_one_more_right_never_costs(
    item, data
):
    ids = ["", *(piece.id for piece in item.pieces)]
    response = data.draw(
        st.fixed_dictionaries({s.id: st.sampled_from(ids) for s in item.slots})
    )
    score = item.score(response)
    is_full = all(response[slot.id] in slot.keys for slot in item.slots)
    assert (score.outcome is Outcome.CORRECT) == is_full
    assert 0 <= score.points <= score.maximum
    for slot in item.slots:
        better = item.score({**response, slot.id: slot.keys[0]})
        assert better.points >= score.points
    if item.is_empty(response):
        assert score.points == 0


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
@given(response=JSON)
def test_whatever_comes_is_refused_or_made_canonical(item, response):
    try:
        parsed = item.parse(response)
    except ResponseError:
        return
    assert list(parsed) == [slot.id for slot in item.slots]
    assert item.parse(parsed) == parsed
    assert item.score(parsed).points <= item.score(item.parse(item.solution())).points


@pytest.mark.parametrize(
    ("response", "names"),
    [
        ({"c": "x"}, "a、b"),
        ({"a": "u"}, "v、x、y、z"),
        ({"a": ["x"]}, "v、x"),
        ({"a": {"b": 1}}, "v、x"),
        ({"a": None}, "v、x"),
        ({"a": "x", "b": "x"}, "「x」只能用一次"),
        (["x", "y"], "a、b"),
        (None, "a、b"),
        ("xy", "a、b"),
        ({str(number): "x" for number in range(10_000)}, "a、b"),
    ],
)
def test_a_response_of_another_form_is_refused(response, names):
    with pytest.raises(ResponseError, match=names):
        BANK.parse(response)


def test_a_piece_that_may_be_used_again_may_stand_twice():
    assert ROWS.parse({"a": "x", "b": "x"}) == {"a": "x", "b": "x"}


def test_what_was_put_there_is_spoken_of_from_the_nearest_to_the_most_general():
    def said(response):
        remarks = BANK.feedback(BANK.parse(response))
        return [(r.part, r.verdict, r.text["zh"]) for r in remarks]

    assert said({"a": "x", "b": "z"}) == [
        ("a", Verdict.RIGHT, "正是甲"),
        ("b", Verdict.RIGHT, "「丙词」。"),  # nothing of its own
    ]
    assert said({"a": "y", "b": "v"}) == [
        ("a", Verdict.WRONG, "甲不是乙"),  # foreseen
        ("b", Verdict.WRONG, "别处的词"),  # the distractor's own
    ]
    assert said({"a": "z"}) == [
        ("a", Verdict.WRONG, "再看甲"),
        ("b", Verdict.MISSED, "再看乙"),
    ]


def test_a_slot_is_known_by_its_number_or_by_its_term():
    labels = [r.label["zh"] for r in BANK.feedback(BANK.parse({}))]
    assert labels == ["第 1 空", "第 2 空"]
    assert [r.label["zh"] for r in ROWS.feedback(ROWS.parse({}))] == ["左a", "左b"]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_every_slot_gets_a_verdict_whether_spoken_of_or_not(item):
    solution = item.parse(item.solution())
    assert set(item.extras(solution)["verdicts"].values()) == {"right"}
    empty = item.extras(item.parse({}))["verdicts"]
    assert set(empty.values()) == {"missed"}
    assert list(empty) == [slot.id for slot in item.slots]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)
def test_what_the_browser_sees_is_the_same_whatever_the_keys_are(item):
    other = tuple(
        replace(slot, keys=("v",), chosen=pair("!"), near={}, missed=pair("?"))
        for slot in item.slots
    )
    changed = replace(item, slots=other)
    assert changed.public() == item.public()
    assert changed.orders() == item.orders()
    assert "正是" not in str(item.public()) + str(item.orders())


def test_pieces_are_shuffled_but_marks_are_where_a_hand_finds_them():
    assert {tuple(BANK.arrange(seed)["pieces"]) for seed in range(20)} > {tuple("vxyz")}
    assert MARKS.arrange(1) == {}
