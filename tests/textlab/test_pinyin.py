"""Files of pinyin: their form, their syllables, and to which text they belong."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.faults import ContentError
from yandu.textlab.pinyin.files import (
    is_pinyin_of,
    is_syllable,
    marked,
    parted,
    places,
    read_pinyin,
    write_pinyin,
)
from yandu.textlab.pinyin.syllables import SYLLABLES
from yandu.textlab.texts.text import is_han

COURSE = read_course(LESSONS)
FILES = sorted((LESSONS / "pinyin").glob("[0-9]*.tsv"))


# Marked by hand, after Hanyu Pinyin Fang'an (1958), section 4.
@pytest.mark.parametrize(
    ("bare", "tone", "written"),
    [
        ("gong", 1, "gōng"),
        ("xiao", 4, "xiào"),
        ("jiu", 4, "jiù"),
        ("gui", 1, "guī"),
        ("dou", 1, "dōu"),
        ("lüe", 4, "lüè"),
        ("nü", 3, "nǚ"),
        ("xue", 2, "xué"),
        ("er", 2, "ér"),
        ("de", 5, "de"),
        ("quan", 2, "quán"),
    ],
)
def test_the_mark_stands_where_the_scheme_puts_it(bare, tone, written):
    assert marked(bare, tone) == written
    assert parted(written) == (bare, tone)
    assert is_syllable(written)


@pytest.mark.parametrize(
    "wrong",
    ["", "gogn", "gòng4", "goñg", "gónǧ", "jìu", "guǐng", "Gōng", "gōng'ān", "xi an"],
)
def test_what_is_no_syllable(wrong):
    assert not is_syllable(wrong)


def test_a_mark_that_is_not_composed_is_no_syllable():
    """Two spellings that look alike would make two words of one."""
    assert not is_syllable(unicodedata.normalize("NFD", "gōng"))


@given(st.sampled_from(sorted(SYLLABLES)), st.integers(1, 5))
def test_marking_and_parting_undo_each_other(bare, tone):
    assert parted(marked(bare, tone)) == (bare, tone)
    assert is_syllable(marked(bare, tone))


def test_the_table_is_that_of_an_independent_dictionary():
    """All that pypinyin reads in the basic block is there, interjections apart."""
    dictionary = pytest.importorskip("pypinyin.pinyin_dict").pinyin_dict
    theirs = {
        parted(syllable)[0]
        for code, read in dictionary.items()
        if 0x4E00 <= code <= 0x9FFF
        for syllable in read.split(",")
    }
    rare = {"m", "n", "hng", "ng", "len", "hm", "nun", "tei", "ê", "fiao"}
    assert theirs - rare == SYLLABLES


def test_what_is_written_is_read(tmp_path):
    pinyin = {"01-p01.1": (("公", "gōng"), ("安", "ān")), "01-p01.2": ()}
    path = tmp_path / "01_x.tsv"
    write_pinyin(path, pinyin)
    assert path.read_text(encoding="utf-8") == "01-p01.1\t公gōng 安ān\n01-p01.2\t\n"
    assert read_pinyin(path) == pinyin


def test_a_file_that_is_not_there_holds_nothing(tmp_path):
    assert read_pinyin(tmp_path / "01_x.tsv") == {}


def test_every_wrong_line_is_named(tmp_path):
    path = tmp_path / "01_x.tsv"
    path.write_text(
        "1.1\t公gōng\n1.2 公gōng\n1.3\t公gogn 安ān\n1.1\t安ān\n1.4\tagōng\n1.5\t公\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as error:
        read_pinyin(path)
    lines = str(error.value).splitlines()
    assert len(lines) == 5
    assert "公gogn" in lines[1]
    assert lines[1].endswith("公gogn")
    for number, line in zip((2, 3, 4, 5, 6), lines, strict=True):
        assert f"{number}" in line


def test_pinyin_belongs_to_its_characters_and_not_to_punctuation():
    pinyin = (("公", "gōng"), ("安", "ān"))
    assert is_pinyin_of(pinyin, "公安，2019！")
    assert [*places(pinyin, "「公」a安")] == [(1, "gōng"), (4, "ān")]
    for other in ("公案", "安公", "公", "公安部", ""):
        assert not is_pinyin_of(pinyin, other)
        assert [*places(pinyin, other)] == []
    assert not is_pinyin_of(None, "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_the_course_reads_each_character_of_its_text(path):
    """Counted here, not by the code: one syllable for each character, none else."""
    lesson = COURSE.lesson(path.name[:2])
    lines = path.read_text(encoding="utf-8").splitlines()
    sentences = [sentence for p in lesson.paragraphs for sentence in p.sentences]
    assert len(lines) == len(sentences)
    for line, sentence in zip(lines, sentences, strict=True):
        id, pairs = line.split("\t")
        assert id == sentence.id
        words = pairs.split(" ")
        assert "".join(word[0] for word in words) == "".join(
            filter(is_han, sentence.text)
        )
        assert all(is_syllable(word[1:]) for word in words)


def test_there_is_a_file_for_each_lesson_and_no_other():
    names = {lesson.name for lesson in COURSE.lessons.values()}
    assert {path.stem for path in FILES} == names


@pytest.mark.parametrize(
    "lesson", COURSE.lessons.values(), ids=lambda lesson: lesson.id
)
def test_each_reading_is_one_of_the_character_or_a_light_tone(lesson):
    """Every syllable is one that a dictionary gives, its tone light or that of 一 and 不."""
    dictionary = pytest.importorskip("pypinyin.pinyin_dict").pinyin_dict
    for id, pairs in read_pinyin(LESSONS / "pinyin" / f"{lesson.name}.tsv").items():
        for char, syllable in pairs:
            known = dictionary[ord(char)].split(",")
            bare, tone = parted(syllable)
            if syllable not in known:
                assert tone == 5 or char in "一不", (id, char, syllable)
                assert bare in {parted(one)[0] for one in known}, (id, char, syllable)
