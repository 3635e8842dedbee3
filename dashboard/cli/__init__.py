"""The command line: run, build, import, extract, export, locate, evaluate, synthesize.

Every problem is one sentence on standard error. Heavy packages load late.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from dashboard.cli import build, evaluate, export, extract, import_, locate, run, synthesize
from dashboard.cli.base import say
from dashboard.errors import DashboardError

COMMANDS = (run, build, import_, extract, export, locate, evaluate, synthesize)
"""One file a command; base.py says how to add one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 for done, 1 for a problem that was printed, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    act: Callable[[argparse.Namespace], int] = options.act
    try:
        return act(options)
    except DashboardError as error:
        return say(str(error))
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
