"""Dates as they are written, in one form: 2019年5月8日.

Only with a year, or with 月 and 日: 5.8 alone may be a number. A date that the calendar
does not have is left as it stands.
"""

import re
from datetime import date

_MONTHS = """
january february march april may june july august september october november december
"""
MONTHS = _MONTHS.split()
_NAMES = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS)
_MONTH = rf"(?P<m>{_NAMES}|sept\.?)"
_Y, _D = "(?P<y>[12][0-9]{3})", "(?P<d>[0-9]{1,2})"
_M = "(?P<m>[0-9]{1,2})"
_SEPARATOR = r"(?P<s>[-‐‑–—−./。·])"
#: Forms with a year; the first that fits is taken.
FORMS = tuple(
    re.compile(rf"(?<![0-9./-]){form}(?![0-9])", re.IGNORECASE)
    for form in (
        rf"{_Y}年{_M}月{_D}[日号]",
        rf"{_Y}{_SEPARATOR}{_M}(?P=s){_D}",
        "(?P<y>[12][0-9]{3})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        rf"{_D}(?:st|nd|rd|th)?(?:of)?{_MONTH},?{_Y}",
        rf"{_MONTH}{_D}(?:st|nd|rd|th)?,?{_Y}",
        rf"{_Y}年{_M}月(?![0-9])",
        rf"{_Y}{_SEPARATOR}{_M}(?!(?P=s)[0-9])",
        rf"{_MONTH},?{_Y}",
        rf"{_M}月{_D}[日号]",
    )
)


def fold_dates(text: str) -> str:
    """Return `text` with its dates as 2019年5月8日, 2019年5月 or 5月8日.

    Expects Arabic digits and no spaces: the folds before this one see to it.
    """
    for form in FORMS:
        text = form.sub(_replace, text)
    return text


def _replace(found: re.Match[str]) -> str:
    parts = found.groupdict()
    year, day = parts.get("y"), parts.get("d")
    month = _month(parts["m"])
    try:
        # 2020 has a 29 February, for dates without a year.
        date(int(year or 2020), month, int(day or 1))
    except ValueError:
        return found.group()
    made = f"{year}年" if year else ""
    return f"{made}{month}月" + (f"{int(day)}日" if day else "")


def _month(name: str) -> int:
    if name.isdecimal():
        return int(name)
    return [month[:3] for month in MONTHS].index(name.lower()[:3]) + 1
