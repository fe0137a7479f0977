"""``python -m yandu`` is the ``yandu`` command."""

import sys

from yandu.cli import main

sys.exit(main())
