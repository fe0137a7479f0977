"""Arrows run one way (design, section 4): this test reads the imports."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "widgets" / "yandu"

#: Each part of the package, and what it may import of the others.
BASE = {"faults", "messages", "paths"}
READS = {"content"} | BASE
WIDGETS = {"card", "progress"} | READS
CARDS = {"checks", "discussion", "reading", "home", "lab"}
ALLOWED = {
    "faults": set(),
    "messages": set(),
    "paths": {"messages"},
    "content": BASE,
    "items": READS,
    "textlab": READS,
    "progress": {"items"} | BASE,
    "original": {"items", "progress", "textlab"} | READS,
    "settings": {"messages"},
    "arguments": {"messages"},
    "kit": {"messages"},
    "card": {"kit", "messages"},
    "checks": {"items", "settings"} | WIDGETS,
    "discussion": WIDGETS,
    "reading": {"original", "settings", "textlab"} | WIDGETS,
    "home": {"items"} | WIDGETS,
    "lab": {"card", "messages", "textlab"},
    "texts": {"textlab"} | READS,
    "lesson": {"kit", "items", "original", "settings", "textlab", "texts"}
    | CARDS
    | WIDGETS,
    "audit": {"items", "textlab"} | READS,
    "new_lesson": {"messages"},
    "render": {"textlab", "texts"} | READS,
    "workspace": READS,
    "launch": {"workspace", "progress"} | READS,
    "preview": {"audit", "items", "launch", "workspace"} | READS,
    "commands": {"arguments", "original", "progress", "settings", "textlab"}
    | {"audit", "launch", "new_lesson", "preview", "render"}
    | READS,
    "cli": {"arguments", "commands", "settings"} | BASE,
    "__init__": {"lesson"},
    "__main__": {"cli"},
}
#: Imported at module level by nothing that a reader's kernel loads.
HEAVY = {
    *("numpy", "pandas", "jieba", "rjieba", "regex", "pypinyin"),
    *("nbformat", "nbclient", "jsonschema", "opencc"),
}


def part_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            if node.module == "yandu":
                yield from (f"yandu.{alias.name}" for alias in node.names)


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path):
    part = part_of(path)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {name.split(".")[1] for name in imports(tree) if name.startswith("yandu.")}
    beyond = named - ALLOWED[part] - {part, "__version__", "open_lesson"}
    assert not beyond, f"{part} must not import {sorted(beyond)}"


def test_the_allowed_arrows_make_no_circle():
    order: list[str] = []
    left = dict(ALLOWED)
    while left:
        ready = [part for part, needs in left.items() if not needs - set(order)]
        assert ready, f"a circle among {sorted(left)}"
        order += ready
        for part in ready:
            del left[part]


# The class of the text lab's results is a pandas class; it loads with the first result.
# The index and the units of a text are numpy arrays; they load with the first search.
NUMERIC = ("results/table.py", "texts/index.py", "search/sorting.py", "texts/units.py")
LATE = {PACKAGE / "textlab" / name for name in NUMERIC}
LIGHT = [path for path in FILES if path not in LATE]


@pytest.mark.parametrize("path", LIGHT, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_libraries_are_not_imported_at_module_level(path):
    top = ast.Module(ast.parse(path.read_text(encoding="utf-8")).body, [])
    top.body = [
        node for node in top.body if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not HEAVY & {name.split(".")[0] for name in imports(top)}


#: Inside the text lab, what each group of modules may use of the others.
TEXTLAB = {
    "errors": set(),
    "texts": {"errors"},
    "statistics": set(),
    "results": {"errors", "texts"},
    "segmentation": {"errors", "results", "texts"},
    "search": {"errors", "results", "texts"},
    "formulas": {"errors", "results", "texts"},
    "pinyin": {"errors", "formulas", "texts"},
    "counts": {"errors", "formulas", "results", "search", "statistics", "texts"},
    "charts": {"counts", "errors", "results", "search", "texts"},
    "article": {"errors", "segmentation", "texts"},
}


def test_the_text_lab_is_built_in_layers():
    for path in sorted((PACKAGE / "textlab").rglob("*.py")):
        group = path.relative_to(PACKAGE / "textlab").parts[0].removesuffix(".py")
        if group == "__init__":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {
            name.split(".")[2]
            for name in imports(tree)
            if name.startswith("yandu.textlab.")
        }
        beyond = used - TEXTLAB[group] - {group}
        assert not beyond, f"{path.name} must not import {sorted(beyond)}"
