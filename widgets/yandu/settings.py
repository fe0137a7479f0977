"""What a learner has set: the interface's language, what the page shows and asks.

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
PINYIN = ("off", "terms", "all")
ENGLISH = ("folded", "below", "beside")
#: Settings that the page carries out by itself: no card has to be drawn anew.
VIEW = (
    "shows_terms",
    "shows_formulas",
    "shows_structure",
    "shows_claims",
    "shows_original",
    "pinyin",
    "english",
)
_ALLOWED = {"language": LANGUAGES, "pinyin": PINYIN, "english": ENGLISH}


@dataclass(frozen=True)
class Settings:
    """A learner's settings.

    Attributes:
        language: Of the interface: ``both`` (Chinese with English beside it), ``zh`` or
            ``en``. Content is always in both.
        asks_confidence: Whether a check asks how sure one is, before its verdict.
        shows_terms: Whether terms are marked in the text.
        shows_formulas: Whether set phrases are.
        shows_structure: Whether enumerations and four-character series are parted.
        shows_claims: Whether the kinds of claims stand in the margin.
        shows_original: Whether the learner's copy of the article stands beside it.
        pinyin: Over ``terms``, over ``all`` characters, or ``off``.
        english: ``folded``, ``below`` each paragraph or ``beside`` it.

    Raises:
        ValueError: A value is none of those allowed.
    """

    language: str = "both"
    asks_confidence: bool = True
    shows_terms: bool = True
    shows_formulas: bool = False
    shows_structure: bool = False
    shows_claims: bool = False
    shows_original: bool = False
    pinyin: str = "off"
    english: str = "folded"

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            allowed = _ALLOWED.get(name, (True, False))
            if type(value) is not type(allowed[0]) or value not in allowed:
                msg = f"not a setting: {name} = {value!r}"
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
