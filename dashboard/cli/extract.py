"""extract: what is found in documents, for other programs."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from dashboard.cli.base import Commands, say, stoppable
from dashboard.errors import DashboardError
from dashboard.on_disk import write_file


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("extract", help="print what is found, as JSON lines", description=extract.__doc__)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="a document, or a folder of documents")
    parser.add_argument("--out", type=Path, help="write to this file instead of the screen")
    parser.set_defaults(act=extract)


def extract(options: argparse.Namespace) -> int:
    """Print dates, places, people and events of each document, one JSON object a line, corrections left aside.

    An input that cannot be read is a sentence on standard error; the rest goes on, and the exit code is 1 at the end.
    The file of --out appears, or replaces an older one, when all is found; where nothing can be read, it stays.
    """
    failures: list[str] = []

    def fail(sentence: str) -> None:
        failures.append(sentence)
        say(sentence)

    lines = _lines(options.inputs, fail)
    if options.out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.writelines(lines)
    elif (first := next(lines, None)) or not failures:
        with stoppable():
            write_file(options.out, (line.encode() for line in chain(filter(None, (first,)), lines)))
    return 1 if failures else 0


def _lines(inputs: Sequence[Path], fail: Callable[[str], None]) -> Iterator[str]:
    """The JSON of each document, a line each; `fail` hears a sentence for what cannot be read."""
    from dashboard.documents.readers import read_file, read_folder
    from dashboard.gazetteer import open_gazetteers
    from dashboard.interchange import as_json
    from dashboard.pipeline import annotate

    gazetteers = open_gazetteers()
    for path in inputs:
        try:
            for document in read_folder(path, fail) if path.is_dir() else read_file(path):
                for problem in () if path.is_dir() else document.problems:
                    fail(problem)
                yield f"{_one_line(as_json(annotate(document, gazetteers)))}\n"
        except DashboardError as error:
            fail(str(error))


def _one_line(found: object) -> str:
    """As JSON with its letters as they are, or escaped where one of them is half a sign, which no file can hold."""
    line = json.dumps(found, ensure_ascii=False)
    return json.dumps(found) if any("\ud800" <= sign <= "\udfff" for sign in line) else line
