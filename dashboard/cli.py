"""The command line: run, build, import, extract, export, locate, evaluate.

Every problem is one sentence on standard error. Heavy packages load late.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TextIO

from dashboard import config
from dashboard.errors import AtlasError, DashboardError, PortTaken

PORT = 8501
FILTER_KEYS = ("topic", "country", "person", "kind", "document", "certainty", "status", "q", "from", "to")
"""The filters as the address names them (queries.FACETS, and search and dates); a test holds the two together."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 for done, 1 for a problem that was printed, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in COMMANDS:
        add(commands)
    options = parser.parse_args(arguments)
    act: Callable[[argparse.Namespace], int] = options.act
    try:
        return act(options)
    except DashboardError as error:
        return _say(str(error))
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


Commands = argparse._SubParsersAction  # argparse has no public name for it


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _add_run(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("run", help="open the dashboard in the browser", description=run.__doc__)
    parser.add_argument("--port", type=int, default=PORT, help=f"port on this machine (default {PORT})")
    parser.add_argument("--atlas", type=Path, help="folder of an atlas (default: made from data/documents)")
    parser.add_argument("--headless", action="store_true", help="do not open a browser window")
    parser.set_defaults(act=run)


def run(options: argparse.Namespace) -> NoReturn:
    """Bring the default atlas up to date, or open the one named, and serve the dashboard."""
    from dashboard.static_files import prepare

    _take(options.port)
    prepare()
    atlas = _ready_atlas(options.atlas)
    print(f"The dashboard opens on http://localhost:{options.port} (Ctrl+C stops it).", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", *_streamlit(options)]
    os.execve(sys.executable, command, os.environ | {"DASHBOARD_ATLAS": str(atlas)})


def _ready_atlas(chosen: Path | None) -> Path:
    """The atlas to open: the one named, which must be there, else the default one, made where something changed."""
    from dashboard.pipeline import build_atlas
    from dashboard.store.folder import current_build

    atlas = (chosen or config.ATLAS).resolve()
    if chosen is None:
        print("Making the atlas of data/documents if something changed …", flush=True)
        build_atlas(atlas)
    elif current_build(atlas) is None:
        raise AtlasError(f"There is no atlas in {atlas}; make one with: python -m dashboard build --atlas {atlas}")
    return atlas


def _streamlit(options: argparse.Namespace) -> list[str]:
    return [
        str(config.ROOT / "dashboard" / "app.py"),
        f"--server.port={options.port}",
        f"--server.headless={str(options.headless).lower()}",
        "--server.showEmailPrompt=false",
    ]


def _take(port: int) -> None:
    """Raise PortTaken where somebody listens on the port of this machine, or it is none."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except (OSError, OverflowError) as error:
            another = PORT if port != PORT else PORT + 1
            raise PortTaken(f"Port {port} is taken. Choose another one: make run PORT={another}") from error


def _add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("build", help="make an atlas of a folder of documents", description=build.__doc__)
    parser.add_argument("--documents", type=Path, help="folder of documents (default data/documents)")
    parser.add_argument("--atlas", type=Path, default=config.ATLAS, help="folder of the atlas (default build/atlas)")
    parser.add_argument("--anew", action="store_true", help="also when nothing changed, or the atlas is damaged")
    parser.set_defaults(act=build)


def build(options: argparse.Namespace) -> int:
    """Make the atlas unless documents, corrections, vocabularies, gazetteers and code are those it was made from."""
    from dashboard.pipeline import DOCUMENTS, build_atlas
    from dashboard.store.atlas import Atlas

    documents = (options.documents or DOCUMENTS).resolve()
    if not documents.is_dir():
        return _say(f"{documents} is no folder; give a folder that holds the documents, and documents.csv if you can.")
    worked = build_atlas(options.atlas, documents, anew=options.anew)
    atlas = Atlas(options.atlas)
    ((events, read),) = atlas.rows("SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM documents)")
    for (sentence,) in atlas.rows("SELECT sentence FROM problems"):
        _say(sentence)
    atlas.close()
    noun = "document" if read == 1 else "documents"
    print(f"{'Made' if worked else 'Nothing changed:'} {options.atlas}: {events} events in {read} {noun}.")
    return 0


def _add_import(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("import", help="add documents to an atlas of your own", description=import_.__doc__)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="PATH", help="a document, or a folder of documents")
    parser.add_argument("--atlas", type=Path, required=True, help="folder of your atlas; made where there is none")
    parser.set_defaults(act=import_)


def import_(options: argparse.Namespace) -> int:
    """Copy documents and their rows of documents.csv into ATLAS/documents and bring that atlas up to date."""
    from dashboard.documents.collection import add_documents

    if options.atlas.resolve() == config.ATLAS.resolve():
        return _say("The default atlas is made from data/documents; give a folder of your own: --atlas my-atlas")
    failures: list[str] = []
    add_documents(options.inputs, options.atlas / "documents", failures.append)
    for sentence in failures:
        _say(sentence)
    done = build(argparse.Namespace(documents=options.atlas / "documents", atlas=options.atlas, anew=False))
    return 1 if failures else done


def _add_extract(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("extract", help="print what is found, as JSON lines", description=extract.__doc__)
    parser.add_argument("inputs", nargs="+", type=Path, metavar="INPUT", help="a document, or a folder of documents")
    parser.add_argument("--out", type=Path, help="write to this file instead of the screen")
    parser.set_defaults(act=extract)


def extract(options: argparse.Namespace) -> int:
    """Print dates, places, people and events of each document, one JSON object a line, corrections left aside.

    An input that cannot be read is a sentence on standard error; the rest goes on, and the exit code is 1 at the end.
    """
    if options.out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        return _extract_to(sys.stdout, options.inputs)
    try:
        with options.out.open("w", encoding="utf-8") as out:
            return _extract_to(out, options.inputs)
    except OSError as error:
        return _say(f"{options.out} cannot be written ({error.strerror}); give another --out.")


def _extract_to(out: TextIO, inputs: Sequence[Path]) -> int:
    from dashboard.documents.readers import read_file, read_folder
    from dashboard.gazetteer import Gazetteers
    from dashboard.interchange import as_json
    from dashboard.pipeline import annotate

    gazetteers = Gazetteers()
    gazetteers.build()
    failures: list[str] = []

    def fail(sentence: str) -> None:
        failures.append(sentence)
        _say(sentence)

    for path in inputs:
        try:
            for document in read_folder(path, fail) if path.is_dir() else read_file(path):
                json.dump(as_json(annotate(document, gazetteers)), out, ensure_ascii=False)
                out.write("\n")
        except DashboardError as error:
            fail(str(error))
    return 1 if failures else 0


def _add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "export", help="write events, documents or pictures to a file", description=export.__doc__
    )
    parser.add_argument("--view", default="events", help="events (default), documents, timeline, map, story")
    parser.add_argument("--format", required=True, help="csv, geojson, …; an unknown one lists all there are")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--atlas", type=Path, help="folder of an atlas (default: made from data/documents)")
    narrowing = parser.add_argument_group("filters, named as in the address; each may be given several times")
    for key in FILTER_KEYS:
        narrowing.add_argument(f"--{key}", action="append", default=[], dest=f"filter {key}", metavar=key.upper())
    looks = parser.add_argument_group("how pictures and decks look")
    looks.add_argument("--size", default="slide", help="slide (default), slide-4x3, page, square")
    looks.add_argument("--theme", default="light", help="light (default), dark, transparent")
    looks.add_argument("--scale", type=int, default=2, help="sharpness of a PNG: 1, 2 (default) or 4")
    looks.add_argument("--title", default="", help="a title of your own")
    looks.add_argument(
        "--template", type=Path, metavar="FILE.pptx", help="a PowerPoint file for the deck to take after"
    )
    parser.set_defaults(act=export)


def export(options: argparse.Namespace) -> int:
    """Write what the filters show in the form another program takes, with its sources and what was left out."""
    from dashboard.export import chosen_filters, format_named, look_named, select, write_file
    from dashboard.export import export as content
    from dashboard.store.atlas import Atlas

    form = format_named(options.format, options.view)
    look = look_named(options.size, options.theme, options.scale, title=options.title, template=options.template)
    atlas = Atlas(_ready_atlas(options.atlas))
    given = {key: vars(options)[f"filter {key}"] for key in FILTER_KEYS}
    selection = select(atlas, chosen_filters(atlas, given), look)
    with _stoppable():
        write_file(options.out, content(selection, form))
    print(f"{options.out}: {selection.statement}")
    return 0


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a polite end of the process (SIGTERM) be an interruption, so that half-written files are taken away."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _add_locate(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("locate", help="say which place a name means", description=locate.__doc__)
    parser.add_argument("name", help="a name as documents write it, also with its state: “Paris, Texas”")
    parser.add_argument("--when", type=int, metavar="YEAR", help="the year in which it is written")
    parser.add_argument("--near", metavar="COUNTRY", help="the country the text is about")
    parser.add_argument("--online", action="store_true", help="ask OpenStreetMap where nobody here knows the name")
    parser.set_defaults(act=locate)


def locate(options: argparse.Namespace) -> int:
    """Print the place a name means, the other readings, and why: reason and source of each."""
    from dashboard.gazetteer import Gazetteers
    from dashboard.gazetteer.explaining import explain
    from dashboard.gazetteer.nominatim import Nominatim

    gazetteers = Gazetteers(online=Nominatim(config.BUILD / "lookups.sqlite") if options.online else None)
    gazetteers.build()
    for line in explain(gazetteers, options.name, when=options.when, near=options.near):
        print(line)
    return 0


def _add_evaluate(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("evaluate", help="measure how good it is", description=evaluate.__doc__)
    parser.add_argument("--gold", type=Path, help="folder with documents.jsonl and gold.jsonl (default data/gold)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the first N mistakes, by kind")
    parser.add_argument("--read", type=int, default=0, metavar="N", help="draw N titles with their passages to be read")
    parser.add_argument("--record", action="store_true", help="keep the figures for the About page and the tests")
    parser.set_defaults(act=evaluate)


def evaluate(options: argparse.Namespace) -> int:
    """Run the engine over labelled documents and print how much of dates, places and events it gets right.

    Each figure stands with its 95 % interval (bootstrap over documents), precision, recall, and the number labelled.
    """
    from dashboard.evaluation.gold import GOLD
    from dashboard.evaluation.mistakes import mistakes
    from dashboard.evaluation.recorded import record
    from dashboard.evaluation.report import table
    from dashboard.evaluation.run import evaluate as measure
    from dashboard.evaluation.sample import draw

    if options.record and options.gold:
        return _say("--record keeps the figures of data/gold, which come with the project; leave --gold out.")
    results = measure(options.gold or GOLD)
    figures = [figure for result in results for figure in result.figures]
    print(table(figures))
    listed = mistakes(scored for result in results for scored in result.scored)
    for mistake in listed[: options.errors]:
        print(mistake)
    for title in draw((scored for result in results for scored in result.scored), options.read):
        print(title)
    if options.record:
        record(figures)
    return 0


COMMANDS = (_add_run, _add_build, _add_import, _add_extract, _add_export, _add_locate, _add_evaluate)
"""To add a command: a function that adds its parser with `act`, and a row here."""
