"""Small banks for the lints: one sound item, and what a test changes in it."""

from yandu.items import read_bank

SINGLE = """
[[item]]
id = "01-q{number:02}"
kind = "single_choice"
paragraphs = ["01-p02"]
claims = ["1.02"]
objective = "01-o2"
stem = {{ zh = "{stem}", en = "stem" }}
options = [
  {{ id = "a", {a} text = {{ zh = "{text_a}" }}, chosen = {{ zh = "{said}" }} }},
  {{ id = "b", {b} text = {{ zh = "{text_b}" }}, chosen = {{ zh = "再看（段 2）。" }} }},
]
hints = [{hints}]
rationale = {{ zh = "{why}", en = "why" }}
accept = [["{key}"]]
reject = [["{wrong}"]]
"""
#: Stems that share no pair of characters.
STEMS = (
    "甲乙丙丁",
    "戊己庚辛",
    "子丑寅卯",
    "辰巳午未",
    "天地玄黄",
    "宇宙洪荒",
    "日月盈昃",
)


def single(number=1, key="a", **changed):
    """Return one single choice as TOML; `changed` replaces what stands in it."""
    words = {
        "stem": STEMS[number - 1],
        "text_a": "一个说法",
        "text_b": "另一说法",
        "said": "依据在（段 2）。",
        "hints": '{ zh = "看第 2 段。" }, { zh = "比较。" }',
        "why": "第 2 段说了。",
    }
    marks = {"a": "key = true," if key == "a" else "", "b": ""}
    marks["b"] = "" if key == "a" else "key = true,"
    wrong = "b" if key == "a" else "a"
    return SINGLE.format(
        number=number, key=key, wrong=wrong, **{**words, **marks, **changed}
    )


def bank_of(folder, *items):
    """Write items to a bank and read it."""
    path = folder / "items" / "01_toy.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(items), encoding="utf-8")
    bank = read_bank(folder, "01_toy")
    assert bank.faults == ()
    return bank


def told(faults):
    """Return entry, field and message of each fault."""
    return [(fault.entry, fault.field, fault.message) for fault in faults]
