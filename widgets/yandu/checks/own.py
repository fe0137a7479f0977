"""The card of an item on the learner's own copy of the article."""

from yandu.card import html_pair
from yandu.checks.assign import AssignCheck
from yandu.messages import Bilingual, both, shown


class OwnPunctuationCheck(AssignCheck):
    """Punctuation of one's own copy: no number, and no passage in a saved notebook."""

    def make_labels(self) -> dict[str, Bilingual]:
        """Return the card's title, which is not one of the numbered items."""
        return {"title": shown("check.own_title")}

    def fallback(self) -> str:
        """Return what the card is; the copy's text stays out of the notebook file."""
        return html_pair(both("check.own_title")) + html_pair(both("card.not_live"))
