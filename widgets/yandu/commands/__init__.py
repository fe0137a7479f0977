"""The commands of ``yandu``, a module for each group; each has ``add(commands)``."""

from yandu.commands import authoring, data, export, opening, original

#: In the order in which the help lists them.
GROUPS = (opening, data, export, original, authoring)

__all__ = ["GROUPS"]
