import pytest

from tests.items.slots import faults_of, read
from yandu.items.pairing import Matching


def zh(text):
    return {"zh": text}


def left(name, key, **more):
    said = {"chosen": zh("正是"), "missed": zh("再看")}
    return {"id": name, "text": zh(f"左 {name}"), "key": key, **said, **more}


def right(name, text, **more):
    return {"id": name, "text": zh(text), **more}


FIELDS = {
    "left": [
        left("a", "y1", near=[{"right": "y2", "chosen": zh("那是重申")}]),
        left("b", "y2", also=["y4"]),
    ],
    "right": [
        right("y3", "2019年", chosen=zh("会议的时间")),
        right("y4", "2018年"),
        right("y2", "2017年"),
        right("y1", "2016年"),
    ],
}


def test_left_stands_as_written_and_right_by_its_texts():
    own = read(Matching, FIELDS)
    assert [slot.label["zh"] for slot in own["slots"]] == ["左 a", "左 b"]
    assert [piece.id for piece in own["pieces"]] == ["y1", "y2", "y4", "y3"]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"left": [left("a", "y1"), left("a", "y2")]}, "left", "重复"),
        ({"right": [*FIELDS["right"], right("y1", "2015年")]}, "right", "重复"),
        (
            {"right": [*FIELDS["right"], right("a", "2015年", chosen=zh("？"))]},
            "right",
            "（a）",
        ),
        (
            {"right": [*FIELDS["right"], right("y5", "2015年")]},
            "right.y5.chosen",  # it serves no term, so it must say what it is
            "",
        ),
        ({"left": [left("a", "y1"), left("b", "y1")]}, "left.b", "reuse = true"),
        ({"left": [left("a", "y9"), left("b", "y2")]}, "left.a", "没有「y9」"),
        ({"left": [left("a", "y1")], "right": [right("y1", "1")]}, "right", "干扰项"),
        (
            {"left": [{k: v for k, v in left("a", "y1").items() if k != "chosen"}]},
            "left.a.chosen",
            "",
        ),
        ({"left": []}, "left", ""),
        ({"right": []}, "right", ""),
    ],
)
def test_each_fault_has_its_place(changes, field, message):
    faults = faults_of(Matching, FIELDS, **changes)
    assert any(field == place and message in text for place, text in faults), faults


def test_one_on_the_right_may_serve_several_if_it_is_used_again():
    lefts = [left("a", "y1"), left("b", "y1")]
    rights = [right("y1", "2016年"), right("y2", "2017年", chosen=zh("？"))]
    own = read(Matching, FIELDS, left=lefts, right=rights, reuse=True)
    assert own["is_reused"]
