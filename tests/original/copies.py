"""A small article of our own, as a learner may have it: in full, and flattened.

It is written for these tests; the course's article is never in the tree.
"""

import os
import re
from pathlib import Path

from tests.conftest import ROOT

OUTLINE = """
[article]
title = "慢慢读书"
title_claims = ["L.01"]
label = "书评园地"
ending = "可以停笔了"
before_label = [{ begins = "读书要有耐心", claims = ["L.02"] }]
after_label = [
  { begins = "老先生常说", claims = ["L.03"] },
  { begins = "读书是安静的事情", claims = ["L.04"] },
]

[[section]]
id = "1"
heading = "一遍一遍地读"
opening = ["1.01"]
themes = [
  { begins = "先读目录", claims = ["1.02", "1.03"] },
  { begins = "再读正文", claims = ["1.04"] },
]

[[section]]
id = "2"
heading = "一字一字地写"
themes = [
  { begins = "动手抄写", claims = ["2.01"] },
  { begins = "写成文章", claims = ["2.02"] },
]
"""
#: Claim to its set phrases, as `claims.tsv` has them.
PHRASES = {
    "L.01": "慢慢读书",
    "L.02": "有耐心、有方法、有记录",
    "L.03": "三遍; 两回",
    "L.04": "安静的事情",
    "1.01": "看不全",
    "1.02": "书的地图",
    "1.03": "山、水、路",
    "1.04": "人名、地名、年代",
    "2.01": "笔、纸、灯(三样)",
    "2.02": "没有这个词",
}
#: Part id to its text, headings among them.
PARTS = {
    "0-h": "慢慢读书",
    "0-t1": "“读书要有耐心，有方法，有记录。一本书读完，人应当有所得。”",
    "0-l": "书评园地",
    "0-t2": "老先生常说：“书要读三遍，话要想两回。”",
    "0-t3": "读书是安静的事情，也是长久的事情。",
    "1-h": "一遍一遍地读",
    "1-t0": "书的好处，读一遍是看不全的。",
    "1-t1": "先读目录。目录是书的地图：哪里是山、哪里是水、哪里是路，一看就明白；"
    "没有地图，人容易走丢。",
    "1-t2": "再读正文。读正文要慢，要停，要问：这一句说了什么？上一句同它有什么关系？"
    "遇到人名、地名、年代，随手查一查。",
    "2-h": "一字一字地写",
    "2-t1": "动手抄写。抄写最笨，也最稳；抄过的句子，忘不掉。笔、纸、灯，三样就够。",
    "2-t2": "写成文章。先写短的，后写长的；写完放一放，再改一改。改到自己读得下去，"
    "就可以停笔了。",
}
FULL = "\n\n".join(PARTS.values()) + "\n"


def flattened(text):
    """Return a text as scanners and converters leave it: one mark, no line breaks."""
    text = re.sub(r"[“”]", "'", text)
    return re.sub(r"[，。；：、？！]", ".", text).replace("\n", "")


FLAT = flattened(FULL)


def bones(text):
    """The characters of a text that no form of a copy may lose."""
    return "".join(re.findall("[\u4e00-\u9fff]", text))


def article_path():
    """Return the course's article where a developer has it, else None."""
    named = os.environ.get("YANDU_ARTICLE")
    path = Path(named) if named else ROOT.parent / "shared" / "article.txt"
    return path if path.is_file() else None
