"""The bench's guessers: what each should earn, worked out by hand; and what they earn."""

from statistics import mean

import pytest

from tests.bench import guessing
from tests.bench.guessing import (
    OVERLAP_GOAL,
    RANDOM_GOAL,
    Guessed,
    guess_course,
    guess_items,
    overlap_share,
    pairs,
    random_mean,
    table,
    together,
)
from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.content.tables import EMPTY
from yandu.items.assign import Piece, Slot
from yandu.items.bank import KINDS
from yandu.items.categorising import Bin, Categorising, Entry
from yandu.items.choice import MultipleChoice, Option, SingleChoice, TrueFalseNotGiven
from yandu.items.cloze import Cloze
from yandu.items.evidence import Evidence, Offered
from yandu.items.mark_tokens import MarkTokens
from yandu.items.open_response import OpenResponse
from yandu.items.ordering import Element, Ordering
from yandu.items.pairing import Matching
from yandu.items.passage import Passage, Token
from yandu.items.segmentation import Segmentation
from yandu.items.short_answer import ShortAnswer
from yandu.items.wording_shift import Version, WordingShift


def make(kind, **fields):
    """Return an item with nothing but what is guessed at."""
    common = {
        "id": "01-q01",
        "kind": "",
        "paragraphs": ("01-p01",),
        "claims": (),
        "objective": "",
        "stem": EMPTY,
        "hints": (),
        "rationale": EMPTY,
        "accept": (),
        "reject": (),
    }
    return kind(**common | fields)


def options(*texts, keys=1):
    """Return options, the first ones keys."""
    return tuple(
        Option(str(place), {"zh": text, "en": ""}, place < keys, EMPTY, EMPTY)
        for place, text in enumerate(texts)
    )


def slots(n):
    return tuple(Slot(f"s{k}", (f"p{k}",), EMPTY, {}, EMPTY) for k in range(n))


def pieces(n):
    return tuple(Piece(f"p{k}", EMPTY) for k in range(n))


def passage(n_words, key="x"):
    """Return a passage whose first word is its one key."""
    tokens = (Token("1", "", key), *(Token(str(k), "") for k in range(2, n_words + 1)))
    return Passage(tokens, (), EMPTY, {})


def elements(n):
    return tuple(Element(f"e{k}", EMPTY, EMPTY, EMPTY, {}, EMPTY) for k in range(n))


def entries(n):
    return tuple(Entry(f"e{k}", EMPTY, ("a",), EMPTY, {}, EMPTY) for k in range(n))


BINS = (Bin("a", EMPTY, EMPTY), Bin("b", EMPTY, EMPTY))
ABCD = options("甲", "乙", "丙", "丁")
AB = options("甲", "乙")
OFFERED = tuple(
    Offered(f"01-p01.{k}", "", k == 1, EMPTY, EMPTY) for k in (1, 2)
)  # one of two is a key


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (make(SingleChoice, options=ABCD), 1 / 4),
        (make(TrueFalseNotGiven, options=options("是", "否", "未")), 1 / 3),
        # Of {}, {key}, {other}, {both} only {key} has points: 1.
        (make(MultipleChoice, options=AB), 1 / 4),
        # By coverage {both} has half a point too.
        (make(MultipleChoice, options=AB, scoring="coverage"), 3 / 8),
        (make(MultipleChoice, options=ABCD, scoring="all_or_nothing"), 1 / 16),
        (make(Evidence, sentences=OFFERED), 1 / 4),
        # One of n elements can be expected in its place, and by the neighbours n - 1
        # points, each with 1/n.
        (make(Ordering, elements=elements(4), scoring="positions"), 1 / 4),
        (make(Ordering, elements=elements(4)), 1 / 4),
        # Two slots, five pieces: each slot is right with 1/5, used once or again.
        (make(Matching, slots=slots(2), pieces=pieces(5)), 1 / 5),
        (make(Matching, slots=slots(2), pieces=pieces(5), is_reused=True), 1 / 5),
        (make(Categorising, bins=BINS, entries=entries(3)), 1 / 2),
        (make(MarkTokens, labels={"x": EMPTY}, passage=None), 1 / 4),
        # The right word, and one of two labels.
        (make(MarkTokens, labels={"x": EMPTY, "y": EMPTY}, passage=None), 1 / 8),
        # Three places in four characters, one border.
        (
            make(
                Segmentation,
                text="人民公安",
                gold=(2,),
                optional=(),
                jieba=(),
                with_glossary=(),
                places=(),
            ),
            1 / 3,
        ),
        # Both words right 1/4: 2 points; one right and one wrong, or both wrong: none.
        # The kind of change: as in the multiple choice, 1/4. Together 3/4 of 3 points.
        (make(WordingShift, before=None, after=None, changes=AB), 1 / 4),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, float) else "",
)
def test_a_random_guesser_earns_what_chance_gives(item, expected):
    if isinstance(item, MarkTokens):
        four = Passage(passage(4).tokens, (), EMPTY, item.labels)
        item = make(MarkTokens, labels=item.labels, passage=four)
    if isinstance(item, WordingShift):
        two = Passage(passage(2, "changed").tokens, (), EMPTY, {"changed": EMPTY})
        version = Version("2020", EMPTY, two)
        item = make(WordingShift, before=version, after=version, changes=AB)
    assert random_mean(item) == pytest.approx(expected, abs=0.03)
    assert random_mean(item) == random_mean(item)


def test_only_what_is_typed_earns_a_guesser_nothing():
    guessed = {
        name
        for name, kind in KINDS.items()
        if issubclass(kind, tuple(guessing.GUESSES))
    }
    assert KINDS.keys() - guessed == {"cloze", "short_answer", "open_response"}
    assert random_mean(object.__new__(Cloze)) == 0
    assert random_mean(object.__new__(ShortAnswer)) == 0


def test_pairs_of_characters_do_not_cross_a_sign():
    assert pairs("公安，工作A1") == {"公安", "工作", "作A", "A1"}


TEXT = "公安机关要加强战略研究"


@pytest.mark.parametrize(
    ("texts", "share"),
    [
        (("加强战略研究", "加强研究", "别的话"), 1),  # 5 pairs shared, 2, none
        (("加强研究", "加强战略研究", "别的话"), 0),
        (("加强研究", "研究加强", "别的话"), 1 / 2),  # 2 each: the key among two
        (("甲乙", "丙丁", "戊己"), 1 / 3),  # nothing shared: any of three
    ],
)
def test_the_nearest_option_is_taken(texts, share):
    item = make(SingleChoice, options=options(*texts))
    assert overlap_share(item, TEXT) == pytest.approx(share)


def test_a_bank_is_guessed_but_for_what_nobody_marks():
    single = make(SingleChoice, options=options("加强研究", "别的话"))
    unmarked = object.__new__(OpenResponse)
    found = guess_items([single, unmarked], {"01-p01": TEXT})
    assert found.by_item.keys() == found.by_overlap.keys() == {"01-q01"}
    assert found.by_overlap["01-q01"] == 1


def test_the_table_has_each_bank_and_all():
    one, two = Guessed({"a": 0.5}, {}), Guessed({"b": 0.1, "c": 0.0}, {"b": 1.0})
    assert together([one, two]) == Guessed({"a": 0.5, "b": 0.1, "c": 0.0}, {"b": 1.0})
    _, *rows, _ = table({"01": one, "02": two})
    assert [row.split() for row in rows] == [
        ["01", "1", "50%", "0", "–"],
        ["02", "2", "5%", "1", "100%"],
        ["all", "3", "20%", "1", "100%"],
    ]


def test_guessing_does_not_pay_in_this_course(monkeypatch):
    monkeypatch.setattr(guessing, "N_DRAWS", 200)
    found = together(guess_course(read_course(LESSONS)).values())
    assert mean(found.by_item.values()) <= RANDOM_GOAL
    assert mean(found.by_overlap.values()) <= OVERLAP_GOAL
