"""What a learner has set: the interface's language, and whether to be asked how sure.

One small JSON file in the learner's data folder. Nothing about it can stop a lesson: a
file that is missing, damaged or somebody else's means the defaults, a disk that cannot
be written means that a setting lasts as long as its kernel.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from yandu.messages import LANGUAGES, speak

SETTINGS_NAME = "settings.json"


@dataclass(frozen=True)
class Settings:
    """A learner's settings.

    Attributes:
        language: Of the interface: ``both`` (Chinese with English beside it), ``zh`` or
            ``en``. Content is always in both.
        asks_confidence: Whether a check asks how sure one is, before its verdict.

    Raises:
        ValueError: A value is none of those allowed.
    """

    language: str = "both"
    asks_confidence: bool = True

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES or not isinstance(self.asks_confidence, bool):
            msg = f"not a setting: {asdict(self)}"
            raise ValueError(msg)

    def changed(self, name: str, value: object) -> "Settings":
        """Return the settings with one changed.

        Raises:
            ValueError: There is no such setting, or it cannot have this value.
        """
        if name not in {field.name for field in fields(self)}:
            msg = f"no setting {name!r}"
            raise ValueError(msg)
        return replace(self, **{name: value})  # type: ignore[arg-type]  # checked above


class KeptSettings:
    """The settings of one learner as they are now; call it to have them.

    It tells `messages` the language, on reading and on every change.

    Args:
        folder: The learner's data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_saved = True
        self._now = Settings()
        self.reread()

    def __call__(self) -> Settings:
        """Return the settings as they are now."""
        return self._now

    def reread(self) -> None:
        """Take over what another kernel has saved, unless something here is unsaved."""
        if self._is_saved:
            self._now = read_settings(self._folder)
        speak(self._now.language)

    def change(self, name: str, value: object) -> bool:
        """Change one setting.

        Returns:
            Whether it is on disk. It holds in this process in any case.

        Raises:
            ValueError: There is no such setting, or it cannot have this value.
        """
        self.reread()
        self._now = self._now.changed(name, value)
        self._is_saved = save_settings(self._folder, self._now)
        speak(self._now.language)
        return self._is_saved


def read_settings(folder: Path) -> Settings:
    """Return the settings in a learner's data folder, as far as they can be read."""
    settings = Settings()
    try:
        data = json.loads((folder / SETTINGS_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return settings
    for name, value in data.items() if isinstance(data, dict) else ():
        with suppress(ValueError):
            settings = settings.changed(name, value)
    return settings


def save_settings(folder: Path, settings: Settings) -> bool:
    """Save settings in a learner's data folder, whole or not at all.

    Returns:
        Whether they are on disk.
    """
    half = folder / f"{SETTINGS_NAME}.{os.getpid()}.tmp"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with half.open("w", encoding="utf-8") as file:
            json.dump(asdict(settings), file)
            file.flush()
            os.fsync(file.fileno())
        half.replace(folder / SETTINGS_NAME)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        return False
    return True


def erase_settings(folder: Path) -> None:
    """Remove the settings of a learner, and what saving may have left half made.

    Raises:
        OSError: They cannot be removed.
    """
    for path in list(folder.glob(f"{SETTINGS_NAME}*")):
        path.unlink(missing_ok=True)
