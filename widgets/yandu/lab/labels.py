"""Labels of the lab's controls, as the reader is to see them."""

from collections.abc import Iterable

from yandu.messages import Bilingual, language, shown

Options = list[tuple[str, str]]


def label(name: str, /, **values: object) -> str:
    """Return a label of the lab: Chinese, English, or one after the other."""
    return joined(shown(f"lab.{name}", **values))


def told(text: Bilingual) -> str:
    """Return a text of the content, such as a title, as the reader is to see it."""
    wanted = language()
    return text["en" if wanted == "en" and text["en"] else "zh"]


def joined(text: Bilingual) -> str:
    """Return both languages of a text in a line."""
    return f"{text['zh']} {text['en']}".strip()


def options(prefix: str, names: Iterable[str]) -> Options:
    """Return the options of a choice: label and name; labels begin with `prefix`."""
    return [(label(f"{prefix}_{name}"), name) for name in names]
