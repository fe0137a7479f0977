"""Words in which 一, 十 or 万 is no number, so that no digit may stand for it.

`numerals` passes over these and never reads a part of them. It needs only those that
its own rules would take for numbers: 一致 and 三心二意 are not here, since no measure
word follows their numerals. Not complete, and it need not be: a word that is missing
meets itself all the same; it only may be met with a digit too.
"""

import re

#: A numeral that ends a word; a measure word that follows belongs to what comes next.
BEFORE = """
统一 唯一 之一 单一 专一 划一 归一 合一 如一 不一 逐一 第一时间 第一线 第一手 为一
始终如一 说一不二 独一无二 一分为二
"""
#: A numeral that begins a word and stands before what is elsewhere a measure word.
AFTER = """
一方面 四人帮 三元里 一次性 一条心 一条龙 一个劲 一天到晚 一年到头 一年四季 一日千里
一人得道 一字一句 一字不差 一字千金 一字不漏 一层楼 一级棒 一门心思
一步登天 一步到位 一步一个脚印 一步步 一条条 一项项 一件件 一个个 一次次 一天天
一年年 一代代 一层层 一大早 一大批 一股脑 一股劲 一成不变 一名不文 一组组 一批批
一点点 一本正经 一本万利 一岁一枯荣 一度 一期一会 一元化 一元论 一元复始 一位难求
一章一节 一人一策 一日三秋 一日之计 一年之计 一节一节 二元论 二元化 二人转 三字经
三人成虎 三句话不离本行 三天两头 三年五载 三年不窥园 五大三粗
五步一楼 六月飞雪 七步成诗 八字没一撇 九天揽月 九层之台 十字路口 十字架 十字街头
十年寒窗 十年树木 十年磨一剑 十月革命 十月怀胎 十万火急 十天半月
两条腿走路 两次三番 两层皮
"""
#: Runs of numerals that are words.
RUNS = """
七七八八 三十而立 四十不惑 五十知天命 五十步笑百步 三百六十行
一万年太久 一二三 三六九等 四五六 九一八 一二九 一二八
五四三
"""
NUMERALS = "零〇一二三四五六七八九十百千万亿"
#: 一点 is "a little", but 一点五 a number.
LITTLE = f"一点(?![{NUMERALS}])"


def _pattern(words: str) -> str:
    longest_first = sorted(set(words.split()), key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


#: is a word, 二百五十 a number; 一一 a word, 一一〇 a number.
PATTERN = f"{_pattern(BEFORE + AFTER)}|(?:{_pattern(RUNS)})(?![{NUMERALS}])|{LITTLE}"
