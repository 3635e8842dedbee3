"""python -m dashboard: the command line."""

import sys

from dashboard.cli import main
from dashboard.cli.base import say

if __name__ == "__main__":  # worker processes import this file too
    if sys.platform == "win32":  # the locks of an atlas are those of POSIX
        sys.exit(say("This program runs on Linux and macOS; on Windows, start it within WSL (wsl --install)."))
    sys.exit(main())
