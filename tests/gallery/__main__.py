"""Store the gallery as it now is: python -m tests.gallery."""

import shutil
import tempfile
from pathlib import Path

from tests.gallery import STORED, rendered

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(rendered(Path(folder)), STORED)
    print(STORED)
