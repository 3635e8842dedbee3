"""Tended: runs a command and waits for all that it began, so that their time of processors counts as its own.

python -m tests.bench.tended COMMAND …

A process that outlives its parent, such as the one that workers are forked from, is nobody's else: whoever waited for
the command alone would be told of a fraction of what it cost.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from contextlib import suppress

_PR_SET_CHILD_SUBREAPER = 36


def main(command: list[str]) -> int:
    """Run it; returns its exit code."""
    if sys.platform == "linux":  # elsewhere what outlives its parent stays uncounted
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    code = subprocess.run(command, check=False).returncode
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
