"""`make bench`: every bench in turn, then all that is aimed at in one table. No figure must be reached.

One that cannot be run says why, and the others go on.
"""

from __future__ import annotations

import argparse
import importlib
import sys

import pytest

from tests.bench.probe import Figure, arguments, judged, measure

BENCHES = ("screen", "embed", "many_events", "extraction", "exports", "series")


def main(names: list[str], *, small: bool) -> int:
    """Run the benches of these names; the answer is how many of them could not be."""
    found: list[Figure] = []
    broken = {}
    for name in names:
        module = importlib.import_module(f"tests.bench.{name}")
        try:
            found.extend(measure(module.figures, module.__doc__, small=small))
        except KeyboardInterrupt:
            broken[name] = "stopped"
            break
        except (Exception, SystemExit, pytest.fail.Exception) as error:  # an hour is not lost for the last of it
            broken[name] = next(iter(str(error).splitlines()), "") or type(error).__name__
            print(f"  {name} could not be measured to its end: {broken[name]}", flush=True)
    print("\nWhat is aimed at, the median measured, and the aim\n")
    print("\n".join(f"  {figure.line()}" for figure in found if figure.met is not None))
    print(judged(found))
    for name, why in broken.items():
        print(f"Not measured to its end: {name} ({why}); again by itself: python -m tests.bench.{name}")
    return len(broken)


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = arguments(__doc__)
    parser.add_argument("benches", nargs="*", default=BENCHES, metavar="NAME", help=f"any of {', '.join(BENCHES)}")
    asked = parser.parse_args()
    if unknown := set(asked.benches) - set(BENCHES):
        parser.error(f"There is no bench {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}.")
    return asked


if __name__ == "__main__":  # the exports start processes that load this file again
    asked = options()
    sys.exit(main(list(asked.benches), small=asked.small))
