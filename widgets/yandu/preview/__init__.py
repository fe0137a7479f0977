"""`yandu preview BANK`: a scratch notebook on which every item of a bank is live.

The bank may be one of the course's, a TOML file, or a Markdown file whose blocks of
TOML hold items, such as ``lessons/items/README.md``. A scratch lessons folder is made
of it, in the form of a lesson, so that cards, links and the desk work as they will;
``YANDU_LESSONS`` and ``YANDU_DATA`` lead the kernels there, and nothing of the author's
own progress is touched.
"""

from yandu.preview.draft import Draft, read_draft
from yandu.preview.run import preview, write_preview

__all__ = ["Draft", "preview", "read_draft", "write_preview"]
