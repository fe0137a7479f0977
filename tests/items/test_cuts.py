"""Agreement is worked out by hand from the definition of the bakeoffs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yandu.items.cuts import Cut, agreement, read_cut, reference_for, spans, words


def test_a_written_cut_is_read():
    assert read_cut("国家/安全~观") == Cut("国家安全观", (2,), (4,))
    assert read_cut("国家") == Cut("国家", (), ())


@pytest.mark.parametrize(
    "written", ["", "/国家", "国家/", "国//家", "国/~家", "国 家", "国家\n", "~"]
)
def test_what_is_no_cut_is_refused(written):
    assert read_cut(written) is None


def test_characters_beyond_the_basic_plane_count_as_one():
    assert read_cut("𠮷/野") == Cut("𠮷野", (1,), ())


@pytest.mark.parametrize(
    ("cut", "reference", "n_words", "n_reference", "n_right"),
    [
        # 国家 / 要 / 始终 are right; 政治, 安全, 放在首位 are not
        ("国家/政治/安全/要/始终/放在首位", "国家/政治安全/要/始终/放在/首位", 6, 6, 3),
        # a border is right, but no word has both of its own
        ("国家政治/安全要始终", "国家/政治/安全/要/始终", 2, 5, 0),
        # every border of the reference, and more: only 要 is a word
        ("国/家/要", "国家/要", 3, 2, 1),
        ("总体/国家/安全观", "总体国家安全观", 3, 1, 0),
        ("总体国家安全观", "总体国家安全观", 1, 1, 1),
    ],
)
def test_agreement(cut, reference, n_words, n_reference, n_right):
    given, wanted = read_cut(cut), read_cut(reference)
    found = agreement(len(given.text), given.places, wanted.places)
    assert (found.n_words, found.n_reference) == (n_words, n_reference)
    assert found.n_right == n_right
    assert found.precision == pytest.approx(n_right / n_words)
    assert found.recall == pytest.approx(n_right / n_reference)


def test_f_is_the_balanced_harmonic_mean():
    # 4 of 5 words right, of 6 in the reference: P = 4/5, R = 4/6,
    # F = 2 * (4/5) * (4/6) / (4/5 + 4/6) = (16/15) / (22/15) = 8/11
    found = agreement(13, (6, 7, 9, 11), (2, 6, 7, 9, 11))
    assert (found.precision, found.recall) == (pytest.approx(0.8), pytest.approx(2 / 3))
    assert found.f1 == pytest.approx(8 / 11)


def test_an_optional_place_is_taken_as_the_cut_has_it():
    gold, optional = (2, 4), (3, 5)
    assert reference_for([2, 3], gold, optional) == [2, 3, 4]
    assert reference_for([1, 2, 4], gold, optional) == [2, 4]


PLACES = st.sets(st.integers(1, 11)).map(sorted)


@given(places=PLACES, reference=PLACES)
def test_agreement_is_total_only_for_the_reference(places, reference):
    found = agreement(12, places, reference)
    assert 0 <= found.f1 <= 1
    assert (found.f1 == 1) == (places == reference)
    if found.n_right:
        p, r = found.precision, found.recall
        assert found.f1 == pytest.approx(2 * p * r / (p + r))
    else:
        assert found.f1 == 0


@given(places=PLACES)
def test_words_join_to_the_string(places):
    text = "国家政治安全要始终放在首"
    assert "".join(words(text, places)) == text
    assert len(spans(12, places)) == len(places) + 1
