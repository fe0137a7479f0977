"""Every word for people stands in ``messages.toml``, and is shown in their language."""

import pytest

from tests import hard_coded
from tests.conftest import ROOT

PACKAGE = ROOT / "widgets" / "yandu"
MODULES = sorted(PACKAGE.rglob("*.py"))
#: Rendered from messages.toml; tests/lessons/test_content.py compares them.
GENERATED = PACKAGE / "labextension" / "static" / "messages.js"
SCRIPTS = [path for path in sorted(PACKAGE.rglob("*.js")) if path != GENERATED]

ANY = None
#: Where Chinese characters are data that the code works on: which, and why.
DATA = {
    "items/matching/": (
        ANY,
        "signs, numerals and scripts that typed answers differ in",
    ),
    "textlab/formulas/clauses.py": (
        "以及和与",
        "words that join the members of a list",
    ),
    "textlab/formulas/members.py": (ANY, "words that lead into a list, and on from it"),
    "textlab/formulas/structure.py": (
        ANY,
        "words of a clause rather than of a set phrase",
    ),
    "textlab/formulas/suggest.py": (
        ANY,
        "words of a clause rather than of a set phrase",
    ),
    "textlab/pinyin/pronounce.py": (
        ANY,
        "numerals, and the words that change their tone",
    ),
    "original/find.py": ("一二三四五六七八九十", "numbers that stand before headings"),
    "textlab/texts/text.py": (ANY, "the ranges of what counts as a Chinese character"),
    "audit/giveaways.py": (ANY, "wordings of an option that lean on its place"),
    "audit/texts.py": ("第段", "how a text names a paragraph"),
    "audit/unfilled.py": ("填", "the mark of a slot that an author is to fill"),
    "card.js": ("第段和", "how a text names a paragraph"),
    "commands/data.py": ("是", "an answer that is typed"),
}
#: Words that a person may see, and why they are no messages.
NAMES = {
    "remoteEntry.0.1.0.js": "a last resort, when the messages themselves do not load",
}


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def han(path):
    """Return the lines of a file with Chinese characters, and those characters."""
    find = (
        hard_coded.han_in_python if path.suffix == ".py" else hard_coded.han_in_script
    )
    found = find(path.read_text(encoding="utf-8"))
    return {line: set(hard_coded.HAN.findall(line)) for line in found}


def beyond(path):
    """Return the lines with Chinese characters that may not stand there."""
    name = name_of(path)
    allowed = [few for start, (few, _) in DATA.items() if name.startswith(start)]
    if ANY in allowed:
        return []
    return [line for line, found in han(path).items() if found - set("".join(allowed))]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_speaks_by_itself(path):
    source = path.read_text(encoding="utf-8")
    assert beyond(path) == []
    assert hard_coded.words_in_python(source) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_no_script_speaks_by_itself(path):
    source = path.read_text(encoding="utf-8")
    assert beyond(path) == []
    if path.name not in NAMES:
        assert hard_coded.words_in_script(source) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_no_script_takes_one_language_of_a_label(path):
    assert hard_coded.one_sided_labels(path.read_text(encoding="utf-8")) == []


def test_what_is_allowed_is_there():
    """A reason for what has gone would hide what comes in its place."""
    for start in DATA:
        files = [p for p in (*MODULES, *SCRIPTS) if name_of(p).startswith(start)]
        assert any(han(file) for file in files), start
    assert {path.name for path in SCRIPTS} >= NAMES.keys()


# ---------------------------------------------------------------- the finder itself

HAN_PYTHON = [
    'x = "正确"',
    'x = f"{n} 题"',
    'raise ValueError("没有 " + name)',
    'def f(name="未知"): ...',
    'x = {"label": ["核对"]}',
    'x = "\\u6b63"',  # 正, escaped
]
CLEAN_PYTHON = [
    '"""研读"""',
    "x = 1  # 正确",
    'def f():\n    """返回「正确」。"""',
    'class A:\n    x: int = 1\n    """属性。"""',
    'x = "、，。"',  # punctuation is no word
]
WORDS_PYTHON = [
    'print("done")',
    'print(f"{n} faults")',
    'input(say("cli.sure") + " yes or no?")',
    'parser.add_argument("--x", help="what it does")',
    'make(title="A title" if n else say("x.y"))',
]
SPEECHLESS_PYTHON = [
    'print(say("cli.done"))',
    'print("")',
    'print(f"{a} {b}")',
    'log.debug("started")',
    'parser.add_argument("--lesson", help=say("cli.lesson"))',
    'raise ValueError("for programmers")',
]


@pytest.mark.parametrize("source", HAN_PYTHON)
def test_chinese_in_a_module_is_found(source):
    assert len(hard_coded.han_in_python(source)) == 1


@pytest.mark.parametrize("source", CLEAN_PYTHON)
def test_chinese_that_nobody_is_shown_is_let_be(source):
    assert hard_coded.han_in_python(source) == []


@pytest.mark.parametrize("source", WORDS_PYTHON)
def test_printed_words_are_found(source):
    assert len(hard_coded.words_in_python(source)) == 1


@pytest.mark.parametrize("source", SPEECHLESS_PYTHON)
def test_words_from_the_catalogue_are_let_be(source):
    assert hard_coded.words_in_python(source) == []


@pytest.mark.parametrize(
    "source",
    [
        'node.textContent = "正确";',
        "const label = `第 ${number} 段`;",
        'const url = "https://x.y"; node.title = "题";',  # // in a text
        "const sign = /题/;",
        'const a = "\\""; const b = "题"; // 注',
        "/* 注 */ const x = '题';",
    ],
)
def test_chinese_in_a_script_is_found(source):
    assert len(hard_coded.han_in_script(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "// 「第 3 段」",
        "const x = 1; /* 注\n释 */",
        'const x = "✓、：";',
        "a / b; // 注",
    ],
)
def test_chinese_in_a_comment_is_let_be(source):
    assert hard_coded.han_in_script(source) == []


@pytest.mark.parametrize(
    "source",
    [
        'node.textContent = "Check";',
        "node.title += 'Check';",
        'make("p", {}, "Check");',
        'make("p", { class: "yd-saved" }, "Check");',
        'make("p", { click: () => go("x") }, number, isOn ? "On" : "");',
        'make(\n  "p", {},\n  `${n} of them`);',
        'make("input", { "aria-label": "Check" });',
        'make("input", { placeholder: "Write here" });',
        'node.setAttribute("aria-label", "Check");',
        'node.append("Check");',
        'pair({ zh: "", en: "Check" });',
        'const texts = { "en": "Check" };',
    ],
)
def test_words_in_a_script_are_found(source):
    assert len(hard_coded.words_in_script(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'make("section", { class: "yd-card yd-desk", lang: "zh-CN" }, pair(labels.title));',
        'make("p", { role: "status", "aria-hidden": "true" }, "✓", ` ${number}`);',
        'node.append(...["left", "right"].map((name) => labels[name]));',
        'make("p", {}, pair(labels["title"]), tell("goto"));',
        'for (const only of ["zh", "en"]) run(only);',
        'node.setAttribute("aria-expanded", "true"); // title: "Check"',
        'throw new Error("for programmers");',
    ],
)
def test_words_that_nobody_is_shown_are_let_be(source):
    assert hard_coded.words_in_script(source) == []


@pytest.mark.parametrize(
    ("source", "n"),
    [
        ("labels.title.zh", 1),
        ("labels[name].en", 1),
        ("labels[`language_${value}`].zh", 1),
        ("fill(labels.title, content).zh", 1),
        ("word(labels.title)", 0),
        ("term.zh", 0),  # content: the term itself
        ("// labels.title.zh", 0),
    ],
)
def test_one_language_of_a_label_is_found(source, n):
    assert len(hard_coded.one_sided_labels(source)) == n
