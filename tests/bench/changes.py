"""Changes to an atlas that is there: from what a reader does until it is counted in the views of an open dashboard.

python -m tests.bench.changes ATLAS    into an atlas that was imported; it is changed
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from dashboard.corrections import Correction
from dashboard.evaluation.synthetic.telegram import Telegram
from dashboard.pipeline import add_text, bring_up_to_date, own_documents, remove_own, work
from dashboard.queries import EVERYTHING, Atlas, count_choices, summary
from tests.bench.probe import Figure, amount, arguments, judged, measure

AIM = 3.0
"""Seconds that the Documents page promises."""
_SIGNED = ("A. Bench", "2026-11-30", "")


def changes(folder: Path, *, rounds: int, aimed: bool) -> Iterator[Figure]:
    """So many of each kind of change."""
    atlas, aim = Atlas(folder), AIM if aimed else None
    telegrams = [Telegram(each, seed=7, small_places=50).annotations(10**9).document for each in range(rounds + 1)]
    come = [partial(add_text, folder, each.text, title=each.title) for each in telegrams]
    _until_counted(atlas, come.pop())  # the first loads what reading takes
    yield _change("a text joins the views", atlas, come, aim)
    names = [each.name for each in own_documents(folder)][:rounds]
    yield _change("a text is taken out again", atlas, [partial(remove_own, folder, name) for name in names], aim)
    for what, rows in (("title", _titles(atlas, rounds)), ("name", _names(atlas, rounds))):
        acts = [partial(bring_up_to_date, folder, work.gazetteers(), row) for row in rows]
        if acts:  # made-up texts name no place that is unknown
            yield _change(f"a corrected {what} is seen", atlas, acts, aim)
    atlas.close()


def _titles(atlas: Atlas, count: int) -> list[Correction]:
    """Other titles for some events."""
    events = atlas.rows("SELECT id, title FROM events ORDER BY hash(id) LIMIT ?", [count])
    return [Correction(each, "title", title, "Another title", *_SIGNED) for each, title in events]


def _names(atlas: Atlas, count: int) -> list[Correction]:
    """A place for some names that no gazetteer knows."""
    unknown = (
        "SELECT text FROM mentions WHERE kind = 'place' AND place IS NULL GROUP BY text ORDER BY hash(text) LIMIT ?"
    )
    return [Correction("", "locate", name, "Mid Ocean @ 30, -40", *_SIGNED) for (name,) in atlas.rows(unknown, [count])]


def _change(name: str, atlas: Atlas, acts: Iterable[Callable[[], object]], aim: float | None) -> Figure:
    """How long several of a kind take."""
    taken = [_until_counted(atlas, act) for act in acts]
    processors = f"{amount(median(each for _, each in taken))} s of processors"
    return Figure(name, "s", [clock for clock, _ in taken], aim, beside=processors)


def _until_counted(atlas: Atlas, act: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of processors."""
    clock, processors = time.perf_counter(), time.process_time()
    act()
    summary(atlas, EVERYTHING)
    count_choices(atlas, EVERYTHING, 300)
    return time.perf_counter() - clock, time.process_time() - processors


def _bench(folder: Path, *, small: bool) -> Iterator[Figure]:
    return changes(folder, rounds=1 if small else 5, aimed=True)


if __name__ == "__main__":
    parser = arguments(__doc__)
    parser.add_argument("atlas", type=Path, help="folder of an atlas that was imported; it is changed")
    options = parser.parse_args()
    print(judged(measure(partial(_bench, options.atlas), __doc__, small=options.small)))
