"""The reading desk: a bar above the text that works in place on the text below."""

from yandu.reading.desk import Desk

__all__ = ["Desk"]
