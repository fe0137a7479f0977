"""Enumerations and four-character series: toys, any text, and the reviewed course texts.

``structures.tsv`` was reviewed against every sentence of the course with 、, 」「 or 」和「:
each enumeration and series with its members, and whether the code is known to find it.
"""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.textlab import read_tokens
from yandu.textlab.formulas.clauses import clauses
from yandu.textlab.formulas.structure import enumerations, four_character_series
from yandu.textlab.texts.text import compact, is_han

COURSE = read_course(LESSONS)


def listed(string, tokens=None, find=enumerations):
    """Return the members found, joined by |, a list each."""
    return [
        "|".join(string[a:b] for a, b in one.members) for one in find(string, tokens)
    ]


def cut(spaced):
    """Return a text and its words, given with spaces between them."""
    return spaced.replace(" ", ""), spaced.split()


@pytest.mark.parametrize(
    ("string", "members"),
    [
        ("获得感、幸福感、安全感", ["获得感|幸福感|安全感"]),
        ("让获得感、幸福感、安全感变稳", ["获得感|幸福感|安全感变稳"]),  # without words
        ("作者、报纸、日期和栏目", ["作者|报纸|日期|栏目"]),
        ("打击、整治、管理、建设的机制", ["打击|整治|管理|建设"]),
        ("要求「要」和「必须」", ["「要」|「必须」"]),
        ("「铸」与「魂」", ["「铸」|「魂」"]),
        ("「人民」「群众」两词", ["「人民」|「群众」"]),
        ("要「始终」「放在首位」", []),  # an adverb and its verb
        ("「甲」、「乙」、「丙」", ["「甲」|「乙」|「丙」"]),
        ("提高「识别、预警、防控」能力", ["识别|预警|防控"]),
        ("写成「补短板、强弱项」。", ["补短板|强弱项"]),
        ("由谁做、怎样做", []),  # two, and no quotations
        ("次序是甲、乙。丙", []),
        ("依次为539、455、545字", ["539|455|545"]),
        ("五节3次、4次、12次", ["3次|4次|12次"]),
        ("在combat、operations、practice之间", ["combat|operations|practice"]),
        (
            "安全感、幸福感、获得感（合称三感）更足、更稳、更久",
            ["安全感|幸福感|获得感", "更足|更稳|更久"],
        ),
        ("甲（一）、乙（二）、丙（三）", ["甲|乙|丙"]),
        ("甲、乙、「丙、丁、戊」", ["甲|乙|「丙、丁、戊」", "丙|丁|戊"]),
        ("由谁判断、地方与全国不一致时依谁", []),
        ("", []),
        ("、、、", []),
        ("「、」「、」", ["「、」|「、」"]),
        ("甲、乙、丙」", ["甲|乙|丙"]),
        ("「甲、乙、丙", ["甲|乙|丙"]),
    ],
)
def test_enumerations_by_their_marks(string, members):
    assert listed(string) == members


@pytest.mark.parametrize(
    ("spaced", "members"),
    [
        ("让 获得感 、 幸福感 、 安全感 更 稳", ["获得感|幸福感|安全感"]),
        ("对 党 忠诚 、 服务 人民 、 执法 公正", ["对党忠诚|服务人民|执法公正"]),
        ("对 重大 风险 、 矛盾 和 不稳定 因素", ["重大风险|矛盾|不稳定因素"]),
        (
            "把 党 的 领导 制度 、 群众 、 「 办 大事 」 等 优势",
            ["党的领导制度|群众|「办大事」"],
        ),
        ("文 前 的 标题 、 摘要 、 导语", ["标题|摘要|导语"]),
        ("依次 管 带 队伍 、 构建 制度 、 紧跟 科技", ["带队伍|构建制度|紧跟科技"]),
        ("使 法律 、 政治 、 社会 三 种 效果", ["法律|政治|社会"]),
        ("以 甲 为 乙 、 丙 为 丁 、 戊 为 己", ["甲为乙|丙为丁|戊为己"]),
    ],
)
def test_with_its_words_a_member_begins_and_ends_with_one(spaced, members):
    assert listed(*cut(spaced)) == members


def test_words_of_another_text_are_passed_over():
    assert listed("甲乙、丙丁、戊己", ["甲"]) == ["甲乙|丙丁|戊己"]


@pytest.mark.parametrize(
    ("string", "members"),
    [
        ("「政治建警、改革强警、科技兴警」", ["政治建警|改革强警|科技兴警"]),
        ("「居安思危」「化险为夷」", ["居安思危|化险为夷"]),
        ("因地制宜，整合资源，计划", ["因地制宜|整合资源"]),
        ("不加引号，不注出处。", ["不加引号|不注出处"]),
        ("全文两次，都在本节。", []),  # plain prose
        ("意思不同，围绕打赢「甲乙」", []),
        ("补短板、强弱项、抓重点", []),
        ("因地制宜。整合资源", []),
        ("abcd，efgh", []),
    ],
)
def test_series_of_four(string, members):
    assert listed(string, find=four_character_series) == members


TEXTS = st.text("甲乙丙丁和与的是、，。「」『』（）《》3a", max_size=40)


@given(TEXTS)
def test_members_lie_in_order_between_marks(string):
    for one in enumerations(string):
        assert len(one.members) >= 2
        assert (one.start, one.end) == (one.members[0][0], one.members[-1][1])
        end = 0
        for start, stop in one.members:
            assert end <= start < stop <= len(string)
            end = stop
            member = string[start:stop]
            assert member[0] not in "、，。」』）》"
            if member[0] not in "「『（《":
                assert "。" not in member.split("「")[0]


@given(TEXTS)
def test_what_stands_between_members_parts_them(string):
    for one in enumerations(string):
        for (_, end), (start, _) in pairwise(one.members):
            between = string[end:start]
            assert between in ("", "、", "和", "与") or between[0] == "（", between


@given(TEXTS)
def test_series_are_fours_that_do_not_overlap(string):
    end = 0
    for one in four_character_series(string):
        assert one.start >= end
        end = one.end
        assert len(one.members) >= 2
        for start, stop in one.members:
            assert stop - start == 4
            assert all(map(is_han, string[start:stop]))


@given(TEXTS, st.data())
def test_any_cut_into_words_will_do(string, data):
    places = data.draw(st.lists(st.integers(0, len(string)), max_size=8).map(sorted))
    borders = [0, *places, len(string)]
    tokens = [string[a:b] for a, b in pairwise(borders) if a < b]
    for one in enumerations(string, tokens):
        assert all(start < stop for start, stop in one.members)


@given(st.text("甲「」（）、。", max_size=30))
def test_clauses_cover_each_mark_once(string):
    """Every 、 belongs to exactly one clause, whatever the nesting."""
    marks = [
        joint.start
        for clause in clauses(string)
        for joint in clause.joints
        if joint.end == joint.start + 1 and string[joint.start] == "、"
    ]
    assert sorted(marks) == [at for at, char in enumerate(string) if char == "、"]


def test_deep_nesting_and_a_long_text_take_no_time_to_speak_of():
    assert enumerations("「" * 5000 + "甲、乙、丙" + "」" * 5000) != ()
    assert len(enumerations("甲、乙、丙。" * 3000)) == 3000


def reviewed():
    path = Path(__file__).parent / "structures.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_course_texts_have_the_structure_that_was_reviewed():
    found = []
    for lesson in COURSE.lessons.values():
        tokens = read_tokens(LESSONS / "tokens" / f"{lesson.name}.tsv")
        for paragraph in lesson.paragraphs:
            words = [token for s in paragraph.sentences for token in tokens[s.id]]
            text = compact(paragraph.text)
            for layer, find in (
                ("enumeration", enumerations),
                ("series", four_character_series),
            ):
                found += [
                    (paragraph.id, layer, one) for one in listed(text, words, find)
                ]
    expected = [(row["paragraph"], row["layer"], row["members"]) for row in reviewed()]
    known = {row["members"] for row in reviewed() if row["found"] == "no"}
    assert sorted(found) == sorted(one for one in expected if one[2] not in known)
    assert len(known) / len(expected) < 0.02
