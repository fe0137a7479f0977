from yandu.content.tables import Table
from yandu.items.parts import label, read_near


def test_a_text_without_english_stands_in_chinese_in_the_english_label():
    one, other = {"zh": "甲", "en": "one"}, {"zh": "乙", "en": ""}
    assert label("item.seam", first=one, then=other) == {
        "zh": "甲 → 乙",
        "en": "one → 乙",
    }


def test_foreseen_mistakes_are_read_and_those_that_are_none_are_faults():
    said = {"zh": "不是"}
    faults = []
    table = Table({"near": {"a": said, "b": said, "x": said}}, "f", "e", faults)
    assert read_near(table, wrong=["a", "c"], right=["b"]) == {
        "a": {"zh": "不是", "en": ""}
    }
    assert [fault.field for fault in faults] == ["near.b", "near.x"]
    assert read_near(Table({}, "f", "e", faults), ["a"], ["b"]) == {}
