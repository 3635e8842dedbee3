"""The command killed (SIGKILL) at one moment after another, then run once more: the atlas of an undisturbed run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard import config
from dashboard.pipeline import update
from tests.pipeline.contents import contents

SENTENCE = "On May {day}, 1945 Mr. Molotov met the Ambassador at Moscow; he left for Riga on June {day}, 1945. "
STEPS = ("put", "put_file", "commit")
"""After which step of the work the process is killed, by the name of what does it."""


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two files of two documents, each document long enough for a batch."""
    folder = tmp_path_factory.mktemp("volumes")
    for volume in range(2):
        rows = [
            {"id": f"{volume}/{at}", "text": SENTENCE.format(day=volume + at + 1) * 4 + "word " * 15_000}
            for at in range(2)
        ]
        (folder / f"volume{volume}.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return folder


@pytest.fixture(scope="module")
def wanted(volumes: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("undisturbed")
    update(folder, add=[volumes])
    return dict(contents(folder))


def start(volumes: Path, atlas: Path) -> subprocess.Popen[str]:
    """The import in a process of its own, that says when it has kept something."""
    script = (
        "import sys\n"
        "from dashboard.store import kept\n"
        "from dashboard.pipeline import committing\n"
        "def said(owner, name):\n"
        "    real = getattr(owner, name)\n"
        "    def do(*given, **named):\n"
        "        answer = real(*given, **named)\n"
        "        print(name, flush=True)\n"
        "        sys.stdin.readline()\n"
        "        return answer\n"
        "    setattr(owner, name, do)\n"
        "said(kept.Kept, 'put'); said(kept.Kept, 'put_file'); said(committing, 'commit')\n"
        "from dashboard.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", script, "import", str(volumes), "--atlas", str(atlas), "--workers", "1"]
    return subprocess.Popen(
        command, cwd=config.ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def test_killed_again_and_again(volumes: Path, wanted: dict[str, object], tmp_path: Path) -> None:
    """Each run gets one step further than the one before and is killed there; nothing kept is found again."""
    atlas, steps = tmp_path / "atlas", []
    for _ in range(99):
        with start(volumes, atlas) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            step = process.stdout.readline().strip()
            if step not in STEPS:
                break
            steps.append(step)
            process.kill()
    assert steps.count("put") == 4, "a batch kept in each run, none twice"
    assert steps[-1] == "commit"
    assert contents(atlas) == wanted
    assert sorted(path.name.split("-")[0] for path in atlas.glob("atlas-*.duckdb")) == ["atlas"]


def test_workers_die_with_the_command(volumes: Path, tmp_path: Path) -> None:
    """No process is left behind by a command that is killed while its workers read."""
    many = tmp_path / "many"
    many.mkdir()
    for at in range(8):
        (many / f"{at}.jsonl").write_bytes((volumes / "volume0.jsonl").read_bytes().replace(b'"0/', b'"%d/' % at))
    command = [sys.executable, "-m", "dashboard", "import", str(many), "--atlas", str(tmp_path / "atlas")]
    with subprocess.Popen([*command, "--workers", "2"], cwd=config.ROOT, stderr=subprocess.DEVNULL) as process:
        workers = _wait(lambda: _descendants(process.pid), 60, at_least=3)
        process.kill()
    assert _wait(lambda: [pid for pid in workers if _lives(pid)], 20, at_most=0) == []


def _wait(ask, seconds: float, *, at_least: int = 0, at_most: int = 10**6) -> list[int]:
    """The answer once there are so many, or at the end of the time."""
    deadline = time.monotonic() + seconds
    while not at_least <= len(answer := ask()) <= at_most and time.monotonic() < deadline:
        time.sleep(0.1)
    return answer


def _descendants(pid: int) -> list[int]:
    """The processes that a process started, and those they started (Linux)."""
    children = [int(each) for task in Path(f"/proc/{pid}/task").glob("*") for each in _children(task)]
    return [*children, *(below for child in children for below in _descendants(child))]


def _children(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except OSError:
        return []


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIG_DFL)
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
