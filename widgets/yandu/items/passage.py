"""A passage whose words can be marked, as it is written, and what is said of marks.

An author writes the words between slashes and the keys in braces::

    passage = "公安机关/{必须}/坚持/……"

Punctuation and white space part words by themselves; they are shown and cannot be
marked, so a key holds none. Where there are several labels a key names its own:
``{必须|strength}``. Words are numbered from 1, punctuation does not count.

`remarks` has what is said of a word, which is named by its text (then all words of
this text are meant) or by its number::

    remarks = [
      { token = "必须", chosen = { zh, en }, missed = { zh, en } },   # a key
      { token = 3, chosen = { zh, en } },                             # a foreseen slip
      { token = "必须", label = "agent", chosen = { zh, en } },       # a wrong label
    ]
    wrong = { zh, en }      # said of every other word that was marked wrongly

Every key has its remark, with `chosen` and `missed`. A remark without `label` speaks of
a key that was marked rightly, and of any other word under whatever label.

Marks are a table: the number of a word, as text, to a label's id.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from yandu.items.item import Remark, ResponseError, Verdict
from yandu.items.parts import label as labelled
from yandu.messages import Bilingual, shown

Marks = dict[str, str]


@dataclass(frozen=True)
class Token:
    """A piece of a passage: a word, or what stands between words.

    Attributes:
        id: The word's number as text; empty for what cannot be marked.
        text: The word.
        key: Id of the label that belongs to it; empty if none does.
    """

    id: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class Said:
    """What is said of some words.

    Attributes:
        tokens: Numbers of the words.
        label: Id of the label under which it is said; empty as the module says.
        chosen: Said if one of them was marked.
        missed: Said if it is a key and was left out.
    """

    tokens: tuple[str, ...]
    label: str
    chosen: Bilingual
    missed: Bilingual


@dataclass(frozen=True)
class Passage:
    """Words to be marked.

    Attributes:
        tokens: Words and punctuation in order.
        said: What is said of words, one entry for each in the bank.
        wrong: Said of any other word that was marked wrongly.
        labels: Label id to its text.
    """

    tokens: tuple[Token, ...]
    said: tuple[Said, ...]
    wrong: Bilingual
    labels: dict[str, Bilingual]

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens that can be marked."""
        return tuple(token for token in self.tokens if token.id)

    @property
    def keys(self) -> Marks:
        """The marks that are right."""
        return {token.id: token.key for token in self.tokens if token.key}

    def public(self) -> list[dict[str, str]]:
        """Return the pieces; those that can be marked have an id."""
        return [
            {"id": token.id, "text": token.text} if token.id else {"text": token.text}
            for token in self.tokens
        ]

    def parse(self, marks: object) -> Marks:
        """Return marks in the order of the words.

        Raises:
            ResponseError: They name a word or a label that there is not.
        """
        words = self.words
        if not isinstance(marks, dict) or not marks.keys() <= {w.id for w in words}:
            known = "、".join(f"{word.id} {word.text}" for word in words)
            raise ResponseError("item.no_such_token", known=known)
        if not all(
            isinstance(id_, str) and id_ in self.labels for id_ in marks.values()
        ):
            raise ResponseError("item.no_such_label", known="、".join(self.labels))
        return {word.id: marks[word.id] for word in words if word.id in marks}

    def verdicts(self, marks: Marks) -> dict[str, str]:
        """Return the verdict on each mark, by the word's number."""
        keys = self.keys
        return {
            id_: (Verdict.RIGHT if keys.get(id_) == given else Verdict.WRONG).value
            for id_, given in marks.items()
        }

    def remarks(self, marks: Marks) -> Iterator[Remark]:
        """Yield remarks on marks, and on keys left out, which are not named.

        Marks of which the same is said share one remark.
        """
        groups: dict[tuple[str, str, str], list[Token]] = {}
        for word in self.words:
            if word.id in marks:
                verdict, text = self._of_mark(word, marks[word.id])
                group = (verdict.value, text["zh"], marks[word.id])
                groups.setdefault(group, []).append(word)
        for (_, _, given), words in groups.items():
            label = self._label(words, given)
            yield Remark(words[0].id, label, *self._of_mark(words[0], given))
        left_out = {
            said.missed["zh"]: said.missed
            for id_, key in self.keys.items()
            if id_ not in marks and (said := self.said_of(id_, key))
        }
        for text in left_out.values():
            yield Remark("", shown("item.unmarked"), Verdict.MISSED, text)

    def said_of(self, id_: str, given: str) -> Said | None:
        """Return what is said of a word under a label, if the bank has it."""
        key = self.keys.get(id_, "")
        of_word = [said for said in self.said if id_ in said.tokens]
        exact = [said for said in of_word if said.label == given]
        general = [said for said in of_word if not said.label and key in ("", given)]
        return next(iter([*exact, *general]), None)

    def _of_mark(self, word: Token, given: str) -> tuple[Verdict, Bilingual]:
        verdict = Verdict.RIGHT if word.key == given else Verdict.WRONG
        said = self.said_of(word.id, given)
        return verdict, said.chosen if said else self.wrong

    def _label(self, words: list[Token], given: str) -> Bilingual:
        quoted = [shown("item.token", text=word.text) for word in words]
        marked: Bilingual = {
            "zh": "".join(text["zh"] for text in quoted),
            "en": " ".join(text["en"] for text in quoted),
        }
        if len(self.labels) == 1:
            return marked
        return labelled("item.marked", token=marked, label=self.labels[given])
