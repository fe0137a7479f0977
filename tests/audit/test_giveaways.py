import pytest

from tests.audit.banks import single, told
from tests.banks import sound_bank
from yandu.audit.giveaways import giveaway_faults

LONG = {"a": {"text_a": "长长的一个说法"}, "b": {"text_b": "长长的一个说法"}}


def items(n_longest, total):
    """Return items whose keys alternate in place; `n_longest` have the longest key."""
    for number in range(1, total + 1):
        key = "ab"[number % 2]
        longer = LONG[key] if number <= n_longest else {}
        yield single(number, key, **longer)


@pytest.mark.parametrize(
    ("n_longest", "total", "is_fault"),
    [
        (3, 3, False),  # too few to be a pattern
        (2, 4, False),  # half
        (3, 4, True),
        (3, 5, True),  # 60 %
        (2, 6, False),  # 33 %
        (3, 6, True),  # 50 %: from six items on, 35 % is the limit
        (2, 7, False),  # 29 %
        (3, 7, True),  # 43 %
    ],
)
def test_a_key_that_is_longest_too_often(tmp_path, n_longest, total, is_fault):
    found = told(giveaway_faults(sound_bank(tmp_path, *items(n_longest, total))))
    longest = [fault for fault in found if "最长" in fault[2]]
    assert len(longest) == is_fault
    for entry, field, message in longest:
        assert (entry, field) == ("", "options")
        assert f"{n_longest} 次" in message


def test_a_key_that_stands_in_one_place_too_often(tmp_path):
    same = [single(number, "b") for number in range(1, 5)]
    ((entry, field, message),) = told(giveaway_faults(sound_bank(tmp_path, *same)))
    assert (entry, field) == ("", "options")
    assert "4 次排在同一位置（2，" in message


@pytest.mark.parametrize(
    ("changed", "field", "word"),
    [
        ({"text_b": "以上都对"}, "options.b.text", "以上都"),
        ({"text_b": "上述各项"}, "options.b.text", "上述各项"),
        ({"said": "与选项 b 相反（段 2）。"}, "options.a.chosen", "选项 b"),
        ({"said": "看上一个选项（段 2）。"}, "options.a.chosen", "上一个选项"),
        ({"why": "A 项不对（段 2）。"}, "rationale", "A 项"),
    ],
)
def test_a_word_that_names_a_place(tmp_path, changed, field, word):
    bank = sound_bank(tmp_path, single(**changed))
    ((entry, found, message),) = told(giveaway_faults(bank))
    assert (entry, found) == ("01-q01", field)
    assert f"「{word}」" in message


def test_in_english_too(tmp_path):
    text = single().replace('en = "why"', 'en = "None of the above; see option B."')
    found = told(giveaway_faults(sound_bank(tmp_path, text)))
    assert [message.split("」")[0] for _, _, message in found] == [
        "「None of the above",
        "「option B",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "第一项说谁，末一项说怎样（段 2）。",
        "会议以前已有（段 2）。",
        "三项以上才算（段 2）。",
        "以下选项里没有（段 2）。",
    ],
)
def test_a_place_in_the_text_is_no_place_of_a_choice(tmp_path, said):
    assert told(giveaway_faults(sound_bank(tmp_path, single(said=said)))) == []


def test_a_choice_that_is_not_named_is_none(tmp_path):
    text = single().replace('en = "why"', 'en = "A choice a learner makes."')
    assert told(giveaway_faults(sound_bank(tmp_path, text))) == []


def test_a_place_may_be_named_where_the_order_stands(tmp_path):
    text = single(text_b="以上都对").replace("hints =", "shuffle = false\nhints =")
    assert told(giveaway_faults(sound_bank(tmp_path, text))) == []
