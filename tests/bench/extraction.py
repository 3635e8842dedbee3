"""The speed of reading: all of `extract` and the finding of dates alone, and how both grow with the text."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from dashboard import config
from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.documents.readers import read_folder
from dashboard.extraction.dates import find_dates
from dashboard.gazetteer import Gazetteers
from dashboard.model import Document
from dashboard.pipeline import annotate
from tests.bench.probe import Figure, amount, report, stopwatch
from tests.fuzz import keeps_its_promises, texts

DATES = "On the 3d instant, on October 24, 1945, and from June 8/9, 1955 until last November; "
PROSE = "The Government would meet in London on January 24, he said, and two days later the Minister left; the army, "
OWN = DateSpan("1945-12-19")
PLACES = "From Moscow to Tehran, Baku, Tabriz, Tallin, Riga, Kaunas, White Russia and the Persian Gulf, "


def figures(*, small: bool) -> Iterator[Figure]:
    """Characters a second on the default documents, and seconds over texts that grow."""
    gazetteers = Gazetteers()
    gazetteers.build()
    yield from speeds(gazetteers, 3 if small else 20)
    scale = 50 if small else 1
    for count in (500_000 // scale, 1_000_000 // scale, 2_500_000 // scale, 5_000_000 // scale):
        prose, dates = grown(count, PROSE, DATES)
        yield Figure(f"dates in {count:,} characters of prose", "s", [seconds(_dates(prose))])
        yield Figure(f"dates in {count:,} characters of dates", "s", [seconds(_dates(dates))])
    fuzzed = 10_000 // scale
    slowest = max(keeps_its_promises(text, own) for text, own in texts(fuzzed, seed=1945))
    yield Figure(f"the slowest of {fuzzed:,} seeded texts", "s", [slowest])
    for count in (100_000 // scale, 500_000 // scale, 2_000_000 // scale):
        dates, places = grown(count, DATES, PLACES)
        yield Figure(f"all of {count:,} characters of dates", "s", [seconds(_all(dates, gazetteers))])
        yield Figure(f"all of {count:,} characters of places", "s", [seconds(_all(places, gazetteers))])


def speeds(gazetteers: Gazetteers, rounds: int) -> Iterator[Figure]:
    """Of the default documents, in one process, after loading."""
    documents = list(read_folder(config.DATA / "documents", print))
    size = sum(len(document.text) for document in documents)

    def everything() -> None:
        for document in documents:
            annotate(document, gazetteers)

    def dates() -> None:
        for document in documents:
            find_dates(document, own_date=document.date)

    for name, act, aim in (("all of extract", everything, 300_000), ("dates alone", dates, 1_000_000)):
        act()
        busy = time.process_time()
        found = [size / seconds(act) for _ in range(rounds)]
        beside = f"a second of its processor {amount(rounds * size / (time.process_time() - busy))}"
        yield Figure(f"{name}, characters a second", "", found, aim, at_least=True, beside=beside)
    yield Figure("start of extract to its end", "ms", [start() * 1000 for _ in range(3)])
    yield Figure("memory of this process", "MB", [memory()])


def grown(count: int, *words: str) -> list[Document]:
    """A document of so many characters for each of the words, said over and over."""
    return [make_document("curve", (each * (count // len(each) + 1))[:count]) for each in words]


def _dates(document: Document) -> Callable[[], object]:
    return lambda: find_dates(document, own_date=OWN)


def _all(document: Document, gazetteers: Gazetteers) -> Callable[[], object]:
    return lambda: annotate(document, gazetteers)


def seconds(act: Callable[[], object]) -> float:
    """Seconds of one call."""
    return stopwatch(act) / 1000


def start() -> float:
    """Seconds of one whole `extract` of a default document, as a process of its own."""
    document = next((config.DATA / "documents").glob("*.txt"))
    command = [sys.executable, "-m", "dashboard", "extract", str(document)]
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def memory() -> float:
    """Most memory this process ever held, in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    report(figures, __doc__)
