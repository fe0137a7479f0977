"""Cards on which words or sentences are marked, by the messages of their browser side."""

import pytest

from tests.banks import entry, sound_bank
from tests.cards import card_of, given_away, send, synced

EVIDENCE = """
sentences = [
  { id = "01-p03.1", begins = "第一目由", chosen = { zh = "反馈一" } },
  { id = "01-p03.3", begins = "词本身更早", key = true, chosen = { zh = "反馈三" }, missed = { zh = "漏三" } },
  { id = "01-p04.1", begins = "下一项要求", key = true, chosen = { zh = "反馈四" }, missed = { zh = "漏四" } },
  { id = "01-p09.9", begins = "已经删去<i>", chosen = { zh = "反馈九" } },
]
accept = [["01-p03.3", "01-p04.1"]]
reject = [[]]
"""
WORDS = """
labels = [{ id = "a", text = { zh = "谁" } }, { id = "s", text = { zh = "几分" } }]
passage = "文章/说，{机关|a}/{必须|s}/<做>。"
remarks = [
  { token = "机关", chosen = { zh = "反馈机" }, missed = { zh = "漏机" } },
  { token = "必须", chosen = { zh = "反馈必" }, missed = { zh = "漏必" } },
]
wrong = { zh = "反馈错" }
accept = [{ 3 = "a", 4 = "s" }]
reject = [{}]
"""
VERSIONS = """
before = { date = "2012-12", source = { zh = "报道<S>" }, passage = "政治/从严", wrong = { zh = "反馈错" } }
after = { date = "2019", source = { zh = "会议" }, passage = "政治、{科技}/从严", remarks = [
  { token = "科技", chosen = { zh = "反馈科" }, missed = { zh = "漏科" } },
], wrong = { zh = "反馈错" } }
changes = [
  { id = "added", key = true, text = { zh = "添了" }, chosen = { zh = "反馈添" }, missed = { zh = "漏添" } },
  { id = "order", text = { zh = "换了先后" }, chosen = { zh = "反馈序" } },
]
accept = [{ after = [2], changes = ["added"] }]
reject = [{}]
"""
OWN = {
    "01-q10": ("evidence", EVIDENCE),
    "01-q11": ("mark_tokens", WORDS),
    "01-q14": ("wording_shift", VERSIONS),
}
HINTS = 'hints = [{ zh = "提示一" }]\n'
BANK = "".join(
    entry(item_id, kind, HINTS + own.strip(), stem="题干<b>", why="理由，第 3 段")
    for item_id, (kind, own) in OWN.items()
)
SENTENCES = {
    "01-p03.1": "第一目由口号领起。",
    "01-p03.2": "中间一句。",
    "01-p03.3": "词本身更早<一些>。",
    "01-p04.1": "下一项要求。",
}
PLACES = {"3": "01-p03", "4": "01-p04"}
ITEMS = tuple(OWN)
#: Partly right, and wrong.
PARTLY = {"01-q10": ["01-p04.1"], "01-q11": {"3": "a"}, "01-q14": {"after": [2]}}
WRONG = {"01-q10": ["01-p03.1"], "01-q11": {"3": "s"}, "01-q14": {"after": [1]}}
SECRETS = ("反馈", "漏", "理由", '"key": ', "verdicts")


@pytest.fixture
def make(tmp_path, store):
    bank = sound_bank(tmp_path, BANK)
    return lambda item_id: card_of(
        bank.item(item_id), store, PLACES, sentences=SENTENCES
    )


def secrets(card):
    shown = {name: value for name, value in synced(card).items() if name != "labels"}
    return given_away(shown, SECRETS)


@pytest.mark.parametrize("item_id", ITEMS)
def test_before_an_attempt_nothing_of_the_key_is_in_the_browser(make, item_id):
    card = make(item_id)
    send(card, "hint", response=WRONG[item_id])
    send(card, "draft", response=PARTLY[item_id])
    assert "solution" not in send(card, "solution")
    assert secrets(card) == []


@pytest.mark.parametrize("item_id", ITEMS)
def test_what_is_marked_and_not_checked_is_there_again(make, item_id):
    send(make(item_id), "draft", response=PARTLY[item_id])
    state = make(item_id).state
    wanted = make(item_id)._item.parse(PARTLY[item_id])
    assert (state["response"], state["is_open"]) == (wanted, True)


@pytest.mark.parametrize("item_id", ITEMS)
def test_a_part_of_the_keys_is_partly_right_and_names_no_other(make, item_id):
    card = make(item_id)
    state = send(card, "check", response=PARTLY[item_id])
    assert (state["outcome"], state["is_saved"]) == ("partial", True)
    assert {r["part"] for r in state["remarks"] if r["verdict"] == "missed"} == {""}
    assert "solution" not in state
    again = send(card, "retry")
    assert (again["is_open"], again["response"]) == (True, state["response"])
    assert "remarks" not in again


@pytest.mark.parametrize("item_id", ITEMS)
def test_the_solution_comes_when_it_is_asked_for(make, item_id):
    card = make(item_id)
    assert send(card, "check", response=WRONG[item_id])["outcome"] == "incorrect"
    state = send(card, "solution")
    assert state["solution"] == card._item.solution()
    assert state["response"] == card._item.parse(WRONG[item_id])  # beside it
    assert state["rationale"]["zh"] == "理由，第 3 段"
    assert make(item_id).state["solution"] == state["solution"]


@pytest.mark.parametrize("item_id", ITEMS)
@pytest.mark.parametrize(
    "response", [None, 3, "01-p03.1", [["a"]], {"3": "x"}, {"9": "a"}]
)
def test_a_damaged_message_changes_nothing(make, store, item_id, response):
    state = send(make(item_id), "check", response=response)
    assert state["problem"]["zh"]
    assert store.attempts() == ()


@pytest.mark.parametrize("item_id", ITEMS)
def test_script_and_style_travel_in_twelve_kilobytes(make, item_id):
    card = make(item_id)
    assert len((card._esm + card._css).encode()) <= 12_000


def test_verdicts_stand_at_marks_only(make):
    state = send(make("01-q11"), "check", response={"1": "a", "3": "s", "4": "s"})
    assert state["verdicts"] == {"1": "wrong", "3": "wrong", "4": "right"}
    state = send(make("01-q14"), "check", response={"before": [1], "after": [2]})
    assert state["verdicts"] == {"before": {"1": "wrong"}, "after": {"2": "right"}}


def test_sentences_are_the_lesson_s_by_paragraph_and_what_is_gone_stands_as_remembered(
    make,
):
    assert make("01-q10").content["text"] == [
        {
            "number": "3",
            "sentences": [
                {"id": "01-p03.1", "text": "第一目由口号领起。", "skips": False},
                {"id": "01-p03.3", "text": "词本身更早<一些>。", "skips": True},
            ],
        },
        {
            "number": "4",
            "sentences": [{"id": "01-p04.1", "text": "下一项要求。", "skips": False}],
        },
        {
            "number": "",
            "sentences": [{"id": "01-p09.9", "text": "已经删去<i>……", "skips": True}],
        },
    ]


def test_sentences_are_numbered_through_on_paper(make):
    assert make("01-q10").fallback_inputs() == (
        '<p>第 3 段</p><ol start="1"><li>第一目由口号领起。</li>'
        "<li>词本身更早&lt;一些&gt;。</li></ol>"
        '<p>第 4 段</p><ol start="3"><li>下一项要求。</li></ol>'
        '<ol start="4"><li>已经删去&lt;i&gt;……</li></ol>'
    )


def test_a_passage_on_paper_shows_its_cuts_where_words_meet(make):
    cut = '<span class="yd-en"> / </span>'
    assert make("01-q11").fallback_inputs() == (
        "<ul><li>谁</li><li>几分</li></ul>"
        f"<p>文章{cut}说，机关{cut}必须&lt;做&gt;。</p>"
    )
    assert make("01-q14").fallback_inputs() == (
        f"<p>2012-12 报道&lt;S&gt;</p><p>政治{cut}从严</p>"
        f"<p>2019 会议</p><p>政治、科技{cut}从严</p>"
        "<ul><li>添了</li><li>换了先后</li></ul>"
    )
