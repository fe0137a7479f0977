import pytest

from tests.items.slots import faults_of, read
from yandu.items.cloze_bank import ClozeBank


def zh(text):
    return {"zh": text}


def gap(name, key, **more):
    return {"id": name, "key": key, "missed": zh(f"再看 {name}"), **more}


FIELDS = {
    "text": zh("捍卫[[a]]、维护[[b]]"),
    "gaps": [
        gap("a", "政治安全", near=[{"text": "政权安全", "chosen": zh("第 10 段")}]),
        gap("b", "社会安定", also=["社会平安"]),
    ],
    "distractors": [{"text": "政权安全", "chosen": zh("别处的词")}],
}


def test_the_word_bank_has_keys_other_right_words_and_distractors_in_neutral_order():
    own = read(ClozeBank, FIELDS)
    # By code point: 政权 before 政治 (权 U+6743, 治 U+6CBB), 社会安 before 社会平.
    words = ["政权安全", "政治安全", "社会安定", "社会平安"]
    assert [piece.id for piece in own["pieces"]] == words
    assert own["slots"][1].keys == ("社会安定", "社会平安")
    assert own["slots"][0].near["政权安全"]["zh"] == "第 10 段"


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"text": zh("捍卫[[a]]")}, "gaps", "对不上"),
        ({"text": zh("[[b]]、[[a]]")}, "gaps", "对不上"),
        ({"distractors": []}, "distractors", "干扰项"),
        (
            {"distractors": [FIELDS["distractors"][0]] * 2},
            "distractors",
            "重复",
        ),
        (
            {"distractors": [{"text": "社会安定", "chosen": zh("？")}]},
            "distractors.1.text",
            "「社会安定」是某一空的答案",
        ),
        (
            {"gaps": [gap("a", "政治安全"), gap("b", "政治安全")]},
            "gaps.b",
            "reuse = true",
        ),
        (
            {"gaps": [gap("a", "甲", also=["甲"]), gap("b", "乙")]},
            "gaps.a.also",
            "重复",
        ),
        (
            {
                "gaps": [
                    gap("a", "甲", near=[{"text": "甲", "chosen": zh("？")}]),
                    gap("b", "乙"),
                ]
            },
            "gaps.a.near",
            "既算对，又算错",
        ),
        (
            {
                "gaps": [
                    gap("a", "甲", near=[{"text": "丁", "chosen": zh("？")}]),
                    gap("b", "乙"),
                ]
            },
            "gaps.a",
            "没有「丁」",
        ),
        (
            {
                "gaps": [
                    gap("a", "甲", near=[{"text": "政权安全", "chosen": zh("？")}] * 2),
                    gap("b", "乙"),
                ]
            },
            "gaps.a.near.2.text",
            "重复",
        ),
        ({"gaps": []}, "gaps", ""),
        ({"words": []}, "words", ""),
    ],
)
def test_each_fault_has_its_place(changes, field, message):
    faults = faults_of(ClozeBank, FIELDS, **changes)
    assert any(field == place and message in text for place, text in faults), faults


def test_a_word_that_is_used_again_may_be_the_key_twice_and_needs_no_distractor():
    gaps = [gap("a", "政治安全"), gap("b", "政治安全")]
    own = read(ClozeBank, FIELDS, gaps=gaps, distractors=[], reuse=True)
    assert [piece.id for piece in own["pieces"]] == ["政治安全"]
