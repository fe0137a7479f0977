"""Points are counted by hand: a key picked is one, another sentence takes one away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.items.marked import fault, json_near, make, parsed, read, said
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.evidence import Evidence

IDS = ["01-p01.2", "01-p01.10", "01-p03.1", "01-p03.2"]
KEYS = {"01-p01.10", "01-p03.2"}


def offered(id_, **more):
    key = {"key": True, "missed": said(f"漏 {id_}")} if id_ in KEYS else {}
    return {
        "id": id_,
        "begins": f"开头{id_}",
        "chosen": said(f"选 {id_}"),
        **key,
        **more,
    }


def bank(*ids, **fields):
    return {"sentences": [offered(id_) for id_ in ids or IDS], **fields}


ITEM = make(Evidence, bank())


def test_what_the_browser_sees_holds_no_key_and_no_feedback():
    assert ITEM.public() == {
        "sentences": [{"id": i, "begins": f"开头{i}"} for i in IDS]
    }
    assert ITEM.orders() == {}


@pytest.mark.parametrize(
    ("picked", "points"),
    [
        (KEYS, 2),
        (IDS[1:2], 1),
        (IDS[:2], 0),  # one right, one wrong
        (IDS[:1], 0),  # never below zero
        (IDS, 0),  # the whole text holds the evidence and is none
        ([], 0),
    ],
)
def test_right_minus_wrong(picked, points):
    score = ITEM.score(ITEM.parse(list(picked)))
    assert (score.points, score.maximum) == (points, 2)


@given(st.sets(st.sampled_from(IDS)), st.sampled_from(sorted(KEYS)))
def test_one_more_key_never_costs_and_only_the_keys_are_full(picked, key):
    before = ITEM.score(ITEM.parse(sorted(picked)))
    after = ITEM.score(ITEM.parse(sorted(picked | {key})))
    assert after.points >= before.points
    assert (before.outcome is Outcome.CORRECT) == (picked == KEYS)


def test_picked_sentences_come_in_the_order_of_the_text_and_once():
    assert ITEM.parse([IDS[3], IDS[1], IDS[3]]) == [IDS[1], IDS[3]]


@pytest.mark.parametrize(
    "response", [None, "01-p01.2", ["01-p01.3"], [["01-p01.2"]], {}, [2]]
)
def test_a_response_of_another_form_is_refused(response):
    with pytest.raises(ResponseError, match=r"01-p01\.2、01-p01\.10"):
        ITEM.parse(response)


@given(json_near(*IDS))
def test_any_json_is_refused_or_parsed_once_and_for_all(response):
    given = parsed(ITEM, response)
    assert given is None or ITEM.is_empty(given) == (given == [])


def test_feedback_speaks_of_picked_sentences_and_of_keys_left_out():
    remarks = ITEM.feedback([IDS[0], IDS[1]])
    assert [(r.part, r.verdict, r.label["zh"], r.text["zh"]) for r in remarks] == [
        ("01-p01.2", Verdict.WRONG, "「开头01-p01.2……」", "选 01-p01.2"),
        ("01-p01.10", Verdict.RIGHT, "「开头01-p01.10……」", "选 01-p01.10"),
        ("", Verdict.MISSED, "还有该选而没选的一句", "漏 01-p03.2"),
    ]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (bank(IDS[0], IDS[2]), fault("sentences", "evidence_keys", n=0, total=2)),
        (bank(IDS[1], IDS[3]), fault("sentences", "evidence_keys", n=2, total=2)),
        (bank(IDS[1], IDS[0]), fault("sentences", "evidence_order")),  # 10 is after 2
        (bank(IDS[2], IDS[1]), fault("sentences", "evidence_order")),
        (bank(IDS[0], IDS[1], IDS[1]), fault("sentences", "repeated")),
        ({"sentences": []}, fault("sentences", "empty")),
        ({}, fault("sentences", "missing")),
        ({"sentences": [offered("01-p1"), offered(IDS[1])]},
         fault("sentences.01-p1.id", "bad_id", value="01-p1", wanted="00-p00.0")),
        ({"sentences": [offered(IDS[0], begins="三个字"), offered(IDS[1])]},
         fault("sentences.01-p01.2.begins", "begins_short", n=4)),
        ({"sentences": [offered(IDS[0]), {**offered(IDS[1]), "missed": {}}]},
         fault("sentences.01-p01.10.missed.zh", "missing")),
        ({"sentences": [offered(IDS[0], text="抄"), offered(IDS[1])]},
         fault("sentences.01-p01.2.text", "unknown_field")),
    ],
)  # fmt: skip
def test_faults_are_told(fields, found):
    assert found in read(Evidence, fields)[1]
