"""Making a card, and talking to it as its browser side does, without a browser."""

import json

from yandu.checks import CheckContext, check_widget


def card_of(item, store, places, on_attempt=lambda: None, **more):
    """Return the card of an item in lesson 01; `more` is the context's."""
    return check_widget(item, CheckContext("01", places, store, on_attempt, **more))


def send(card, act, **data):
    """Send a message and return the state that answers it."""
    card._receive(card, {"act": act, "turn": f"{act}-1", **data}, [])
    assert card.state["turn"] == f"{act}-1"
    return card.state


def synced(card):
    """Everything that the browser holds of a card."""
    return {name: getattr(card, name) for name in ("content", "state", "labels")}


def given_away(value, secrets):
    """Return the secrets that stand in a value as the browser gets it."""
    text = json.dumps(value, ensure_ascii=False)
    return [secret for secret in secrets if secret in text]
