"""Pinyin of the course's texts."""
