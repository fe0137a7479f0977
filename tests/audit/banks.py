"""Sound single choices for the lints, and what a test changes in them."""

from tests.banks import entry

OWN = """
options = [
  {{ id = "a", {a} text = {{ zh = "{text_a}" }}, chosen = {{ zh = "{said}" }} }},
  {{ id = "b", {b} text = {{ zh = "{text_b}" }}, chosen = {{ zh = "再看（段 2）。" }} }},
]
hints = [{hints}]
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
        "text_a": "一个说法",
        "text_b": "另一说法",
        "said": "依据在（段 2）。",
        "hints": '{ zh = "看第 2 段。" }, { zh = "比较。" }',
        "stem": STEMS[number - 1],
        "why": "第 2 段说了。",
    } | changed
    stem, why = words.pop("stem"), words.pop("why")
    (right, wrong), mark = ("ab" if key == "a" else "ba"), "key = true,"
    own = OWN.format(key=right, wrong=wrong, **{right: mark, wrong: ""}, **words)
    return entry(
        f"01-q{number:02}",
        "single_choice",
        own,
        paragraph="01-p02",
        claim="1.02",
        stem=stem,
        why=why,
    )


def told(faults):
    """Return entry, field and message of each fault."""
    return [(fault.entry, fault.field, fault.message) for fault in faults]
