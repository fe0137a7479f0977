"""Points are counted by hand: one for each entry in a right bin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks import read_item
from tests.items.marked import json_near
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.categorising import Categorising

BINS = ["fact", "demand", "slogan"]
KEYS = {"a": ["fact"], "b": ["demand"], "c": ["slogan"], "d": ["demand", "slogan"]}
# The entries' texts, in alphabetical order, give d, c, b, a.
TEXTS = {"a": "乙", "b": "丙", "c": "丁", "d": "一"}
JSON = json_near(*BINS, *KEYS)


def entry(id_, bins, **more):
    said = {
        "text": {"zh": TEXTS.get(id_, id_), "en": f"entry {id_}"},
        "chosen": {"zh": f"{id_} 对"},
        "missed": {"zh": f"再看 {id_}"},
    }
    right = {"bin": bins[0]} if len(bins) == 1 else {"bins": bins}
    return {"id": id_, **right, **said, **more}


def bank(**fields):
    bins = [{"id": id_, "text": {"zh": f"类 {id_}"}} for id_ in BINS]
    return {"bins": bins, "entries": [entry(*pair) for pair in KEYS.items()], **fields}


def read(fields):
    return read_item(Categorising, {"accept": [{}], "reject": [{}], **fields})


def make():
    item, faults = read(bank())
    assert faults == []
    return item


@pytest.mark.parametrize(
    ("response", "points", "outcome"),
    [
        (
            {"a": "fact", "b": "demand", "c": "slogan", "d": "demand"},
            4,
            Outcome.CORRECT,
        ),
        (
            {"a": "fact", "b": "demand", "c": "slogan", "d": "slogan"},
            4,
            Outcome.CORRECT,
        ),
        ({"a": "fact", "b": "demand", "c": "slogan"}, 3, Outcome.PARTIAL),
        ({"a": "fact", "b": "demand", "c": "slogan", "d": "fact"}, 3, Outcome.PARTIAL),
        (
            {"a": "demand", "b": "demand", "c": "demand", "d": "demand"},
            2,
            Outcome.PARTIAL,
        ),
        ({"a": "slogan", "b": "fact", "c": "fact", "d": "fact"}, 0, Outcome.INCORRECT),
        ({"a": "", "b": ""}, 0, Outcome.INCORRECT),
        ({}, 0, Outcome.INCORRECT),
    ],
)
def test_each_entry_in_a_right_bin_earns_a_point(response, points, outcome):
    item = make()
    score = item.score(item.parse(response))
    assert (score.points, score.maximum, score.outcome) == (points, 4, outcome)


responses = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", *BINS]))


@given(responses, st.sampled_from("abcd"))
def test_one_more_right_never_costs_anything_and_only_full_is_full(response, id_):
    item = make()
    before = item.score(item.parse(response))
    after = item.score(item.parse({**response, id_: KEYS[id_][0]}))
    assert after.points >= before.points
    is_full = all(response.get(entry_id) in bins for entry_id, bins in KEYS.items())
    assert (before.outcome is Outcome.CORRECT) == is_full
    if not any(response.values()):
        assert before.points == 0


@given(JSON | responses)
def test_any_json_becomes_a_bin_for_every_entry_or_is_refused(response):
    item = make()
    try:
        parsed = item.parse(response)
    except ResponseError:
        return
    assert parsed.keys() == KEYS.keys()
    assert set(parsed.values()) <= {"", *BINS}
    assert item.parse(parsed) == parsed
    item.feedback(parsed)
    item.extras(parsed)


@pytest.mark.parametrize(
    "response",
    [None, "a", ["a"], {"z": "fact"}, {1: "fact"}, dict.fromkeys(range(100_000))],
)
def test_an_unknown_entry_is_refused(response):
    with pytest.raises(ResponseError, match="a、b、c、d"):
        make().parse(response)


@pytest.mark.parametrize("bin_", [None, "z", ["fact"], {"fact": 1}, 0, "Fact"])
def test_an_unknown_bin_is_refused(bin_):
    with pytest.raises(ResponseError, match="fact、demand、slogan"):
        make().parse({"a": bin_})


def test_nothing_sorted_is_empty():
    item = make()
    assert item.is_empty(item.parse({}))
    assert item.is_empty(item.parse({"a": ""}))
    assert not item.is_empty(item.parse({"a": "fact"}))


def test_what_the_browser_sees_holds_no_key_and_no_order_of_the_author_s():
    public = make().public()
    assert [entry["id"] for entry in public["entries"]] == ["d", "c", "b", "a"]
    assert all(set(entry) == {"id", "text"} for entry in public["entries"])
    assert [bin_["id"] for bin_ in public["bins"]] == BINS
    assert all(set(bin_) == {"id", "text", "meaning"} for bin_ in public["bins"])
    assert make().orders() == {"entries": ("d", "c", "b", "a")}


def test_feedback_names_the_bin_that_was_chosen():
    fields = bank()
    fields["entries"][1]["near"] = {"fact": {"zh": "b 不是断言"}}
    item, faults = read(fields)
    assert faults == []
    response = item.parse({"a": "fact", "b": "fact", "d": "fact"})
    remarks = [
        (r.part, r.label["zh"], r.verdict, r.text["zh"])
        for r in item.feedback(response)
    ]
    assert remarks == [  # by text, for an author groups entries
        ("d", "一（归入：类 fact）", Verdict.WRONG, "再看 d"),
        ("c", "丁", Verdict.MISSED, "再看 c"),
        ("b", "丙（归入：类 fact）", Verdict.WRONG, "b 不是断言"),  # foreseen
        ("a", "乙（归入：类 fact）", Verdict.RIGHT, "a 对"),
    ]


def test_the_overview_counts_what_was_given_and_so_tells_no_key():
    item = make()
    overview = item.extras(item.parse({"a": "fact", "b": "fact", "d": "slogan"}))[
        "overview"
    ]
    lines = [(line["bin"]["zh"], line["n"], line["right"]) for line in overview]
    assert lines == [
        ("类 fact", 2, 1),
        ("类 slogan", 1, 1),
    ]  # nothing of the unsorted slogan


def test_the_solution_is_full():
    item = make()
    assert item.solution() == {"a": "fact", "b": "demand", "c": "slogan", "d": "demand"}
    assert item.score(item.parse(item.solution())).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("fields", "where", "what"),
    [
        ({"entries": []}, "entries", "空"),
        (
            {"entries": [entry("a", ["fact"]), entry("a", ["demand"])]},
            "entries",
            "重复",
        ),
        (
            {"entries": [entry("a", ["fact"]), entry("b", ["fact"])]},
            "entries",
            "归入同一类便得满分",
        ),
        (
            {
                "entries": [
                    entry("a", ["fact", "demand"]),
                    entry("b", ["demand", "slogan"]),
                ]
            },
            "entries",
            "归入同一类便得满分",
        ),
    ],
)
def test_each_fault_of_the_whole_is_named(fields, where, what):
    faults = read(bank(**fields))[1]
    assert [field for field, _ in faults] == [where], faults
    assert what in faults[0][1]


@pytest.mark.parametrize(
    ("bins", "faults"),
    [
        ([], {"bins"}),
        ([{"id": "fact", "text": {"zh": "断言"}}] * 2, {"bins"}),
        ([{"id": "fact", "text": {"zh": "断言"}}], {"bins"}),
        ([{"id": "fact"}], {"bins", "bins.fact.text"}),
        ([{"id": "fact", "text": {"zh": "断言"}, "key": 1}], {"bins", "bins.fact.key"}),
    ],
)
def test_faults_of_bins_are_named(bins, faults):
    found = {
        field
        for field, _ in read(bank(bins=bins))[1]
        if not field.startswith("entries")
    }
    assert found == faults


@pytest.mark.parametrize(
    ("changes", "where", "what"),
    [
        ({"bin": "z"}, "entries.a.bin", "fact, demand, slogan"),
        ({"bin": None}, "entries.a.bin", "写 bin"),
        ({"bins": ["fact"]}, "entries.a.bin", "写 bin"),
        ({"bin": None, "bins": BINS}, "entries.a.bins", "归入哪一类都算对"),
        ({"bin": None, "bins": ["fact", "z"]}, "entries.a.bin", "z"),
        ({"chosen": {}}, "entries.a.chosen.zh", "缺"),
        ({"missed": {"zh": ""}}, "entries.a.missed.zh", "空"),
        ({"near": {"fact": {"zh": "?"}}}, "entries.a.near.fact", "这一项是对的"),
        ({"near": {"z": {"zh": "?"}}}, "entries.a.near.z", "没有这个字段"),
        ({"key": True}, "entries.a.key", "没有这个字段"),
    ],
)
def test_each_fault_of_an_entry_is_named(changes, where, what):
    fields = bank()
    changed = fields["entries"][0] | changes
    fields["entries"][0] = {
        name: value for name, value in changed.items() if value is not None
    }
    faults = read(fields)[1]
    assert [field for field, _ in faults] == [where], faults
    assert what in faults[0][1]
