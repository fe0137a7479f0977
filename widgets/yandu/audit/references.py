"""What entries say of each other: every id that is named must exist."""

import re
from collections.abc import Iterable, Iterator

from yandu.content import Course, Lesson
from yandu.faults import ContentError, Fault
from yandu.items import Bank, Item
from yandu.messages import say

CALL = re.compile(r"lesson\.(check|discuss)\(\"([\w-]+)\"\)")
CITATION = re.compile(r"\[(S\d+)\]")
OBJECTIVE = re.compile(r"<!-- (\d\d-o\d) -->")


def glossary_faults(course: Course) -> list[Fault]:
    """Return what terms name that does not exist."""
    faults = []
    terms = course.glossary.terms
    for term in terms.values():
        dated = [*term.earlier, *([term.origin] if term.origin else [])]
        cited = [*term.sources, *(step.source for step in dated)]
        missing = _missing("sources", cited, course.sources)
        missing += _missing("related", term.related, terms)
        faults += [Fault("glossary.toml", term.id, *pair) for pair in missing]
    return faults


def lesson_faults(
    course: Course, lesson: Lesson, bank: Bank, claims: Iterable[str]
) -> list[Fault]:
    """Return what a lesson's files say of each other that is not so."""
    return [
        *_placement(lesson, bank),
        *_prompts(course, lesson),
        *_coverage(lesson, set(claims)),
        *_citations(course, lesson),
        *_tokens(course, lesson),
        *_pinyin(course, lesson),
    ]


def _missing(
    field: str, named: Iterable[str], known: Iterable[str]
) -> list[tuple[str, str]]:
    return [
        (field, say("fault.no_such", value=value))
        for value in dict.fromkeys(named)
        if value not in known
    ]


def _placement(lesson: Lesson, bank: Bank) -> Iterator[Fault]:
    """Every item and prompt is called by the cell of its name, and only such."""
    notebook = f"{lesson.name}.ipynb"
    called = {}
    for cell in lesson.notebook.cells:
        for _, entry in CALL.findall(cell.source) if cell.kind == "code" else ():
            called[entry] = cell.id
            if cell.id not in {entry, f"{entry}-note"}:
                yield Fault(notebook, cell.id, "", say("form.call", entry=entry))
    for file, entries in (
        (f"items/{lesson.name}.toml", [*bank.items, *bank.broken]),
        (f"prompts/{lesson.name}.toml", list(lesson.prompts)),
    ):
        for entry in entries:
            if entry not in called:
                yield Fault(file, entry, "", say("fault.not_placed"))
    known = {*bank.items, *bank.broken, *lesson.prompts}
    unread = any(not fault.entry for fault in (*bank.faults, *lesson.faults))
    for entry, cell_id in called.items():
        # Of a file that could not be read, that one fault is enough.
        if entry not in known and not unread:
            yield Fault(notebook, cell_id, "", say("fault.not_defined"))


def bank_faults(
    course: Course, lesson: Lesson, bank: Bank, claims: Iterable[str]
) -> Iterator[Fault]:
    """Yield what items name that does not exist."""
    file, claims = f"items/{bank.name}.toml", set(claims)
    paragraphs = {paragraph.id for paragraph in lesson.paragraphs}
    objectives = _objectives(lesson)
    covered = {p.id: p.claims for p in lesson.paragraphs}
    for item in bank.items.values():
        missing = _missing("paragraphs", item.paragraphs, paragraphs)
        missing += _missing("claims", item.claims, claims)
        missing += _missing("objective", [item.objective], objectives)
        missing += _missing("[S…]", CITATION.findall(_said(item)), course.sources)
        treated = {claim for name in item.paragraphs for claim in covered.get(name, ())}
        missing += [
            ("claims", say("fault.claim_elsewhere", claim=claim))
            for claim in item.claims
            if claim in claims and claim not in treated
        ]
        for pair in missing:
            yield Fault(file, item.id, *pair)
        if not re.fullmatch(rf"{lesson.id}-q\d\d", item.id):
            wanted = say("fault.bad_id", value=item.id, wanted=f"{lesson.id}-q00")
            yield Fault(file, item.id, "id", wanted)


def _said(item: Item) -> str:
    """Return all that an item says, to search it for citations."""
    return repr(item)


def _objectives(lesson: Lesson) -> set[str]:
    title = lesson.notebook.cell(f"{lesson.id}-title")
    return set(OBJECTIVE.findall(title.source)) if title else set()


def _prompts(course: Course, lesson: Lesson) -> Iterator[Fault]:
    paragraphs = {paragraph.id for paragraph in lesson.paragraphs}
    for prompt in lesson.prompts.values():
        named = [*prompt.paragraphs]
        for reading in prompt.readings:
            named += reading.paragraphs
        missing = _missing("paragraphs", named, paragraphs)
        cited = [*prompt.sources, *CITATION.findall(repr(prompt))]
        missing += _missing("sources", cited, course.sources)
        for pair in missing:
            yield Fault(f"prompts/{lesson.name}.toml", prompt.id, *pair)


def _coverage(lesson: Lesson, claims: set[str]) -> Iterator[Fault]:
    """The text covers the article's claims of its section, and no invented ones."""
    file = f"{lesson.name}.ipynb"
    section = f"{int(lesson.id)}." if lesson.id != "00" else "L."
    covered = {claim: p.id for p in lesson.paragraphs for claim in p.claims}
    for claim in sorted(claims):
        if claim.startswith(section) and claim not in covered:
            yield Fault(file, "", claim, say("fault.claim_not_covered"))
    for claim, paragraph in covered.items():
        if claim not in claims:
            message = say("fault.no_such", value=claim)
            yield Fault(file, paragraph, "yandu.claims", message)


def _citations(course: Course, lesson: Lesson) -> Iterator[Fault]:
    """What the text cites is in the register and in the lesson's own list, and back."""
    file, list_id = f"{lesson.name}.ipynb", f"{lesson.id}-sources"
    cited: dict[str, str] = {}
    listed: set[str] = set()
    for cell in lesson.notebook.cells:
        found = CITATION.findall(cell.source)
        if cell.id == list_id:
            listed.update(found)
        else:
            cited.update(dict.fromkeys(found, cell.id))
    for source, cell_id in cited.items():
        if source not in course.sources:
            yield Fault(file, cell_id, source, say("fault.no_such", value=source))
        if source not in listed:
            yield Fault(file, list_id, source, say("form.source_not_listed"))
    for source in sorted(listed - cited.keys()):
        yield Fault(file, list_id, source, say("form.source_not_cited"))


def _tokens(course: Course, lesson: Lesson) -> Iterator[Fault]:
    """The reviewed cut belongs to the text as it now stands."""
    from yandu.textlab import read_tokens

    file = f"tokens/{lesson.name}.tsv"
    tokens = read_tokens(course.path / file)
    for paragraph in lesson.paragraphs:
        for sentence in paragraph.sentences:
            joined = "".join(tokens.get(sentence.id, ()))
            if joined != "".join(sentence.text.split()):
                yield Fault(file, sentence.id, "", say("fault.tokens_differ"))


def _pinyin(course: Course, lesson: Lesson) -> Iterator[Fault]:
    """The reviewed pinyin belongs to the text as it now stands."""
    from yandu.textlab.pinyin.files import is_pinyin_of, read_pinyin

    file = f"pinyin/{lesson.name}.tsv"
    try:
        pinyin = read_pinyin(course.path / file)
    except ContentError as error:
        yield from error.faults
        return
    for paragraph in lesson.paragraphs:
        for sentence in paragraph.sentences:
            if not is_pinyin_of(pinyin.get(sentence.id), sentence.text):
                yield Fault(file, sentence.id, "", say("fault.pinyin_differs"))
