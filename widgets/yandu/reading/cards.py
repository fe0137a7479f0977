"""What a term's card says: reading, English, meaning, origin, and where it stands."""

from collections.abc import Iterable
from html import escape
from typing import Any

from yandu.content import Course, Lesson, Term
from yandu.messages import both, shown


def term_entry(course: Course, lesson: Lesson, term: Term) -> dict[str, Any]:
    """Return a term as the lesson's list shows it."""
    forms = (term.zh, *term.variants)
    return {
        "id": term.id,
        "zh": term.zh,
        "pinyin": term.pinyin,
        "en": term.en,
        "en_status": shown(f"term.{term.en_status}"),
        "explanation": term.explanation,
        "origin": _steps(term),
        "paragraphs": [
            str(paragraph.number)
            for paragraph in lesson.paragraphs
            if any(form in paragraph.text for form in forms)
        ],
        "sources": [cite(course, source) for source in term.sources],
    }


def term_card(course: Course, lesson: Lesson, term: Term) -> dict[str, Any]:
    """Return a term as its card shows it: also its wordings and related terms."""
    terms = course.glossary.terms
    return {
        **term_entry(course, lesson, term),
        "variants": list(term.variants),
        "related": [
            {"id": one.id, "zh": one.zh, "en": one.en}
            for one in (terms[name] for name in term.related if name in terms)
        ],
    }


def term_list(terms: Iterable[Term]) -> str:
    """Return terms as a folded list in HTML, for a reader without a kernel."""
    listed = tuple(terms)
    summary = both("desk.fallback", n_terms=len(listed))
    entries = "".join(
        f"<dt><strong>{escape(term.zh)}</strong> "
        f'<span lang="zh-Latn-pinyin">{escape(term.pinyin)}</span> '
        f'<span lang="en">{escape(term.en)}</span></dt>'
        f"<dd>{escape(term.explanation['zh'])} "
        f'<span lang="en">{escape(term.explanation["en"])}</span></dd>'
        for term in listed
    )
    return (
        f"<details><summary>{escape(summary['zh'])} "
        f'<span class="yd-en" lang="en">{escape(summary["en"])}</span></summary>'
        f"<dl>{entries}</dl></details>"
    )


def cite(course: Course, source_id: str) -> str:
    """Return a source in one line: its id, publisher, title and date."""
    source = course.sources.get(source_id)
    if source is None:
        return f"[{source_id}]"
    title = source.title["zh"] or source.title["en"]
    parts = (source.publisher["zh"], title, source.date)
    return f"[{source_id}] " + "，".join(part for part in parts if part)


def _steps(term: Term) -> list[dict[str, Any]]:
    """Return the dated steps of a term, oldest first, with their sources."""
    steps = [*term.earlier, *([term.origin] if term.origin else [])]
    dated = [
        {"date": step.date, "text": step.text, "source": step.source}
        for step in sorted(steps, key=lambda step: step.date)
    ]
    if term.origin is None:
        return [*dated, {"date": "", "text": shown("term.unverified"), "source": ""}]
    return dated
