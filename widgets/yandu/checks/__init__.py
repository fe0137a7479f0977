"""Self-checks as widgets: one per family of item kinds.

`Check` does what all kinds share; a family adds how its inputs look
(``choice.js``) and what a reader without a kernel sees (`Check.fallback`).
"""

from yandu.checks.assign import AssignCheck
from yandu.checks.categorising import CategorisingCheck
from yandu.checks.check import Check, CheckContext
from yandu.checks.choice import ChoiceCheck
from yandu.checks.cloze import ClozeCheck
from yandu.checks.evidence import EvidenceCheck
from yandu.checks.mark_tokens import MarkTokensCheck
from yandu.checks.open_response import OpenResponseCheck
from yandu.checks.ordering import OrderingCheck
from yandu.checks.own import OwnPunctuationCheck
from yandu.checks.segmentation import SegmentationCheck
from yandu.checks.short_answer import ShortAnswerCheck
from yandu.checks.wording_shift import WordingShiftCheck
from yandu.items import Item
from yandu.items.categorising import Categorising
from yandu.items.choice import Choice
from yandu.items.cloze import Cloze
from yandu.items.cloze_bank import ClozeBank
from yandu.items.evidence import Evidence
from yandu.items.mark_tokens import MarkTokens
from yandu.items.open_response import OpenResponse
from yandu.items.ordering import Ordering
from yandu.items.own_punctuation import OwnPunctuation
from yandu.items.pairing import Matching
from yandu.items.punctuation import Punctuation
from yandu.items.segmentation import Segmentation
from yandu.items.short_answer import ShortAnswer
from yandu.items.wording_shift import WordingShift

__all__ = ["Check", "CheckContext", "check_widget"]

FAMILIES: dict[type[Item], type[Check]] = {
    Choice: ChoiceCheck,
    Cloze: ClozeCheck,
    ShortAnswer: ShortAnswerCheck,
    ClozeBank: AssignCheck,
    Matching: AssignCheck,
    OwnPunctuation: OwnPunctuationCheck,  # before its own base
    Punctuation: AssignCheck,
    Segmentation: SegmentationCheck,
    OpenResponse: OpenResponseCheck,
    Ordering: OrderingCheck,
    Categorising: CategorisingCheck,
    Evidence: EvidenceCheck,
    MarkTokens: MarkTokensCheck,
    WordingShift: WordingShiftCheck,
}


def check_widget(item: Item, context: CheckContext) -> Check:
    """Return the widget for an item, its state restored from the store."""
    for family, widget in FAMILIES.items():
        if isinstance(item, family):
            return widget(item, context)
    msg = f"no widget for items of kind {item.kind!r}"
    raise TypeError(msg)
