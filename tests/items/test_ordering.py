"""Points are counted by hand from the two rules in `yandu.items.ordering`."""

from itertools import chain, pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks import read_item
from tests.items.marked import json_near
from yandu.items import Outcome, ResponseError, Verdict
from yandu.items.ordering import Ordering

# Letters whose alphabetical order is not the right one.
RIGHT = ["c", "a", "d", "b", "e"]
JSON = json_near(*RIGHT)


def element(id_, **more):
    said = {
        "follows": {"zh": f"{id_} 在此"},
        "text": {"zh": f"项 {id_}", "en": f"element {id_}"},
    }
    return {"id": id_, **said, **more}


def bank(ids=RIGHT, **fields):
    elements = [element(id_) for id_ in ids]
    return {"elements": elements, **fields}


def read(fields):
    return read_item(Ordering, {"accept": [["c"]], "reject": [[]], **fields})


def make(ids=RIGHT, **fields):
    item, faults = read(bank(ids, **fields))
    assert faults == []
    return item


@pytest.mark.parametrize(
    ("response", "points"),
    [
        ("cadbe", 4),
        ("ecadb", 3),  # one element moved to the front: only its own seam is lost
        ("adbec", 3),
        ("acdbe", 2),  # ac and cd are wrong, db and be stand
        ("dbeca", 3),  # two runs, the other way round: ec alone is wrong
        ("ebdac", 0),  # backwards
        ("", 0),
    ],
)
def test_neighbours_counts_right_seams(response, points):
    item = make()
    score = item.score(item.parse(list(response)))
    assert (score.points, score.maximum) == (points, 4)


@pytest.mark.parametrize(
    ("response", "points"),
    [
        ("cadbe", 5),
        ("ecadb", 0),  # one element moved to the front moves all of them
        ("acdbe", 3),
        ("ebdac", 1),  # backwards: the middle one stands in its place
        ("", 0),
    ],
)
def test_positions_counts_right_places(response, points):
    item = make(scoring="positions")
    score = item.score(item.parse(list(response)))
    assert (score.points, score.maximum) == (points, 5)


def test_an_order_is_compared_with_the_nearest_of_several_right_ones():
    item = make(ties=[["a", "d"]])  # right: cadbe and cdabe
    for response in ("cadbe", "cdabe"):
        assert item.score(list(response)).outcome is Outcome.CORRECT
    # cabde: with cadbe only ca; with cdabe only ab. Never both: that would take from each.
    assert item.score(list("cabde")).points == 1
    # dbeca: with cadbe db, be, ca; with cdabe only be.
    assert item.score(list("dbeca")).points == 3
    # By place: ccabe has no meaning; cdabe differs from cadbe at two places, from itself at none.
    by_place = make(ties=[["a", "d"]], scoring="positions")
    assert by_place.score(list("cdabe")).points == 5
    assert by_place.score(list("dcabe")).points == 3  # a, b, e as in cdabe


@pytest.mark.parametrize("rule", ["neighbours", "positions"])
@pytest.mark.parametrize("n", [3, 4, 5, 6])
def test_a_random_order_can_expect_one_nth_of_the_points(rule, n):
    item = make(["c", "a", "d", "b", "f", "e"][:n], scoring=rule)
    scores = [item.score(list(order)) for order in permutations(item.ids)]
    share = sum(score.points / score.maximum for score in scores) / len(scores)
    assert share == pytest.approx(1 / n)


orders = st.permutations(RIGHT)
ties = st.sampled_from([[], [["a", "d"]], [["c", "a"], ["b", "e"]], [["d", "b", "a"]]])
rules = st.sampled_from(["neighbours", "positions"])


@given(orders, ties, rules)
def test_full_points_for_right_orders_and_for_no_other(order, tie, rule):
    item = make(ties=tie, scoring=rule)
    score = item.score(item.parse(order))
    # Right: whoever is tied counts as the first of the group.
    first = {id_: group_first(group) for group in tie for id_ in group}
    is_right = [first.get(id_, id_) for id_ in order] == [
        first.get(id_, id_) for id_ in RIGHT
    ]
    assert (score.outcome is Outcome.CORRECT) == is_right
    assert 0 <= score.points <= score.maximum


def group_first(group):
    return min(group, key=RIGHT.index)


@given(orders)
def test_one_more_right_seam_never_costs_anything(order):
    """Take the run that begins with an element and put it where that element belongs."""
    item = make()
    before = item.score(order).points
    runs = [[order[0]]]
    for former, then in pairwise(order):
        if (former, then) in set(pairwise(RIGHT)):
            runs[-1].append(then)
        else:
            runs.append([then])
    for run in runs:
        if run[0] != RIGHT[0]:
            rest = [other for other in runs if other is not run]
            at = next(
                i
                for i, other in enumerate(rest)
                if RIGHT.index(other[-1]) + 1 == RIGHT.index(run[0])
            )
            joined = [*chain(*rest[: at + 1], run, *rest[at + 1 :])]
            assert item.score(joined).points > before


@given(orders, st.sampled_from(RIGHT))
def test_one_more_in_its_place_never_costs_anything(order, element_id):
    item = make(scoring="positions")
    here, there = order.index(element_id), RIGHT.index(element_id)
    better = list(order)
    better[here], better[there] = order[there], order[here]
    assert item.score(better).points >= item.score(order).points


@given(JSON | st.lists(st.sampled_from([*RIGHT, "z", 1, None]), max_size=7))
def test_any_json_is_an_order_of_all_or_of_none_or_refused(response):
    item = make()
    try:
        parsed = item.parse(response)
    except ResponseError:
        return
    assert sorted(parsed) in ([], sorted(RIGHT))
    assert item.parse(parsed) == parsed
    item.feedback(parsed)


@pytest.mark.parametrize(
    "response",
    [
        None,
        "cadbe",
        ["c"],
        [*RIGHT, "c"],
        ["c"] * 5,
        [["c"]] * 5,
        {"c": 1},
        [1] * 100_000,
    ],
)
def test_a_response_of_another_form_is_refused_with_the_ids(response):
    with pytest.raises(ResponseError, match="a、b、c、d、e"):
        make().parse(response)


def test_what_was_not_touched_is_no_answer():
    item = make()
    assert item.is_empty(item.parse([]))
    assert not item.is_empty(item.parse(RIGHT))


@given(st.integers(0, 2**31), ties)
def test_the_first_order_shown_is_never_right(seed, tie):
    item = make(ties=tie)
    shown = item.arrange(seed)["elements"]
    assert sorted(shown) == sorted(RIGHT)
    assert item.score(shown).outcome is not Outcome.CORRECT
    assert shown == item.arrange(seed)["elements"]


def test_of_three_elements_the_first_order_shown_is_any_of_the_five_wrong_ones():
    item = make(["c", "a", "b"])
    shown = {"".join(item.arrange(seed)["elements"]) for seed in range(1, 200)}
    assert shown == {"acb", "abc", "bac", "bca", "cba"}


def test_what_the_browser_sees_stands_in_alphabetical_order_and_says_no_more():
    item = make()
    assert item.public() == {
        "scoring": "neighbours",
        "elements": [
            {"id": id_, "text": {"zh": f"项 {id_}", "en": f"element {id_}"}}
            for id_ in "abcde"
        ],
    }
    assert item.orders() == {"elements": tuple("abcde")}


def test_feedback_speaks_of_each_seam_and_never_of_the_first_element():
    elements = [
        element("c"),
        element("a", near={"d": {"zh": "a 不在 d 后"}}),
        element("d", missed={"zh": "再看 d"}),
        element("b"),
        element("e"),
    ]
    item, faults = read({"elements": elements})
    assert faults == []
    remarks = [
        (r.part, r.label["zh"], r.verdict, r.text["zh"])
        for r in item.feedback(list("edabc"))
    ]
    assert remarks == [
        ("d", "项 e → 项 d", Verdict.WRONG, "再看 d"),
        ("a", "项 d → 项 a", Verdict.WRONG, "a 不在 d 后"),  # foreseen
        ("b", "项 a → 项 b", Verdict.WRONG, "b 在此"),  # nothing nearer to say
        ("c", "项 b → 项 c", Verdict.WRONG, "c 在此"),
    ]
    remarks = [(r.part, r.verdict, r.text["zh"]) for r in item.feedback(list("ecadb"))]
    assert remarks[1:] == [
        ("a", Verdict.RIGHT, "a 在此"),
        ("d", Verdict.RIGHT, "d 在此"),
        ("b", Verdict.RIGHT, "b 在此"),
    ]
    assert item.feedback([]) == ()


def test_by_place_feedback_speaks_of_each_element():
    remarks = make(scoring="positions").feedback(list("acdbe"))
    assert [(r.part, r.label["zh"], r.verdict) for r in remarks] == [
        ("a", "项 a", Verdict.WRONG),
        ("c", "项 c", Verdict.WRONG),
        ("d", "项 d", Verdict.RIGHT),
        ("b", "项 b", Verdict.RIGHT),
        ("e", "项 e", Verdict.RIGHT),
    ]


@given(orders, ties, rules)
def test_there_is_a_right_remark_for_each_point_and_a_wrong_one_for_each_missed(
    order, tie, rule
):
    item = make(ties=tie, scoring=rule)
    verdicts = [remark.verdict for remark in item.feedback(order)]
    score = item.score(order)
    assert verdicts.count(Verdict.RIGHT) == score.points
    assert len(verdicts) == score.maximum


def test_the_solution_is_the_bank_s_order_and_comes_with_notes_and_ties():
    fields = bank(ties=[["d", "a"]])
    fields["elements"][0]["note"] = {"zh": "2015年"}
    item, faults = read(fields)
    assert faults == []
    assert item.solution() == RIGHT
    assert item.revealed([]) == {
        "notes": {"c": {"zh": "2015年", "en": ""}},
        "ties": [["a", "d"]],
    }


def faulty(field, **changes):
    """Return the faults of a bank whose element `a`, or whole table, is changed."""
    fields = bank()
    if field == "element":
        fields["elements"][1] |= changes
    else:
        fields |= changes
    return read(fields)[1]


def test_a_sound_bank_has_no_faults():
    assert read(bank())[1] == []


@pytest.mark.parametrize(
    ("fields", "where", "what"),
    [
        ({"elements": []}, "elements", "空"),
        (bank(["b", "a"]), "elements", "至少要有 3 个要素"),
        (bank(["b", "a", "b"]), "elements", "重复"),
        (bank(["a", "b", "c"]), "elements", "编号按字母顺序"),
        (bank(["c", "b", "a"]), "elements", "编号按字母顺序"),
        (bank(["b", "a", "c"], ties=[["a", "b"]]), "elements", "编号按字母顺序"),
        (bank(scoring="kendall"), "scoring", "neighbours, positions"),
        (bank(ties="ad"), "ties", "列表"),
        (bank(ties=["ad"]), "ties", "每组"),
        (bank(ties=[[]]), "ties", "每组"),
        (bank(ties=[["a"]]), "ties", "每组"),
        (bank(ties=[["a", "z"]]), "ties", "每组"),
        (bank(ties=[["a", ["d"]]]), "ties", "每组"),
        (bank(ties=[["a", "a"]]), "ties", "每组"),
        (bank(ties=[["c", "d"]]), "ties", "每组"),  # not next to each other
        (bank(ties=[["a", "d"], ["d", "b"]]), "ties", "每组"),  # d in two groups
        (bank(ties=[RIGHT]), "ties", "每组"),
        (bank([*"hgabcdef"], ties=[[*"gabcdef"]]), "ties", "超过 120 种"),
    ],
)
def test_each_fault_of_the_whole_is_named(fields, where, what):
    faults = read(fields)[1]
    assert [field for field, _ in faults] == [where], faults
    assert what in faults[0][1]


@pytest.mark.parametrize(
    ("changes", "where", "what"),
    [
        ({"follows": {}}, "elements.a.follows.zh", "缺"),
        ({"text": {"zh": " "}}, "elements.a.text.zh", "空"),
        ({"remark": 1}, "elements.a.remark", "没有这个字段"),
        ({"near": {"z": {"zh": "?"}}}, "elements.a.near.z", "没有这个字段"),
        ({"near": {"a": {"zh": "?"}}}, "elements.a.near.a", "没有这个字段"),
        ({"near": {"c": {"zh": "?"}}}, "elements.a.near.c", "这一项是对的"),
        ({"near": ["d"]}, "elements.a.near", "表"),
    ],
)
def test_each_fault_of_an_element_is_named(changes, where, what):
    faults = faulty("element", **changes)
    assert [field for field, _ in faults] == [where], faults
    assert what in faults[0][1]


def test_a_neighbour_that_a_tie_makes_right_is_not_wrong():
    fields = bank(ties=[["a", "d"]])
    fields["elements"][1]["near"] = {"d": {"zh": "?"}}  # cdabe is right: a after d
    assert [field for field, _ in read(fields)[1]] == ["elements.a.near.d"]
