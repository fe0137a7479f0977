"""The five items in plain ipywidgets, as an author without a tool writes them.

The bench copies this file beside its notebooks.
"""

import json
from pathlib import Path
from typing import Any

import ipywidgets as widgets

Entry = dict[str, Any]


def choose_one(entry: Entry) -> tuple[widgets.Widget, Any]:
    box = widgets.RadioButtons(
        options=list(entry["options"]), value=None, layout={"width": "max-content"}
    )
    return box, lambda: [box.value] if box.value else []


def choose_several(entry: Entry) -> tuple[widgets.Widget, Any]:
    boxes = [
        widgets.Checkbox(description=text, indent=False, layout={"width": "auto"})
        for text in entry["options"]
    ]
    given = lambda: [box.description for box in boxes if box.value]  # noqa: E731
    return widgets.VBox(boxes), given


def type_number(entry: Entry) -> tuple[widgets.Widget, Any]:
    box = widgets.IntText()
    return box, lambda: [str(box.value)]


def type_text(entry: Entry) -> tuple[widgets.Widget, Any]:
    box = widgets.Text()
    return box, lambda: [box.value.strip()]


MAKERS = {
    "single": choose_one,
    "multiple": choose_several,
    "number": type_number,
    "text": type_text,
}


def question(entry: Entry) -> widgets.Widget:
    """Return an item with a button and room for the verdict."""
    box, given = MAKERS[entry["kind"]](entry)
    button = widgets.Button(description="核对")
    verdict = widgets.HTML()

    def check(_: widgets.Button) -> None:
        response = given()
        said = "正确。" if set(response) == set(entry["keys"]) else "不正确。"
        remarks = [entry["options"].get(part, "") for part in response]
        verdict.value = "<br>".join([said, *remarks])

    button.on_click(check)
    stem = widgets.HTML(f"<b>{entry['stem']}</b>")
    whole = widgets.VBox([stem, box, button, verdict])
    whole.add_class("plain-question")
    return whole


def quiz(path: str) -> widgets.Widget:
    """Return all items of a JSON file."""
    entries = json.loads(Path(path).read_text(encoding="utf-8"))
    return widgets.VBox([question(entry) for entry in entries])
