"""A real Jupyter kernel with one live card, spoken to as the browser side speaks."""

import ast
import json
import os
import time
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.manager import KernelManager

SHOW = """
from yandu import open_lesson
lesson = open_lesson("01")
card = lesson.check({item_id!r})
"""
SHOWN = "__import__('json').dumps({'comm': card.model_id, 'state': card.state})"
START_SECONDS = 60


class JupyterKernel:
    """A kernel that shows one item.

    Attributes:
        confirmed: The responses of which the card has said that they are saved.
        state: The card's state when it was shown.
    """

    def __init__(self, data_folder: Path) -> None:
        self.confirmed: list[Any] = []
        self.state: dict[str, Any] = {}
        self._manager = KernelManager(kernel_name="python3")
        self._manager.start_kernel(env={**os.environ, "YANDU_DATA": str(data_folder)})
        self._client = self._manager.blocking_client()
        self._client.start_channels()
        self._comm = ""

    def show(self, item_id: str) -> "JupyterKernel":
        """Run the cells that show an item."""
        self._client.wait_for_ready(timeout=START_SECONDS)
        reply = self._client.execute(
            SHOW.format(item_id=item_id),
            user_expressions={"shown": SHOWN},
            reply=True,
            timeout=START_SECONDS,
        )
        assert reply["content"]["status"] == "ok", reply["content"]
        text = reply["content"]["user_expressions"]["shown"]["data"]["text/plain"]
        shown = json.loads(ast.literal_eval(text))
        self._comm, self.state = shown["comm"], shown["state"]
        return self

    def check(self, response: object) -> None:
        """Ask the card to check a response, without waiting for what it says."""
        message = {"act": "check", "turn": str(response), "response": response}
        data = {"method": "custom", "content": message}
        content = {"comm_id": self._comm, "data": data}
        self._client.shell_channel.send(self._client.session.msg("comm_msg", content))

    def listen(self, seconds: float) -> None:
        """Take in what the card says, for so long."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                message = self._client.get_iopub_msg(timeout=left)
            except Empty:
                return
            state = message["content"].get("data", {}).get("state", {}).get("state", {})
            is_ours = message["content"].get("comm_id") == self._comm
            if message["msg_type"] == "comm_msg" and is_ours and state.get("is_saved"):
                self.confirmed.append(state["response"])

    def kill(self) -> None:
        """Kill the kernel as ``kill -9`` does; take in what it had still said."""
        self._manager.shutdown_kernel(now=True)
        self.listen(0.3)
        self._client.stop_channels()
