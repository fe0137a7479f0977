"""Finding the parts of an article in whatever form a learner has it."""

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.original.copies import FLAT, FULL, PARTS, PHRASES, article_path, bones
from yandu.items.matching.script import simplify
from yandu.original import OriginalError, original_text, passages, read_copy
from yandu.original.copy import sizes_of
from yandu.original.decode import decode


def found(text, lessons):
    return {part.id: part.text for part in read_copy(text, lessons).parts}


def skeletons(parts):
    return {id_: bones(simplify(text)) for id_, text in parts.items()}


WANTED = skeletons(PARTS)


def test_a_full_copy_is_taken_apart_as_it_is_written(lessons):
    assert found(FULL, lessons) == PARTS


def test_a_flattened_copy_in_one_line_has_its_paragraphs_restored(lessons):
    parts = found(FLAT, lessons)
    assert skeletons(parts) == WANTED
    assert (
        parts["2-t1"] == "动手抄写.抄写最笨.也最稳.抄过的句子.忘不掉.笔.纸.灯.三样就够."
    )
    assert parts["0-h"] == "慢慢读书"


def test_every_claim_has_its_part(full):
    claims = [claim for part in full.parts for claim in part.claims]
    assert claims == list(PHRASES)


@pytest.mark.parametrize("width", [1, 7, 20, 38])
@pytest.mark.parametrize("text", [FULL, FLAT], ids=["full", "flat"])
def test_hard_wrapped_lines_are_joined(lessons, text, width):
    solid = text.replace("\n", "")
    wrapped = "\n".join(solid[i : i + width] for i in range(0, len(solid), width))
    parts = found(wrapped, lessons)
    assert skeletons(parts) == WANTED
    assert not any(character.isspace() for text in parts.values() for character in text)


#: What a converter, an editor or a web page may put between two characters.
NOISE = st.sampled_from(["\n", "\r\n", " ", "\u3000", "\t", "\u200b", "\ufeff"])
PLACES = st.integers(0, len(FLAT))
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")


@settings(deadline=None)  # the first traditional character loads a dictionary
@given(
    st.dictionaries(PLACES, NOISE, max_size=40),
    st.sampled_from([FULL, FLAT]),
    st.sampled_from(ENCODINGS),
)
def test_line_breaks_blanks_and_encodings_change_nothing(
    lessons, noise, text, encoding
):
    noisy = "".join(noise.get(at, "") + char for at, char in enumerate(text))
    assert skeletons(found(decode(noisy.encode(encoding)), lessons)) == WANTED


@pytest.mark.parametrize("standard", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("text", [FULL, FLAT], ids=["full", "flat"])
def test_a_traditional_copy_is_found_and_kept_as_it_is(lessons, text, standard):
    traditional = opencc.OpenCC(standard).convert(text)
    parts = found(traditional, lessons)
    assert skeletons(parts) == WANTED
    assert "慢慢讀書" in parts["0-h"]
    assert read_copy(traditional, lessons).text == traditional


def test_radicals_out_of_a_pdf_are_read_as_characters(lessons):
    assert found(FULL.replace("一", "⼀").replace("人", "⼈"), lessons)["1-h"] == (
        "⼀遍⼀遍地读"
    )


def test_what_stands_around_the_article_is_left_out(lessons):
    copy = read_copy(f"某报2020年\n{FULL}\n责任编辑：某某", lessons)
    assert {part.id: part.text for part in copy.parts} == PARTS
    assert copy.n_outside == 13


def test_a_list_of_headings_at_the_top_does_not_mislead(lessons):
    menu = "慢慢读书\n一遍一遍地读\n一字一字地写\n"
    assert found(menu + FULL, lessons) == PARTS


def test_words_of_another_script_keep_their_space(lessons):
    text = FULL.replace("忘不掉", "见 Walden,\nchapter 3\n说的也是这个")
    assert "见 Walden, chapter 3说的也是这个。" in found(text, lessons)["2-t1"]


def test_a_heading_stands_first_though_its_opening_repeats_it(lessons):
    text = FULL.replace("书的好处", "一遍一遍地读是老办法。书的好处")
    assert found(text, lessons)["1-t0"].startswith("一遍一遍地读是老办法。")


def test_numbers_and_marks_go_with_the_part_that_they_open(lessons):
    text = FULL.replace("一遍一遍地读\n", "一、一遍一遍地读\n")
    text = text.replace("动手抄写", "（一）动手抄写").replace("书评园地", "·书评园地")
    text = text.replace("慢慢读书\n", "《慢慢读书》\n", 1)
    parts = found(text, lessons)
    assert parts["1-h"] == "一、一遍一遍地读"
    assert parts["2-t1"].startswith("（一）动手抄写。")
    assert (parts["0-l"], parts["0-h"]) == ("·书评园地", "《慢慢读书》")
    assert parts["0-t3"] == PARTS["0-t3"]


def test_a_byline_belongs_to_no_claim(lessons):
    parts = read_copy(FULL.replace("慢慢读书\n", "慢慢读书\n某某\n", 1), lessons).parts
    assert [(part.id, part.text, part.claims) for part in parts[:2]] == [
        ("0-h", "慢慢读书", ("L.01",)),
        ("0-t0", "某某", ()),
    ]


LANDMARKS = {
    "慢慢读书": "标题「慢慢读书」",
    "读书要有耐心": "摘要（开头是「读书要有耐心」）",
    "书评园地": "栏目名「书评园地」",
    "老先生常说": "导语（有一段开头是「老先生常说」）",
    "一遍一遍地读": "第 1 节的标题「一遍一遍地读」",
    "再读正文": "第 1 节第 2 目（开头是「再读正文」）",
    "一字一字地写": "第 2 节的标题「一字一字地写」",
    "可以停笔了": "结尾「可以停笔了」",
}


@pytest.mark.parametrize(("words", "name"), LANDMARKS.items())
@pytest.mark.parametrize("text", [FULL, FLAT], ids=["full", "flat"])
def test_what_is_missing_is_named_and_nothing_else(lessons, text, words, name):
    with pytest.raises(OriginalError) as error:
        read_copy(text.replace(words, "某某"), lessons)
    assert f"没有找到：{name}。" in error.value.text["zh"]
    assert words in error.value.text["en"]


def test_of_a_lost_section_only_the_heading_is_named(lessons):
    text = FULL[: FULL.index("一字一字地写")]
    with pytest.raises(OriginalError) as error:
        read_copy(text, lessons)
    assert "没有找到：第 2 节的标题「一字一字地写」；结尾「可以停笔了」。" in str(
        error.value
    )


def test_sections_in_the_wrong_order_are_named(lessons):
    one, two = FULL.index("一遍一遍地读"), FULL.index("一字一字地写")
    turned = FULL[:one] + FULL[two:] + FULL[one:two]
    with pytest.raises(OriginalError) as error:
        read_copy(turned, lessons)
    assert error.value.key == "misplaced"
    assert "第 2 节" in str(error.value)


@settings(deadline=None)
@given(st.integers(0, len(FULL.rstrip()) - 3))
def test_a_copy_that_is_cut_anywhere_is_refused(lessons, size):
    with pytest.raises(OriginalError):
        read_copy(FULL[:size], lessons)


def test_a_section_that_lacks_a_sentence_is_named(lessons, tmp_path):
    for path in lessons.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    size = sum(len(bones(text)) for id_, text in PARTS.items() if id_[0] == "1")
    counts = tmp_path / "article_counts.tsv"
    counts.write_text(f"字\t1\t{size}\n", encoding="utf-8")
    assert found(FULL, tmp_path) == PARTS
    with pytest.raises(OriginalError, match=f"第 1 节应有约 {size} 字，这里只有"):
        found(FULL.replace("目录是书的地图：", ""), tmp_path)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_other_text_is_refused(lessons, text):
    with pytest.raises(OriginalError):
        read_copy(text, lessons)


# ---------------------------------------------------------------- the course's article

needs_article = pytest.mark.skipif(
    article_path() is None, reason="the article is not on this machine"
)


@pytest.fixture(scope="module")
def article(course_lessons):
    return read_copy(decode(article_path().read_bytes()), course_lessons)


@pytest.fixture(scope="module")
def course_lessons():
    from tests.conftest import LESSONS

    return LESSONS


@needs_article
def test_the_article_is_found_whole(article, course_lessons):
    assert article.sizes == sizes_of(course_lessons)
    assert article.n_outside == 0
    assert len(article.paragraphs) == 23
    assert not article.is_full


@needs_article
def test_each_claim_leads_to_one_passage_with_its_phrases(article):
    claims = [claim for part in article.parts for claim in part.claims]
    assert len(claims) == 114
    for claim in claims:
        (passage,) = passages(article, [claim])
        assert passage.spans, claim


@needs_article
def test_the_article_s_words_are_counted_as_the_course_counts_them(article):
    from yandu import textlab
    from yandu.textlab.counts.frequency import token_counts

    text = textlab.cut(original_text(article))
    assert token_counts(text) == token_counts(textlab.article())


@needs_article
@pytest.mark.parametrize("standard", ["s2t", "s2tw", "s2hk"])
def test_the_article_in_traditional_characters_is_found(
    article, course_lessons, standard
):
    traditional = opencc.OpenCC(standard).convert(article.text)
    copy = read_copy(traditional, course_lessons)
    assert [len(part.text) for part in copy.parts] == [
        len(part.text) for part in article.parts
    ]
    spans = [passages(copy, part.claims) for part in copy.parts]
    assert sum(len(p.spans) for found in spans for p in found) > 200


@needs_article
def test_any_theme_of_the_article_that_is_lost_is_named(article, course_lessons):
    for part in article.parts:
        if part.id.endswith("-t0"):
            continue
        words = part.text.lstrip("'·")[:6]
        spoilt = article.text.replace(words, "")
        with pytest.raises(OriginalError):
            read_copy(spoilt, course_lessons)
