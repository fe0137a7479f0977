"""The text lab: measure a text, and know what was measured.

Two layers lie over a text. *Tokens* are words, cut by jieba and reviewed by hand.
*Formula spans* (提法) are matched by characters; they may cross punctuation and nest.
A concordance searches characters, so that it finds every occurrence, also inside
longer words.

Everything here is plain data and plain functions. Neither pandas nor jieba is loaded
by importing this package: pandas comes with the first result table, jieba's dictionary
with the first text that is cut.

    from yandu import textlab

    textlab.frequency(textlab.article(), section="1").head(15)
    textlab.kwic(lesson.text(), "政治安全")
"""

from typing import TYPE_CHECKING, Any

from yandu.textlab.article import article
from yandu.textlab.charts.chart import Chart, bars, strips
from yandu.textlab.counts.collocates import collocates
from yandu.textlab.counts.dispersion import dispersion, strip
from yandu.textlab.counts.frequency import frequency, token_counts
from yandu.textlab.counts.keyness import keyness
from yandu.textlab.counts.ngrams import ngrams
from yandu.textlab.counts.reuse import reuse
from yandu.textlab.errors import (
    BadCorrectionError,
    CancelledCutError,
    CountsOnlyError,
    EmptyNodeError,
    EmptyTextError,
    LongComparisonError,
    LongNodeError,
    LongTextError,
    NoChineseError,
    NoCorrectionError,
    NoTextFileError,
    PatternError,
    SlowPatternError,
    TextLabError,
    UncutTextError,
    UnknownChoiceError,
    UnknownSectionError,
    UnreadableTextError,
)
from yandu.textlab.formulas.spans import Span, cover, formula_spans, formulas_of
from yandu.textlab.formulas.suggest import suggest_formulas
from yandu.textlab.formulas.tracker import track
from yandu.textlab.results.export import write_csv
from yandu.textlab.search.both_counts import count_both
from yandu.textlab.search.concordance import Concordance, concordance, kwic
from yandu.textlab.segmentation.corrections import correct, corrections, forget
from yandu.textlab.segmentation.dictionary import read_dictionary
from yandu.textlab.segmentation.modes import (
    Difference,
    compare_cuts,
    differences,
    words_of,
)
from yandu.textlab.segmentation.segment import (
    Segmenter,
    corrected,
    course_segmenter,
    cut,
    cut_text,
    segmenter_of,
)
from yandu.textlab.statistics.association import (
    chi_squared_p,
    expected_counts,
    fisher_exact,
    g2_four_cell,
    g2_two_cell,
    log_dice,
    log_ratio,
    percent_diff,
    pmi,
    t_score,
)
from yandu.textlab.statistics.correction import benjamini_hochberg
from yandu.textlab.statistics.spread import gries_dp, juilland_d, normalised_dp
from yandu.textlab.texts.own_text import read_text, text_of
from yandu.textlab.texts.text import (
    Count,
    Counts,
    Text,
    TextSentence,
    read_tokens,
    write_tokens,
)

if TYPE_CHECKING:
    from yandu.textlab.results.table import Table

__all__ = [
    "BadCorrectionError",
    "CancelledCutError",
    "Chart",
    "Concordance",
    "Count",
    "Counts",
    "CountsOnlyError",
    "Difference",
    "EmptyNodeError",
    "EmptyTextError",
    "LongComparisonError",
    "LongNodeError",
    "LongTextError",
    "NoChineseError",
    "NoCorrectionError",
    "NoTextFileError",
    "PatternError",
    "Segmenter",
    "SlowPatternError",
    "Span",
    "Table",
    "Text",
    "TextLabError",
    "TextSentence",
    "UncutTextError",
    "UnknownChoiceError",
    "UnknownSectionError",
    "UnreadableTextError",
    "article",
    "bars",
    "benjamini_hochberg",
    "chi_squared_p",
    "collocates",
    "compare_cuts",
    "concordance",
    "correct",
    "corrected",
    "corrections",
    "count_both",
    "course_segmenter",
    "cover",
    "cut",
    "cut_text",
    "differences",
    "dispersion",
    "expected_counts",
    "fisher_exact",
    "forget",
    "formula_spans",
    "formulas_of",
    "frequency",
    "g2_four_cell",
    "g2_two_cell",
    "gries_dp",
    "juilland_d",
    "keyness",
    "kwic",
    "log_dice",
    "log_ratio",
    "ngrams",
    "normalised_dp",
    "percent_diff",
    "pmi",
    "read_dictionary",
    "read_text",
    "read_tokens",
    "reuse",
    "segmenter_of",
    "strip",
    "strips",
    "suggest_formulas",
    "t_score",
    "text_of",
    "token_counts",
    "track",
    "words_of",
    "write_csv",
    "write_tokens",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes have any type
    # The class of the results is a pandas class: it loads with the first result.
    if name == "Table":
        from yandu.textlab.results.table import Table

        return Table
    msg = f"module 'yandu.textlab' has no attribute {name!r}"
    raise AttributeError(msg)
