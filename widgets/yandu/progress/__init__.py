"""A learner's progress: what was answered and written, and where reading stopped.

``open_store(path)`` gives the `Store`; the records it keeps are `Attempt`,
`ItemState`, `Note`, `Place`, `Highlight` and `SavedTerm`. `Notice` is what it has to
tell the learner.
"""

from yandu.progress.files import STORE_NAME
from yandu.progress.highlights import HIGHLIGHT_KINDS, Highlight, SavedTerm
from yandu.progress.notices import Notice
from yandu.progress.records import CONFIDENCES, Attempt, ItemState, Note, Place
from yandu.progress.store import Store, open_store

__all__ = [
    "CONFIDENCES",
    "HIGHLIGHT_KINDS",
    "STORE_NAME",
    "Attempt",
    "Highlight",
    "ItemState",
    "Note",
    "Notice",
    "Place",
    "SavedTerm",
    "Store",
    "open_store",
]
