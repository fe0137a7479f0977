"""What all cards share, sent once a page and not once a card: script, style, labels.

A widget's module comes out of a blob and cannot import its neighbours. So the shared
modules travel in a model of their own, the `Kit`; each card carries only its own module
and the few lines that fetch the kit (``kit.js``).
"""

import re
from functools import cache
from pathlib import Path

import traitlets
from ipywidgets import Widget

from yandu.messages import section

PACKAGE_PATH = Path(__file__).parent
SCRIPTS = (
    "card.js",
    "checks/confidence.js",
    "checks/feedback.js",
    "checks/rows.js",
    "checks/gap.js",
    "checks/marks.js",
    "checks/check.js",
)
STYLES = ("card.css", "checks/check.css")
#: Sections of the catalogue from which cards take labels; all take from the first.
SECTIONS = ("card", "check", "desk", "discussion", "progress")
IMPORT = re.compile(r"^import \{([^}]*)\} from \"\.{1,2}/.*?\";\n", re.MULTILINE)
#: A line of comment stays at home: readers of the file need it, browsers do not.
COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=const (\w+))", re.MULTILINE)


class Kit(Widget):  # type: ignore[misc]  # ipywidgets has no types
    """The shared modules as one script, their style, and the interface strings.

    One serves a whole kernel. A change of `labels` has every card drawn anew.
    """

    script = traitlets.Unicode().tag(sync=True)
    style = traitlets.Unicode().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)

    def speak(self) -> None:
        """Take the strings anew, in the language that is now the reader's."""
        self.labels = {name: section(name) for name in SECTIONS}


_kits: list[Kit] = []


def shared_kit() -> Kit:
    """Return the kernel's kit, made when the first card asks for it."""
    if not _kits or _kits[0].comm is None:
        _kits[:] = [Kit(script=load_script(), style=load_css(*STYLES))]
        _kits[0].speak()
    return _kits[0]


@cache
def load_script() -> str:
    """Return the shared modules as one, which exports what each exports."""
    return "".join(IMPORT.sub("", _read(name)) for name in SCRIPTS)


@cache
def load_esm(*names: str) -> str:
    """Return a card's modules as one that takes the rest from the kit, least first.

    The files are real modules, for a reader and for tests. The last one has the card
    as its default export.
    """
    sources = [_read(name) for name in names]
    joined = "".join(EXPORT.sub("", IMPORT.sub("", source)) for source in sources)
    own = {name for source in sources for name in EXPORT.findall(source)}
    imported = {
        name.strip()
        for source in sources
        for listed in IMPORT.findall(source)
        for name in listed.split(",")
    }
    body = joined.replace("export default ", "return ").rstrip().removesuffix(";")
    taken = ", ".join(sorted(imported - own - {""}))
    stub = _read("kit.js").replace("NAMES", taken, 1)
    return stub.replace("BODY", f"{body}.render({{ ...context, kit }});", 1)


@cache
def load_css(*names: str) -> str:
    """Return style sheets of this package as one."""
    return "".join(map(_read, names))


def _read(name: str) -> str:
    text = (PACKAGE_PATH / name).read_text(encoding="utf-8")
    return COMMENT.sub("", text) if name.endswith(".js") else text
