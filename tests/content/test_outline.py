"""The article's outline: what is read, and what is wrong with it."""

import pytest

from tests.conftest import LESSONS
from yandu.audit import audit
from yandu.content import read_claims, read_outline
from yandu.content.outline import LONGEST_ANCHOR, Theme, outline_faults

OUTLINE = """
[article]
title = "谈读书"
title_claims = ["L.01"]
ending = "要写"
after_label = [{ begins = "有人说", claims = ["L.02"] }]

[[section]]
id = "1"
heading = "一读再读"
opening = ["1.01"]
themes = [{ begins = "读书要慢", claims = ["1.02", "1.03"] }]
"""
CLAIMS = ("L.01", "L.02", "1.01", "1.02", "1.03")


def faults_of(folder, text, claims=CLAIMS):
    (folder / "article_outline.toml").write_text(text, encoding="utf-8")
    return [(fault.entry, fault.field) for fault in outline_faults(folder, claims)]


def test_an_outline_says_what_is_where(tmp_path):
    assert faults_of(tmp_path, OUTLINE) == []
    faults = []
    outline = read_outline(tmp_path, faults)
    assert (outline.title, outline.label, outline.ending) == ("谈读书", "", "要写")
    assert outline.headings == ("一读再读",)
    assert outline.sections[0].themes == (Theme("读书要慢", ("1.02", "1.03")),)
    assert tuple(outline.claims) == CLAIMS
    assert faults == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('title = "谈读书"', "", ("article", "title")),
        ("title =", "titel =", ("article", "titel")),
        ("[article]", "[articel]", ("", "articel")),
        ('heading = "一读再读"', "", ("1", "heading")),
        ('begins = "有人说"', 'begins = ""', ("article", "after_label.1.begins")),
        ("有人说", "字" * (LONGEST_ANCHOR + 1), ("article", "after_label.1.begins")),
        ('说", claims', '说", claim', ("article", "after_label.1.claim")),
        ("[[section]]", "[section]", ("", "section")),
        ('"1.03"', '"1.09"', ("", "1.09")),
        ('"1.03"', '"1.09"', ("", "1.03")),
        ('["1.01"]', '["1.02"]', ("", "1.02")),
        ("[article]", "[article", ("", "")),
    ],
)
def test_what_is_wrong_is_named(tmp_path, old, new, fault):
    assert old in OUTLINE
    assert fault in faults_of(tmp_path, OUTLINE.replace(old, new, 1))


def test_the_anchor_s_length_is_counted_without_punctuation(tmp_path):
    anchor = "、".join("字" * LONGEST_ANCHOR)
    assert faults_of(tmp_path, OUTLINE.replace("有人说", anchor)) == []


def test_a_file_that_is_no_toml_is_one_fault(tmp_path):
    assert faults_of(tmp_path, "[article") == [("", "")]


def test_the_course_s_outline_places_each_claim_once():
    faults = []
    outline = read_outline(LESSONS, faults)
    assert faults == []
    assert sorted(outline.claims) == sorted(read_claims(LESSONS))
    assert [len(section.themes) for section in outline.sections] == [3] * 5


def test_check_names_a_claim_that_the_outline_lacks(lessons_copy):
    path = lessons_copy / "article_outline.toml"
    text = path.read_text(encoding="utf-8").replace('"3.07", ', "", 1)
    path.write_text(text, encoding="utf-8")
    named = {(f.file, f.field) for f in audit(lessons_copy)}
    assert ("article_outline.toml", "3.07") in named
