"""How dates are read from texts, and when a recorded date bears a stated one."""

import pytest

from tests.lessons.dates import agrees, en_dates, statements, zh_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2017、2018年的解说", ["2017", "2018"]),
        ("2016—2022年", ["2016", "2022"]),
        ("2005至2020年的政策", ["2005", "2020"]),
        ("2019年1月15日至16日", ["2019-01-15", "2019-01-16"]),
        ("2016年1月首次公开，同年7月由三个增为四个", ["2016-01", "2016-07"]),
        ("2018年12月19日发布，次年2月1日施行", ["2018-12-19", "2019-02-01"]),
        ("定1月10日为节日", ["01-10"]),
        ("全文2916字，连标题539字，2018/19年度，四千年", []),
    ],
)
def test_dates_of_a_chinese_text(text, dates):
    assert zh_dates(text) == dates


def test_dates_of_an_english_text():
    text = "On 8 May 2019, in May 2019 and in 2019; 2,019 cases, in 2018/19."
    assert en_dates(text) == ["2019-05-08", "2019-05", "2019", "2018"]


@pytest.mark.parametrize(
    ("stated", "recorded", "is_borne"),
    [
        ("2019-05", "2019-05-08", True),
        ("2019-05-08", "2019-05", False),
        ("2019-1", "2019-11", False),
        ("01-10", "1986-01-10", True),
        ("2020-01-10", "01-10", False),
    ],
)
def test_a_recorded_date_bears_what_is_no_more_precise(stated, recorded, is_borne):
    assert agrees(stated, recorded) is is_borne


def test_a_year_goes_on_into_the_next_statement():
    found = statements(
        "x", "2016年5月公开[S08]，同年7月增为四个[S11]。2018年[S09][S10]"
    )
    assert [(one.date, one.sources) for one in found] == [
        ("2016-05", ("S08",)),
        ("2016-07", ("S11",)),
        ("2018", ("S09", "S10")),
    ]
