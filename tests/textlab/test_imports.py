"""What the text lab loads, and when."""

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from yandu import textlab
heavy = {"pandas", "numpy", "jieba", "rjieba", "regex"}
assert not heavy & sys.modules.keys(), "on import"
text = textlab.Text.build("1", {"zh": "文", "en": "text"}, {"1.1": "公安"}, {})
textlab.Segmenter(keep=["获得感"])
textlab.formula_spans("公安", ["公安"])
textlab.cut_text({"1.1": "公安"}, {"1.1": ("公安",)}, textlab.Segmenter())
textlab.article()
assert not heavy & sys.modules.keys(), "before the first table"
textlab.kwic(text, "公安")
assert "pandas" in sys.modules
assert "jieba" not in sys.modules, "a table needs no dictionary"
"""


def test_pandas_and_jieba_load_with_the_first_use():
    package = Path(sys.modules["yandu"].__path__[0]).parent
    subprocess.run(
        [sys.executable, "-c", CODE],
        env=os.environ | {"PYTHONPATH": str(package)},
        check=True,
    )


def test_a_misspelt_name_is_an_error():
    from yandu import textlab

    assert not hasattr(textlab, "tabel")
    assert textlab.Table.__name__ == "Table"
