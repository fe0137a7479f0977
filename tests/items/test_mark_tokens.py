"""Words are numbered, and points counted, by hand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.items.marked import fault, json_near, make, parsed, read, said
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.mark_tokens import MarkTokens

AGENT, STRENGTH = "agent", "strength"
LABELS = [{"id": AGENT, "text": said("谁")}, {"id": STRENGTH, "text": said("几分")}]
# 1 文章 2 说 3 机关 4 必须 5 执行 6 必须 7 坚持
PASSAGE = "文章/说，「{机关|agent}」{必须|strength}/执行；{必须|strength}/坚持。"
REMARKS = [
    {"token": "机关", "chosen": said("机关对"), "missed": said("漏了做事的")},
    {"token": "必须", "chosen": said("必须对"), "missed": said("漏了几分")},
    {"token": "文章", "chosen": said("文章只是说的")},
    {"token": 3, "label": STRENGTH, "chosen": said("机关不说几分")},
]
KEYS = {"3": AGENT, "4": STRENGTH, "6": STRENGTH}
WORDS = [str(number) for number in range(1, 8)]


def bank(**fields):
    given = {
        "labels": LABELS,
        "passage": PASSAGE,
        "remarks": REMARKS,
        "wrong": said("错"),
    }
    return {**given, **fields}


def one_label(passage="文章/{必须}/坚持", **fields):
    remark = {"token": "必须", "chosen": said("对"), "missed": said("漏")}
    return bank(
        **{"labels": LABELS[1:], "passage": passage, "remarks": [remark], **fields}
    )


ITEM = make(MarkTokens, bank())
MARKS = st.dictionaries(st.sampled_from(WORDS), st.sampled_from([AGENT, STRENGTH]))


def test_words_are_numbered_and_punctuation_is_not():
    assert ITEM.public()["pieces"] == [
        {"id": "1", "text": "文章"}, {"id": "2", "text": "说"}, {"text": "，「"},
        {"id": "3", "text": "机关"}, {"text": "」"}, {"id": "4", "text": "必须"},
        {"id": "5", "text": "执行"}, {"text": "；"}, {"id": "6", "text": "必须"},
        {"id": "7", "text": "坚持"}, {"text": "。"},
    ]  # fmt: skip
    assert ITEM.solution() == KEYS


def test_white_space_parts_words_too():
    pieces = make(MarkTokens, one_label("fight 或 {必须}")).public()["pieces"]
    assert [piece["text"] for piece in pieces] == ["fight", " ", "或", " ", "必须"]


def test_what_the_browser_sees_holds_no_key_and_no_feedback():
    shown = json.dumps(ITEM.public(), ensure_ascii=False)
    assert set(ITEM.public()) == {"pieces", "labels"}
    assert not any(mark in shown for mark in ("|", "必须对", "漏", "错"))
    assert all(set(piece) <= {"id", "text"} for piece in ITEM.public()["pieces"])


@pytest.mark.parametrize(
    ("response", "points"),
    [
        (KEYS, 3),
        ({"3": AGENT, "4": STRENGTH}, 2),
        ({**KEYS, "1": AGENT}, 2),  # three right, one wrong
        ({**KEYS, "3": STRENGTH}, 1),  # two right; the word is, its label is not
        ({"1": AGENT}, 0),  # never below zero
        (dict.fromkeys(WORDS, STRENGTH), 0),  # two right, five wrong
        ({}, 0),
    ],
)
def test_right_marks_count_up_and_wrong_ones_down(response, points):
    score = ITEM.score(ITEM.parse(response))
    assert (score.points, score.maximum) == (points, 3)


def test_another_rule_may_be_named():
    item = make(MarkTokens, bank(scoring="coverage"))
    # three right of four marked: 3 * 3/4
    assert item.score(item.parse({**KEYS, "1": AGENT})).points == 2.25


@given(MARKS, st.sampled_from(sorted(KEYS)))
def test_one_more_right_mark_never_costs_and_only_the_keys_are_full(marks, number):
    before = ITEM.score(ITEM.parse(marks))
    after = ITEM.score(ITEM.parse({**marks, number: KEYS[number]}))
    assert after.points >= before.points
    assert (before.outcome is Outcome.CORRECT) == (marks == KEYS)


def test_a_response_comes_back_in_the_order_of_the_words():
    assert list(ITEM.parse({"6": STRENGTH, "3": AGENT})) == ["3", "6"]


@pytest.mark.parametrize(
    "response",
    [
        None,
        3,
        [],
        ["3"],
        {"8": AGENT},
        {"0": AGENT},
        {"3": "scope"},
        {"3": None},
        {"3": [AGENT]},
    ],
)
def test_a_response_of_another_form_is_refused(response):
    with pytest.raises(ResponseError, match=r"agent、strength|3 机关、4 必须"):
        ITEM.parse(response)


@given(json_near("3", "4", AGENT, STRENGTH))
def test_any_json_is_refused_or_parsed_once_and_for_all(response):
    given = parsed(ITEM, response)
    assert given is None or ITEM.score(given).points <= 3
    assert given is None or ITEM.is_empty(given) == (given == {})


def test_marks_of_which_the_same_is_said_share_a_remark():
    remarks = ITEM.feedback(
        ITEM.parse({"2": AGENT, "4": STRENGTH, "6": STRENGTH, "7": AGENT})
    )
    assert [(r.part, r.verdict, r.label["zh"], r.text["zh"]) for r in remarks] == [
        ("2", Verdict.WRONG, "「说」「坚持」标作「谁」", "错"),
        ("4", Verdict.RIGHT, "「必须」「必须」标作「几分」", "必须对"),
        ("", Verdict.MISSED, "还有该标而没标的", "漏了做事的"),
    ]


def test_the_verdicts_stand_at_the_marks_and_at_no_key_left_out():
    assert ITEM.extras({"2": AGENT, "4": STRENGTH}) == {
        "verdicts": {"2": "wrong", "4": "right"}
    }


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        ({"1": AGENT}, "文章只是说的"),  # foreseen, under whatever label
        ({"1": STRENGTH}, "文章只是说的"),
        (
            {"3": STRENGTH},
            "机关不说几分",
        ),  # the right word, foreseen under the wrong label
        ({"4": AGENT}, "错"),  # the right word under a label that nobody foresaw
    ],
)
def test_foreseen_slips_have_feedback_of_their_own(marks, text):
    assert ITEM.feedback(marks)[0].text["zh"] == text


def test_with_one_label_a_remark_names_the_word_alone():
    item = make(MarkTokens, one_label())
    assert item.feedback({"2": STRENGTH})[0].label["zh"] == "「必须」"


NO_REMARK = REMARKS[1:]
BARE = {"token": "说", "chosen": said("说"), "missed": said("漏")}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (bank(passage="机关/{必须"), fault("passage", "passage_form")),
        (bank(passage="机关/{必/须|strength}"), fault("passage", "passage_form")),
        (one_label("文章/{必须，坚持}", remarks=[{**REMARKS[1], "token": "文章"}]),
         fault("passage", "key_punctuation", value="必须，坚持")),
        (bank(passage=PASSAGE.replace("|agent", "")),
         fault("passage", "no_label", value="机关", allowed="agent, strength")),
        (bank(passage=PASSAGE.replace("agent", "who")), fault("passage", "no_such", value="who")),
        (one_label("文章/必须"), fault("passage", "no_marks")),
        (one_label("{必须}，{必须}"), fault("passage", "all_marks")),
        (bank(remarks=NO_REMARK), fault("remarks", "no_remark", value="机关")),
        (bank(remarks=[*REMARKS, REMARKS[0]]), fault("remarks", "repeated")),
        (bank(remarks=[*REMARKS, {**BARE, "token": 9}]), fault("remarks.5.token", "no_such", value=9)),
        (bank(remarks=[*REMARKS, BARE]), fault("remarks.5.missed", "missed_no_key")),
        (bank(remarks=[{**REMARKS[0], "missed": {}}, *NO_REMARK]),
         fault("remarks.1.missed.zh", "missing")),
        (bank(labels=[*LABELS, LABELS[0]]), fault("labels", "repeated")),
        (bank(labels=[*LABELS, *({"id": n, "text": said(n)} for n in "xyz")]),
         fault("labels", "many_labels", n=5, most=4)),
        (one_label("必须/{必须}/说"), fault("remarks.1.token", "mixed_tokens", value="必须")),
        (bank(scoring="generous"), None),
        (bank(colour="red"), fault("colour", "unknown_field")),
    ],
)  # fmt: skip
def test_faults_are_told(fields, found):
    _, faults = read(MarkTokens, fields)
    assert found in faults if found else [field for field, _ in faults] == ["scoring"]


@pytest.mark.parametrize("field", ["labels", "passage", "remarks", "wrong"])
def test_what_is_missing_is_one_fault(field):
    fields = bank()
    del fields[field]
    assert fault(field, "missing") in read(MarkTokens, fields)[1]


def test_a_word_that_is_key_here_and_not_there_is_named_by_its_number():
    remark = {"token": 2, "chosen": said("对"), "missed": said("漏")}
    item = make(MarkTokens, one_label("必须/{必须}/说", remarks=[remark]))
    assert item.feedback({"1": STRENGTH})[0].text["zh"] == "错"
