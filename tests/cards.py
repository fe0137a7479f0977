"""Talking to a card as its browser side does, without a browser."""


def send(card, act, **data):
    """Send a message and return the state that answers it."""
    card._receive(card, {"act": act, "turn": f"{act}-1", **data}, [])
    assert card.state["turn"] == f"{act}-1"
    return card.state


def synced(card):
    """Everything that the browser holds of a card."""
    return {name: getattr(card, name) for name in ("content", "state", "labels")}
