"""Frequency lists against lists written out by hand and the published counts."""

import pytest

from yandu.textlab import (
    Count,
    Counts,
    CountsOnlyError,
    Text,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
    article,
    frequency,
)


def rows(table):
    return [tuple(row) for row in table.itertuples(index=False)]


def test_the_whole_list_of_a_small_text(small):
    # 20 tokens without punctuation: 4 + 6 + 5 + 5. One occurrence is 50 in a thousand.
    table = frequency(small)
    assert list(table.columns) == ["rank", "token", "count", "per_thousand", "range"]
    assert rows(table) == [
        (1, "安全", 3, 150.0, 1),
        (1, "群众", 3, 150.0, 1),
        (3, "公安", 2, 100.0, 2),
        (3, "公安机关", 2, 100.0, 1),
        (3, "政治", 2, 100.0, 1),
        (6, "与", 1, 50.0, 1),
        (6, "依靠", 1, 50.0, 1),
        (6, "信任", 1, 50.0, 1),
        (6, "哈哈哈", 1, 50.0, 1),
        (6, "国家", 1, 50.0, 1),
        (6, "服务", 1, 50.0, 1),
        (6, "机关", 1, 50.0, 1),
        (6, "第一", 1, 50.0, 1),
    ]


def test_one_section_of_a_text(small):
    table = frequency(small, section="09-p01")
    assert list(table.columns) == ["rank", "token", "count", "per_thousand"]
    assert rows(table) == [
        (1, "群众", 3, 300.0),
        (2, "公安机关", 2, 200.0),
        (3, "依靠", 1, 100.0),
        (3, "信任", 1, 100.0),
        (3, "公安", 1, 100.0),
        (3, "服务", 1, 100.0),
        (3, "机关", 1, 100.0),
    ]


def test_formulas_are_counted_wherever_they_stand(small):
    table = frequency(
        small, by="formula", formulas=["政治安全", "国家政治安全", "四个意识"]
    )
    total = 8 + 16 + 11 + 9  # Chinese characters, sentence by sentence
    assert rows(table) == [
        (1, "政治安全", 2, 1000 * 2 / total, 1),
        (2, "国家政治安全", 1, 1000 * 1 / total, 1),
    ]


def test_characters_need_no_cut(uncut):
    table = frequency(uncut, section="09-p02", by="character").head(4)
    total = 11 + 9
    assert rows(table) == [
        (1, "安", 4, 1000 * 4 / total),
        (2, "全", 3, 1000 * 3 / total),
        (2, "哈", 3, 1000 * 3 / total),
        (4, "政", 2, 1000 * 2 / total),
    ]


COUNTS = Counts(
    "toy",
    {"zh": "小计数", "en": "toy counts"},
    (Count("公安", "0", 1), Count("公安", "1", 3), Count("安全", "1", 4)),
)


def test_counts_are_summed_over_sections():
    assert rows(frequency(COUNTS)) == [
        (1, "公安", 4, 500.0, 2),
        (1, "安全", 4, 500.0, 1),
    ]
    assert rows(frequency(COUNTS, section=1)) == [
        (1, "安全", 4, 1000 * 4 / 7),
        (2, "公安", 3, 1000 * 3 / 7),
    ]
    # 公安 four times, 安全 four times: 安 stands eight times in sixteen characters.
    assert rows(frequency(COUNTS, by="character")) == [
        (1, "安", 8, 500.0, 2),
        (2, "全", 4, 250.0, 1),
        (2, "公", 4, 250.0, 2),
    ]


def test_an_empty_text_gives_an_empty_table(small):
    assert rows(frequency(Text("0", small.title, ()))) == []


def test_the_caption_names_text_place_and_size(small):
    assert frequency(small, section="09-p01").caption == {
        "zh": "词频。所数文本：小文，段落 09-p01；"
        "共 10 个词（token），7 个不同的词（type）",
        "en": "Word frequency. Text counted: a small text, paragraph 09-p01; "
        "10 tokens, 7 types",
    }


def test_what_cannot_be_counted_is_said(small, uncut):
    with pytest.raises(UnknownSectionError, match=r"09-p07.*09-p01、09-p02"):
        frequency(small, section="09-p07")
    with pytest.raises(UnknownChoiceError, match=r"word.*token"):
        frequency(small, by="word")
    with pytest.raises(UncutTextError, match=r"textlab\.cut"):
        frequency(uncut)
    with pytest.raises(CountsOnlyError, match="小计数"):
        frequency(COUNTS, by="formula", formulas=["公安"])


# Chinese characters of each section, headings included; string counts in the whole
# article. Both were counted on the article itself when the fact sheet was compiled.
HAN = {"0": 296, "1": 539, "2": 455, "3": 672, "4": 409, "5": 545}
STRINGS = {
    **{
        "公安": 50,
        "建设": 16,
        "要": 21,
        "加强": 20,
        "安全": 19,
        "人民": 17,
        "坚持": 15,
    },
    **{
        "体系": 14,
        "党": 14,
        "制度": 13,
        "政治": 12,
        "完善": 11,
        "科技": 10,
        "实战": 10,
    },
    **{
        "机制": 9,
        "现代化": 8,
        "风险": 8,
        "政治安全": 6,
        "斗争": 4,
        "监督": 3,
        "法治": 2,
    },
    **{"法律": 2, "权益": 1, "权利": 0, "隐私": 0, "个人信息": 0, "人权": 0, "宪法": 0},
    **{"检察": 0, "法院": 0, "社区": 0, "疫情": 0, "群众": 6, "民警": 10, "警察": 4},
    **{"服务": 4, "公正": 2, "依法": 2, "执法": 3, "战斗力": 3, "治理": 5, "隐患": 2},
    **{"必须": 4, "切实": 6, "坚决": 6, "努力": 4},
}


@pytest.mark.parametrize("section", HAN)
def test_the_article_has_its_published_size(section):
    assert frequency(article(), section, by="character")["count"].sum() == HAN[section]


@pytest.mark.parametrize("string", STRINGS)
def test_tokens_account_for_the_published_string_counts(string):
    """No cut runs through one of these words: the tokens hold each occurrence."""
    held = sum(
        row.count
        * sum(row.token.startswith(string, at) for at in range(len(row.token)))
        for row in article().rows
    )
    assert held == STRINGS[string]


def test_words_of_the_article():
    table = frequency(article()).set_index("token")
    # 公安: 50 as a string, 11 of them in 公安机关.
    assert table.loc["公安", "count"] == 39
    assert table.loc["公安机关", "count"] == 11
    assert table.loc["政治安全", ["count", "range"]].tolist() == [6, 2]
    assert table.loc["习近平", "count"] == 1


def test_the_article_file_is_sorted_and_holds_each_token_once():
    keys = [(row.token, row.section) for row in article().rows]
    assert keys == sorted(set(keys))
