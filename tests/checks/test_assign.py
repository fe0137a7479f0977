"""Cloze with a word bank, matching and punctuation, by their messages."""

import pytest

from tests.banks import entry, sound_bank
from tests.cards import card_of, given_away, send, synced
from yandu.checks.assign import unbroken

WORDS = """
text = { zh = "既是「[[a]]」、又是[[b]]。", en = "both" }
gaps = [
  { id = "a", key = "工具", chosen = { zh = "甲对" }, missed = { zh = "甲漏" } },
  { id = "b", key = "柱石<i>", missed = { zh = "乙漏" } },
]
distractors = [ { text = "武器", chosen = { zh = "丙错" } } ]
accept = [{ a = "工具", b = "柱石<i>" }]
reject = [{}, { a = "武器" }]
"""
ROWS = """
left = [
  { id = "a", text = { zh = "左甲" }, key = "y", chosen = { zh = "甲对" }, missed = { zh = "甲漏" } },
  { id = "b", text = { zh = "左乙" }, key = "x", chosen = { zh = "乙对" }, missed = { zh = "乙漏" } },
]
right = [
  { id = "y", text = { zh = "右二" } },
  { id = "x", text = { zh = "右一" } },
  { id = "z", text = { zh = "右三" }, chosen = { zh = "丙错" } },
]
accept = [{ a = "y", b = "x" }]
reject = [{}, { a = "x", b = "y" }]
"""
MARKS = """
passage = { zh = "防、控；打。" }
slots = [ { at = "防、", chosen = { zh = "甲对" }, missed = { zh = "甲漏" } } ]
accept = ["、；。"]
reject = ["＿＿＿", "，；。"]
"""
OWN = {"cloze_bank": WORDS, "matching": ROWS, "punctuation": MARKS}
KINDS = list(OWN)
FULL = {
    "cloze_bank": {"a": "工具", "b": "柱石<i>"},
    "matching": {"a": "y", "b": "x"},
    "punctuation": {"1": "、", "2": "；", "3": "。"},
}
#: One slot right, one wrong, the rest empty.
HALF = {
    "cloze_bank": {"a": "工具", "b": "武器"},
    "matching": {"a": "z", "b": "x"},
    "punctuation": {"1": "，", "2": "；"},
}
SECRETS = ("甲对", "乙对", "甲漏", "乙漏", "丙错", "因为", '"keys"', '"near"')


@pytest.fixture
def make(tmp_path, store):
    entries = [
        entry(f"01-q0{n}", kind, own, stem="题干<b>", why="因为第 1 段")
        for n, (kind, own) in enumerate(OWN.items())
    ]
    items = {item.kind: item for item in sound_bank(tmp_path, *entries).items.values()}
    return lambda kind: card_of(items[kind], store, {"1": "01-p01"})


def told(value):
    return given_away(value, SECRETS)


@pytest.mark.parametrize("kind", KINDS)
def test_before_an_attempt_nothing_of_the_key_is_in_the_browser(make, kind):
    card = make(kind)
    assert told(synced(card)) == []
    send(card, "draft", response=HALF[kind])
    assert send(card, "solution").get("solution") is None
    assert told(synced(card)) == []
    assert {"verdicts", "remarks"}.isdisjoint(card.state)


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_there_again(make, kind):
    send(make(kind), "draft", response=HALF[kind])
    state = make(kind).state
    assert state["is_open"]
    given = {slot: piece for slot, piece in state["response"].items() if piece}
    assert given == HALF[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_partly_right_response_can_be_mended(make, kind):
    card = make(kind)
    state = send(card, "check", response=HALF[kind])
    assert state["outcome"] == "partial"
    assert "right" in state["verdicts"].values()
    assert state["verdicts"].keys() == FULL[kind].keys()
    assert "solution" not in state
    assert "rationale" not in state
    state = send(card, "retry")
    assert {s: p for s, p in state["response"].items() if p} == HALF[kind]
    assert send(card, "check", response=FULL[kind])["outcome"] == "correct"
    assert make(kind).state["response"] == FULL[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_the_solution_comes_on_demand_after_an_attempt(make, kind):
    card = make(kind)
    send(card, "check", response=HALF[kind])
    assert send(card, "solution")["solution"] == FULL[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "response",
    [None, 3, [], "x", {"q": "x"}, {"a": 1}, {"a": ["y"]}, {"1": None}, {"a": {}}],
)
def test_a_damaged_message_stores_nothing(make, store, kind, response):
    assert "problem" in send(make(kind), "check", response=response)
    assert "problem" in send(make(kind), "draft", response=response)
    assert store.attempts() == ()


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_response_is_no_attempt(make, store, kind):
    empty = dict.fromkeys(FULL[kind], "")
    state = send(make(kind), "check", response=empty)
    assert state["problem"]["zh"] == "请先作答，再核对。"
    assert store.attempts() == ()


def test_pieces_come_in_an_order_of_their_own_and_marks_in_none(make):
    assert sorted(make("matching").state["order"]["pieces"]) == ["x", "y", "z"]
    assert make("punctuation").state["order"] == {}


@pytest.mark.parametrize(
    ("kind", "inputs"),
    [
        (
            "cloze_bank",
            "<p>既是「＿＿」、又是＿＿。</p>"
            "<ul><li>工具</li><li>柱石&lt;i&gt;</li><li>武器</li></ul>",
        ),
        (
            "matching",
            "<ol><li>左甲 ＿＿</li><li>左乙 ＿＿</li></ol>"
            '<ol type="A"><li>右一</li><li>右三</li><li>右二</li></ol>',
        ),
        (
            "punctuation",
            "<p>防＿＿控＿＿打＿＿</p><ul><li>、</li><li>，</li><li>；</li>"
            "<li>：</li><li>。</li></ul>",
        ),
    ],
)
def test_the_fallback_is_stable_and_can_be_filled_in_on_paper(make, kind, inputs):
    before, _ = make(kind)._repr_mimebundle_()
    send(make(kind), "check", response=FULL[kind])
    after, _ = make(kind)._repr_mimebundle_()
    assert inputs in before["text/html"]
    assert before["text/html"] == after["text/html"]
    assert repr(make(kind)).startswith("AssignCheck('01-q0")
    assert told(before["text/html"]) == []


@pytest.mark.parametrize("kind", KINDS)
def test_script_and_style_travel_in_twelve_kilobytes(make, kind):
    card = make(kind)
    assert len((card._esm + card._css).encode()) <= 12_000


def text(*parts):
    """`[a]` is a slot, anything else a text."""
    return [
        {"slot": part[1:-1]} if part.startswith("[") else {"text": part}
        for part in parts
    ]


A, B = {"slot": "a"}, {"slot": "b"}


@pytest.mark.parametrize(
    ("parts", "is_marks", "kept"),
    [
        # A word gap keeps its quotation marks and the mark behind it.
        (("既是「", "[a]", "」、又"), False, ["既是", ["「", A, "」、"], "又"]),
        (("是", "[a]", "又"), False, ["是", [A], "又"]),
        # A slot for a mark keeps the character before it, too: it cannot start a line.
        (("防", "[a]", "控", "[b]", ""), True, [["防", A], ["控", B]]),
        (("「严」", "[a]", "」打"), True, ["「严", ["」", A, "」"], "打"]),
        (("丁", "[a]", "", "[b]", ""), True, [["丁", A, B]]),
        (("", "[a]", "。"), False, [[A, "。"]]),
        # A mark that opens the text belongs to no slot.
        (("。一", "[a]", ""), False, ["。一", [A]]),
    ],
)
def test_no_line_can_begin_or_end_where_it_must_not(parts, is_marks, kept):
    assert unbroken(text(*parts), is_marks=is_marks) == kept
