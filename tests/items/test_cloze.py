import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.content.tables import Table
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.cloze import Cloze
from yandu.items.gap import Gap, Near
from yandu.items.typed import LONGEST_PHRASE


def pair(zh):
    return {"zh": zh, "en": ""}


def gap(name, key, also=(), near=()):
    nears = tuple(Near(text, pair(f"想到了{text}")) for text in near)
    return Gap(name, key, also, len(key), nears, pair(f"再想想 {name}"))


ITEM = Cloze(
    id="01-q03",
    kind="cloze",
    paragraphs=("01-p02",),
    claims=("1.02",),
    objective="01-o2",
    stem=pair("补全"),
    hints=(),
    rationale=pair("理由"),
    accept=(),
    reject=(),
    text=pair("对党忠诚、[[a]]、执法公正、[[b]]。"),
    gaps=(
        gap("a", "服务人民", near=["服务群众"]),
        gap("b", "纪律严明", also=["严明纪律"]),
    ),
)


@pytest.mark.parametrize(
    ("a", "b", "points", "outcome"),
    [
        ("服务人民", "纪律严明", 2, Outcome.CORRECT),
        ("服务人民", "严明纪律", 2, Outcome.CORRECT),
        ("服务 人民", "「纪律严明」", 2, Outcome.CORRECT),
        ("服务人民", "纪律严格", 1, Outcome.PARTIAL),
        ("服务群众", "", 0, Outcome.INCORRECT),
        ("纪律严明", "服务人民", 0, Outcome.INCORRECT),
    ],
)
def test_each_right_gap_earns_one_point(a, b, points, outcome):
    score = ITEM.score(ITEM.parse({"a": a, "b": b}))
    assert (score.points, score.maximum, score.outcome) == (points, 2, outcome)


def test_each_gap_has_its_own_remark():
    remarks = ITEM.feedback(ITEM.parse({"a": "服务群众", "b": "严明 纪律"}))
    assert [(r.part, r.verdict, r.text["zh"], r.allowances) for r in remarks] == [
        ("a", Verdict.WRONG, "想到了服务群众", ()),
        ("b", Verdict.RIGHT, "「严明纪律」。", ("spaces",)),
    ]


def test_an_empty_gap_is_missed_not_wrong():
    remarks = ITEM.feedback(ITEM.parse({"b": "别的"}))
    assert [(r.verdict, r.text["zh"]) for r in remarks] == [
        (Verdict.MISSED, "再想想 a"),
        (Verdict.WRONG, "再想想 b"),
    ]


def test_what_the_browser_sees_is_the_text_in_pieces():
    assert ITEM.public() == {
        "pieces": [
            {"text": "对党忠诚、"},
            {"gap": "a", "size": 4},
            {"text": "、执法公正、"},
            {"gap": "b", "size": 4},
            {"text": "。"},
        ],
        "en": "",
    }


def read(policy):
    """Return the only gap of a cloze read with a policy, and the faults."""
    faults = []
    fields = {
        "text": {"zh": "[[a]]年"},
        "gaps": [{"id": "a", "key": "2019", "missed": {"zh": "再想想"}}],
    }
    table = Table(fields | policy, "items/x.toml", "01-q01", faults)
    return Cloze.read_own(table)["gaps"][0], faults


def test_a_policy_of_the_item_is_that_of_its_gaps():
    plain, year = read({})[0], read({"policy": {"purpose": "year"}})[0]
    assert plain.match("二〇一九年") is None
    assert year.match("二〇一九年").allowances == ("numerals", "unit")
    assert year.remark("2019年", pair("第 1 空")).allowances == ("unit",)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"size": 0}, "gaps.a.size"),
        ({"size": 41}, "gaps.a.size"),  # wider than a line of the card
        ({"also": ["二〇一九", " "]}, "gaps.a.also"),  # would accept an empty gap
        ({"near": [{"text": "2018"}]}, "gaps.a.near.1.chosen"),
        ({"nears": []}, "gaps.a.nears"),
    ],
)
def test_a_fault_of_a_gap_is_named_with_its_place(change, field):
    gap = {"id": "a", "key": "2019", "missed": {"zh": "再想想"}} | change
    assert [fault.field for fault in read({"gaps": [gap]})[1]] == [field]


def test_faults_of_a_policy_are_named_with_their_place():
    policy = {"script": "no", "numeral": True, "synonyms": [["一"]]}
    faults = read({"policy": policy})[1]
    assert {fault.field for fault in faults} == {
        "policy.script",
        "policy.numeral",
        "policy.synonyms",
    }


@pytest.mark.parametrize(
    "response", [None, [], "a", 3, {"c": "x"}, {"a": "x", "c": ""}]
)
def test_a_response_of_another_form_is_refused(response):
    with pytest.raises(ResponseError, match="a、b"):
        ITEM.parse(response)


@pytest.mark.parametrize("filling", [1, None, ["x"], {"a": "x"}, True])
def test_a_filling_that_is_no_text_is_refused(filling):
    with pytest.raises(ResponseError, match="不是文字"):
        ITEM.parse({"a": filling, "b": ""})


def test_a_filling_is_refused_from_201_characters_on():
    assert ITEM.parse({"a": "字" * 200})["a"] == "字" * 200
    with pytest.raises(ResponseError, match="201"):
        ITEM.parse({"a": "字" * 201})


TYPED = st.text(max_size=LONGEST_PHRASE)


@given(TYPED, TYPED)
def test_any_typed_text_is_scored_and_filling_a_gap_rightly_never_costs(a, b):
    before = ITEM.score(ITEM.parse({"a": a, "b": b}))
    assert 0 <= before.points <= 2
    assert ITEM.score(ITEM.parse({"a": "服务人民", "b": b})).points >= before.points
