"""Yandu (研读): a close-reading course for JupyterLab.

A lesson needs one name: ``from yandu import open_lesson``. The text lab is
``from yandu import textlab``. Both load on first use, so that the command line and
the tests of the pure layers do not pay for widgets.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["__version__", "open_lesson"]

if TYPE_CHECKING:
    from yandu.lesson import open_lesson


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes have any type
    if name == "open_lesson":
        from yandu.lesson import open_lesson

        return open_lesson
    msg = f"module 'yandu' has no attribute {name!r}"
    raise AttributeError(msg)
