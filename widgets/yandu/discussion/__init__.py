"""Discussion prompts: write first, cite, then see how others have read."""

from yandu.discussion.discussion import Discussion

__all__ = ["Discussion"]
