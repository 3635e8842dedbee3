"""A Dask scheduler and two workers as processes of their own: the same atlas, whoever dies on the way."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from distributed import Client, KilledWorker

from dashboard import config
from dashboard.errors import ClusterError
from dashboard.pipeline import Progress, crew, scheduler_crew, update, work
from dashboard.pipeline.crew import local_crew
from dashboard.pipeline.work import Task
from dashboard.store.kept import Finding
from tests.pipeline.contents import contents

START_SECONDS = 120
SENTENCE = "On May {day}, 1945 Mr. Molotov met the Ambassador at Moscow; he left for Riga on June {day}, 1945. "


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers, each under a nanny that starts it anew."""
    folder = tmp_path_factory.mktemp("cluster")
    said = folder / "scheduler.json"
    common = ["--scheduler-file", str(said)]
    commands = [
        ["scheduler", *common, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
        *[["worker", *common, "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder)]] * 2,
    ]
    settings = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command], cwd=config.ROOT, env=settings, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    with Client(scheduler_file=str(said), timeout=START_SECONDS, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=START_SECONDS)
        listening: str = client.scheduler.addr
    yield listening
    for process in reversed(processes):
        process.kill() if process is processes[0] else process.terminate()
    for process in processes:
        process.wait(30)


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty documents, each a batch."""
    monkeypatch.setattr("dashboard.pipeline.atlas.SMALL", 0)
    monkeypatch.setattr("dashboard.pipeline.atlas.BATCH", 1)
    folder = tmp_path / "notes"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(SENTENCE.format(day=number % 28 + 1) * 3)
    return folder


def kill_one(address: str) -> None:
    """End a worker as the system would."""
    with Client(address, set_as_default=False) as client:
        victim = next(iter(client.run(os.getpid).values()))
    os.kill(victim, signal.SIGKILL)


def test_a_worker_that_dies_costs_nothing(address: str, notes: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []

    def watch(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == 3:
            kill_one(address)

    hire = functools.partial(scheduler_crew, address)
    report = update(tmp_path / "cluster", add=[notes], hire=hire, watch=watch)
    assert (report.read, report.problems, len(seen)) == (40, (), 40)
    update(tmp_path / "alone", add=[notes])
    assert contents(tmp_path / "cluster") == contents(tmp_path / "alone")


def deadly(batch: Sequence[Task], _mark: str) -> list[Finding]:
    """Stands for a document that takes down every worker that tries it."""
    if any(task.name == "deadly" for task in batch):
        raise KilledWorker("do", SimpleNamespace(address="tcp://x"), 3)
    return [Finding(task.key, sheet=task.document) for task in batch]


def test_a_document_that_kills_its_workers_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "do", deadly)
    batch = [Task("1", b"one", "one"), Task("2", b"two", "deadly"), Task("3", b"three", "three")]
    with scheduler_crew(address) as dask_crew:
        found = {finding.key: finding for findings in dask_crew.do([batch]) for finding in findings}
    assert {key: finding.sheet for key, finding in found.items()} == {"1": b"one", "2": b"", "3": b"three"}
    assert found["2"].problem == "deadly could not be read: each worker that tried died of it."


def test_a_worker_of_another_version_is_a_sentence(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "reading_mark", lambda: "another")
    with scheduler_crew(address) as dask_crew, pytest.raises(ClusterError, match="another version"):
        list(dask_crew.do([[Task("1", b"{}", "one")]]))


def test_only_a_few_batches_are_under_way(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many documents there are, memory holds only those under way."""
    monkeypatch.setattr(work, "do", deadly)
    given: list[int] = []

    def batches() -> Iterator[list[Task]]:
        for number in range(60):
            given.append(number)
            yield [Task(str(number), b"", "")]

    done = 0
    with scheduler_crew(address) as dask_crew:
        for _ in dask_crew.do(batches()):
            done += 1
            assert len(given) - done <= crew.AHEAD * 2
    assert done == 60


def test_nobody_at_the_address_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PATIENCE", 0.3)
    with (
        pytest.raises(ClusterError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9;"),
        scheduler_crew("tcp://127.0.0.1:9"),
    ):
        pass
    with pytest.raises(ClusterError, match="nonsense"), scheduler_crew("nonsense"):
        pass


def test_workers_of_this_machine(notes: Path, tmp_path: Path) -> None:
    """The command as a person types it, in a process of its own, which warns of nothing."""
    command = [
        sys.executable,
        "-m",
        "dashboard",
        "import",
        str(notes),
        "--atlas",
        str(tmp_path / "atlas"),
    ]
    rows = [{"id": f"long {at}", "text": SENTENCE.format(day=3) + "word " * 6000} for at in range(40)]
    (notes / "long.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    done = subprocess.run([*command, "--workers", "2"], cwd=config.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if " a second, " not in line and " a minute, " not in line]
    assert said == [], "nothing but progress"
    assert "80 read, 0 unchanged, 0 problems" in done.stdout


def test_one_worker_is_this_process() -> None:
    with local_crew(1) as one:
        assert isinstance(one, crew.Alone)
