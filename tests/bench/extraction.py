"""The speed of reading: all of `extract` and the finding of dates alone, and how both grow with the text."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable

from dashboard import config
from dashboard.datespan import DateSpan
from dashboard.documents.plain_text import make_document
from dashboard.documents.readers import read_folder
from dashboard.extraction.dates import find_dates
from dashboard.gazetteer import Gazetteers
from dashboard.model import Document
from dashboard.pipeline import annotate
from tests.fuzz import keeps_its_promises, texts

DATES = "On the 3d instant, on October 24, 1945, and from June 8/9, 1955 until last November; "
PROSE = "The Government would meet in London on January 24, he said, and two days later the Minister left; the army, "
OWN = DateSpan("1945-12-19")
PLACES = "From Moscow to Tehran, Baku, Tabriz, Tallin, Riga, Kaunas, White Russia and the Persian Gulf, "


def main() -> None:
    """Print characters a second on the default documents, and the curve over texts that grow."""
    gazetteers = Gazetteers()
    gazetteers.build()
    documents = list(read_folder(config.DATA / "documents", print))
    size = sum(len(document.text) for document in documents)

    def everything() -> None:
        for document in documents:
            annotate(document, gazetteers)

    def dates() -> None:
        for document in documents:
            find_dates(document, own_date=document.date)

    print("\nReading the default documents, one process, after loading\n")
    print(f"{'all of extract':38s} {size / best(everything):12,.0f} characters a second")
    print(f"{'dates alone':38s} {size / best(dates):12,.0f} characters a second")
    print(f"{'start of extract to first line':38s} {start() * 1000:12,.0f} ms")
    print(f"{'memory of this process':38s} {memory():12,.0f} MB")
    print("\nDates alone: prose without line breaks, and nothing but dates: seconds by size\n")
    for count in (500_000, 1_000_000, 2_500_000, 5_000_000):
        seconds = [timed(lambda text=text: find_dates(text, own_date=OWN)) for text in grown(count, PROSE, DATES)]
        print(f"{count:12,} characters   prose {seconds[0]:7.2f} s   dates {seconds[1]:7.2f} s", flush=True)
    slowest = max(keeps_its_promises(text, own) for text, own in texts(10_000, seed=1945))
    print(f"\n10,000 seeded texts read without an exception, the slowest in {slowest:.3f} s")
    print("\nA text of nothing but dates, and of nothing but places, without line breaks: seconds by size\n")
    for count in (100_000, 500_000, 2_000_000):
        seconds = [timed(lambda text=text: annotate_one(text, gazetteers)) for text in grown(count, DATES, PLACES)]
        print(f"{count:12,} characters   dates {seconds[0]:7.2f} s   places {seconds[1]:7.2f} s", flush=True)


def grown(count: int, *words: str) -> list[Document]:
    """A document of so many characters for each of the words, said over and over."""
    return [make_document("curve", (each * (count // len(each) + 1))[:count]) for each in words]


def annotate_one(document: Document, gazetteers: Gazetteers) -> None:
    """All of extract on one document."""
    annotate(document, gazetteers)


def timed(act: Callable[[], object]) -> float:
    """Seconds of one call."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def best(act: Callable[[], object], *, rounds: int = 20) -> float:
    """Seconds of the middle call of twenty."""
    return sorted(timed(act) for _ in range(rounds))[rounds // 2]


def start() -> float:
    """Seconds of one whole `extract` of a default document, as a process of its own."""
    document = next((config.DATA / "documents").glob("*.txt"))
    command = [sys.executable, "-m", "dashboard", "extract", str(document)]
    return min(timed(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(3))


def memory() -> float:
    """Most memory this process ever held, in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
