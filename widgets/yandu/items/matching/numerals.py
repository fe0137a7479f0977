"""Chinese and Arabic numerals: which runs of characters are numbers, and which.

Why not cn2an, the well-kept library (0.5.24, 2026-04): its `cn2an` reads a numeral that
is known to be one, but refuses 二○一九; its `transform`, which looks for numerals in a
text, makes 全党1致, 统1思想, 3心2意 and 10分重要 of set words, warns on 万一, and reads
三五, "three to five", as 35. It also installs a package `build`, which hides the
packaging tool of that name. So a numeral is read here only where it must be a number,
by its own form (十六, 一百零八, 二〇一九) or by its neighbours (第三, 三个, or alone).
"""

import re
from decimal import Decimal

from yandu.items.matching import set_words

DIGITS = dict(zip("零〇一二三四五六七八九两", "001234567892", strict=True))
UNITS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"亿": 10**8, "万": 10**4}
#: Numerals as on a cheque. Read only two or more together: 队伍 and 大陆 have one.
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
#: 几十年 is no 10 years; 这一段, 进一步 and 下一代 do not count.
ABOUT = ("几", "数")
POINTING = tuple("这那哪另每某各上下前后进同")
#: Longest run that is read by units; 九千九百九十九万九千九百九十九亿 and more.
LONGEST = 40
_MEASURES = """
个 项 条 次 年 月 日 号 天 岁 人 名 位 倍 种 类 章 节 段 句 字 词 届 期 批 级 层 篇 册
卷 本 件 组 米 元 吨 代 步 支 门 点 大 度 股 成 所 省 市 方面 小时 分钟 刻钟 公里 公斤
世纪 季度 周年 中全会
"""
#: What makes a number of the single numeral before it.
MEASURES = tuple(_MEASURES.split())
_D = "零〇一二三四五六七八九"
_N = f"{_D}两十百千万亿"
#: Zeros as they are typed: the circle of the symbol table, the digit, the letter.
_ZERO = r"○◯0]|[Oo](?![A-Za-z])"
TOKEN = re.compile(
    rf"百分之(?P<percent>百|[{_N}]+(?:点[{_D}]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"|(?P<below>[{_N}]+)分之(?P<above>[{_N}]+)"
    rf"|(?P<word>{set_words.PATTERN})"
    r"|(?P<grouped>(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]))"
    r"|(?P<mixed>(?:[0-9]+(?:\.[0-9]+)?(?:万亿|千万|百万|[亿万千]))+(?:[0-9]+)?)"
    r"|(?P<arabic>[0-9]+)"
    rf"|(?P<decimal>[{_N}]+点[{_D}]+(?![{_N}分刻])|[{_N}]+点[{_D}]+[万亿])"
    rf"|(?P<run>[{_N}](?:[{_N}{_ZERO})*)"
    r"|(?P<formal>[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]+)"
)
PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(万亿|千万|百万|[亿万千])")
SIZES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4}
SIZES["千"] = 10**3


def fold_numerals(text: str) -> str:
    """Return `text` with every number in Arabic digits and without grouping.

    十六字 becomes 16字, 1.5万 and 一万五 15000, 百分之八十 80%, 1,000 1000.

    What comes of one number may be part of another (0万万), so it goes on until nothing
    changes; each round leaves fewer signs that are no digits.
    """
    while (folded := TOKEN.sub(_replace, text)) != text:
        text = folded
    return text


def _replace(found: re.Match[str]) -> str:
    kind, whole = found.lastgroup, found.group()
    match kind:
        case "percent":
            number = _percent(found["percent"])
            made = None if number is None else f"{number}%"
        case "above":
            above, below = read_units(found["above"]), read_units(found["below"])
            made = f"{above}/{below}" if above and below else None
        case "grouped":
            made = whole.replace(",", "")
        case "mixed":
            made = _mixed(whole)
        case "decimal":
            made = _decimal(whole)
        case "formal":
            made = _plain(read_units(whole.translate(FORMAL)))
        case "run":
            made = _run(found)
        case _:
            made = whole
    return whole if made is None else made


def _plain(number: int | None) -> str | None:
    return None if number is None else str(number)


def _percent(numeral: str) -> str | None:
    if numeral == "百":
        return "100"
    if numeral[0].isdecimal():
        return numeral
    return _decimal(numeral) if "点" in numeral else _plain(read_units(numeral))


def _decimal(numeral: str) -> str | None:
    """Return 三点五 as 3.5, 三点五万 as 35000."""
    scale = SCALES.get(numeral[-1], 1)
    whole, _, part = numeral.rstrip("万亿").partition("点")
    number = read_units(whole)
    if number is None:
        return None
    digits = f"{number}.{_digits(part)}"
    return digits if scale == 1 else _whole(Decimal(digits) * scale)


def _mixed(numeral: str) -> str | None:
    """Return 1.5万 as 15000, 1亿2千万 as 120000000; units must fall."""
    if len(numeral) > LONGEST:
        return None
    total, last = Decimal(0), 10**13
    end = 0
    for part in PART.finditer(numeral):
        size, end = SIZES[part[2]], part.end()
        if size >= last:
            return None
        total, last = total + Decimal(part[1]) * size, size
    rest = numeral[end:]
    if len(rest) == 1:  # 1万5 is said for 15000
        total += int(rest) * last // 10
    elif rest:
        if int(rest) >= last:
            return None
        total += int(rest)
    return _whole(total)


def _whole(number: Decimal) -> str | None:
    return str(int(number)) if number == int(number) else None


def _run(found: re.Match[str]) -> str | None:
    """Return a run of Chinese numerals as digits, if it must be a number.

    By units (十六); digit by digit from three on, or from two with a zero (二〇一九):
    三五 is "three to five", and 五四 a day; a single one by its neighbours.
    """
    run, text = found.group(), found.string
    before = text[found.start() - 1] if found.start() else ""
    after = text[found.end() :][:3]
    if before.isdecimal() or after[:1].isdecimal():
        return None  # 2十, 一5: half of something, no number
    if before in ABOUT or (run == "一" and before in POINTING):
        return None
    digits = re.sub("[○◯0Oo]", "〇", run)
    if len(run) == 1:
        is_number = _is_counted(before, after, is_zero=run in "零〇")
        return _plain(read_units(run)) if is_number else None
    if any(char in digits for char in "十百千万亿"):
        return _plain(read_units(digits))
    if "两" in digits or (
        len(digits) < 3 and "〇" not in digits and "零" not in digits
    ):
        return None
    return _digits(digits)


def _is_counted(before: str, after: str, *, is_zero: bool) -> bool:
    """Return whether one numeral is a number here; 零件 is a part, 零点 an hour."""
    if before == "第" or (not is_zero and after.startswith(MEASURES)):
        return True
    return not before.isalnum() and not after[:1].isalnum()


def _digits(run: str) -> str:
    return "".join(map(DIGITS.__getitem__, run))


def read_units(run: str) -> int | None:
    """Return the number of a numeral with units, or None if it is none.

    Strict in order (units must fall), lenient in a 零 left out. The digit after a unit
    is a tenth of it, as in speech: 一百八 is 180, 一百零八 is 108.
    """
    if len(run) > LONGEST:
        return None
    for unit, size in SCALES.items():
        left, mark, right = run.rpartition(unit)
        if mark:
            high, low = read_units(left), _rest(right, size)
            if not high or low is None or low >= size:
                return None
            return high * size + low
    return _small(run)


def _rest(run: str, size: int) -> int | None:
    if not run:
        return 0
    if run[0] in "零〇":
        return read_units(run[1:])
    if len(run) == 1 and run in DIGITS:
        return int(DIGITS[run]) * size // 10
    return read_units(run)


def _small(run: str) -> int | None:
    total, last, digit, has_zero = 0, 10**4, -1, False
    for char in run:
        if char in "零〇" and len(run) > 1:
            if digit >= 0 or has_zero or not total:
                return None
            has_zero = True
        elif char in DIGITS:
            if digit >= 0:
                return None
            digit = int(DIGITS[char])
        else:
            unit = UNITS.get(char, last)
            if unit >= last or (digit < 0 and (unit != 10 or total)):
                return None
            total, last = total + abs(digit) * unit, unit
            digit, has_zero = -1, False
    if digit < 0:
        return None if has_zero or not run else total
    is_spoken = total and last > 10 and not has_zero
    return total + (digit * last // 10 if is_spoken else digit)
