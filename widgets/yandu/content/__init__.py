"""Reads `lessons/`: notebooks, prompts, glossary, sources. Pure; knows no Jupyter.

What is read here is plain frozen data. Whatever is wrong with a file is collected as
`yandu.faults.Fault`s, so that a lesson can open without the entries that are broken
and an author sees all of them at once.
"""

from yandu.content.claims import read_claims
from yandu.content.course import Course, Lesson, NoSuchEntryError, read_course
from yandu.content.glossary import Glossary, Source, Term, read_glossary, read_sources
from yandu.content.notebook import Paragraph, Sentence, read_notebook
from yandu.content.outline import Outline, read_outline
from yandu.content.prompts import Prompt, read_prompts

__all__ = [
    "Course",
    "Glossary",
    "Lesson",
    "NoSuchEntryError",
    "Outline",
    "Paragraph",
    "Prompt",
    "Sentence",
    "Source",
    "Term",
    "read_claims",
    "read_course",
    "read_glossary",
    "read_notebook",
    "read_outline",
    "read_prompts",
    "read_sources",
]
