"""The text lab's panel in a lesson; nothing of `yandu.textlab` loads until it opens."""

from yandu.lab.panel import LabPanel

__all__ = ["LabPanel"]
