"""An atlas from its sources: what changed is read, what is gone is taken out, and the whole is committed at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, nullcontext
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import monotonic

from dashboard import config
from dashboard.corrections import NAME as CORRECTIONS
from dashboard.corrections import Correction, append, read_corrections, undo
from dashboard.errors import CorrectionError
from dashboard.gazetteer import Gazetteers
from dashboard.pipeline.committing import DOCUMENTS, Contents, put_together, write
from dashboard.pipeline.crew import Alone, Batch, Crew
from dashboard.pipeline.marks import finding_key
from dashboard.pipeline.progress import Measure, Watch
from dashboard.pipeline.sources import (
    SourceFile,
    catalogue_problems,
    choose_sources,
    find_files,
    read_documents,
    read_sources,
)
from dashboard.pipeline.work import Task, gazetteers
from dashboard.store.atlas import Atlas
from dashboard.store.behind import Behind
from dashboard.store.folder import current_build, writing
from dashboard.store.kept import DocumentState, Kept, open_kept
from dashboard.store.search import unusable
from dashboard.uncollected import uncollected

BATCH = 60_000
"""Characters of documents done in one go: a fraction of a second, so that progress is seen and little is lost."""
SMALL = 1_000_000
"""Bytes of files that one process reads sooner than workers could be started."""

Hire = Callable[[], AbstractContextManager[Crew]]
"""Finds a crew when there is work that is worth one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What bringing an atlas up to date came to."""

    changed: bool
    """Whether there is a new build."""
    read: int
    """Documents in which something had to be found."""
    unchanged: int
    """Documents that were known already."""
    removed: int
    """Documents that are there no more."""
    problems: tuple[str, ...]
    """A sentence for everything that could not be read, and for every correction that could not be applied."""
    seconds: float


def alone() -> AbstractContextManager[Crew]:
    """This process does the work."""
    return nullcontext(Alone())


def update(
    atlas: Path,
    *,
    add: Iterable[Path] = (),
    remove: Iterable[Path] = (),
    hire: Hire = alone,
    watch: Watch = lambda _progress: None,
    anew: bool = False,
) -> Report:
    """Bring an atlas up to date with its sources, after adding and removing some.

    Sources are files and folders; they are remembered where they lie. Raises AtlasBusy where somebody else is at it.
    Killed at any moment and called again, it goes on where it was, and ends with the atlas of an undisturbed run.
    """
    with writing(atlas.resolve()):
        return update_held(atlas, add=add, remove=remove, hire=hire, watch=watch, anew=anew)


def update_held(
    atlas: Path,
    *,
    add: Iterable[Path] = (),
    remove: Iterable[Path] = (),
    hire: Hire = alone,
    watch: Watch = lambda _progress: None,
    anew: bool = False,
) -> Report:
    """`update` by one who holds `writing`, since what is to be read was put there under the same lock."""
    began = monotonic()
    atlas = atlas.resolve()
    with open_kept(atlas, anew=anew) as kept, Behind() as leaving:
        said: list[str] = []
        sources = choose_sources(atlas, add, remove, said.append)
        found = find_files(sources, atlas, said.append)
        gone = [path for path in kept.files() if path not in found.files and not _below(path, found.away)]
        removed = kept.forget(gone)
        reading = _Reading(kept, watch)
        reading.read(_stale(kept, found.files), hire, leaving)
        known = kept.count() - reading.count
        contents = _contents(kept, sources)
        changed = anew or not _is_current(atlas, contents)
        if changed:
            own = read_corrections(atlas / CORRECTIONS)
            build = None if anew else current_build(atlas)
            with uncollected():
                write(atlas, kept, put_together(kept, contents, own, gazetteers(), build=build), contents)
        kept.sweep()  # not before: what was found in documents that go tells what else they reach
    return Report(changed, reading.count, known, removed, (*said, *_problems(atlas)), monotonic() - began)


def _problems(atlas: Path) -> list[str]:
    """What the current build says that it could not read or apply."""
    with closing(Atlas(atlas)) as opened:
        return [sentence for (sentence,) in opened.rows("SELECT sentence FROM problems")]


def _below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path == folder or folder in path.parents for folder in folders)


def _stale(kept: Kept, files: Mapping[Path, SourceFile]) -> list[SourceFile]:
    """The files that were not read as they are now."""
    stamps = kept.stamps()
    return [file for path, file in files.items() if stamps.get(path) != file.stamp]


def _contents(kept: Kept, sources: Iterable[Path]) -> Contents:
    """What the atlas is to be made of; of two documents of one id the first counts."""
    understood: dict[str, DocumentState] = {}
    said = list(chain.from_iterable(kept.problems().values()))
    ids: dict[Path, set[str]] = {}
    for state in kept.documents():
        ids.setdefault(state.file.parent, set()).add(state.id)
        if state.problem:
            said.append(state.problem)
        elif state.id in understood:
            said.append(f"{state.file.name}: the id “{state.id}” is already taken by another document; rename it.")
        else:
            understood[state.id] = state
    said += catalogue_problems(kept.files(), ids)
    shipped = (config.DATA / CORRECTIONS,) if DOCUMENTS in sources else ()
    return Contents(tuple(understood.values()), tuple(dict.fromkeys(said)), shipped)


def _is_current(atlas: Path, contents: Contents) -> bool:
    """Whether the atlas is made of just this; raises AtlasError where its pointer is damaged."""
    build = current_build(atlas)
    return build is not None and build.complete and build.fingerprint == contents.mark(atlas)


@dataclass(slots=True)
class _Reading:
    """Reads files with a crew and keeps what is found as it comes."""

    kept: Kept
    watch: Watch
    count: int = 0
    """Documents in which something had to be found."""
    _under_way: dict[str, int] = field(default_factory=dict)
    """Characters of the documents given to the crew, by key."""

    def read(self, files: list[SourceFile], hire: Hire, leaving: Behind) -> None:
        """Read the files; what cannot be read is kept as a sentence, and the rest goes on.

        The crew is dismissed in the course of `leaving`: that takes a second in which others can work.
        """
        size = sum(file.size for file in files)
        measure = Measure(size)
        if not files:
            return
        with ExitStack() as stack:
            crew = stack.enter_context(hire() if size > SMALL else alone())
            for findings in crew.do(self._batches(files, measure)):
                self.kept.put(findings)
                self.count += len(findings)
                self.watch(measure.done(self._under_way.pop(finding.key, 0) for finding in findings))
            leaving.do(stack.pop_all().close)

    def _batches(self, files: Iterable[SourceFile], measure: Measure) -> Iterator[Batch]:
        """The documents in which something is still to be found, in batches of like size."""
        batch: list[Task] = []
        room = BATCH
        for task, characters in self._tasks(files, measure):
            self._under_way[task.key] = characters
            batch.append(task)
            room -= characters
            if room <= 0:
                yield batch
                batch, room = [], BATCH
        if batch:
            yield batch

    def _tasks(self, files: Iterable[SourceFile], measure: Measure) -> Iterator[tuple[Task, int]]:
        for file in files:
            documents: list[tuple[str, str, str]] = []
            problems: list[str] = []
            for document in read_documents(file.path, problems.append):
                key, line = finding_key(document)
                documents.append((document.id, document.title, key))
                if key not in self._under_way and not self.kept.knows(key):
                    measure.give(len(document.text))
                    yield Task(key, line, f"“{document.id}” in {file.path.name}"), len(document.text)
            self.kept.put_file(file.path, file.stamp, documents, problems)
            measure.end_of_file(file.size)


@dataclass(frozen=True, slots=True)
class Totals:
    """What an atlas holds."""

    documents: int
    events: int
    places: int
    """Places where events happened."""
    undated: int
    """Events without a date."""
    unlocated: int
    """Events without a place."""


def totals(atlas: Path) -> Totals:
    """What the current build holds; raises AtlasError where there is none."""
    with closing(Atlas(atlas)) as opened:
        (row,) = opened.rows(
            "SELECT (SELECT count(*) FROM documents), count(*), (SELECT count(DISTINCT place) FROM event_places),"
            " count(*) FILTER (edtf = ''), count(*) FILTER (len(place_ids) = 0) FROM events"
        )
    return Totals(*row)


def sources_of(atlas: Path) -> tuple[Path, ...]:
    """The files and folders an atlas is made from."""
    return read_sources(atlas)


def build_atlas(atlas: Path, documents: Path = DOCUMENTS, *, anew: bool = False) -> bool:
    """Make the atlas of a folder of documents, and of what else it is made from; says whether there was work to do."""
    return update(atlas, add=[documents], anew=anew).changed


def bring_up_to_date(atlas: Path, gazetteers: Gazetteers, *adding: Correction) -> None:
    """Apply a reader's corrections to what was found, without reading the documents again.

    `adding` are written to the atlas's corrections.csv if they can be applied, else nothing is; raises CorrectionError.
    """
    atlas = atlas.resolve()
    with writing(atlas), open_kept(atlas) as kept, uncollected():
        if not kept.count() and totals(atlas).documents:
            raise unusable(atlas, "cannot be corrected: it does not hold what was found")
        contents = _contents(kept, read_sources(atlas))
        own = [*read_corrections(atlas / CORRECTIONS), *adding]
        whole = put_together(kept, contents, own, gazetteers, build=current_build(atlas))
        for row in adding:
            if row in whole.done.refused:
                raise CorrectionError(whole.done.refused[row])
        if adding:
            append(atlas / CORRECTIONS, *adding)
        write(atlas, kept, whole, contents)


def take_back(atlas: Path, gazetteers: Gazetteers, correction: Correction) -> None:
    """Undo one of a reader's corrections; raises CorrectionError where the file cannot be written."""
    if undo(atlas / CORRECTIONS, correction):
        bring_up_to_date(atlas, gazetteers)
