"""Crew: who reads the documents: this process alone, or the workers of a Dask cluster, on this machine or on many.

A crew takes batches as it can do them and gives back what was found as it comes, in any order; only a few batches are
under way at a time, so that memory does not grow with the work. A batch whose worker died is done by another; one that
kills every worker is taken apart, and the document that does it is reported.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from math import inf
from multiprocessing import forkserver
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from dashboard.errors import ClusterError
from dashboard.pipeline import work
from dashboard.pipeline.marks import reading_mark
from dashboard.pipeline.work import Task
from dashboard.store.kept import Finding

if TYPE_CHECKING:
    from distributed import Client, Future

Batch = Sequence[Task]

AHEAD = 3
"""Batches under way for each worker: one at work, the others waiting beside it."""
PATIENCE = 30.0
"""Seconds that a scheduler may take to answer and to have a worker."""
STARTING = 300.0
"""Seconds that the workers of a busy machine may take to start."""
COUNT = 1.0
"""Seconds after which the workers of a cluster are counted again."""
MEMORY = "1 GiB"
"""What one worker of this machine may hold: far more than a document needs; beyond it, it is started anew."""
START = "python -m dask worker ADDRESS --nthreads 1"


class Crew(Protocol):
    """Those who do the work."""

    def do(self, batches: Iterable[Batch]) -> Iterator[list[Finding]]:
        """What is found in the documents of each batch, as it comes; raises ClusterError."""


class Alone:
    """This process, one document after the other."""

    def do(self, batches: Iterable[Batch]) -> Iterator[list[Finding]]:
        """What is found in each document, as soon as it is."""
        for batch in batches:
            for task in batch:
                yield work.do([task], reading_mark())


class DaskCrew:
    """The workers of a Dask cluster; `expected` is how many there will be, where that is known."""

    def __init__(self, client: Client, *, expected: int = 0, patience: float = PATIENCE) -> None:
        self._client = client
        self._expected = expected
        self._patience = patience
        self._counted = (0, -inf)
        """How many workers there were when they were last counted, and when that was."""

    def do(self, batches: Iterable[Batch]) -> Iterator[list[Finding]]:
        """What is found in the documents of each batch, as it comes; raises ClusterError."""
        waiting = iter(batches)
        under_way: dict[Future[Any], Batch] = {}
        while True:
            for batch in islice(waiting, max(0, self._room() - len(under_way))):
                under_way[self._submit(batch)] = batch
            if not under_way:
                return
            for future in self._finished(under_way):
                batch = under_way.pop(future)
                if _killed(future):
                    under_way |= {self._submit([task]): [task] for task in batch if len(batch) > 1}
                    yield [_deadly(task) for task in batch if len(batch) == 1]
                else:
                    yield _result(future)

    def _room(self) -> int:
        """How many batches may be under way."""
        workers, when = self._counted
        if not self._expected and monotonic() - when > COUNT:  # the scheduler answers while it has nothing else to do
            workers = sum(self._client.nthreads().values())
            self._counted = (workers, monotonic())
        return AHEAD * max(1, self._expected, workers)

    def _submit(self, batch: Batch) -> Future[Any]:
        return self._client.submit(work.do, batch, reading_mark(), pure=False)

    def _finished(self, under_way: Iterable[Future[Any]]) -> list[Future[Any]]:
        """Those of the batches that are done, at least one; raises ClusterError where the scheduler is gone."""
        from distributed import CancelledError, wait

        while True:
            try:
                with self._client.as_current():
                    return list(wait(list(under_way), timeout=self._patience, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                if not self._client.nthreads():
                    raise ClusterError(f"No worker is left. Start one with: {START}. {GO_ON}") from None
            except (CancelledError, OSError) as error:
                raise ClusterError(f"The scheduler is gone ({error or 'connection closed'}). {GO_ON}") from error


GO_ON = "Then import again: what was read is kept."


def _killed(future: Future[Any]) -> bool:
    """Whether every worker that tried the batch died of it."""
    from distributed import KilledWorker

    return future.status == "error" and isinstance(future.exception(), KilledWorker)


def _deadly(task: Task) -> Finding:
    return Finding(task.key, problem=f"{task.name} could not be read: each worker that tried died of it.")


def _result(future: Future[Any]) -> list[Finding]:
    """What a worker found; raises ClusterError where it could not even begin."""
    try:
        found: list[Finding] = future.result()
    except ImportError as error:
        raise ClusterError(f"A worker cannot do the work ({error}). Start workers in a checkout: {START}") from error
    return found


@contextmanager
def local_crew(workers: int) -> Iterator[Crew]:
    """So many worker processes on this machine, which start while the first documents are read.

    They and their scheduler listen on 127.0.0.1 only: no other machine reaches them. They speak without TLS and trust
    who reaches them, so that another user of this machine could; on one that is shared, import with `--workers 1`.
    """
    if workers <= 1:
        yield Alone()
        return
    _load_what_workers_need()
    import dask
    from distributed import Client, LocalCluster

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dashboard-workers-"))
        stack.enter_context(dask.config.set(SETTINGS | _STARTING_WORKERS))
        cluster = stack.enter_context(
            LocalCluster(
                n_workers=0,
                threads_per_worker=1,
                memory_limit=MEMORY,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                local_directory=folder,
                silence_logs=logging.CRITICAL,
            )
        )
        cluster.scale(workers)
        client = stack.enter_context(Client(cluster, set_as_default=False))
        yield DaskCrew(client, expected=workers, patience=STARTING)


_FORKED = "forkserver" in multiprocessing.get_all_start_methods()
_STARTING_WORKERS = {"distributed.worker.multiprocessing-method": "forkserver"} if _FORKED else {}
_NEEDED = ["dashboard.pipeline.work", "dashboard.pipeline.one_document", "distributed.nanny"]


def _load_what_workers_need() -> None:
    """Have it loaded by a process that workers are forked from: once for all of them, and while this one loads Dask.

    That process has no thread and no file open that its children could spoil for one another.
    """
    if _FORKED:
        multiprocessing.set_forkserver_preload(_NEEDED)
        forkserver.ensure_running()


SETTINGS = {
    "distributed.scheduler.allowed-failures": 2,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.limit": "1h",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.scheduler.work-stealing": False,
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.admin.large-graph-warning-threshold": "1 GB",
}
"""A batch may cost three workers before it is taken apart; no profile, no warnings of a busy machine or a long text.

As it comes, Dask looks at itself fifty times a second and keeps a record of the machine: with two workers, a fifteenth
of a processor for as long as the work lasts; so, an eightieth.
"""


@contextmanager
def scheduler_crew(address: str) -> Iterator[Crew]:
    """The workers of the Dask scheduler at an address; raises ClusterError where nobody answers or nobody works."""
    import dask
    from distributed import Client

    dask.config.set(SETTINGS)
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"No Dask scheduler answers at {address}; start one with “python -m dask scheduler” and give the address"
            " it prints, such as tcp://192.168.1.5:8786."
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise ClusterError(f"The scheduler at {address} has no workers; start them with: {START}") from None
        yield DaskCrew(client)


def processors() -> int:
    """How many workers this machine bears."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
