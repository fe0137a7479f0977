"""What every card of the course shares: the base of all of our widgets.

A card is an anywidget with three promises:

- `repr` is stable and says what the card is, never what a learner did, so that nbval
  can compare stored outputs;
- the stored output carries a text/html `fallback` of content only, for an untrusted,
  printed or exported notebook;
- its JavaScript and CSS are small, because both travel once per instance; what all
  cards share travels once, in the kit.
"""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

import anywidget
import traitlets
from ipywidgets import widget_serialization

from yandu.kit import Kit, load_css, load_esm, shared_kit
from yandu.messages import Bilingual, both

__all__ = ["Card", "html_list", "html_pair", "load_css", "load_esm"]


def html_pair(texts: Bilingual, tag: str = "p") -> str:
    """Return a bilingual text as HTML: Chinese, and English as a second element."""
    zh = f"<{tag}>{escape(texts['zh'])}</{tag}>"
    if not texts["en"]:
        return zh
    return f'{zh}<{tag} class="yd-en" lang="en">{escape(texts["en"])}</{tag}>'


def html_list(texts: Iterable[str], tag: str = "ul", kind: str = "") -> str:
    """Return texts as an HTML list; `kind` says how an ``ol`` is numbered."""
    lines = "".join(f"<li>{escape(text)}</li>" for text in texts)
    start = f'{tag} type="{kind}"' if kind else tag
    return f"<{start}>{lines}</{tag}>"


class Card(anywidget.AnyWidget):
    """Base of the course's widgets.

    The browser sends messages ``{"act": name, "turn": n, …}``; each is answered by a
    new `state` that carries the same ``turn``, so that a card can tell when no kernel
    answers. Subclasses define ``act_<name>(message) -> dict`` methods, which return
    the new state, and `fallback`.

    Attributes:
        content: What is shown and never changes; holds nothing secret.
        state: What the learner's acts have led to.
        label_section: Where in the catalogue the card's interface strings stand.
        own_labels: Those that are not the section's; most cards have none.
        kit: The shared script, style and strings.
    """

    content = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    label_section = traitlets.Unicode("card").tag(sync=True)
    own_labels = traitlets.Dict().tag(sync=True)
    kit = traitlets.Instance(Kit).tag(sync=True, **widget_serialization)

    def __init__(self, card_id: str, content: dict[str, Any]) -> None:
        self.card_id = card_id
        super().__init__(
            content=content, own_labels=self.make_labels(), kit=shared_kit()
        )
        self.on_msg(self._receive)

    def acted(self, act: str) -> None:
        """Do what can wait until an act has been answered; by default nothing."""

    def refresh(self) -> None:
        """Show the store as it is now, on showing the card again; or do nothing."""

    def speak(self) -> None:
        """Take what is the card's own anew, in the language that is now the reader's.

        The kit, which has the rest, speaks last: then every card is drawn anew.
        """
        self.refresh()
        self.own_labels = self.make_labels()

    def make_labels(self) -> dict[str, Bilingual]:
        """Return the strings in which the card differs from its section."""
        return {}

    def fallback(self) -> str:
        """Return the card as HTML of content only, for readers without a kernel.

        By default only what every card says there: that the lesson has to be run.
        """
        return html_pair(both("card.not_live"))

    @property
    def labels(self) -> dict[str, Bilingual]:
        """The interface strings as the browser puts them together."""
        shared = self.kit.labels
        return {**shared["card"], **shared[self.label_section], **self.own_labels}

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
