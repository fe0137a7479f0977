import pytest

from tests.items.slots import faults_of, read
from tests.items.test_assign import COMMON, MARKS
from yandu.items import ResponseError, Verdict
from yandu.items.punctuation import Punctuation


def zh(text):
    return {"zh": text}


# Marks of the default set: 、 after 防, 、 after 控, ； after 字, 。 at the end. The
# quotation marks stand.
FIELDS = {
    "passage": zh("防、控、打各带一个「严」字；还要「善于」。"),
    "slots": [
        {
            "at": "防、",
            "near": [{"mark": "，", "chosen": zh("并列的字")}],
            "missed": zh("三个单字"),
        },
        {"at": "字；", "also": ["。"], "chosen": zh("两半并列")},
    ],
}


def item(**changes):
    return Punctuation(
        **COMMON, kind="punctuation", **read(Punctuation, FIELDS, **changes)
    )


def test_the_marks_of_the_set_become_slots_and_all_else_stands():
    parts = item().public()["parts"]
    assert [part.get("slot", part.get("text")) for part in parts] == [
        "防", "1", "控", "2", "打各带一个「严」字", "3", "还要「善于」", "4", "",
    ]  # fmt: skip
    assert [slot.keys for slot in item().slots] == [
        ("、",),
        ("、",),
        ("；", "。"),
        ("。",),
    ]


def test_what_an_author_lists_is_the_set_the_longest_mark_first():
    made = item(
        passage=zh("甲——乙—丙「丁」"),
        marks=["「", "—", "——"],
        slots=[
            {"at": "甲——", "missed": zh("看甲")},
            {"at": "乙—", "missed": zh("看乙")},
            {"at": "丙「", "missed": zh("看丙")},
        ],
    )
    assert [slot.keys[0] for slot in made.slots] == ["——", "—", "「"]


def test_a_response_may_be_written_in_one_line():
    made = item()
    assert made.parse("、＿；。") == {"1": "、", "2": "", "3": "；", "4": "。"}
    assert made.parse({"1": "、"}) == {"1": "、", "2": "", "3": "", "4": ""}


@pytest.mark.parametrize(
    "response",
    ["", "、", "、、；。。", "、a；。", "、、；?", "。" * 100_000, "—" * 100_000],
)
def test_a_line_that_is_not_one_mark_for_each_slot_is_refused(response):
    with pytest.raises(ResponseError, match="要写 4 个标点"):
        item().parse(response)


def test_each_slot_says_its_own_and_else_what_the_mark_is_for():
    made = item()

    def said(response):
        remarks = made.feedback(made.parse(response))
        return [(r.part, r.verdict, r.text["zh"][:4]) for r in remarks]

    assert said("，，，，") == [
        ("1", Verdict.WRONG, "并列的字"),  # foreseen
        ("2", Verdict.WRONG, "逗号：句"),  # no entry: the course's rule
        ("3", Verdict.WRONG, "逗号：句"),  # an entry without `missed`
        ("4", Verdict.WRONG, "逗号：句"),
    ]
    assert said("；＿＿。")[:3] == [
        ("1", Verdict.WRONG, "三个单字"),  # `missed` of the entry
        ("2", Verdict.MISSED, "这里还空"),
        ("3", Verdict.MISSED, "这里还空"),
    ]
    # Right marks are spoken of only where there is something to say.
    assert said("、、。。") == [("3", Verdict.RIGHT, "两半并列")]


def test_alternatives_of_the_author_are_right_too():
    made = item()
    assert made.score(made.parse("、、；。")).points == 4
    assert made.score(made.parse("、、。。")).points == 4
    assert made.score(made.parse("、、，。")).points == 3


def test_marks_are_shown_in_one_order_whatever_the_author_wrote():
    marks = ["。", "；", "、"]
    pieces = item(marks=marks, slots=[{"at": "防、"}]).public()["pieces"]
    assert [piece["id"] for piece in pieces] == ["、", "；", "。"]
    assert MARKS.public()["is_reused"]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"passage": zh("没有标点")}, "passage", "没有要填的标点"),
        ({"marks": ["，", "字"]}, "marks", "「字」不是标点"),
        ({"marks": ["，", ""]}, "marks", "「」不是标点"),
        ({"marks": ["、", "………"]}, "marks", "不是标点"),
        ({"marks": ["、", "＿"]}, "marks", "不是标点"),
        ({"marks": ["、"]}, "marks", "可选的太少"),
        ({"marks": ["、", "…"]}, "marks", "没有「…」的用法"),
        ({"slots": [{"at": "善于、"}]}, "slots.1.at", "现有 0 处"),
        ({"slots": [{"at": "、"}]}, "slots.1.at", "现有 2 处"),
        ({"slots": [{"at": "防"}]}, "slots.1.at", "并以要填的标点结尾"),
        ({"slots": [{"at": "防、"}, {"at": "防、"}]}, "slots.2.at", "重复"),
        ({"slots": [{"at": "防、", "also": ["！"]}]}, "slots.1.also", "没有「！」"),
        ({"slots": [{"at": "防、", "also": ["、"]}]}, "slots.1.also", "重复"),
        (
            {"slots": [{"at": "防、", "near": [{"mark": "、", "chosen": zh("？")}]}]},
            "slots.1.near",
            "既算对，又算错",
        ),
        (
            {"slots": [{"at": "防、", "near": [{"mark": "！", "chosen": zh("？")}]}]},
            "slots.1.near",
            "没有「！」",
        ),
        ({"slots": []}, "slots", ""),
        ({"slots": [{"at": "防、", "why": 1}]}, "slots.1.why", ""),
    ],
)
def test_each_fault_has_its_place(changes, field, message):
    faults = faults_of(Punctuation, FIELDS, **changes)
    assert any(field == place and message in text for place, text in faults), faults
