"""Makes notebooks for the extension's tests, and a course that they can run.

The stand-in for the package `yandu` notes each call in ``ran.txt`` beside the notebook
and shows plain HTML, so that a test sees what ran, how often, and in which order.
"""

import json
from pathlib import Path
from typing import Any

Cell = dict[str, Any]

STAND_IN = '''
from pathlib import Path
from IPython.display import HTML, display

CARD = """<fieldset class="stub" style="min-height: 120px"><legend>{id}</legend>
<p>下列哪一项是课文的说法？</p>
<label><input type="radio" name="{id}">甲</label>
<label><input type="radio" name="{id}">乙</label> <button>检查</button></fieldset>"""


def note(what):
    with Path("ran.txt").open("a") as file:
        file.write(what + "\\n")


class Lesson:
    def read(self):
        note("read")
        display(HTML('<div class="stub-desk">阅读台</div>'))

    def lab(self):
        note("lab")
        display(HTML('<button class="stub-lab">打开语料台</button>'))

    def next(self):
        note("next")
        display(HTML('<p class="stub-next">下一课</p>'))

    def check(self, id):
        note("check " + id)
        if Path("fail-" + id).exists():
            raise ValueError(id)
        display(HTML(CARD.format(id=id)))

    def discuss(self, id):
        note("discuss " + id)
        display(HTML(f'<p class="stub-note">{id}<textarea></textarea></p>'))


def open_lesson(number):
    note("open " + number)
    return Lesson()
'''

PARAGRAPHS = [
    (
        "这一段是测试用的短文，内容与课程无关，只看排得是否匀称。清早的码头上，渡船刚刚"
        "靠岸，挑担子的人先下，骑车的人后下；「让一让，让一让」，有人在后面喊。"
        "江面上的雾还没有散，对岸的钟楼只露出一个尖。卖豆浆的老人把炉子生好，水汽和雾"
        "混在一起，分不清哪一缕是哪一缕。",
        "A short text for testing only; it has nothing to do with the course. Early in "
        "the morning the ferry has just come alongside, and the people with carrying "
        "poles get off first.",
    ),
    (
        "到了八点钟，太阳照进巷子，石板路一半明、一半暗。邮差推着车，挨家挨户地送信："
        "有的门开着，有的门关着。他在每一扇门前都停一停，先看门牌，再看信封，然后把信"
        "插进门缝里（偶尔也敲两下门）。这样的早晨，他走了三十年 [S01]。",
        "By eight the sun reaches the lane. The postman stops at every door, reads the "
        "number, then the envelope, and pushes the letter through.",
    ),
    (
        "晚上下起了雨，书店里的灯还亮着。店主把一摞旧书搬到柜台上，一本一本地翻：1957"
        "年的地图册，1982 年的词典，还有一本没有封面的诗集。他说：「书和人一样，淋了雨"
        "就老得快。」窗外的雨声越来越密，谁也没有再说话。",
        "In the evening it rains, and the lamp in the bookshop is still lit. “Books are "
        "like people,” says the owner. “Rain ages them.”",
    ),
]


def markdown(cell_id: str, source: str, *tags: str, **yandu: Any) -> Cell:
    """Return a markdown cell as `yandu open` writes it: not editable."""
    metadata: dict[str, Any] = {"editable": False, "deletable": False}
    if tags:
        metadata["tags"] = list(tags)
    if yandu:
        metadata["yandu"] = yandu
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
    }


def code(cell_id: str, source: str, *tags: str, hidden: bool = False) -> Cell:
    """Return a code cell without outputs."""
    metadata: dict[str, Any] = {"tags": list(tags)} if tags else {}
    if hidden:
        metadata |= {"editable": False, "jupyter": {"source_hidden": True}}
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def paragraph(number: int, zh: str, en: str) -> Cell:
    """Return a text cell: a paragraph, its English folded."""
    english = (
        f'<details class="en"><summary>English</summary>\n\n<p lang="en">{en}</p>'
        "\n\n</details>"
    )
    return markdown(f"01-p{number:02}", f"{zh}\n\n{english}", "text")


def item(number: int) -> Cell:
    """Return the hidden cell of a self-check."""
    call = f'lesson.check("01-q{number:02}")'
    return code(f"01-q{number:02}", f"# 自测 {number}\n{call}", hidden=True)


def lesson_cells(rounds: int = 2) -> list[Cell]:
    """Return a whole small lesson; each round has three paragraphs and an item each."""
    cells = [
        markdown(
            "01-title",
            "# 江边一日\n\n"
            '<p class="en" lang="en">A day by the river</p>\n\n'
            "测试课 · 约 20 分钟\n\n学完这一课，可以：\n\n"
            "- 说出短文依次写了哪三个时刻；\n- 指出哪一句是别人的话，是谁说的。",
        ),
        code(
            "01-setup",
            '# 准备\nfrom yandu import open_lesson\n\nlesson = open_lesson("01")',
            hidden=True,
        ),
        code("01-read", "# 阅读台\nlesson.read()", hidden=True),
    ]
    for turn in range(rounds):
        cells.append(markdown(f"01-h{turn + 1}", f"## 从早到晚（{turn + 1}）"))
        for index, (zh, en) in enumerate(PARAGRAPHS):
            number = turn * len(PARAGRAPHS) + index + 1
            cells += [paragraph(number, zh, en), item(number)]
    cells += [
        markdown(
            "01-d01",
            "**讨论** 邮差为什么「偶尔也敲两下门」？找出支持你的一句。\n\n"
            '<p class="en" lang="en">Why does the postman sometimes knock? Find the '
            "sentence that supports you.</p>",
            "discussion",
        ),
        code("01-d01-note", '# 讨论 1\nlesson.discuss("01-d01")', hidden=True),
        code("01-a01", 'print("lab cell")\nopen("lab-ran.txt", "w").close()', "lab"),
        markdown("01-a01-read", "表里数的是字，不是词；它说明不了邮差心里想什么。"),
        code("01-lab", "# 语料台\nlesson.lab()", hidden=True),
        markdown("01-sources", "## 资料\n\n[S01] 测试资料，2020 年。"),
        code("01-next", "# 下一课\nlesson.next()", hidden=True),
    ]
    return cells


def write_notebook(
    path: Path, cells: list[Cell], *, live: bool = True, kernel: str = "python3"
) -> Path:
    """Write a notebook, a lesson if `live`; return `path`."""
    metadata: dict[str, Any] = {
        "kernelspec": {"display_name": "x", "language": "python", "name": kernel},
        "language_info": {"name": "python"},
    }
    if live:
        metadata["yandu"] = {"lesson": "01", "live": True}
    notebook = {
        "cells": cells,
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")
    return path


def write_stand_in(folder: Path) -> Path:
    """Write the stand-in for the package `yandu`; put `folder` on PYTHONPATH."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "yandu.py").write_text(STAND_IN, encoding="utf-8")
    return folder


def calls(folder: Path) -> list[str]:
    """Return what the stand-in was asked to do in `folder`, in order."""
    path = folder / "ran.txt"
    return path.read_text().splitlines() if path.exists() else []
