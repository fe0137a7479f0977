"""What every card of the course shares: the base of all of our widgets.

A card is an anywidget with three promises:

- `repr` is stable and says what the card is, never what a learner did, so that nbval
  can compare stored outputs;
- the stored output carries a text/html `fallback` of content only, for an untrusted,
  printed or exported notebook;
- its JavaScript and CSS are small, because both travel once per instance.
"""

import re
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from yandu.messages import Bilingual, both, section

PACKAGE_PATH = Path(__file__).parent
LOCAL_IMPORT = re.compile(r"^import [^;]*? from \"\.{1,2}/.*?\";\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=const|function|class)", re.MULTILINE)
COMMENT = re.compile(r"^\s*//[^\n]*\n|/\*[\s\S]*?\*/\n?", re.MULTILINE)
# A space before a colon may be a descendant selector, so it stays.
CSS_SPACE = re.compile(r"(?<=[{};:,])\s+|\s+(?=[{}])|;\s*(?=})")
INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)


@cache
def load_esm(*names: str) -> str:
    """Return several ES modules of this package as one, least first.

    A widget's module is loaded from a blob and cannot import its neighbours, so the
    files, which are real modules for a reader and for tests, are joined here. Comments
    and indentation stay at home: every instance carries its own copy.
    """
    sources = [(PACKAGE_PATH / name).read_text(encoding="utf-8") for name in names]
    *shared, last = [LOCAL_IMPORT.sub("", source) for source in sources]
    joined = "".join([*(EXPORT.sub("", source) for source in shared), last])
    return INDENT.sub("", COMMENT.sub("", joined))


@cache
def load_css(*names: str) -> str:
    """Return several style sheets of this package as one, as short as they can be."""
    sources = [(PACKAGE_PATH / name).read_text(encoding="utf-8") for name in names]
    return CSS_SPACE.sub("", COMMENT.sub("", "".join(sources)))


def html_pair(texts: Bilingual, tag: str = "p") -> str:
    """Return a bilingual text as HTML: Chinese, and English as a second element."""
    zh = f"<{tag}>{escape(texts['zh'])}</{tag}>"
    if not texts["en"]:
        return zh
    return f'{zh}<{tag} class="yd-en" lang="en">{escape(texts["en"])}</{tag}>'


class Card(anywidget.AnyWidget):
    """Base of the course's widgets.

    The browser sends messages ``{"act": name, "turn": n, …}``; each is answered by a
    new `state` that carries the same ``turn``, so that a card can tell when no kernel
    answers. Subclasses define ``act_<name>(message) -> dict`` methods, which return
    the new state, and `fallback`.

    Attributes:
        content: What is shown and never changes; holds nothing secret.
        state: What the learner's acts have led to.
        labels: Interface strings.
    """

    content = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)
    label_section = "card"

    def __init__(self, card_id: str, content: dict[str, Any]) -> None:
        self.card_id = card_id
        labels = {**section("card"), **section(self.label_section)}
        super().__init__(content=content, labels=labels)
        self.on_msg(self._receive)

    def acted(self, act: str) -> None:
        """Do what can wait until an act has been answered; by default nothing."""

    def refresh(self) -> None:
        """Show the store as it is now, on showing the card again; or do nothing."""

    def fallback(self) -> str:
        """Return the card as HTML of content only, for readers without a kernel.

        By default only what every card says there: that the lesson has to be run.
        """
        return html_pair(both("card.not_live"))

    def _receive(self, _: object, message: dict[str, Any], buffers: object) -> None:
        handlers: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            name.removeprefix("act_"): getattr(self, name)
            for name in dir(type(self))
            if name.startswith("act_")
        }
        handler = handlers.get(str(message.get("act")))
        if handler is not None:
            self.state = {**handler(message), "turn": message.get("turn")}
            self.acted(str(message["act"]))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.card_id!r})"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401
        bundle = super()._repr_mimebundle_(**kwargs)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle or {}, {})
        data["text/plain"] = repr(self)
        data["text/html"] = f'<div class="yd-card" lang="zh-CN">{self.fallback()}</div>'
        return data, metadata
