"""Finding words for people that stand in the code instead of in ``messages.toml``.

Each function returns what it finds as ``line: text``, an empty list if there is nothing.
"""

import ast
import re
from collections.abc import Iterator

HAN = re.compile(
    r"[\u2e80-\u2fdf\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
WORD = re.compile(r"[A-Za-z]{2,}")

#: Calls that speak to people, and arguments of any call that do.
SPEAKING = {"print", "input"}
SPOKEN = {"help", "description", "title", "metavar", "epilog", "placeholder"}

# ---------------------------------------------------------------- Python


def han_in_python(source: str) -> list[str]:
    """Return the literals with a Chinese character; docstrings and comments are none."""
    tree = ast.parse(source)
    documents = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documents
        and HAN.search(node.value)
    ]


def words_in_python(source: str) -> list[str]:
    """Return the literals with a word that are printed, asked or set as a title."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        spoken = [*call.args] if name in SPEAKING else []
        spoken += [word.value for word in call.keywords if word.arg in SPOKEN]
        found += [
            f"{part.lineno}: {part.value}"
            for argument in spoken
            for part in literals(argument)
            if WORD.search(part.value)
        ]
    return found


def literals(node: ast.expr) -> Iterator[ast.Constant]:
    """Yield the texts of an expression that stand in it as they are, not as keys."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.BinOp):
        yield from (*literals(node.left), *literals(node.right))
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))


# ---------------------------------------------------------------- JavaScript

#: A comment, or something in which what looks like a comment is none. A slash begins a
#: regular expression where no value has just ended.
JS_PIECE = re.compile(
    r"""(?P<comment>//[^\n]*|/\*[\s\S]*?\*/)
    |(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
    |(?P<regex>(?:(?<=[(,=:\[!&|?{};])|(?<=[(,=:\[!&|?{};]\s)|(?<=return\s))
        /(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)""",
    re.VERBOSE,
)
#: Properties and attributes that a person sees or hears, before the opening quote.
SINK = re.compile(
    r"""(?:\.(?:textContent|innerText|innerHTML|title|placeholder|alt|ariaLabel)\s*\+?=
    |(?<![\w-])(?:aria-(?:label|description|roledescription|valuetext)
        |title|placeholder|alt|ariaLabel|textContent)["']?\s*[:,]
    |(?<![\w-])(?:zh|en)["']?\s*:)\s*$""",
    re.VERBOSE,
)
#: Calls that put a text into the page, and the first of their arguments that is one.
SHOWING = {
    "make": 2, "append": 0, "prepend": 0, "replaceChildren": 0, "before": 0, "after": 0,
    "replaceWith": 0, "createTextNode": 0, "alert": 0, "confirm": 0, "Option": 0, "Text": 0,
}  # fmt: skip
#: A label of which only the one language is taken.
ONE_SIDED = re.compile(
    r"\blabels\b[\w.\[\]\"'`${}]*\.(?:zh|en)\b|\bfill\([^;\n]*?\)\.(?:zh|en)\b"
)


def without_comments(source: str) -> str:
    """Return a script with its comments blanked, its lines as they were."""

    def blank(piece: re.Match[str]) -> str:
        if piece["comment"] is None:
            return piece[0]
        return re.sub(r"[^\n]", " ", piece[0])

    return JS_PIECE.sub(blank, source)


def han_in_script(source: str) -> list[str]:
    """Return the lines with a Chinese character outside comments."""
    lines = enumerate(without_comments(source).splitlines(), 1)
    return [f"{number}: {line.strip()}" for number, line in lines if HAN.search(line)]


def words_in_script(source: str) -> list[str]:
    """Return the texts with a word that a person would see or hear."""
    bare = without_comments(source)
    found = []
    for piece, call, place in texts_in(bare):
        is_shown = call in SHOWING and place >= SHOWING[call]
        if not is_shown and not SINK.search(bare, 0, piece.start()):
            continue
        if WORD.search(re.sub(r"\$\{[^}]*\}", "", piece[0])):
            found.append(f"{bare.count(chr(10), 0, piece.start()) + 1}: {piece[0]}")
    return found


def texts_in(bare: str) -> Iterator[tuple[re.Match[str], str, int]]:
    """Yield each text of a script, the call that it is an argument of, and which one.

    The call is empty for a text that stands deeper, in a list or an object.
    """
    opened: list[tuple[str, int]] = []
    for piece in re.finditer(
        f"{JS_PIECE.pattern}|[(\\[{{]|[)\\]}}]|,", bare, re.VERBOSE
    ):
        if piece["text"]:
            yield piece, *(opened[-1] if opened else ("", 0))
        elif piece[0] == "(":
            name = re.search(r"(\w+)\s*$", bare[: piece.start()])
            opened.append((name[1] if name else "", 0))
        elif piece[0] in "[{":
            opened.append(("", 0))
        elif piece[0] in ")]}" and opened:
            opened.pop()
        elif piece[0] == "," and opened:
            opened[-1] = (opened[-1][0], opened[-1][1] + 1)


def one_sided_labels(source: str) -> list[str]:
    """Return the lines where a label's one language is taken, whatever the reader's."""
    lines = enumerate(without_comments(source).splitlines(), 1)
    return [
        f"{number}: {line.strip()}" for number, line in lines if ONE_SIDED.search(line)
    ]
