"""A notebook with every kind of item: the examples of the authors' page, live.

`python -m tests.gallery` makes ``01_gallery.ipynb`` anew, after the page, the lesson's
text or a card's fallback has changed. Browser tests and the bench `build` a lessons
folder and open its notebook with ``YANDU_LESSONS`` set to that folder.
"""

from pathlib import Path

from tests.conftest import LESSONS
from yandu.content import read_course
from yandu.preview import read_draft, write_preview
from yandu.render import render_notebook

README = LESSONS / "items" / "README.md"
STORED = Path(__file__).with_name("01_gallery.ipynb")


def build(folder: Path) -> Path:
    """Make the gallery's lessons folder; return its notebook, not yet rendered."""
    draft = read_draft(str(README), LESSONS)
    return write_preview(draft, read_course(LESSONS), folder, "gallery")


def rendered(folder: Path) -> Path:
    """Make the gallery's lessons folder; return its notebook with its outputs."""
    return render_notebook(build(folder))
