"""Notes every address that this Python asks for and that is not this machine.

Python imports a module of this name by itself when it starts; the browser tests put
this folder on the path of the server, and its kernels inherit it.
"""

import os
import sys

LOG = os.environ.get("YANDU_NETWORK_LOG", "")
HOME = ("127.", "localhost", "::1", "0.0.0.0")
EVENTS = {"socket.connect": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}


def watch(event: str, arguments: tuple) -> None:
    """Note one event of the interpreter, if it leads to another host."""
    if event not in EVENTS or not LOG:
        return
    address = arguments[EVENTS[event]]
    host = address[0] if isinstance(address, tuple) else address
    # A path is a socket of this machine; no host at all is this machine.
    if isinstance(host, str) and host and "/" not in host and not host.startswith(HOME):
        with open(LOG, "a", encoding="utf-8") as log:  # noqa: PTH123 - keep it small
            log.write(f"{event} {host}\n")


sys.addaudithook(watch)
