"""Making pinyin: what is reviewed stands, the longer reading wins, 一 and 不 are spoken."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.faults import ContentError
from yandu.textlab.pinyin.files import parted, read_pinyin
from yandu.textlab.pinyin.pronounce import (
    pronounce,
    read_corrections,
    readings_of,
    spoken,
    syllables_of,
)

pytest.importorskip("pypinyin")
COURSE = read_course(LESSONS)


def read(cut, readings=None):
    """Return the syllables of a text that is cut at spaces."""
    return " ".join(
        syllable for _, syllable in spoken(tuple(cut.split()), readings or {})
    )


# Xiandai Hanyu Cidian (7th ed., 2016), under 一 and 不; cut as the course cuts.
@pytest.mark.parametrize(
    ("cut", "said"),
    [
        ("一 个", "yí gè"),
        ("一 次", "yí cì"),
        ("一 天", "yì tiān"),
        ("一 条", "yì tiáo"),
        ("一 种", "yì zhǒng"),
        ("一样", "yí yàng"),
        ("第一 次", "dì yī cì"),
        ("统一 战线", "tǒng yī zhàn xiàn"),
        ("说法 不一 。", "shuō fǎ bù yī"),
        ("一 、 二", "yī èr"),
        ("二〇一九 年", "èr líng yī jiǔ nián"),
        ("不 是", "bú shì"),
        ("不 说", "bù shuō"),
        ("不 忘", "bú wàng"),
        ("不 ， 是", "bù shì"),
    ],
)
def test_one_and_not_as_they_are_spoken(cut, said):
    assert read(cut) == said


def test_what_is_no_chinese_has_no_syllable():
    assert spoken(("2019", "年", "，", "Smart"), {}) == (("年", "nián"),)


def test_the_longer_reading_lies_over_the_shorter():
    readings = {
        "长效": ("cháng", "xiào"),
        "长": ("zhǎng",),
        "长效机制": ("a", "b", "c", "d"),
    }
    assert read("长效 机制", readings) == "a b c d"
    assert read("长效 了", readings) == "cháng xiào le"


def test_a_reading_reaches_over_tokens_and_marks():
    readings = {"获得感、幸福感": ("huò", "dé", "gǎn", "xìng", "fú", "gǎn")}
    assert read("获 得感 ， 幸福感", readings) == "huò dé gǎn xìng fú gǎn"


def test_a_reading_of_one_or_not_stands_as_it_is_given():
    assert read("是不是 的", {"是不是": ("shì", "bu", "shì")}) == "shì bu shì de"


@pytest.mark.parametrize(
    ("pinyin", "zh", "parts"),
    [
        ("gōng'ān jīguān", "公安机关", ("gōng", "ān", "jī", "guān")),
        (
            "xìndeguò, kàodezhù",
            "信得过、靠得住",
            ("xìn", "de", "guò", "kào", "de", "zhù"),
        ),
        ("fǎnkǒng", "反恐", ("fǎn", "kǒng")),
        ("jīngǎi", "金改", ("jīn", "gǎi")),
        ("Xí Jìnpíng", "习近平", ("xí", "jìn", "píng")),
        ("zhànlüè", "战略", ("zhàn", "lüè")),
        ("gōngān", "公安", ()),  # the apostrophe is missing: gōn-gān is none
        ("gōng", "公安", ()),
    ],
)
def test_words_are_parted_into_syllables(pinyin, zh, parts):
    assert syllables_of(pinyin, zh) == parts


def test_every_term_of_the_glossary_can_be_parted():
    readings = readings_of(COURSE.glossary, {})
    assert [zh for zh, parts in readings.items() if not parts] == []


def test_what_is_reviewed_stands_until_its_characters_change():
    sentences = {"1.1": "公安，", "1.2": "公安部"}
    reviewed = {"1.1": (("公", "x"), ("安", "y")), "1.2": (("公", "x"), ("安", "y"))}
    made = pronounce(sentences, reviewed, {"1.2": ("公安部",)}, {})
    assert made["1.1"] == reviewed["1.1"]
    assert [syllable for _, syllable in made["1.2"]] == ["gōng", "ān", "bù"]
    assert pronounce(sentences, made, {}, {}) == made


def test_corrections_with_faults_are_named(tmp_path):
    assert read_corrections(tmp_path) == {}
    path = tmp_path / "corrections.tsv"
    head = "string\tpinyin\treason\n"
    path.write_text(f"{head}题为\ttí wéi\tas\n长效\tcháng\tx\n数法\tshǔfǎ\t\n", "utf-8")
    with pytest.raises(ContentError) as error:
        read_corrections(tmp_path)
    assert len(str(error.value).splitlines()) == 2


def test_every_correction_of_the_course_is_needed():
    """It stands in a text, and there its file says what the correction says."""
    readings = read_corrections(LESSONS / "pinyin")
    texts = {
        s.id: s.text
        for lesson in COURSE.lessons.values()
        for p in lesson.paragraphs
        for s in p.sentences
    }
    for string in readings:
        assert any(string in text for text in texts.values()), string


def test_the_glossary_is_read_in_the_texts_as_it_reads_itself():
    """Where a term stands in a text, its file has the glossary's own syllables."""
    n_found = 0
    for lesson in COURSE.lessons.values():
        pinyin = read_pinyin(LESSONS / "pinyin" / f"{lesson.name}.tsv")
        for pairs in pinyin.values():
            chars = "".join(char for char, _ in pairs)
            for term in COURSE.glossary.terms.values():
                at = chars.find(term.zh)
                if at >= 0:
                    said = [syllable for _, syllable in pairs[at : at + len(term.zh)]]
                    ours = syllables_of(term.pinyin, term.zh)
                    assert [parted(s)[0] for s in said] == [
                        parted(s)[0] for s in ours
                    ], term.zh
                    n_found += 1
    assert n_found > 200


def test_without_pypinyin_the_message_says_what_to_do_and_reviewed_files_need_none():
    code = (
        "import sys; sys.modules['pypinyin'] = None\n"
        "from yandu.textlab.pinyin.pronounce import NoPypinyinError, pronounce\n"
        "kept = {'1.1': (('公', 'gōng'),)}\n"
        "assert pronounce({'1.1': '公。'}, kept, {}, {}) == kept\n"
        "try:\n    pronounce({'1.1': '安'}, kept, {}, {})\n"
        "except NoPypinyinError as error:\n    assert 'pip install pypinyin' in str(error)\n"
        "else:\n    raise SystemExit('no error')\n"
    )
    package = Path(sys.modules["yandu"].__path__[0]).parent
    environment = os.environ | {"PYTHONPATH": str(package)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
