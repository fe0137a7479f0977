"""Reading a passage whose words can be marked from a bank; its form: see `passage`."""

import re
from typing import Any

from yandu.content.tables import EMPTY, Table
from yandu.items.parts import check_repeated
from yandu.items.passage import Passage, Said, Token
from yandu.messages import Bilingual

#: A key with or without its label, a run of anything else, or a cut.
WRITTEN = re.compile(r"\{([^{}/|]+)(?:\|([^{}/|]+))?\}|([^{}/]+)|/")
RUN = re.compile(r"\w+|\W+")


def read_passage(
    table: Table, labels: dict[str, Bilingual], *, keys_required: bool = True
) -> Passage:
    """Take `passage`, `remarks` and `wrong`, noting faults.

    Args:
        table: The table that has these fields.
        labels: Label id to its text, at least one.
        keys_required: Whether a passage without a key is a fault.
    """
    tokens = _read_tokens(table, labels)
    n_keys, n_words = sum(bool(t.key) for t in tokens), sum(bool(t.id) for t in tokens)
    if tokens and keys_required and not n_keys:
        table.fault("passage", "no_marks")
    if tokens and n_keys == n_words:
        table.fault("passage", "all_marks")
    said = tuple(
        _read_said(inner, tokens, labels)
        for inner in table.tables("remarks", required=n_keys > 0)
    )
    passage = Passage(tokens, said, table.bilingual("wrong", en=False), labels)
    _check_said(table, passage)
    return passage


def _read_tokens(table: Table, labels: dict[str, Bilingual]) -> tuple[Token, ...]:
    written = table.text("passage")
    found = list(WRITTEN.finditer(written))
    if sum(len(match.group()) for match in found) != len(written):
        table.fault("passage", "passage_form")
        return ()
    pieces: list[tuple[str, str]] = []
    for match in found:
        key, label, plain = match.groups()
        if key:
            pieces.append((key, _key_label(table, key, label, labels)))
        pieces += [(run, "") for run in RUN.findall(plain or "")]
    tokens, n_words = [], 0
    for text, key in pieces:
        is_word = text[0].isalnum()
        n_words += is_word
        tokens.append(Token(str(n_words) if is_word else "", text, key))
    return tuple(tokens)


def _key_label(
    table: Table, key: str, label: str | None, labels: dict[str, Bilingual]
) -> str:
    if RUN.findall(key) != [key] or not key[0].isalnum():
        table.fault("passage", "key_punctuation", value=key)
    if label is None and len(labels) > 1:
        table.fault("passage", "no_label", value=key, allowed=", ".join(labels))
    if label is not None and label.strip() not in labels:
        table.fault("passage", "no_such", value=label.strip())
    return label.strip() if label else next(iter(labels), "")


def _read_said(
    table: Table, tokens: tuple[Token, ...], labels: dict[str, Bilingual]
) -> Said:
    named: Any = table.raw("token")
    of_name = [token for token in tokens if token.id and _is_named(token, named)]
    if not of_name and tokens:
        table.fault("token", "no_such", value=named)
    label = table.choice("label", tuple(labels), required=False)
    keys = {token.key for token in of_name}
    if not label and len(keys) > 1:
        table.fault("token", "mixed_tokens", value=named)
    is_key = any(key and label in ("", key) for key in keys)
    chosen = table.bilingual("chosen", en=False)
    missed = table.bilingual("missed", required=is_key, en=False)
    if missed is not EMPTY and not is_key:
        table.fault("missed", "missed_no_key")
    table.finish()
    return Said(tuple(token.id for token in of_name), label, chosen, missed)


def _is_named(token: Token, named: object) -> bool:
    if isinstance(named, int) and not isinstance(named, bool):
        return token.id == str(named)
    return token.text == named


def _check_said(table: Table, passage: Passage) -> None:
    """Every key has its remark, and no word two for the same label."""
    pairs = [(id_, said.label) for said in passage.said for id_ in said.tokens]
    check_repeated(table, "remarks", pairs)
    for word in passage.words:
        if word.key and passage.said and not passage.said_of(word.id, word.key):
            table.fault("remarks", "no_remark", value=word.text)
