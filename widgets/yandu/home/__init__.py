"""Where a learner stands: progress in a lesson, and the way to the next."""

from yandu.home.progress_card import ProgressCard

__all__ = ["ProgressCard"]
