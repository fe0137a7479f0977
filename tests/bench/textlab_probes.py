"""One measurement in one fresh process; run by path, by whatever Python has the tool.

    python textlab_probes.py TOOL WHAT FOLDER

TOOL is ``yandu``, ``conc`` or ``nltk``; WHAT is ``import``, ``kwic`` or ``keyness``, and
for ``yandu`` also ``cut``, ``fast_cut`` and ``actions``. The folder holds the tokens, one sentence a line, one space between two tokens, so that all
three count the same words. Prints one JSON object: milliseconds and megabytes.

Only the standard library is imported here; each tool is imported by its own probe.
"""

import contextlib
import io
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

NODE = "公安"
N_LINES = 25
N_TIMES = 7


def resident(which: str = "VmRSS") -> float:
    """Return the resident memory of this process in MB; ``VmHWM`` is its highest."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(rf"{which}:\s+(\d+) kB", status)[1]) / 1024


def best(act) -> float:
    """Return the milliseconds of the fastest of some runs; the first one is a warm-up."""
    times = []
    for _ in range(N_TIMES):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return 1000 * min(times[1:])


def lines(folder: Path, name: str) -> Iterator[list[str]]:
    """Yield the sentences of one of the files, each as its tokens."""
    with (folder / f"{name}.txt").open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split(" ")


# ---------------------------------------------------------------- ours


def yandu_import(folder: Path) -> dict[str, float]:
    """Import what a first table needs, pandas included."""
    from yandu import textlab

    return {"attribute": len(textlab.Table.__name__)}


def yandu_text(folder: Path, name: str):
    """Make a `Text` of one of the files."""
    from yandu.textlab import Text, TextSentence

    known: dict[str, str] = {}
    sentences = (
        TextSentence(
            f"p1.{n}", "".join(line), tuple(known.setdefault(t, t) for t in line)
        )
        for n, line in enumerate(lines(folder, name))
    )
    return Text(name, {"zh": name, "en": name}, tuple(sentences))


def yandu_kwic(folder: Path) -> dict[str, float]:
    """Search the long text and show a page of lines, sorted by what follows."""
    from yandu import textlab

    text = yandu_text(folder, "long")
    began = time.perf_counter()
    textlab.concordance(text, NODE, 5, by="token", unit="token")
    build = time.perf_counter() - began

    def page(**options):
        found = textlab.concordance(text, NODE, 5, by="token", unit="token", **options)
        return found.page(0, N_LINES)

    found = textlab.concordance(text, NODE, 5, by="token", unit="token", sort="R1")
    return {
        "build": 1000 * build,
        "query": best(page),
        "sorted": best(lambda: page(sort="R1")),
        "page": best(lambda: found.page(found.n // 2, N_LINES)),
        "by_characters": best(lambda: textlab.concordance(text, NODE).page(0, N_LINES)),
        "mb": resident(),
        "n": found.n,
    }


def yandu_keyness(folder: Path) -> dict[str, float]:
    """List the keywords of one lesson against all others."""
    from yandu import textlab

    study, reference = yandu_text(folder, "study"), yandu_text(folder, "reference")
    return {"query": best(lambda: textlab.keyness(study, reference))}


def yandu_cut(folder: Path, is_fast: bool = False) -> dict[str, float]:
    """Cut the long text as the course does, and lay it out for searching."""
    from yandu import textlab
    from yandu.content import read_glossary
    from yandu.paths import lessons_path

    segmenter = textlab.segmenter_of(read_glossary(lessons_path(), []), is_fast=is_fast)
    segmenter.segment("公安")  # the dictionary is loaded
    with_dictionary = resident()
    string = (folder / "long.txt").read_text(encoding="utf-8").replace(" ", "")
    size = len(string.encode()) / 2**20
    before = resident()
    began = time.perf_counter()
    text = textlab.text_of(string)
    made = time.perf_counter()
    text = textlab.cut(text, segmenter, on_progress=lambda share: None)
    done = time.perf_counter()
    cut_memory = resident() - before
    _ = text.index.tokens
    laid_out = time.perf_counter()
    return {
        "text_mb": size,
        "dictionary_mb": with_dictionary,
        "cut_mb": cut_memory,
        "index_mb": resident() - before - cut_memory,
        "whole_mb": resident("VmHWM"),
        "text_ms": 1000 * (made - began),
        "cut_ms": 1000 * (done - made),
        "index_ms": 1000 * (laid_out - done),
    }


def yandu_fast_cut(folder: Path) -> dict[str, float]:
    """Do the same with rjieba."""
    return yandu_cut(folder, is_fast=True)


def yandu_actions(folder: Path) -> dict[str, float]:
    """Do what the lab does, on the course's own texts, each as often as it takes."""
    from yandu import open_lesson, textlab

    lesson = open_lesson("01")
    text, course, article = lesson.text(), lesson.course_text(), textlab.article()
    actions = {
        "lesson.text()": lesson.text,
        "frequency": lambda: textlab.frequency(course),
        "frequency, characters": lambda: textlab.frequency(course, by="character"),
        "ngrams": lambda: textlab.ngrams(course, 3),
        "kwic": lambda: textlab.kwic(course, NODE),
        "kwic, sorted by R1, tokens": lambda: textlab.kwic(
            course, NODE, 5, "R1", by="token", unit="token"
        ),
        "kwic, expression": lambda: textlab.kwic(course, "公安.{2}", by="regex"),
        "kwic, nothing found": lambda: textlab.kwic(course, "公安工作近代化"),
        "count_both": lambda: textlab.count_both(course, [NODE, "政治安全"]),
        "collocates": lambda: textlab.collocates(course, NODE),
        "keyness, article": lambda: textlab.keyness(article, section="1"),
        "keyness, course": lambda: textlab.keyness(course, section="01"),
        "dispersion, article": lambda: textlab.dispersion(article),
        "reuse": lambda: textlab.reuse(text, course, 6),
        "compare_cuts, second time": lambda: textlab.compare_cuts(text),
    }
    found = {}
    for name, act in actions.items():
        try:
            found[name] = best(act)
        except AttributeError as error:  # not built yet
            print(name, error, file=sys.stderr)
    return found


# ---------------------------------------------------------------- Conc


def conc_import(folder: Path) -> dict[str, float]:
    """Import Conc as its documentation does."""
    from conc.conc import Conc
    from conc.corpus import Corpus

    return {"attribute": len(Conc.__name__ + Corpus.__name__)}


def conc_corpus(folder: Path, name: str):
    """Build a corpus of one of the files; spaCy only splits at the spaces."""
    import conc.corpus
    import spacy
    from spacy.tokenizer import Tokenizer

    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.disable_pipes = lambda names: None
    conc.corpus.spacy.load = lambda model: nlp
    source, saved = folder / f"conc-{name}", folder / f"saved-{name}"
    source.mkdir(exist_ok=True)
    all_lines = (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    for number in range(0, len(all_lines), 1000):
        part = "\n".join(all_lines[number : number + 1000])
        (source / f"{number:07}.txt").write_text(part, encoding="utf-8")
    corpus = conc.corpus.Corpus(name, "")
    corpus.build_from_files(str(source), str(saved), model="blank")
    return corpus


def conc_kwic(folder: Path) -> dict[str, float]:
    """Search the long text and show a page of lines; Conc always sorts."""
    from conc.conc import Conc

    began = time.perf_counter()
    corpus = conc_corpus(folder, "long")
    tool = Conc(corpus)
    tool.concordance(NODE, context_length=5, page_size=N_LINES)
    build = time.perf_counter() - began
    query = best(
        lambda: tool.concordance(NODE, context_length=5, page_size=N_LINES).to_frame()
    )
    return {"build": 1000 * build, "sorted": query, "mb": resident()}


def conc_keyness(folder: Path) -> dict[str, float]:
    """List the keywords of one lesson against all others."""
    from conc.conc import Conc

    tool = Conc(conc_corpus(folder, "study"))
    tool.set_reference_corpus(conc_corpus(folder, "reference"))
    return {"query": best(lambda: tool.keywords(page_size=0).to_frame())}


# ---------------------------------------------------------------- nltk


def nltk_import(folder: Path) -> dict[str, float]:
    """Import what a concordance and keyness need."""
    from nltk.metrics import BigramAssocMeasures
    from nltk.text import Text

    return {"attribute": len(Text.__name__ + BigramAssocMeasures.__name__)}


def nltk_kwic(folder: Path) -> dict[str, float]:
    """Search the long text and show a page of lines; nltk does not sort."""
    from nltk.text import ConcordanceIndex

    tokens = [token for line in lines(folder, "long") for token in line]
    began = time.perf_counter()
    index = ConcordanceIndex(tokens)
    index.find_concordance(NODE, width=40)
    build = time.perf_counter() - began
    query = best(
        lambda: [one.line for one in index.find_concordance(NODE, 40)[:N_LINES]]
    )
    return {
        "build": 1000 * build,
        "query": query,
        "mb": resident(),
        "n": len(index.offsets(NODE)),
    }


def nltk_keyness(folder: Path) -> dict[str, float]:
    """List the keywords of one lesson: nltk has G², the table is ours to make."""
    from collections import Counter

    from nltk.metrics import BigramAssocMeasures

    g2 = BigramAssocMeasures.likelihood_ratio
    study = [token for line in lines(folder, "study") for token in line]
    reference = [token for line in lines(folder, "reference") for token in line]

    def table():
        ours, theirs = Counter(study), Counter(reference)
        total = len(study) + len(reference)
        rows = [
            (g2(n, (n + theirs[token], len(study)), total), token, n, theirs[token])
            for token, n in ours.items()
        ]
        return sorted(rows, reverse=True)

    return {"query": best(table)}


def main() -> None:
    """Measure what the command line names."""
    tool, what, folder = sys.argv[1:]
    probe = globals()[f"{tool}_{what}"]
    before = resident()
    began = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        found = probe(Path(folder))
    found["wall"] = 1000 * (time.perf_counter() - began)
    # What a probe has built is gone when it is back: it takes its memory itself.
    found["mb"] = found.get("mb", resident()) - before
    print(json.dumps(found))


if __name__ == "__main__":
    main()
